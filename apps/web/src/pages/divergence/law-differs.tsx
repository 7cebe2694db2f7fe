import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { LawDivergence } from '@entente/accord'
import type { AssessmentView } from '../../../../node/src/api.ts'
import { assessmentQuery } from '../../api/measures.ts'
import type { MessageId } from '../../i18n/index.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Finding } from '../../marks/finding.tsx'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'

type Props = { readonly law: LawDivergence; readonly inWords: boolean }

/** Nation by rule of one measure: only where answers differ or the law is disputed, and how each reads it. */
export function LawDiffers({ law, inWords }: Props) {
  const intl = useIntl()
  const file = useCase()
  const { data } = useQuery(
    assessmentQuery(file.view.id, { step: law.step, digest: file.view.digest }),
  )
  const id = `law-${law.step}`
  const names = (parties: readonly string[]) => intl.formatList(parties.map(file.nameOf))
  return (
    <section className="differs" aria-labelledby={id}>
      <header className="row">
        <h2 id={id}>
          <Link to="/cases/$id/law" params={{ id: file.view.id }} search={{ step: law.step }}>
            {intl.formatMessage({ id: 'divergence.law' }, { step: law.step })}
          </Link>
        </h2>
        <span className="small quiet">
          {intl.formatMessage(
            { id: 'divergence.rules' },
            { count: law.rows.length, all: law.rules },
          )}
        </span>
      </header>
      <p className="small quiet">
        {law.assessed.length > 0
          ? intl.formatMessage({ id: 'divergence.assessed' }, { names: names(law.assessed) })
          : null}{' '}
        {law.awaited.length > 0
          ? intl.formatMessage({ id: 'divergence.awaited' }, { names: names(law.awaited) })
          : null}
      </p>
      {law.rows.length > 0 ? <Rules law={law} rows={data?.rows ?? []} inWords={inWords} /> : null}
      {law.readings.length > 0 ? <Readings law={law} /> : null}
    </section>
  )
}

function Rules({ law, rows, inWords }: Props & { rows: AssessmentView['rows'] }) {
  const intl = useIntl()
  const say = useSay()
  const { view } = useCase()
  return (
    <div className="scroll">
      <table className={inWords ? 'table rule-map in-words' : 'table rule-map'}>
        <caption className="hidden">{intl.formatMessage({ id: 'divergence.rules.map' })}</caption>
        <Heads first={intl.formatMessage({ id: 'law.rule' })} parties={law.assessed} />
        <tbody>
          {law.rows.map(({ norm, cells }) => {
            const row = rows.find((one) => one.norm === norm)
            return (
              <tr key={norm}>
                <th scope="row">
                  {row ? say(row.question) : <code>{norm}</code>}
                  {row ? <small>{say(row.citation)}</small> : null}
                </th>
                {law.assessed.map((party) => (
                  <td key={party}>
                    <Link
                      to="/cases/$id/law"
                      params={{ id: view.id }}
                      search={{ step: law.step, rule: norm, nation: party }}
                      hash="explain"
                      preload={false}
                    >
                      <Finding value={cells[party] ?? 'not-asked'} small={!inWords} />
                    </Link>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Heads({ first, parties }: { first: string; parties: readonly string[] }) {
  const file = useCase()
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {parties.map((party) => (
          <th key={party} scope="col">
            <Plate party={party} name={file.nameOf(party)} us={party === file.us} />
            <span className="name"> {file.nameOf(party)}</span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Issues that they read in different ways: silence differs from nothing. */
function Readings({ law }: { law: LawDivergence }) {
  const intl = useIntl()
  const file = useCase()
  return (
    <>
      <h3>{intl.formatMessage({ id: 'divergence.readings' })}</h3>
      <ul className="words-list readings-list">
        {law.readings.map(({ issue, cells }) => (
          <li key={issue}>
            <h4>{intl.formatMessage({ id: `issue.${issue}` as MessageId })}</h4>
            <dl>
              {Object.entries(cells).map(([party, value]) => (
                <div key={party}>
                  <dt>
                    <Plate party={party} name={file.nameOf(party)} us={party === file.us} />{' '}
                    {file.nameOf(party)}
                  </dt>
                  <dd>{intl.formatMessage({ id: `reading.${value}` as MessageId })}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}
