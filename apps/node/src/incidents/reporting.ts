import { randomBytes, randomUUID } from 'node:crypto'
import { AccordError, Act, parseCanonical, type ActId, type CharterId } from '@entente/accord'
import type { Asset } from '../assets/asset.ts'
import type { Filed } from '../api.ts'
import type { Person } from '../config.ts'
import { FederationError, type CaseFile, type CaseFiles } from '../federation/index.ts'
import { crypto } from '../platform/crypto.ts'
import { inTurn } from '../platform/turn.ts'
import type { ReportPreview, ReportSaid } from './api.ts'
import { regimeOf, stageOf } from './clock.ts'
import { IncidentsError } from './error.ts'
import { lineOf, linesOf, type Line } from './lines.ts'
import { actOf, assertNothingElse, isLate, previewOf } from './report.ts'
import type { ReportDraft, ReportStore } from './store.ts'
import { submittedOn } from './submitted.ts'

/** The way of a report: put down, previewed, ordered to be filed, and sent when the line takes it. */
export type Reporting = {
  readonly write: (person: Person, begun: Begun) => Promise<ReportDraft>
  readonly save: (id: string, said: ReportSaid) => Promise<ReportDraft>
  readonly preview: (id: string) => Promise<ReportPreview>
  /** Signs exactly these bytes as soon as the line takes them: now, or when it answers again. */
  readonly file: (person: Person, id: string, order: Order) => Promise<ReportDraft>
  readonly drop: (id: string) => Promise<ReportDraft>
  /** Tries again to send what waits. */
  readonly kick: () => void
  readonly close: () => Promise<void>
}

type Begun = {
  readonly line?: CharterId | undefined
  /** A further stage of an incident; a new incident unless said. */
  readonly incident?: string | undefined
  readonly regime: string
  readonly stage: string
  readonly said: ReportSaid
}

type Order = {
  readonly payload: string
  /** Values of the inventory that the text is to name all the same. */
  readonly names: readonly string[]
}

export type ReportingOptions = {
  readonly store: ReportStore
  readonly caseFiles: Pick<CaseFiles, 'list' | 'party' | 'get'>
  /** RFC 3339 in UTC, to the second. */
  readonly now: () => string
  readonly assets: () => Promise<readonly Asset[]>
  readonly people: () => readonly Person[]
  /** Refuses a person whose role does not sign this kind. */
  readonly assertMayFile: (person: Person) => void
  /** Signs exactly this text for the person's authority and files it. */
  readonly sign: (file: CaseFile, payload: string, person: Person) => Promise<Filed>
  readonly failed: (error: unknown) => void
}

const PAUSE = 1_000

export function createReporting(options: ReportingOptions): Reporting {
  const turn = inTurn()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  const send = async () => {
    clearTimeout(timer)
    if (isClosed) return
    const left = await sendWaiting(options)
    if (left > 0 && !isClosed) timer = setTimeout(kick, PAUSE).unref()
  }
  const kick = () => {
    turn(send).catch(options.failed)
  }
  return {
    ...writing(options),
    file: (person, id, order) =>
      turn(async () => {
        await orderFiling(options, person, { id, order })
        await send()
        return getDraft(options.store, id)
      }),
    kick,
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await turn(async () => {})
    },
  }
}

async function getDraft(store: ReportStore, id: string): Promise<ReportDraft> {
  const draft = await store.find(id)
  if (draft) return draft
  throw new IncidentsError(
    'report.unknown',
    `expected a draft of this node, got ${id.slice(0, 80)}`,
  )
}

async function openDraft(store: ReportStore, id: string): Promise<ReportDraft> {
  const draft = await getDraft(store, id)
  if (draft.state === 'drafted') return draft
  throw new IncidentsError('report.moved', `expected a draft under way, got one ${draft.state}`)
}

function writing(
  options: ReportingOptions,
): Pick<Reporting, 'write' | 'save' | 'preview' | 'drop'> {
  const { store, now, caseFiles } = options
  const put = async (draft: ReportDraft) => {
    await store.put(draft)
    return draft
  }
  return {
    write: (person, { line: id, incident, regime, stage, said }) => {
      stageOf(regimeOf(regime), stage)
      const line = lineOf(linesOf(caseFiles), 'operator', id)
      return put({
        id: randomUUID(),
        line: line.file.charter.id,
        incident: incident ?? newIncident(line, now()),
        regime,
        stage,
        said,
        author: person.id,
        updatedAt: now(),
        state: 'drafted',
      })
    },
    save: async (id, said) => {
      const { refused: _refused, ...draft } = await openDraft(store, id)
      return put({ ...draft, said, updatedAt: now() })
    },
    preview: async (id) => {
      const draft = await openDraft(store, id)
      const line = lineOf(linesOf(caseFiles), 'operator', draft.line)
      const prev = await prevOf(options, line, draft.incident)
      const { party } = caseFiles
      const act = actOf(draft, { line: draft.line, party, prev, claimedAt: now() })
      return previewOf(act, await options.assets(), { to: line.authority, crypto })
    },
    drop: async (id) => put({ ...(await openDraft(store, id)), state: 'dropped' }),
  }
}

/** Nothing in it tells more than the operator's own letters and the day. */
const newIncident = ({ operator }: Line, now: string) =>
  `${operator.id.toLowerCase()}-${now.slice(0, 10)}-${randomBytes(2).toString('hex')}`

/** What the next report on an incident names as `prev`: what was filed last, or waits to be. */
async function prevOf(
  { store, caseFiles }: ReportingOptions,
  { file }: Line,
  incident: string,
): Promise<ActId | undefined> {
  const waiting = (await store.drafts()).findLast(
    (draft) => draft.state === 'waiting' && draft.incident === incident,
  )
  if (waiting?.ordered) return waiting.ordered.act
  return file
    .logged(caseFiles.party)
    .findLast(
      ({ act, void: voided }) =>
        act?.kind === 'incident-report' && !voided && act.incident === incident,
    )?.id
}

async function orderFiling(
  options: ReportingOptions,
  person: Person,
  { id, order }: { readonly id: string; readonly order: Order },
): Promise<void> {
  const { store, caseFiles, now, assertMayFile } = options
  const draft = await openDraft(store, id)
  const line = lineOf(linesOf(caseFiles), 'operator', draft.line)
  const prev = await prevOf(options, line, draft.incident)
  const act = actIn(order.payload)
  // The person signs what was shown: the draft as it is now, and nothing that came in between.
  const { party } = caseFiles
  const expected = actOf(draft, { line: draft.line, party, prev, claimedAt: act.claimedAt })
  const preview = previewOf(expected, [], { to: line.authority, crypto })
  if (preview.payload !== order.payload)
    throw new IncidentsError(
      'report.moved',
      'expected the report as the draft has it now, got another: look at the preview again',
    )
  const submitted = await submittedOn(line.file, party, draft)
  if (isLate(draft, submitted, now()) && draft.said.lateBecause === undefined)
    throw new IncidentsError(
      'report.late',
      `expected the reasons for which ${draft.stage} comes after its time, got none`,
    )
  assertNothingElse(act, await options.assets(), order.names)
  assertMayFile(person)
  const ordered = { payload: order.payload, act: preview.act, by: person.id, at: now() }
  const { refused: _refused, ...kept } = draft
  await store.put({ ...kept, state: 'waiting', ordered })
}

function actIn(payload: string) {
  try {
    const act = Act.safeParse(parseCanonical(new TextEncoder().encode(payload))).data
    if (act?.kind === 'incident-report') return act
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
  }
  throw new IncidentsError('report.moved', 'expected the payload of the preview, got another text')
}

/** The line cannot be signed for yet: what waits goes on waiting. */
const NOT_YET = new Set(['strand.unasked', 'strand.behind'])

/** Files what waits, in the order in which it was ordered; how many still wait. */
async function sendWaiting(options: ReportingOptions): Promise<number> {
  const waiting = (await options.store.drafts())
    .filter(({ state }) => state === 'waiting')
    .toSorted((a, b) => ((a.ordered?.at ?? '') < (b.ordered?.at ?? '') ? -1 : 1))
  const blocked = new Set<CharterId>()
  for (const draft of waiting)
    if (blocked.has(draft.line) || !(await sendOne(options, draft))) blocked.add(draft.line)
  return (await options.store.drafts()).filter(({ state }) => state === 'waiting').length
}

async function sendOne(options: ReportingOptions, draft: ReportDraft): Promise<boolean> {
  const { store, caseFiles, people, sign } = options
  const { ordered } = draft
  const file = caseFiles.get(draft.line)
  const person = people().find(({ id }) => id === ordered?.by)
  if (!ordered || !file || !person) {
    const message = `expected ${ordered?.by ?? 'a person'} and the line at this node, got one missing`
    await store.put({ ...draft, state: 'drafted', refused: { code: 'report.moved', message } })
    return true
  }
  const isFiled = file.logged(caseFiles.party).some(({ id }) => id === ordered.act)
  try {
    // The node may have stopped after the act was on record and before that was put down here.
    if (!isFiled) await sign(file, ordered.payload, person)
  } catch (error) {
    if (error instanceof FederationError && NOT_YET.has(error.code)) return false
    if (!(error instanceof Error && 'code' in error)) throw error
    const { code, message } = error
    await store.put({ ...draft, state: 'drafted', refused: { code: String(code), message } })
    return true
  }
  await store.put({ ...draft, state: 'filed' })
  return true
}
