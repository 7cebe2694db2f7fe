import { useRef } from 'react'
import { useIntl } from 'react-intl'
import { COUNT_WORDS } from '@entente/accord'
import { useSay } from '../../i18n/use-say.ts'
import { Field } from '../voice/field.tsx'
import type { GoalForm } from './goals-of.ts'

const MOST = 32

type Props = {
  readonly goals: readonly GoalForm[]
  readonly change: (goals: GoalForm[]) => void
}

/** What the coalition wants to have reached, by which day, and what says how far it has come. */
export function GoalFields({ goals, change }: Props) {
  const intl = useIntl()
  const adding = useRef<HTMLButtonElement>(null)
  const put = (at: number, part: Partial<GoalForm>) =>
    change(goals.map((one, other) => (other === at ? { ...one, ...part } : one)))
  const takeOut = (at: number) => {
    change(goals.filter((_, other) => other !== at))
    // What was pressed is gone: the keyboard goes on from here.
    adding.current?.focus()
  }
  return (
    <fieldset>
      <legend>{intl.formatMessage({ id: 'found.goals' })}</legend>
      <p className="small quiet">{intl.formatMessage({ id: 'found.goals.hint' })}</p>
      {goals.map((goal, at) => (
        // Rows have no id of their own: what is typed into them may be anything.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset className="entry" key={at}>
          <legend>{intl.formatMessage({ id: 'found.goal' }, { at: at + 1 })}</legend>
          <One goal={goal} change={(part) => put(at, part)} />
          <button type="button" className="btn little" onClick={() => takeOut(at)}>
            {intl.formatMessage({ id: 'found.remove' }, { name: goal.title || at + 1 })}
          </button>
        </fieldset>
      ))}
      {goals.length < MOST ? (
        <button
          ref={adding}
          type="button"
          className="btn"
          onClick={() => change([...goals, { title: '', dueOn: '', count: '' }])}
        >
          {intl.formatMessage({ id: 'found.goal.add' })}
        </button>
      ) : null}
    </fieldset>
  )
}

function One({ goal, change }: { goal: GoalForm; change: (part: Partial<GoalForm>) => void }) {
  const intl = useIntl()
  const say = useSay()
  return (
    <>
      <Field label={intl.formatMessage({ id: 'found.goal.title' })} error={undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            required
            maxLength={300}
            autoComplete="off"
            value={goal.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
      <div className="side-by-side-fields">
        <Field label={intl.formatMessage({ id: 'found.goal.by' })} error={undefined}>
          {(control) => (
            <input
              {...control}
              type="date"
              className="input"
              required
              value={goal.dueOn}
              onChange={({ target }) => change({ dueOn: target.value })}
            />
          )}
        </Field>
        <Field label={intl.formatMessage({ id: 'found.goal.count' })} error={undefined}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={goal.count}
              onChange={({ target }) => change({ count: target.value })}
            >
              <option value="">{intl.formatMessage({ id: 'found.goal.reported' })}</option>
              {COUNT_WORDS.map(({ id, label }) => (
                <option key={id} value={id}>
                  {say(label)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </>
  )
}
