import type { Untested } from '@entente/stix'
import type { Asset } from './asset.ts'
import type { AssetMatch } from './match.ts'

/** One taking-in of an inventory: the whole of it, in the place of what was there. */
type InventoryImport = {
  readonly name: string
  readonly sha256: string
  readonly addedAt: string
}

/** What became of an inventory that came in. */
export type InventoryChange = {
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly gone: number
}

/** An indicator as it was matched: one content of its newest version. */
export type MatchedIndicator = {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly pattern: string
  readonly patternType: string
  /** As the indicator has it; absent where it has no end. */
  readonly validUntil?: string
  readonly state: 'tested' | 'partly' | 'untested' | 'revoked'
  readonly untested: readonly Untested[]
  readonly isCut: boolean
  /** Matches that were kept out, for what they meet by stands on these warning lists. */
  readonly knownGood?: { readonly matches: number; readonly lists: readonly string[] }
}

export type StoredMatch = Omit<AssetMatch, 'asset'> & {
  readonly asset: string
  readonly indicator: string
  readonly sha256: string
  readonly foundAt: string
}

/** What a person said of a match: that it means nothing, and why. */
export type MatchMark = {
  readonly asset: string
  readonly indicator: string
  readonly by: string
  readonly at: string
  readonly because: string
}

/** How far matching has come: which inventory and which warning lists, and up to which content of the evidence. */
type MatchProgress = {
  readonly inventory: number
  readonly upTo: number
  readonly lists: string
}

/**
 * Where a node keeps its operator's inventory and what touches it. Nothing of it is ever asked for by
 * another node; matches can be dropped and found again.
 */
export type AssetStore = {
  /** Puts the inventory in the place of the one before, all or nothing. */
  readonly replace: (taken: InventoryImport, assets: readonly Asset[]) => Promise<InventoryChange>
  /** In the order of the file. */
  readonly assets: () => Promise<readonly Asset[]>
  readonly page: (page: {
    readonly after: number
    readonly limit: number
  }) => Promise<{ readonly assets: readonly Asset[]; readonly count: number }>
  readonly find: (ids: readonly string[]) => Promise<readonly Asset[]>
  /** Which inventory is here, counted from 1; 0 where there is none. */
  readonly inventory: () => Promise<(InventoryImport & { readonly number: number }) | undefined>

  readonly progress: () => Promise<MatchProgress>
  /** Keeps what matching these indicators came to, in the place of what it came to before. */
  readonly keep: (
    found: readonly {
      readonly indicator: string
      readonly contents: readonly (MatchedIndicator & { readonly matches: readonly AssetMatch[] })[]
    }[],
    at: MatchProgress & { readonly foundAt: string },
  ) => Promise<void>
  readonly matches: (limit: number) => Promise<readonly StoredMatch[]>
  /** Whether this indicator touches this asset. */
  readonly isMatched: (match: Pick<MatchMark, 'asset' | 'indicator'>) => Promise<boolean>
  readonly countMatches: () => Promise<{ readonly matches: number; readonly assets: number }>
  readonly indicators: (ids: readonly string[]) => Promise<readonly MatchedIndicator[]>
  /** Indicators with parts that could not be tested; the first of them by id, and counts of all. */
  readonly untested: (limit: number) => Promise<readonly MatchedIndicator[]>
  /** Indicators of which matches were kept out; the first of them by id, and how many matches in all. */
  readonly knownGood: (limit: number) => Promise<{
    readonly indicators: readonly MatchedIndicator[]
    readonly matches: number
  }>
  readonly countIndicators: () => Promise<Readonly<Record<MatchedIndicator['state'], number>>>

  readonly marks: () => Promise<readonly MatchMark[]>
  readonly mark: (mark: MatchMark) => Promise<void>
  readonly unmark: (match: Pick<MatchMark, 'asset' | 'indicator'>) => Promise<void>
}
