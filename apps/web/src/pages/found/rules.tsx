import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { useIntl } from 'react-intl'
import type { FoundingForms, FoundingView } from '../../../../node/src/api.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { Field } from '../voice/field.tsx'
import { Kept } from './kept.tsx'
import { step, useStep } from './queries.ts'
import { Steps } from './steps.tsx'
import { TimeField } from './time-field.tsx'
import { useForm } from './use-form.ts'

export type Rules = NonNullable<FoundingForms['rules']>

const TLP = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const
const TIMES = ['grace', 'notice', 'cure'] as const
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
      {isByMajority(form) ? <Majority form={form} change={change} /> : null}
      <fieldset>
        <legend>{intl.formatMessage({ id: 'found.times' })}</legend>
        {TIMES.map((time) => (
          <TimeField
            key={time}
            time={form[time]}
            label={intl.formatMessage({ id: `found.time.${time}` })}
            hint={intl.formatMessage({ id: `found.time.${time}.hint` })}
            onChange={(next) => change({ [time]: next })}
          />
        ))}
      </fieldset>
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
  const parties = [{ party: party.id, name: party.name }, ...view.cards]
  return (
    <fieldset>
      <legend className="hidden">{intl.formatMessage({ id: 'found.rules' })}</legend>
      <Field label={intl.formatMessage({ id: 'found.coalition.title' })} error={undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            required
            maxLength={300}
            autoComplete="off"
            value={form.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
      <div className="side-by-side-fields">
        <Field
          label={intl.formatMessage({ id: 'found.chair' })}
          hint={intl.formatMessage({ id: 'found.chair.hint' })}
          error={undefined}
        >
          {(control) => (
            <select
              {...control}
              className="input"
              value={form.chair}
              onChange={({ target }) => change({ chair: target.value })}
            >
              {parties.map((one) => (
                <option key={one.party} value={one.party}>
                  {one.party} {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={intl.formatMessage({ id: 'found.tlp' })}
          hint={intl.formatMessage({ id: 'found.tlp.hint' })}
          error={undefined}
        >
          {(control) => (
            <select
              {...control}
              className="input"
              value={form.tlp}
              onChange={({ target }) =>
                change({ tlp: TLP.find((one) => one === target.value) ?? form.tlp })
              }
            >
              {TLP.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
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

/** How many agree and how many stop, where a step is decided by a qualified majority. */
function Majority({ form, change }: { form: Rules; change: Change }) {
  const intl = useIntl()
  return (
    <fieldset>
      <legend>{intl.formatMessage({ id: 'rule.qualified-majority' })}</legend>
      <div className="side-by-side-fields">
        {(['minimum', 'blocking'] as const).map((number) => (
          <Field
            key={number}
            label={intl.formatMessage({ id: `found.majority.${number}` })}
            error={undefined}
          >
            {(control) => (
              <input
                {...control}
                className="input mono short"
                required
                inputMode="numeric"
                pattern="[1-9][0-9]{0,2}"
                autoComplete="off"
                value={form[number]}
                onChange={({ target }) => change({ [number]: target.value.trim() })}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  )
}

function rulesOf({ steps, minimum, blocking, grace, notice, cure, ...form }: Rules) {
  const seconds = ({ count, unit }: Rules['grace']) => Number(count) * SECONDS[unit]
  return {
    ...form,
    steps: Object.fromEntries(Object.entries(steps).map(([kind, rule]) => [kind, { rule }])),
    grace: seconds(grace),
    notice: seconds(notice),
    cure: seconds(cure),
    ...(isByMajority({ steps }) ? { minimum: Number(minimum), blocking: Number(blocking) } : {}),
  }
}
