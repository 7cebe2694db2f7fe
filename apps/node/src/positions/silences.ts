import {
  comesTo,
  type ActId,
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

const isUncertified = ({ rule, current, adopted, broken }: VersionState): boolean =>
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
  const [early, breaks, closed] = await Promise.all([
    earlyTrees(file, version),
    breakingTrees(file, version),
    closedTrees(file, version),
  ])
  return comesTo(file.charter, file.cut(), version.id, {
    early: Object.fromEntries(early),
    breaks: Object.fromEntries(breaks),
    ...(closed.length > 0 && {
      closed: Object.fromEntries(closed.map(([party, { head }]) => [party, head.size])),
    }),
  })
}
