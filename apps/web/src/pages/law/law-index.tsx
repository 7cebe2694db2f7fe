import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Language } from '@entente/lexicon'
import { inMarks, type Reading, wordsOf } from '@entente/law'
import type { CaseView, OwnView } from '../../../../node/src/api.ts'
import { ownViewQuery } from '../../api/measures.ts'
import { caseQuery, casesQuery, meQuery } from '../../api/queries.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { Day } from '../../marks/day.tsx'
import { Plate } from '../../marks/plate.tsx'
import { StageBadge } from '../../marks/stage.tsx'
import './law.css'

/** Every measure that this node knows of, and how its own nation reads the law. */
export function LawIndexPage() {
  useTitle('law.index.title')
  const intl = useIntl()
  const me = useQuery(meQuery)
  const cases = useQuery(casesQuery)
  const own = useQuery(ownViewQuery)
  const views = useQueries({
    queries: (cases.data ?? []).filter(({ root }) => !root).map(({ id }) => caseQuery(id)),
  }).flatMap(({ data }) => data ?? [])
  if (!cases.data || !me.data) return <Waiting error={cases.error ?? me.error} />
  const withMeasures = views.filter(({ state }) => (state.measures ?? []).length > 0)
  return (
    <>
      <h1>{intl.formatMessage({ id: 'law.index.title' })}</h1>
      <p className="row">
        <Link className="btn" to="/law/views">
          {intl.formatMessage({ id: 'views.title' })}
        </Link>
        <Link className="btn" to="/law/view">
          {intl.formatMessage({ id: 'views.own.edit' })}
        </Link>
      </p>
      <div className="law-index">
        <section aria-labelledby="measures-known">
          <h2 id="measures-known">{intl.formatMessage({ id: 'law.index.measures' })}</h2>
          {withMeasures.length === 0 ? (
            <p className="quiet">{intl.formatMessage({ id: 'law.index.none' })}</p>
          ) : (
            <ul className="lines">
              {withMeasures.flatMap((view) =>
                (view.state.measures ?? []).map((measure) => (
                  <MeasureLine
                    key={`${view.id} ${measure.step}`}
                    view={view}
                    measure={measure}
                    us={me.data.node.party}
                  />
                )),
              )}
            </ul>
          )}
        </section>
        <section aria-labelledby="own-view">
          <h2 id="own-view">
            {intl.formatMessage({ id: 'law.view.title' }, { name: me.data.node.name })}
          </h2>
          {own.data ? <Own view={own.data.view} /> : <Waiting error={own.error} />}
        </section>
      </div>
    </>
  )
}

type Measure = NonNullable<CaseView['state']['measures']>[number]

function MeasureLine({ view, measure, us }: { view: CaseView; measure: Measure; us: string }) {
  const intl = useIntl()
  const act = view.acts.find(({ id }) => id === measure.version)?.act
  const text = act && 'text' in act ? act.text : undefined
  const nameOf = (party: string) =>
    view.charter.parties.find(({ id }) => id === party)?.name ?? party
  const to = { params: { id: view.id }, search: { step: measure.step } } as const
  return (
    <li>
      <h3 lang={text?.lang}>{text?.title ?? measure.step}</h3>
      <p className="small quiet">{view.charter.title}</p>
      <ul className="row stages">
        {Object.entries(measure.nations).map(([party, { stage }]) => (
          <li key={party} className="nat">
            <Plate party={party} name={nameOf(party)} us={party === us} />
            <span className="hidden">{nameOf(party)} </span>
            <StageBadge stage={stage} />
          </li>
        ))}
      </ul>
      <p className="row">
        <Link className="btn little" to="/cases/$id/law" {...to}>
          {intl.formatMessage({ id: 'law.index.assess' })}
          <span className="hidden">: {text?.title}</span>
        </Link>
        <Link className="btn little" to="/cases/$id/measures" {...to}>
          {intl.formatMessage({ id: 'law.index.ledger' })}
          <span className="hidden">: {text?.title}</span>
        </Link>
      </p>
    </li>
  )
}

function saidIn(reading: Reading, locale: Language) {
  const words = wordsOf(reading)
  return words && inMarks(words, locale)
}

/** Each issue with its reading and its source: a reading without a source says so. */
function Own({ view }: { view: OwnView['view'] }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  if (!view) return <p className="quiet">{intl.formatMessage({ id: 'law.view.none' })}</p>
  return (
    <>
      <p className="small quiet">
        <FormattedMessage id="law.view.on" values={{ on: <Day on={view.asOf} /> }} />{' '}
        {intl.formatMessage({ id: 'law.view.stays' })}
      </p>
      <dl className="readings">
        {Object.entries(view.readings).map(([issue, reading]) => (
          <div key={issue}>
            <dt>{intl.formatMessage({ id: `issue.${issue as keyof typeof view.readings}` })}</dt>
            <dd className={reading.value === 'unknown' ? 'quiet' : undefined}>
              {intl.formatMessage({ id: `reading.${reading.value}` })}
              {reading.value === 'unknown' ? null : (
                <span className="source">
                  {saidIn(reading, locale)} {reading.source}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
