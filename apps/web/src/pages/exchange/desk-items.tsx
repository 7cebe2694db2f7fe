import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { SoundingItem } from '../../../../node/src/api.ts'

/** Rounds in which others ask how this nation leans. */
export function SoundingItems({ items }: { items: readonly SoundingItem[] }) {
  const intl = useIntl()
  if (items.length === 0) return null
  return (
    <section className="group">
      <h2>{intl.formatMessage({ id: 'desk.soundings' })}</h2>
      <ol>
        {items.map(({ case: id, caseTitle, round, byName, step, stepKind, title, hopedBy }) => (
          <li key={round} className="item">
            <div className="due">
              <b>{intl.formatMessage({ id: `step.${stepKind}` })}</b>
              {hopedBy === undefined ? null : (
                <span className="small quiet">
                  {intl.formatDate(hopedBy, { day: 'numeric', month: 'long', timeZone: 'UTC' })}
                </span>
              )}
            </div>
            <div className="what">
              <Link to="/cases/$id" params={{ id }} search={{ step }}>
                {intl.formatMessage(
                  { id: 'desk.sounding' },
                  { name: byName, the: intl.formatMessage({ id: `step.the.${stepKind}` }) },
                )}
              </Link>
              <p>{title}</p>
              <p>{caseTitle}</p>
            </div>
            <div className="extra" />
            <Link
              to="/cases/$id/leaning"
              params={{ id }}
              search={{ step, from: round }}
              className="btn"
            >
              {intl.formatMessage({ id: 'desk.do.sounding' })}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
