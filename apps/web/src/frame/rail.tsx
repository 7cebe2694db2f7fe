import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useIntl } from 'react-intl'
import { alarmsQuery, casesQuery, deskQuery, meQuery, remindersQuery } from '../api/queries.ts'
import { isApart, isAt, placesOf, splitForPhone, type Place } from './places.ts'

/** The places that this person has here, in their order. */
function usePlaces(): readonly Place[] {
  const me = useQuery(meQuery)
  const cases = useQuery({ ...casesQuery, enabled: me.data?.person !== undefined })
  return me.data ? placesOf({ me: me.data, cases: cases.data ?? [] }) : []
}

/** Beside the page: every place, what awaits this person on the desk, and below a line what anyone may read. */
export function Rail({ path }: { path: string }) {
  const intl = useIntl()
  const places = usePlaces()
  const mine = useMine()
  const unread = useUnread()
  const alarms = useOpenAlarms()
  const entry = (place: Place) => (
    <PlaceLink key={place.to} place={place} path={path}>
      {place.to === '/' && mine > 0 ? (
        <span className="count">{intl.formatNumber(mine)}</span>
      ) : null}
      {place.to === '/reminders' && unread > 0 ? (
        <span
          className="count"
          title={intl.formatMessage({ id: 'reminders.unread' }, { count: unread })}
        >
          {intl.formatNumber(unread)}
        </span>
      ) : null}
      {place.to === '/alarms' && alarms > 0 ? (
        <span
          className="count"
          title={intl.formatMessage({ id: 'alarms.open' }, { count: alarms })}
        >
          {intl.formatNumber(alarms)}
        </span>
      ) : null}
    </PlaceLink>
  )
  const inside = places.filter((place) => !isApart(place))
  return (
    <nav className="rail" aria-label={intl.formatMessage({ id: 'frame.main' })}>
      {inside.map(entry)}
      {inside.length > 0 ? <hr /> : null}
      {places.filter(isApart).map(entry)}
    </nav>
  )
}

/** Under the page of a small screen: four places, and the others behind “More”. */
export function PhoneNav({ path }: { path: string }) {
  const intl = useIntl()
  const { near, more } = splitForPhone(usePlaces())
  const sheet = useRef<HTMLDivElement>(null)
  const inMore = more.find(({ to }) => isAt(to, path))
  return (
    <nav className="phone-nav" aria-label={intl.formatMessage({ id: 'frame.main' })}>
      {near.map((place) => (
        <PlaceLink key={place.to} place={place} path={path} />
      ))}
      {more.length > 0 ? (
        <>
          <button
            type="button"
            popoverTarget="more-places"
            aria-current={inMore ? 'true' : undefined}
          >
            {intl.formatMessage({ id: 'nav.more' })}
            {inMore ? (
              <span className="hidden">{` (${intl.formatMessage({ id: inMore.id })})`}</span>
            ) : null}
          </button>
          <div id="more-places" popover="auto" className="more-places" ref={sheet}>
            {more.map((place) => (
              <PlaceLink
                key={place.to}
                place={place}
                path={path}
                onClick={() => sheet.current?.hidePopover()}
              />
            ))}
          </div>
        </>
      ) : null}
    </nav>
  )
}

type LinkProps = {
  readonly place: Place
  readonly path: string
  readonly onClick?: () => void
  readonly children?: React.ReactNode
}

function PlaceLink({ place: { to, id }, path, onClick, children }: LinkProps) {
  const intl = useIntl()
  return (
    <Link to={to} aria-current={isAt(to, path) ? 'page' : undefined} onClick={onClick}>
      {intl.formatMessage({ id })}
      {children}
    </Link>
  )
}

/** How much on the desk awaits this person itself. */
function useMine(): number {
  const me = useQuery(meQuery)
  const { data } = useQuery({ ...deskQuery, enabled: me.data?.person !== undefined })
  if (!data) return 0
  const items = data.items.filter(({ does }) => does !== 'await')
  return items.length + data.incidents.length + data.inside.filter((one) => one.mine).length
}

/** How many reminders this person has not read. */
function useUnread(): number {
  const me = useQuery(meQuery)
  const { data } = useQuery({ ...remindersQuery, enabled: me.data?.person !== undefined })
  return data?.reminders.filter((one) => !one.isRead).length ?? 0
}

/** How many alarms go on that nobody here has acknowledged. */
function useOpenAlarms(): number {
  const me = useQuery(meQuery)
  const { data } = useQuery({ ...alarmsQuery, enabled: me.data?.person !== undefined })
  return data?.open ?? 0
}
