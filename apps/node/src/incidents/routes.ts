import { Hono } from 'hono'
import { z } from 'zod'
import { ActId, canonical, CharterId, PartyId, Scaled, type Act } from '@entente/accord'
import type { Filed, Opened } from '../api.ts'
import type { Person } from '../config.ts'
import type { CaseFile } from '../federation/index.ts'
import type { IntelligenceStore } from '../intelligence/index.ts'
import { assertReadsDrafts } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import type { DraftView, IncidentsView, OpenedFromReport, ReportPreview } from './api.ts'
import { IncidentsError } from './error.ts'
import { lineOf, linesOf } from './lines.ts'
import { openFromReport } from './open-case.ts'
import type { Reporting } from './reporting.ts'
import type { ReportDraft } from './store.ts'
import { submittedOn } from './submitted.ts'
import { draftView, incidentsView, type ViewOptions } from './view.ts'

const Instant = z.iso.datetime({ offset: false }).max(30)
const words = (most: number) => z.string().max(most)

const Said = z.strictObject({
  awareAt: Instant.exactOptional(),
  title: words(300).exactOptional(),
  account: words(8_000).exactOptional(),
  suspectedMalicious: z.boolean().exactOptional(),
  crossBorder: z.boolean().exactOptional(),
  touched: z.int().nonnegative().max(1_000_000_000).exactOptional(),
  indicators: z.array(words(60)).max(256).exactOptional(),
  answers: z.record(words(40), words(4_000)).exactOptional(),
  handledAt: Instant.exactOptional(),
  lateBecause: words(2_000).exactOptional(),
})
const Begun = z.strictObject({
  line: CharterId.exactOptional(),
  incident: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .exactOptional(),
  regime: words(40),
  stage: words(40),
  said: Said.default({}),
})
const Order = z.strictObject({
  payload: z.string().max(60_000),
  names: z.array(words(4_000)).max(1_000).default([]),
})
const Receipt = z.strictObject({
  line: CharterId,
  of: ActId,
  remarks: words(2_000).exactOptional(),
})
const OpenCase = z.strictObject({
  line: CharterId,
  incident: words(64),
  title: z.string().min(1).max(300),
  grade: Scaled,
  parties: z.array(PartyId).max(64).exactOptional(),
  chair: PartyId.exactOptional(),
})

export type IncidentRoutes = ViewOptions & {
  readonly reporting: Reporting
  readonly objects: Pick<IntelligenceStore, 'versions'>
  readonly fileOf: (id: CharterId) => CaseFile
  readonly sign: (file: CaseFile, payload: string, person: Person) => Promise<Filed>
  readonly open: (
    person: Person,
    wanted: { title: string; parties?: PartyId[]; chair?: PartyId },
  ) => Promise<Opened>
}

/** Reports and their clocks under `/api/v1/incidents`, for persons of an operator or of its authority. */
export function incidentRoutes(options: IncidentRoutes): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  app.get('/api/v1/incidents', async (context) =>
    context.json((await incidentsView(options, context.get('person'))) satisfies IncidentsView),
  )
  draftRoutes(app, options)
  authorityRoutes(app, options)
  return app
}

function draftRoutes(app: Hono<PersonEnv>, options: IncidentRoutes): void {
  const { reporting, store } = options
  const PATH = '/api/v1/incidents/drafts/:id'
  app.use('/api/v1/incidents/drafts/*', async (context, next) => {
    assertReadsDrafts(context.get('person'))
    await next()
  })
  const shown = async (draft: ReportDraft): Promise<DraftView> => {
    const { caseFiles, now } = options
    const line = lineOf(linesOf(caseFiles), 'operator', draft.line)
    return draftView(draft, now(), await submittedOn(line.file, line.operator.id, draft))
  }
  app.post('/api/v1/incidents/drafts', async (context) => {
    const begun = Begun.parse(await context.req.json())
    return context.json(await shown(await reporting.write(context.get('person'), begun)), 201)
  })
  app.get(PATH, async (context) => {
    const draft = await store.find(context.req.param('id'))
    if (!draft) throw unknownDraft(context.req.param('id'))
    return context.json(await shown(draft))
  })
  app.post(`${PATH}/said`, async (context) => {
    const { said } = z.strictObject({ said: Said }).parse(await context.req.json())
    return context.json(await shown(await reporting.save(context.req.param('id'), said)))
  })
  app.post(`${PATH}/preview`, async (context) =>
    context.json((await reporting.preview(context.req.param('id'))) satisfies ReportPreview),
  )
  app.post(`${PATH}/file`, async (context) => {
    const order = Order.parse(await context.req.json())
    const person = context.get('person')
    return context.json(
      await shown(await reporting.file(person, context.req.param('id'), order)),
      201,
    )
  })
  app.post(`${PATH}/drop`, async (context) =>
    context.json(await shown(await reporting.drop(context.req.param('id')))),
  )
}

const unknownDraft = (id: string) =>
  new IncidentsError('report.unknown', `expected a draft of this node, got ${id.slice(0, 80)}`)

function authorityRoutes(app: Hono<PersonEnv>, options: IncidentRoutes): void {
  const { caseFiles, now, sign, open, store, objects, fileOf } = options
  app.post('/api/v1/incidents/receipts', async (context) => {
    const { line: id, of, remarks } = Receipt.parse(await context.req.json())
    const { file, operator } = lineOf(linesOf(caseFiles), 'authority', id)
    if (!file.logged(operator.id).some((one) => one.id === of && !one.void))
      throw new IncidentsError(
        'incident.unknown',
        `expected a report of ${operator.name} on this line, got ${of}`,
      )
    const act: Act = {
      v: 1,
      charter: id,
      party: caseFiles.party,
      kind: 'receipt',
      claimedAt: now(),
      of,
      ...(remarks === undefined || remarks === '' ? {} : { remarks }),
    }
    const prev = file
      .logged(caseFiles.party)
      .findLast(
        ({ act: before, void: voided }) =>
          before?.kind === 'receipt' && !voided && before.of === of,
      )
    const payload = canonical(prev ? { ...act, prev: prev.id } : act)
    return context.json((await sign(file, payload, context.get('person'))) satisfies Filed, 201)
  })
  app.post('/api/v1/incidents/cases', async (context) => {
    const { line: id, incident, title, grade, ...wanted } = OpenCase.parse(await context.req.json())
    const line = lineOf(linesOf(caseFiles), 'authority', id)
    const person = context.get('person')
    const opened = await openFromReport(
      line,
      { incident, title, grade },
      {
        store,
        objects,
        party: caseFiles.party,
        now,
        fileOf,
        open: () => open(person, { title, ...wanted }),
        sign: (file, payload) => sign(file, payload, person),
      },
    )
    return context.json(opened satisfies OpenedFromReport, 201)
  })
}
