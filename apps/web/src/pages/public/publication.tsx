import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PublicationView } from '../../../../node/src/api.ts'
import { Refused } from '../../api/client.ts'
import { addressOf, publicationQuery } from '../../api/publications.ts'
import { Waiting } from '../../frame/states.tsx'
import { Moment } from '../../marks/moment.tsx'
import { Tlp } from '../../marks/tlp.tsx'
import type { CertificateReport } from '../verify/certificate-report.ts'
import { Outcome } from '../verify/outcome.tsx'
import { useVerification } from '../verify/use-verification.ts'
import '../verify/verify.css'
import { Article } from './article.tsx'
import { useKnownCharter } from './known-charter.ts'
import { Proof } from './proof.tsx'
import { sayLanguage } from './say-language.ts'
import { TakenBack } from './taken-back.tsx'
import { nameWindow } from '../../frame/use-title.ts'

/** One publication. What is shown of it is what its certificate proves on this device, and nothing else. */
export function PublicationPage() {
  const intl = useIntl()
  const { id } = useParams({ from: '/public/$id' })
  const asked = useQuery(publicationQuery(id))
  if (asked.data) return <Checked key={id} view={asked.data} />
  if (asked.error instanceof Refused)
    return (
      <div className="plain">
        <h1>{intl.formatMessage({ id: 'public.missing.title' })}</h1>
        <p>{intl.formatMessage({ id: 'public.missing.text' })}</p>
      </div>
    )
  return <Waiting error={asked.error} />
}

function Checked({ view }: { view: PublicationView }) {
  const intl = useIntl()
  const { verification, ask } = useVerification()
  const { known, remember, forget } = useKnownCharter()
  const { certificate } = view
  useEffect(() => {
    ask({ text: certificate, ...(known === undefined ? {} : { charter: known }) })
  }, [ask, certificate, known])
  const id = addressOf(view.id)
  switch (verification.kind) {
    case 'certified':
      return (
        <Read
          view={view}
          report={verification.report}
          id={id}
          onCompared={remember}
          onForget={forget}
        />
      )
    case 'none':
    case 'running':
      return <output className="quiet">{intl.formatMessage({ id: 'public.checking' })}</output>
    case 'refused':
    case 'broken':
    case 'verified':
      return (
        <div className="unproved">
          <h1 lang={view.lang}>{view.title}</h1>
          <p>{intl.formatMessage({ id: 'public.not-shown' })}</p>
          {verification.kind === 'refused' && verification.refusal.code === 'charter.other' ? (
            <div className="note against">
              <p>{intl.formatMessage({ id: 'public.other' })}</p>
              <button type="button" className="btn" onClick={forget}>
                {intl.formatMessage({ id: 'public.compare.forget' })}
              </button>
            </div>
          ) : null}
          <Outcome verification={verification} charter={{ value: known ?? '', from: 'person' }} />
        </div>
      )
  }
}

type ReadProps = {
  readonly view: PublicationView
  readonly report: CertificateReport
  readonly id: string
  readonly onCompared: (charter: string) => void
  readonly onForget: () => void
}

function Read({ view, report, ...proof }: ReadProps) {
  const intl = useIntl()
  const { text, audience } = report.publication
  const since = Math.min(...report.publishers.map((one) => one.since))
  useEffect(() => {
    nameWindow(intl, text.title)
  }, [intl, text.title])
  return (
    <div className="publication">
      <article className="art">
        <h1 lang={text.lang}>{text.title}</h1>
        <p className="meta">
          <span>
            {intl.formatMessage({ id: `public.for.${audience}` })}, {sayLanguage(intl, text.lang)}
          </span>
          <Tlp tlp="TLP:CLEAR" />
          <span>
            <FormattedMessage id="public.published" values={{ at: <Moment at={since} /> }} />
          </span>
          {view.with.length > 0 ? (
            <span>
              {intl.formatMessage({ id: 'public.also' })}{' '}
              {view.with.map((other) => (
                <Link
                  key={other.id}
                  to="/public/$id"
                  params={{ id: addressOf(other.id) }}
                  lang={other.lang}
                  hrefLang={other.lang}
                >
                  {other.title}
                </Link>
              ))}
            </span>
          ) : null}
        </p>
        <TakenBack report={report} />
        <Article publication={report.publication} />
      </article>
      <Proof report={report} {...proof} />
    </div>
  )
}
