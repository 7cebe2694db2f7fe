import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ObjectView } from '../../../../node/src/api.ts'
import { Moment } from '../../marks/moment.tsx'
import { Tied } from './tied.tsx'

/** What an object is tied to, both ways: relations and sightings as sentences, then every other reference. */
export function References({ object }: { object: ObjectView }) {
  return (
    <>
      <Relations object={object} />
      <Sightings object={object} />
      <RefersTo object={object} />
      <ReferredBy object={object} />
    </>
  )
}

function Relations({ object: { relations } }: { object: ObjectView }) {
  const intl = useIntl()
  if (relations.length === 0) return null
  return (
    <section aria-labelledby="relations">
      <h2 id="relations">{intl.formatMessage({ id: 'evidence.relations' })}</h2>
      <ul className="links">
        {relations.map(({ id, kind, way, other }) => (
          <li key={id}>
            {way === 'to' ? (
              <>
                <Kind id={id} kind={kind} /> <span aria-hidden="true">→</span> <Tied one={other} />
              </>
            ) : (
              <>
                <Tied one={other} /> <Kind id={id} kind={kind} /> <span aria-hidden="true">→</span>{' '}
                {intl.formatMessage({ id: 'evidence.relations.this' })}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Kind = ({ id, kind }: { id: string; kind: string }) => (
  <Link to="/objects/$id" params={{ id }} lang="en">
    {kind}
  </Link>
)

function Sightings({ object: { sightings } }: { object: ObjectView }) {
  const intl = useIntl()
  if (sightings.length === 0) return null
  return (
    <section aria-labelledby="sightings">
      <h2 id="sightings">{intl.formatMessage({ id: 'evidence.sightings' })}</h2>
      <ul className="links">
        {sightings.map(({ id, count, firstSeen, lastSeen, by }) => (
          <li key={id}>
            <Link to="/objects/$id" params={{ id }}>
              {intl.formatMessage({ id: 'evidence.sighting' }, { count: count ?? 1 })}
            </Link>
            {by.map((one) => (
              <span key={one.id}>
                {' · '}
                <Tied one={one} />
              </span>
            ))}
            {firstSeen === undefined ? null : (
              <>
                {' · '}
                <Moment at={firstSeen} />
              </>
            )}
            {lastSeen === undefined || lastSeen === firstSeen ? null : (
              <>
                {' – '}
                <Moment at={lastSeen} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function RefersTo({ object }: { object: ObjectView }) {
  const intl = useIntl()
  return (
    <section aria-labelledby="refers-to">
      <h2 id="refers-to">{intl.formatMessage({ id: 'evidence.refers-to' })}</h2>
      {object.refersTo.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'evidence.refers-to.none' })}</p>
      ) : (
        <ul className="links">
          {object.refersTo.map((one) => (
            <li key={one.id}>
              {one.as === undefined ? null : (
                <>
                  <code className="quiet">{one.as}</code>{' '}
                </>
              )}
              <Tied one={one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ReferredBy({ object }: { object: ObjectView }) {
  const intl = useIntl()
  const told = new Set([...object.relations, ...object.sightings].map(({ id }) => id))
  const others = object.referredBy.filter(({ id }) => !told.has(id))
  if (told.size > 0 && others.length === 0) return null
  return (
    <section aria-labelledby="referred-by">
      <h2 id="referred-by">{intl.formatMessage({ id: 'evidence.referred-by' })}</h2>
      {others.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'evidence.referred-by.none' })}</p>
      ) : (
        <ul className="links">
          {others.map((one) => (
            <li key={one.id}>
              <Tied one={{ ...one, held: true }} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
