import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useSearch } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { publicationsQuery, queryOf, readChoice } from '../api/publications.ts'
import { Emblem } from '../marks/emblem.tsx'
import '../style/public.css'
import { Band } from './exercise-band.tsx'
import { usePreferences } from './preferences.tsx'
import { Settings } from './settings.tsx'

/** What surrounds the pages that anyone reads: nothing in it asks for, or shows, an account. */
export function PublicFrame() {
  const intl = useIntl()
  const { locale } = usePreferences()
  const list = useQuery(publicationsQuery())
  const cases = list.data?.cases ?? []
  const exercise = cases.find((one) => one.exercise)
  const choice = readChoice(useSearch({ strict: false }))
  const feed = `/feed.atom${queryOf({ lang: locale, ...choice })}`
  return (
    <>
      <a className="skip" href="#page">
        {intl.formatMessage({ id: 'frame.skip' })}
      </a>
      {exercise ? <Band title={exercise.title} /> : null}
      <header className="public-head">
        <div>
          <Link to="/public" className="brand">
            <Emblem />
            <span>{intl.formatMessage({ id: 'brand' })}</span>
          </Link>
          {cases[0] ? <span className="quiet">{cases[0].title}</span> : null}
          <nav className="push" aria-label={intl.formatMessage({ id: 'public.nav' })}>
            <Link to="/public" activeOptions={{ exact: true }}>
              {intl.formatMessage({ id: 'public.title' })}
            </Link>
            <Link to="/public/check">{intl.formatMessage({ id: 'check.title' })}</Link>
            <Link to="/verify">{intl.formatMessage({ id: 'public.nav.verify' })}</Link>
            <a href={feed} type="application/atom+xml">
              {intl.formatMessage({ id: 'public.nav.feed' })}
            </a>
          </nav>
          <Settings loggedIn={false} />
        </div>
      </header>
      <main className="public-page" id="page" tabIndex={-1}>
        <Outlet />
      </main>
      <link
        rel="alternate"
        type="application/atom+xml"
        href={feed}
        title={intl.formatMessage({ id: 'public.title' })}
      />
    </>
  )
}
