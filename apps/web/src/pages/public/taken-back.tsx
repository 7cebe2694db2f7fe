import { FormattedMessage, useIntl } from 'react-intl'
import { Moment } from '../../marks/moment.tsx'
import { standing, type CertificateReport } from '../verify/certificate-report.ts'

/** Before a text that somebody took back: who, when and why, and who still stands behind it. */
export function TakenBack({ report }: { report: CertificateReport }) {
  const intl = useIntl()
  const gone = report.publishers.filter(({ recalled }) => recalled)
  const left = standing(report).map(({ name }) => name)
  if (gone.length === 0) return null
  return (
    <div className="note against taken-back">
      {gone.map(({ party, name, recalled }) => (
        <p key={party}>
          <FormattedMessage
            id="public.taken-back"
            values={{ name, at: <Moment at={recalled!.since} /> }}
          />{' '}
          <q>{recalled!.reason}</q>
        </p>
      ))}
      <p>
        {left.length === 0
          ? intl.formatMessage({ id: 'public.recalled' })
          : intl.formatMessage(
              { id: 'public.still' },
              { names: intl.formatList(left), count: left.length },
            )}
      </p>
    </div>
  )
}
