import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useIntl } from 'react-intl'
import type { CaseView, Desk as DeskView, DeskItem, Me } from '../../../../node/src/api.ts'
import { alarmsQuery, caseQuery, casesQuery, deskQuery, meQuery } from '../../api/queries.ts'
import { Waiting } from '../../frame/states.tsx'
import { useKeys } from '../../frame/use-keys.ts'
import { momentSaid } from '../../marks/moment.tsx'
import { VoicePair } from '../../marks/voice-mark.tsx'
import '../../style/desk.css'
import { InsideItems } from '../drafts/desk-items.tsx'
import { SoundingItems } from '../exchange/desk-items.tsx'
import { IncidentItems } from '../incidents/desk-items.tsx'
import { StandsBehind, WhoAwaits } from './aside.tsx'

/** What awaits this person, what is awaited from others, and what its nation stands behind. */
export function DeskPage() {
  const me = useQuery(meQuery)
  const desk = useQuery(deskQuery)
  const cases = useQuery(casesQuery)
  const views = useQueries({
    queries: (cases.data ?? []).filter(({ root }) => !root).map(({ id }) => caseQuery(id)),
  }).flatMap(({ data }) => data ?? [])
  if (!desk.data || !me.data) return <Waiting error={desk.error ?? me.error} />
  return <Desk desk={desk.data} me={me.data} views={views} />
}

/** What this node refused and nobody has seen to is said where everybody begins, unless it may well be innocent. */
function OpenAlarms() {
  const intl = useIntl()
  const { data } = useQuery(alarmsQuery)
  const open = data?.alarms.filter((one) => !one.acknowledged && one.severity !== 'notice') ?? []
  if (open.length === 0) return null
  return (
    <p className="note against notice" role="note">
      <Link to="/alarms">{intl.formatMessage({ id: 'desk.alarms' }, { count: open.length })}</Link>
    </p>
  )
}

type Props = {
  readonly desk: DeskView
  readonly me: Me
  readonly views: readonly CaseView[]
}

function Desk({ desk: { items, inside, incidents, soundings }, me, views }: Props) {
  const intl = useIntl()
  const list = useRef<HTMLDivElement>(null)
  const move = (by: number) => () => {
    const buttons = [...(list.current?.querySelectorAll<HTMLAnchorElement>('.item .btn') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    buttons[Math.min(Math.max(at + by, 0), buttons.length - 1)]?.focus()
  }
  useKeys({ j: move(1), k: move(-1) })
  const mine = items.filter(({ does }) => does !== 'await')
  const others = items.filter(({ does }) => does === 'await')
  return (
    <>
      <div className="desk-head">
        <h1>{intl.formatMessage({ id: 'desk.title' })}</h1>
        <p className="quiet">
          {intl.formatMessage(
            { id: 'desk.sum' },
            {
              count:
                mine.length +
                soundings.length +
                incidents.length +
                inside.filter((one) => one.mine).length,
              authority: me.person?.authority.name,
              name: me.node.name,
            },
          )}
        </p>
      </div>
      <OpenAlarms />
      <div className="desk">
        <div ref={list}>
          {mine.length > 0 || me.node.role !== 'operator' ? (
            <Group title={intl.formatMessage({ id: 'desk.mine' })}>
              {mine.length === 0 ? (
                <p className="quiet nothing">{intl.formatMessage({ id: 'desk.none' })}</p>
              ) : (
                <ol>
                  {mine.map((item, index) => (
                    <Item
                      key={item.version}
                      item={item}
                      me={me}
                      views={views}
                      primary={index === 0}
                    />
                  ))}
                </ol>
              )}
            </Group>
          ) : null}
          <SoundingItems items={soundings} />
          <IncidentItems items={incidents} first={mine.length === 0} />
          <InsideItems
            items={inside}
            titleOf={(id) => views.find((view) => view.id === id)?.charter.title ?? ''}
          />
          {others.length > 0 ? (
            <Group title={intl.formatMessage({ id: 'desk.others' })}>
              <ol>
                {others.map((item) => (
                  <Item key={item.version} item={item} me={me} views={views} primary={false} />
                ))}
              </ol>
            </Group>
          ) : null}
        </div>
        {me.node.role === 'operator' ? null : (
          <aside className="aside" aria-label={intl.formatMessage({ id: 'desk.aside' })}>
            <WhoAwaits items={items} me={me} views={views} />
            <StandsBehind me={me} views={views} />
          </aside>
        )}
      </div>
      <footer className="foot">
        <span className="push">
          <kbd>j</kbd> <kbd>k</kbd> {intl.formatMessage({ id: 'desk.keys.move' })}, <kbd>Enter</kbd>{' '}
          {intl.formatMessage({ id: 'desk.keys.open' })}, <kbd>?</kbd>{' '}
          {intl.formatMessage({ id: 'desk.keys.all' })}
        </span>
      </footer>
    </>
  )
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="group">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

const DEED = {
  'give-voices': '/cases/$id/voice',
  'declare-adopted': '/cases/$id/certificate',
  'declare-ended': '/cases/$id/certificate',
  amend: '/cases/$id/amend',
  await: '/cases/$id',
} as const

function Item({
  item,
  me,
  views,
  primary,
}: {
  item: DeskItem
  me: Me
  views: readonly CaseView[]
  primary: boolean
}) {
  const intl = useIntl()
  const view = views.find(({ id }) => id === item.case)
  const nameOf = (party: string) =>
    view?.charter.parties.find(({ id }) => id === party)?.name ?? party
  const voice = view?.state.steps
    .flatMap(({ versions }) => versions)
    .find(({ id }) => id === item.version)?.voices[me.node.party]
  const kind = item.stepKind as CaseView['state']['steps'][number]['kind']
  const values = {
    name: me.node.name,
    the: intl.formatMessage({ id: `step.the.${kind}` }),
    number: item.number,
    names: intl.formatList((item.awaited ?? []).map(nameOf)),
    count: item.awaited?.length ?? 0,
  }
  return (
    <li className="item">
      <div className="due">
        <b>{intl.formatMessage({ id: `step.${kind}` })}</b>
        <span className="small quiet">
          {intl.formatMessage({ id: 'text.version' }, { number: item.number })}
        </span>
      </div>
      <div className="what">
        <Link to="/cases/$id" params={{ id: item.case }} search={{ step: item.step }}>
          {intl.formatMessage({ id: `desk.${item.does}` }, values)}
        </Link>
        <p>{item.title}</p>
        <p>{item.caseTitle}</p>
        {Object.entries(item.expected ?? {}).map(([party, at]) => (
          <p key={party}>
            {intl.formatMessage(
              { id: 'desk.expected' },
              { name: nameOf(party), at: momentSaid(intl, at) },
            )}
          </p>
        ))}
      </div>
      <div className="extra">{voice ? <VoicePair {...voice} /> : null}</div>
      <Link
        to={DEED[item.does]}
        params={{ id: item.case }}
        search={{
          step: item.step,
          version: item.version,
          ...(item.does === 'declare-ended' && { result: 'ended' }),
        }}
        className={primary ? 'btn primary' : 'btn'}
      >
        {intl.formatMessage({ id: `desk.do.${item.does}` })}
      </Link>
    </li>
  )
}
