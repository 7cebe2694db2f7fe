import { kindOf, type Act } from './act.ts'
import type { Asserted } from './asserted.ts'
import type { Charter, StepKind } from './charter.ts'
import type { Cut, Logged } from './cut.ts'
import type { ActId, PartyId } from './id.ts'
import type { Scaled } from './scale.ts'
import type { StepState } from './state.ts'
import type { MemberVoice } from './voice.ts'

type Cells<Cell> = Readonly<Record<PartyId, Cell>>

/** One hypothesis on who is responsible, and each nation's last word on it. Whoever has none said nothing. */
type HypothesisRow = {
  readonly about: 'hypothesis'
  readonly level: Extract<Act, { kind: 'attribute' }>['level']
  readonly whom: string
  readonly differs: boolean
  readonly cells: Cells<{
    readonly act: ActId
    readonly likelihood: Scaled
    readonly confidence: Scaled
  }>
}

/** One fact that the law asks for, and the value that each nation asserts; only where two values are on record. */
type FactRow = {
  readonly about: 'fact'
  readonly step: string
  readonly fact: string
  readonly differs: true
  readonly cells: Cells<{
    readonly act: ActId
    readonly value: string | number | boolean
    readonly grade?: string
  }>
}

/** One goal by its name, and what each nation is after under that name. */
type GoalRow = {
  readonly about: 'goal'
  readonly goal: string
  readonly differs: boolean
  readonly cells: Cells<{
    readonly act: ActId
    readonly title: string
    readonly redLines?: string
    readonly dueOn?: string
    readonly is: 'pursued' | 'reached' | 'given-up'
    /** Some of its words stay at home, so that the rest is not all. */
    readonly sealed?: true
  }>
}

type TimingWord = 'without-end' | 'until' | 'ran-out' | 'awaits-instructions'

/** Until when each nation binds itself to the current version of a step, or expects its instructions. */
export type TimingRow = {
  readonly about: 'timing'
  readonly step: string
  readonly kind: StepKind
  readonly version: ActId
  readonly number: number
  readonly differs: boolean
  readonly cells: Cells<{
    readonly act: ActId
    readonly says: TimingWord
    /** Seconds since 1970: the end of its voice, or when it expects its instructions. */
    readonly at?: number
  }>
}

/** The open questions of a case that are neither clauses nor rules: facts, policy, timing. */
export type QuestionRow = HypothesisRow | FactRow | GoalRow | TimingRow

/** Question by nation, in the order facts, policy, timing; each row says whether those who spoke differ. */
export const questionsOf = (
  charter: Charter,
  cut: Cut,
  steps: readonly StepState[],
): readonly QuestionRow[] => {
  const said = charter.parties.flatMap(({ id }) => (cut[id]?.acts ?? []).filter(counts))
  return [
    ...hypotheses(said),
    ...facts(said, steps),
    ...goals(said),
    ...steps.flatMap((step) => timing(step, said)),
  ]
}

type Said = Logged & { readonly act: NonNullable<Logged['act']> }

const counts = (logged: Logged): logged is Said =>
  logged.act !== undefined && logged.void === undefined

/** Rows in the order in which their keys are first met, each party's last word under every key. */
function rowsOf<One extends { readonly party: PartyId }>(
  said: readonly One[],
  keyOf: (one: One) => string,
): readonly (readonly One[])[] {
  return [...Map.groupBy(said, keyOf).values()].map((row) => [
    ...new Map(row.map((one) => [one.party, one])).values(),
  ])
}

const cellsOf = <One extends { readonly party: PartyId }, Cell>(
  row: readonly One[],
  cell: (one: One) => Cell,
): Cells<Cell> =>
  Object.fromEntries(row.map((one) => [one.party, cell(one)])) as Record<PartyId, Cell>

const several = (words: readonly unknown[]): boolean =>
  new Set(words.map((word) => JSON.stringify(word))).size > 1

function hypotheses(said: readonly Said[]): HypothesisRow[] {
  const attributed = said.flatMap(({ party, id, act }) =>
    act.kind === 'attribute' ? [{ party, id, act }] : [],
  )
  const atLevel = Map.groupBy(attributed, ({ act }) => act.level)
  return rowsOf(attributed, ({ act }) => `${act.level} ${act.whom}`).map((row) => {
    const { level, whom } = row[0]!.act
    const nations = new Set(atLevel.get(level)!.map(({ party }) => party))
    return {
      about: 'hypothesis',
      level,
      whom,
      // An actor, an entity and a State exclude nobody; two of one level are other answers.
      differs:
        row.length < nations.size ||
        several(row.map(({ act: { likelihood, confidence } }) => [likelihood, confidence])),
      cells: cellsOf(row, ({ id, act: { likelihood, confidence } }) => ({
        act: id,
        likelihood,
        confidence,
      })),
    }
  })
}

/** Of a measure's current version: what its proposer asserts, and each nation in its own assessment. */
function facts(said: readonly Said[], steps: readonly StepState[]): FactRow[] {
  const stepOf = new Map(
    steps.flatMap(({ id, versions }) => {
      const current = versions.at(-1)
      return current ? [[current.id, id] as const] : []
    }),
  )
  const asserted = said.flatMap(({ party, id, act }) => {
    const [version, all] = assertedBy(id, act)
    const step = stepOf.get(version)
    return step === undefined
      ? []
      : Object.entries(all).map(([fact, { value, grade }]) => ({
          party,
          id,
          step,
          fact,
          value,
          ...(grade === undefined ? {} : { grade }),
        }))
  })
  return rowsOf(asserted, ({ step, fact }) => `${step} ${fact}`)
    .filter((row) => several(row.map(({ value }) => value)))
    .map((row) => ({
      about: 'fact',
      step: row[0]!.step,
      fact: row[0]!.fact,
      differs: true,
      cells: cellsOf(row, ({ id, value, grade }) => ({
        act: id,
        value,
        ...(grade === undefined ? {} : { grade }),
      })),
    }))
}

function assertedBy(id: ActId, act: Act): readonly [ActId, Asserted] {
  const { on = id, facts = {} } = kindOf(act).asserts?.(act) ?? {}
  return [on, facts]
}

function goals(said: readonly Said[]): GoalRow[] {
  const stated = said.flatMap(({ party, id, act }) =>
    act.kind === 'objective' ? [{ party, id, act }] : [],
  )
  return rowsOf(stated, ({ act }) => act.goal).map((row) => ({
    about: 'goal',
    goal: row[0]!.act.goal,
    differs: several(row.map(({ act }) => [act.title, act.redLines, act.dueOn, stageOf(act)])),
    cells: cellsOf(row, ({ id, act }) => ({
      act: id,
      title: act.title,
      ...(act.redLines === undefined ? {} : { redLines: act.redLines }),
      ...(act.dueOn === undefined ? {} : { dueOn: act.dueOn }),
      is: stageOf(act),
      ...(act.sealed ? { sealed: true as const } : {}),
    })),
  }))
}

const stageOf = ({ reported }: Extract<Act, { kind: 'objective' }>) => reported?.is ?? 'pursued'

function timing({ id: step, kind, versions }: StepState, said: readonly Said[]): TimingRow[] {
  const version = versions.at(-1)
  if (!version || version.rule === 'each-its-own') return []
  const expected = new Map(said.map(({ id, act }) => [id, kindOf(act).expects?.(act)] as const))
  const row = Object.entries(version.voices).flatMap(([member, voice]) => {
    const term = termOf(voice, expected)
    return voice.act === undefined || term === undefined
      ? []
      : [{ party: member as PartyId, act: voice.act, ...term }]
  })
  if (row.every(({ says }) => says === 'without-end')) return []
  return [
    {
      about: 'timing',
      step,
      kind,
      version: version.id,
      number: version.number,
      differs: several(row.map(({ says, at }) => [says, at])),
      cells: cellsOf(row, ({ act, says, at }) => ({
        act,
        says,
        ...(at === undefined ? {} : { at }),
      })),
    },
  ]
}

/** How long a voice that was given binds; a nation that withdrew has no time to differ about. */
function termOf(
  voice: MemberVoice,
  expected: ReadonlyMap<ActId, number | undefined>,
): { readonly says: TimingWord; readonly at?: number | undefined } | undefined {
  if (voice.act === undefined || voice.effective === 'withdrawn') return undefined
  if (voice.ranOut) return { says: 'ran-out' }
  if (voice.effective === 'awaits-instructions')
    return { says: 'awaits-instructions', at: expected.get(voice.act) }
  return voice.until === undefined ? { says: 'without-end' } : { says: 'until', at: voice.until }
}
