import { Hono } from 'hono'
import { writeTimestamp } from '@entente/taxii'
import type { PersonEnv } from '../parties/routes.ts'
import type { AnyTables } from '../platform/db/index.ts'
import type { Serving } from './api.ts'
import type { TaxiiSetting } from './setting.ts'
import type { Db, Tables } from './tables.ts'

/** What this node serves by TAXII and to whom, for persons of this node. No secret is in it: tokens are kept nowhere. */
export function servingRoutes(database: AnyTables, setting: () => TaxiiSetting) {
  const app = new Hono<PersonEnv>()
  app.get('/api/v1/taxii/collections', async (context) =>
    context.json(await servingOf(database.as<Tables>(), setting())),
  )
  return app
}

async function servingOf(db: Db, { title, collections, clients }: TaxiiSetting): Promise<Serving> {
  const shown: Serving['collections'][number][] = []
  for (const { id, alias, title: called, audience, takes } of collections) {
    const row = await db
      .selectFrom('taxii_collection')
      .select(['number', 'added'])
      .where('id', '=', id)
      .executeTakeFirst()
    const reads = row ? await lastReads(db, row.number) : new Map<string, string>()
    const anyone = reads.get('')
    shown.push({
      id,
      title: called,
      ...(alias === undefined ? {} : { alias }),
      audience,
      takes,
      entries: row ? await entriesIn(db, row.number) : 0,
      ...(row && Number(row.added) > 0 ? { addedAt: writeTimestamp(Number(row.added)) } : {}),
      ...(anyone === undefined ? {} : { anyoneReadAt: anyone }),
      clients: clients
        .filter((one) => one.reads.includes(id) || one.writes.includes(id))
        .map(({ id: client, name, party, until, ...may }) => {
          const readAt = reads.get(client)
          return {
            id: client,
            name,
            party,
            reads: may.reads.includes(id),
            writes: may.writes.includes(id),
            ...(until === undefined ? {} : { until }),
            ...(readAt === undefined ? {} : { readAt }),
          }
        }),
    })
  }
  return { ...(title === undefined ? {} : { title }), collections: shown }
}

async function entriesIn(db: Db, collection: number): Promise<number> {
  const { count } = await db
    .selectFrom('taxii_entry')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('collection', '=', collection)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** When each client read something new in a collection last. */
async function lastReads(db: Db, collection: number): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('taxii_read')
    .select(({ fn }) => ['client', fn.max('at').as('at')])
    .where('collection', '=', collection)
    .groupBy('client')
    .execute()
  return new Map(rows.map(({ client, at }) => [client, at]))
}
