import { useIntl } from 'react-intl'
import type { SanctionsView } from '../../../../node/src/api.ts'
import { useSay } from '../../i18n/use-say.ts'
import { useScaled } from '../../marks/scaled.tsx'
import { useCase } from '../case/case-context.ts'
import { sayValue } from '../law/say-fact.ts'
import type { Stating } from '../measure/assess-dialog.tsx'
import { FactInput } from '../measure/fact-input.tsx'
import type { Stated } from '../measure/stated.ts'

type Criterion = SanctionsView['criteria'][number]
type Answer = Criterion['cells'][number]['answers'][number]

/** Every question of the test with its article; beneath each what is on record and on what evidence. */
export function CriteriaFields({
  test,
  facts,
  change,
}: {
  test: SanctionsView
  facts: Stating
  change: (id: string, stated: Stated) => void
}) {
  const intl = useIntl()
  const say = useSay()
  const { us, nameOf } = useCase()
  return (
    <section aria-labelledby="sanctions-form">
      <h3 id="sanctions-form">
        {intl.formatMessage({ id: 'law.sanctions.form' }, { name: nameOf(us) })}
      </h3>
      <p className="small quiet">{intl.formatMessage({ id: 'law.sanctions.form.note' })}</p>
      {test.criteria
        .filter(({ asks }) => asks.length > 0)
        .map(({ norm, question, source, asks, cells }) => (
          <fieldset key={norm}>
            <legend>
              <b>{say(source.citation)}</b> {say(question)}
            </legend>
            {asks.map((id, at) => {
              const fact = test.questions[id]
              return fact ? (
                <FactInput
                  key={id}
                  fact={fact}
                  stated={facts[id]}
                  beneath={<OnRecord test={test} cells={cells} at={at} />}
                  onChange={(stated) => change(id, stated)}
                />
              ) : null
            })}
          </fieldset>
        ))}
    </section>
  )
}

/** What each nation's record says of one question; what all say alike stands once. */
function OnRecord({
  test,
  cells,
  at,
}: {
  test: SanctionsView
  cells: Criterion['cells']
  at: number
}) {
  const intl = useIntl()
  const say = useSay()
  const { nameOf } = useCase()
  const { grade } = useScaled()
  const said = new Map<string, { readonly answer: Answer; readonly nations: string[] }>()
  for (const { nation, answers } of cells) {
    const answer = answers[at]
    if (answer?.value === undefined) continue
    const key = JSON.stringify([answer.value, answer.assertedBy])
    const known = said.get(key) ?? { answer, nations: [] }
    known.nations.push(nation)
    said.set(key, known)
  }
  if (said.size === 0) return null
  return (
    <ul className="lines small on-record">
      {[...said].map(([key, { answer, nations }]) => (
        <li key={key}>
          {intl.formatMessage(
            { id: 'law.sanctions.said' },
            {
              name: nations.map((code) => nameOf(code)).join(', '),
              value: sayValue(test.questions[answer.fact], answer.value, { intl, say }),
              by: nameOf(answer.assertedBy ?? ''),
            },
          )}
          {'; '}
          {answer.evidence?.length
            ? answer.evidence.join('; ')
            : intl.formatMessage({ id: 'law.sanctions.without-evidence' })}
          {answer.grade === undefined ? '' : ` (${grade(answer.grade)})`}
        </li>
      ))}
    </ul>
  )
}
