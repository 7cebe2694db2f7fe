// Member bundles: spec/bundle.md section 2.
import { fromBase64, idOf, Refused } from './bytes.mjs'
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
    if (given.has(party.id)) throw new Refused('strand.doubled')
    given.set(party.id, { party, checkpoint, entries: entries.map(base64) })
  }
  if (given.size < charter.parties.length) throw new Refused('strand.missing')
  const strands = new Map()
  for (const [id, { party, checkpoint, entries }] of given) {
    const strand = beginStrand(charter, id)
    for (const entry of entries) take(strand, entry)
    const tree = readTree(checkpoint, keysOf(charter, party), charter.witnessKeys)
    if (tree.times.size < charter.quorum) throw new Refused('checkpoint.quorum')
    if (tree.size !== entries.length || !rootOf(strand.leaves).equals(tree.root))
      throw new Refused(whyAnother(strand, tree))
    strands.set(id, { ...strand, entries: entries.map((one) => one.toString('base64')) })
  }
  const state = stateOf(charter, cutOf(charter, strands, attachmentsOf(bundle)))
  if (digestOf(state) !== bundle.claim.digest) throw new Refused('bundle.claim')
  return { charter, strands, state, imprints: imprintsOf(bundle, charter, strands) }
}

const any = text(268_435_456)
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

/** By the first entry that does not bear itself out, why the tree is not the one that was cosigned. */
function whyAnother({ acts }, tree) {
  const later = (index, id) => acts.slice(index + 1).some((one) => one.id === id)
  for (const { index, act, void: why } of acts) {
    if (why === 'act.stale-prev' && later(index, act.prev)) return 'strand.order'
    if (why === 'act.other-party') return 'strand.foreign-entry'
    if (why === 'act.signature') return why
    if (why === 'act.stale-prev' && acts.length < tree.size) return 'strand.size'
  }
  return acts.length === tree.size ? 'strand.root' : 'strand.size'
}
