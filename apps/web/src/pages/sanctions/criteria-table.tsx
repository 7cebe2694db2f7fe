import { useIntl } from 'react-intl'
import type { SanctionsView } from '../../../../node/src/api.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Finding } from '../../marks/finding.tsx'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'

/** Criterion by nation, and what all of them come to; nothing is averaged. */
export function CriteriaTable({ test }: { test: SanctionsView }) {
  const intl = useIntl()
  const say = useSay()
  const { us } = useCase()
  const { locale } = usePreferences()
  const { counts, nations, criteria } = test
  const caption = intl.formatMessage({ id: 'law.sanctions.caption' })
  return (
    <>
      <p>
        <b>
          {intl.formatMessage(
            { id: 'law.sanctions.counts' },
            {
              met: counts.satisfied,
              not: counts['not-satisfied'],
              unknown: counts.unknown,
              disputed: counts.disputed,
              all: criteria.filter(({ kind }) => kind === 'rule').length,
            },
          )}
        </b>
      </p>
      <section
        className="scroll"
        aria-label={caption}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="table criteria">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{intl.formatMessage({ id: 'law.sanctions.criterion' })}</th>
              {nations.map(({ code, name }) => (
                <th key={code} scope="col">
                  <span className="nat">
                    <Plate party={code} name={name[locale]} us={code === us} />
                    <span className="hidden">{name[locale]}</span>
                  </span>
                </th>
              ))}
              <th scope="col">{intl.formatMessage({ id: 'law.sanctions.together' })}</th>
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ norm, kind, depth, question, source, cells, result }) => (
              <tr key={norm} className={kind === 'rule' ? undefined : 'group'}>
                <th scope="row" className={`depth-${depth}`}>
                  {say(question)}
                  <small>{say(source.citation)}</small>
                </th>
                {cells.map(({ nation, value }) => (
                  <td key={nation}>
                    <Finding value={value} small />
                  </td>
                ))}
                <td>
                  <Finding value={result} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
