import { useMemo, useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { describe } from '../voice/payload.ts'
import './drafts.css'

/** The bytes of an act, whatever its kind: read member by member, or as they are signed. */
export function SheetOf({ payload }: { payload: string }) {
  const intl = useIntl()
  const [canonical, setCanonical] = useState(false)
  const { bytes, sha256 } = useMemo(() => describe(payload), [payload])
  return (
    <section className="sheet-of">
      <h2>{intl.formatMessage({ id: 'sign.exactly' })}</h2>
      {canonical ? (
        <pre className="sheet">
          <code>{payload}</code>
        </pre>
      ) : (
        <dl className="sheet mono">
          {Object.entries(membersOf(payload)).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Value of={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="source">
        <FormattedMessage
          id="sign.bytes"
          values={{ count: bytes, hash: <code className="whole">{sha256}</code> }}
        />{' '}
        <button type="button" className="link" onClick={() => setCanonical(!canonical)}>
          {intl.formatMessage({ id: canonical ? 'sign.readable' : 'sign.canonical' })}
        </button>
      </p>
    </section>
  )
}

/** Canonical JSON of this node: an object, or nothing of this would be shown. */
const membersOf = (payload: string) => JSON.parse(payload) as Readonly<Record<string, unknown>>

function Value({ of }: { of: unknown }): ReactNode {
  if (Array.isArray(of))
    return (
      <ol className="members">
        {of.map((one: unknown, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the bytes never change under the reader
          <li key={at}>
            <Value of={one} />
          </li>
        ))}
      </ol>
    )
  if (typeof of === 'object' && of !== null)
    return (
      <dl className="members">
        {Object.entries(of).map(([name, value]: readonly [string, unknown]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Value of={value} />
            </dd>
          </div>
        ))}
      </dl>
    )
  return String(of)
}
