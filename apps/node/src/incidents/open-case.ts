import { canonical, type Act, type CharterId, type PartyId } from '@entente/accord'
import type { Filed, Opened } from '../api.ts'
import type { CaseFile } from '../federation/index.ts'
import type { IntelligenceStore } from '../intelligence/index.ts'
import type { OpenedFromReport } from './api.ts'
import { IncidentsError } from './error.ts'
import type { Line } from './lines.ts'
import type { ReportStore } from './store.ts'
import { reportsOf } from './submitted.ts'

type Evidence = Extract<Act, { kind: 'evidence' }>

export type OpenFromReport = {
  readonly store: ReportStore
  readonly objects: Pick<IntelligenceStore, 'versions'>
  readonly party: PartyId
  readonly now: () => string
  readonly fileOf: (id: CharterId) => CaseFile
  /** Opens the case on the person's order. */
  readonly open: () => Promise<Opened>
  /** Signs exactly this text for the person's authority and files it. */
  readonly sign: (file: CaseFile, payload: string) => Promise<Filed>
}

/** What the person says besides: the title and the grade of the evidence. */
type Said = { readonly incident: string; readonly title: string; readonly grade: Evidence['grade'] }

/**
 * Opens a case from an operator's report, or goes on with one that was opened without its evidence. What goes into it is what the operator named in its
 * reports: indicators by their ids, as this node holds them itself. Neither the operator's name nor its words
 * go along, and of its inventory this node knows nothing.
 */
export async function openFromReport(
  line: Line,
  { incident, title, grade }: Said,
  context: OpenFromReport,
): Promise<OpenedFromReport> {
  const { store, party, open, fileOf } = context
  const of = { line: line.file.charter.id, incident }
  const reports = (await reportsOf(line.file, line.operator.id)).filter(
    ({ act }) => act.incident === incident,
  )
  if (reports.length === 0)
    throw new IncidentsError(
      'incident.unknown',
      `expected an incident reported on this line, got ${incident.slice(0, 80)}`,
    )
  const named = [...new Set(reports.flatMap(({ act }) => act.indicators ?? []))]
  const { objects, notHeld } = await heldOf(named, context)
  const before = (await store.openedCases()).find(
    (one) => one.line === of.line && one.incident === incident,
  )
  if (before && (objects.length === 0 || hasEvidence(fileOf(before.opened), party)))
    throw new IncidentsError(
      'incident.opened',
      `expected an incident from which no case was opened, got one with the case ${before.opened}`,
    )
  // A case that was opened and whose evidence was not signed then is gone on with.
  const opened = before ? openedAs(fileOf(before.opened)) : await open()
  if (!before) await store.addOpened({ ...of, opened: opened.id })
  const answer = { case: opened.id, title: opened.title, parties: opened.parties, notHeld }
  if (objects.length === 0) return answer
  const filed = await context.sign(
    fileOf(opened.id),
    canonical({
      v: 1,
      charter: opened.id,
      party,
      kind: 'evidence',
      claimedAt: context.now(),
      title,
      objects,
      grade,
      custodian: party,
    }),
  )
  return { ...answer, evidence: filed.id }
}

const openedAs = ({ charter }: CaseFile): Opened => ({
  id: charter.id,
  title: charter.title,
  parties: charter.parties.map(({ id }) => id),
})

const hasEvidence = (file: CaseFile, party: PartyId): boolean =>
  file.logged(party).some(({ act, void: voided }) => act?.kind === 'evidence' && !voided)

const MOST_OBJECTS = 256

/** The newest version of each, where one content of it is held: which of two is meant nobody can say. */
async function heldOf(
  ids: readonly string[],
  { objects }: Pick<OpenFromReport, 'objects'>,
): Promise<{ readonly objects: Evidence['objects']; readonly notHeld: readonly string[] }> {
  const byId = Map.groupBy(await objects.versions(ids), ({ id }) => id)
  const held: Evidence['objects'] = []
  const notHeld: string[] = []
  for (const id of ids) {
    const versions = byId.get(id) ?? []
    const newest = versions.at(-1)
    const isOne = versions.filter(({ version }) => version === newest?.version).length === 1
    if (!newest || !isOne || held.length >= MOST_OBJECTS) notHeld.push(id)
    else {
      const { modified, sha256 } = newest
      held.push({ id, sha256, ...(modified === undefined ? {} : { modified }) })
    }
  }
  return { objects: held, notHeld }
}
