import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import type { AssessmentView } from '../../../../node/src/api.ts'
import { useSay } from '../../i18n/use-say.ts'
import { ActRef } from '../../marks/act-ref.tsx'
import { Day } from '../../marks/day.tsx'
import { useCase } from '../case/case-context.ts'

/** The day as of which the law is asked, and what is of a later day and not used. */
export function AsOf({ view }: { view: AssessmentView }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const { view: file } = useCase()
  const { asOf, ...search } = useSearch({ from: '/cases/$id/law' })
  const to = { to: '/cases/$id/law', params: { id: file.id }, resetScroll: false } as const
  return (
    <section className="as-of" aria-labelledby="as-of">
      <form
        className="form-choice"
        onSubmit={(event) => {
          event.preventDefault()
          const on = new FormData(event.currentTarget).get('asOf')
          if (typeof on === 'string' && on !== '')
            void navigate({ ...to, search: { ...search, asOf: on } })
        }}
      >
        <label className="label" id="as-of" htmlFor="as-of-day">
          {intl.formatMessage({ id: 'law.asOf' })}
        </label>
        <input
          key={view.lawOn}
          id="as-of-day"
          name="asOf"
          type="date"
          required
          className="input until"
          defaultValue={view.lawOn}
        />
        <button type="submit" className="btn little">
          {intl.formatMessage({ id: 'law.asOf.ask' })}
        </button>
        {asOf ? (
          <Link className="btn little" {...to} search={search}>
            {intl.formatMessage({ id: 'law.asOf.record' })}
          </Link>
        ) : null}
      </form>
      {view.lawOn > view.edition.on ? (
        <p className="small quiet">
          <FormattedMessage id="law.asOf.beyond" values={{ on: <Day on={view.edition.on} /> }} />
        </p>
      ) : null}
      {view.otherEditions.map(({ nation, lawBase, isKnown }) => (
        <p key={nation} className="note hold small">
          <FormattedMessage
            id="law.edition.other"
            values={{
              name: view.nations.find(({ code }) => code === nation)?.name ?? nation,
              base: <code>{lawBase}</code>,
              known: isKnown ? 'earlier' : 'unknown',
            }}
          />
        </p>
      ))}
      <LaterThan view={view} />
      <Ended view={view} />
    </section>
  )
}

function LaterThan({ view }: { view: AssessmentView }) {
  const intl = useIntl()
  const say = useSay()
  const rules = [...new Set(view.nations.flatMap(({ conclusion }) => conclusion.later))]
  const views = view.nations.filter(
    ({ laterViews, laterReadings }) => laterViews.length + laterReadings.length > 0,
  )
  if (rules.length + views.length === 0) return null
  return (
    <details className="small" open>
      <summary>{intl.formatMessage({ id: 'law.later' })}</summary>
      <ul className="lines">
        {view.rows
          .filter(({ norm }) => rules.includes(norm))
          .map(({ norm, citation, since }) => (
            <li key={norm}>
              {intl.formatMessage({ id: 'law.later.rule' }, { citation: say(citation), since })}{' '}
              <code>{norm}</code>
            </li>
          ))}
        {views.map(({ code, name, laterViews, laterReadings }) => (
          <li key={code}>
            <b>{name}:</b>{' '}
            {laterViews.map(({ on, title, act }) => (
              <span key={`${on} ${act ?? title ?? ''}`}>
                {title ? <span lang="en">{title}, </span> : null}
                {on}
                {act ? (
                  <>
                    {' '}
                    (<ActRef id={act} />)
                  </>
                ) : null}
                {'; '}
              </span>
            ))}
            {laterReadings.length > 0
              ? intl.formatMessage(
                  { id: 'law.later.issues' },
                  {
                    issues: intl.formatList(
                      laterReadings.map(({ issue }) =>
                        intl.formatMessage({ id: `issue.${issue as 'sovereignty'}` }),
                      ),
                    ),
                  },
                )
              : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Ended({ view }: { view: AssessmentView }) {
  const intl = useIntl()
  const say = useSay()
  const ended = new Set(view.nations.flatMap(({ conclusion }) => conclusion.ended))
  if (ended.size === 0) return null
  return (
    <details className="small" open>
      <summary>{intl.formatMessage({ id: 'law.ended' })}</summary>
      <ul className="lines">
        {view.rows
          .filter(({ norm }) => ended.has(norm))
          .map(({ norm, citation, until }) => (
            <li key={norm}>
              {intl.formatMessage({ id: 'law.ended.rule' }, { citation: say(citation), until })}{' '}
              <code>{norm}</code>
            </li>
          ))}
      </ul>
    </details>
  )
}
