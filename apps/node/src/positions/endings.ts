import type { ActId, PartyId, VersionState } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import { earlierTrees } from './earlier-trees.ts'

/**
 * By version that was adopted and is suspended: the second from which on, at the earliest, its end can be certified, as far as the
 * trees held here show. Until then whoever is missing can come back in the time of cure; who withdrew cannot, and sets no time.
 */
export async function endingsIn(file: CaseFile): Promise<Readonly<Record<ActId, number>>> {
  const suspended = file
    .state()
    .state.steps.flatMap(({ versions }) => versions)
    .filter(({ standing }) => standing === 'suspended')
  const found = await Promise.all(
    suspended.map(async (version) => [version.id, await endingOf(file, version)] as const),
  )
  return Object.fromEntries(found.flatMap(([id, at]) => (at === undefined ? [] : [[id, at]])))
}

async function endingOf(file: CaseFile, version: VersionState): Promise<number | undefined> {
  const { trees, sinceBy } = await earlierTrees(file, version, { result: 'ended' })
  const missing = (Object.keys(trees.since ?? {}) as PartyId[]).flatMap((party, at) => {
    const { effective } = version.voices[party]!
    const isMissing = effective !== 'withdrawn' && !effective.startsWith('complies')
    return isMissing ? [sinceBy[at]! + file.charter.cure + 1] : []
  })
  return missing.length === 0 ? undefined : Math.min(...missing)
}
