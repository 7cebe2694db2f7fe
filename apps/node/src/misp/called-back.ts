import type { AnyTables } from '../platform/db/index.ts'
import { reportsOf } from './affected.ts'
import type { Tables } from './tables.ts'

/** An instance to which something was sent of which an object is: in which event, and whether by its own UUID. */
export type MispHolder = {
  readonly remote: string
  readonly event: string
  readonly itself: boolean
}

const uuidOf = (id: string) => id.slice(-36).toLowerCase()

/** Every instance that has an object from here: as an event, as part of one, or in an event whose report refers to it. */
export async function mispHolders(
  within: AnyTables,
  id: string,
  objects: Parameters<typeof reportsOf>[0],
): Promise<readonly MispHolder[]> {
  const db = within.as<Tables>()
  const uuid = uuidOf(id)
  const itself = await db
    .selectFrom('misp_sent')
    .select(['remote', 'event'])
    .distinct()
    .where('uuid', '=', uuid)
    .where('kind', '!=', 'pending')
    .execute()
  const reports = (await reportsOf(objects, [id])).map(uuidOf)
  const among =
    reports.length === 0
      ? []
      : await db
          .selectFrom('misp_sent')
          .select(['remote', 'event'])
          .distinct()
          .where('event', 'in', reports.slice(0, 500))
          .where('kind', '=', 'event')
          .execute()
  const key = ({ remote, event }: { remote: string; event: string }) => `${remote} ${event}`
  const known = new Set(itself.map(key))
  return [
    ...itself.map((one) => ({ ...one, itself: true })),
    ...among.filter((one) => !known.has(key(one))).map((one) => ({ ...one, itself: false })),
  ].toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/**
 * When a run since then said that an object is deleted at an instance: nothing of it is kept as sent any more, and of an
 * event that it was only part of, the run brought or deleted it without a word against it. Undefined where none did.
 */
export async function deletedThere(
  within: AnyTables,
  { remote, event, itself }: MispHolder,
  { id, since }: { readonly id: string; readonly since: string },
): Promise<string | undefined> {
  const db = within.as<Tables>()
  const run = await db
    .selectFrom('misp_exchange')
    .select(['ran_at', 'report'])
    .where('remote', '=', remote)
    .where('direction', '=', 'push')
    .executeTakeFirst()
  if (!run || run.ran_at < since) return undefined
  const { refusal } = JSON.parse(run.report) as { readonly refusal?: unknown }
  const left = await db
    .selectFrom('misp_sent')
    .select('kind')
    .where('remote', '=', remote)
    .where('event', '=', event)
    .where((is) =>
      is.or([is('kind', '=', 'pending'), ...(itself ? [is('uuid', '=', uuidOf(id))] : [])]),
    )
    .executeTakeFirst()
  return refusal === undefined && !left ? run.ran_at : undefined
}
