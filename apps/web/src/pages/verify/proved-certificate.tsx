import type { RefObject } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Moment } from '../../marks/moment.tsx'
import { Plate } from '../../marks/plate.tsx'
import { standing, type CertificateReport } from './certificate-report.ts'
import { Alone, Tick } from './seal.tsx'

/** A public certificate that verifies: who stands behind which text, and what that does not prove. */
export function ProvedCertificate({
  report,
  top,
}: {
  report: CertificateReport
  top: RefObject<HTMLHeadingElement | null>
}) {
  const intl = useIntl()
  const { trusted, publication, publishers } = report
  const { text } = publication
  return (
    <section className={trusted ? 'outcome proved' : 'outcome alone'} aria-labelledby="outcome">
      <h2 id="outcome" ref={top} tabIndex={-1}>
        {trusted ? <Tick /> : <Alone />}
        {intl.formatMessage({ id: trusted ? 'verify.certified' : 'verify.alone' })}
      </h2>
      <p className="sentence">
        {intl.formatMessage(
          { id: trusted ? 'verify.certified.what' : 'verify.certified.alone.what' },
          {
            stands: standing(report).length,
            publishers: publishers.length,
            title: text.title,
          },
        )}
      </p>
      <dl className="facts">
        <dt>{intl.formatMessage({ id: trusted ? 'verify.charter.id' : 'verify.charter.own' })}</dt>
        <dd>
          <code>{report.charter}</code>
        </dd>
        <dt>{intl.formatMessage({ id: 'verify.certified.case' })}</dt>
        <dd>
          {report.title}
          {report.exercise ? ` (${intl.formatMessage({ id: 'verify.exercise' })})` : null}
        </dd>
      </dl>
      <h3>{intl.formatMessage({ id: 'public.behind' })}</h3>
      <Publishers report={report} />
      <CertificateClaims report={report} />
      <h3>{intl.formatMessage({ id: 'verify.certified.text' })}</h3>
      <div className="certified-text treaty" lang={text.lang}>
        <p>
          <b>{text.title}</b>
        </p>
        {text.clauses.map(({ id, text: clause }) => (
          <p key={id}>{clause}</p>
        ))}
      </div>
    </section>
  )
}

/** Each party that published: by which authority and key, since when, and whether it took it back. */
export function Publishers({ report }: { report: CertificateReport }) {
  const intl = useIntl()
  return (
    <ul className="stand">
      {report.publishers.map(({ party, name, authority, keyid, since, recalled }) => (
        <li key={party}>
          <Plate party={party} name={name} />
          <div>
            <b>{name}</b>
            <span className="quiet">
              {authority.name}, <code>{keyid}</code>
            </span>
          </div>
          <span className="since">
            <FormattedMessage id="public.since" values={{ at: <Moment at={since} /> }} />
          </span>
          {recalled ? (
            <span className="back">
              <FormattedMessage
                id="public.took-back"
                values={{ at: <Moment at={recalled.since} /> }}
              />{' '}
              <q>{recalled.reason}</q>
            </span>
          ) : (
            <span className="okay">
              <Tick />
              {intl.formatMessage({ id: 'public.signature' })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What a certificate proves and what it cannot, in the same place and the same size. */
export function CertificateClaims({ report }: { report: CertificateReport }) {
  const intl = useIntl()
  const values = { quorum: report.quorum, witnesses: report.witnesses }
  return (
    <div className="claims">
      <div>
        <h3>{intl.formatMessage({ id: 'verify.does' })}</h3>
        <ul className="plus">
          {report.proved.map((code) => (
            <li key={code}>
              <span>{intl.formatMessage({ id: `verify.certified.does.${code}` }, values)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{intl.formatMessage({ id: 'verify.not' })}</h3>
        <ul className="minus">
          {report.notProved.map((code) => (
            <li key={code}>
              <span>{intl.formatMessage({ id: `verify.certified.not.${code}` }, values)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
