import type { CaseFiles } from './federation/index.ts'
import type { Holding, Stay } from './intelligence/index.ts'
import { namedInCases } from './sharing/index.ts'
import { inCollections, outOfCollections, type TaxiiSetting } from './taxii/index.ts'

type HoldingOptions = {
  readonly caseFiles: Pick<CaseFiles, 'list'>
  readonly taxii: () => Pick<TaxiiSetting, 'collections'>
  readonly undone?: (ids: readonly string[]) => void
}

/** What an import’s undoing asks the other capabilities: which contents were named or offered to others, by and to whom. */
export const holdingOf = ({ caseFiles, taxii, undone }: HoldingOptions): Holding => ({
  stays: async (within, contents) => {
    const named = namedInCases(caseFiles)
    const offered = await inCollections(within, contents, taxii())
    const stays = new Map<number, readonly Stay[]>()
    for (const { seq, sha256 } of contents) {
      const because = [...named(sha256), ...(offered.get(seq) ?? [])]
      if (because.length > 0) stays.set(seq, because)
    }
    return stays
  },
  remove: outOfCollections,
  ...(undone ? { undone } : {}),
})
