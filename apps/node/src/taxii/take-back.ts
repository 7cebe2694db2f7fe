import { TaxiiError, writeTimestamp, type TaxiiClient } from '@entente/taxii'
import { withFailures, type ExchangeReport, type Standing } from '../intelligence/index.ts'
import { instant } from '../platform/clock.ts'
import { sentTo } from './called-back.ts'
import { collectionAt, type Running } from './exchange.ts'
import type { Db, Entry } from './tables.ts'

/**
 * Deletes at a remote the versions of what was called back that were sent there, where its collection lets this node read and
 * write (TAXII 2.1 section 5.7). Where it took the version that says that the object is revoked, that says more: it stays.
 */
export async function takeBack(
  running: Running,
  client: Pick<TaxiiClient, 'collections' | 'remove'>,
  before: ExchangeReport,
): Promise<ExchangeReport> {
  const { options, remote, db } = running
  let report = before
  const { standing } = await options.objects.recalled()
  const going: { readonly id: string; readonly entries: readonly Entry[] }[] = []
  for (const one of standing) {
    const entries = await toDelete(running, one)
    if (entries.length > 0) going.push({ id: one.id, entries })
  }
  if (going.length === 0 || !(await mayDelete(running, client))) return report
  for (const { id, entries } of going) {
    if (running.stopping.aborted) break
    try {
      await client.remove(collectionAt(remote), id, versionsOf(entries))
    } catch (error) {
      if (!(error instanceof TaxiiError) || error.code !== 'server.refused') throw error
      report = withFailures(report, [{ id, message: error.message }])
      continue
    }
    await keepDeleted(db, { remote: remote.id, object: id, at: instant(options.clock) })
    report = { ...report, removed: (report.removed ?? 0) + entries.length }
  }
  return report
}

async function toDelete(
  { remote, db }: Running,
  { id, at, tombstone }: Standing,
): Promise<readonly Entry[]> {
  const deleted = await db
    .selectFrom('taxii_deleted')
    .select('at')
    .where('remote', '=', remote.id)
    .where('object', '=', id)
    .where('at', '>=', at)
    .executeTakeFirst()
  if (deleted || remote.pushes === undefined) return []
  const { entries } = await sentTo(db, id, { remote: remote.id, pushes: remote.pushes })
  if (tombstone === undefined) return entries
  const last = await db
    .selectFrom('stix_version')
    .select('seq')
    .where('sha256', '=', tombstone)
    .executeTakeFirst()
  const isTold = entries.some(({ content }) => Number(content) === Number(last?.seq))
  return isTold ? [] : entries
}

async function mayDelete(
  { remote }: Running,
  client: Pick<TaxiiClient, 'collections'>,
): Promise<boolean> {
  const found = (await client.collections(remote.root)).find(
    ({ id, alias }) => id === remote.collection || alias === remote.collection,
  )
  return found !== undefined && found.can_read && found.can_write
}

/** As they were sent. What has no date has no version of its own: there is only one of it. */
function versionsOf(entries: readonly Entry[]): readonly string[] | undefined {
  const isDated = entries.every(({ said, added }) => said !== writeTimestamp(added))
  return isDated ? [...new Set(entries.map(({ said }) => said))] : undefined
}

const keepDeleted = (db: Db, row: { remote: string; object: string; at: string }) =>
  db
    .insertInto('taxii_deleted')
    .values(row)
    .onConflict((conflict) => conflict.columns(['remote', 'object']).doUpdateSet({ at: row.at }))
    .execute()
