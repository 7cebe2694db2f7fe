import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { HolderState, ObjectRecall, RecallHolder } from '../../../../node/src/api.ts'
import { Scroll } from '../../frame/scroll.tsx'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { Moment } from '../../marks/moment.tsx'
import { Field } from '../voice/field.tsx'
import { Because } from './because.tsx'
import { Lift } from './lift.tsx'
import { objectRecallsQuery, sayTold } from './queries.ts'
import './recalls.css'

const COLUMNS = ['who', 'state', 'route', 'place', 'since'] as const
const STATES = [
  'confirmed',
  'told',
  'outstanding',
  'cannot-be-told',
] as const satisfies readonly HolderState[]

/** What this node called back: who has it, who was told, who confirmed, and who cannot be told. */
export function RecallsPage() {
  useTitle('recalls.title')
  const intl = useIntl()
  const found = useQuery(objectRecallsQuery)
  return (
    <div className="plain recalls">
      <h1>{intl.formatMessage({ id: 'recalls.title' })}</h1>
      <p>
        {intl.formatMessage({ id: 'recalls.what' })}{' '}
        <Link to="/objects" search={{}}>
          {intl.formatMessage({ id: 'bench.title' })}
        </Link>
      </p>
      {!found.data ? (
        <Waiting error={found.error} />
      ) : found.data.length === 0 ? (
        <p>{intl.formatMessage({ id: 'recalls.none' })}</p>
      ) : (
        found.data.map((recall) => <One key={recall.number} recall={recall} />)
      )}
    </div>
  )
}

function One({ recall }: { recall: ObjectRecall }) {
  const intl = useIntl()
  const { number, id, name, at, by, because, revoked, lifted, holders, counts } = recall
  const done = counts.confirmed + counts['cannot-be-told']
  const heading = `recall-${number}`
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>
        <Link to="/objects/$id" params={{ id }}>
          {name ?? id}
        </Link>
      </h2>
      <p>
        {intl.formatMessage({ id: 'recalls.by' }, { by })} <Moment at={at} />: <q>{because}</q>{' '}
        {revoked ? intl.formatMessage({ id: 'recalls.revoked' }) : null}
      </p>
      {lifted ? (
        <p className="note">
          {intl.formatMessage({ id: 'recalls.lifted' }, { by: lifted.by })}{' '}
          <Moment at={lifted.at} />: <q>{lifted.because}</q>
        </p>
      ) : null}
      {holders.length === 0 ? (
        <p>{intl.formatMessage({ id: 'recalls.nobody' })}</p>
      ) : (
        <>
          <p className="row">
            <progress
              max={holders.length}
              value={done}
              aria-label={intl.formatMessage({ id: 'recalls.progress' })}
            />
            {intl.formatList(
              STATES.flatMap((state) =>
                counts[state] === 0
                  ? []
                  : [`${counts[state]} ${intl.formatMessage({ id: `recalls.state.${state}` })}`],
              ),
              { type: 'unit' },
            )}
          </p>
          <Scroll label={intl.formatMessage({ id: 'recalls.holders' })}>
            <table className="table">
              <thead>
                <tr>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col">
                      {intl.formatMessage({ id: `recalls.column.${column}` })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {holders.map((holder) => (
                  <Holder key={holder.number} recall={number} holder={holder} />
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
      <p className="small quiet">{intl.formatMessage({ id: 'recalls.limits' })}</p>
      {lifted ? null : <Lift recall={recall} />}
    </section>
  )
}

function Holder({ recall, holder }: { recall: number; holder: RecallHolder }) {
  const intl = useIntl()
  const { route, who, place, since, state, by, at, person, words, evidence } = holder
  const name = who ?? intl.formatMessage({ id: 'recalls.anybody' })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className={state === 'outstanding' ? 'chip waits' : 'chip'}>
          {intl.formatMessage({ id: `recalls.state.${state}` })}
        </span>{' '}
        {by === undefined ? null : intl.formatMessage({ id: `recalls.known.${by}` })}{' '}
        {at === undefined ? null : <Moment at={at} />}{' '}
        {words === undefined ? null : (
          <span className="small">
            {person}: <q>{words}</q>
          </span>
        )}
        {evidence && evidence.withdrawn === undefined ? (
          <p className="small">
            <Link
              to="/cases/$id/evidence-withdraw"
              params={{ id: evidence.case }}
              search={{ from: evidence.act }}
            >
              {intl.formatMessage({ id: 'recalls.withdraw' })}
            </Link>
          </p>
        ) : null}
        {state === 'confirmed' ? null : (
          <details>
            <summary>
              {intl.formatMessage({ id: 'recalls.say' })}
              <span className="hidden"> {name}</span>
            </summary>
            <Say recall={recall} holder={holder.number} />
          </details>
        )}
      </td>
      <td>{intl.formatMessage({ id: `recalls.route.${route}` })}</td>
      <td>
        {evidence ? (
          <Link to="/cases/$id" params={{ id: evidence.case }}>
            {evidence.title ?? intl.formatMessage({ id: 'recalls.case' })}
          </Link>
        ) : (
          place
        )}
      </td>
      <td>{since === undefined ? '–' : <Moment at={since} />}</td>
    </tr>
  )
}

/** A person says who was told and how, and stands for it with name and time. */
function Say({ recall, holder }: { recall: number; holder: number }) {
  const intl = useIntl()
  const [state, setState] = useState<HolderState>('confirmed')
  return (
    <Because
      what="recalls.say.what"
      label="recalls.words"
      act="recalls.say.do"
      onAct={(words) => sayTold(recall, holder, { state, words })}
    >
      <Field label={intl.formatMessage({ id: 'recalls.column.state' })} error={undefined}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={state}
            onChange={({ target }) =>
              setState(STATES.find((one) => one === target.value) ?? 'confirmed')
            }
          >
            {STATES.map((one) => (
              <option key={one} value={one}>
                {intl.formatMessage({ id: `recalls.state.${one}` })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Because>
  )
}
