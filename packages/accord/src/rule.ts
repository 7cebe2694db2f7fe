import {
  isBlockedByAbstention,
  isMajorityOfMembers,
  isMajorityOfPopulation,
  SILENCE_MODELS,
  type SilenceModel,
} from '@entente/law'
import type { Charter, RuleName, StepKind } from './charter.ts'
import { AccordError } from './error.ts'
import type { Document } from './kind.ts'
import type { ReasonCode } from './state.ts'
import type { Voice } from './voice.ts'

/** What one effective voice does to a text. */
type Cell =
  /** For it, but for the clauses it excepts. */
  | 'for'
  /** Not in its way, and bound by it. */
  | 'bound'
  /** Unbound, and counts to the double third. */
  | 'aside'
  | 'not-for'
  /** Takes no part. */
  | 'out'
  | 'shuts'
  /** Shuts, and for good: a silence is broken once. */
  | 'breaks'
  /** Consent where the text was acknowledged in time, though not an expressed one; else it breaks. */
  | 'deemed'

/** A cell after it is known whether a silence is deemed consent. */
export type Count = Exclude<Cell, 'deemed'> | 'consents'

/** One elector as a demand on all of them together sees it. */
type Vote = { readonly population: number; readonly count: Count }

/** What the numbers of a demand are taken from. */
export type Terms = Pick<Charter, 'minimum' | 'blocking' | 'doubleThirdUnderMajority'> & {
  readonly document: Document
}

/** What a rule asks of all electors together, beyond what each voice does by itself. */
type Demand = {
  readonly code: ReasonCode
  /** Id of the provision in `@entente/law`; `none` where the demand is ours. */
  readonly source: string
  readonly isMet: (votes: readonly Vote[], terms: Terms) => boolean
}

/** One column of the decision table. */
type Column = {
  readonly source: string
  readonly cells: Readonly<Record<Voice, Cell>>
  readonly demands: readonly Demand[]
  /** Whether silence shuts; where it does not, who is silent is shown beside an open gate. */
  readonly needsEveryVoice?: true
  /** Whether only those have a voice whom the document names. */
  readonly isForNamed?: true
  /** What adoption waits for, beside the rule being met; such a text needs an expiry. */
  readonly waits?: 'for-the-vote' | 'for-the-silence'
  /** Before adoption an objection for vital reasons shuts, whatever its cell says. */
  readonly brake?: { readonly source: string }
}

/** The column of a step, with what its charter chooses in it. */
export type DecisionRule = Column & {
  /** What breaks a silence, as the organisation whose procedure it is says. */
  readonly silence?: SilenceModel['breaks']
}

const oneIsFor: Demand = {
  code: 'nobody-for',
  source: 'none',
  isMet: (votes) => votes.some(({ count }) => count === 'for'),
}

const hasDoubleThird = (votes: readonly Vote[]): boolean =>
  isBlockedByAbstention(
    votes.map(({ population, count }) => ({
      population,
      abstainsConstructively: count === 'aside',
    })),
  )

const noDoubleThird: Demand = {
  code: 'double-third',
  source: 'teu-31-1-2',
  isMet: (votes) => !hasDoubleThird(votes),
}

const noDoubleThirdIfAsked: Demand = {
  code: 'double-third',
  source: 'none',
  isMet: (votes, { doubleThirdUnderMajority = false }) =>
    !(doubleThirdUnderMajority && hasDoubleThird(votes)),
}

const electorsOf = (votes: readonly Vote[]) =>
  votes.map(({ population, count }) => ({ population, isFor: count === 'for' }))

const majorityOfMembers: Demand = {
  code: 'below-members',
  source: 'teu-16-4',
  isMet: (votes) => isMajorityOfMembers(electorsOf(votes)),
}

const leastMembers: Demand = {
  code: 'below-minimum',
  source: 'teu-16-4',
  isMet: (votes, { minimum = Infinity }) => forCount(votes) >= minimum,
}

const majorityOfPopulation: Demand = {
  code: 'below-population',
  source: 'teu-16-4',
  isMet: (votes, { blocking = 0 }) => isMajorityOfPopulation(electorsOf(votes), blocking),
}

const enoughTakePart: Demand = {
  code: 'participants-missing',
  source: 'ep-e-9-2022-000267',
  isMet: (votes, { document: { minimum } }) => forCount(votes) >= (minimum ?? votes.length),
}

const forCount = (votes: readonly Vote[]): number =>
  votes.filter(({ count }) => count === 'for').length

const NO_GATE = undefined

/** The one decision table. */
const DECISION_TABLE = {
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
  silence: {
    source: SILENCE_MODELS['eu-coreu'].source.id,
    waits: 'for-the-silence',
    cells: {
      complies: 'for',
      'complies-with-statement': 'for',
      'complies-with-reservation': 'for',
      abstains: 'bound',
      'abstains-constructively': 'aside',
      'awaits-instructions': 'breaks',
      objects: 'breaks',
      withdrawn: 'breaks',
      silent: 'deemed',
    },
    demands: [oneIsFor, noDoubleThird],
  },
  'qualified-majority': {
    source: 'teu-16-4',
    waits: 'for-the-vote',
    brake: { source: 'teu-31-2' },
    cells: {
      complies: 'for',
      'complies-with-statement': 'for',
      'complies-with-reservation': 'for',
      abstains: 'not-for',
      'abstains-constructively': 'aside',
      'awaits-instructions': 'not-for',
      objects: 'not-for',
      withdrawn: 'not-for',
      silent: 'not-for',
    },
    demands: [majorityOfMembers, leastMembers, majorityOfPopulation, noDoubleThirdIfAsked],
  },
  'participants-only': {
    source: 'ep-e-9-2022-000267',
    isForNamed: true,
    cells: {
      complies: 'for',
      'complies-with-statement': 'for',
      'complies-with-reservation': 'for',
      abstains: 'out',
      'abstains-constructively': 'out',
      'awaits-instructions': 'out',
      objects: 'out',
      withdrawn: 'out',
      silent: 'out',
    },
    demands: [enoughTakePart],
  },
  'each-its-own': NO_GATE,
} as const satisfies { readonly [R in RuleName]: Column | typeof NO_GATE }

const DEFAULT_RULES: Partial<Record<StepKind, RuleName>> = {
  attribution: 'each-its-own',
  term: 'silence',
  lessons: 'silence',
}

type Steps = Pick<Charter, 'steps'>

/** By which rule this case decides steps of a kind, whether or not its charter says so. */
export const ruleOf = ({ steps }: Steps, kind: StepKind): RuleName =>
  steps[kind]?.rule ?? DEFAULT_RULES[kind] ?? 'express-unanimity'

/** The column of a rule, whatever a charter chooses in it; undefined where nothing opens. */
export const columnOf = (rule: RuleName): DecisionRule | undefined => DECISION_TABLE[rule]

/** The column by which a case decides steps of a kind; undefined where nothing opens. */
export function decisionRule(charter: Steps, kind: StepKind): DecisionRule | undefined {
  const column = columnOf(ruleOf(charter, kind))
  if (column?.waits !== 'for-the-silence') return column
  const { source, breaks } = SILENCE_MODELS[charter.steps[kind]?.model ?? 'eu-coreu']
  return { ...column, source: source.id, silence: breaks }
}

/** Refuses a charter whose rules lack the numbers that they count by. */
export function assertRules({ steps, minimum, blocking }: Charter) {
  for (const [step, { rule, model }] of Object.entries(steps)) {
    if (rule === 'qualified-majority' && (minimum === undefined || blocking === undefined))
      throw new AccordError(
        'charter.rule-data',
        `expected minimum and blocking of at least 1 for ${step} by ${rule}, got ${minimum === undefined ? 'no minimum' : 'no blocking'}`,
      )
    if (model !== undefined && rule !== 'silence')
      throw new AccordError(
        'charter.rule-data',
        `expected a model of silence only for a step by silence, got ${model} for ${step} by ${rule}`,
      )
  }
}

/** Why a document cannot be decided by the rule of its step; undefined where it can. */
export function whyUndecidable(
  charter: Pick<Charter, 'steps' | 'parties'>,
  kind: StepKind,
  { expiry, names = [], minimum }: Document,
): 'version.expiry' | 'version.participants' | undefined {
  const rule = decisionRule(charter, kind)
  if (rule?.waits && expiry === undefined) return 'version.expiry'
  if (!rule?.isForNamed) return undefined
  const members = new Set(charter.parties.flatMap(({ id, role }) => (role === 'member' ? id : [])))
  const isSound =
    names.length > 0 &&
    new Set(names).size === names.length &&
    names.every((name) => members.has(name)) &&
    (minimum === undefined || (minimum >= 1 && minimum <= names.length))
  return isSound ? undefined : 'version.participants'
}
