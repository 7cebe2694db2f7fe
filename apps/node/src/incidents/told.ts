import type { CaseFiles } from '../federation/index.ts'
import type { IncidentItem } from './api.ts'
import { linesOf } from './lines.ts'

const KINDS = ['sighting', 'self-assessment'] as const

/** What operators told this authority beside their reports, and it has not acknowledged: line by line. */
export function toldItems(caseFiles: Pick<CaseFiles, 'list' | 'party'>): readonly IncidentItem[] {
  return linesOf(caseFiles).flatMap(({ file, side, operator, authority }) => {
    if (side !== 'authority') return []
    const received = new Set(
      file
        .logged(authority.id)
        .flatMap(({ act, void: voided }) => (act?.kind === 'receipt' && !voided ? [act.of] : [])),
    )
    return KINDS.flatMap((what): IncidentItem[] => {
      const open = file
        .logged(operator.id)
        .filter(({ id, act, void: voided }) => act?.kind === what && !voided && !received.has(id))
      const of = { line: file.charter.id, operator: operator.name, count: open.length }
      return open.length === 0 ? [] : [{ does: 'look-at-told', what, ...of }]
    })
  })
}
