import {
  fromEvent,
  MispError,
  readEvents,
  readManifest,
  searchQuestion,
  splitEvents,
  withoutSightings,
  type ReadEvent,
} from '@entente/misp'
import { release, type Releasable } from '@entente/release'
import { instant } from '../platform/clock.ts'
import type { Cursor } from '@entente/taxii'
import {
  nothing,
  withFailures,
  withFields,
  withTaken,
  type ExchangeReport,
} from '../intelligence/index.ts'
import { readPosted } from '../taxii/index.ts'
import {
  clientFor,
  cursorOf,
  heldSince,
  keepExchange,
  keepState,
  refusalOf,
  type Running,
} from './exchange.ts'
import { sentOf, sightingsThere } from './sent.ts'
import type { Tables } from './tables.ts'

/** Events of one page of an instance. */
const PAGE = 50
/**
 * Seconds for which is asked again: an event may be published while the page before it is read, and clocks of an
 * instance's machines differ. What is held already adds nothing.
 */
const OVERLAP = 300

/** Takes in what is new at a remote: each event is kept together with how far the remote was read. */
export async function pull(running: Running): Promise<ExchangeReport> {
  const { options, remote, db } = running
  const at = {
    cursor: await cursorOf(db, remote, 'pull'),
    report: nothing('pull', instant(options.clock)),
  }
  try {
    await (remote.kind === 'feed' ? readFeed : readInstance)(running, at)
  } catch (error) {
    if (!running.stopping.aborted) at.report = { ...at.report, refusal: refusalOf(error) }
  }
  await keepExchange(db, remote, at)
  return at.report
}

type At = { cursor: Cursor; report: ExchangeReport }

/** A feed says of each event when it was changed; what is held in that state is not fetched. */
async function readFeed(running: Running, at: At): Promise<void> {
  const { remote, db, stopping } = running
  const client = clientFor(running)
  const entries = readManifest(await client.feedFile('manifest.json'))
  at.report = { ...at.report, pages: 1 }
  const uuids = entries.map(({ uuid }) => uuid)
  const states = await heldSince(db, remote, uuids)
  const newer = entries
    .filter(({ uuid, timestamp }) => timestamp > (states.get(uuid) ?? -1))
    .toSorted((a, b) => a.timestamp - b.timestamp)
  for (const { uuid, timestamp } of newer) {
    if (stopping.aborted) return
    const read = readOne(await client.feedFile(`${uuid}.json`), at, uuid)
    if (!read) continue
    const last = new Date(timestamp * 1_000).toISOString()
    await take(running, at, { read, changed: timestamp, cursor: { after: last, last } })
  }
}

/** An instance is asked for what was published since the last run began, by its own clock. */
async function readInstance(running: Running, at: At): Promise<void> {
  const { remote, db, stopping } = running
  let question: Releasable<Uint8Array> | undefined
  const client = clientFor(running, () => question)
  const { after, next } = at.cursor
  const since = after === undefined ? undefined : Math.floor(Date.parse(after) / 1_000) - OVERLAP
  let began = at.cursor.last
  let before = ''
  for (let page = Number(next ?? 1); !stopping.aborted; page += 1) {
    const asked = {
      page,
      limit: PAGE,
      ...(since === undefined ? {} : { since: Math.max(0, since) }),
    }
    const { text, date } = await client.search((question = toAnyone(searchQuestion(asked))).value)
    const failed = at.report.failed
    const events = eventsIn(text, at)
    // What is malformed was in the page as well: one that is full of it is not the last.
    const came = events.length + at.report.failed - failed
    const same = events.map(({ event }) => `${event.uuid} ${event.timestamp}`).join()
    if (came >= PAGE && same !== '' && same === before)
      throw new MispError(
        'misp.server',
        `expected other events on page ${page}, got those of the page before`,
      )
    before = same
    at.report = { ...at.report, pages: at.report.pages + 1 }
    began ??= instantIn(date)
    const states = await heldSince(
      db,
      remote,
      events.map(({ event }) => event.uuid),
    )
    for (const read of events) {
      const { uuid, timestamp } = read.event
      if ((states.get(uuid) ?? -1) >= timestamp) continue
      await take(running, at, { read, changed: timestamp, cursor: at.cursor })
    }
    const isEnd = came < PAGE
    at.cursor = isEnd
      ? afterRun(began, at.cursor)
      : { ...at.cursor, next: String(page + 1), ...(began ? { last: began } : {}) }
    await keepExchange(db, remote, at)
    if (isEnd) return
  }
}

/** A question tells nothing but since when it asks. */
const toAnyone = (value: Uint8Array) =>
  release({ value, marking: { tlp: 'TLP:CLEAR', public: true } }, { kind: 'public' })

/** Where the next run begins: when this one did. A server that does not tell the time is asked for everything again. */
const afterRun = (began: string | undefined, { after }: Cursor): Cursor => {
  const from = began ?? after
  return from === undefined ? {} : { after: from, last: from }
}

function instantIn(date: string | undefined): string | undefined {
  const at = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

/** The events of an answer, each for itself where one of them is malformed; an answer without any is the end. */
function eventsIn(text: string, at: At): readonly ReadEvent[] {
  try {
    return readEvents(text)
  } catch (error) {
    if (!(error instanceof MispError) || error.code === 'misp.too-large') throw error
    if (error.code === 'misp.no-event') return []
    return splitEvents(text).flatMap((one) => readOne(JSON.stringify(one), at) ?? [])
  }
}

/** The event of a file; what is wrong with one is said of it, and the others come in. */
function readOne(text: string, at: At, uuid?: string): ReadEvent | undefined {
  const fail = (message: string) => {
    at.report = withFailures(at.report, [{ id: uuid ?? uuidIn(text), message }])
    return undefined
  }
  try {
    const [read, ...more] = readEvents(text)
    if (!read || more.length > 0) return fail(`expected one event, got ${more.length + 1}`)
    const { uuid: got } = read.event
    return uuid === undefined || got === uuid ? read : fail(`expected this event, got ${got}`)
  } catch (error) {
    if (error instanceof MispError) return fail(error.message)
    throw error
  }
}

/** The UUID that a malformed event has all the same. */
const uuidIn = (text: string) =>
  /"uuid"\s*:\s*"([0-9a-f-]{36})"/i.exec(text)?.[1]?.toLowerCase() ?? 'an event without a UUID'

const encoder = new TextEncoder()

type Taking = { readonly read: ReadEvent; readonly changed: number; readonly cursor: Cursor }

/** Takes one event in, and keeps with it that it is here. */
async function take(running: Running, at: At, { read, changed, cursor }: Taking): Promise<void> {
  const { options, remote, db, progress } = running
  const now = instant(options.clock)
  const echoes = await sightingsThere(db, remote, read.event.uuid)
  const { objects, report } = fromEvent(withoutSightings(read, echoes))
  const posted = readPosted(
    objects.map((one) => encoder.encode(JSON.stringify(one))),
    now,
  )
  const sound = await withoutEcho(
    running,
    read.event.uuid,
    posted.flatMap((one) => ('fault' in one ? [] : [one])),
  )
  const faults = posted.flatMap((one) => ('fault' in one ? [one.fault] : []))
  const source = { name: `MISP: ${remote.id}`, addedAt: now, outside: true as const }
  await options.objects.receive(source, async (add, inside) => {
    const within = inside.as<Tables>()
    const taken = withTaken(withFailures(at.report, faults), await add(sound))
    at.report = withFields(taken, report)
    at.cursor = cursor
    await keepState(within, remote, 'pull', { uuid: read.event.uuid, changed })
    await keepExchange(within, remote, at)
  })
  progress(at.report)
}

/** Of an event that went there from here, what is held in the version that comes back stays as it is here. */
async function withoutEcho<T extends { readonly id: string; readonly version: string }>(
  { options, remote, db }: Running,
  event: string,
  came: readonly T[],
): Promise<readonly T[]> {
  if (!(await sentOf(db, remote, event)).isEvent) return came
  const held = await options.objects.versions(came.map(({ id }) => id))
  const here = new Set(held.map(({ id, version }) => `${id} ${version}`))
  return came.filter(({ id, version }) => !here.has(`${id} ${version}`))
}
