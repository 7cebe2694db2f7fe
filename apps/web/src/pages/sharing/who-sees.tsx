import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Audiences, ReleaseLine } from '../../../../node/src/api.ts'
import { caseQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Plate } from '../../marks/plate.tsx'
import { Export } from './export.tsx'
import { audiencesQuery, previewQuery } from './queries.ts'
import './sharing.css'

type Audience = Audiences['audiences'][number]

/** Who may see an object and who may not, and why: by the test by which it is sent. */
export function WhoSees({ id }: { id: string }) {
  const intl = useIntl()
  const audiences = useQuery(audiencesQuery)
  return (
    <section className="who-sees" aria-labelledby="who-sees">
      <h2 id="who-sees">{intl.formatMessage({ id: 'sharing.title' })}</h2>
      {audiences.error ? <p className="note hold">{sayRefusal(intl, audiences.error)}</p> : null}
      <ul>
        {audiences.data?.map((one) => (
          <OneAudience key={one.audience} id={id} one={one} />
        ))}
      </ul>
      <p className="small quiet">{intl.formatMessage({ id: 'sharing.not-proved' })}</p>
    </section>
  )
}

/** What an audience is called, in the person’s language. */
export function useAudienceName() {
  const intl = useIntl()
  return ({ audience, name }: Audience) => {
    const [kind] = audience.split(':')
    if (kind === 'case') return intl.formatMessage({ id: 'sharing.case' }, { name })
    if (kind === 'own') return intl.formatMessage({ id: 'sharing.own' })
    if (kind === 'community') return intl.formatMessage({ id: 'sharing.community' }, { name })
    return intl.formatMessage({ id: 'sharing.public' })
  }
}

function OneAudience({ id, one }: { id: string; one: Audience }) {
  const intl = useIntl()
  const nameOf = useAudienceName()
  const [open, setOpen] = useState(false)
  const asked = { ids: [id], audience: one.audience }
  const preview = useQuery(previewQuery(asked))
  const line = preview.data?.objects.find((found) => found.id === id)
  const some = line?.to?.filter(({ leaves }) => leaves).length ?? 0
  const state = line?.leaves ? 'all' : some > 0 ? 'some' : 'nobody'
  return (
    <li>
      <p className="row head-line">
        <b>{nameOf(one)}</b>
        {line ? (
          <span className={`verdict ${state}`}>
            <Sign state={state} />
            {intl.formatMessage(
              {
                id: `sharing.state.${one.audience === 'public' && state === 'all' ? 'public' : state}`,
              },
              { some, of: line.to?.length ?? 0 },
            )}
          </span>
        ) : preview.error ? (
          <span className="error">{sayRefusal(intl, preview.error)}</span>
        ) : (
          <span className="quiet">{intl.formatMessage({ id: 'load.node' })}</span>
        )}
      </p>
      {line ? <Why line={line} /> : null}
      {line?.to && line.to.length > 0 ? (
        <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>
            {intl.formatMessage({ id: 'sharing.each' }, { count: line.to.length })}
            <span className="hidden"> {nameOf(one)}</span>
          </summary>
          <Each line={line} audience={one.audience} />
        </details>
      ) : null}
      {preview.data?.bundle ? (
        <Export asked={asked} preview={preview.data} name={nameOf(one)} />
      ) : null}
    </li>
  )
}

/** Tick, half square, crossed square: who listens gets the word, who sees no colour gets the shape. */
function Sign({ state }: { state: 'all' | 'some' | 'nobody' }) {
  const path = {
    all: 'M2 8.5 6 12.5 14 3.5',
    some: 'M2 2h12v12H2zM2 14 14 2',
    nobody: 'M2 2h12v12H2zM5 5l6 6M11 5l-6 6',
  }[state]
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  )
}

/** The node's own sentence stands beside ours: it names what the marking would have to say. */
function Why({ line }: { line: ReleaseLine }) {
  const intl = useIntl()
  return (
    <p className="small">
      {line.code === undefined
        ? intl.formatMessage({ id: 'sharing.because.leaves' })
        : sayCode(intl, line.code)}{' '}
      <span className="quiet" lang="en">
        {line.because}
      </span>
      {line.fields !== 'all' && line.fields.length > 0 ? (
        <>
          {' '}
          {intl.formatMessage({ id: 'sharing.fields' })} <code>{line.fields.join(', ')}</code>
        </>
      ) : null}
      <Besides also={line.also} />
    </p>
  )
}

/** Every other reason: lifting the first alone would let nothing go. */
export function Besides({ also = [] }: { also: ReleaseLine['also'] }) {
  const intl = useIntl()
  return also.map(({ code, because }) => (
    <span key={because}>
      {' '}
      {intl.formatMessage({ id: 'sharing.also' }, { why: sayCode(intl, code) })}{' '}
      <span className="quiet" lang="en">
        {because}
      </span>
    </span>
  ))
}

const CODES = [
  'marking.audience',
  'marking.unknown',
  'marking.granular',
  'marking.ceiling',
  'marking.pap',
  'object.recalled',
  'audience.outside',
  'object.conflict',
  'object.unknown',
] as const

/** Why something may not go, by the code of the refusal. */
export function sayCode(intl: ReturnType<typeof useIntl>, code: string): string {
  const known = CODES.find((one) => one === code)
  return intl.formatMessage({ id: known ? `sharing.because.${known}` : 'sharing.because.other' })
}

/** Each party by itself: one that may not see it is no reason that nobody does. */
function Each({ line, audience }: { line: ReleaseLine; audience: string }) {
  const intl = useIntl()
  const view = useQuery({
    ...caseQuery(audience.slice('case:'.length)),
    refetchInterval: false,
    enabled: audience.startsWith('case:'),
  })
  const nameOf = (party: string) =>
    view.data?.charter.parties.find(({ id }) => id === party)?.name ?? party
  return (
    <ul className="each">
      {line.to?.map(({ party, leaves, because, also }) => (
        <li key={party}>
          <Plate party={party} name={nameOf(party)} />
          <span>
            <span className={`verdict ${leaves ? 'all' : 'nobody'}`}>
              <Sign state={leaves ? 'all' : 'nobody'} />
              {intl.formatMessage(
                { id: leaves ? 'sharing.party.sees' : 'sharing.party.not' },
                { name: nameOf(party) },
              )}
            </span>{' '}
            <span className="small quiet" lang="en">
              {because}
            </span>
            <Besides also={also} />
          </span>
        </li>
      ))}
    </ul>
  )
}
