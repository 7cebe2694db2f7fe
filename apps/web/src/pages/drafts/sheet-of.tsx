import { useMemo, useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { fieldWords } from '@entente/accord'
import { usePreferences } from '../../frame/preferences.tsx'
import type { MessageId } from '../../i18n/index.ts'
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
          <Members of={membersOf(payload)} kind={kindOf(payload)} />
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

const kindOf = (payload: string) => String(membersOf(payload)['kind'])

/** What every act says of itself; what else its kind says has words in the library. */
const OWN: Readonly<Record<string, MessageId>> = {
  v: 'sheet.v',
  charter: 'sheet.charter',
  party: 'sheet.party',
  kind: 'sheet.kind',
  claimedAt: 'sheet.claimedAt',
  prev: 'sheet.prev',
}

type Members = { readonly of: object; readonly kind: string; readonly isInside?: true }

/** Field by field under its name in the person’s language; one that has none, as it is written. */
function Members({ of, kind, isInside }: Members) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const labelOf = (name: string) => {
    const own = isInside ? undefined : OWN[name]
    return own ? intl.formatMessage({ id: own }) : (fieldWords(kind, name)?.[locale] ?? name)
  }
  return Object.entries(of).map(([name, value]: readonly [string, unknown]) => (
    <div key={name}>
      <dt>{labelOf(name)}</dt>
      <dd>
        <Value of={value} kind={kind} />
      </dd>
    </div>
  ))
}

function Value({ of, kind }: { of: unknown; kind: string }): ReactNode {
  if (Array.isArray(of))
    return (
      <ol className="members">
        {of.map((one: unknown, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the bytes never change under the reader
          <li key={at}>
            <Value of={one} kind={kind} />
          </li>
        ))}
      </ol>
    )
  if (typeof of === 'object' && of !== null)
    return (
      <dl className="members">
        <Members of={of} kind={kind} isInside />
      </dl>
    )
  return String(of)
}
