import type { Value, View } from '@entente/law'
import { caseAssessment, type ViewBasis } from './assessment.ts'
import type { Charter } from './charter.ts'
import type { Cut } from './cut.ts'
import type { ActId, PartyId } from './id.ts'
import type { MeasureState } from './ledger.ts'

/** Where the nations that assessed a measure come to different answers, and read the law otherwise. */
export type LawDivergence = {
  readonly step: string
  readonly version: ActId
  /** Nations whose assessment is on record; nobody else differs from anybody. */
  readonly assessed: readonly PartyId[]
  readonly awaited: readonly PartyId[]
  readonly bases: Readonly<Record<string, ViewBasis>>
  /** Of how many rules these rows are the ones on which answers differ or the law is disputed. */
  readonly rules: number
  readonly rows: readonly {
    readonly norm: string
    readonly cells: Readonly<Record<string, Value | 'not-asked'>>
  }[]
  /** Issues that two nations read in different ways; silence and the unread differ from nothing. */
  readonly readings: readonly {
    readonly issue: string
    readonly cells: Readonly<Record<string, string>>
  }[]
}

/** Nation by rule, and nation by reading, of one measure at a cut. */
export function lawDivergence(
  charter: Charter,
  cut: Cut,
  { step, version, nations }: MeasureState,
  published: readonly View[],
): LawDivergence {
  const parties = Object.keys(nations) as PartyId[]
  const assessed = parties.filter((party) => nations[party]?.assess !== undefined)
  const awaited = parties.filter((party) => nations[party]?.assess === undefined)
  const common = { step, version, assessed, awaited }
  const found = caseAssessment(charter, cut, { version, published })
  if (!found) return { ...common, bases: {}, rules: 0, rows: [], readings: [] }
  const { assessment, bases } = found
  const isAssessed = (code: string) => assessed.some((party) => party === code)
  const rows = assessment.rows.map(({ norm, cells }) => ({
    norm,
    cells: Object.fromEntries(
      cells
        .filter(({ nation }) => isAssessed(nation))
        .map(({ nation, finding }) => [nation, finding === 'not-asked' ? finding : finding.value]),
    ),
  }))
  const views = assessment.columns
    .filter(({ holder }) => isAssessed(holder.code))
    .map(({ view }) => view)
  return {
    ...common,
    bases,
    rules: rows.length,
    rows: rows.filter(({ cells }) => differs(Object.values(cells))),
    readings: readingsOf(views),
  }
}

/** A question that does not arise for some is no difference between those for whom it does. */
function differs(values: readonly (Value | 'not-asked')[]): boolean {
  const asked = new Set(values.filter((value) => value !== 'not-asked'))
  return asked.size > 1 || asked.has('disputed')
}

function readingsOf(views: readonly View[]): LawDivergence['readings'] {
  const issues = Object.keys(views[0]?.readings ?? {}) as (keyof View['readings'])[]
  return issues.flatMap((issue) => {
    const cells = views.map(({ holder, readings }) => [holder.code, readings[issue].value] as const)
    const said = new Set(
      cells.map(([, value]) => value).filter((value) => value !== 'unknown' && value !== 'silent'),
    )
    return said.size > 1 ? [{ issue, cells: Object.fromEntries(cells) }] : []
  })
}
