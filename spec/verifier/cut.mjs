// What the strands of a case are, read together: spec/state.md section 2, points 2 to 4.
import { fromBase64, readCanonical, Refused } from './bytes.mjs'
import { isNotes } from './form.mjs'
import { endMandates } from './mandates.mjs'
import { forkSize, readTimes, readTree } from './note.mjs'
import { keysOf } from './strand.mjs'
import { leaf, rootOf } from './tree.mjs'

const SHELVED = [
  'evidence',
  'attribute',
  'incident-report',
  'publish',
  'recall',
  'sound',
  'comment',
  'objective',
  'note',
  'release',
  'sighting',
  'self-assessment',
  'join',
]
const MOVES = ['call', 'notice', 'assess', 'start', 'report', 'review', 'suspend', 'terminate']
/** What counts for nothing once it is disowned or its strand is forked. */
const FRAIL = new Set([...SHELVED, ...MOVES, 'evidence-withdraw'])
const EARLIER = ['early', 'breaks', 'since']

/** Per party `{root, acts}`: every act with what disavowals, certificates' trees and forks make of it. */
export function cutOf(charter, strands, attachments = new Map()) {
  const cut = new Map(
    [...strands].map(([party, { acts, leaves }]) => [
      party,
      {
        root: rootOf(leaves).toString('base64'),
        acts: disown(acts).map((one) => prove(charter, strands, one, attachments)),
      },
    ]),
  )
  const forks = new Map()
  for (const { acts } of cut.values())
    for (const { act, void: why } of acts) {
      if (why || act?.kind !== 'accuse') continue
      forks.set(act.of, Math.min(forks.get(act.of) ?? Infinity, forkSize(act)))
    }
  for (const [party, strand] of cut)
    strand.acts = strand.acts.map((one) =>
      !one.void && one.index >= (forks.get(party) ?? Infinity) && FRAIL.has(one.act.kind)
        ? { ...one, void: 'strand.forked' }
        : one,
    )
  endMandates(charter, strands, cut, (kind) => FRAIL.has(kind))
  return cut
}

function disown(acts) {
  const named = new Map()
  for (const { id: by, index: from, act, void: why } of acts)
    if (!why && act.kind === 'disavow')
      for (const id of act.acts) if (!named.has(id)) named.set(id, { by, from })
  return acts.map((one) => {
    const disavowed = one.void ? undefined : named.get(one.id)
    if (!disavowed) return one
    return { ...one, disavowed, ...(FRAIL.has(one.act.kind) && { void: 'act.disavowed' }) }
  })
}

/** A certificate with the times of its trees, or why it is void; as it is where it cites what is not there. */
function prove(charter, strands, one, attachments) {
  if (one.void || one.act.kind !== 'declare') return one
  const { cut, attached } = one.act
  const notes = attached === undefined ? one.act : notesIn(attachments.get(attached))
  if (!notes) return { ...one, void: 'attachment.malformed' }
  const { closings = {}, together = [] } = notes
  const earlier = EARLIER.map((as) => notes[as] ?? {})
  const ids = charter.parties.map(({ id }) => id)
  const named = [cut, closings, ...earlier].flatMap(Object.keys)
  if (!ids.every((id) => Object.hasOwn(cut, id)) || !named.every((id) => ids.includes(id)))
    return { ...one, void: 'certificate.cut' }
  const cited = [cut, ...earlier].flatMap(Object.entries)
  if (cited.some(([id, { size }]) => size > strands.get(id).leaves.length)) return one
  const roots = Object.entries(cut).map(([id, { size, root }]) => [id, size, fromBase64(root)])
  const attest = (id, notes, size, cited) => {
    const party = charter.parties.find((each) => each.id === id)
    const trees = notes.map((note) => open(note, keysOf(charter, party), charter.witnessKeys))
    const root = cited ?? trees[0].root
    if (!trees.every((tree) => tree.size === size && tree.root.equals(root)))
      throw new Refused('certificate.tree')
    roots.push([id, size, root])
    return { size, times: trees.flatMap(({ times }) => [...times]) }
  }
  const each = (trees, read) =>
    Object.fromEntries(
      Object.entries(trees)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, tree]) => [id, read(id, tree)]),
    )
  try {
    const given = (id) => fromBase64(cut[id].root) ?? Buffer.alloc(0)
    const ofAll = together.flatMap((note) => timesOfCut(charter, cut, note))
    const closed = Object.keys(cut).filter((id) => ofAll.length > 0 && cut[id].size > 0)
    const trees = {
      closings: each(
        { ...Object.fromEntries(closed.map((id) => [id, []])), ...closings },
        (id, notes) => {
          const { size, times } = attest(id, notes, cut[id].size, given(id))
          return { size, times: [...times, ...ofAll] }
        },
      ),
    }
    for (const [at, as] of EARLIER.entries())
      trees[as] = each(earlier[at], (id, { size, notes }) => attest(id, notes, size))
    const isOurs = ([id, size, root]) => root?.equals(rootOf(strands.get(id).leaves, size))
    return roots.every(isOurs) ? { ...one, trees } : { ...one, void: 'certificate.tree' }
  } catch (error) {
    if (error instanceof Refused) return { ...one, void: error.code }
    throw error
  }
}

/** When witnesses cosigned the whole cut: spec/strand.md section 5. */
function timesOfCut(charter, cut, note) {
  const roots = charter.parties.map(({ id }) => fromBase64(cut[id].root))
  if (!roots.every((root) => root?.length === 32)) throw new Refused('certificate.tree')
  const heads = charter.parties.map(
    ({ id, origin }, at) => `${origin}\n${cut[id].size}\n${roots[at].toString('base64')}\n`,
  )
  const root = rootOf(heads.map((head) => leaf(Buffer.from(head))))
  const text = `${charter.id}/cut/${root.toString('hex')}\n${heads.length}\n${root.toString('base64')}\n`
  try {
    return [...readTimes(note, text, charter.witnessKeys)]
  } catch (error) {
    if (error.code === 'certificate.tree' || !(error instanceof Refused)) throw error
    throw new Refused('certificate.note')
  }
}

/** What an attachment says of trees: spec/strand.md section 5. */
function notesIn(bytes) {
  if (!bytes) throw new Refused('attachment.missing')
  try {
    const notes = bytes.length <= 1_048_576 && readCanonical(bytes)
    return isNotes(notes) ? notes : undefined
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

function open(note, log, witnesses) {
  try {
    return readTree(note, log, witnesses)
  } catch (error) {
    if (error instanceof Refused) throw new Refused('certificate.note')
    throw error
  }
}
