import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Hints } from '../../../../node/src/api.ts'
import { Scroll } from '../../frame/scroll.tsx'
import { Waiting } from '../../frame/states.tsx'
import { hintsQuery } from './queries.ts'
import { Tied } from './tied.tsx'

/** What else is held that has something in common with an object: asked once it is opened, each with its number. */
export function HintsOf({ id }: { id: string }) {
  const intl = useIntl()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="hints" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{intl.formatMessage({ id: 'evidence.hints' })}</summary>
      {isOpen ? <Found id={id} /> : null}
    </details>
  )
}

function Found({ id }: { id: string }) {
  const intl = useIntl()
  const { data, error } = useQuery(hintsQuery(id))
  if (!data) return <Waiting error={error} />
  const { values, references, aliases, techniques } = data
  const same = [
    ...values.map((one) => ({ what: one.kind, is: one.value, ...one })),
    ...references.map((one) => ({ what: one.source, is: one.id, ...one })),
    ...aliases.map((one) => ({
      what: intl.formatMessage({ id: 'evidence.hints.name' }),
      is: one.name,
      ...one,
    })),
  ]
  const isNothing = same.length === 0 && techniques.nearest.length === 0
  return (
    <>
      <p className="small quiet">{intl.formatMessage({ id: 'evidence.hints.what' })}</p>
      {isNothing ? <p>{intl.formatMessage({ id: 'evidence.hints.none' })}</p> : null}
      <ul className="links">
        {same.map(({ what, is, objects, count, capped }) => (
          <li key={`${what} ${is}`}>
            {intl.formatMessage(
              { id: capped ? 'evidence.hints.least' : 'evidence.hints.same' },
              { what, count },
            )}{' '}
            <code>{is}</code>
            <Objects objects={objects} />
          </li>
        ))}
      </ul>
      {techniques.nearest.length > 0 ? <Nearest techniques={techniques} /> : null}
    </>
  )
}

function Objects({ objects }: { objects: Hints['values'][number]['objects'] }) {
  return (
    <ul>
      {objects.map((one) => (
        <li key={one.id}>
          <Tied one={one} />
        </li>
      ))}
    </ul>
  )
}

/** Who uses the most of the same techniques, with what the number is made of. */
function Nearest({ techniques: { count, nearest, capped } }: { techniques: Hints['techniques'] }) {
  const intl = useIntl()
  return (
    <Scroll label={intl.formatMessage({ id: 'evidence.hints.techniques' }, { count })}>
      <table className="table small">
        <caption>
          {intl.formatMessage({ id: 'evidence.hints.techniques' }, { count })}{' '}
          {capped ? intl.formatMessage({ id: 'evidence.hints.capped' }) : null}
        </caption>
        <thead>
          <tr>
            {(['object', 'shared', 'either', 'overlap'] as const).map((column) => (
              <th key={column} scope="col">
                {intl.formatMessage({ id: `evidence.hints.${column}` })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nearest.map(({ object, shared, either, overlap }) => (
            <tr key={object.id}>
              <th scope="row">
                <Tied one={object} />
              </th>
              <td>{shared}</td>
              <td>{either}</td>
              <td>{intl.formatNumber(overlap, { style: 'percent' })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
