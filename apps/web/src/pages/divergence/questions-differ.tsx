import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { PartyId, QuestionRow } from '@entente/accord'
import { assessmentQuery } from '../../api/measures.ts'
import { useSay } from '../../i18n/use-say.ts'
import { ActRef } from '../../marks/act-ref.tsx'
import { Moment } from '../../marks/moment.tsx'
import { Plate } from '../../marks/plate.tsx'
import { Scaled, useScaled } from '../../marks/scaled.tsx'
import { useCase } from '../case/case-context.ts'

type Of<About extends QuestionRow['about']> = Extract<QuestionRow, { about: About }>

/** The open questions that are neither clauses nor rules: facts, policy, timing; question by nation. */
export function QuestionsDiffer({ questions }: { questions: readonly QuestionRow[] }) {
  const of = <About extends QuestionRow['about']>(about: About) =>
    questions.filter((row): row is Of<About> => row.about === about)
  return (
    <>
      <Hypotheses rows={of('hypothesis')} />
      <Facts rows={of('fact')} />
      <Goals rows={of('goal').filter(({ cells }) => Object.keys(cells).length > 1)} />
      <Timing rows={of('timing')} />
    </>
  )
}

function Hypotheses({ rows }: { rows: readonly Of<'hypothesis'>[] }) {
  const intl = useIntl()
  return (
    <Questions
      about="hypothesis"
      rows={rows}
      keyOf={({ level, whom }) => `${level} ${whom}`}
      asks={({ level, whom }) => (
        <>
          <b>{whom}</b> <small>{intl.formatMessage({ id: `level.${level}` })}</small>
        </>
      )}
      says={({ likelihood, confidence }) => (
        <>
          <Scaled of={likelihood} />
          <br />
          {intl.formatMessage({ id: 'attributions.confidence' })}: <Scaled of={confidence} />
        </>
      )}
    />
  )
}

function Facts({ rows }: { rows: readonly Of<'fact'>[] }) {
  const scaled = useScaled()
  return (
    <Questions
      about="fact"
      rows={rows}
      keyOf={({ step, fact }) => `${step} ${fact}`}
      asks={({ step, fact }) => <FactQuestion step={step} fact={fact} />}
      says={({ value, grade }, { step, fact }) => (
        <>
          <FactValue step={step} fact={fact} value={value} />
          {grade === undefined ? null : <small>{scaled.grade(grade)}</small>}
        </>
      )}
    />
  )
}

/** The fact as the law asks for it; its id while that is not known. */
function useFact(step: string, id: string) {
  const { view } = useCase()
  return useQuery(assessmentQuery(view.id, { step, digest: view.digest })).data?.questions[id]
}

function FactQuestion({ step, fact: id }: { step: string; fact: string }) {
  const say = useSay()
  const fact = useFact(step, id)
  return (
    <>
      {fact ? say(fact.question) : <code>{id}</code>} <small>{step}</small>
    </>
  )
}

function FactValue({
  step,
  fact: id,
  value,
}: {
  step: string
  fact: string
  value: string | number | boolean
}) {
  const intl = useIntl()
  const say = useSay()
  const fact = useFact(step, id)
  if (typeof value === 'boolean') return intl.formatMessage({ id: value ? 'law.yes' : 'law.no' })
  const word = fact?.type === 'choice' ? fact.options[String(value)] : undefined
  return word ? say(word) : String(value)
}

function Goals({ rows }: { rows: readonly Of<'goal'>[] }) {
  const intl = useIntl()
  return (
    <Questions
      about="goal"
      rows={rows}
      keyOf={({ goal }) => goal}
      asks={({ goal }) => <code>{goal}</code>}
      says={({ title, redLines, dueOn, is, sealed }) => (
        <>
          {title} <span className="chip">{intl.formatMessage({ id: `objective.is.${is}` })}</span>
          {dueOn === undefined ? null : (
            <span className="small quiet">
              {' '}
              {intl.formatMessage(
                { id: 'objective.by' },
                { day: intl.formatDate(dueOn, { dateStyle: 'long', timeZone: 'UTC' }) },
              )}
            </span>
          )}
          {redLines === undefined ? null : (
            <p className="small">
              {intl.formatMessage({ id: 'objective.not-beyond' }, { words: redLines })}
            </p>
          )}
          {sealed ? (
            <p className="small quiet">{intl.formatMessage({ id: 'objective.sealed' })}</p>
          ) : null}
        </>
      )}
    />
  )
}

function Timing({ rows }: { rows: readonly Of<'timing'>[] }) {
  const intl = useIntl()
  return (
    <Questions
      about="timing"
      rows={rows}
      keyOf={({ version }) => version}
      asks={({ kind, number }) =>
        intl.formatMessage(
          { id: 'give.on' },
          { step: intl.formatMessage({ id: `step.${kind}` }), number },
        )
      }
      says={({ says, at }) => (
        <>
          {intl.formatMessage({ id: `timing.${says}` })}
          {at === undefined ? null : (
            <>
              {' '}
              <Moment at={at} />
            </>
          )}
        </>
      )}
    />
  )
}

type Row<Cell> = {
  readonly differs: boolean
  readonly cells: Readonly<Record<PartyId, Cell>>
}
type QuestionsProps<Asked, Cell> = {
  readonly about: QuestionRow['about']
  readonly rows: readonly (Asked & Row<Cell>)[]
  readonly keyOf: (asked: Asked) => string
  readonly asks: (asked: Asked) => ReactNode
  readonly says: (cell: Cell, asked: Asked) => ReactNode
}

/** One kind of question as a table, question by nation; rows on which nations differ are marked in words. */
function Questions<Asked, Cell extends { readonly act: string }>({
  about,
  rows,
  keyOf,
  asks,
  says,
}: QuestionsProps<Asked, Cell>) {
  const intl = useIntl()
  const file = useCase()
  if (rows.length === 0) return null
  const id = `question-${about}`
  // The chair or an organisation may have asserted a fact: whoever said something has a column.
  const columns = file.view.charter.parties.filter(
    (party) => party.role === 'member' || rows.some(({ cells }) => party.id in cells),
  )
  return (
    <section className="differs" aria-labelledby={id}>
      <header className="row">
        <h2 id={id}>{intl.formatMessage({ id: `question.${about}` })}</h2>
        <span className="small quiet">
          {intl.formatMessage(
            { id: 'question.differ' },
            { count: rows.filter(({ differs }) => differs).length, all: rows.length },
          )}
        </span>
      </header>
      <div className="scroll">
        <table className="table question-map">
          <caption className="hidden">{intl.formatMessage({ id: `question.${about}` })}</caption>
          <thead>
            <tr>
              <th scope="col">{intl.formatMessage({ id: 'question.asks' })}</th>
              {columns.map(({ id: party, name }) => (
                <th key={party} scope="col">
                  <Plate party={party} name={name} us={party === file.us} />
                  <span className="name"> {name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)} className={row.differs ? 'differing' : undefined}>
                <th scope="row">
                  {asks(row)}{' '}
                  {row.differs ? (
                    <span className="chip">{intl.formatMessage({ id: 'question.differs' })}</span>
                  ) : null}
                </th>
                {columns.map(({ id: party }) => {
                  const cell = row.cells[party]
                  return (
                    <td key={party}>
                      {cell ? (
                        <>
                          {says(cell, row)} <ActRef id={cell.act} />
                        </>
                      ) : (
                        <span className="quiet">
                          {intl.formatMessage({ id: 'question.nothing' })}
                        </span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
