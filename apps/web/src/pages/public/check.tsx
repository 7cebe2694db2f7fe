import { useState } from 'react'
import { useIntl } from 'react-intl'
import { usePreferences } from '../../frame/preferences.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { SourceLine } from '../../marks/source-line.tsx'
import { PRACTICES, sourcesOf } from './practices.ts'

/** What individuals can do themselves. */
const MINE = PRACTICES.filter(({ doers }) => doers.includes('individual'))

/** Whoever reads this checks themselves. What they tick is in this window alone, and gone with it. */
export function CheckPage() {
  const intl = useIntl()
  const { locale } = usePreferences()
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  useTitle('check.title')
  const next = MINE.find(({ id }) => !done.has(id))
  const tick = (id: string, does: boolean) =>
    setDone(
      new Set(MINE.flatMap((one) => ((one.id === id ? does : done.has(one.id)) ? one.id : []))),
    )
  return (
    <div className="check">
      <h1>{intl.formatMessage({ id: 'check.title' })}</h1>
      <p className="lead">{intl.formatMessage({ id: 'check.lead' }, { count: MINE.length })}</p>
      <p className="small quiet">{intl.formatMessage({ id: 'check.stores-nothing' })}</p>
      <output className="note ink">
        {intl.formatMessage({ id: 'check.done' }, { done: done.size, count: MINE.length })}{' '}
        {next
          ? intl.formatMessage({ id: 'check.next' }, { title: next.title[locale] })
          : intl.formatMessage({ id: 'check.all' })}
      </output>
      <ul>
        {MINE.map((practice) => (
          <li key={practice.id}>
            <label>
              <input
                type="checkbox"
                checked={done.has(practice.id)}
                onChange={({ target }) => tick(practice.id, target.checked)}
              />
              <b>{practice.title[locale]}</b>
              <span className="how">{practice.how[locale]}</span>
            </label>
            <details className="small quiet">
              <summary>{intl.formatMessage({ id: 'check.source' })}</summary>
              <ul>
                {sourcesOf(practice).map((source, at) => (
                  <li key={practice.sources[at]}>
                    <SourceLine of={source} />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </div>
  )
}
