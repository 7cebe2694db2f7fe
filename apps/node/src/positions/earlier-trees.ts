import {
  kindOf,
  type ActId,
  type Logged,
  type PartyId,
  type Result,
  type VersionState,
} from '@entente/accord'
import type { CaseFile, StoredTree } from '../federation/index.ts'

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
  const electors = Object.keys(version.voices) as PartyId[]
  if (result === 'ended') {
    const held = await heldTrees(electors, (id) => since(file, version, id))
    return { trees: { since: treesOf(held) }, sinceBy: held.map(([, { by }]) => by) }
  }
  if (version.rule !== 'silence' || of !== undefined || result === 'lapsed')
    return { trees: {}, sinceBy: [] }
  const strands = [...new Set([version.by, ...electors])]
  const early = treesOf(await heldTrees(strands, (id) => beforeTheEnd(file, version, id)))
  if (result === 'adopted') return { trees: { early }, sinceBy: [] }
  const breaks = treesOf(await heldTrees(electors, (id) => breaking(file, version, id)))
  return { trees: { early, breaks }, sinceBy: [] }
}

type Held = readonly (readonly [PartyId, StoredTree])[]

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

/**
 * A tree from before the expiry. Where the member had said nothing by then, one from before the
 * notice as well: its receipt has to be in it.
 */
async function beforeTheEnd(
  file: CaseFile,
  version: VersionState,
  party: PartyId,
): Promise<StoredTree | undefined> {
  const { expiry, due } = endsOf(file, version)
  const limit = party === version.by ? expiry : due
  const last = await file.before(party, limit)
  const spoke = wordsOf(file, version, party).some(({ index }) => index < (last?.size ?? 0))
  const isTimely = last !== undefined && last.by < due - file.charter.notice
  return spoke || isTimely ? last : file.before(party, limit - file.charter.notice)
}

/** The document's own expiry, and what extensions that were filed before it make of it. */
function endsOf(file: CaseFile, { id, by, expiry: moved = 0 }: VersionState) {
  const filed = file.logged(by).find((logged) => logged.id === id)?.act
  const effect = filed && kindOf(filed).effect?.(filed)
  const expiry = (effect?.does === 'files' ? effect.document.expiry : undefined) ?? moved
  return { expiry, due: Math.max(expiry, moved) }
}

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
    const effect = logged.act && !logged.void ? kindOf(logged.act).effect?.(logged.act) : undefined
    if (effect?.does !== 'speaks' || effect.on !== id) return []
    const { effective, amends = false } = effect.said
    return [{ index: logged.index, voice: effective, amends }]
  })
}
