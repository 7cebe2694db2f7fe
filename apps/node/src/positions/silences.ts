import {
  comesTo,
  type ActId,
  type Head,
  type PartyId,
  type SilenceShown,
  type State,
  type VersionState,
} from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import { breakingTrees, closedTrees, earlyTrees, effectOf, endsOf } from './earlier-trees.ts'

/** By version: what the trees held here show of each silence that nothing is certified of, from the notice on. */
export async function silencesIn(
  file: CaseFile,
  /** Seconds, by this node's clock. */
  now: number,
): Promise<Readonly<Record<ActId, SilenceShown>>> {
  const shown = file
    .state()
    .state.steps.flatMap(({ versions }) => versions)
    .filter(isUncertified)
    .map(async (version) => [version.id, await shownOf(file, version, now)] as const)
  return Object.fromEntries(await Promise.all(shown))
}

export const isUncertified = ({ rule, current, adopted, broken }: VersionState): boolean =>
  rule === 'silence' && current && adopted.length === 0 && broken === undefined

async function shownOf(file: CaseFile, version: VersionState, now: number): Promise<SilenceShown> {
  const late = await lateOn(file, version, now)
  const { notBefore = Infinity } = version.gate
  return now < notBefore ? { late } : { late, ...(await comesToOnce(file, version)) }
}

/** Silent members that have the text by an act which no tree held here shows before the notice. */
async function lateOn(
  file: CaseFile,
  version: VersionState,
  now: number,
): Promise<readonly PartyId[]> {
  const limit = (await endsOf(file, version)).due - file.charter.notice
  if (now < limit) return []
  const silent = (version.acknowledged ?? []).filter(
    (party) => version.voices[party]?.effective === 'silent',
  )
  const late = await Promise.all(
    silent.map(async (party) => {
      const { size = 0 } = (await file.before(party, limit)) ?? {}
      return hasIt(file, version.id, party) < size ? [] : [party]
    }),
  )
  return late.flat()
}

/** The place of the first act by which a party has a version: its receipt, or the filing itself. */
const hasIt = (file: CaseFile, version: ActId, party: PartyId): number =>
  file.logged(party).find((logged) => {
    const effect = effectOf(logged)
    return logged.id === version || (effect?.does === 'acknowledges' && effect.of === version)
  })?.index ?? Infinity

/** Nothing is computed twice of a state that stays as it is. */
const known = new WeakMap<State, Map<ActId, Promise<ReturnType<typeof comesTo>>>>()

/** The trees that were kept of a silence once it was over, where that was not before this second. */
export async function closedFrom(file: CaseFile, on: ActId, notBefore = Infinity) {
  const kept = await file.closed(on)
  return kept && kept.at >= notBefore ? kept : undefined
}

/** What is kept here since may show more. */
export const forgetShown = (file: CaseFile): void => void known.delete(file.state().state)

/** Which certificate of a silence that is over follows from what is held here, and whether from the present cut. */
export function comesToOnce(
  file: CaseFile,
  version: VersionState,
): Promise<ReturnType<typeof comesTo>> {
  const { state } = file.state()
  const of = known.get(state) ?? new Map<ActId, Promise<ReturnType<typeof comesTo>>>()
  known.set(state, of)
  const found = of.get(version.id) ?? compute(file, version)
  of.set(version.id, found)
  return found
}

async function compute(file: CaseFile, version: VersionState) {
  const [early, breaks, closed, kept] = await Promise.all([
    earlyTrees(file, version),
    breakingTrees(file, version),
    closedTrees(file, version),
    closedFrom(file, version.id, version.gate.notBefore),
  ])
  const of = (heads: readonly (readonly [string, Head])[]) =>
    comesTo(file.charter, file.cut(), version.id, {
      early: Object.fromEntries(early),
      breaks: Object.fromEntries(breaks),
      ...(heads.length > 0 && {
        closed: Object.fromEntries(heads.map(([party, { size }]) => [party, size])),
      }),
    })
  const shown = of(Object.entries(kept?.cut ?? {}))
  return shown.comesTo === 'neither' ? of(closed.map(([party, { head }]) => [party, head])) : shown
}
