import { setTimeout as pause } from 'node:timers/promises'
import { mispClient, MispError, type MispClient } from '@entente/misp'
import type { Releasable } from '@entente/release'
import type { Cursor } from '@entente/taxii'
import type { ExchangeReport, IntelligenceStore } from '../intelligence/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/index.ts'
import type { Direction, RunUnderWay } from '../platform/exchange-runs.ts'
import { asking, secretFor, type Refuse } from '../platform/http/ask.ts'
import type { Directory } from '../sharing/index.ts'
import { MispSettingError } from './error.ts'
import type { MispSetting, RemoteSetting } from './setting.ts'
import type { Db } from './tables.ts'

export type ExchangeOptions = {
  readonly setting: () => MispSetting
  readonly directory: Directory
  readonly database: Database
  readonly objects: IntelligenceStore
  readonly clock: Clock
}

export type Running = RunUnderWay<ExchangeReport> & {
  readonly options: ExchangeOptions
  readonly remote: RemoteSetting
  readonly db: Db
}

const refuse: Refuse = (problem, message) =>
  problem === 'malformed' || problem === 'untrusted'
    ? new MispError('misp.server', message)
    : new MispSettingError(`remote.${problem}`, message)

/** A client of the remote. Of bodies it sends what `cleared` names, and nothing else. */
export function clientFor(
  { remote, stopping }: Running,
  cleared: () => Releasable<Uint8Array> | undefined = () => undefined,
): MispClient {
  const { url } = remote
  const key = secretFor(remote, url, refuse)
  return mispClient({
    ask: asking(remote, cleared, refuse, stopping),
    server: url,
    userAgent: 'entente/0.1',
    wait: (milliseconds) => pause(milliseconds, undefined, { signal: stopping }),
    ...(key === undefined ? {} : { key }),
  })
}

/** A cursor belongs to what was asked; where that is changed it begins anew. */
const askedOf = ({ kind, url, pushes }: RemoteSetting, direction: Direction) =>
  JSON.stringify(direction === 'pull' ? { kind, url } : { url, pushes })

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
    .selectFrom('misp_exchange')
    .selectAll()
    .where('remote', '=', remote)
    .where('direction', '=', direction)
    .executeTakeFirst()

export async function cursorOf(
  db: Db,
  remote: RemoteSetting,
  direction: Direction,
): Promise<Cursor> {
  const row = await rowOf(db, remote.id, direction)
  return row && row.asked === askedOf(remote, direction) ? (JSON.parse(row.place) as Cursor) : {}
}

export type Ran = { readonly cursor: Cursor; readonly report: ExchangeReport }

export async function keepExchange(
  db: Db,
  remote: RemoteSetting,
  { cursor, report }: Ran,
): Promise<void> {
  const { direction, at } = report
  const changed = {
    asked: askedOf(remote, direction),
    place: JSON.stringify(cursor),
    ran_at: at,
    report: JSON.stringify(report),
  }
  await db
    .insertInto('misp_exchange')
    .values({ remote: remote.id, direction, ...changed })
    .onConflict((conflict) => conflict.columns(['remote', 'direction']).doUpdateSet(changed))
    .execute()
}

type State = { readonly uuid: string; readonly changed: number; readonly digest?: string }

/** Which state of each event came from, or went to, the remote last. */
export async function statesOf(
  db: Db,
  { id }: RemoteSetting,
  direction: Direction,
  uuids: readonly string[],
): Promise<ReadonlyMap<string, State>> {
  const found = new Map<string, State>()
  for (let from = 0; from < uuids.length; from += 200)
    for (const { uuid, changed, digest } of await db
      .selectFrom('misp_event')
      .select(['uuid', 'changed', 'digest'])
      .where('remote', '=', id)
      .where('direction', '=', direction)
      .where('uuid', 'in', uuids.slice(from, from + 200))
      .execute())
      found.set(uuid, {
        uuid,
        changed: Number(changed),
        ...(digest === null ? {} : { digest }),
      })
  return found
}

export async function forgetStates(
  db: Db,
  { id }: RemoteSetting,
  direction: Direction,
): Promise<void> {
  await db
    .deleteFrom('misp_event')
    .where('remote', '=', id)
    .where('direction', '=', direction)
    .execute()
}

/** Of an event that is not there any more. */
export async function forgetState(db: Db, { id }: RemoteSetting, uuid: string): Promise<void> {
  await db
    .deleteFrom('misp_event')
    .where('remote', '=', id)
    .where('direction', '=', 'push')
    .where('uuid', '=', uuid)
    .execute()
}

/** When each event last came from the remote, or went there: in that state it is held. */
export async function heldSince(
  db: Db,
  remote: RemoteSetting,
  uuids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  for (const direction of ['pull', 'push'] as const)
    for (const { uuid, changed } of (await statesOf(db, remote, direction, uuids)).values())
      found.set(uuid, Math.max(changed, found.get(uuid) ?? -1))
  return found
}

export async function keepState(
  db: Db,
  { id }: RemoteSetting,
  direction: Direction,
  { uuid, changed, digest = null }: Omit<State, 'digest'> & { readonly digest?: string | null },
): Promise<void> {
  await db
    .insertInto('misp_event')
    .values({ remote: id, direction, uuid, changed, digest })
    .onConflict((conflict) =>
      conflict.columns(['remote', 'direction', 'uuid']).doUpdateSet({ changed, digest }),
    )
    .execute()
}

/** What is wrong, as a report says it; anything that is no refusal is a defect and goes on up. */
export function refusalOf(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof MispError || error instanceof MispSettingError)
    return { code: error.code, message: error.message }
  throw error
}
