import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { HuntEvent } from '../../../../node/src/api.ts'
import { hunt } from '../../api/hunt.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { useTitle } from '../../frame/use-title.ts'
import { Tied } from '../evidence/tied.tsx'
import { Field } from '../voice/field.tsx'
import './hunt.css'

type Found = Extract<HuntEvent, { kind: 'found' }>
type Counts = Exclude<HuntEvent, Found>

/** What was found so far, and how far it has come; `isStopped` where its person ended it. */
type Hunted = {
  readonly found: readonly Found[]
  readonly counts: Counts | undefined
  readonly isStopped?: true
}

/** A new pattern is put to everything held: what it meets is shown as it is found. The pattern stands in the address. */
export function HuntPage() {
  useTitle('hunt.title')
  const intl = useIntl()
  const { pattern: asked = '' } = useSearch({ from: '/hunt' })
  const navigate = useNavigate()
  const [pattern, setPattern] = useState(asked)
  const [hunted, setHunted] = useState<Hunted>()
  const stopping = useRef<AbortController>(undefined)
  const hunting = useMutation({
    mutationFn: async (wanted: string) => {
      stopping.current = new AbortController()
      const { signal } = stopping.current
      setHunted({ found: [], counts: undefined })
      try {
        await hunt(wanted, (event) => setHunted((before) => withEvent(before, event)), signal)
      } catch (error) {
        if (!signal.aborted) throw error
        setHunted((before) => (before ? { ...before, isStopped: true } : before))
      }
    },
    onError: () => setHunted(undefined),
  })
  // Whoever leaves the page ends the hunt.
  useEffect(() => () => stopping.current?.abort(), [])
  return (
    <div className="plain hunt">
      <p className="small">
        <Link to="/objects">{intl.formatMessage({ id: 'evidence.title' })}</Link>
      </p>
      <h1>{intl.formatMessage({ id: 'hunt.title' })}</h1>
      <p className="quiet">{intl.formatMessage({ id: 'hunt.what' })}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void navigate({ to: '/hunt', search: { pattern }, replace: true })
          hunting.mutate(pattern)
        }}
      >
        <Field label={intl.formatMessage({ id: 'hunt.pattern' })} error={undefined}>
          {(control) => (
            <textarea
              {...control}
              className="input mono"
              rows={3}
              maxLength={65_536}
              required
              spellCheck={false}
              value={pattern}
              onChange={({ target }) => setPattern(target.value)}
            />
          )}
        </Field>
        <p className="row">
          <button type="submit" className="btn primary" aria-disabled={hunting.isPending}>
            {intl.formatMessage({ id: 'hunt.begin' })}
          </button>
          {hunting.isPending ? (
            <button type="button" className="btn" onClick={() => stopping.current?.abort()}>
              {intl.formatMessage({ id: 'hunt.stop' })}
            </button>
          ) : null}
        </p>
      </form>
      {hunting.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, hunting.error)}
        </p>
      ) : null}
      {hunted ? <Outcome hunted={hunted} /> : null}
    </div>
  )
}

const withEvent = (before: Hunted | undefined, event: HuntEvent): Hunted => {
  const { found, counts } = before ?? { found: [], counts: undefined }
  return event.kind === 'found' ? { found: [...found, event], counts } : { found, counts: event }
}

function Outcome({ hunted: { found, counts, isStopped } }: { hunted: Hunted }) {
  const intl = useIntl()
  const state = isStopped ? 'stopped' : counts?.kind === 'done' ? 'done' : 'progress'
  const { looked = 0, of = 0, found: all = found.length, withheld = 0, unread = 0 } = counts ?? {}
  return (
    <section aria-labelledby="found">
      <h2 id="found">{intl.formatMessage({ id: 'hunt.found' }, { count: all })}</h2>
      {state === 'progress' ? (
        <progress
          max={of || 1}
          value={looked}
          aria-label={intl.formatMessage({ id: 'hunt.title' })}
        />
      ) : null}
      <output className={`small s-${state}`}>
        {intl.formatMessage({ id: `hunt.${state}` }, { looked, of })}{' '}
        {withheld > 0 ? intl.formatMessage({ id: 'hunt.withheld' }, { count: withheld }) : null}{' '}
        {unread > 0 ? intl.formatMessage({ id: 'hunt.unread' }, { count: unread }) : null}
      </output>
      <ul className="links">
        {found.map((one) => (
          <li key={one.id}>
            <Tied one={{ ...one, held: true }} />
          </li>
        ))}
      </ul>
      {all > found.length ? (
        <p className="small">
          {intl.formatMessage({ id: 'hunt.more' }, { count: all - found.length })}
        </p>
      ) : null}
    </section>
  )
}
