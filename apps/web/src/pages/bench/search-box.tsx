import { useId, useRef, useState, type FormEvent } from 'react'
import { useIntl } from 'react-intl'
import { QUERY_IS, QUERY_KEYS, QUERY_PAP, QUERY_TLP, type QueryFault } from '@entente/stix'
import { useKeys } from '../../frame/use-keys.ts'
import { conditionsOf, without } from './query-text.ts'

type Props = {
  readonly q: string
  readonly fault: QueryFault | undefined
  readonly onAsk: (q: string) => void
}

/** One line for words and conditions, as the address and the command line take them. `/` goes there. */
export function SearchBox({ q, fault, onAsk }: Props) {
  const intl = useIntl()
  const [text, setText] = useState(q)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  useKeys({
    '/': (event) => {
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    },
  })
  const ask = (event: FormEvent) => {
    event.preventDefault()
    onAsk(text.trim())
  }
  return (
    <search>
      <form className="search" onSubmit={ask}>
        <label className="hidden" htmlFor={id}>
          {intl.formatMessage({ id: 'evidence.search.label' })}
        </label>
        <input
          id={id}
          ref={input}
          className="input"
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={1_000}
          value={text}
          placeholder={intl.formatMessage({ id: 'bench.placeholder' })}
          aria-describedby={`${id}-help`}
          aria-invalid={fault !== undefined}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn">
          {intl.formatMessage({ id: 'evidence.search.do' })}
        </button>
      </form>
      <div id={`${id}-help`}>{fault ? <Fault q={q} fault={fault} /> : null}</div>
      {fault ? null : <Chips q={q} onAsk={onAsk} />}
    </search>
  )
}

/** What was expected, at which place, what came instead, and what to do. */
function Fault({ q, fault }: { q: string; fault: QueryFault }) {
  const intl = useIntl()
  const { expected, got, from, to } = fault
  return (
    <div className="note against fault" role="alert">
      <p>
        {intl.formatMessage(
          { id: `bench.fault.${expected}` },
          {
            got,
            keys: QUERY_KEYS.map((key) => `${key}:`).join(' '),
            labels: QUERY_TLP.join(', '),
            words: QUERY_PAP.join(', '),
            states: QUERY_IS.join(', '),
          },
        )}{' '}
        {intl.formatMessage({ id: 'bench.fault.at' }, { at: from + 1 })}
      </p>
      <code className="sheet">
        {q.slice(Math.max(0, from - 60), from)}
        <mark>{q.slice(from, Math.min(to, from + 120)) || ' '}</mark>
        {q.slice(to, to + 60)}
      </code>
    </div>
  )
}

/** The conditions one by one, each to be taken out by itself. */
function Chips({ q, onAsk }: { q: string; onAsk: (q: string) => void }) {
  const intl = useIntl()
  const conditions = conditionsOf(q)
  if (conditions.length === 0) return null
  return (
    <ul className="chips" aria-label={intl.formatMessage({ id: 'bench.conditions' })}>
      {conditions.map(({ text, term }) => (
        <li key={`${term.from} ${text}`}>
          <button
            type="button"
            className="chip filter"
            onClick={() => onAsk(without(q, [term]))}
            aria-label={intl.formatMessage({ id: 'bench.condition.remove' }, { text })}
          >
            <span lang="en">{text}</span> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
