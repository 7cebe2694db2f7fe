import { useIntl } from 'react-intl'
import type { FactId } from '@entente/law'
import type { AssessmentView } from '../../../../node/src/api.ts'
import { Plate } from '../../marks/plate.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useCase } from '../case/case-context.ts'
import { sayValue } from './say-fact.ts'

/** What a nation records of a clause that others decide on: what was invoked, and on which day. */
const CLAUSES: readonly {
  readonly id: 'charter-51' | 'nat-5' | 'teu-42-7' | 'tfeu-222'
  readonly what: FactId
  readonly on: FactId
}[] = [
  { id: 'charter-51', what: 'councilReport', on: 'councilReportedOn' },
  { id: 'nat-5', what: 'allianceDecision', on: 'allianceInvokedOn' },
  { id: 'teu-42-7', what: 'mutualAssistance', on: 'assistanceInvokedOn' },
  { id: 'tfeu-222', what: 'solidarity', on: 'solidarityInvokedOn' },
]

type Facts = Readonly<
  Partial<
    Record<
      FactId,
      { readonly value: unknown; readonly assertedBy: string; readonly evidence: readonly string[] }
    >
  >
>

/** Clauses that were invoked, with who says so, on which day and from which source. Nothing is planned from it. */
export function Clauses({ view }: { view: AssessmentView }) {
  const intl = useIntl()
  const say = useSay()
  const { us, nameOf } = useCase()
  const sides: readonly (readonly [by: string, facts: Facts])[] = [
    ['', view.facts],
    ...view.nations.map(({ code, facts }) => [code, facts] as const),
  ]
  const rows = CLAUSES.flatMap(({ id, what, on }) =>
    sides.flatMap(([nation, facts]) => {
      const said = facts[what]
      return said ? [{ id, nation, what, said, on: facts[on] }] : []
    }),
  )
  if (rows.length === 0 && view.facts.kind?.value !== 'self-defence-referral') return null
  return (
    <section aria-labelledby="clauses">
      <h3 id="clauses">{intl.formatMessage({ id: 'law.clauses' })}</h3>
      <p className="small quiet">{intl.formatMessage({ id: 'law.clauses.note' })}</p>
      {rows.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'law.clauses.none' })}</p>
      ) : (
        <section
          className="scroll"
          aria-label={intl.formatMessage({ id: 'law.clauses' })}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
          tabIndex={0}
        >
          <table className="table">
            <caption className="hidden">{intl.formatMessage({ id: 'law.clauses' })}</caption>
            <thead>
              <tr>
                {(['clause', 'by', 'what', 'on', 'source'] as const).map((head) => (
                  <th key={head} scope="col">
                    {intl.formatMessage({ id: `law.clauses.${head}` })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, nation, what, said, on }) => (
                <tr key={`${id} ${nation}`}>
                  <th scope="row">{intl.formatMessage({ id: `law.clauses.${id}` })}</th>
                  <td>
                    <Plate
                      party={said.assertedBy}
                      name={nameOf(said.assertedBy)}
                      us={said.assertedBy === us}
                    />{' '}
                    {nameOf(said.assertedBy)}
                  </td>
                  <td>{sayValue(view.questions[what], said.value, { intl, say })}</td>
                  <td>
                    {on
                      ? sayValue({ type: 'day', question: { en: '', es: '' } }, on.value, {
                          intl,
                          say,
                        })
                      : intl.formatMessage({ id: 'law.clauses.no-day' })}
                  </td>
                  <td>
                    {said.evidence.length > 0
                      ? said.evidence.join('; ')
                      : intl.formatMessage({ id: 'law.clauses.no-source' })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}
