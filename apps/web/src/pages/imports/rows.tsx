/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/no-interactive-element-to-noninteractive-role -- a table whose rows are walked by keys is a grid, and says so */
import { useRef, useState, type KeyboardEvent } from 'react'
import { useIntl } from 'react-intl'
import type { ImportObject } from '../../../../node/src/api.ts'
import { Moment } from '../../marks/moment.tsx'
import { Tlp } from '../../marks/tlp.tsx'

type Props = {
  readonly rows: readonly ImportObject[]
  readonly peek: number | undefined
  readonly onPeek: (place: number | undefined) => void
}

const COLUMNS = ['fate', 'type', 'object', 'marking', 'modified'] as const

/** Objects of an import, walked by the arrow keys; Space looks at one beside what is held. */
export function ImportRows({ rows, peek, onPeek }: Props) {
  const intl = useIntl()
  const body = useRef<HTMLTableSectionElement>(null)
  const [current, setCurrent] = useState(0)
  const move = (to: number) => {
    const next = Math.min(Math.max(to, 0), rows.length - 1)
    setCurrent(next)
    body.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus()
    // What is looked at follows the row.
    if (peek !== undefined) onPeek(rows[next]?.n)
  }
  const look = (at: number) => onPeek(peek === rows[at]?.n ? undefined : rows[at]?.n)
  const press = (event: KeyboardEvent) => {
    const act = {
      ArrowDown: () => move(current + 1),
      ArrowUp: () => move(current - 1),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      ' ': () => look(current),
      Enter: () => look(current),
      Escape: () => onPeek(undefined),
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <div className="scroll-x">
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its rows take the focus, one at a time */}
      <table
        className="table walked"
        role="grid"
        aria-label={intl.formatMessage({ id: 'imports.objects' })}
        onKeyDown={press}
      >
        <thead>
          <tr>
            {COLUMNS.map((id) => (
              <th key={id} scope="col" className={`c-${id}`}>
                {intl.formatMessage({ id: `imports.column.${id}` })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, at) => (
            <tr
              key={row.n}
              role="row"
              data-at={at}
              tabIndex={at === current ? 0 : -1}
              aria-selected={row.n === peek}
              onFocus={() => setCurrent(at)}
              onClick={() => look(at)}
            >
              <Cells row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cells({
  row: { fate, type, name, id, tlp, modified, loosens, recalled },
}: {
  row: ImportObject
}) {
  const intl = useIntl()
  return (
    <>
      <td role="gridcell">
        <span className={fate === 'conflict' ? 'chip clash' : 'chip'}>
          {intl.formatMessage({ id: `imports.fate.${fate}` })}
        </span>
      </td>
      <td role="gridcell" className="c-type" lang="en">
        {type ?? '–'}
      </td>
      <td role="gridcell" className="c-object" lang="en">
        {name ?? id ?? intl.formatMessage({ id: 'bench.import.no-id' })}
      </td>
      <td role="gridcell" className="c-marking">
        {tlp ? <Tlp tlp={tlp} /> : intl.formatMessage({ id: 'imports.marked.none' })}
        {loosens ? (
          <span className="chip clash">{intl.formatMessage({ id: 'imports.loosens' })}</span>
        ) : null}
        {recalled ? (
          <span
            className="chip clash"
            title={intl.formatMessage({ id: 'recalls.again.why' }, recalled)}
          >
            {intl.formatMessage({ id: 'recalls.again' })}
            <span className="hidden">
              {' '}
              {intl.formatMessage({ id: 'recalls.again.why' }, recalled)}
            </span>
          </span>
        ) : null}
      </td>
      <td role="gridcell" className="c-modified">
        {modified === undefined ? '–' : <Moment at={modified} />}
      </td>
    </>
  )
}
