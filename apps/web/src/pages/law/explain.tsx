import { Link, useSearch } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import type {
  AssessmentView,
  ConclusionView,
  RowView,
  TraceView,
} from '../../../../node/src/api.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Finding, findingWord, type Answer } from '../../marks/finding.tsx'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'
import { OnRecordNote } from '../views/on-record-note.tsx'
import { WordsSaid } from '../views/words-said.tsx'
import { Contested } from './contested.tsx'
import { Facts } from './facts.tsx'
import { Authorities } from './sides.tsx'
import { findTrace, type Asked } from './trace.ts'
import { WouldChange } from './would-change.tsx'

type Props = { readonly view: AssessmentView; readonly rule: string; readonly nation: string }

const NOTE: Readonly<Record<Answer, string>> = {
  satisfied: 'note for',
  'not-satisfied': 'note against',
  disputed: 'note split',
  unknown: 'note hold',
  'not-asked': 'note',
  'not-assessed': 'note',
}

/** Why one rule answers so for one nation: the route, the facts with who asserts them, the reading, the source. */
export function Explain({ view, rule, nation }: Props) {
  const intl = useIntl()
  const say = useSay()
  const file = useCase()
  const row = view.rows.find(({ norm }) => norm === rule)
  const column = view.nations.find(({ code }) => code === nation)
  if (!row || !column) return null
  const trace = findTrace(column.trace, rule)
  const cell = row.cells.find((one) => one.nation === nation)
  const isWhole = row === view.rows[0]
  return (
    <section className="explain" id="explain" tabIndex={-1} aria-labelledby="explained">
      <div className="row">
        <code className="quiet">{row.norm}</code>
        <span className="source">{say(row.citation)}</span>
        <span className="nat push">
          <Plate party={nation} name={column.name} us={nation === file.us} /> {column.name}
        </span>
      </div>
      <h3 id="explained" className="asked">
        {say(row.question)}
      </h3>
      {isWhole ? (
        <Whole conclusion={column.conclusion} />
      ) : (
        <p className={NOTE[cell?.value ?? 'not-asked']}>
          <b>{intl.formatMessage({ id: findingWord(cell?.value ?? 'not-asked') })}.</b>{' '}
          {cell?.because ? say(cell.because) : null}
        </p>
      )}
      {trace?.asked ? (
        <>
          <Route view={view} trace={trace} nation={nation} />
          <Facts view={view} of={trace.facts} nation={nation} />
          <Reading trace={trace} name={column.name} />
        </>
      ) : null}
      <Contested row={row} ids={cell?.disputes ?? []} />
      <WouldChange
        view={view}
        nation={nation}
        asks={isWhole ? column.conclusion.asks : (cell?.asks ?? [])}
        isWhole={isWhole}
      />
      <Provision row={row} />
      <Past view={view} rule={rule} />
    </section>
  )
}

function Whole({ conclusion }: { conclusion: ConclusionView }) {
  const intl = useIntl()
  const say = useSay()
  return (
    <>
      <p className={NOTE[conclusion.value]}>{say(conclusion.words)}.</p>
      {conclusion.refused ? (
        <p className="note against">
          <b>{intl.formatMessage({ id: 'law.refused' })}</b> {say(conclusion.refused.because)}
        </p>
      ) : null}
      {conclusion.assumes.length > 0 ? (
        <section>
          <h4>{intl.formatMessage({ id: 'law.assumed' })}</h4>
          <ul className="lines small">
            {conclusion.assumes.map(({ norm, assumed }) => (
              <li key={norm}>
                {say(assumed)} <code className="small">{norm}</code>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {conclusion.remedies.map(({ norm, remedy }) => (
        <p key={norm} className="note ink">
          <b>{intl.formatMessage({ id: 'law.remedy' })}</b> {say(remedy)}{' '}
          <code className="small">{norm}</code>
        </p>
      ))}
    </>
  )
}

function Route({ view, trace, nation }: { view: AssessmentView; trace: Asked; nation: string }) {
  const intl = useIntl()
  if (trace.parts.length === 0) return null
  const decided = trace.parts.filter(({ norm }) => trace.route.includes(norm))
  const others = trace.parts.filter(({ norm }) => !trace.route.includes(norm))
  const kind = view.rows.find(({ norm }) => norm === trace.norm)?.kind
  return (
    <section>
      <h4>{intl.formatMessage({ id: 'law.route' })}</h4>
      <p className="small quiet">
        {intl.formatMessage({ id: kind === 'any' ? 'law.kind.any' : 'law.kind.all' })}
      </p>
      <Parts view={view} parts={decided} nation={nation} />
      {others.length > 0 ? (
        <details className="small">
          <summary>
            {intl.formatMessage({ id: 'law.route.others' }, { count: others.length })}
          </summary>
          <Parts view={view} parts={others} nation={nation} />
        </details>
      ) : null}
    </section>
  )
}

function Parts({
  view,
  parts,
  nation,
}: {
  view: AssessmentView
  parts: readonly TraceView[]
  nation: string
}) {
  const say = useSay()
  const file = useCase()
  const search = useSearch({ from: '/cases/$id/law' })
  return (
    <ul className="route">
      {parts.map((part) => {
        const row = view.rows.find(({ norm }) => norm === part.norm)
        return (
          <li key={part.norm}>
            <Finding value={part.asked ? part.value : 'not-asked'} />
            <span>
              <Link
                to="/cases/$id/law"
                params={{ id: file.view.id }}
                search={{ ...search, rule: part.norm, nation }}
                hash="explain"
                resetScroll={false}
                preload={false}
              >
                {row ? say(row.question) : part.norm}
              </Link>
              {part.asked && part.because ? (
                <span className="quiet"> {say(part.because)}</span>
              ) : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Reading({ trace: { reading, value }, name }: { trace: Asked; name: string }) {
  const intl = useIntl()
  if (!reading) return null
  const { issue, before, words, onRecord, later, source } = reading
  return (
    <section>
      <h4>{intl.formatMessage({ id: 'law.reading' }, { name })}</h4>
      <p className="small">
        <b>{intl.formatMessage({ id: `issue.${issue as 'sovereignty'}` })}:</b>{' '}
        {intl.formatMessage({ id: `reading.${reading.value as 'rule'}` })}
      </p>
      {words ? <WordsSaid words={words} /> : null}
      {onRecord ? <OnRecordNote onRecord={onRecord} /> : null}
      <p className="source">
        {later ? (
          intl.formatMessage(
            { id: 'law.reading.later' },
            { what: later.title ?? 'none', on: later.on },
          )
        ) : source === 'none' ? (
          intl.formatMessage({ id: 'law.reading.none' })
        ) : (
          <span lang={words?.by === 'entered' ? undefined : 'en'}>{source}</span>
        )}
      </p>
      {before === value ? null : (
        <p className="small">
          <FormattedMessage
            id="law.reading.before"
            values={{
              before: intl.formatMessage({ id: findingWord(before) }),
              after: intl.formatMessage({ id: findingWord(value) }),
            }}
          />
        </p>
      )}
    </section>
  )
}

/** Past incidents that bear on the rule, as public sources tell them. */
function Past({ view, rule }: { view: AssessmentView; rule: string }) {
  const intl = useIntl()
  const say = useSay()
  const past = view.precedents.filter(({ rules }) => rules.includes(rule))
  if (past.length === 0) return null
  return (
    <section>
      <h4>{intl.formatMessage({ id: 'law.past' }, { count: past.length })}</h4>
      <ul className="facts">
        {past.map(({ id, name, from, happened, answered, teaches, sources, caveat }) => (
          <li key={id}>
            <p>
              <b>{say(name)}</b> <span className="quiet small">{from}</span>
            </p>
            {teaches.map((each) => (
              <p key={each.en}>{say(each)}</p>
            ))}
            <details className="small">
              <summary>{intl.formatMessage({ id: 'law.past.more' }, { name: say(name) })}</summary>
              <p>{say(happened)}</p>
              <p>{say(answered)}</p>
              {caveat ? <p className="quiet">{say(caveat)}</p> : null}
              <p className="source" lang="en">
                {sources.join('; ')}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The provision in our words, where it can be read, and how far it was read. */
function Provision({ row }: { row: RowView }) {
  const intl = useIntl()
  const say = useSay()
  const { burden, standard } = row.argued
  return (
    <section className="provision">
      <h4>{intl.formatMessage({ id: 'law.provision' })}</h4>
      <p>{say(row.restatement)}</p>
      {row.authorities.length > 0 ? (
        <p className="source">
          {intl.formatMessage({ id: 'law.side.writers' })} <Authorities of={row.authorities} />
        </p>
      ) : null}
      <p className="source">
        {say(row.citation)}
        {row.url ? (
          <>
            {': '}
            <a href={row.url} rel="noreferrer" className="whole">
              {row.url}
            </a>
          </>
        ) : null}
        . {intl.formatMessage({ id: `law.verified.${row.verification}` })}
      </p>
      <p className="small quiet">
        {intl.formatMessage(
          { id: 'law.argued' },
          {
            burden: intl.formatMessage({ id: `law.burden.${burden}` }),
            standard: intl.formatMessage({ id: `law.standard.${standard.is}` }),
          },
        )}
        {standard.source ? ` ${say(standard.source)}` : null}
      </p>
    </section>
  )
}
