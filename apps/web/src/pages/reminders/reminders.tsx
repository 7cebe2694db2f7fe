import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { CalendarMade, RemindersView } from '../../../../node/src/api.ts'
import { postJson, sendJson } from '../../api/client.ts'
import { meQuery, remindersQuery } from '../../api/queries.ts'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Due } from '../../marks/due.tsx'
import { Mail } from './mail.tsx'
import { Notify } from './notify.tsx'
import './reminders.css'

type Reminder = RemindersView['reminders'][number]

/** What is due of this nation, by which date, and what happens then. */
export function RemindersPage() {
  useTitle('reminders.title')
  const intl = useIntl()
  const me = useQuery(meQuery)
  const { data, error } = useQuery(remindersQuery)
  if (!data || !me.data) return <Waiting error={error ?? me.error} />
  const { reminders, now, hasCalendar, mail } = data
  return (
    <>
      <h1>{intl.formatMessage({ id: 'reminders.title' })}</h1>
      <p className="small quiet reminders-lead">
        {intl.formatMessage({ id: 'reminders.about' }, { name: me.data.node.name })}
      </p>
      {reminders.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'reminders.none' })}</p>
      ) : (
        <table
          className="table reminders"
          aria-label={intl.formatMessage({ id: 'reminders.title' })}
        >
          <thead>
            <tr>
              {(['by', 'what', 'then', 'state'] as const).map((column) => (
                <th key={column} scope="col">
                  {intl.formatMessage({ id: `reminders.${column}` })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reminders.map((one) => (
              <Row key={one.id} reminder={one} now={now} />
            ))}
          </tbody>
        </table>
      )}
      <Notify />
      <Calendar isOpen={hasCalendar} />
      <Mail mail={mail} />
    </>
  )
}

function Row({ reminder, now }: { reminder: Reminder; now: string }) {
  const intl = useIntl()
  const say = useSay()
  const client = useQueryClient()
  const { id, at, says, then, title, caseTitle, page, isRead } = reminder
  const read = useMutation({
    mutationFn: () => sendJson('PUT', `/api/v1/reminders/${id}/read`),
    onSettled: () => client.invalidateQueries(remindersQuery),
  })
  const what = say(says)
  return (
    <tr className={isRead ? 'is-read' : undefined}>
      <td>
        {at === undefined ? (
          intl.formatMessage({ id: 'reminders.no-date' })
        ) : (
          <Due at={at} left={(Date.parse(at) - Date.parse(now)) / 1000} />
        )}
      </td>
      <th scope="row">
        <a href={page}>
          {what}: {title}
        </a>
        <span className="small quiet in-case">{caseTitle}</span>
      </th>
      <td className="small">{say(then)}</td>
      <td>
        {isRead ? (
          <span className="quiet">{intl.formatMessage({ id: 'reminders.is-read' })}</span>
        ) : (
          <button
            type="button"
            className="btn"
            disabled={read.isPending}
            aria-label={intl.formatMessage({ id: 'reminders.read.of' }, { what, title })}
            onClick={() => read.mutate()}
          >
            {intl.formatMessage({ id: 'reminders.read' })}
          </button>
        )}
      </td>
    </tr>
  )
}

/** The secret address is shown once: the node keeps no more of it than a hash. */
function Calendar({ isOpen }: { isOpen: boolean }) {
  const intl = useIntl()
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries(remindersQuery)
  const make = useMutation({
    mutationFn: () => postJson<CalendarMade>('/api/v1/reminders/calendar', {}),
    onSettled,
  })
  const shut = useMutation({
    mutationFn: () => sendJson('DELETE', '/api/v1/reminders/calendar'),
    onSuccess: () => make.reset(),
    onSettled,
  })
  const failed = make.error ?? shut.error
  return (
    <section className="calendar" aria-labelledby="calendar">
      <h2 id="calendar">{intl.formatMessage({ id: 'reminders.calendar' })}</h2>
      <p className="small">{intl.formatMessage({ id: 'reminders.calendar.about' })}</p>
      <p className="buttons">
        <button
          type="button"
          className="btn"
          disabled={make.isPending}
          onClick={() => make.mutate()}
        >
          {intl.formatMessage({
            id: isOpen ? 'reminders.calendar.again' : 'reminders.calendar.make',
          })}
        </button>
        {isOpen ? (
          <button
            type="button"
            className="btn"
            disabled={shut.isPending}
            onClick={() => shut.mutate()}
          >
            {intl.formatMessage({ id: 'reminders.calendar.shut' })}
          </button>
        ) : null}
      </p>
      <output>
        {failed ? <span className="error">{failed.message}</span> : null}
        {make.data ? (
          <>
            {intl.formatMessage({ id: 'reminders.calendar.address' })}
            <code className="address">
              {`${window.location.origin}${make.data.path}?lang=${intl.locale.slice(0, 2)}`}
            </code>
          </>
        ) : null}
      </output>
    </section>
  )
}
