import { useIntl } from 'react-intl'
import type { OnRecord } from '@entente/law'
import { usePreferences } from '../../frame/preferences.tsx'

/** What another source says beside the value that was kept, and which source that is. */
export function OnRecordNote({ onRecord: { is, says, source } }: { onRecord: OnRecord }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  return (
    <section className={is === 'conflict' ? 'note split' : 'note'}>
      <b>{intl.formatMessage({ id: `views.on-record.${is}` })}</b>
      <p>{says[locale]}</p>
      <p className="source" lang="en">
        {source}
      </p>
    </section>
  )
}
