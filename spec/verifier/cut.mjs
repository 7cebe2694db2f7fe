// A cut of signed strands: certificates with their trees (spec/strand.md section 5), and which mandates have ended.
import { attempt, fromBase64, idOf, readCanonical, Refused } from './bytes.mjs'
import { isNotes } from './form.mjs'
import { spanOf } from './voices.mjs'
import { readTimes, readTree } from './note.mjs'
import { keysOf } from './strand.mjs'
import { leaf, rootOf } from './tree.mjs'

const SMALLER = ['early', 'breaks', 'since']

/** Per party, by id, `{root, acts}`: every entry of the cut, why it is void by its place or its trees, and the trees. */
export function cutOf(charter, strands, attachments) {
  const parties = charter.parties.map(({ id }) => id).sort()
  const cut = new Map()
  for (const id of parties) {
    const { acts, leaves } = strands.get(id)
    cut.set(id, {
      root: rootOf(leaves).toString('base64'),
      acts: acts.map((one) =>
        one.void === undefined && one.act.kind === 'declare'
          ? { ...one, ...treesOf(charter, strands, attachments, one.act) }
          : { ...one },
      ),
    })
  }
  const ends = endsOf(charter, cut)
  for (const id of parties) markEnds(charter, cut.get(id).acts, id, ends)
  return cut
}

/** `{void}` or `{trees}` of a certificate; neither while it cites more than the cut holds. */
function treesOf(charter, strands, attachments, act) {
  const notes = act.attached === undefined ? act : attachedTo(act, attachments)
  if (!notes) return { void: 'attachment.malformed' }
  const cited = Object.keys(act.cut)
  const trees = [act.cut, ...SMALLER.map((name) => notes[name] ?? {})]
  const named = [...trees, notes.closings ?? {}].flatMap(Object.keys)
  if (cited.length !== strands.size || named.some((id) => !strands.has(id)))
    return { void: 'certificate.cut' }
  if (trees.flatMap(Object.entries).some(([id, { size }]) => size > strands.get(id).acts.length))
    return {}
  const read = attempt(() => opened(charter, strands, act.cut, notes))
  return read.refused ? { void: read.refused } : { trees: read }
}

function attachedTo({ attached }, attachments) {
  const bytes = attachments?.get(attached)
  if (!bytes) throw new Refused('attachment.missing')
  const notes = attempt(() => readCanonical(bytes))
  return isNotes(notes) ? notes : undefined
}

/** The trees of a certificate with the times of all notes over each; refused where one does not hold. */
function opened(charter, strands, cut, { together = [], closings = {}, ...notes }) {
  const joint = together.map((note) => timesTogether(charter, cut, note)).flat()
  const roots = Object.entries(cut).map(([id, { size, root }]) => [id, size, root])
  const read = (id, { size, notes: own }) => {
    const all = own.map((note) => treeOf(charter, id, note))
    const over = all[0].root.toString('base64')
    if (all.some((one) => one.size !== size || one.root.toString('base64') !== over))
      throw new Refused('certificate.tree')
    roots.push([id, size, over])
    return all.flatMap(({ times }) => [...times])
  }
  const trees = { closings: {} }
  // A canonical form has names in their order.
  for (const [id, { size }] of Object.entries(cut)) {
    const own = closings[id] ? read(id, { size, notes: closings[id] }) : []
    trees.closings[id] = { size, times: [...own, ...(size > 0 ? joint : [])] }
  }
  for (const name of SMALLER) {
    const given = Object.entries(notes[name] ?? {}).map(([id, one]) => [
      id,
      { size: one.size, times: read(id, one) },
    ])
    trees[name] = Object.fromEntries(given)
  }
  for (const [id, size, root] of roots)
    if (rootOf(strands.get(id).leaves, size).toString('base64') !== root)
      throw new Refused('certificate.tree')
  return trees
}

function treeOf(charter, id, note) {
  const party = charter.parties.find((one) => one.id === id)
  const tree = attempt(() => readTree(note, keysOf(charter, party), charter.witnessKeys))
  if (tree.refused) throw new Refused('certificate.note')
  return tree
}

/** When the witnesses cosigned a note over the whole cut: spec/log.md section 6. */
function timesTogether(charter, cited, note) {
  const texts = charter.parties.map(
    ({ id, origin }) => `${origin}\n${cited[id].size}\n${cited[id].root}\n`,
  )
  const isCut = Object.values(cited).every(({ root }) => fromBase64(root)?.length === 32)
  const root = rootOf(texts.map((text) => leaf(Buffer.from(text))))
  const origin = `${charter.id}/cut/${root.toString('hex')}`
  const text = `${origin}\n${texts.length}\n${root.toString('base64')}\n`
  const times = attempt(() => readTimes(note, isCut && text, charter.witnessKeys))
  if (times.refused)
    throw new Refused(times.refused === 'certificate.tree' ? times.refused : 'certificate.note')
  return [...times]
}

const handedDown = ({ keys = {} }) =>
  Object.entries(keys).flatMap(([party, entries]) =>
    entries.map((entry) => {
      const { payload } = JSON.parse(fromBase64(entry))
      const bytes = fromBase64(payload)
      return { party, id: idOf(bytes), act: JSON.parse(bytes), index: -1 }
    }),
  )

/** The mandates whose end some certificate of the cut proves. */
function endsOf(charter, cut) {
  const given = [...handedDown(charter), ...[...cut.values()].flatMap(({ acts }) => acts)].filter(
    ({ act, void: why }) => why === undefined && act.kind === 'keys-add',
  )
  const ends = []
  for (const { acts } of cut.values())
    for (const { act, trees, index, party, id } of acts) {
      // Only `expired` has an `of`.
      if (!trees || act.of !== act.on) continue
      const key = given.find((one) => one.id === act.of)
      const tree = key && trees.closings[key.party]
      if (!tree || key.index >= tree.size) continue
      if (!(spanOf(charter, tree).current >= key.act.mandate.until)) continue
      const cited = Object.fromEntries(
        Object.entries(act.cut).map(([one, { size }]) => {
          const smaller = SMALLER.map((name) => trees[name][one]?.size ?? 0)
          return [one, Math.max(size, ...smaller)]
        }),
      )
      ends.push({
        party: key.party,
        of: act.of,
        keyid: key.act.key.keyid,
        from: tree.size,
        by: id,
        known: { by: party, at: index, cited },
      })
    }
  return ends
}

/** `mandates` on the certificate; on an act that only ended mandates allow, per key what it takes to know that. */
function markEnds(charter, acts, party, ends) {
  for (const one of acts) {
    const proved = ends.find(({ by }) => by === one.id)
    if (proved && proved.known.by === party && proved.known.at === one.index) one.ends = proved
    if (!one.able?.length) continue
    const keys = one.able.map((keyid) =>
      ends
        .filter((end) => end.party === party && end.keyid === keyid && end.from <= one.index)
        .map(({ known }) => known),
    )
    if (keys.every((known) => known.length > 0)) one.unmandated = keys
  }
}
