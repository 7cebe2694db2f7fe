import { useIntl } from 'react-intl'

/** One STIX object as this node received it. */
export function ObjectPage() {
  const intl = useIntl()
  return <h1>{intl.formatMessage({ id: 'nav.evidence' })}</h1>
}
