import type { Charter, StepKind } from '@entente/accord'
import { goalForms, goalsOf, type GoalForm } from '../found/goals-of.ts'

/** The parts of a time: so many of a unit. */
export type Time = { readonly count: string; readonly unit: keyof typeof UNITS }
export type StepRule = NonNullable<Charter['steps'][StepKind]>
/** A party’s card as it was pasted or read from a file: the node judges it. */
export type Card = { readonly party: string; readonly name: string; readonly role: string }

/** What the form holds: everything a charter says that whoever drafts another one may change. */
export type Draft = {
  readonly title: string
  readonly chair: string
  readonly tlp: Charter['tlp']
  readonly out: readonly string[]
  readonly cards: readonly Card[]
  /** By member, as typed. */
  readonly populations: Readonly<Record<string, string>>
  /** Parties that do not witness though they could. */
  readonly unseeing: readonly string[]
  /** As typed; as many as are enough where it is empty. */
  readonly quorum: string
  readonly steps: Charter['steps']
  readonly minimum: string
  readonly blocking: string
  readonly doubleThirdUnderMajority: boolean
  readonly grace: Time
  readonly notice: Time
  readonly cure: Time
  /** None where nothing is ever reaffirmed. */
  readonly period: Time
  readonly reaffirms: boolean
  readonly custody: NonNullable<Charter['custody']>
  /** Whether a second, post-quantum signature is asked for beside each. */
  readonly second: boolean
  readonly goals: readonly GoalForm[]
}

const UNITS = { day: 86_400, hour: 3600, minute: 60, second: 1 } as const

/** A number of seconds as people say it: so many of the largest unit that divides it. */
function timeOf(seconds: number): Time {
  const unit = (['day', 'hour', 'minute'] as const).find((one) => seconds % UNITS[one] === 0)
  return { count: String(seconds / UNITS[unit ?? 'second']), unit: unit ?? 'second' }
}

const secondsOf = ({ count, unit }: Time) => Number(count) * UNITS[unit]

const WEEKS = { count: '30', unit: 'day' } as const

/** The present charter, as the form begins. */
export const draftOf = (charter: Charter): Draft => ({
  title: charter.title,
  chair: charter.chair,
  tlp: charter.tlp,
  out: [],
  cards: [],
  populations: Object.fromEntries(
    charter.parties.flatMap(({ id, population }) =>
      population === undefined ? [] : [[id, String(population)]],
    ),
  ),
  unseeing: [],
  quorum: '',
  steps: charter.steps,
  minimum: said(charter.minimum),
  blocking: said(charter.blocking),
  doubleThirdUnderMajority: charter.doubleThirdUnderMajority ?? false,
  grace: timeOf(charter.grace),
  notice: timeOf(charter.notice),
  cure: timeOf(charter.cure),
  period: charter.period === undefined ? WEEKS : timeOf(charter.period),
  reaffirms: charter.period !== undefined,
  custody: charter.custody ?? {},
  second: charter.second !== undefined,
  goals: goalForms(charter),
})

const said = (number: number | undefined): string => (number === undefined ? '' : String(number))

/** Who goes on under the draft and who comes in, each once. */
export const partiesOf = (charter: Charter, { out, cards }: Draft) => {
  const named = new Set(cards.map(({ party }) => party))
  return [
    ...charter.parties
      .filter(({ id }) => !out.includes(id) && !named.has(id))
      .map(({ id, name, role }) => ({ id: id as string, name, role: role as string })),
    ...cards.map(({ party, name, role }) => ({ id: party, name, role })),
  ]
}

/** Who presides: whoever was chosen, where it goes on; else who drafts. */
export const chairOf = (charter: Charter, draft: Draft, us: string): string =>
  partiesOf(charter, draft).find(({ id }) => id === draft.chair)?.id ?? us

/** Who may witness: who does now and goes on, and of those who come in the members and organisations. */
export const seeingOf = (charter: Charter, draft: Draft) =>
  partiesOf(charter, draft).filter(
    ({ id, role }) =>
      charter.witnesses.some(({ party }) => party === id) ||
      (draft.cards.some(({ party }) => party === id) &&
        (role === 'member' || role === 'organisation')),
  )

/** What the node is asked to draft. */
export function changesOf(charter: Charter, draft: Draft, us: string) {
  const going = partiesOf(charter, draft)
  const members = new Set(
    charter.parties.filter(({ role }) => role === 'member').map(({ id }) => id as string),
  )
  const populations = Object.entries(draft.populations).filter(
    ([id]) => members.has(id) && going.some((one) => one.id === id),
  )
  const seeing = seeingOf(charter, draft).map(({ id }) => id)
  return {
    title: draft.title,
    chair: chairOf(charter, draft, us),
    tlp: draft.tlp,
    out: draft.out,
    ...(draft.cards.length > 0 && { cards: draft.cards }),
    populations: Object.fromEntries(populations.map(([id, count]) => [id, Number(count)])),
    ...(draft.unseeing.length > 0 && {
      witnesses: seeing.filter((id) => !draft.unseeing.includes(id)),
    }),
    ...(draft.quorum !== '' && { quorum: Number(draft.quorum) }),
    steps: stepsOf(draft, new Set(going.map(({ id }) => id))),
    minimum: numberOf(draft.minimum),
    blocking: numberOf(draft.blocking),
    doubleThirdUnderMajority: draft.doubleThirdUnderMajority,
    grace: secondsOf(draft.grace),
    notice: secondsOf(draft.notice),
    cure: secondsOf(draft.cure),
    period: draft.reaffirms ? secondsOf(draft.period) : null,
    custody: draft.custody,
    second: draft.second ? 'ml-dsa-44' : null,
    goals: draft.goals.length > 0 ? goalsOf(draft.goals) : null,
  }
}

const numberOf = (text: string): number | null => (text === '' ? null : Number(text))

/** A model belongs to silence alone, and nobody files who does not go on. */
const stepsOf = ({ steps }: Draft, going: ReadonlySet<string>): object =>
  Object.fromEntries(
    Object.entries(steps).map(([kind, { rule, by, model }]) => [
      kind,
      {
        rule,
        ...(by !== undefined && going.has(by) && { by }),
        ...(model !== undefined && rule === 'silence' && { model }),
      },
    ]),
  )
