import { readFileSync } from 'node:fs'
import type { CharterId } from '@entente/accord'
import type {
  AssetsTaken,
  AssetsView,
  CaseEvidence,
  IncidentsView,
  MatchesView,
  OpenedFromReport,
  ReportDraftView,
  ReportPreview,
} from '../api.ts'
import { crypto } from '../platform/crypto.ts'
import { leaving, namesEvidence, objectsOf, putEvidence, takeIn } from './evidence.ts'
import type { Operator, OperatorCast } from './operators.ts'
import { until, type PersonClient } from './person.ts'
import type { Cast, People, Tell } from './play.ts'
import type { Reported } from './texts.ts'

/** Who is there before there is a case. */
export type Beginning = {
  readonly people: People
  readonly operators: readonly OperatorCast[]
  readonly root: CharterId
}

/**
 * Plays from the intelligence to the case: it is shared under its labels, meets the assets of two
 * operators at home, both warn their authorities, and one of these opens a case from what was
 * reported. What is done already is not done again.
 */
export async function begin({ people, operators, root }: Beginning, tell: Tell): Promise<Cast> {
  await share(people.alder, root, tell)
  await Promise.all(operators.map((one) => warned(one, root, tell)))
  const id = await opened(people, operators, tell)
  for (const person of Object.values(people))
    await until(`${person.name}’s node to know the case`, () => ifKnown(person.view(id)))
  return { ...people, case: id, reported: await Promise.all(operators.map(reported)) }
}

/** Step 1: Alder takes the intelligence in and puts before the coalition what may go to all of it. */
async function share(alder: PersonClient, root: CharterId, tell: Tell): Promise<void> {
  if (namesEvidence(await alder.view(root), alder.party)) return
  const { objects } = await takeIn(alder)
  tell(`Alder takes in the intelligence: ${objects} STIX 2.1 objects, read and checked.`)
  const ids = await objectsOf(alder)
  const may = await leaving(alder, ids, `case:${root}`)
  await putEvidence(alder, root, may, 'Warning to all: wiper against satellite terminals')
  tell(
    `Alder shares ${may.length} of ${ids.length} objects with the coalition, each as its TLP label lets it go.`,
  )
}

/** Step 2, at one operator and its authority. */
async function warned(cast: OperatorCast, root: CharterId, tell: Tell): Promise<void> {
  const { operator, officer, csirt, line } = cast
  const isNew = await inventory(cast, tell)
  await handOn(cast, root, tell)
  const incident = () => incidentOn(officer, line)
  const isWarned = (await incident()) !== undefined
  if (isNew || !isWarned) {
    const seen = await matched(cast)
    const columns = new Set(seen.matches.flatMap(({ why }) => why.map(({ column }) => column)))
    tell(
      `${operator.name} finds ${seen.assets} of its assets touched, by ${[...columns].toSorted().join(', ') || 'nothing'}; no byte of the inventory leaves.`,
    )
    if (!isWarned) await warn(cast, seen, tell)
  }
  const report = await until(
    `${operator.nation}’s node to have the warning`,
    async () => (await incidentOn(csirt, line))?.reports[0],
  )
  if (report.receipt) return
  const receipt = { line, of: report.act, remarks: operator.advice }
  await csirt.post('/api/v1/incidents/receipts', receipt)
  await until(
    `${operator.name} to have the receipt`,
    async () => (await incident())?.reports[0]?.receipt,
  )
  tell(`${operator.nation}’s CSIRT acknowledges ${operator.name}’s warning, with first advice.`)
}

const incidentOn = async (person: PersonClient, line: CharterId) =>
  (await person.ask<IncidentsView>('/api/v1/incidents')).incidents.find((one) => one.line === line)

/** Takes the inventory in where it is not the one that is held; whether it was. */
async function inventory({ operator, officer, assets }: OperatorCast, tell: Tell) {
  const bytes = readFileSync(assets)
  const { file } = await officer.ask<AssetsView>('/api/v1/assets?limit=1')
  if (file?.sha256 === Buffer.from(crypto.sha256(bytes)).toString('hex')) return false
  const taken = await officer.ask<AssetsTaken>('/api/v1/assets?name=assets.csv', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: bytes,
  })
  tell(
    `${operator.name} takes in its inventory, ${taken.assets} assets, from ${assets} (edit it, and start again).`,
  )
  return true
}

/** The authority names on the reporting line what it holds of the intelligence and may hand on. */
async function handOn(cast: OperatorCast, root: CharterId, tell: Tell): Promise<void> {
  const { operator, officer, csirt, line } = cast
  if (!namesEvidence(await csirt.view(line), csirt.party)) {
    const shared = await held(csirt, root)
    const may = await leaving(csirt, shared, `case:${line}/${operator.id}`)
    await putEvidence(
      csirt,
      line,
      may,
      'Search your systems for this: wiper against satellite terminals',
    )
    tell(
      `${operator.nation}’s CSIRT hands ${may.length} of ${shared.length} objects on to ${operator.name}, which is as far as their labels go.`,
    )
  }
  await held(officer, line)
}

/** Waits until this person's node has what a case names, and says which objects these are. */
const held = (person: PersonClient, id: CharterId) =>
  until(`${person.name}’s node to have the evidence`, async () => {
    const { objects } = await person.ask<CaseEvidence>(`/api/v1/cases/${id}/evidence`)
    const here = objects.every((one) => one.held || one.refusal !== undefined)
    const ids = objects.filter((one) => one.held).map((one) => one.id)
    return here && ids.length > 0 ? [...new Set(ids)] : undefined
  })

/** Matching goes on beside the requests of people: waits until every indicator that came was looked at. */
async function matched({ operator, officer, line }: OperatorCast): Promise<MatchesView> {
  const ids = await held(officer, line)
  const came = ids.filter((id) => id.startsWith('indicator--')).length
  return until(`${operator.name} to have matched ${came} indicators`, async () => {
    const seen = await officer.ask<MatchesView>('/api/v1/matches')
    const { tested, partly, untested, revoked } = seen.indicators
    return tested + partly + untested + revoked >= came ? seen : undefined
  })
}

/** The early warning: what is seen and by which indicators, never which assets. */
async function warn(
  { operator, officer, line }: OperatorCast,
  seen: MatchesView,
  tell: Tell,
): Promise<void> {
  const { drafts } = await officer.ask<IncidentsView>('/api/v1/incidents')
  const before = drafts.find((one) => one.line === line)
  // What was ordered before the node stopped is sent by the node itself.
  if (before?.state !== 'waiting') {
    const { id } = before ?? (await drafted(officer, operator, seen))
    const path = `/api/v1/incidents/drafts/${id}`
    const { payload } = await officer.post<ReportPreview>(`${path}/preview`, {})
    await officer.post(`${path}/file`, { payload })
  }
  await until(`${operator.name}’s warning to be on record`, () => incidentOn(officer, line))
  tell(`${operator.name} files its early warning to ${operator.nation}’s CSIRT; NIS2’s clocks run.`)
}

function drafted(officer: PersonClient, { warns }: Operator, seen: MatchesView) {
  const awareAt = `${new Date(Date.now() - 40 * 60_000).toISOString().slice(0, 19)}Z`
  return officer.post<ReportDraftView>('/api/v1/incidents/drafts', {
    regime: 'nis2',
    stage: 'early-warning',
    said: {
      ...warns,
      awareAt,
      suspectedMalicious: true,
      crossBorder: true,
      touched: seen.assets,
      indicators: [...new Set(seen.matches.map(({ indicator }) => indicator.id))],
    },
  })
}

/** Step 3: Birch opens a case of the coalition from what was reported to it. */
async function opened(
  { birch }: People,
  operators: readonly OperatorCast[],
  tell: Tell,
): Promise<CharterId> {
  const { line, operator } = operators.find((one) => one.operator.authority === birch.party)!
  const incident = (await incidentOn(birch, line))!
  const isWhole = async (id: CharterId) =>
    incident.reports.every(({ indicators }) => indicators.length === 0) ||
    namesEvidence(await birch.view(id), birch.party)
  if (incident.opened !== undefined && (await isWhole(incident.opened))) return incident.opened
  const { case: id, parties } = await until('a key act of every party at Birch’s node', () =>
    ifReady(
      birch.post<OpenedFromReport>('/api/v1/incidents/cases', {
        line,
        incident: incident.incident,
        title: 'Wiper against satellite terminals, VESTA network',
        grade: { scale: 'admiralty', version: '1', value: 'B2' },
      }),
    ),
  )
  tell(
    `Birch opens a case from the warning, with ${parties.join(', ')}; ${operator.name} is not named in it.`,
  )
  return id
}

/** What an authority tells the coalition of a report: neither the operator's name nor its words. */
async function reported({ operator, csirt, line }: OperatorCast): Promise<Reported> {
  const { reports } = (await incidentOn(csirt, line))!
  return {
    nation: operator.nation,
    isMalicious: reports.some(({ suspectedMalicious }) => suspectedMalicious),
    isCrossBorder: reports.some(({ crossBorder }) => crossBorder),
    indicators: reports.flatMap(({ indicators }) => indicators),
  }
}

/** What is not known yet is no failure. */
const ifKnown = <T>(asked: Promise<T>) => unless(asked, ': 404 ')

/** A case needs the keys of all its parties, and these come from their nodes. */
const ifReady = <T>(asked: Promise<T>) => unless(asked, 'case.unready')

const unless = <T>(asked: Promise<T>, refusal: string): Promise<T | undefined> =>
  asked.catch((error: unknown) => {
    if (String(error).includes(refusal)) return undefined
    throw error
  })
