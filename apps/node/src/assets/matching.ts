import { hash } from 'node:crypto'
import type { IntelligenceStore } from '../intelligence/index.ts'
import type { Since } from '../intelligence/since.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { inTurn } from '../platform/turn.ts'
import type { WarningsNow } from '../warnings/index.ts'
import type { AssetIndex } from './index-of-assets.ts'
import type { withoutKnownGood } from './known-good.ts'
import type { matchIndicator } from './match.ts'
import type { Asset } from './asset.ts'
import type { AssetStore, InventoryChange } from './store.ts'

/** An inventory that came in, and what touches it now. */
export type InventoryReport = InventoryChange & {
  readonly source: string
  readonly assets: number
  readonly notKept: readonly string[]
  readonly matches: number
}

export type Matching = {
  /** Puts this inventory in the place of the one before and matches it with all that is held. */
  readonly take: (bytes: Uint8Array, name: string) => Promise<InventoryReport>
  /** Resolves when everything held now is matched. */
  readonly settle: () => Promise<void>
  /** The same in the background: called after intelligence came in. */
  readonly kick: () => void
  /** The same of these objects again: something of them went. */
  readonly again: (ids: readonly string[]) => void
  /** Waits for what is under way and begins nothing more. */
  readonly close: () => Promise<void>
}

type Found = Parameters<AssetStore['keep']>[0][number]

type MatchingOptions = {
  readonly store: AssetStore
  readonly since: Since
  readonly contents: IntelligenceStore['contents']
  /** Lists of values that say nothing; without them every match counts. */
  readonly warnings?: () => Promise<WarningsNow>
  readonly clock: Clock
  readonly failed: (error: unknown) => void
}

const PAGE = 200

/** Matches the inventory with the indicators held here; both stay at this node. */
export function createMatching(options: MatchingOptions): Matching {
  const { store, clock, failed } = options
  const turn = inTurn()
  let isClosed = false
  let isWaiting = false
  const settle = () => turn(() => matchAll(options, () => isClosed))
  return {
    settle,
    take: (bytes, name) =>
      turn(async () => {
        const { parseInventory } = await import('./asset.ts')
        const { assets, notKept } = parseInventory(bytes)
        const change = await store.replace(
          { name, sha256: hash('sha256', bytes), addedAt: instant(clock) },
          assets,
        )
        await matchAll(options, () => isClosed)
        const { matches } = await store.countMatches()
        return { source: name, assets: assets.length, ...change, notKept, matches }
      }),
    kick: () => {
      if (isWaiting || isClosed) return
      isWaiting = true
      turn(() => {
        isWaiting = false
        return matchAll(options, () => isClosed)
      }).catch(failed)
    },
    again: (ids) => void turn(() => matchAgain(options, ids)).catch(failed),
    close: async () => {
      isClosed = true
      await turn(async () => {})
    },
  }
}

/** A new inventory meets all indicators, and so does one where warning lists changed; else it meets those that came since. */
async function matchAll(
  { store, since, contents, clock, warnings }: MatchingOptions,
  isClosed: () => boolean,
): Promise<void> {
  const inventory = await store.inventory()
  if (!inventory) return
  const now = await warnings?.()
  const lists = now?.stamp ?? ''
  const progress = await store.progress()
  const isSame = progress.inventory === inventory.number && progress.lists === lists
  let upTo = isSame ? progress.upTo : 0
  let ready: Ready | undefined
  while (!isClosed()) {
    const came = await since('indicator', upTo, PAGE)
    if (came.length === 0) break
    ready ??= await getReady(await store.assets(), now)
    const found: Found[] = []
    for (const id of new Set(came.map((one) => one.id)))
      found.push({ indicator: id, contents: matchNewest(ready, id, await contents(id)) })
    upTo = came.at(-1)!.seq
    await store.keep(found, { inventory: inventory.number, upTo, lists, foundAt: instant(clock) })
    // Requests of people are answered between two pages.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Matches some indicators anew, by what is left of them. */
async function matchAgain(
  { store, contents, clock, warnings }: MatchingOptions,
  ids: readonly string[],
): Promise<void> {
  const indicators = ids.filter((id) => id.startsWith('indicator--'))
  const inventory = await store.inventory()
  if (!inventory || indicators.length === 0) return
  const ready = await getReady(await store.assets(), await warnings?.())
  for (let from = 0; from < indicators.length; from += PAGE) {
    const found: Found[] = []
    for (const id of indicators.slice(from, from + PAGE))
      found.push({ indicator: id, contents: matchNewest(ready, id, await contents(id)) })
    // How far everything was matched, and under which lists, stays as it is: this was some of it.
    const { upTo, lists } = await store.progress()
    const foundAt = instant(clock)
    await store.keep(found, { inventory: inventory.number, upTo, lists, foundAt })
  }
}

/** An inventory and what matches it: loaded where there is one, for most nodes have none. */
type Ready = {
  readonly index: AssetIndex
  readonly match: typeof matchIndicator
  readonly without: typeof withoutKnownGood
  readonly warnings: WarningsNow | undefined
}

async function getReady(
  assets: readonly Asset[],
  warnings: WarningsNow | undefined,
): Promise<Ready> {
  const { indexAssets } = await import('./index-of-assets.ts')
  const { matchIndicator: match } = await import('./match.ts')
  const { withoutKnownGood: without } = await import('./known-good.ts')
  return { index: indexAssets(assets), match, without, warnings }
}

type Indicator = {
  readonly name?: unknown
  readonly pattern?: unknown
  readonly pattern_type?: unknown
  readonly valid_until?: unknown
  readonly revoked?: unknown
}

/** Every content of the newest version: where they differ, nobody can say which is meant. */
function matchNewest(
  { index, match, without, warnings }: Ready,
  id: string,
  versions: Awaited<ReturnType<IntelligenceStore['contents']>>,
): Found['contents'] {
  const newest = versions.at(-1)?.version
  return versions
    .filter(({ version }) => version === newest)
    .map(({ sha256, bytes }) => {
      const said = JSON.parse(new TextDecoder().decode(bytes)) as Indicator
      const pattern = typeof said.pattern === 'string' ? said.pattern : ''
      const patternType = typeof said.pattern_type === 'string' ? said.pattern_type : ''
      const isRevoked = said.revoked === true
      const {
        matches: all,
        isCut,
        state,
        untested,
      } = isRevoked
        ? { matches: [], isCut: false, state: 'revoked' as const, untested: [] }
        : match(index, { pattern, pattern_type: patternType })
      const { matches, suppressed, lists } = without(all, warnings)
      return {
        ...(suppressed > 0 ? { knownGood: { matches: suppressed, lists } } : {}),
        id,
        sha256,
        name: typeof said.name === 'string' ? said.name : id,
        pattern,
        patternType,
        ...(typeof said.valid_until === 'string' ? { validUntil: said.valid_until } : {}),
        state,
        untested,
        isCut,
        matches,
      }
    })
}

/** Evidence whose store tells when something came in. */
export function telling(store: IntelligenceStore, came: () => void): IntelligenceStore {
  return {
    ...store,
    receive: async (source, work) => {
      const received = await store.receive(source, work)
      came()
      return received
    },
  }
}
