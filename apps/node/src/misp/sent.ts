import type { RemoteSetting } from './setting.ts'
import type { Db, SentKind } from './tables.ts'

/** What of an event was sent to a remote and is there. */
export type Sent = {
  readonly isEvent: boolean
  /** The remote refused it. */
  readonly isPending: boolean
  readonly attributes: ReadonlySet<string>
  readonly objects: ReadonlySet<string>
  readonly sightings: ReadonlySet<string>
}

export async function sentOf(db: Db, { id }: RemoteSetting, event: string): Promise<Sent> {
  const rows = await db
    .selectFrom('misp_sent')
    .select(['kind', 'uuid'])
    .where('remote', '=', id)
    .where('event', '=', event)
    .execute()
  const of = (kind: SentKind) =>
    new Set(rows.flatMap((row) => (row.kind === kind ? [row.uuid] : [])))
  return {
    isEvent: of('event').size > 0,
    isPending: of('pending').size > 0,
    attributes: of('attribute'),
    objects: of('object'),
    sightings: of('sighting'),
  }
}

/** The events of which something of this kind is kept. */
export async function eventsSent(
  db: Db,
  { id }: RemoteSetting,
  kinds: readonly SentKind[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('misp_sent')
    .select('event')
    .distinct()
    .where('remote', '=', id)
    .where('kind', 'in', kinds)
    .orderBy('event')
    .execute()
  return rows.map(({ event }) => event)
}

/** Under which UUIDs the remote has the sightings that were sent to it. */
export async function sightingsThere(
  db: Db,
  { id }: RemoteSetting,
  event: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('misp_sent')
    .select('there')
    .where('remote', '=', id)
    .where('event', '=', event)
    .where('kind', '=', 'sighting')
    .execute()
  return new Set(rows.flatMap(({ there }) => there ?? []))
}

type Row = { readonly kind: SentKind; readonly uuid: string; readonly there?: string | undefined }

/** Keeps some of what was sent, each once. */
export async function keepSent(
  db: Db,
  { id: remote }: RemoteSetting,
  event: string,
  rows: readonly Row[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 100)
    await db
      .insertInto('misp_sent')
      .values(
        rows
          .slice(from, from + 100)
          .map(({ kind, uuid, there = null }) => ({ remote, event, kind, uuid, there })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

export async function forgetSent(
  db: Db,
  { id }: RemoteSetting,
  event: string,
  kinds: readonly SentKind[],
): Promise<void> {
  await db
    .deleteFrom('misp_sent')
    .where('remote', '=', id)
    .where('event', '=', event)
    .where('kind', 'in', kinds)
    .execute()
}

/** Under which settings everything was looked at last. */
export async function stampOf(db: Db, { id }: RemoteSetting): Promise<string | undefined> {
  const row = await db
    .selectFrom('misp_looked')
    .select('stamp')
    .where('remote', '=', id)
    .executeTakeFirst()
  return row?.stamp
}

export async function keepStamp(db: Db, { id }: RemoteSetting, stamp: string): Promise<void> {
  await db
    .insertInto('misp_looked')
    .values({ remote: id, stamp })
    .onConflict((conflict) => conflict.column('remote').doUpdateSet({ stamp }))
    .execute()
}
