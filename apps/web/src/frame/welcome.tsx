import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'

/** What somebody sees who is not logged in: how to get a link, and what needs none. */
export function Welcome({ name }: { name: string | undefined }) {
  const intl = useIntl()
  return (
    <section className="plain" aria-labelledby="welcome">
      <h1 id="welcome">{intl.formatMessage({ id: 'welcome.title' })}</h1>
      {name === undefined ? null : <p>{intl.formatMessage({ id: 'welcome.node' }, { name })}</p>}
      <p>{intl.formatMessage({ id: 'welcome.what' })}</p>
      <p>{intl.formatMessage({ id: 'welcome.demo' })}</p>
      <p>
        {intl.formatMessage({ id: 'welcome.verify' })}{' '}
        <Link to="/verify">{intl.formatMessage({ id: 'welcome.verify.link' })}</Link>.
      </p>
      <p>
        {intl.formatMessage({ id: 'welcome.public' })}{' '}
        <Link to="/public">{intl.formatMessage({ id: 'public.title' })}</Link>.
      </p>
    </section>
  )
}
