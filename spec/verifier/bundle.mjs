// Member bundles: spec/bundle.md section 2.
import { attempt, fromBase64, idOf, readCanonical, Refused } from './bytes.mjs'
import { readCharter } from './charter.mjs'
import { cutOf } from './cut.mjs'
import { readTree } from './note.mjs'
import { list, map, object, oneOf, sha, text } from './form.mjs'
import { readJson } from './json.mjs'
import { digestOf, stateOf } from './state.mjs'
import { beginStrand, keysOf, take } from './strand.mjs'
import { imprintsOf, timestamps } from './timestamps.mjs'
import { rootOf } from './tree.mjs'

const malformed = () => new Refused('bundle.malformed')
const base64 = (encoded) => {
  const bytes = fromBase64(encoded)
  if (!bytes) throw new Refused('bundle.base64')
  return bytes
}

/** What a bundle proves; refused where its form, charter, entries, checkpoints or claimed state do not hold. */
export function readBundle(said, charterId) {
  const bundle = formOf(said)
  const bytes = base64(bundle.charter)
  if (idOf(bytes) !== charterId) throw new Refused('charter.other')
  const charter = readCharter(bytes)
  const given = new Map()
  for (const { origin, checkpoint, entries } of bundle.strands) {
    const party = charter.parties.find((one) => one.origin === origin)
    if (!party) throw new Refused('strand.unknown')
    const read = entries.map(base64)
    if (given.has(party.id)) throw new Refused('strand.doubled')
    given.set(party.id, { checkpoint, entries: read })
  }
  if (given.size < charter.parties.length) throw new Refused('strand.missing')
  const strands = new Map()
  for (const party of charter.parties) {
    const { checkpoint, entries } = given.get(party.id)
    const strand = beginStrand(charter, party.id)
    for (const entry of entries) take(strand, entry)
    const tree = readTree(checkpoint, keysOf(charter, party), charter.witnessKeys)
    if (tree.times.size < charter.quorum) throw new Refused('checkpoint.quorum')
    const encoded = entries.map((one) => one.toString('base64'))
    strands.set(party.id, { ...strand, tree, entries: encoded })
  }
  for (const strand of strands.values()) {
    const { leaves, tree } = strand
    if (leaves.length !== tree.size) throw new Refused('strand.size')
    if (!rootOf(leaves).equals(tree.root))
      throw new Refused(whyAnother(strand, citedOf(strand, strands)))
  }
  const state = stateOf(charter, cutOf(charter, strands, attachmentsOf(bundle)))
  if (digestOf(state) !== bundle.claim.digest) throw new Refused('bundle.claim')
  return { charter, strands, state, imprints: imprintsOf(bundle, charter, strands) }
}

/** The record as a whole is bounded. */
const any = text(Infinity)
const FORM = object({
  format: oneOf('entente-bundle/1'),
  charter: any,
  strands: list(
    object({ origin: text(200), checkpoint: any, entries: list(any, 0, Infinity) }),
    0,
    64,
  ),
  'attachments?': map(sha, any),
  'timestamps?': timestamps,
  claim: object({ digest: sha }),
})

function formOf(said) {
  if (said.length > 268_435_456) throw new Refused('bundle.too-large')
  const bundle = readJson(said, malformed)
  if (!FORM(bundle)) throw malformed()
  return bundle
}

function attachmentsOf({ attachments = {} }) {
  const named = new Map(Object.entries(attachments).map(([id, one]) => [id, base64(one)]))
  for (const [id, one] of named) if (idOf(one) !== id) throw new Refused('bundle.attachment')
  return named
}

/** Of how many first entries some certificate cites the very tree. */
function citedOf({ party, leaves }, strands) {
  const sizes = [...strands.values()]
    .flatMap(({ acts }) => acts)
    .filter(({ act, void: why }) => !why && act.kind === 'declare')
    .flatMap(({ act }) => act.cut[party] ?? [])
    .filter(({ size, root }) => size <= leaves.length && same(rootOf(leaves, size), root))
    .map(({ size }) => size)
  return Math.max(0, ...sizes)
}
const same = (hash, encoded) => hash.toString('base64') === encoded

/** Why a tree is another than was cosigned, by the first entry from a place on that does not bear itself out. */
function whyAnother({ party, acts, entries }, from) {
  const wrong = acts.slice(from).find(({ void: why }) => why)
  if (!wrong) return 'strand.root'
  const { payload, signatures } = JSON.parse(fromBase64(entries[wrong.index]))
  const said = attempt(() => readCanonical(fromBase64(payload)))
  if (typeof said?.party === 'string' && said.party !== party) return 'strand.foreign-entry'
  const needs = [wrong.act?.prev, ...signatures.map(({ keyid }) => keyid)]
  const later = acts.slice(wrong.index + 1).flatMap(({ id, act }) => [id, ...givenBy(act)])
  return later.some((one) => needs.includes(one)) ? 'strand.order' : wrong.void
}

/** The ids of the keys that an act gives. */
const givenBy = ({ kind, key, root } = {}) =>
  ({ 'keys-add': [key], 'keys-root': root })[kind]?.map(({ keyid }) => keyid) ?? []
