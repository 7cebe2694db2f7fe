import { Link, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useIntl } from 'react-intl'
import { filedBy, type Text, type VersionState } from '@entente/accord'
import { Moment } from '../../marks/moment.tsx'
import { useCase } from './case-context.ts'
import { lostUnder, shortHash, type Step } from './case-file.ts'
import { Redline } from './clause.tsx'
import { Margin } from './margin.tsx'
import { redline } from './redline.ts'
import { RestsOnLost } from './rests-on-lost.tsx'
import { Statements } from './statements.tsx'
import { Comments } from '../exchange/comments.tsx'
import { Classification } from '../lexicon/classification.tsx'

/** Every question of the law travels with them: only a measure needs it. */
const Terms = lazy(async () => ({ default: (await import('../version/terms.tsx')).Terms }))

type Props = { readonly step: Step; readonly version: VersionState }
type Compare = 'changes' | 'only' | 'beside'
const COMPARES: readonly Compare[] = ['changes', 'only', 'beside']

/** The text that nations sign, with what changed since the version before it. */
export function StepText({ step, version }: Props) {
  const intl = useIntl()
  const file = useCase()
  const { compare: wanted } = useSearch({ from: '/cases/$id' })
  const text = file.textOf(version.id)
  const act = filedBy(file.actOf(version.id)?.act)
  const before = step.versions.find(({ number }) => number === version.number - 1)
  const earlier = before ? file.textOf(before.id) : undefined
  if (!text) return <p className="note hold">{intl.formatMessage({ id: 'text.missing' })}</p>
  const compare = earlier ? (wanted ?? 'changes') : 'only'
  return (
    <section aria-labelledby="text" className={compare === 'beside' ? 'beside' : undefined}>
      <div className="text-head">
        <h2 id="text" className="treaty" lang={text.lang}>
          {earlier && compare === 'changes' ? (
            <Redline before={earlier.title} after={text.title} />
          ) : (
            text.title
          )}
        </h2>
        <div className="row">
          <Versions step={step} version={version} />
          {earlier && before ? (
            <Compares compare={compare} version={version} before={before} />
          ) : null}
        </div>
        <PutBy version={version} />
        {lostUnder(file, version.id).length > 0 ? (
          <p className="note against small">
            <RestsOnLost id={version.id} />
          </p>
        ) : null}
      </div>
      <ol className="clauses" lang={text.lang}>
        {clausesOf(text, compare === 'only' ? undefined : earlier).map(({ id, now, was }) => (
          <li className="clause" id={`clause-${id}`} key={id}>
            <a className="no" href={`#clause-${id}`}>
              <span className="hidden">{intl.formatMessage({ id: 'text.clause' })} </span>
              {id}
            </a>
            <ClauseText now={now} was={was} compare={compare} version={version} />
            <Margin clause={id} version={version} />
            {now === undefined ? null : (
              <Comments step={step.id} version={version.id} clause={id} />
            )}
          </li>
        ))}
      </ol>
      {act?.measure ? (
        <Suspense>
          <Terms version={version.id} before={compare === 'only' ? undefined : before?.id} />
        </Suspense>
      ) : null}
      {act?.classification ? <Classification of={act.classification} /> : null}
      <Statements version={version} />
      <Legend text={text} earlier={compare === 'only' ? undefined : earlier} version={version} />
    </section>
  )
}

type ClausePair = { readonly id: string; readonly now?: string; readonly was?: string }

/** Clauses in the order of the new text; deleted ones follow at the end. */
function clausesOf(text: Text, earlier: Text | undefined): readonly ClausePair[] {
  const was = new Map(earlier?.clauses.map(({ id, text: words }) => [id, words]))
  const now = text.clauses.map(({ id, text: words }) => {
    const old = was.get(id)
    return { id, now: words, ...(old !== undefined && { was: old }) }
  })
  const kept = new Set(text.clauses.map(({ id }) => id))
  const gone = (earlier?.clauses ?? [])
    .filter(({ id }) => !kept.has(id))
    .map(({ id, text: words }) => ({ id, was: words }))
  return [...now, ...gone]
}

function ClauseText({
  now = '',
  was,
  compare,
  version,
}: {
  now: string | undefined
  was: string | undefined
  compare: Compare
  version: VersionState
}) {
  const intl = useIntl()
  if (compare === 'only') return <p className="treaty">{now}</p>
  if (compare === 'changes')
    return (
      <p className="treaty">
        <Redline before={was ?? ''} after={now} />
      </p>
    )
  const label = (number: number) => intl.formatMessage({ id: 'text.version' }, { number })
  return (
    <div className="pair">
      <p className="treaty">
        <span className="quiet small">{label(version.number - 1)}</span>
        {was === undefined ? '–' : <Redline before={was} after={now} only="before" />}
      </p>
      <p className="treaty">
        <span className="quiet small">{label(version.number)}</span>
        {now === '' ? '–' : <Redline before={was ?? ''} after={now} only="after" />}
      </p>
    </div>
  )
}

function Versions({ step, version }: Props) {
  const intl = useIntl()
  return (
    <span className="small quiet versions">
      {step.versions.length > 1
        ? step.versions.map(({ id, number }) => (
            <Link
              key={id}
              from="/cases/$id"
              to="."
              search={{ step: step.id, version: id }}
              className="version"
              aria-current={id === version.id ? 'true' : undefined}
            >
              {intl.formatMessage({ id: 'text.version' }, { number })}
            </Link>
          ))
        : intl.formatMessage({ id: 'text.version' }, { number: version.number })}
    </span>
  )
}

function PutBy({ version }: { version: VersionState }) {
  const intl = useIntl()
  const file = useCase()
  const act = file.actOf(version.id)
  return (
    <p className="small quiet">
      <code title={version.id}>{shortHash(version.id)}</code>
      {act?.act ? (
        <>
          {', '}
          {intl.formatMessage({ id: 'text.put' }, { name: file.nameOf(act.party) })}{' '}
          <Moment at={act.act.claimedAt} />
        </>
      ) : null}
    </p>
  )
}

function Compares({
  compare,
  version,
  before,
}: {
  compare: Compare
  version: VersionState
  before: VersionState
}) {
  const intl = useIntl()
  return (
    <span className="segment push">
      {COMPARES.map((one) => (
        <Link
          key={one}
          from="/cases/$id"
          to="."
          search={(search) => ({ ...search, compare: one })}
          aria-current={one === compare ? 'true' : undefined}
        >
          {intl.formatMessage(
            { id: `text.compare.${one}` },
            { before: before.number, number: version.number },
          )}
        </Link>
      ))}
    </span>
  )
}

function Legend({
  text,
  earlier,
  version,
}: {
  text: Text
  earlier: Text | undefined
  version: VersionState
}) {
  const intl = useIntl()
  if (!earlier) return null
  const runs = [
    ...redline(earlier.title, text.title),
    ...clausesOf(text, earlier).flatMap(({ now = '', was = '' }) => redline(was, now)),
  ]
  return (
    <div className="row small legend">
      <span>
        <ins>{intl.formatMessage({ id: 'text.inserted' })}</ins>
      </span>
      <span>
        <del>{intl.formatMessage({ id: 'text.deleted' })}</del>
      </span>
      <span className="quiet">
        {intl.formatMessage(
          { id: 'text.legend' },
          {
            inserted: runs.filter(({ kind }) => kind === 'inserted').length,
            deleted: runs.filter(({ kind }) => kind === 'deleted').length,
            before: version.number - 1,
          },
        )}
      </span>
    </div>
  )
}
