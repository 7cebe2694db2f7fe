import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { Plate } from '../../marks/plate.tsx'
import { ActLink } from '../case/act-link.tsx'
import { useCase } from '../case/case-context.ts'
import { goalsOf } from './goals.ts'
import './exchange.css'

/** Each nation's own aims and red lines, side by side, and how far it says that it has come. */
export function Objectives() {
  const intl = useIntl()
  const file = useCase()
  const goals = goalsOf(file)
  const mayState = file.verbs.includes('objective')
  if (goals.length === 0 && !mayState) return null
  return (
    <section className="objectives" aria-labelledby="objectives">
      <h2 id="objectives">{intl.formatMessage({ id: 'objective.list' })}</h2>
      {goals.length === 0 ? null : (
        <ul className="thread">
          {goals.map(({ view, act }) => (
            <li key={view.id}>
              <Plate
                party={view.party}
                name={file.nameOf(view.party)}
                us={view.party === file.us}
              />
              <div>
                <p>
                  <span className="hidden">{file.nameOf(view.party)}: </span>
                  <b>{act.title}</b> <ActLink act={view} />{' '}
                  <span className="chip">
                    {intl.formatMessage({ id: `objective.is.${act.reported?.is ?? 'pursued'}` })}
                  </span>
                  {act.dueOn === undefined ? null : (
                    <span className="small quiet">
                      {' '}
                      {intl.formatMessage(
                        { id: 'objective.by' },
                        { day: intl.formatDate(act.dueOn, { dateStyle: 'long', timeZone: 'UTC' }) },
                      )}
                    </span>
                  )}
                </p>
                {act.aims === undefined ? null : <p className="treaty">{act.aims}</p>}
                {act.redLines === undefined ? null : (
                  <p className="treaty">
                    {intl.formatMessage({ id: 'objective.not-beyond' }, { words: act.redLines })}
                  </p>
                )}
                {act.sealed ? (
                  <p className="small quiet">{intl.formatMessage({ id: 'objective.sealed' })}</p>
                ) : null}
                {view.party === file.us && mayState ? (
                  <Link
                    className="small"
                    from="/cases/$id"
                    to="/cases/$id/objective"
                    search={{ from: view.id }}
                  >
                    {intl.formatMessage({ id: 'objective.report' })}
                  </Link>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayState ? (
        <Link className="btn" from="/cases/$id" to="/cases/$id/objective">
          {intl.formatMessage({ id: 'objective.do' })}
        </Link>
      ) : null}
    </section>
  )
}
