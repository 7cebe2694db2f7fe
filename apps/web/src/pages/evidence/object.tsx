import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useIntl } from 'react-intl'
import type { ObjectVersion, ObjectView, Problem } from '../../../../node/src/api.ts'
import { Refused } from '../../api/client.ts'
import { Waiting } from '../../frame/states.tsx'
import { Bytes } from './bytes.tsx'
import { Conflict } from './conflict.tsx'
import { HintsOf } from './hints.tsx'
import { inWords } from './in-words.ts'
import { Markings } from './markings.tsx'
import { NamedIn } from './named-in.tsx'
import { objectQuery } from './queries.ts'
import { References } from './references.tsx'
import { Remark } from './remark.tsx'
import { Translated } from './translated.tsx'
import { RecallOfObject } from '../recalls/of-object.tsx'
import { Moment } from '../../marks/moment.tsx'
import { Travelled } from '../sharing/travelled.tsx'
import { WhoSees } from '../sharing/who-sees.tsx'
import { lineOf } from '../bench/line.ts'
import { Touched } from './touched.tsx'
import './evidence.css'
import { nameWindow } from '../../frame/use-title.ts'

const route = getRouteApi('/objects/$id')

/** One STIX object as this node received it, or the fact that it is not held here. */
export function ObjectPage() {
  const intl = useIntl()
  const { id } = route.useParams()
  const object = useQuery(objectQuery(id))
  const named = object.data && inWords(object.data, intl.locale).facts.name
  const name = lineOf({ id, name: named, says: object.data?.says }, intl)
  useEffect(() => {
    nameWindow(intl, name)
  }, [intl, name])
  const refused = object.error instanceof Refused ? object.error.problem : undefined
  return (
    <div className="evidence object">
      <p className="small">
        <Link to="/objects">{intl.formatMessage({ id: 'evidence.title' })}</Link>
      </p>
      {object.data ? (
        <Held object={object.data} name={name} />
      ) : refused?.status === 404 ? (
        <NotHeld id={id} problem={refused} />
      ) : (
        <Waiting error={object.error} />
      )}
    </div>
  )
}

/** A hint, and no verdict: what many people use can be misused all the same. */
function KnownGood({ known }: { known: NonNullable<ObjectView['knownGood']> }) {
  const intl = useIntl()
  if (known.length === 0) return null
  return (
    <section
      className="note hold known-good"
      aria-label={intl.formatMessage({ id: 'evidence.known-good' })}
    >
      <p>{intl.formatMessage({ id: 'evidence.known-good.what' }, { count: known.length })}</p>
      <ul>
        {known.map(({ value, lists }) => (
          <li key={value}>
            <code>{value}</code> <span lang="en">{lists.join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Held({ object, name }: { object: ObjectView; name: string }) {
  const intl = useIntl()
  const newest = object.versions.at(-1)
  const { facts, translated } = inWords(object, intl.locale)
  return (
    <>
      <h1 {...(translated?.original.name !== undefined && { lang: translated.lang })}>{name}</h1>
      <p className="row">
        <span className="chip" lang="en">
          {object.type}
        </span>
        <Markings facts={facts} />
        <code className="id">{object.id}</code>
      </p>
      <RecallOfObject object={object} />
      <KnownGood known={object.knownGood ?? []} />
      {facts.pattern === undefined ? null : (
        <p>
          <Link to="/hunt" search={{ pattern: facts.pattern }} className="btn">
            {intl.formatMessage({ id: 'hunt.this' })}
          </Link>
        </p>
      )}
      {facts.description === undefined ? null : (
        <p
          className="said"
          {...(translated?.original.description !== undefined && { lang: translated.lang })}
        >
          {facts.description}
        </p>
      )}
      {translated ? <Translated {...translated} /> : null}
      <Conflicts versions={object.versions} />
      <div className="sides">
        <div className="side">
          <References object={object} />
          <section aria-labelledby="versions">
            <h2 id="versions">
              {intl.formatMessage({ id: 'evidence.versions' }, { count: object.versions.length })}
            </h2>
            <ol className="versions">
              {object.versions.toReversed().map((version) => (
                <Version key={version.sha256} version={version} newest={version === newest} />
              ))}
            </ol>
          </section>
          <HintsOf id={object.id} />
        </div>
        <div className="side">
          <WhoSees id={object.id} />
          <NamedIn id={object.id} held={object.versions} />
          <Touched id={object.id} />
          <Remark object={object} />
        </div>
      </div>
    </>
  )
}

/** Every pair of contents that claim the same id and the same instant, shown before anything else. */
function Conflicts({ versions }: { versions: readonly ObjectVersion[] }) {
  const pairs = versions.flatMap((left, at) =>
    versions
      .slice(at + 1)
      .filter((right) => left.conflictsWith.includes(right.sha256))
      .map((right) => ({ left, right })),
  )
  return pairs.map(({ left, right }) => (
    <Conflict key={`${left.sha256} ${right.sha256}`} left={left} right={right} />
  ))
}

function Version({ version, newest }: { version: ObjectVersion; newest: boolean }) {
  const intl = useIntl()
  return (
    <li>
      <h3 className="row">
        {version.modified === undefined ? (
          intl.formatMessage({ id: 'evidence.version.undated' })
        ) : (
          <Moment at={version.modified} />
        )}
        {newest ? (
          <span className="quiet small">{intl.formatMessage({ id: 'evidence.newest' })}</span>
        ) : null}
        {version.conflictsWith.length > 0 ? (
          <span className="chip clash">{intl.formatMessage({ id: 'evidence.in-conflict' })}</span>
        ) : null}
      </h3>
      <dl className="facts">
        <dt>SHA-256</dt>
        <dd>
          <code>{version.sha256}</code>
        </dd>
        <dt>{intl.formatMessage({ id: 'evidence.added' })}</dt>
        <dd>
          <Moment at={version.addedAt} />
        </dd>
        <dt>{intl.formatMessage({ id: 'evidence.source' })}</dt>
        <dd>{version.source}</dd>
        {version.from ? <Travelled from={version.from} /> : null}
      </dl>
      <Bytes version={version} open={newest} />
    </li>
  )
}

/** The id and the hash reached this node; the object did not, and where its custodian refused it, why. */
function NotHeld({ id, problem }: { id: string; problem: Problem }) {
  const intl = useIntl()
  return (
    <>
      <h1 className="id">{id}</h1>
      <div className="note hold">
        <p>
          <b>{intl.formatMessage({ id: 'evidence.not-held.here' })}</b>{' '}
          {intl.formatMessage({ id: 'evidence.not-held.why' })}
        </p>
        {problem.code === 'object.withheld' ? (
          <p className="small">
            {intl.formatMessage({ id: 'evidence.not-held.refused' })}{' '}
            <code lang="en">{problem.detail}</code>
          </p>
        ) : null}
      </div>
      <NamedIn id={id} held={[]} />
    </>
  )
}
