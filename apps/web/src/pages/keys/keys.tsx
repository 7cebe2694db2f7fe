import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { KeyRow, KeysView, MissingCopy, PartyKeys } from '../../../../node/src/api.ts'
import { getJson } from '../../api/client.ts'
import { Waiting } from '../../frame/states.tsx'
import { ActRef } from '../../marks/act-ref.tsx'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'
import { CasePlace } from '../case/case-place.tsx'
import { DeclareDialog } from '../voice/certificate.tsx'
import { useFilingThen } from '../voice/use-filing.ts'
import { sayVerbs } from '../voice/verbs.ts'
import './keys.css'

const keysQuery = (id: string) =>
  queryOptions({
    queryKey: ['keys', id],
    queryFn: () => getJson<KeysView>(`/api/v1/cases/${encodeURIComponent(id)}/keys`),
    refetchInterval: 1000,
  })

/** Who may sign for each party of a case, from where to where, and what is known above and not here. */
export function KeysPage() {
  const { id } = useParams({ from: '/cases/$id/keys' })
  return (
    <CasePlace id={id} at="keys">
      <Register />
    </CasePlace>
  )
}

function Register() {
  const intl = useIntl()
  const { view } = useCase()
  const { data, error, dataUpdatedAt: now } = useQuery(keysQuery(view.id))
  if (!data) return <Waiting error={error} />
  return (
    <div className="plain keys-register">
      <p className="small quiet">{intl.formatMessage({ id: 'keys.about' })}</p>
      {data.parties.map((party) => (
        <PartySection key={party.party} party={party} now={now} />
      ))}
    </div>
  )
}

function PartySection({ party, now }: { party: PartyKeys; now: number }) {
  const intl = useIntl()
  const { us } = useCase()
  const id = `keys-${party.party}`
  const { root, threshold, next, keys, missing, forked } = party
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <Plate party={party.party} name={party.name} us={party.party === us} /> {party.name}
      </h2>
      <p className="small">
        {intl.formatMessage(
          { id: 'keys.root' },
          { threshold, ids: intl.formatList(root.map(({ keyid }) => keyid)) },
        )}{' '}
        {intl.formatMessage({ id: next === undefined ? 'keys.root.stuck' : 'keys.root.next' })}
      </p>
      {forked ? (
        <p className="note against small" role="note">
          <FormattedMessage
            id="keys.forked"
            values={{ name: party.name, size: forked.size, act: <ActRef id={forked.by} /> }}
          />
        </p>
      ) : null}
      <Missing missing={missing} />
      {keys.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'keys.none' })}</p>
      ) : (
        <KeyTable keys={keys} party={party.name} now={now} labelledBy={id} />
      )}
    </section>
  )
}

/** What the root keys said in the case above and this strand does not say yet. */
function Missing({ missing }: { missing: readonly MissingCopy[] | undefined }) {
  const intl = useIntl()
  const { view } = useCase()
  if (missing === undefined)
    return view.charter.parent ? (
      <p className="quiet small">{intl.formatMessage({ id: 'keys.untold' })}</p>
    ) : null
  return missing.map(({ act, does, keyids }) => (
    <p key={act} className="note against small" role="note">
      {intl.formatMessage({ id: `keys.missing.${does}` }, { keyids: intl.formatList(keyids) })}{' '}
      <code title={act}>{act.slice(7, 15)}</code>
    </p>
  ))
}

const COLUMNS = ['authority', 'key', 'mandate', 'from', 'state'] as const

type KeyTableProps = {
  readonly keys: readonly KeyRow[]
  readonly party: string
  /** Milliseconds: when this was asked of the node. */
  readonly now: number
  readonly labelledBy: string
}

function KeyTable({ keys, party, now, labelledBy }: KeyTableProps) {
  const intl = useIntl()
  return (
    <table className="table keys-table" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {intl.formatMessage({ id: `keys.column.${column}` })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keys.map((row) => (
          <Row key={row.keyid} row={row} party={party} now={now} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { readonly row: KeyRow; readonly party: string; readonly now: number }

function Row({ row, party, now }: RowProps) {
  const intl = useIntl()
  const { authority, keyid, custody, verbs, until, given, revoked, ended } = row
  const place = (at: { readonly act: string; readonly index?: number }) =>
    at.index === undefined ? intl.formatMessage({ id: 'keys.charter' }) : <ActRef id={at.act} />
  const end = revoked ?? ended
  return (
    <tr className={end ? 'revoked' : undefined}>
      <th scope="row">{authority.name}</th>
      <td>
        <code>{keyid}</code>{' '}
        <span className="small quiet">{intl.formatMessage({ id: `custody.${custody}` })}</span>
      </td>
      <td className="small">
        {sayVerbs(intl, verbs)}
        {until === undefined
          ? null
          : `; ${intl.formatMessage({ id: 'keys.until' }, { day: new Date(until * 1000) })}`}
      </td>
      <td className="small">
        <FormattedMessage
          id={end ? 'keys.from-to' : 'keys.from'}
          values={{ from: place(given), to: end ? place(end) : null }}
        />
      </td>
      <td className="small">
        <StateOf row={row} party={party} now={now} />
      </td>
    </tr>
  )
}

/** Whether a key may sign: revoked, over by a certificate, over by this clock alone, or in force. */
function StateOf({ row, party, now }: RowProps) {
  const intl = useIntl()
  const [isAsked, ask] = useState(false)
  const { revoked, ended, until } = row
  if (revoked)
    return intl.formatMessage(
      { id: 'keys.revoked' },
      { cause: intl.formatMessage({ id: `cause.${revoked.cause}` }) },
    )
  if (ended) return intl.formatMessage({ id: 'keys.ended' })
  if (until === undefined || until * 1000 > now) return intl.formatMessage({ id: 'keys.in-force' })
  return (
    <>
      {intl.formatMessage({ id: 'keys.over' })}{' '}
      <button type="button" className="btn" onClick={() => ask(true)}>
        {intl.formatMessage({ id: 'keys.certify' })}
      </button>
      {isAsked ? <CertifyEnd row={row} party={party} close={() => ask(false)} /> : null}
    </>
  )
}

type CertifyEndProps = { readonly row: KeyRow; readonly party: string; readonly close: () => void }

/** The certificate that this mandate ended: whoever reads it can check it by the witnesses’ times. */
function CertifyEnd({ row: { authority, keyid, given }, party, close }: CertifyEndProps) {
  const intl = useIntl()
  const file = useCase()
  const filing = useFilingThen(file, { done: 'declare.mandate.filed', close })
  return (
    <DeclareDialog
      asked={{ on: given.act, result: 'expired', of: given.act }}
      title={intl.formatMessage({ id: 'declare.mandate.title' })}
      what={intl.formatMessage(
        { id: 'declare.mandate.what' },
        { authority: authority.name, keyid, party },
      )}
      on={`${party}, ${authority.name}`}
      close={close}
      filing={filing}
    />
  )
}
