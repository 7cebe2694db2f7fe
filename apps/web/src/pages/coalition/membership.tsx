import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { CoalitionView } from '../../../../node/src/api.ts'

type Charter = NonNullable<CoalitionView['charter']>

/** Who is in, who said that it joined or left, and since when; and the two acts by which one says so. */
export function Membership({ coalition, charter }: { coalition: CoalitionView; charter: Charter }) {
  const intl = useIntl()
  const own = coalition.parties.find(({ us }) => us)
  const dayOf = (claimedAt: string) =>
    intl.formatDate(claimedAt, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <section aria-labelledby="membership">
      <h2 id="membership">{intl.formatMessage({ id: 'membership.title' })}</h2>
      <p className="small quiet">{intl.formatMessage({ id: 'membership.what' })}</p>
      <ul className="members">
        {coalition.parties.map(({ id, name, said, joined }) => (
          <li key={id} className={said?.what === 'left' ? 'gone' : undefined}>
            <b>{name}</b>
            <span>
              {said
                ? intl.formatMessage(
                    { id: `membership.${said.what}` },
                    { day: dayOf(said.claimedAt) },
                  )
                : intl.formatMessage({ id: joined ? 'membership.keys' : 'membership.awaited' })}
            </span>
          </li>
        ))}
      </ul>
      {own && own.said?.what !== 'left' ? (
        <p className="row">
          {own.said ? null : (
            <Link
              className="btn"
              to="/cases/$id/part/$what"
              params={{ id: charter.id, what: 'join' }}
              search={{}}
            >
              {intl.formatMessage({ id: 'membership.join' })}
            </Link>
          )}
          <Link
            className="btn"
            to="/cases/$id/part/$what"
            params={{ id: charter.id, what: 'leave' }}
            search={{}}
          >
            {intl.formatMessage({ id: 'membership.leave' })}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
