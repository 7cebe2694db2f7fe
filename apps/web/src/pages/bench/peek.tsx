import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ObjectView, Problem } from '../../../../node/src/api.ts'
import { Refused } from '../../api/client.ts'
import { Waiting } from '../../frame/states.tsx'
import { Moment } from '../../marks/moment.tsx'
import { Plate } from '../../marks/plate.tsx'
import { Bytes } from '../evidence/bytes.tsx'
import { inWords } from '../evidence/in-words.ts'
import { Markings } from '../evidence/markings.tsx'
import { NamedIn } from '../evidence/named-in.tsx'
import { objectQuery } from '../evidence/queries.ts'
import { References } from '../evidence/references.tsx'
import { Translated } from '../evidence/translated.tsx'
import { Touched } from '../evidence/touched.tsx'
import { lineOf } from './line.ts'
import '../evidence/evidence.css'

/** One object beside the table: what it says of itself, how it is marked, tied and named, and its bytes. */
export function Peek({ id, onClose }: { id: string; onClose: () => void }) {
  const intl = useIntl()
  const object = useQuery(objectQuery(id))
  const refused = object.error instanceof Refused ? object.error.problem : undefined
  return (
    <aside className="peek" aria-label={intl.formatMessage({ id: 'bench.peek' })}>
      <p className="row">
        <Link to="/objects/$id" params={{ id }}>
          {intl.formatMessage({ id: 'bench.peek.open' })}
        </Link>
        <button type="button" className="btn little push" onClick={onClose}>
          {intl.formatMessage({ id: 'bench.peek.close' })}
        </button>
      </p>
      {object.data ? (
        <Seen object={object.data} />
      ) : refused ? (
        <Kept id={id} problem={refused} />
      ) : (
        <Waiting error={object.error} />
      )}
    </aside>
  )
}

function Kept({ id, problem }: { id: string; problem: Problem }) {
  return (
    <div className="note hold">
      <p>
        <code>{id}</code>
      </p>
      <p lang="en">{problem.detail}</p>
    </div>
  )
}

function Seen({ object }: { object: ObjectView }) {
  const intl = useIntl()
  const newest = object.versions.at(-1)
  if (!newest) return null
  const { facts, translated } = inWords(object, intl.locale)
  const langOf = (key: 'name' | 'description') =>
    translated?.original[key] === undefined ? 'en' : translated.lang
  return (
    <>
      <p className="row">
        <span className="chip" lang="en">
          {object.type}
        </span>
        <Markings facts={facts} />
        {newest.conflictsWith.length > 0 ? (
          <span className="chip clash">{intl.formatMessage({ id: 'evidence.in-conflict' })}</span>
        ) : null}
      </p>
      <h2 lang={langOf('name')}>{lineOf({ ...object, name: facts.name }, intl)}</h2>
      {facts.description === undefined ? null : (
        <p className="said" lang={langOf('description')}>
          {facts.description}
        </p>
      )}
      {translated ? <Translated {...translated} /> : null}
      <dl className="facts">
        <dt>{intl.formatMessage({ id: 'evidence.source' })}</dt>
        <dd>
          {newest.from ? (
            <Plate party={newest.from.custodian} name={newest.from.custodian} />
          ) : (
            <span lang="en">{newest.source}</span>
          )}
        </dd>
        <dt>{intl.formatMessage({ id: 'evidence.added' })}</dt>
        <dd>
          <Moment at={newest.addedAt} />
        </dd>
        {newest.modified === undefined ? null : (
          <>
            <dt>{intl.formatMessage({ id: 'evidence.column.modified' })}</dt>
            <dd>
              <Moment at={newest.modified} />
            </dd>
          </>
        )}
        {facts.said.map(([key, value]) => (
          <Said key={key} of={key} value={value} />
        ))}
        <dt>{intl.formatMessage({ id: 'evidence.column.versions' })}</dt>
        <dd>{intl.formatNumber(object.versions.length)}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{newest.sha256}</code>
        </dd>
      </dl>
      <NamedIn id={object.id} held={object.versions} />
      <Touched id={object.id} />
      <References object={object} />
      <Bytes version={newest} open={false} />
    </>
  )
}

const Said = ({ of, value }: { of: string; value: string }) => (
  <>
    <dt lang="en">{of}</dt>
    <dd lang="en">
      <code>{value}</code>
    </dd>
  </>
)
