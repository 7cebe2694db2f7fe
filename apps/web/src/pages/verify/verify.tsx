import { useIntl } from 'react-intl'

/** Checks a bundle in this browser. */
export function VerifyPage() {
  const intl = useIntl()
  return <h1>{intl.formatMessage({ id: 'nav.verify' })}</h1>
}
