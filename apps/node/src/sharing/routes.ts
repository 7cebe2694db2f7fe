import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { type PartyId } from '@entente/accord'
import { WIDEST } from '@entente/export'
import type { Audiences, CaseEvidence } from './api.ts'
import { caseHeld, type CaseFile, type CaseFiles } from '../federation/index.ts'
import type { IntelligenceStore } from '../intelligence/index.ts'
import { assertHandles, powersOf } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant, type Clock } from '../platform/clock.ts'
import type { AnyTables } from '../platform/db/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import { sendBytes } from '../platform/http/send.ts'
import type { WarningsNow } from '../warnings/index.ts'
import type { Directory } from './audience.ts'
import type { Fetching } from './fetch.ts'
import { evidenceOf } from './named.ts'
import { keepReceipt } from './receipts.ts'
import { prepare, receiptOf } from './releases.ts'
import { sidsAsOf, sidsFor } from './sids.ts'
import { FORMAT_NAMES, FORMATS } from './write-as.ts'

const Asked = z.strictObject({
  ids: z.array(z.string().min(1).max(300)).min(1).max(1_000),
  audience: z.string().min(1).max(200),
  format: z.enum(FORMAT_NAMES).exactOptional(),
  ceiling: z.enum(['TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR']).exactOptional(),
  only: z.string().min(1).max(200).exactOptional(),
  widest: z
    .strictObject({
      ipv4: z.int().min(WIDEST.ipv4).max(32).exactOptional(),
      ipv6: z.int().min(WIDEST.ipv6).max(128).exactOptional(),
    })
    .exactOptional(),
  knownGood: z.boolean().exactOptional(),
  whole: z.boolean().exactOptional(),
})

type SharingOptions = {
  readonly caseFiles: CaseFiles
  readonly objects: IntelligenceStore
  readonly fetching: Pick<Fetching, 'refusal'>
  readonly directory: Directory
  readonly database: AnyTables
  readonly warnings: () => Promise<WarningsNow>
  readonly clock: Clock
}

/** What may go to whom, and the going itself, under `/api/v1`, for persons of this node. */
export function sharingRoutes(options: SharingOptions) {
  const { caseFiles, objects, fetching, directory, database, warnings, clock } = options
  const app = new Hono<PersonEnv>()
  const prepared = async (context: Context<PersonEnv>, numbers: typeof sidsFor) => {
    const asked = Asked.parse(await context.req.json())
    const seen = powersOf(context.get('person').role).handles ? objects : withoutRed(objects)
    const writing = {
      now: instant(clock),
      sidsFor: (keys: readonly string[]) => numbers(database, keys),
    }
    return { asked, ...(await prepare(asked, { objects: seen, directory, warnings, ...writing })) }
  }
  app.get('/api/v1/audiences', (context) =>
    context.json({
      audiences: [
        ...directory.charters().map(({ id, title }) => ({ audience: `case:${id}`, name: title })),
        ...directory
          .setting()
          .communities.map(({ id, name }) => ({ audience: `community:${id}`, name })),
        { audience: 'public' },
      ],
    } satisfies Audiences),
  )
  app.post('/api/v1/releases/preview', async (context) => {
    const { preview } = await prepared(context, sidsAsOf)
    return context.json(preview)
  })
  app.post('/api/v1/releases', async (context) => {
    assertHandles(context.get('person'), 'hands objects out')
    const { asked, preview, bundle, leaving } = await prepared(context, sidsFor)
    if (!preview.bundle)
      throw new Refusal(
        403,
        'release.nothing',
        `expected one object or more that may go to ${asked.audience}, got none`,
      )
    const { type, name } = FORMATS[asked.format ?? 'stix']
    const by = context.get('person').id
    await keepReceipt(database, { at: instant(clock), by, ...receiptOf(asked) }, leaving)
    return sendBytes(context, bundle, {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
    })
  })
  app.get('/api/v1/cases/:id/evidence', async (context) => {
    const file = caseHeld(caseFiles, context.req.param('id'))
    return context.json(await caseEvidence(file, { objects, fetching }))
  })
  return app
}

/** What is held for whoever does not see what is TLP:RED. */
const withoutRed = (
  objects: Pick<IntelligenceStore, 'contents' | 'newest' | 'recalled'>,
): Pick<IntelligenceStore, 'contents' | 'recalled'> => ({
  recalled: objects.recalled,
  contents: async (id) =>
    (await objects.newest([id], false)).length > 0 ? objects.contents(id) : [],
})

async function caseEvidence(
  file: CaseFile,
  { objects, fetching }: Pick<SharingOptions, 'objects' | 'fetching'>,
): Promise<CaseEvidence> {
  const named = file.charter.parties.flatMap(({ id }: { id: PartyId }) => evidenceOf(file, id))
  const versions = await objects.versions(named.map(({ id }) => id))
  const held = new Set(versions.map(({ sha256 }) => sha256))
  return {
    objects: named.map((one) => {
      const refusal = held.has(one.sha256)
        ? undefined
        : fetching.refusal(file.charter.id, one.sha256)
      return { ...one, held: held.has(one.sha256), ...(refusal ? { refusal } : {}) }
    }),
  }
}
