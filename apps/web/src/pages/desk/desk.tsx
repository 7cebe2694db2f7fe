import { useIntl } from 'react-intl'

/** What awaits this person. */
export function DeskPage() {
  const intl = useIntl()
  return <h1>{intl.formatMessage({ id: 'nav.desk' })}</h1>
}
