import { Link, useSearch } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { AssessmentView, ColumnView, RowView } from '../../../../node/src/api.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Finding, findingWord } from '../../marks/finding.tsx'
import { sayDay } from '../../marks/day.tsx'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'

type Chosen = { readonly rule: string; readonly nation: string }
type Props = { readonly view: AssessmentView; readonly chosen: Chosen }

/** Rule by nation. Agreement is quiet; what can still change a result is tinted, and says so in words. */
export function Matrix({ view, chosen }: Props) {
  const intl = useIntl()
  const { rows: show } = useSearch({ from: '/cases/$id/law' })
  const [root, ...rest] = view.rows
  const groups = groupsOf(rest, show === 'open')
  return (
    <div className="matrix">
      <div className="row matrix-head">
        <h3 id="matrix">{intl.formatMessage({ id: 'law.matrix' })}</h3>
        <RowChoice all={view.rows.length} shown={groups.flatMap((group) => group).length + 1} />
      </div>
      <section
        className="scroll"
        aria-label={intl.formatMessage({ id: 'law.matrix' })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="table law">
          <caption className="hidden">
            {intl.formatMessage({ id: 'law.caption' }, { title: view.title })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{intl.formatMessage({ id: 'law.rule' })}</th>
              {view.nations.map((nation) => (
                <NationHead key={nation.code} nation={nation} />
              ))}
            </tr>
          </thead>
          {root ? <Conclusion root={root} view={view} chosen={chosen} /> : null}
          {groups.map((group) => (
            <tbody key={group[0]?.norm}>
              {group.map((row) => (
                <Rule key={row.norm} row={row} chosen={chosen} />
              ))}
            </tbody>
          ))}
        </table>
      </section>
      <Key />
    </div>
  )
}

/** One group for each rule that the conclusion is put together from, with all that it is made of. */
function groupsOf(rows: readonly RowView[], onlyOpen: boolean): readonly (readonly RowView[])[] {
  const groups: RowView[][] = []
  for (const row of rows) {
    if (row.depth <= 1 || groups.length === 0) groups.push([row])
    else groups.at(-1)!.push(row)
  }
  if (!onlyOpen) return groups
  return groups
    .map((group) => group.filter(({ cells }) => isOpen(cells)))
    .filter((group) => group.length > 0)
}

/** Whether nations answer differently, or one of them has no settled answer. */
const isOpen = (cells: RowView['cells']): boolean => {
  const asked = new Set(cells.map(({ value }) => value).filter((value) => value !== 'not-asked'))
  return asked.size > 1 || asked.has('disputed') || asked.has('unknown')
}

function RowChoice({ all, shown }: { all: number; shown: number }) {
  const intl = useIntl()
  const { view } = useCase()
  const { rows, ...search } = useSearch({ from: '/cases/$id/law' })
  const to = { to: '/cases/$id/law', params: { id: view.id }, resetScroll: false } as const
  return (
    <nav className="segment push" aria-label={intl.formatMessage({ id: 'law.rows' })}>
      <Link {...to} search={search} aria-current={rows === 'open' ? undefined : 'true'}>
        {intl.formatMessage({ id: 'law.rows.all' }, { count: all })}
      </Link>
      <Link
        {...to}
        search={{ ...search, rows: 'open' }}
        aria-current={rows === 'open' ? 'true' : undefined}
      >
        {rows === 'open'
          ? intl.formatMessage({ id: 'law.rows.open.count' }, { count: shown })
          : intl.formatMessage({ id: 'law.rows.open' })}
      </Link>
    </nav>
  )
}

function NationHead({ nation: { code, name, basis, viewOn } }: { nation: ColumnView }) {
  const intl = useIntl()
  const file = useCase()
  return (
    <th scope="col">
      <span className="nat">
        <Plate party={code} name={name} us={code === file.us} />{' '}
        <span className="name">{name}</span>
      </span>
      <small>
        {intl.formatMessage(
          { id: `law.basis.${basis}` },
          { on: viewOn ? sayDay(intl.formatDate, viewOn) : '' },
        )}
      </small>
    </th>
  )
}

function Conclusion({ root, view, chosen }: Props & { root: RowView }) {
  const intl = useIntl()
  return (
    <tbody className="result">
      <tr>
        <th scope="row">
          {intl.formatMessage({ id: 'law.conclusion' })}
          <small>{intl.formatMessage({ id: 'law.conclusion.note' })}</small>
        </th>
        {view.nations.map(({ code, name, conclusion }) => (
          <td key={code} className={`r-${conclusion.value} ${isChosen(chosen, root, code)}`}>
            <CellLink rule={root.norm} nation={code}>
              <Finding value={conclusion.value} small />
              <span className="said">
                <b aria-hidden="true">
                  {intl.formatMessage({ id: findingWord(conclusion.value) })}
                </b>
                <small>{intl.formatMessage({ id: 'law.under' }, { name })}</small>
                {conclusion.asks.length > 0 ? (
                  <small>
                    {intl.formatMessage({ id: 'law.missing' }, { count: conclusion.asks.length })}
                  </small>
                ) : null}
                {conclusion.disputedBy.length > 0 ? (
                  <small>
                    {intl.formatMessage(
                      { id: 'law.disputed-by' },
                      { count: conclusion.disputedBy.length },
                    )}
                  </small>
                ) : null}
              </span>
            </CellLink>
          </td>
        ))}
      </tr>
    </tbody>
  )
}

function Rule({ row, chosen }: { row: RowView; chosen: Chosen }) {
  const say = useSay()
  return (
    <tr className={row.depth <= 1 ? 'group' : undefined}>
      <th scope="row" className={`depth-${Math.min(row.depth, 5)}`}>
        {say(row.question)}
        <small>{say(row.citation)}</small>
      </th>
      {row.cells.map(({ nation, value }) => (
        <td key={nation} className={`k-${value} ${isChosen(chosen, row, nation)}`}>
          <CellLink rule={row.norm} nation={nation}>
            <Finding value={value} />
          </CellLink>
        </td>
      ))}
    </tr>
  )
}

const isChosen = (chosen: Chosen, { norm }: RowView, nation: string) =>
  chosen.rule === norm && chosen.nation === nation ? 'chosen' : ''

/** Leads to why: the same page with this cell explained. */
function CellLink({
  rule,
  nation,
  children,
}: {
  rule: string
  nation: string
  children: React.ReactNode
}) {
  const { view } = useCase()
  const search = useSearch({ from: '/cases/$id/law' })
  return (
    <Link
      to="/cases/$id/law"
      params={{ id: view.id }}
      search={{ ...search, rule, nation }}
      hash="explain"
      resetScroll={false}
      preload={false}
    >
      {children}
    </Link>
  )
}

const ANSWERS = ['satisfied', 'disputed', 'unknown', 'not-satisfied', 'not-asked'] as const

function Key() {
  const intl = useIntl()
  return (
    <ul className="key" aria-label={intl.formatMessage({ id: 'law.key' })}>
      {ANSWERS.map((value) => (
        <li key={value}>
          <Finding value={value} />
        </li>
      ))}
    </ul>
  )
}
