import type { CharterId, PartyId } from '@entente/accord'
import type { CaseFile, CaseFiles } from '../federation/index.ts'
import { reportingLine } from '../parties/reporting-line.ts'
import type { LineView } from './api.ts'
import { IncidentsError } from './error.ts'

/** A reporting line with the case file that it is. */
export type Line = {
  readonly file: CaseFile
  readonly side: 'operator' | 'authority'
  readonly operator: LineView['operator']
  readonly authority: LineView['authority']
}

/** The reporting lines among a node's cases. */
export function linesOf({ list, party }: Pick<CaseFiles, 'list' | 'party'>): readonly Line[] {
  return list().flatMap((file): readonly Line[] => {
    const ends = reportingLine(file.charter)
    if (!ends) return []
    const named = ({ id, name }: { id: PartyId; name: string }) => ({ id, name })
    return [
      {
        file,
        side: ends.operator.id === party ? 'operator' : 'authority',
        operator: named(ends.operator),
        authority: named(ends.authority),
      },
    ]
  })
}

/** The line with this id, or the only one on this side where none is named. */
export function lineOf(
  lines: readonly Line[],
  side: Line['side'],
  id: CharterId | undefined,
): Line {
  const own = lines.filter((line) => line.side === side)
  const found = id === undefined ? own : own.filter(({ file }) => file.charter.id === id)
  const [line] = found
  if (line && found.length === 1) return line
  throw new IncidentsError(
    'line.unknown',
    `expected a reporting line on which this node is the ${side}, got ${id ?? `${found.length} of them`}`,
  )
}
