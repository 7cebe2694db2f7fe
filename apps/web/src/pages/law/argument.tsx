import { Link, useSearch } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { AssessmentView, RowView } from '../../../../node/src/api.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Finding } from '../../marks/finding.tsx'
import { useCase } from '../case/case-context.ts'

type Props = { readonly view: AssessmentView; readonly nation: string }

/** What the answer for one nation was argued from, as a tree; the table of rules says the same. */
export function Argument({ view, nation }: Props) {
  const intl = useIntl()
  const [root] = view.rows
  const name = view.nations.find(({ code }) => code === nation)?.name
  if (!root || name === undefined) return null
  return (
    <section className="argument" aria-labelledby="argument">
      <h3 id="argument">{intl.formatMessage({ id: 'law.argument' }, { name })}</h3>
      <p className="small quiet">{intl.formatMessage({ id: 'law.argument.note' })}</p>
      <ul className="tree">
        <Branch view={view} nation={nation} row={root} />
      </ul>
    </section>
  )
}

function Branch({ view, nation, row }: Props & { row: RowView }) {
  const say = useSay()
  const parts = view.rows.filter(({ parent }) => parent === row.norm)
  const value = row.cells.find((cell) => cell.nation === nation)?.value ?? 'not-asked'
  if (parts.length === 0)
    return (
      <li>
        <Leaf nation={nation} row={row} />
      </li>
    )
  return (
    <li>
      <details open={row.depth < 1}>
        <summary>
          <Finding value={value} small /> {say(row.question)}
        </summary>
        <ul>
          {parts.map((part) => (
            <Branch key={part.norm} view={view} nation={nation} row={part} />
          ))}
        </ul>
      </details>
    </li>
  )
}

function Leaf({ nation, row }: { nation: string; row: RowView }) {
  const intl = useIntl()
  const say = useSay()
  const file = useCase()
  const search = useSearch({ from: '/cases/$id/law' })
  const cell = row.cells.find((each) => each.nation === nation)
  const { premise } = row.argued
  return (
    <>
      <Finding value={cell?.value ?? 'not-asked'} small />{' '}
      <Link
        to="/cases/$id/law"
        params={{ id: file.view.id }}
        search={{ ...search, rule: row.norm, nation }}
        hash="explain"
        resetScroll={false}
        preload={false}
      >
        {say(row.question)}
      </Link>{' '}
      <span className="small quiet">
        {premise === 'ordinary' ? null : intl.formatMessage({ id: `law.premise.${premise}` })}{' '}
        {cell?.because ? say(cell.because) : null}
      </span>
    </>
  )
}
