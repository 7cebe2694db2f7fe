import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { AssessmentView } from '../../../../node/src/api.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'

/** Facts that are missing and can still change a result, each with the nations for which it can. */
export function Questions({ view }: { view: AssessmentView }) {
  const intl = useIntl()
  const say = useSay()
  const file = useCase()
  const asked = new Map<string, string[]>()
  for (const { code, conclusion } of view.nations)
    for (const id of conclusion.asks) asked.set(id, [...(asked.get(id) ?? []), code])
  const isMember = view.nations.some(({ code }) => code === file.us)
  return (
    <section aria-labelledby="questions">
      <h3 id="questions">{intl.formatMessage({ id: 'law.questions' }, { count: asked.size })}</h3>
      {asked.size === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'law.questions.none' })}</p>
      ) : (
        <ul className="lines">
          {[...asked].map(([id, nations]) => {
            const fact = view.questions[id]
            return (
              <li key={id}>
                {fact ? say(fact.question) : <code>{id}</code>}{' '}
                <span className="small quiet">{intl.formatMessage({ id: 'law.for' })}</span>{' '}
                {nations.map((code) => (
                  <span key={code}>
                    <Plate party={code} name={file.nameOf(code)} us={code === file.us} />{' '}
                    <span className="hidden">{file.nameOf(code)} </span>
                  </span>
                ))}
              </li>
            )
          })}
        </ul>
      )}
      {isMember && file.verbs.includes('assess') ? (
        <Link
          className="btn"
          to="/cases/$id/measures/$act"
          params={{ id: file.view.id, act: 'assess' }}
          search={{ step: view.step }}
        >
          {intl.formatMessage({ id: 'law.answer' }, { name: file.nameOf(file.us) })}
        </Link>
      ) : null}
    </section>
  )
}
