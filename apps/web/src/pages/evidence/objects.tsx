import { useIntl } from 'react-intl'

/** The STIX objects that this node holds. */
export function ObjectsPage() {
  const intl = useIntl()
  return <h1>{intl.formatMessage({ id: 'nav.evidence' })}</h1>
}
