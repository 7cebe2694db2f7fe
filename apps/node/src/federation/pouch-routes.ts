import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { CharterId, PartyId } from '@entente/accord'
import type { PersonEnv } from '../parties/routes.ts'
import { readRequest } from '../parties/request.ts'
import { Refusal } from '../platform/http/problem.ts'
import { sendStream } from '../platform/http/send.ts'
import { inTurn } from '../platform/turn.ts'
import type { HeldCaseFiles } from './case-files.ts'
import { pack, type Holding } from './pack.ts'
import { takePouch, type Pouch } from './pouch.ts'
import type { Openings } from './routes.ts'
import { sealerOf, unpack, type Unpacking } from './unpack.ts'

const Asked = z.strictObject({
  to: PartyId,
  case: CharterId.exactOptional(),
  /** Everything, also what the party is known to hold. */
  all: z.boolean().exactOptional(),
})

export type PouchOptions = Pick<Unpacking, 'caseFiles' | 'offered'> & {
  readonly openings: Openings
  /** Where a pouch lies while it is read. */
  readonly data: string
}

/** `/api/v1/pouches`: packs one for another party's node, and takes one in; for persons of this node. */
export function pouchRoutes({ caseFiles, offered, openings, data }: PouchOptions): Hono<PersonEnv> {
  const run = randomBytes(16).toString('hex')
  const known = createKnown()
  const turn = inTurn()
  const app = new Hono<PersonEnv>()
  app.post('/api/v1/pouches', async (context) => {
    const { to, case: only, all } = await readRequest(context.req.raw, Asked)
    const answers = known.runOf(to)
    const lines = pack({
      caseFiles,
      openings,
      to,
      run,
      ...(only === undefined ? {} : { only }),
      ...(answers === undefined ? {} : { answers }),
      holding: all ? () => 0 : known.holdingOf(to),
    })
    const first = await lines.next()
    return sendStream(context, first, lines)
  })
  app.post('/api/v1/pouches/open', async (context) => {
    const { body } = context.req.raw
    if (!body) throw new Refusal(400, 'request.malformed', 'expected a pouch, got nothing')
    return turn(async () => {
      const directory = await mkdtemp(join(data, 'pouch-'))
      try {
        const keyOf = (head: Parameters<typeof sealerOf>[0]) => sealerOf(head, caseFiles)
        await using pouch = await takePouch(body, join(directory, 'pouch'), {
          keyOf,
          crypto: caseFiles.crypto,
        })
        await known.learn(pouch, caseFiles)
        return context.json(await unpack(pouch, { caseFiles, offered, run }))
      } finally {
        await rm(directory, { recursive: true, force: true })
      }
    })
  })
  return app
}

/** What pouches of this run said of their senders: the run to answer, and how much they hold. */
function createKnown() {
  const runs = new Map<PartyId, string>()
  const holds = new Map<PartyId, Map<string, number>>()
  return {
    runOf: (party: PartyId) => runs.get(party),
    holdingOf:
      (to: PartyId): Holding =>
      (id, party) =>
        holds.get(to)?.get(`${id} ${party}`) ?? 0,
    learn: async ({ head, cases, bytes }: Pouch, caseFiles: HeldCaseFiles) => {
      const sizes = new Map<string, number>()
      for (const file of caseFiles.held().filter(({ charter }) => cases.includes(charter.id)))
        for (const { id } of file.charter.parties) {
          const note = await bytes(file.charter.id, `${id}/checkpoint`)
          const [, size] = /^.*\n(\d{1,9})\n/.exec(new TextDecoder().decode(note)) ?? []
          // A false word costs its sender what is then not packed for it.
          if (size !== undefined) sizes.set(`${file.charter.id} ${id}`, Number(size))
        }
      runs.set(head.from, head.run)
      holds.set(head.from, sizes)
    },
  }
}
