import type { ReactNode, RefObject } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Scroll } from '../../frame/scroll.tsx'
import { Moment } from '../../marks/moment.tsx'
import { Plate } from '../../marks/plate.tsx'
import { StandingBadge } from '../../marks/standing.tsx'
import { VoicePair } from '../../marks/voice-mark.tsx'
import type { CharterEntry } from './charter-field.tsx'
import type { Report, StrandReport } from './report.ts'
import { Alone, Tick } from './seal.tsx'

type Anchor = CharterEntry['from'] | undefined

/** A record that verifies: what that proves, what it does not, and what the record says. */
export function Proved({
  report,
  anchor,
  top,
}: {
  report: Report
  anchor: Anchor
  top: RefObject<HTMLHeadingElement | null>
}) {
  const intl = useIntl()
  return (
    <section
      className={anchor === undefined ? 'outcome alone' : 'outcome proved'}
      aria-labelledby="outcome"
    >
      <h2 id="outcome" ref={top} tabIndex={-1}>
        {anchor === undefined ? <Alone /> : <Tick />}
        {intl.formatMessage({ id: anchor === undefined ? 'verify.alone' : 'verify.proved' })}
      </h2>
      <p className="sentence">
        {intl.formatMessage(
          {
            id:
              anchor === undefined
                ? 'verify.alone.what'
                : anchor === 'node'
                  ? 'verify.proved.by-node'
                  : 'verify.proved.what',
          },
          { acts: report.acts, strands: report.strands.length, title: report.title },
        )}
      </p>
      <dl className="facts">
        <dt>
          {intl.formatMessage({
            id: anchor === undefined ? 'verify.charter.own' : 'verify.charter.id',
          })}
        </dt>
        <dd>
          <code>{report.charter}</code>
        </dd>
        <dt>{intl.formatMessage({ id: 'verify.case' })}</dt>
        <dd>
          {report.title}
          {report.exercise ? ` (${intl.formatMessage({ id: 'verify.exercise' })})` : null}
        </dd>
        <dt>{intl.formatMessage({ id: 'verify.state' })}</dt>
        <dd>
          <code>{report.digest}</code>
        </dd>
      </dl>
      <Claims report={report} />
      <h3>{intl.formatMessage({ id: 'verify.standings' })}</h3>
      <Standings report={report} />
      <h3>{intl.formatMessage({ id: 'verify.strands' })}</h3>
      <Strands report={report} />
      {report.void.length === 0 ? null : <Void entries={report.void} />}
    </section>
  )
}

const strong = (chunks: ReactNode) => <b>{chunks}</b>

/** What a record proves and what it cannot, in the same place and the same size. */
function Claims({ report }: { report: Report }) {
  const intl = useIntl()
  const values = {
    strong,
    quorum: report.quorum,
    witnesses: report.witnesses,
    until: <Moment at={report.until} />,
  }
  return (
    <div className="claims">
      <div>
        <h3>{intl.formatMessage({ id: 'verify.does' })}</h3>
        <ul className="plus">
          {report.proved.map((code) => (
            <li key={code}>
              <span>
                <FormattedMessage id={`verify.does.${code}`} values={values} />
              </span>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{intl.formatMessage({ id: 'verify.not' })}</h3>
        <ul className="minus">
          {report.notProved.map((code) => (
            <li key={code}>
              <span>
                <FormattedMessage id={`verify.not.${code}`} values={values} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Standings({ report }: { report: Report }) {
  const intl = useIntl()
  const { versions } = report
  if (versions.length === 0)
    return <p className="quiet">{intl.formatMessage({ id: 'verify.standings.none' })}</p>
  return (
    <Scroll label={intl.formatMessage({ id: 'verify.standings' })}>
      <table className="table matrix">
        <thead>
          <tr>
            <th scope="col">{intl.formatMessage({ id: 'verify.member' })}</th>
            {versions.map((version) => (
              <th key={version.id} scope="col">
                {intl.formatMessage({ id: `step.${version.step}` })}{' '}
                <span className="quiet">
                  {intl.formatMessage({ id: 'verify.version' }, { number: version.number })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.members.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                <Plate party={id} name={name} /> <span className="nation">{name}</span>
              </th>
              {versions.map(({ id: version, voices, deemed }) => (
                <td key={version}>
                  {voices[id] ? <VoicePair {...voices[id]} /> : '–'}
                  {deemed.includes(id) ? (
                    <small>{intl.formatMessage({ id: 'voice.deemed' })}</small>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{intl.formatMessage({ id: 'verify.standing' })}</th>
            {versions.map(({ id, standing }) => (
              <td key={id}>
                <StandingBadge standing={standing} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}

function Strands({ report }: { report: Report }) {
  const intl = useIntl()
  return (
    <Scroll label={intl.formatMessage({ id: 'verify.strands' })}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{intl.formatMessage({ id: 'verify.strand' })}</th>
            <th scope="col" className="r">
              {intl.formatMessage({ id: 'verify.strand.acts' })}
            </th>
            <th scope="col">{intl.formatMessage({ id: 'verify.strand.cosigned' })}</th>
            <th scope="col">{intl.formatMessage({ id: 'verify.strand.times' })}</th>
          </tr>
        </thead>
        <tbody>
          {report.strands.map((strand) => (
            <tr key={strand.id}>
              <th scope="row">
                <Plate party={strand.id} name={strand.name} />{' '}
                <span className="nation">{strand.name}</span>
              </th>
              <td className="r">{intl.formatNumber(strand.size)}</td>
              <td>{intl.formatList(strand.cosigned.map(({ by }) => by))}</td>
              <td>
                <Times strand={strand} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Times({ strand }: { strand: StrandReport }) {
  const times = strand.cosigned.map(({ at }) => at)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  return first === last ? (
    <Moment at={first} />
  ) : (
    <FormattedMessage
      id="verify.strand.between"
      values={{ first: <Moment at={first} />, last: <Moment at={last} /> }}
    />
  )
}

function Void({ entries }: { entries: Report['void'] }) {
  const intl = useIntl()
  return (
    <>
      <h3>{intl.formatMessage({ id: 'verify.void' })}</h3>
      <ul className="links">
        {entries.map(({ name, index, code }) => (
          <li key={`${name} ${String(index)}`}>
            {intl.formatMessage({ id: 'verify.void.entry' }, { name, index })} <code>{code}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
