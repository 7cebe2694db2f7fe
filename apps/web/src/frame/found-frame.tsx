import { Outlet } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { Emblem } from '../marks/emblem.tsx'
import '../style/public.css'
import { Settings } from './settings.tsx'

/** What surrounds the guided way: there is no node yet, and so no desk and no rail. */
export function FoundFrame() {
  const intl = useIntl()
  return (
    <>
      <a className="skip" href="#page">
        {intl.formatMessage({ id: 'frame.skip' })}
      </a>
      <header className="public-head">
        <div>
          <span className="brand">
            <Emblem />
            <span>{intl.formatMessage({ id: 'brand' })}</span>
          </span>
          <span className="push" />
          <Settings loggedIn={false} />
        </div>
      </header>
      <main className="public-page" id="page" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}
