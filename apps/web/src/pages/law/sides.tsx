import { useIntl } from 'react-intl'
import type { DisputeView } from '../../../../node/src/api.ts'
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
          {side.authorities.length > 0 ? (
            <p className="source">
              {intl.formatMessage({ id: 'law.side.writers' })}{' '}
              <span lang="en">{side.authorities.join('; ')}</span>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
