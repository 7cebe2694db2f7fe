import { useIntl } from 'react-intl'
import { getFact, WEIGHED } from '@entente/law'
import type { AssessmentView } from '../../../../node/src/api.ts'
import { Scroll } from '../../frame/scroll.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useCase } from '../case/case-context.ts'

/** Proportionality as people judged it, nation by nation: what is missing or does not fit together is said, nothing is computed. */
export function WeighingOf({ view: { weighing } }: { view: AssessmentView }) {
  const intl = useIntl()
  const say = useSay()
  const { nameOf } = useCase()
  if (!weighing) return null
  return (
    <div className="weighing">
      <h3>{intl.formatMessage({ id: 'law.weighing' })}</h3>
      <p className="small quiet">{intl.formatMessage({ id: 'law.weighing.note' })}</p>
      <Scroll label={intl.formatMessage({ id: 'law.weighing' })}>
        <table className="table small">
          <thead>
            <tr>
              <th scope="col">{intl.formatMessage({ id: 'law.weighing.nation' })}</th>
              {WEIGHED.map((id) => (
                <th key={id} scope="col">
                  {intl.formatMessage({ id: `law.weighing.${id}` })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weighing.judgements.map(({ nation, facts }) => (
              <tr key={nation}>
                <th scope="row">{nameOf(nation)}</th>
                {WEIGHED.map((id) => (
                  <Judged key={id} id={id} fact={facts[id]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {weighing.notes.length === 0 ? (
        <p className="small">{intl.formatMessage({ id: 'law.weighing.whole' })}</p>
      ) : (
        <ul className="lines">
          {weighing.notes.map(({ code, nations, words }) => (
            <li key={code}>
              <b>{nations.map(nameOf).join(', ')}</b> {say(words)}.
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type Facts = NonNullable<AssessmentView['weighing']>['judgements'][number]['facts']

function Judged({ id, fact }: { id: (typeof WEIGHED)[number]; fact: Facts[typeof id] }) {
  const intl = useIntl()
  const say = useSay()
  if (!fact) return <td className="quiet">{intl.formatMessage({ id: 'law.weighing.unsaid' })}</td>
  const asked = getFact(id)
  const words = asked.type === 'choice' ? asked.options[String(fact.value)] : undefined
  return (
    <td>
      {words ? say(words) : String(fact.value)}
      {fact.evidence.length > 0 ? (
        <span className="small quiet"> {fact.evidence.join('; ')}</span>
      ) : null}
    </td>
  )
}
