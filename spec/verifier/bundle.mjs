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
    if (given.has(party.id)) throw new Refused('strand.doubled', '', { strand: party.id })
    given.set(party.id, { party, checkpoint, entries: entries.map(base64) })
  }
  const missing = charter.parties.find(({ id }) => !given.has(id))
  if (missing) throw new Refused('strand.missing', '', { strand: missing.id })
  const strands = new Map()
  for (const [id, { party, checkpoint, entries }] of given) {
    const at = (index, work) => {
      try {
        return work()
      } catch (error) {
        if (error instanceof Refused) error.place = { strand: id, index }
        throw error
      }
    }
    const strand = beginStrand(charter, id)
    for (const [index, entry] of entries.entries()) at(index, () => take(strand, entry))
    const last = entries.length - 1
    const tree = at(last, () => readTree(checkpoint, keysOf(charter, party), charter.witnessKeys))
    if (tree.times.size < charter.quorum)
      throw new Refused('checkpoint.quorum', '', { strand: id, index: last })
    if (tree.size !== entries.length || !rootOf(strand.leaves).equals(tree.root))
      throw whyAnother(strand, tree)
    strands.set(id, { ...strand, tree, entries: entries.map((one) => one.toString('base64')) })
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

/** The first entry that does not bear itself out, where the tree is not the one that was cosigned. */
function whyAnother({ acts, party, charter }, tree) {
  const place = (index) => ({ strand: party, index })
  const later = (index, id) => acts.slice(index + 1).some((one) => one.id === id)
  for (const { index, act, void: why } of acts) {
    if (why === 'act.stale-prev' && later(index, act.prev))
      return new Refused('strand.order', '', place(index))
    if (why === 'act.other-party') return new Refused('strand.foreign-entry', '', place(index))
    if (why === 'act.signature') return new Refused(why, '', place(index))
    if (why === 'act.stale-prev' && acts.length < tree.size)
      return new Refused('strand.size', '', place(index))
  }
  if (acts.length !== tree.size)
    return new Refused('strand.size', '', place(Math.min(acts.length, tree.size)))
  return new Refused('strand.root', '', { strand: party, charter: charter.id })
}
