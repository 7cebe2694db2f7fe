import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { holderName, onRecordIn, type View } from '@entente/law'
import { usePreferences } from '../../frame/preferences.tsx'
import { OnRecordNote } from './on-record-note.tsx'

/** Every value beside which another source is on record: who holds it, on what, and what that source says. */
export function OnRecordList({ views }: { views: readonly View[] }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  // Who conflicts comes before who is only told more closely.
  const all = onRecordIn(views).toSorted((a, b) => a.is.localeCompare(b.is))
  return (
    <section className="on-record" aria-labelledby="on-record">
      <h2 id="on-record">
        {intl.formatMessage({ id: 'views.on-record' })} ({all.length})
      </h2>
      <ul className="on-record-list">
        {all.map(({ holder, issue, kept, is, says, source }) => (
          <li key={`${holder.code} ${issue}`}>
            <p>
              <Link to="/law/views" search={{ nation: holder.code, issue }} resetScroll={false}>
                <b>{holderName(holder, locale)}</b>: {intl.formatMessage({ id: `issue.${issue}` })}
              </Link>
            </p>
            <p className="small">
              {intl.formatMessage(
                { id: 'views.kept-value' },
                { value: intl.formatMessage({ id: `reading.${kept}` }) },
              )}
            </p>
            <OnRecordNote onRecord={{ is, says, source }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
