import {
  comparisonsOf,
  judgePattern,
  parsePattern,
  StixError,
  timingOf,
  type Comparison,
  type Observation,
  type Untested,
  type Verdict,
} from '@entente/stix'
import type { Asset } from './asset.ts'
import {
  isCertain,
  questionOf,
  valuesOf,
  type AssetIndex,
  type Hit,
  type Question,
} from './index-of-assets.ts'

/** Why an asset is touched: a part of the pattern beside the value of the inventory that meets it. */
export type Why = {
  /** As the pattern has it. */
  readonly comparison: string
  readonly column: Hit['column']
  readonly value: string
  readonly relation: Hit['relation']
}

export type AssetMatch = {
  readonly asset: Asset
  /** `matches`: by all of the pattern. `may-match`: by what could be tested; the rest is said. */
  readonly certainty: 'matches' | 'may-match'
  readonly why: readonly Why[]
  readonly untested: readonly Untested[]
}

/** What matching an indicator came to. */
export type Matched = {
  readonly matches: readonly AssetMatch[]
  /** More assets are touched than are kept. */
  readonly isCut: boolean
  /** `untested`: no part of it can be put to an inventory. */
  readonly state: 'tested' | 'partly' | 'untested'
  readonly untested: readonly Untested[]
}

/** An indicator that touches more says little about each. */
const MOST_MATCHES = 5_000

/** Which assets an indicator's pattern touches and why; what cannot be tested is said, never passed over. */
export function matchIndicator(
  index: AssetIndex,
  indicator: { readonly pattern: string; readonly pattern_type: string },
): Matched {
  const { pattern, pattern_type: language } = indicator
  if (language !== 'stix')
    return nothing([
      {
        text: pattern.slice(0, 200),
        because: `patterns of ${language.slice(0, 80)} are not read here`,
      },
    ])
  let observation: Observation
  try {
    observation = parsePattern(pattern)
  } catch (error) {
    if (error instanceof StixError)
      return nothing([{ text: pattern.slice(0, 200), because: error.message }])
    throw error
  }
  return matchPattern(index, observation)
}

const nothing = (untested: readonly Untested[]): Matched => ({
  matches: [],
  isCut: false,
  state: 'untested',
  untested,
})

type Asked = { readonly comparison: Comparison; readonly question: Question | Untested }

function matchPattern(index: AssetIndex, observation: Observation): Matched {
  const asked = comparisonsOf(observation).map((comparison): Asked => ({
    comparison,
    question: questionOf(comparison),
  }))
  const untested = [
    ...asked.flatMap(({ question }) => ('because' in question ? [question] : [])),
    ...timingOf(observation),
  ]
  const hits = new Map<Comparison, Map<Asset, Hit[]>>()
  const candidates = new Set<Asset>()
  let canFind = false
  for (const { comparison, question } of asked) {
    if ('because' in question) continue
    const found = byAsset(question.find(index))
    hits.set(comparison, found)
    if (question.isNegated) continue
    canFind = true
    for (const asset of found.keys()) candidates.add(asset)
  }
  if (!canFind)
    return nothing(
      untested.length > 0 ? untested : asked.map(({ comparison }) => everything(comparison)),
    )
  const matches = [...candidates].flatMap((asset) => matchOf(asset, observation, { asked, hits }))
  return {
    matches: matches.slice(0, MOST_MATCHES),
    isCut: matches.length > MOST_MATCHES,
    state: untested.length > 0 ? 'partly' : 'tested',
    untested,
  }
}

/** A pattern that only says what a thing is not would touch the whole inventory. */
const everything = ({ text }: Comparison): Untested => ({
  text,
  because: 'it only says what a thing is not',
})

function byAsset(hits: readonly Hit[]): Map<Asset, Hit[]> {
  const found = new Map<Asset, Hit[]>()
  for (const hit of hits) {
    const others = found.get(hit.asset)
    if (others) others.push(hit)
    else found.set(hit.asset, [hit])
  }
  return found
}

function matchOf(
  asset: Asset,
  observation: Observation,
  {
    asked,
    hits,
  }: {
    readonly asked: readonly Asked[]
    readonly hits: ReadonlyMap<Comparison, ReadonlyMap<Asset, readonly Hit[]>>
  },
): readonly AssetMatch[] {
  const untested: Untested[] = [...timingOf(observation)]
  const why: Why[] = []
  const verdicts = new Map<Comparison, Verdict>()
  for (const { comparison, question } of asked) {
    const own = hits.get(comparison)?.get(asset) ?? []
    const { verdict, open } = verdictOf(asset, question, own)
    verdicts.set(comparison, verdict)
    if (open) untested.push({ text: comparison.text, because: open })
    if ('because' in question || question.isNegated) continue
    for (const { column, value, relation } of own)
      why.push({ comparison: comparison.text, column, value, relation })
  }
  const verdict = judgePattern(observation, (comparison) => verdicts.get(comparison) ?? 'unknown')
  if (verdict === 'no') return []
  const certainty = verdict === 'yes' ? 'matches' : 'may-match'
  return [{ asset, certainty, why, untested: certainty === 'matches' ? [] : untested }]
}

/** What the inventory says of one asset, and what it leaves open. */
function verdictOf(
  asset: Asset,
  question: Question | Untested,
  hits: readonly Hit[],
): { readonly verdict: Verdict; readonly open?: string } {
  if ('because' in question) return { verdict: 'unknown', open: question.because }
  const { column, prefix, isNegated } = question
  const isKnown = valuesOf(asset, column).some((value) => value.startsWith(prefix))
  // What an inventory leaves out is not known: it is no proof that the thing has none.
  if (!isKnown) return { verdict: 'unknown', open: `the inventory has no ${prefix}${column} of it` }
  if (hits.some(isCertain)) return { verdict: isNegated ? 'no' : 'yes' }
  if (hits.length > 0)
    return { verdict: 'unknown', open: `the inventory’s ${column} leaves it open` }
  return { verdict: isNegated ? 'yes' : 'no' }
}
