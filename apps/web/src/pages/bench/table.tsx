/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/no-interactive-element-to-noninteractive-role -- rows that are laid out as a grid lose what a table’s tags say: here it is said again */
import { useQueries } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { ObjectSummary } from '../../../../node/src/api.ts'
import { useKeys } from '../../frame/use-keys.ts'
import { useMedia } from '../../frame/use-media.ts'
import { Moment } from '../../marks/moment.tsx'
import { Plate } from '../../marks/plate.tsx'
import { Tlp } from '../../marks/tlp.tsx'
import { lineOf } from './line.ts'
import { PAGE, rowsQuery } from './queries.ts'

type Props = {
  readonly q: string
  readonly sort: string
  readonly total: number
  readonly peek: string | undefined
  readonly selected: ReadonlySet<string>
  readonly onSort: (sort: string) => void
  readonly onPeek: (id: string | undefined) => void
  readonly onSelect: (id: string) => void
}

const COLUMNS = [
  { id: 'type', sort: 'type' },
  { id: 'object', sort: 'label' },
  { id: 'marking', sort: 'tlp' },
  { id: 'from', sort: undefined },
  { id: 'seen', sort: 'seen' },
  { id: 'modified', sort: 'modified' },
  { id: 'state', sort: undefined },
] as const

/** A finger needs more than a pointer; a narrow window has the type under the name. */
const HIGH = '(max-width: 760px), (pointer: coarse)'
const SCREEN = 20

/** The objects found, however many: only the rows in sight are there, and only their pages are asked for. */
export function ObjectTable({ q, sort, total, peek, selected, ...on }: Props) {
  const intl = useIntl()
  const navigate = useNavigate()
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  /** The row that the keys have moved to, until it stands in the table and has the focus. */
  const movedTo = useRef<number>(undefined)
  const isHigh = useMedia(HIGH)
  const withCurrent = (range: Range) =>
    [...new Set([...defaultRangeExtractor(range), current])].toSorted((a, b) => a - b)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is never kept beyond a rendering
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isHigh ? 44 : 28),
    overscan: 10,
    rangeExtractor: withCurrent,
  })
  useEffect(() => rows.measure(), [rows, isHigh])
  const shown = rows.getVirtualItems()
  const objectAt = useRows({ q, sort, at: shown.map(({ index }) => index) })
  useEffect(() => {
    // The virtualizer may render once more before the row is there.
    if (movedTo.current !== current) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-at="${current}"]`)
    if (!row) return
    movedTo.current = undefined
    row.focus()
  })
  const move = (to: number) => {
    const next = Math.min(Math.max(to, 0), total - 1)
    movedTo.current = next
    setCurrent(next)
    rows.scrollToIndex(next)
    const object = objectAt(next)
    // What is looked at follows the row.
    if (peek !== undefined && object) on.onPeek(object.id)
  }
  const here = objectAt(current)
  const peekHere = () => here && on.onPeek(peek === here.id ? undefined : here.id)
  useKeys({
    j: () => move(current + 1),
    k: () => move(current - 1),
    x: () => here && on.onSelect(here.id),
  })
  const press = (event: KeyboardEvent) => {
    const act = {
      ArrowDown: () => move(current + 1),
      ArrowUp: () => move(current - 1),
      PageDown: () => move(current + SCREEN),
      PageUp: () => move(current - SCREEN),
      Home: () => move(0),
      End: () => move(total - 1),
      ' ': peekHere,
      Enter: () => here && void navigate({ to: '/objects/$id', params: { id: here.id } }),
      Escape: () => on.onPeek(undefined),
    }[event.key]
    // A box or a link in the row answers to its own keys.
    if (!act || (event.target as Element).closest('input, a, button')) return
    event.preventDefault()
    act()
  }
  return (
    <div className="scroller" ref={scroller}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its rows take the focus, one at a time */}
      <table
        className="table objects"
        role="grid"
        aria-rowcount={total + 1}
        aria-label={intl.formatMessage({ id: 'evidence.table' })}
        aria-multiselectable="true"
        onKeyDown={press}
      >
        <Head sort={sort} onSort={on.onSort} />
        <tbody role="rowgroup" style={{ height: rows.getTotalSize() }}>
          {shown.map(({ index, start, size }) => {
            const object = objectAt(index)
            return (
              <tr
                key={index}
                role="row"
                data-at={index}
                aria-rowindex={index + 2}
                aria-selected={object !== undefined && selected.has(object.id)}
                aria-current={object !== undefined && object.id === peek ? 'true' : undefined}
                tabIndex={index === current ? 0 : -1}
                style={{ transform: `translateY(${start}px)`, height: size }}
                onFocus={() => setCurrent(index)}
                onClick={(event) => {
                  setCurrent(index)
                  if (object && !(event.target as Element).closest('a, input, label'))
                    on.onPeek(object.id)
                }}
              >
                {object ? (
                  <Cells
                    object={object}
                    chosen={selected.has(object.id)}
                    onSelect={() => on.onSelect(object.id)}
                  />
                ) : (
                  <td role="gridcell" className="quiet waiting">
                    {intl.formatMessage({ id: 'load.node' })}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The objects at some places, as far as they are here; their pages are asked for. */
function useRows({ q, sort, at }: { q: string; sort: string; at: readonly number[] }) {
  const pages = [...new Set(at.map((index) => Math.floor(index / PAGE)))]
  const found = useQueries({ queries: pages.map((page) => rowsQuery(q, sort, page)) })
  return (index: number): ObjectSummary | undefined => {
    const page = pages.indexOf(Math.floor(index / PAGE))
    return found[page]?.data?.[index % PAGE]
  }
}

function Head({ sort, onSort }: { sort: string; onSort: (sort: string) => void }) {
  const intl = useIntl()
  const [by, down] = sort.startsWith('-') ? [sort.slice(1), true] : [sort, false]
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        <th role="columnheader" scope="col" className="c-box">
          <span className="hidden">{intl.formatMessage({ id: 'bench.column.select' })}</span>
        </th>
        {COLUMNS.map((column) => (
          <th
            key={column.id}
            role="columnheader"
            scope="col"
            className={`c-${column.id}`}
            aria-sort={
              column.sort === undefined || column.sort !== by
                ? undefined
                : down
                  ? 'descending'
                  : 'ascending'
            }
          >
            {column.sort === undefined ? (
              intl.formatMessage({ id: `bench.column.${column.id}` })
            ) : (
              <button
                type="button"
                onClick={() => onSort(nextSort(column.sort, by, down))}
                className="sort"
              >
                {intl.formatMessage({ id: `bench.column.${column.id}` })}
                <span aria-hidden="true">{column.sort === by ? (down ? ' ↓' : ' ↑') : ''}</span>
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Times begin with the newest, words with the first; then turned round; then as it was. */
function nextSort(column: string, by: string, down: boolean): string {
  const first = column === 'seen' || column === 'modified'
  if (column !== by) return first ? `-${column}` : column
  return down === first ? (first ? column : `-${column}`) : ''
}

type CellsProps = {
  readonly object: ObjectSummary
  readonly chosen: boolean
  readonly onSelect: () => void
}

function Cells({ object, chosen, onSelect }: CellsProps) {
  const intl = useIntl()
  const name = lineOf(object, intl)
  const cell = (id: string, content: ReactNode) => (
    <td role="gridcell" className={`c-${id}`}>
      {content}
    </td>
  )
  return (
    <>
      {cell(
        'box',
        <input
          type="checkbox"
          tabIndex={-1}
          checked={chosen}
          onChange={onSelect}
          aria-label={intl.formatMessage({ id: 'bench.select' }, { name })}
        />,
      )}
      {cell('type', <span lang="en">{object.type}</span>)}
      <th role="rowheader" scope="row" className="c-object">
        <Link tabIndex={-1} to="/objects/$id" params={{ id: object.id }} lang="en" title={name}>
          {name}
        </Link>
        <span className="narrow quiet" lang="en">
          {object.type}
        </span>
      </th>
      {cell('marking', object.tlp ? <Tlp tlp={object.tlp} /> : <span className="quiet">–</span>)}
      {cell(
        'from',
        object.from ? (
          <Plate party={object.from} name={object.from} />
        ) : (
          <span className="quiet" lang="en" title={object.source}>
            {object.source}
          </span>
        ),
      )}
      {cell('seen', <Moment at={object.addedAt} />)}
      {cell(
        'modified',
        object.modified === undefined ? (
          <span className="quiet">–</span>
        ) : (
          <Moment at={object.modified} />
        ),
      )}
      {cell('state', <States object={object} />)}
    </>
  )
}

function States({ object }: { object: ObjectSummary }) {
  const intl = useIntl()
  const states = [
    ...(object.conflicts > 0 ? (['conflict'] as const) : []),
    ...(object.revoked ? (['revoked'] as const) : []),
    ...(object.deprecated ? (['deprecated'] as const) : []),
  ]
  return states.map((state) => (
    <span key={state} className={state === 'conflict' ? 'chip clash' : 'chip'}>
      {intl.formatMessage({ id: `bench.is.${state}` })}
    </span>
  ))
}
