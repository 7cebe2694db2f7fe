import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { AssessmentView, ChangesView } from '../../../../node/src/api.ts'
import { changesQuery } from '../../api/measures.ts'
import { useSay } from '../../i18n/use-say.ts'
import { findingWord } from '../../marks/finding.tsx'
import { useCase } from '../case/case-context.ts'
import { sayValue } from './say-fact.ts'

type Props = {
  readonly view: AssessmentView
  readonly nation: string
  readonly asks: readonly string[]
  /** The answer as a whole, and not that of one rule. */
  readonly isWhole: boolean
}

/** What would change the answer: facts that are missing, and for the whole the sets of facts said otherwise. */
export function WouldChange({ view, nation, asks, isWhole }: Props) {
  const intl = useIntl()
  const say = useSay()
  if (asks.length === 0 && !isWhole) return null
  return (
    <section className="would-change">
      <h4>{intl.formatMessage({ id: 'law.would-change' })}</h4>
      {asks.length > 0 ? (
        <ul className="facts">
          {asks.map((id) => {
            const fact = view.questions[id]
            return <li key={id}>{fact ? say(fact.question) : <code>{id}</code>}</li>
          })}
        </ul>
      ) : null}
      {isWhole ? <Sets step={view.step} nation={nation} /> : null}
    </section>
  )
}

function Sets({ step, nation }: { step: string; nation: string }) {
  const intl = useIntl()
  const { view } = useCase()
  const { form, asOf } = useSearch({ from: '/cases/$id/law' })
  const { data } = useQuery(
    changesQuery(view.id, { step, nation, form, asOf, digest: view.digest }),
  )
  // While the next nation is asked for, the answer of the last one is no answer.
  if (data?.nation !== nation)
    return <p className="small quiet">{intl.formatMessage({ id: 'law.would-change.asking' })}</p>
  const sizes = [...new Set(data.sets.map(({ facts }) => facts.length))]
  return (
    <>
      {sizes.map((size) => (
        <OfSize key={size} size={size} data={data} />
      ))}
      <p className="small quiet">
        {intl.formatMessage(
          { id: data.whole ? 'law.would-change.whole' : 'law.would-change.cut' },
          { upTo: data.upTo },
        )}
      </p>
    </>
  )
}

/** Folded where there are many: how many there are stands in the summary. */
function OfSize({ size, data }: { size: number; data: ChangesView }) {
  const intl = useIntl()
  const say = useSay()
  const sets = data.sets.filter(({ facts }) => facts.length === size)
  return (
    <details className="small" open={sets.length <= 6}>
      <summary>
        {intl.formatMessage({ id: 'law.would-change.sets' }, { size, count: sets.length })}
      </summary>
      <ul className="facts">
        {sets.map(({ facts, answers, to }) => (
          <li key={JSON.stringify([facts, answers])}>
            {facts.map((id, at) => {
              const fact = data.questions[id]
              return (
                <p key={id}>
                  {fact ? say(fact.question) : <code>{id}</code>}{' '}
                  <b>
                    {answers[at]
                      ?.map((value) => sayValue(fact, value, { intl, say }))
                      .join(` ${intl.formatMessage({ id: 'law.or' })} `)}
                  </b>
                </p>
              )
            })}
            <p className="quiet">
              {intl.formatMessage(
                { id: 'law.would-change.to' },
                { answer: intl.formatMessage({ id: findingWord(to) }) },
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
