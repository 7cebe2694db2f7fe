import { useIntl } from 'react-intl'
import { authorityIn } from '@entente/law'
import type { DisputeView } from '../../../../node/src/api.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Holders } from './holders.tsx'

/** What each side of a dispute says, who holds it, and which writers and courts. */
export function Sides({ of }: { of: DisputeView['sides'] }) {
  const intl = useIntl()
  const say = useSay()
  return (
    <ul className="sides">
      {of.map((side) => (
        <li key={side.says.en}>
          <p className="says">{say(side.says)}</p>
          <Holders of={side.holders} />
          <ReadAt of={side} />
          {side.authorities.length > 0 ? (
            <p className="source">
              {intl.formatMessage({ id: 'law.side.writers' })} <Authorities of={side.authorities} />
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** A source stands in its own language; our words around one in that of the page. */
export function Authorities({ of }: { of: readonly string[] }) {
  const { locale } = usePreferences()
  return of.map((each, at) => {
    const told = authorityIn(each, locale)
    return (
      <span key={each}>
        {at > 0 ? '; ' : ''}
        {told === each ? <span lang="en">{each}</span> : told}
      </span>
    )
  })
}

/** Where each holder says so. */
function ReadAt({ of: { holders, readAt } }: { of: DisputeView['sides'][number] }) {
  const intl = useIntl()
  const say = useSay()
  if (readAt.length === 0) return null
  const nameOf = (code: string) => {
    const holder = holders.find((each) => each.code === code)
    return holder?.names ? say(holder.names) : (holder?.name ?? code)
  }
  return (
    <details className="small">
      <summary>{intl.formatMessage({ id: 'law.side.sources' })}</summary>
      <ul>
        {readAt.map(({ source, by }) => (
          <li key={source}>
            {by.map(({ code, pinpoint }, at) => (
              <span key={code}>
                {at > 0 ? ', ' : ''}
                {nameOf(code)}
                {pinpoint === undefined ? null : (
                  <>
                    {' '}
                    (<span lang="en">{pinpoint}</span>)
                  </>
                )}
              </span>
            ))}
            : <span lang="en">{source}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
