import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { CoalitionView } from '../../../../node/src/api.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Moment } from '../../marks/moment.tsx'
import { Plate } from '../../marks/plate.tsx'
import { Field } from '../voice/field.tsx'
import './coalition.css'

type Party = CoalitionView['parties'][number]

/** Every party: whether it has joined, whether its node answers, and where. */
export function Addresses({
  coalition,
  error,
  onPut,
  onRemove,
  onRefuse,
}: {
  coalition: CoalitionView
  error: Error | null
  /** Absent where this person may only read. */
  onPut?: (party: string, url: string) => void
  onRemove?: (party: string) => void
  /** Says that a party is not followed to where its log signed. */
  onRefuse?: (party: string) => void
}) {
  const intl = useIntl()
  return (
    <>
      <ul className="addresses">
        {coalition.parties.map((party) => (
          <li key={party.id} className={party.joined ? 'joined' : undefined}>
            <p className="row">
              <Plate party={party.id} name={party.name} us={party.us} />
              <b>{party.name}</b>
              <span className="quiet">
                {intl.formatMessage({ id: `role.${party.role as 'member'}` })}
              </span>
              <span className={party.joined ? 'standing s-stands' : 'standing'}>
                {intl.formatMessage({
                  id: party.joined ? 'coalition.joined' : 'coalition.not-joined',
                })}
              </span>
            </p>
            <p className="small">
              <FormattedMessage
                id={`coalition.status.${party.status}`}
                values={{
                  address: <code key="address">{party.address ?? ''}</code>,
                  has: party.address === undefined ? 'no' : 'yes',
                  seen: party.lastSeenAt ? 'yes' : 'no',
                  at: party.lastSeenAt ? <Moment key="at" at={party.lastSeenAt} /> : null,
                }}
              />{' '}
              {party.fixed ? intl.formatMessage({ id: 'coalition.fixed' }) : null}
            </p>
            {party.moved ? (
              <Moved
                party={party}
                moved={party.moved}
                {...(onPut && !party.fixed ? { onConfirm: onPut } : {})}
                {...(onRefuse ? { onRefuse } : {})}
              />
            ) : null}
            {onPut && !party.us && !party.fixed ? (
              <Address
                key={party.address}
                party={party}
                onPut={onPut}
                {...(onRemove ? { onRemove } : {})}
              />
            ) : null}
            {party.card ? (
              <details className="small">
                <summary>
                  {intl.formatMessage({ id: 'coalition.card' }, { name: party.name })}
                </summary>
                <p>
                  <code className="whole">{party.card.id}</code>
                </p>
                <p className="mono">{party.card.words.join(' ')}</p>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      {error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, error)}
        </p>
      ) : null}
    </>
  )
}

/** Where a party's log signed that its node is, and what an administrator may say to it. */
function Moved({
  party: { id, name },
  moved: { from, to, at, state },
  onConfirm,
  onRefuse,
}: {
  party: Party
  moved: NonNullable<Party['moved']>
  onConfirm?: (party: string, url: string) => void
  onRefuse?: (party: string) => void
}) {
  const intl = useIntl()
  const said = (what: 'confirm' | 'refuse') =>
    intl.formatMessage({ id: `coalition.moved.${what}` }, { name })
  return (
    <div className="note ink" role="note">
      <p>
        <FormattedMessage
          id={`coalition.moved.${state}`}
          values={{
            name,
            from: <code key="from">{from}</code>,
            to: <code key="to">{to}</code>,
            at: <Moment key="at" at={at} />,
          }}
        />
      </p>
      {onConfirm || onRefuse ? (
        <p className="row">
          {onConfirm ? (
            <button type="button" className="btn" onClick={() => onConfirm(id, to)}>
              {said('confirm')}
            </button>
          ) : null}
          {onRefuse && state === 'followed' ? (
            <button type="button" className="btn" onClick={() => onRefuse(id)}>
              {said('refuse')}
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

function Address({
  party,
  onPut,
  onRemove,
}: {
  party: Party
  onPut: (party: string, url: string) => void
  onRemove?: (party: string) => void
}) {
  const intl = useIntl()
  const [url, setUrl] = useState(party.address ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onPut(party.id, url.trim())
  }
  return (
    <form className="address" onSubmit={submit}>
      <Field
        label={intl.formatMessage({ id: 'coalition.address' }, { name: party.name })}
        error={undefined}
      >
        {(control) => (
          <input
            {...control}
            className="input mono"
            type="url"
            required
            maxLength={300}
            placeholder="https://"
            autoComplete="off"
            spellCheck={false}
            value={url}
            onChange={({ target }) => setUrl(target.value)}
          />
        )}
      </Field>
      <button type="submit" className="btn">
        {intl.formatMessage({ id: 'coalition.address.save' })}
      </button>
      {party.address !== undefined && onRemove ? (
        <button
          type="button"
          className="btn"
          onClick={() => {
            setUrl('')
            onRemove(party.id)
          }}
        >
          {intl.formatMessage({ id: 'coalition.address.remove' })}
        </button>
      ) : null}
    </form>
  )
}
