import { useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useQuery } from '@tanstack/react-query'
import type { Charter } from '@entente/accord'
import { meQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Hash } from '../../marks/hash.tsx'
import { Moment } from '../../marks/moment.tsx'
import { Tlp } from '../../marks/tlp.tsx'
import { useCase } from '../case/case-context.ts'
import { PutDown } from '../drafts/put-down.tsx'
import { sayVerbs } from './verbs.ts'

type Shown = { readonly payload: string; readonly bytes: number; readonly sha256: string }

/** Exactly what will be signed: as a person reads it, and the bytes themselves. */
export function Sheet({
  draft,
  rows,
  putDown = true,
}: {
  draft: Shown
  rows: readonly (readonly [string, ReactNode])[]
  /** Whether it can be put down here; a form that has it among its last steps says it there. */
  putDown?: boolean
}) {
  const intl = useIntl()
  const [canonical, setCanonical] = useState(false)
  return (
    <section>
      <h3>{intl.formatMessage({ id: 'sign.exactly' })}</h3>
      {canonical ? (
        <pre className="sheet">
          <code>{draft.payload}</code>
        </pre>
      ) : (
        <dl className="sheet mono">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="source">
        <FormattedMessage
          id="sign.bytes"
          values={{ count: draft.bytes, hash: <code className="whole">{draft.sha256}</code> }}
        />{' '}
        <button type="button" className="link" onClick={() => setCanonical(!canonical)}>
          {intl.formatMessage({ id: canonical ? 'sign.readable' : 'sign.canonical' })}
        </button>
      </p>
      {putDown ? <PutDown payload={draft.payload} /> : null}
    </section>
  )
}

/** By which key, under which mandate, for whom to see: the case's parties unless said otherwise. */
export function Custody({ goesTo, tlp }: { goesTo?: string; tlp?: Charter['tlp'] }) {
  const intl = useIntl()
  const file = useCase()
  const me = useQuery(meQuery)
  const person = me.data?.person
  if (!person) return null
  const others = file.view.charter.parties.filter(({ id }) => id !== file.us)
  return (
    <section>
      <h3>{intl.formatMessage({ id: 'sign.custody' })}</h3>
      <dl className="custody">
        <dt>{intl.formatMessage({ id: 'sign.key' })}</dt>
        <dd>
          <code>{person.key.keyid}</code>,{' '}
          {intl.formatMessage({ id: `custody.${person.key.custody}` })}
        </dd>
        <dt>{intl.formatMessage({ id: 'sign.mandate' })}</dt>
        <dd>
          {person.authority.name}
          {person.verbs.length > 0 ? `: ${sayVerbs(intl, person.verbs)}` : ''}
          {person.mandate.until === undefined ? null : (
            <>
              {'. '}
              <FormattedMessage
                id={person.mandate.ended ? 'sign.mandate.ended' : 'sign.mandate.until'}
                values={{ until: <Moment at={person.mandate.until} /> }}
              />
            </>
          )}
        </dd>
        <dt>{intl.formatMessage({ id: 'sign.person' })}</dt>
        <dd>{person.name}</dd>
        <dt>{intl.formatMessage({ id: 'sign.goes-to' })}</dt>
        <dd>
          {goesTo ?? intl.formatList(others.map(({ name }) => name))}{' '}
          <Tlp tlp={tlp ?? file.view.charter.tlp} />
        </dd>
      </dl>
    </section>
  )
}

/** What the node answered when it did not file. */
export function Refusal({ error }: { error: Error | null }) {
  const intl = useIntl()
  if (!error) return null
  return (
    <p className="note against small" role="alert">
      {intl.formatMessage({ id: 'sign.refused' }, { detail: sayRefusal(intl, error) })}
    </p>
  )
}

/** The rows with which every sheet begins and ends. */
export function useBaseRows() {
  const file = useCase()
  const me = useQuery(meQuery)
  return (
    kind: string,
    fields: Readonly<Record<string, unknown>>,
    between: readonly (readonly [string, ReactNode])[],
  ): readonly (readonly [string, ReactNode])[] => [
    ['kind', <b key="kind">{kind}</b>],
    ['party', `${file.us}  ${file.nameOf(file.us)}`],
    ['authority', me.data?.person?.authority.name ?? ''],
    ...between,
    ...(typeof fields['prev'] === 'string'
      ? ([['prev', <Hash key="prev" of={fields['prev']} />]] as const)
      : []),
    ['claimedAt', String(fields['claimedAt'])],
    ['charter', <Hash key="charter" of={file.view.id} />],
  ]
}
