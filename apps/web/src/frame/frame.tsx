import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useIntl } from 'react-intl'
import type { Me } from '../../../node/src/api.ts'
import { Refused, Unanswered } from '../api/client.ts'
import { deskQuery, meQuery } from '../api/queries.ts'
import { Emblem } from '../marks/emblem.tsx'
import { Plate } from '../marks/plate.tsx'
import { ExerciseBand } from './exercise-band.tsx'
import { KeysDialog } from './keys.tsx'
import { PublicFrame } from './public-frame.tsx'
import { Settings } from './settings.tsx'
import { Welcome } from './welcome.tsx'

const PLACES = [
  { to: '/', id: 'nav.desk' },
  { to: '/assets', id: 'nav.assets', only: 'operator' },
  { to: '/incidents', id: 'nav.incidents' },
  { to: '/cases', id: 'nav.cases' },
  { to: '/objects', id: 'nav.evidence' },
  { to: '/drafts', id: 'nav.drafts' },
  { to: '/lexicon', id: 'nav.lexicon' },
  { to: '/verify', id: 'nav.verify' },
] as const

/** An operator has an inventory; nobody else has a place for one. */
const placesOf = (role: string | undefined) =>
  PLACES.filter((place) => !('only' in place) || place.only === role)

/** Which place of the rail a path belongs to. */
const isAt = (to: string, path: string) => (to === '/' ? path === '/' : path.startsWith(to))

/** The session ended while the page was open. */
const isOver = (error: Error | null) => error instanceof Refused && error.problem.status === 401

/** What surrounds everything: a node's own pages, or those that anyone reads without an account. */
export function Frame() {
  const isPublic = useRouterState({
    select: ({ location: { pathname } }) => /^\/public(\/|$)/.test(pathname),
  })
  return isPublic ? <PublicFrame /> : <NodeFrame />
}

/** Band, header, rail and page. */
function NodeFrame() {
  const intl = useIntl()
  const me = useQuery(meQuery)
  const desk = useQuery({ ...deskQuery, enabled: me.data?.person !== undefined })
  const person = isOver(desk.error) ? undefined : me.data?.person
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const open = path.startsWith('/verify')
  useDocumentTitle(path)
  return (
    <>
      <a className="skip" href="#page">
        {intl.formatMessage({ id: 'frame.skip' })}
      </a>
      <ExerciseBand loggedIn={me.data?.person !== undefined} />
      <header className="head">
        <Link to="/" className="brand">
          <Emblem />
          <span className="brand-word">{intl.formatMessage({ id: 'brand' })}</span>
        </Link>
        <NodePlate me={me.data} />
        <Settings loggedIn={me.data?.person !== undefined} />
      </header>
      <div className="frame">
        <Places kind="rail" path={path} />
        <main className="page" id="page" tabIndex={-1}>
          {me.isPending ? (
            <p className="quiet">{intl.formatMessage({ id: 'load.node' })}</p>
          ) : (
            <>
              {(me.error ?? desk.error) instanceof Unanswered && !open ? (
                <p className="note hold notice" role="alert">
                  {intl.formatMessage({ id: 'load.none' })}
                </p>
              ) : null}
              {person || open ? <Outlet /> : <Welcome name={me.data?.node.name} />}
            </>
          )}
        </main>
      </div>
      <Places kind="phone-nav" path={path} />
      <KeysDialog />
    </>
  )
}

function Places({ kind, path }: { kind: 'rail' | 'phone-nav'; path: string }) {
  const intl = useIntl()
  const me = useQuery(meQuery)
  const desk = useQuery({ ...deskQuery, enabled: me.data?.person !== undefined })
  const mine = desk.data
    ? desk.data.items.filter(({ does }) => does !== 'await').length +
      desk.data.incidents.length +
      desk.data.inside.filter((one) => one.mine).length
    : 0
  return (
    <nav className={kind} aria-label={intl.formatMessage({ id: 'frame.main' })}>
      {placesOf(me.data?.node.role).map(({ to, id }) => (
        <Link key={to} to={to} aria-current={isAt(to, path) ? 'page' : undefined}>
          {intl.formatMessage({ id })}
          {kind === 'rail' && to === '/' && mine ? (
            <span className="count">{intl.formatNumber(mine)}</span>
          ) : null}
        </Link>
      ))}
    </nav>
  )
}

function NodePlate({ me }: { me: Me | undefined }) {
  if (!me) return <div className="node push" />
  return (
    <div className="node push">
      <Plate party={me.node.party} name={me.node.name} us />
      <b>{me.node.name}</b>
      {me.person ? (
        <span className="who">
          <span className="at quiet">{me.person.authority.name}</span>
          <span className="quiet">{me.person.name}</span>
        </span>
      ) : null}
    </div>
  )
}

/** A window is named after its place; pages deeper inside name theirs themselves. */
function useDocumentTitle(path: string) {
  const intl = useIntl()
  const place = PLACES.find(({ to }) => to === path)
  useEffect(() => {
    if (!place) return
    const page = intl.formatMessage({ id: place.id })
    document.title = intl.formatMessage({ id: 'frame.title' }, { page })
  }, [intl, place])
}
