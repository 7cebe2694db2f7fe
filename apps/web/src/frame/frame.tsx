import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useIntl } from 'react-intl'
import type { Me } from '../../../node/src/api.ts'
import { Refused, Unanswered } from '../api/client.ts'
import { deskQuery, meQuery } from '../api/queries.ts'
import { Emblem } from '../marks/emblem.tsx'
import { Plate } from '../marks/plate.tsx'
import { ExerciseBand } from './exercise-band.tsx'
import { FoundFrame } from './found-frame.tsx'
import { KeysDialog } from './keys.tsx'
import { useNotifying } from './notifying.ts'
import { placeAt } from './places.ts'
import { PublicFrame } from './public-frame.tsx'
import { PhoneNav, Rail } from './rail.tsx'
import { Settings } from './settings.tsx'
import { Welcome } from './welcome.tsx'
import { nameWindow } from './use-title.ts'

/** The session ended while the page was open. */
const isOver = (error: Error | null) => error instanceof Refused && error.problem.status === 401

/** Nothing has been joined here: there is no node yet, and one way only. */
const isFounding = (error: Error | null) =>
  error instanceof Refused && error.problem.code === 'node.founding'

/** What surrounds everything: a node's own pages, or those that anyone reads without an account. */
export function Frame() {
  const around = useRouterState({
    select: ({ location: { pathname } }) => /^\/(public|found)(?:\/|$)/.exec(pathname)?.[1],
  })
  if (around === 'found') return <FoundFrame />
  return around === 'public' ? <PublicFrame /> : <NodeFrame />
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
  useNotifying(person !== undefined)
  if (isFounding(me.error)) return <Navigate to="/found" />
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
        <Rail path={path} />
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
      <PhoneNav path={path} />
      <KeysDialog />
    </>
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
  const place = placeAt(path)
  useEffect(() => {
    if (!place) return
    const page = intl.formatMessage({ id: place.id })
    nameWindow(intl, page)
  }, [intl, place])
}
