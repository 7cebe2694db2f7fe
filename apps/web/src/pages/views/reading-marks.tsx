import { useIntl } from 'react-intl'
import { type Reading, surenessOf } from '@entente/law'

/** How sure a reading is, as three bars of which some are filled, with the words for whoever does not see them. */
export function Sureness({ reading }: { reading: Reading }) {
  const intl = useIntl()
  const sure = surenessOf(reading)
  return (
    <span className="sureness">
      {[1, 2, 3].map((bar) => (
        <span key={bar} className={bar <= sure ? 'full' : 'empty'} aria-hidden="true" />
      ))}
      <span className="hidden">{intl.formatMessage({ id: `views.sure.${sure}` })}</span>
    </span>
  )
}

/** Marks a value beside which another source is on record: against it, or more closely than it. */
export function BesideMark({ reading: { onRecord } }: { reading: Reading }) {
  const intl = useIntl()
  if (!onRecord) return null
  return (
    <span className={`beside-mark ${onRecord.is}`}>
      <span aria-hidden="true">{onRecord.is === 'conflict' ? '≠' : '+'}</span>
      <span className="hidden">{intl.formatMessage({ id: `views.on-record.${onRecord.is}` })}</span>
    </span>
  )
}
