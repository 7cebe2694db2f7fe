/** What `/api/v1/assets` and `/api/v1/matches` say: to persons of this node alone. */
import type { AffectedAsset } from './affected.ts'
import type { Asset } from './asset.ts'
import type { InventoryReport } from './matching.ts'
import type { Why } from './match.ts'

export type AssetView = Asset

/** `GET /api/v1/assets?after=&limit=`: the inventory in the order of its file. */
export type AssetsView = {
  readonly assets: readonly AssetView[]
  readonly count: number
  /** Where the next page begins; absent on the last. */
  readonly next?: number
  /** The file that it came from; absent where there is no inventory. */
  readonly file?: { readonly name: string; readonly sha256: string; readonly addedAt: string }
  readonly columns: readonly string[]
}

/** `POST /api/v1/assets?name=` with a CSV file: what became of it. */
export type AssetsTaken = InventoryReport

/** An asset beside the indicator that touches it, and why. */
export type MatchView = {
  readonly asset: AssetView
  readonly indicator: {
    readonly id: string
    readonly name: string
    readonly pattern: string
    readonly validUntil?: string
    /** Its time is over by this node's clock. */
    readonly isPast: boolean
  }
  /** `may-match`: by the parts that could be tested; `untested` says which could not, and why. */
  readonly certainty: 'matches' | 'may-match'
  readonly why: readonly Why[]
  readonly untested: readonly { readonly text: string; readonly because: string }[]
  readonly foundAt: string
  /** A person of this node holds that it means nothing. */
  readonly falsePositive?: { readonly by: string; readonly at: string; readonly because: string }
}

/**
 * `GET /api/v1/matches`; `POST /api/v1/matches` with `{ asset, indicator, falsePositive, because? }` marks
 * one, or takes the mark back.
 */
export type MatchesView = {
  /** The latest first; marked ones last. */
  readonly matches: readonly MatchView[]
  readonly count: number
  /** How many assets are touched, marked matches left out. */
  readonly assets: number
  readonly indicators: {
    readonly tested: number
    readonly partly: number
    readonly untested: number
    readonly revoked: number
  }
  /** Matches that were kept out because what they meet by stands on warning lists, and the indicators they are of. */
  readonly knownGood: {
    readonly matches: number
    readonly indicators: readonly {
      readonly id: string
      readonly name: string
      readonly matches: number
      readonly lists: readonly string[]
    }[]
  }
  /** Indicators with parts that were not tested, and why: none is passed over in silence. */
  readonly untested: readonly {
    readonly id: string
    readonly name: string
    readonly pattern: string
    readonly state: 'partly' | 'untested'
    readonly parts: readonly { readonly text: string; readonly because: string }[]
  }[]
}

/** A CPE name that an object carries, by its first attributes (NISTIR 7695). */
export type CpeName = {
  readonly name: string
  readonly part: string
  readonly vendor: string
  readonly product: string
  readonly version: string
}
/** `GET /api/v1/objects/{id}/assets`: which of this node's assets an object touches, and the CPE names in it. */
export type TouchedView = {
  readonly cpes: readonly CpeName[]
  /** Whether this node has an inventory at all. */
  readonly hasInventory: boolean
  /** The first of them. */
  readonly matches: readonly Pick<MatchView, 'asset' | 'certainty' | 'why'>[]
  readonly count: number
  /** Assets that it meets only by values on warning lists, and that are not counted. */
  readonly suppressed?: number
  /** More assets are touched than are counted. */
  readonly isCut: boolean
  readonly untested: MatchView['untested']
  /** Of a vulnerability, the first assets that are a product of its record: affected, not affected, or it cannot be told, and why. */
  readonly versions?: readonly AffectedAsset[]
}
