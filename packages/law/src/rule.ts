import type { InLanguages } from '@entente/lexicon'
import type { FactId, Facts } from './fact.ts'
import type { Dispute, Finding, Value } from './finding.ts'
import type { Source } from './source.ts'
import type { Issue, ReadingValue } from './view.ts'

/** What a reading makes of the value that the facts alone give; values it does not name stay. */
export type Effect = Readonly<Partial<Record<Value, Value>>>

/** How the readings of one issue are laid over a rule, and the dispute between them. */
export type Overlay = {
  [I in Issue]: {
    readonly issue: I
    readonly dispute: Dispute
    readonly effects: Readonly<Record<ReadingValue<I>, Effect>>
  }
}[Issue]

type Provision = {
  readonly id: string
  readonly source: Source
  readonly question: InLanguages
  /** Whether the question arises at all; a rule that does not is not asked. */
  readonly arises?: (facts: Facts) => boolean
  /** What is taken to be so where a rule that no measure may pass over is reached and nobody raised it. */
  readonly assumed?: InLanguages
}

/** One test of law on facts. */
export type Rule = Provision & {
  readonly kind: 'rule'
  /** Further authorities at the pin-cite. */
  readonly authorities: readonly string[]
  readonly facts: readonly FactId[]
  readonly view?: Overlay
  /** Disputes that the facts may raise, beside the one between views. */
  readonly disputes: readonly Dispute[]
  readonly test: (facts: Facts) => Finding
}

/** Provisions that are needed together, or of which one is enough. */
export type Compound = Provision & {
  readonly kind: 'all' | 'any'
  readonly parts: readonly Norm[]
  /** What remains where it is not met: most of what already happened cannot be mended part by part. */
  readonly remedy?: InLanguages
}

export type Norm = Rule | Compound

/**
 * Exceptions, excuses and what modifies another rule are asked only once somebody has stated one of
 * these facts; until then they stand in the trace as not asked.
 */
export const isRaised =
  (...ids: readonly FactId[]): NonNullable<Provision['arises']> =>
  (facts) =>
    ids.some((id) => facts[id] !== undefined)

/** A rule whose test sees the facts that it declares, and no other. */
export function rule<const K extends FactId>(
  rule: Omit<Rule, 'kind' | 'facts' | 'test' | 'disputes'> & {
    readonly disputes?: readonly Dispute[]
    readonly facts: readonly K[]
    readonly test: (facts: Pick<Facts, K>) => Finding
  },
): Rule {
  const declared = (facts: Facts): Pick<Facts, K> =>
    Object.fromEntries(rule.facts.map((id) => [id, facts[id]])) as Pick<Facts, K>
  return {
    disputes: [],
    ...rule,
    kind: 'rule',
    test: (facts) => rule.test(declared(facts)),
  }
}

export const allOf = (compound: Omit<Compound, 'kind'>): Compound => ({ ...compound, kind: 'all' })

export const anyOf = (compound: Omit<Compound, 'kind'>): Compound => ({ ...compound, kind: 'any' })

/** The rules of a norm, leaf by leaf, in the order in which they are read. */
export const rulesOf = (norm: Norm): readonly Rule[] =>
  norm.kind === 'rule' ? [norm] : norm.parts.flatMap(rulesOf)

/** Every dispute about a rule itself, each once: those that facts may raise, and the one between views. */
export const disputesAbout = (norm: Norm): readonly Dispute[] =>
  norm.kind === 'rule'
    ? [
        ...new Map(
          [...norm.disputes, ...(norm.view ? [norm.view.dispute] : [])].map((each) => [
            each.id,
            each,
          ]),
        ).values(),
      ]
    : []

/** A norm and all it is made of, from the top. */
export const normsOf = (norm: Norm): readonly Norm[] =>
  norm.kind === 'rule' ? [norm] : [norm, ...norm.parts.flatMap(normsOf)]

const READ = new WeakMap<Norm, ReadonlySet<string>>()
const RAISED = new WeakMap<Norm, ReadonlySet<string>>()

const keptIn = (
  known: WeakMap<Norm, ReadonlySet<string>>,
  norm: Norm,
  workOut: () => ReadonlySet<string>,
): ReadonlySet<string> => {
  const found = known.get(norm) ?? workOut()
  known.set(norm, found)
  return found
}

/** The facts on which it hangs whether the question of a norm itself arises. */
export const raisedBy = (norm: Norm): ReadonlySet<string> =>
  keptIn(RAISED, norm, () => {
    const read = new Set<string>()
    const watched = new Proxy<Facts>({}, { get: (_facts, id) => void read.add(String(id)) })
    norm.arises?.(watched)
    return read
  })

/** Every fact that a norm looks at, in its tests and in what makes its questions arise. */
export const factsRead = (norm: Norm): ReadonlySet<string> =>
  keptIn(
    READ,
    norm,
    () =>
      new Set([
        ...raisedBy(norm),
        ...(norm.kind === 'rule' ? norm.facts : norm.parts.flatMap((part) => [...factsRead(part)])),
      ]),
  )
