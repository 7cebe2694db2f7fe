import { useIntl } from 'react-intl'
import type { OnRecord } from '@entente/law'

/** What another source says beside the value that was kept, and which source that is. */
export function OnRecordNote({ onRecord: { is, says, source } }: { onRecord: OnRecord }) {
  const intl = useIntl()
  return (
    <section className={is === 'conflict' ? 'note split' : 'note'}>
      <b>{intl.formatMessage({ id: `views.on-record.${is}` })}</b>
      <p lang="en">{says}</p>
      <p className="source" lang="en">
        {source}
      </p>
    </section>
  )
}
