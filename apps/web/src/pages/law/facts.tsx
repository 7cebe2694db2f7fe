import { useIntl } from 'react-intl'
import type { AssessmentView } from '../../../../node/src/api.ts'
import { useSay } from '../../i18n/use-say.ts'
import { ActRef } from '../../marks/act-ref.tsx'
import { useScaled } from '../../marks/scaled.tsx'
import { useCase } from '../case/case-context.ts'
import { sayValue, type Fact } from './say-fact.ts'
import { beforeOf, recordsOf, type Recorded } from './trace.ts'

/** The facts a rule looked at: every value on record side by side, then what was said before. */
export function Facts({
  view,
  of,
  nation,
}: {
  view: AssessmentView
  of: readonly string[]
  nation: string
}) {
  const intl = useIntl()
  const say = useSay()
  if (of.length === 0) return null
  return (
    <section>
      <h4>{intl.formatMessage({ id: 'law.facts' })}</h4>
      <ul className="facts">
        {of.map((id) => {
          const fact = view.questions[id]
          return (
            <li key={id}>
              <p>{fact ? say(fact.question) : <code>{id}</code>}</p>
              <Records view={view} id={id} nation={nation} />
              <Before view={view} id={id} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type OfFact = { readonly view: AssessmentView; readonly id: string }

function Records({ view, id, nation }: OfFact & { nation: string }) {
  const intl = useIntl()
  const file = useCase()
  const records = recordsOf(view, nation, id)
  if (!records.some(({ counts }) => counts))
    return <p className="f-unknown small">{intl.formatMessage({ id: 'law.not-recorded' })}</p>
  const differ = new Set(records.map(({ value }) => value)).size > 1
  return (
    <>
      {differ ? (
        <p className="small differ">
          <b>{intl.formatMessage({ id: 'law.facts.differ' })}</b>
        </p>
      ) : null}
      <ul className="records">
        {records.map(({ nation: whose, counts, ...record }) => (
          <li key={whose ?? ''} className={counts ? 'counts' : undefined}>
            <Said fact={view.questions[id]} record={record} />
            {records.length > 1 ? (
              <span className="small quiet">
                {' '}
                {whose === undefined
                  ? intl.formatMessage({ id: 'law.facts.common' })
                  : intl.formatMessage({ id: 'law.facts.of' }, { name: file.nameOf(whose) })}
                {counts ? ` ${intl.formatMessage({ id: 'law.facts.counts' })}` : ''}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** One value in words, with who asserts it, its grade and its evidence. */
function Said({ fact, record }: { fact: Fact | undefined; record: Recorded }) {
  const intl = useIntl()
  const say = useSay()
  const file = useCase()
  const { grade } = useScaled()
  return (
    <>
      <b>{sayValue(fact, record.value, { intl, say })}</b>{' '}
      <span className="quiet small">
        {intl.formatMessage(
          { id: 'law.asserted' },
          {
            name: file.nameOf(record.assertedBy),
            grade: record.grade === undefined ? 'none' : grade(record.grade),
          },
        )}{' '}
        <Evidence of={record.evidence} />
      </span>
    </>
  )
}

function Before({ view, id }: OfFact) {
  const intl = useIntl()
  const before = beforeOf(view, id)
  if (before.length === 0) return null
  return (
    <div className="before">
      <p className="small quiet">{intl.formatMessage({ id: 'law.facts.before' })}</p>
      <ul className="records">
        {before.map((one) => (
          <li key={`${one.act} ${String(one.value)}`}>
            <Said fact={view.questions[id]} record={one} /> <ActRef id={one.act} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Evidence is an act of this case, or whatever the nation named: its words stay its own. */
const Evidence = ({ of }: { of: readonly string[] }) =>
  of.map((one, index) => (
    <span key={one}>
      {index > 0 ? ', ' : ''}
      {one.startsWith('sha256:') ? <ActRef id={one} /> : one}
    </span>
  ))
