import type { MeasureAct } from '../case/measure-sentence.tsx'

/** Acts that are filled in here; an assessment is drafted by the node, which asks the law. */
export type FilledKind = Exclude<MeasureAct['kind'], 'assess'>

/** One field of an act, as a person fills it in. */
export type FieldSpec = {
  readonly name: string
  readonly optional?: true
} & (
  | { readonly input: 'line' | 'prose' | 'day' | 'yes-no' }
  | { readonly input: 'choice'; readonly options: readonly string[] }
)

const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const

/** What each act says beyond what every act says, in the order in which it is asked. */
export const FIELDS: Readonly<Record<FilledKind, readonly FieldSpec[]>> = {
  call: [
    { name: 'to', input: 'line' },
    { name: 'demands', input: 'prose' },
    { name: 'transmittedOn', input: 'day' },
    { name: 'channel', input: 'line' },
    {
      name: 'answer',
      input: 'choice',
      options: ['refused', 'ignored', 'partial', 'pending', 'complied'],
      optional: true,
    },
  ],
  notice: [
    { name: 'to', input: 'line' },
    { name: 'says', input: 'prose' },
    { name: 'notifiedOn', input: 'day', optional: true },
    { name: 'offersNegotiation', input: 'yes-no' },
    { name: 'urgency', input: 'prose', optional: true },
  ],
  start: [
    { name: 'startedOn', input: 'day' },
    { name: 'remarks', input: 'prose', optional: true },
  ],
  report: [
    { name: 'reportedOn', input: 'day' },
    { name: 'remarks', input: 'prose' },
  ],
  review: [
    { name: 'reviewedOn', input: 'day' },
    { name: 'ceased', input: 'yes-no' },
    { name: 'repaired', input: 'yes-no' },
    { name: 'proportionate', input: 'choice', options: YES_NO_UNKNOWN },
    { name: 'reversible', input: 'choice', options: YES_NO_UNKNOWN },
    { name: 'tribunal', input: 'yes-no' },
    { name: 'remarks', input: 'prose' },
    { name: 'nextOn', input: 'day', optional: true },
  ],
  suspend: [
    { name: 'suspendedOn', input: 'day' },
    { name: 'reason', input: 'prose' },
  ],
  terminate: [
    { name: 'terminatedOn', input: 'day' },
    { name: 'reason', input: 'prose' },
  ],
}

/** Days that are today unless somebody says otherwise. */
const TODAY: ReadonlySet<string> = new Set([
  'transmittedOn',
  'notifiedOn',
  'startedOn',
  'reportedOn',
  'reviewedOn',
  'suspendedOn',
  'terminatedOn',
])

/** The field that a drafted text fills, and which draft that is. */
export const DRAFTED: Readonly<
  Partial<Record<FilledKind, { readonly field: string; readonly draft: 'demand' | 'notice' }>>
> = {
  call: { field: 'demands', draft: 'demand' },
  notice: { field: 'says', draft: 'notice' },
}

export type Filled = Readonly<Record<string, string>>

/** How a form begins: days at today, whom it is about, and nothing that a person has to decide. */
export const firstFilled = (kind: FilledKind, known: Filled, today: string): Filled => ({
  ...Object.fromEntries(
    FIELDS[kind].map(({ name }) => [name, TODAY.has(name) ? today : (known[name] ?? '')]),
  ),
  step: known['step'] ?? '',
})

/** What a drafted text puts into its field; nothing where there is none. */
export function draftedField(
  kind: FilledKind,
  drafted: { readonly text: string } | { readonly missing: string } | undefined,
): Filled {
  const wants = DRAFTED[kind]
  return wants && drafted && 'text' in drafted ? { [wants.field]: drafted.text } : {}
}

/** The fields of the act as they were filled in; what was left empty is left out. */
export function saidBy(kind: FilledKind, filled: Filled): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    FIELDS[kind].flatMap(({ name, input }) => {
      const value = filled[name] ?? ''
      if (value.trim() === '') return []
      return [[name, input === 'yes-no' ? value === 'yes' : value]]
    }),
  )
}
