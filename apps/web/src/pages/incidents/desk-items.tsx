import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { Desk } from '../../../../node/src/api.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { Due } from '../../marks/due.tsx'
import { incidentsQuery } from './queries.ts'
import { regimeIn, stageIn } from './regime-words.ts'

type Item = Desk['incidents'][number]

/** Matches, reports and receipts that await this person, with their clocks. */
export function IncidentItems({
  items,
  first,
}: {
  items: readonly Item[]
  /** Nothing more urgent stands above. */
  first: boolean
}) {
  const intl = useIntl()
  if (items.length === 0) return null
  return (
    <section className="group">
      <h2>{intl.formatMessage({ id: 'desk.incidents' })}</h2>
      <ol>
        {items.map((item, index) => (
          <li key={JSON.stringify(item)} className="item">
            {item.does === 'look-at-told' ? (
              <ToldItem item={item} primary={first && index === 0} />
            ) : item.does === 'look-at-matches' ? (
              <LookItem item={item} primary={first && index === 0} />
            ) : (
              <StageItem item={item} primary={first && index === 0} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function ToldItem({
  item,
  primary,
}: {
  item: Extract<Item, { does: 'look-at-told' }>
  primary: boolean
}) {
  const intl = useIntl()
  const way = { to: '/cases/$id', params: { id: item.line } } as const
  const { operator, count, what } = item
  return (
    <>
      <div className="due" />
      <div className="what">
        <Link {...way}>{intl.formatMessage({ id: `desk.told.${what}` }, { operator, count })}</Link>
      </div>
      <div className="extra" />
      <Link {...way} className={primary ? 'btn primary' : 'btn'}>
        {intl.formatMessage({ id: 'desk.do.look-at-told' })}
      </Link>
    </>
  )
}

function LookItem({
  item,
  primary,
}: {
  item: Extract<Item, { does: 'look-at-matches' }>
  primary: boolean
}) {
  const intl = useIntl()
  return (
    <>
      <div className="due" />
      <div className="what">
        <Link to="/assets">
          {intl.formatMessage({ id: 'desk.incident.look-at-matches' }, { count: item.assets })}
        </Link>
      </div>
      <div className="extra" />
      <Link to="/assets" className={primary ? 'btn primary' : 'btn'}>
        {intl.formatMessage({ id: 'desk.do.look-at-matches' })}
      </Link>
    </>
  )
}

function StageItem({
  item,
  primary,
}: {
  item: Exclude<Item, { does: 'look-at-matches' | 'look-at-told' }>
  primary: boolean
}) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const view = useQuery(incidentsQuery)
  const regime = regimeIn(view.data?.regimes ?? [], item.regime)
  const stage = stageIn(regime, item.stage)?.label[locale] ?? item.stage
  const sentence = intl.formatMessage(
    { id: `desk.incident.${item.does}` },
    { stage, operator: item.does === 'acknowledge' ? item.operator : '' },
  )
  const draft = [
    ...(view.data?.drafts ?? []),
    ...(view.data?.incidents.flatMap(({ drafts }) => drafts) ?? []),
  ].find(({ incident, stage: of }) => incident === item.incident && of === item.stage)
  const way = draft
    ? ({ to: '/incidents/drafts/$id', params: { id: draft.id } } as const)
    : ({
        to: '/incidents/$line/$incident',
        params: { line: item.line, incident: item.incident },
        search: { regime: item.regime },
      } as const)
  return (
    <>
      <div className="due">
        {item.dueAt === undefined || !view.data ? null : (
          <Due
            at={item.dueAt}
            left={Math.floor((Date.parse(item.dueAt) - view.dataUpdatedAt) / 1000)}
          />
        )}
      </div>
      <div className="what">
        <Link {...way}>{sentence}</Link>
        <p>{item.title}</p>
      </div>
      <div className="extra" />
      <Link {...way} className={primary ? 'btn primary' : 'btn'}>
        {intl.formatMessage({ id: `desk.do.${item.does}` })}
      </Link>
    </>
  )
}
