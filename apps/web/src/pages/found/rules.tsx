import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { useIntl } from 'react-intl'
import type { FoundingForms, FoundingView } from '../../../../node/src/api.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { HeadFields, MajorityFields, TimeFields } from './charter-fields.tsx'
import { GoalFields } from './goal-fields.tsx'
import { goalsOf } from './goals-of.ts'
import { Kept } from './kept.tsx'
import { step, useStep } from './queries.ts'
import { Steps } from './steps.tsx'
import { useForm } from './use-form.ts'

export type Rules = NonNullable<FoundingForms['rules']>

const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const

/** As `entente charter draft` has them where nothing is said. */
const blank = (chair: string): Rules => ({
  title: '',
  chair,
  exercise: false,
  tlp: 'TLP:AMBER+STRICT',
  steps: {
    situation: 'express-unanimity',
    attribution: 'each-its-own',
    position: 'express-unanimity',
  },
  grace: { count: '2', unit: 'minute' },
  notice: { count: '1', unit: 'day' },
  cure: { count: '14', unit: 'day' },
  minimum: '',
  blocking: '',
  goals: [],
})

/** The rules of the coalition, from which and from the cards its charter is made. */
export function RulesForm({
  view,
  party,
}: {
  view: FoundingView
  party: NonNullable<FoundingView['party']>
}) {
  const intl = useIntl()
  const navigate = useNavigate()
  const { form, saved, change } = useForm('rules', () => view.forms.rules ?? blank(party.id))
  const drafting = useStep(() => void navigate({ to: '/found', search: { step: 'charter' } }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!drafting.isPending) drafting.mutate(step('POST', '/charter/draft', rulesOf(form)))
  }
  const isOpen = view.cards.length === 0 || view.cards.some(({ compared }) => !compared)
  return (
    <form className="found-form" onSubmit={submit} aria-labelledby="rules">
      <h2 id="rules">{intl.formatMessage({ id: 'found.rules' })}</h2>
      <Name form={form} change={change} view={view} party={party} />
      <Steps
        rules={view.choices.rules}
        kinds={view.choices.steps}
        chosen={form.steps}
        onChange={(steps) => change({ steps })}
      />
      {isByMajority(form) ? <MajorityFields form={form} change={change} /> : null}
      <TimeFields form={form} change={change} />
      <GoalFields goals={form.goals} change={(goals) => change({ goals })} />
      <Kept saved={saved} />
      {isOpen ? (
        <p className="note hold">{intl.formatMessage({ id: 'found.draft.not-yet' })}</p>
      ) : null}
      {drafting.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, drafting.error)}
        </p>
      ) : null}
      <button
        type="submit"
        className="btn primary big"
        aria-disabled={drafting.isPending || isOpen}
      >
        {intl.formatMessage({ id: 'found.draft.do' })}
      </button>
    </form>
  )
}

type Change = (part: Partial<Rules>) => void

function Name({
  form,
  change,
  view,
  party,
}: {
  form: Rules
  change: Change
  view: FoundingView
  party: NonNullable<FoundingView['party']>
}) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const parties = [
    { id: party.id, name: party.name },
    ...view.cards.map((card) => ({ id: card.party, name: card.name })),
  ]
  return (
    <fieldset>
      <legend className="hidden">{intl.formatMessage({ id: 'found.rules' })}</legend>
      <HeadFields
        form={form}
        change={change}
        parties={parties}
        chairHint={intl.formatMessage({ id: 'found.chair.hint' })}
      />
      <label className="row" lang={locale}>
        <input
          type="checkbox"
          className="check"
          checked={form.exercise}
          onChange={({ target }) => change({ exercise: target.checked })}
        />
        {intl.formatMessage({ id: 'found.exercise' })}
      </label>
    </fieldset>
  )
}

const isByMajority = ({ steps }: Pick<Rules, 'steps'>) =>
  Object.values(steps).includes('qualified-majority')

function rulesOf({ steps, minimum, blocking, grace, notice, cure, goals, ...form }: Rules) {
  const seconds = ({ count, unit }: Rules['grace']) => Number(count) * SECONDS[unit]
  return {
    ...form,
    steps: Object.fromEntries(Object.entries(steps).map(([kind, rule]) => [kind, { rule }])),
    grace: seconds(grace),
    notice: seconds(notice),
    cure: seconds(cure),
    ...(goals.length > 0 ? { goals: goalsOf(goals) } : {}),
    ...(isByMajority({ steps }) ? { minimum: Number(minimum), blocking: Number(blocking) } : {}),
  }
}
