import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { Plate } from '../../marks/plate.tsx'
import { ActLink } from '../case/act-link.tsx'
import { useCase } from '../case/case-context.ts'
import './exchange.css'

/** Notes in words; those whose words stay at home are among what is sealed. */
export function Notes() {
  const intl = useIntl()
  const file = useCase()
  const notes = file.view.acts.flatMap((view) =>
    view.act?.kind === 'note' && !view.void && view.act.says !== undefined
      ? [{ view, says: view.act.says }]
      : [],
  )
  const mayWrite = file.verbs.includes('note')
  if (notes.length === 0 && !mayWrite) return null
  return (
    <section className="notes" aria-labelledby="notes">
      <h2 id="notes">{intl.formatMessage({ id: 'note.list' })}</h2>
      {notes.length === 0 ? null : (
        <ul className="thread">
          {notes.map(({ view, says }) => (
            <li key={view.id}>
              <Plate
                party={view.party}
                name={file.nameOf(view.party)}
                us={view.party === file.us}
              />
              <p>
                <span className="hidden">{file.nameOf(view.party)}: </span>
                {says} <ActLink act={view} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayWrite ? (
        <Link className="btn" from="/cases/$id" to="/cases/$id/note">
          {intl.formatMessage({ id: 'note.do' })}
        </Link>
      ) : null}
    </section>
  )
}
