import { useEffect, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { holderName, type Issue, type View, wordsOf } from '@entente/law'
import { usePreferences } from '../../frame/preferences.tsx'
import { Day } from '../../marks/day.tsx'
import { OnRecordNote } from './on-record-note.tsx'
import { WordsSaid } from './words-said.tsx'

/** One reading with all that is known of it: the words, where, how sure, and what was read before. */
export function ReadingDetail({ view, issue }: { view: View; issue: Issue }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const place = useRef<HTMLElement>(null)
  const { holder, asOf, documents } = view
  const reading = view.readings[issue]
  const words = wordsOf(reading)
  // Who enters its own view writes in its own language; the sources of a published one are in English.
  const lang = holder.names ? 'en' : undefined
  useEffect(() => place.current?.focus({ preventScroll: true }), [holder.code, issue])
  return (
    <section ref={place} tabIndex={-1} className="reading-detail" aria-labelledby="reading-detail">
      <h2 id="reading-detail">
        {holderName(holder, locale)}: {intl.formatMessage({ id: `issue.${issue}` })}
      </h2>
      <p>
        <b>{intl.formatMessage({ id: `reading.${reading.value}` })}</b>
      </p>
      {reading.value === 'unknown' ? null : (
        <>
          {words ? <WordsSaid words={words} /> : null}
          <dl className="custody">
            <dt>{intl.formatMessage({ id: 'views.source' })}</dt>
            <dd lang={lang}>
              {reading.source}
              {reading.pinpoint === undefined ? '' : `, ${reading.pinpoint}`}
            </dd>
            {reading.on === undefined ? null : (
              <>
                <dt>{intl.formatMessage({ id: 'views.on' })}</dt>
                <dd>
                  <Day on={reading.on} />
                </dd>
              </>
            )}
            <dt>{intl.formatMessage({ id: 'views.basis' })}</dt>
            <dd>{intl.formatMessage({ id: `basis.${reading.basis}` })}</dd>
            <dt>{intl.formatMessage({ id: 'views.reliability' })}</dt>
            <dd>{intl.formatMessage({ id: `reliability.${reading.reliability}` })}</dd>
          </dl>
        </>
      )}
      {reading.earlier ? (
        <p className="small">
          <b>{intl.formatMessage({ id: 'views.earlier' })}</b>{' '}
          {intl.formatMessage({ id: `reading.${reading.earlier.value}` })}:{' '}
          <span lang={lang}>{reading.earlier.source}</span>
        </p>
      ) : null}
      {reading.onRecord ? <OnRecordNote onRecord={reading.onRecord} /> : null}
      <h3>{intl.formatMessage({ id: 'views.documents' })}</h3>
      <p className="small quiet">
        <FormattedMessage id="law.view.on" values={{ on: <Day on={asOf} /> }} />
      </p>
      <ul className="lines documents">
        {documents.map(({ title, date, url }) => (
          <li key={`${title} ${url}`} lang={lang}>
            {date}: {url.startsWith('https://') ? <a href={url}>{title}</a> : title}
          </li>
        ))}
      </ul>
    </section>
  )
}
