import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ClauseCell, ClauseRow, ClauseWord, TextDivergence } from '@entente/accord'
import { ActRef } from '../../marks/act-ref.tsx'
import { ClauseMark } from '../../marks/clause-mark.tsx'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'
import { Unites } from './unites.tsx'
import { Wording } from './wording.tsx'

type Props = { readonly text: TextDivergence; readonly inWords: boolean }

/** Nation by clause of one text. */
export function TextDiffers({ text, inWords }: Props) {
  const intl = useIntl()
  const file = useCase()
  const named = text.clauses.filter(isNamed).length
  const id = `text-${text.step}`
  return (
    <section className="differs" aria-labelledby={id}>
      <header className="row">
        <h2 id={id}>
          <Link to="/cases/$id" params={{ id: file.view.id }} search={{ step: text.step }}>
            {intl.formatMessage(
              { id: 'give.on' },
              {
                step: intl.formatMessage({ id: `step.${text.kind}` }),
                number: text.number,
              },
            )}
          </Link>
        </h2>
        <span className="small quiet">
          {intl.formatMessage(
            { id: 'divergence.clauses' },
            { count: named, all: text.clauses.length },
          )}
        </span>
      </header>
      <Unites text={text} />
      {inWords ? <InWords text={text} /> : <Map text={text} />}
      {text.words.length > 0 ? (
        <>
          <WholeWords text={text} />
          <Wording words={text.words} />
        </>
      ) : null}
    </section>
  )
}

/** How nations understand the text as a whole: on a term, that is how they read it. */
function WholeWords({ text }: { text: TextDivergence }) {
  const intl = useIntl()
  const file = useCase()
  return (
    <>
      <h3>{intl.formatMessage({ id: 'divergence.words' })}</h3>
      <ul className="words-list readings-list">
        {text.words.map(({ member, act, axis, text: words }) => (
          <li key={`${act} ${axis ?? ''} ${words}`}>
            <p>
              <Plate party={member} name={file.nameOf(member)} us={member === file.us} />{' '}
              {file.nameOf(member)}{' '}
              <span className="small quiet">
                {intl.formatMessage({
                  id: axis === undefined ? 'divergence.statement' : `divergence.reads.${axis}`,
                })}
              </span>{' '}
              <ActRef id={act} />
            </p>
            <blockquote className="treaty">“{words}”</blockquote>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Words that are about this very clause, not about the text as a whole. */
const NAMING: ReadonlySet<ClauseWord> = new Set(['excepts', 'reserves', 'amends', 'objects'])

const isNamed = ({ cells }: ClauseRow): boolean =>
  Object.values(cells).some(({ says, whole }) => NAMING.has(says) && !whole)

/** The picture: a mark for each nation on each clause. Its twin in words says the same. */
function Map({ text }: { text: TextDivergence }) {
  const intl = useIntl()
  const file = useCase()
  const said = new Set(
    text.clauses.flatMap(({ cells }) => Object.values(cells).map(({ says }) => says)),
  )
  return (
    <>
      <div className="scroll">
        <table className="table clause-map">
          <caption className="hidden">{intl.formatMessage({ id: 'divergence.map' })}</caption>
          <thead>
            <tr>
              <th scope="col">{intl.formatMessage({ id: 'text.clause' })}</th>
              {file.members.map(({ id, name }) => (
                <th key={id} scope="col" className="c">
                  <Plate party={id} name={name} us={id === file.us} />
                  <span className="name"> {name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {text.clauses.map((row) => (
              <tr key={row.clause} className={isNamed(row) ? 'differing' : undefined}>
                <th scope="row">
                  <ClauseName row={row} lang={file.textOf(text.version)?.lang} />
                </th>
                {file.members.map(({ id }) => {
                  const cell = row.cells[id]
                  return (
                    <td key={id} className="c">
                      {cell ? <ClauseMark says={cell.says} /> : null}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Key said={said} />
    </>
  )
}

function ClauseName({ row, lang }: { row: ClauseRow; lang: string | undefined }) {
  const intl = useIntl()
  return (
    <>
      <span className="no">{row.clause}</span>{' '}
      {row.text === undefined ? (
        <span className="quiet">{intl.formatMessage({ id: 'divergence.added' })}</span>
      ) : (
        <span className="clause-text" lang={lang}>
          {row.text}
        </span>
      )}
    </>
  )
}

function Key({ said }: { said: ReadonlySet<ClauseWord> }) {
  const intl = useIntl()
  return (
    <ul className="legend-row" aria-label={intl.formatMessage({ id: 'law.key' })}>
      {[...said].map((says) => (
        <li key={says}>
          <ClauseMark says={says} />{' '}
          <span aria-hidden="true">{intl.formatMessage({ id: `clause.${says}` })}</span>
        </li>
      ))}
    </ul>
  )
}

/** The twin: who says what of which clause, in words, with the act that says so. */
function InWords({ text }: { text: TextDivergence }) {
  const intl = useIntl()
  const file = useCase()
  return (
    <ul className="words-list">
      {text.clauses.map((row) => (
        <li key={row.clause}>
          <h3>
            <ClauseName row={row} lang={file.textOf(text.version)?.lang} />
          </h3>
          <table className="table">
            <caption className="hidden">
              {intl.formatMessage({ id: 'give.clause.one' }, { clause: row.clause })}
            </caption>
            <thead className="hidden">
              <tr>
                <th scope="col">{intl.formatMessage({ id: 'board.nation' })}</th>
                <th scope="col">{intl.formatMessage({ id: 'divergence.says' })}</th>
              </tr>
            </thead>
            <tbody>
              {file.members.map(({ id, name }) => {
                const cell = row.cells[id]
                return cell ? (
                  <tr key={id}>
                    <th scope="row">
                      <Plate party={id} name={name} us={id === file.us} /> {name}
                    </th>
                    <td>
                      <Said cell={cell} />
                    </td>
                  </tr>
                ) : null
              })}
            </tbody>
          </table>
        </li>
      ))}
    </ul>
  )
}

function Said({ cell: { says, whole, because, proposes, act } }: { cell: ClauseCell }) {
  const intl = useIntl()
  return (
    <>
      {intl.formatMessage({ id: `clause.${says}` })}
      {whole ? ` (${intl.formatMessage({ id: 'divergence.whole' })})` : null}{' '}
      {act ? <ActRef id={act} /> : null}
      {because?.map((words) => (
        <blockquote key={words} className="treaty">
          “{words}”
        </blockquote>
      ))}
      {proposes === undefined ? null : (
        <p className="small">
          {intl.formatMessage({ id: 'divergence.would-have' })} <q className="treaty">{proposes}</q>
        </p>
      )}
    </>
  )
}
