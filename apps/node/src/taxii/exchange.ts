import { setTimeout as pause } from 'node:timers/promises'
import type { Releasable } from '@entente/release'
import { taxiiClient, TaxiiError, type Cursor, type TaxiiClient } from '@entente/taxii'
import {
  nothing,
  withFailures,
  withTaken,
  type ExchangeReport,
  type IntelligenceStore,
} from '../intelligence/index.ts'
import { instant, type Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/index.ts'
import type { Direction, RunUnderWay } from '../platform/exchange-runs.ts'
import { insertMany } from '../platform/db/statements.ts'
import type { Directory } from '../sharing/index.ts'
import { askingTaxii, authorizationOf } from './access.ts'
import { TaxiiSettingError } from './error.ts'
import type { Filling } from './fill.ts'
import type { Markings } from './marking.ts'
import { readPosted } from './posting.ts'
import type { RemoteSetting, TaxiiSetting } from './setting.ts'
import type { Db, Tables } from './tables.ts'

export type ExchangeOptions = {
  readonly party: string
  readonly setting: () => TaxiiSetting
  readonly directory: Directory
  readonly database: Database
  readonly objects: IntelligenceStore
  readonly markings: Markings
  readonly filling: Pick<Filling, 'catchUp'>
  readonly clock: Clock
}

export type Running = RunUnderWay<ExchangeReport> & {
  readonly options: ExchangeOptions
  readonly remote: RemoteSetting
  readonly db: Db
}

const USER_AGENT = 'entente/0.1'

/** A cursor belongs to what was asked; where that is changed it begins anew. */
const askedOf = ({ root, collection, match, pushes }: RemoteSetting, direction: Direction) =>
  JSON.stringify(direction === 'pull' ? { root, collection, match } : { root, collection, pushes })

export async function cursorOf(
  db: Db,
  remote: RemoteSetting,
  direction: Direction,
): Promise<Cursor> {
  const row = await rowOf(db, remote.id, direction)
  return row && row.asked === askedOf(remote, direction) ? (JSON.parse(row.place) as Cursor) : {}
}

/** What became of the last run; undefined where there was none. */
export async function reportOf(
  db: Db,
  { id }: RemoteSetting,
  direction: Direction,
): Promise<ExchangeReport | undefined> {
  const row = await rowOf(db, id, direction)
  return row && (JSON.parse(row.report) as ExchangeReport)
}

const rowOf = (db: Db, remote: string, direction: Direction) =>
  db
    .selectFrom('taxii_exchange')
    .selectAll()
    .where('remote', '=', remote)
    .where('direction', '=', direction)
    .executeTakeFirst()

export async function keepExchange(
  db: Db,
  remote: RemoteSetting,
  { direction, cursor, report }: { direction: Direction; cursor: Cursor; report: ExchangeReport },
): Promise<void> {
  const changed = {
    asked: askedOf(remote, direction),
    place: JSON.stringify(cursor),
    ran_at: report.at,
    report: JSON.stringify(report),
  }
  await db
    .insertInto('taxii_exchange')
    .values({ remote: remote.id, direction, ...changed })
    .onConflict((conflict) => conflict.columns(['remote', 'direction']).doUpdateSet(changed))
    .execute()
}

export function clientFor(
  { options, remote, stopping }: Running,
  cleared: () => Releasable<Uint8Array> | undefined,
): TaxiiClient {
  const authorization = authorizationOf(remote, remote.root)
  return taxiiClient({
    ask: askingTaxii(remote, cleared, stopping),
    server: remote.root,
    userAgent: USER_AGENT,
    wait: (milliseconds) => pause(milliseconds, undefined, { signal: stopping }),
    now: options.clock.now,
    chance: Math.random,
    ...(authorization === undefined ? {} : { authorization }),
  })
}

export const collectionAt = ({ root, collection }: RemoteSetting) =>
  `${root.endsWith('/') ? root : `${root}/`}collections/${collection}/`

/**
 * Takes what is new at a remote. Each page and the cursor behind it are kept in one transaction: whatever
 * breaks, nothing is missed and nothing taken in without its place.
 */
export async function pull(running: Running): Promise<ExchangeReport> {
  const { options, remote, db } = running
  let report = nothing('pull', instant(options.clock))
  let cursor = await cursorOf(db, remote, 'pull')
  const walk = async () => {
    const client = clientFor(running, () => undefined)
    const wanted = remote.match ? { match: remote.match } : {}
    for await (const page of client.pages(collectionAt(remote), cursor, wanted)) {
      report = await takePage(running, page, report)
      cursor = page.cursor
      running.progress(report)
      if (running.stopping.aborted) break
    }
  }
  try {
    await walk()
  } catch (error) {
    if (!isForgotten(cursor, error)) return ended(running, { report, cursor, error })
    // From the date with which it was asked nothing is missed.
    const [before, { pages }] = [cursor, report]
    cursor = cursor.after === undefined ? {} : { after: cursor.after }
    try {
      await walk()
    } catch (again) {
      // Where that is refused as well, the place is not what is wrong: it is kept.
      const at = report.pages === pages ? before : cursor
      return ended(running, { report, cursor: at, error: again })
    }
  }
  return ended(running, { report, cursor })
}

/** What a server says of a `next` that it does not know any more; one that is busy, or lets nobody in, says nothing of it. */
const FORGOTTEN: ReadonlySet<number | undefined> = new Set([400, 404, 410, 422])

const isForgotten = ({ next }: Cursor, error: unknown): boolean =>
  next !== undefined && error instanceof TaxiiError && FORGOTTEN.has(error.answered)

/** Keeps how a run ended, and where the next begins. One that was stopped ends as if there were nothing more. */
export async function ended(
  { db, remote, stopping }: Running,
  { report, cursor, error: thrown }: { report: ExchangeReport; cursor: Cursor; error?: unknown },
): Promise<ExchangeReport> {
  const error = stopping.aborted ? undefined : thrown
  const isRefusal = error instanceof TaxiiError || error instanceof TaxiiSettingError
  if (error !== undefined && !isRefusal) throw error
  const done = error ? { ...report, refusal: { code: error.code, message: error.message } } : report
  await keepExchange(db, remote, { direction: report.direction, cursor, report: done })
  return done
}

async function takePage(
  { options, remote, db }: Running,
  { objects, cursor }: { readonly objects: readonly Uint8Array[]; readonly cursor: Cursor },
  before: ExchangeReport,
): Promise<ExchangeReport> {
  const { clock } = options
  const read = readPosted(objects, instant(clock))
  const faults = read.flatMap((one) => ('fault' in one ? [one.fault] : []))
  const sound = read.flatMap((one) => ('fault' in one ? [] : [one]))
  let report = withFailures(
    { ...before, pages: before.pages + 1, objects: before.objects + faults.length },
    faults,
  )
  const keep = async (within: Db) => {
    await keepExchange(within, remote, { direction: 'pull', cursor, report })
    return report
  }
  if (sound.length === 0) return db.transaction().execute(keep)
  const source = { name: `TAXII: ${remote.id}`, addedAt: instant(clock), outside: true as const }
  return options.objects.receive(source, async (add, inside) => {
    const within = inside.as<Tables>()
    const taken = await add(sound)
    report = withTaken(report, taken)
    await keepPulled(
      within,
      remote.id,
      taken.map(({ seq }) => seq),
    )
    return keep(within)
  })
}

async function keepPulled(db: Db, remote: string, contents: readonly number[]): Promise<void> {
  const known = await pulledOf(db, remote, contents)
  const rows = [...new Set(contents)].filter((one) => !known.has(one))
  await insertMany<Tables>(
    db,
    'taxii_pulled',
    rows.map((content) => ({ remote, content })),
  )
}

export async function pulledOf(
  db: Db,
  remote: string,
  contents: readonly number[],
): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  for (let from = 0; from < contents.length; from += 200)
    for (const { content } of await db
      .selectFrom('taxii_pulled')
      .select('content')
      .where('remote', '=', remote)
      .where('content', 'in', contents.slice(from, from + 200))
      .execute())
      found.add(Number(content))
  return found
}
