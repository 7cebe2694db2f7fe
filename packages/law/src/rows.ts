import { NORMS } from './countermeasure.ts'
import type { Finding } from './finding.ts'
import { flat, isAsked, type Trace } from './trace.ts'

/** Rule by nation; a rule that does not arise for a nation is `not-asked` there. */
export type Row = {
  readonly norm: string
  readonly cells: readonly { readonly nation: string; readonly finding: Finding | 'not-asked' }[]
}

type Cell = Row['cells'][number]

/** The traces of the nations, each with its code, in the order of the columns. */
export type Traces = readonly { readonly code: string; readonly trace: Trace }[]

/** In the order in which rules are asked; what lies under a part that is not asked is `not-asked` as well. */
export function rowsOf(traces: Traces): Row[] {
  const cells = traces.map(({ code, trace }) => ({
    code,
    byNorm: new Map(flat(trace).map((each) => [each.norm, each])),
  }))
  const norms = new Set(cells.flatMap(({ byNorm }) => [...byNorm.keys()]))
  return NORMS.filter(({ id }) => norms.has(id)).map(({ id: norm }) => ({
    norm,
    cells: cells.map(({ code, byNorm }) => cellOf(code, byNorm.get(norm))),
  }))
}

const cellOf = (nation: string, found: Trace | undefined): Cell => ({
  nation,
  finding: found && isAsked(found) ? found.finding : 'not-asked',
})

/** The same from the rows of earlier traces of the same nations: a row in which nothing moved is kept. */
export function rowsAfter(rows: readonly Row[], before: Traces, after: Traces): readonly Row[] {
  const moved = new Map<string, Map<number, Cell>>()
  for (const [at, { code, trace }] of after.entries()) {
    const was = before[at]
    if (!was || was.code !== code || !collectMoved(was.trace, trace, set)) return rowsOf(after)
    function set(each: Trace): void {
      const cells = moved.get(each.norm) ?? new Map<number, Cell>()
      moved.set(each.norm, cells.set(at, cellOf(code, each)))
    }
  }
  return rows.map((row) => {
    const cells = moved.get(row.norm)
    return cells ? { ...row, cells: row.cells.map((cell, at) => cells.get(at) ?? cell) } : row
  })
}

/** Tells of every norm whose trace is another; false where one is asked now and was not, or the reverse. */
function collectMoved(was: Trace, is: Trace, tell: (trace: Trace) => void): boolean {
  if (was === is) return true
  if (was.norm !== is.norm || isAsked(was) !== isAsked(is)) return false
  tell(is)
  return (
    !isAsked(was) ||
    !isAsked(is) ||
    is.parts.every((part, at) => collectMoved(was.parts[at]!, part, tell))
  )
}
