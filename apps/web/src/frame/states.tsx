import { useRouterState, type ErrorComponentProps } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { Refused, Unanswered } from '../api/client.ts'

/** A page's code is on its way. */
export function Opening() {
  const intl = useIntl()
  return <p className="quiet">{intl.formatMessage({ id: 'load.page' })}</p>
}

/** A page could not be shown: why, and the way out. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const intl = useIntl()
  return (
    <div className="plain" role="alert">
      <p>
        {intl.formatMessage(
          { id: 'load.broken' },
          { detail: error instanceof Error ? error.message : String(error) },
        )}
      </p>
      <button type="button" className="btn" onClick={reset}>
        {intl.formatMessage({ id: 'load.again' })}
      </button>
    </div>
  )
}

/** An address that leads nowhere. */
export function Missing() {
  const intl = useIntl()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <div className="plain">
      <h1>{intl.formatMessage({ id: 'missing.title' })}</h1>
      <p>{intl.formatMessage({ id: 'missing.text' }, { path })}</p>
    </div>
  )
}

/** What stands in a page's place until its data is here. */
export function Waiting({ error }: { error: Error | null }) {
  const intl = useIntl()
  if (error instanceof Refused)
    return (
      <p className="note hold" role="alert">
        {intl.formatMessage({ id: 'load.refused' }, { detail: error.problem.detail })}
      </p>
    )
  if (error instanceof Unanswered)
    return (
      <div className="plain" role="alert">
        <h1>{intl.formatMessage({ id: 'load.none.title' })}</h1>
        <p>{intl.formatMessage({ id: 'load.none.first' })}</p>
      </div>
    )
  if (error)
    return (
      <p className="note hold" role="alert">
        {intl.formatMessage({ id: 'load.broken' }, { detail: error.message })}
      </p>
    )
  return <p className="quiet">{intl.formatMessage({ id: 'load.node' })}</p>
}
