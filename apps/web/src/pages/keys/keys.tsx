import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import type { KeyRow, KeysView, MissingCopy, PartyKeys } from '../../../../node/src/api.ts'
import { getJson } from '../../api/client.ts'
import { Waiting } from '../../frame/states.tsx'
import { ActRef } from '../../marks/act-ref.tsx'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'
import { CasePlace } from '../case/case-place.tsx'
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
  const { data, error } = useQuery(keysQuery(view.id))
  if (!data) return <Waiting error={error} />
  return (
    <div className="plain keys-register">
      <p className="small quiet">{intl.formatMessage({ id: 'keys.about' })}</p>
      {data.parties.map((party) => (
        <PartySection key={party.party} party={party} />
      ))}
    </div>
  )
}

function PartySection({ party }: { party: PartyKeys }) {
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
        <KeyTable keys={keys} labelledBy={id} />
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

function KeyTable({ keys, labelledBy }: { keys: readonly KeyRow[]; labelledBy: string }) {
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
          <Row key={row.keyid} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: KeyRow }) {
  const intl = useIntl()
  const { authority, keyid, custody, verbs, until, given, revoked } = row
  const place = (at: { readonly act: string; readonly index?: number }) =>
    at.index === undefined ? intl.formatMessage({ id: 'keys.charter' }) : <ActRef id={at.act} />
  return (
    <tr className={revoked ? 'revoked' : undefined}>
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
          id={revoked ? 'keys.from-to' : 'keys.from'}
          values={{ from: place(given), to: revoked ? place(revoked) : null }}
        />
      </td>
      <td className="small">
        {revoked
          ? intl.formatMessage(
              { id: 'keys.revoked' },
              { cause: intl.formatMessage({ id: `cause.${revoked.cause}` }) },
            )
          : intl.formatMessage({ id: 'keys.in-force' })}
      </td>
    </tr>
  )
}
