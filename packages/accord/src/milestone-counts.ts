import { TERMS, type InLanguages } from '@entente/lexicon'
import type { Act } from './act.ts'
import { seenBy } from './attested.ts'
import type { Logged } from './cut.ts'
import type { ActId } from './id.ts'
import { middle } from './middle.ts'
import type { JudgedCase } from './milestone-case.ts'
import { NOT_COUNTED } from './milestone-words.ts'
import type { StepState } from './state.ts'

/** A number, or why there is none. */
export type Counted =
  | { readonly value: number; readonly of?: number }
  | { readonly why: InLanguages }

type Kind = Act['kind']
type ActOf<K extends Kind> = Extract<Act, { kind: K }>
type Placed<K extends Kind> = Logged & { readonly act: ActOf<K> }

const DAY = 86_400

const everyAct = ({ charter, cut }: JudgedCase): readonly Logged[] =>
  charter.parties.flatMap(({ id }) => cut[id]?.acts ?? [])

/** Acts of a kind that count, in the order of the charter's parties and of their strands. */
const actsOf = <K extends Kind>(one: JudgedCase, kind: K): readonly Placed<K>[] =>
  everyAct(one).filter(
    (logged): logged is Placed<K> => logged.act?.kind === kind && logged.void === undefined,
  )

const total = (cases: readonly JudgedCase[], count: (one: JudgedCase) => number): number =>
  cases.reduce((sum, one) => sum + count(one), 0)

const members = ({ charter }: JudgedCase): number =>
  charter.parties.filter(({ role }) => role === 'member').length

const stepsOf = ({ state }: JudgedCase, kind: StepState['kind']): readonly StepState[] =>
  state.steps.filter((step) => step.kind === kind)

const isInForce = ({ versions }: StepState): boolean => versions.some(({ inForce }) => inForce)

const ofSome = (value: number, of: number, why: InLanguages): Counted =>
  of === 0 ? { why } : { value, of }

/** In days and hundredths. */
const median = (seconds: readonly number[]): number =>
  Math.round((middle(seconds) / DAY) * 100) / 100

/** RFC 3339 in UTC to seconds, without the platform's clock or its calendar. */
function secondsOf(text: string): number {
  const [year, month, day, hour, minute, second] = text.split(/[-T:.Z]/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  // Days from civil, counted from March so that a leap day is the last of its year.
  const [years, months] = month > 2 ? [year, month - 3] : [year - 1, month + 9]
  const era = Math.floor(years / 400)
  const inEra = years - era * 400
  const ofYear = Math.floor((153 * months + 2) / 5) + day - 1
  const days =
    era * 146_097 + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + ofYear - 719_468
  return days * DAY + hour * 3600 + minute * 60 + second
}

/** From when the situation was put to when a position was declared adopted, as their authors say. */
function claimedDelays(one: JudgedCase): number[] {
  const put = actsOf(one, 'propose').find(({ act }) => act.step.kind === 'situation')
  const declared = firstAdoption(one, 'position')
  if (!put || !declared) return []
  return [secondsOf(declared.act.claimedAt) - secondsOf(put.act.claimedAt)]
}

/** Between the instants at which witnesses had seen the situation and the position adopted. */
function witnessedDelays(one: JudgedCase): number[] {
  const [from, to] = (['situation', 'position'] as const).map((kind) =>
    instantOf(one, firstAdoption(one, kind)),
  )
  return from === undefined || to === undefined ? [] : [to - from]
}

function firstAdoption(one: JudgedCase, kind: StepState['kind']): Placed<'declare'> | undefined {
  const adopted = new Set<ActId>(
    stepsOf(one, kind).flatMap(({ versions }) => versions.flatMap((version) => version.adopted)),
  )
  return actsOf(one, 'declare')
    .filter(({ id }) => adopted.has(id))
    .toSorted((a, b) => (a.act.claimedAt < b.act.claimedAt ? -1 : 1))[0]
}

/** When the last of the trees that a certificate carries had been cosigned by a quorum. */
function instantOf(
  { charter }: JudgedCase,
  certificate: Placed<'declare'> | undefined,
): number | undefined {
  const trees = Object.values(certificate?.trees?.closings ?? {})
  if (trees.length === 0) return undefined
  const at = Math.max(...trees.map((tree) => seenBy(tree, charter.quorum)))
  return Number.isFinite(at) ? at : undefined
}

const delay = (seconds: readonly number[]): Counted =>
  seconds.length === 0 ? { why: NOT_COUNTED.noPosition } : { value: median(seconds) }

/** Hours after the operator became aware (NIS2, Article 23(4)(a) and (b)). */
const NIS2_HOURS: Readonly<Record<string, number>> = {
  'early-warning': 24,
  'incident-notification': 72,
}

function reportsInTime(cases: readonly JudgedCase[]): Counted {
  const due = cases
    .flatMap((one) => actsOf(one, 'incident-report'))
    .filter(({ act }) => act.regime === 'nis2' && NIS2_HOURS[act.stage] !== undefined)
  const inTime = due.filter(
    ({ act }) => secondsOf(act.claimedAt) - secondsOf(act.awareAt) <= NIS2_HOURS[act.stage]! * 3600,
  )
  return ofSome(inTime.length, due.length, NOT_COUNTED.noReport)
}

/** Voices on the last version of each text that is decided together. */
function voices(cases: readonly JudgedCase[]): Counted {
  const current = cases.flatMap(({ state }) =>
    state.steps.flatMap(({ versions }) => versions.at(-1) ?? []),
  )
  const spoken = current
    .filter(({ rule }) => rule !== 'each-its-own')
    .flatMap((version) => Object.values(version.voices))
  const both = spoken.filter(({ effective }) => effective !== 'silent')
  return ofSome(both.length, spoken.length, NOT_COUNTED.noText)
}

const measured = (cases: readonly JudgedCase[]) =>
  cases.flatMap(({ state }) =>
    (state.measures ?? []).flatMap(({ nations }) => Object.values(nations)),
  )

const inForceOf =
  (kind: StepState['kind']) =>
  (cases: readonly JudgedCase[]): Counted => {
    const steps = cases.flatMap((one) => stepsOf(one, kind))
    return { value: steps.filter(isInForce).length, of: steps.length }
  }

/** What is counted, by the id under which its words stand. */
export const COUNTERS = {
  'positions-in-force': inForceOf('position'),
  'days-claimed': (cases) => delay(cases.flatMap(claimedDelays)),
  'days-witnessed': (cases) => delay(cases.flatMap(witnessedDelays)),
  'parts-running': (cases) => {
    const parts = measured(cases)
    return ofSome(
      parts.filter(({ stage }) => stage === 'running').length,
      parts.length,
      NOT_COUNTED.noMeasure,
    )
  },
  'terms-agreed': (cases) => ({
    value: cases.flatMap((one) => stepsOf(one, 'term')).filter(isInForce).length,
    of: TERMS.length,
  }),
  'texts-classified': (cases) => {
    const filed = cases.flatMap((one) => [...actsOf(one, 'propose'), ...actsOf(one, 'amend')])
    const classified = filed.filter(({ act }) => act.classification !== undefined)
    return ofSome(classified.length, filed.length, NOT_COUNTED.noText)
  },
  'texts-in-force': (cases) => {
    const adopted = cases
      .flatMap(({ state }) => state.steps)
      .filter((step) => step.versions.some((version) => version.adopted.length > 0))
    return ofSome(adopted.filter(isInForce).length, adopted.length, NOT_COUNTED.noAdoption)
  },
  withdrawals: (cases) => ({ value: total(cases, (one) => actsOf(one, 'withdraw').length) }),
  publications: (cases) => ({ value: total(cases, (one) => actsOf(one, 'publish').length) }),
  'for-citizens': (cases) => ({
    value: total(
      cases,
      (one) => actsOf(one, 'publish').filter(({ act }) => act.audience === 'citizens').length,
    ),
  }),
  readers: () => ({ why: NOT_COUNTED.readers }),
  authorities: (cases) => {
    const signed = cases
      .flatMap(everyAct)
      .flatMap(({ party, authority }) => (authority === undefined ? [] : [`${party} ${authority}`]))
    return { value: new Set(signed).size }
  },
  'acts-that-count': (cases) => {
    const acts = cases.flatMap(everyAct)
    const counting = acts.filter(({ void: voided }) => voided === undefined)
    return ofSome(counting.length, acts.length, NOT_COUNTED.noAct)
  },
  'both-voices': voices,
  incidents: (cases) => ({
    value: new Set(
      cases.flatMap((one) =>
        actsOf(one, 'incident-report').map(({ party, act }) => `${party} ${act.incident}`),
      ),
    ).size,
  }),
  'reports-in-time': reportsInTime,
  'reports-witnessed': () => ({ why: NOT_COUNTED.witnessedReports }),
  'measures-assessed': (cases) => {
    const parts = measured(cases)
    const assessed = parts.filter(({ assess }) => assess !== undefined)
    return ofSome(assessed.length, parts.length, NOT_COUNTED.noMeasure)
  },
  'measures-called': (cases) => {
    const all = cases.flatMap(({ state }) => state.measures ?? [])
    const called = all.filter(({ calls }) => calls.length > 0)
    return ofSome(called.length, all.length, NOT_COUNTED.noMeasure)
  },
  'objects-shared': (cases) => ({
    value: new Set(
      cases.flatMap((one) =>
        actsOf(one, 'evidence').flatMap(({ act }) => act.objects.map(({ id }) => id)),
      ),
    ).size,
  }),
  attributing: (cases) => {
    const said = cases.flatMap((one) =>
      actsOf(one, 'attribute').map(({ party }) => `${one.charter.id} ${party}`),
    )
    return ofSome(new Set(said).size, total(cases, members), NOT_COUNTED.noMember)
  },
  reservations: (cases) => ({
    value: total(cases, ({ state, charter, cut }) => {
      const current = new Set(
        state.steps.flatMap(({ versions }) =>
          Object.values(versions.at(-1)?.voices ?? {}).flatMap(({ act }) => act ?? []),
        ),
      )
      return actsOf({ state, charter, cut }, 'comply')
        .filter(({ id }) => current.has(id))
        .reduce((sum, { act }) => sum + (act.reservations?.length ?? 0), 0)
    }),
  }),
  objectives: (cases) => {
    // The last word of a nation on each of its objectives: its strand is in order.
    const last = new Map(
      cases.flatMap((one) =>
        actsOf(one, 'objective').map(
          ({ party, act }) => [`${one.charter.id} ${party} ${act.goal}`, act] as const,
        ),
      ),
    )
    const reached = [...last.values()].filter(({ reported }) => reported?.is === 'reached')
    return ofSome(reached.length, last.size, NOT_COUNTED.objectives)
  },
} as const satisfies Readonly<Record<string, (cases: readonly JudgedCase[]) => Counted>>
