import { useIntl } from 'react-intl'
import { Hash } from '../../marks/hash.tsx'
import { CertificateClaims, Publishers } from '../verify/proved-certificate.tsx'
import { standing, type CertificateReport } from '../verify/certificate-report.ts'
import { Alone, Tick } from '../verify/seal.tsx'

type Props = {
  readonly report: CertificateReport
  readonly id: string
  readonly onCompared: (charter: string) => void
  readonly onForget: () => void
}

/** What this device checked of the text, and what it could not. */
export function Proof({ report, id, onCompared, onForget }: Props) {
  const intl = useIntl()
  const said = verdictOf(report)
  return (
    <aside className={`certificate ${said}`} aria-labelledby="proof">
      <div className="verdict">
        {said === 'genuine' ? <Tick /> : <Alone />}
        <h2 id="proof">{intl.formatMessage({ id: `public.${said}` })}</h2>
      </div>
      <p>{intl.formatMessage({ id: `public.${said}.what` })}</p>
      <section>
        <h3>{intl.formatMessage({ id: 'public.behind' })}</h3>
        <Publishers report={report} />
      </section>
      <CertificateClaims report={report} />
      <section>
        <h3>{intl.formatMessage({ id: 'public.compare' })}</h3>
        <p className="small">{intl.formatMessage({ id: 'public.compare.id' })}</p>
        <code className="id">
          <Hash of={report.charter} />
        </code>
        {report.trusted ? (
          <p className="small">
            {intl.formatMessage({ id: 'public.compare.done' })}{' '}
            <button type="button" className="link" onClick={onForget}>
              {intl.formatMessage({ id: 'public.compare.forget' })}
            </button>
          </p>
        ) : (
          <button type="button" className="btn" onClick={() => onCompared(report.charter)}>
            {intl.formatMessage({ id: 'public.compare.same' })}
          </button>
        )}
      </section>
      <p className="small">
        <a href={`/public/${id}/certificate.json`} download>
          {intl.formatMessage({ id: 'public.download' })}
        </a>
        . {intl.formatMessage({ id: 'public.download.then' })}
      </p>
      <pre>
        <code>npm run entente -- verify FILE --charter ID</code>
      </pre>
    </aside>
  )
}

const verdictOf = (report: CertificateReport): 'recalled' | 'genuine' | 'alone' => {
  if (standing(report).length === 0) return 'recalled'
  return report.trusted ? 'genuine' : 'alone'
}
