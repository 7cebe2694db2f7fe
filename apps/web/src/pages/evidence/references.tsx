import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ObjectView } from '../../../../node/src/api.ts'
import { objectQuery } from './queries.ts'
import { factsOf } from './stix.ts'

/** What an object is tied to, both ways; what is named and not here is said. */
export function References({ object }: { object: ObjectView }) {
  const intl = useIntl()
  return (
    <>
      <section aria-labelledby="refers-to">
        <h2 id="refers-to">{intl.formatMessage({ id: 'evidence.refers-to' })}</h2>
        {object.refersTo.length === 0 ? (
          <p className="quiet">{intl.formatMessage({ id: 'evidence.refers-to.none' })}</p>
        ) : (
          <ul className="links">
            {object.refersTo.map(({ id, held }) => (
              <li key={id}>
                {held ? (
                  <Named id={id} />
                ) : (
                  <>
                    <Link to="/objects/$id" params={{ id }}>
                      <code>{id}</code>
                    </Link>
                    <span className="chip">{intl.formatMessage({ id: 'evidence.not-held' })}</span>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="referred-by">
        <h2 id="referred-by">{intl.formatMessage({ id: 'evidence.referred-by' })}</h2>
        {object.referredBy.length === 0 ? (
          <p className="quiet">{intl.formatMessage({ id: 'evidence.referred-by.none' })}</p>
        ) : (
          <ul className="links">
            {object.referredBy.map(({ id, type, name }) => (
              <li key={id}>
                <span className="quiet" lang="en">
                  {type}
                </span>{' '}
                <Link to="/objects/$id" params={{ id }}>
                  {name ?? <code>{id}</code>}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

/** A held object by its type and name; its id only where it has no name. */
function Named({ id }: { id: string }) {
  const { data } = useQuery(objectQuery(id))
  const newest = data?.versions.at(-1)
  const name = newest && factsOf(newest.text).name
  return (
    <>
      <span className="quiet" lang="en">
        {id.split('--')[0]}
      </span>{' '}
      <Link to="/objects/$id" params={{ id }} title={id}>
        {name ?? <code>{id}</code>}
      </Link>
    </>
  )
}
