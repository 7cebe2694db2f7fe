import { COLUMNS } from './column.ts'
import type { AssetsView, MatchesView, MatchView } from './api.ts'
import { AssetsError } from './error.ts'
import type { AssetStore, MatchedIndicator, MatchMark, StoredMatch } from './store.ts'

export async function assetsView(
  store: AssetStore,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<AssetsView> {
  const { assets, count } = await store.page({ after, limit })
  const file = await store.inventory()
  const next = after + assets.length
  return {
    assets,
    count,
    ...(next < count && assets.length > 0 ? { next } : {}),
    ...(file ? { file: { name: file.name, sha256: file.sha256, addedAt: file.addedAt } } : {}),
    columns: COLUMNS,
  }
}

const MOST_MATCHES = 2_000
const MOST_UNTESTED = 200

/** Matches as people read them: each asset beside its indicator. `now` is for their eyes. */
export async function matchesView(store: AssetStore, now: string): Promise<MatchesView> {
  const stored = await store.matches(MOST_MATCHES)
  const marks = new Map((await store.marks()).map((mark) => [keyOf(mark), mark]))
  const assets = new Map(
    (await store.find([...new Set(stored.map(({ asset }) => asset))])).map((one) => [one.id, one]),
  )
  const indicators = new Map(
    (await store.indicators([...new Set(stored.map(({ indicator }) => indicator))])).map((one) => [
      contentKey(one.id, one.sha256),
      one,
    ]),
  )
  const matches = stored.flatMap((match): readonly MatchView[] => {
    const asset = assets.get(match.asset)
    const indicator = indicators.get(contentKey(match.indicator, match.sha256))
    // An inventory that is being replaced: the match is found again in a moment.
    if (!asset || !indicator) return []
    const { certainty, why, untested, foundAt } = match
    return [
      {
        asset,
        indicator: indicatorView(indicator, now),
        certainty,
        why,
        untested,
        foundAt,
        ...markView(marks.get(keyOf(match))),
      },
    ]
  })
  const { matches: count } = await store.countMatches()
  const untested = await store.untested(MOST_UNTESTED)
  const open = matches.filter(({ falsePositive }) => falsePositive === undefined)
  return {
    matches: [...open, ...matches.filter(({ falsePositive }) => falsePositive !== undefined)],
    count,
    assets: new Set(open.map(({ asset }) => asset.id)).size,
    indicators: await store.countIndicators(),
    knownGood: await knownGoodView(store),
    untested: untested.flatMap(({ id, name, pattern, state, untested: parts }) =>
      state === 'partly' || state === 'untested' ? [{ id, name, pattern, state, parts }] : [],
    ),
  }
}

async function knownGoodView(store: AssetStore): Promise<MatchesView['knownGood']> {
  const { indicators, matches } = await store.knownGood(MOST_UNTESTED)
  return {
    matches,
    indicators: indicators.map(({ id, name, knownGood }) => ({
      id,
      name,
      matches: knownGood?.matches ?? 0,
      lists: knownGood?.lists ?? [],
    })),
  }
}

const keyOf = ({ asset, indicator }: Pick<StoredMatch, 'asset' | 'indicator'>) =>
  JSON.stringify([asset, indicator])
const contentKey = (id: string, sha256: string) => `${id} ${sha256}`

const indicatorView = ({ id, name, pattern, validUntil }: MatchedIndicator, now: string) => ({
  id,
  name,
  pattern,
  ...(validUntil === undefined ? {} : { validUntil }),
  isPast: validUntil !== undefined && Date.parse(validUntil) <= Date.parse(now),
})

const markView = (mark: MatchMark | undefined): Pick<MatchView, 'falsePositive'> =>
  mark ? { falsePositive: { by: mark.by, at: mark.at, because: mark.because } } : {}

/** Marks a match as meaning nothing, or takes the mark back; refused where there is no such match. */
export async function markMatch(
  store: AssetStore,
  said: {
    readonly asset: string
    readonly indicator: string
    readonly falsePositive: boolean
    readonly because: string
  },
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  const { asset, indicator, falsePositive, because } = said
  if (!(await store.isMatched({ asset, indicator })))
    throw new AssetsError(
      'match.unknown',
      `expected an asset that this indicator touches, got ${asset.slice(0, 80)} and ${indicator.slice(0, 80)}`,
    )
  if (falsePositive) await store.mark({ asset, indicator, by, at, because })
  else await store.unmark({ asset, indicator })
}
