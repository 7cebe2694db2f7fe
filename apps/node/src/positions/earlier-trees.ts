import {
  kindOf,
  readStrandNote,
  type ActId,
  type Effect,
  type Head,
  type Logged,
  type PartyId,
  type Result,
  type VersionState,
} from '@entente/accord'
import { toBase64 } from '@entente/log'
import type { CaseFile, StoredTree } from '../federation/index.ts'
import { crypto } from '../platform/crypto.ts'

/** A tree smaller than the cited one, with the notes that show when it was cosigned. */
type Tree = { readonly size: number; readonly notes: readonly string[] }
type Trees = Readonly<Record<string, Tree>>
type Earlier = { readonly early?: Trees; readonly breaks?: Trees; readonly since?: Trees }
type EarlierTrees = {
  readonly trees: Earlier
  /** Seconds: when the quorum had seen each tree of `since`. */
  readonly sinceBy: readonly number[]
}

/** What one act of a member said on a version, at its place in the member's strand. */
type Word = {
  readonly index: number
  readonly voice: string
  readonly amends: boolean
}

/** The smaller trees that a certificate of this result carries, of those that are held here. */
export async function earlierTrees(
  file: CaseFile,
  version: VersionState,
  { result, of }: { readonly result: Result; readonly of?: ActId },
): Promise<EarlierTrees> {
  if (result === 'ended') {
    const held = await heldTrees(electorsOf(version), (id) => since(file, version, id))
    return { trees: { since: treesOf(held) }, sinceBy: held.map(([, { by }]) => by) }
  }
  if (version.rule !== 'silence' || of !== undefined || result === 'lapsed')
    return { trees: {}, sinceBy: [] }
  const early = treesOf(await earlyTrees(file, version))
  if (result === 'adopted') return { trees: { early }, sinceBy: [] }
  return { trees: { early, breaks: treesOf(await breakingTrees(file, version)) }, sinceBy: [] }
}

/** By strand: a tree that is held here. */
type Held = readonly (readonly [PartyId, StoredTree])[]

const electorsOf = ({ voices }: VersionState) => Object.keys(voices) as PartyId[]

/** Of a silence: the trees from before its end, of the electors and of whoever put it. */
export const earlyTrees = (file: CaseFile, version: VersionState): Promise<Held> =>
  heldTrees([...new Set([version.by, ...electorsOf(version)])], (id) =>
    beforeTheEnd(file, version, id),
  )

/** Of a silence: the trees that hold what broke it. */
export const breakingTrees = (file: CaseFile, version: VersionState): Promise<Held> =>
  heldTrees(electorsOf(version), (id) => breaking(file, version, id))

async function heldTrees(
  parties: readonly PartyId[],
  treeOf: (party: PartyId) => Promise<StoredTree | undefined>,
): Promise<Held> {
  const trees = await Promise.all(
    parties.map(async (party) => [party, await treeOf(party)] as const),
  )
  return trees.flatMap(([party, tree]) => (tree ? [[party, tree] as const] : []))
}

const treesOf = (held: Held): Trees =>
  Object.fromEntries(held.map(([party, { size, note }]) => [party, { size, notes: [note] }]))

/** A tree by which the quorum shows a strand as it was at a second, and the note that does. */
export type ClosedTree = { readonly head: Head; readonly note: string }

/**
 * Of a silence that is over: the first trees that the quorum cosigned from then on, of strands that go on by now. What
 * stands after them was said too late. A strand without one has nothing from after the end, or nothing shows what it had then.
 */
export async function closedTrees(
  file: CaseFile,
  version: VersionState,
): Promise<readonly (readonly [PartyId, ClosedTree])[]> {
  const { notBefore: from } = version.gate
  if (from === undefined) return []
  const now = file.final()
  const trees = await Promise.all(
    [...new Set([version.by, ...electorsOf(version)])].map(async (party) => {
      const tree = await closedAt(file, party, { from })
      return tree && tree.head.size < now[party]! ? [[party, tree] as const] : []
    }),
  )
  return trees.flat()
}

/** The smallest tree of a strand held here that the quorum cosigned at or after that second, where it is known to be one. */
export async function closedAt(
  file: CaseFile,
  party: PartyId,
  { from, least = 0 }: { readonly from: number; readonly least?: number },
): Promise<ClosedTree | undefined> {
  const { charter } = file
  const before = await file.before(party, from)
  const tree = await file.since(party, Math.max(least, (before?.size ?? 0) + 1))
  if (!tree) return undefined
  const { size, root, times } = readStrandNote(charter, party, tree.note, crypto)
  const isAfter = times.filter(([, second]) => second >= from).length >= charter.quorum
  return isAfter ? { head: { size, root: toBase64(root) }, note: tree.note } : undefined
}

/**
 * A tree from before the expiry. Where the member had said nothing by then, one from before the
 * notice as well: its receipt has to be in it.
 */
async function beforeTheEnd(
  file: CaseFile,
  version: VersionState,
  party: PartyId,
): Promise<StoredTree | undefined> {
  const { expiry, due } = await endsOf(file, version)
  const limit = party === version.by ? expiry : due
  const last = await file.before(party, limit)
  const spoke = wordsOf(file, version, party).some(({ index }) => index < (last?.size ?? 0))
  const isTimely = last !== undefined && last.by < due - file.charter.notice
  return spoke || isTimely ? last : file.before(party, limit - file.charter.notice)
}

/** Seconds: the document's own expiry, and what extensions in a tree from before it make of it. */
export async function endsOf(file: CaseFile, { id, by, expiry: moved = 0 }: VersionState) {
  const effects = file.logged(by).map((logged) => ({ ...logged, effect: effectOf(logged) }))
  const filed = effects.find((one) => one.id === id)?.effect
  const expiry = (filed?.does === 'files' ? filed.document.expiry : undefined) ?? moved
  const { size = 0 } = (await file.before(by, expiry)) ?? {}
  const due = effects.reduce(
    (end, { index, effect }) =>
      effect?.does === 'extends' && effect.on === id && index < size
        ? Math.max(end, effect.until)
        : end,
    expiry,
  )
  return { expiry, due }
}

/** What an act does to the case, where it counts. */
export const effectOf = ({ act, void: voided }: Logged): Effect | undefined =>
  act && !voided ? kindOf(act).effect?.(act) : undefined

/** The first tree that holds the break: the objection or withdrawal, else what still awaits. */
async function breaking(
  file: CaseFile,
  version: VersionState,
  party: PartyId,
): Promise<StoredTree | undefined> {
  const words = wordsOf(file, version, party)
  const broke =
    words.find(({ voice, amends }) => voice === 'objects' || voice === 'withdrawn' || amends) ??
    words.at(-1)
  return broke && file.since(party, broke.index + 1)
}

/** The first tree in which a member was no longer for, and from which on it never was again. */
async function since(
  file: CaseFile,
  version: VersionState,
  party: PartyId,
): Promise<StoredTree | undefined> {
  const words = wordsOf(file, version, party)
  const lastFor = words.findLastIndex(({ voice }) => voice.startsWith('complies'))
  const first = words[lastFor + 1]
  return file.since(party, first === undefined ? 0 : first.index + 1)
}

function wordsOf(file: CaseFile, { id }: VersionState, party: PartyId): readonly Word[] {
  return file.logged(party).flatMap((logged: Logged): Word[] => {
    const effect = effectOf(logged)
    if (effect?.does !== 'speaks' || effect.on !== id) return []
    const { effective, amends = false } = effect.said
    return [{ index: logged.index, voice: effective, amends }]
  })
}
