import { isBlockedByAbstention } from '@entente/law'
import type { Charter, RuleName, StepKind } from './charter.ts'
import { AccordError } from './error.ts'
import type { ReasonCode } from './state.ts'
import type { Voice } from './voice.ts'

/**
 * What one effective voice does to a text: `for` (but for the clauses it excepts), not in its way and
 * bound by it, not in its way and standing aside unbound, or shutting its gate.
 */
export type Cell = 'for' | 'bound' | 'aside' | 'shuts'

/** One elector as a demand on all of them together sees it. */
type Vote = { readonly population: number; readonly cell: Cell }

/** What a rule asks of all electors together, beyond what each voice does by itself. */
type Demand = {
  readonly code: ReasonCode
  /** Id of the provision in `@entente/law`; `none` where the demand is ours. */
  readonly source: string
  readonly isMet: (votes: readonly Vote[]) => boolean
}

/** One column of the decision table. */
export type DecisionRule = {
  readonly source: string
  /** Whether silence shuts; where it does not, who is silent is shown beside an open gate. */
  readonly needsEveryVoice: boolean
  readonly cells: Readonly<Record<Voice, Cell>>
  readonly demands: readonly Demand[]
}

const oneIsFor: Demand = {
  code: 'nobody-for',
  source: 'none',
  isMet: (votes) => votes.some(({ cell }) => cell === 'for'),
}

const noDoubleThird: Demand = {
  code: 'double-third',
  source: 'teu-31-1-2',
  isMet: (votes) =>
    !isBlockedByAbstention(
      votes.map(({ population, cell }) => ({
        population,
        abstainsConstructively: cell === 'aside',
      })),
    ),
}

const NO_GATE = undefined

/** The one decision table. A rule that is not here is refused, never judged by another's column. */
const DECISION_TABLE: { readonly [R in RuleName]?: DecisionRule | typeof NO_GATE } = {
  'express-unanimity': {
    source: 'teu-31-1',
    needsEveryVoice: true,
    cells: {
      complies: 'for',
      'complies-with-statement': 'for',
      'complies-with-reservation': 'for',
      abstains: 'bound',
      'abstains-constructively': 'aside',
      'awaits-instructions': 'shuts',
      objects: 'shuts',
      withdrawn: 'shuts',
      silent: 'shuts',
    },
    demands: [oneIsFor, noDoubleThird],
  },
  'each-its-own': NO_GATE,
}

const DEFAULT_RULES: Partial<Record<StepKind, RuleName>> = {
  attribution: 'each-its-own',
  term: 'silence',
  lessons: 'silence',
}

/** By which rule this case decides steps of a kind, whether or not its charter says so. */
export const ruleOf = ({ steps }: Pick<Charter, 'steps'>, kind: StepKind): RuleName =>
  steps[kind]?.rule ?? DEFAULT_RULES[kind] ?? 'express-unanimity'

export const isSupported = (rule: RuleName): boolean => Object.hasOwn(DECISION_TABLE, rule)

/** The column of a rule; undefined where voices are collected and nothing opens. */
export function decisionRule(rule: RuleName): DecisionRule | undefined {
  if (!isSupported(rule)) throw new TypeError(`expected a rule of the decision table, got ${rule}`)
  return DECISION_TABLE[rule]
}

/** Refuses a charter that decides a step by a rule which the decision table does not have. */
export function assertRulesSupported({ steps }: Pick<Charter, 'steps'>) {
  for (const [step, { rule }] of Object.entries(steps))
    if (!isSupported(rule))
      throw new AccordError(
        'charter.unknown-rules',
        `expected ${Object.keys(DECISION_TABLE).join(' or ')} for ${step}, got ${rule}`,
      )
}
