import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { Stay, UndoReport } from '../../../../node/src/api.ts'
import { Moment } from '../../marks/moment.tsx'

/** What undoing takes away, and what stays and why. */
export function Undone({ report }: { report: UndoReport }) {
  const intl = useIntl()
  const { removed, passedOn, current, dangling, stays } = report
  return (
    <>
      <p>
        {intl.formatMessage(
          { id: 'imports.undo.counts' },
          { removed, passedOn, current: current.count },
        )}
      </p>
      {dangling > 0 ? (
        <p>{intl.formatMessage({ id: 'imports.undo.dangling' }, { count: dangling })}</p>
      ) : null}
      {stays.count > 0 ? (
        <details open>
          <summary>
            {intl.formatMessage({ id: 'imports.undo.stays' }, { count: stays.count })}
          </summary>
          <ul className="links">
            {stays.first.slice(0, 20).map(({ id, because }) => (
              <li key={id}>
                <Link to="/objects/$id" params={{ id }}>
                  <code>{id}</code>
                </Link>
                <ul>
                  {because.map((one) => (
                    <li key={JSON.stringify(one)}>
                      <Because stay={one} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

function Because({ stay }: { stay: Stay }) {
  const intl = useIntl()
  return (
    <>
      {stay.why === 'evidence'
        ? intl.formatMessage(
            { id: 'imports.undo.evidence' },
            { by: stay.by, title: stay.title, to: intl.formatList(stay.to) },
          )
        : intl.formatMessage(
            { id: 'imports.undo.collection' },
            { collection: stay.collection, audience: stay.audience },
          )}{' '}
      <Moment at={stay.at} />
    </>
  )
}
