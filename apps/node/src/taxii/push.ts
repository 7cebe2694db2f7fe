import { setTimeout as pause } from 'node:timers/promises'
import { releaseEach, type Audience, type Releasable } from '@entente/release'
import {
  envelopes,
  readTimestamp,
  TaxiiError,
  writeEnvelope,
  writeTimestamp,
  type Status,
  type StatusDetails,
  type TaxiiClient,
} from '@entente/taxii'
import { nothing, withFailures, type ExchangeReport } from '../intelligence/index.ts'
import { instant } from '../platform/clock.ts'
import { collectionRow, entriesAfter, type Looked } from './entries.ts'
import {
  clientFor,
  collectionAt,
  cursorOf,
  ended,
  keepExchange,
  pulledOf,
  type Running,
} from './exchange.ts'
import { recalls } from './marking.ts'
import { audienceFor, isFor } from './offered.ts'
import { keepRefused, refusedBefore } from './refused.ts'
import { takeBack } from './take-back.ts'
import type { RemoteSetting } from './setting.ts'
import type { Tables } from './tables.ts'

const encoder = new TextEncoder()

/** Objects of one addition, and its octets whatever the server would take. */
const AT_ONCE = { objects: 500, octets: 4 * 1024 * 1024 }

/** Sends what is new in a collection here, as far as the remote's party may have it, and not what came from there. */
export async function push(running: Running): Promise<ExchangeReport> {
  const { options, remote, db } = running
  let report = nothing('push', instant(options.clock))
  let cursor = await cursorOf(db, remote, 'push')
  const collection = options.setting().collections.find(({ id }) => id === remote.pushes)
  const audience = collection && audienceFor(collection, remote.party, options)
  if (!collection || !audience) {
    const message = `expected a collection here that is put before ${remote.party}, got ${remote.pushes ?? 'none'}`
    return ended(running, { report, cursor, error: new TaxiiError('collection.unknown', message) })
  }
  let cleared: Releasable<Uint8Array> | undefined
  const client = clientFor(running, () => cleared)
  try {
    const { max_content_length: longest } = await client.root(remote.root)
    const most = { ...AT_ONCE, octets: Math.min(longest, AT_ONCE.octets) }
    await options.filling.catchUp(collection)
    const { number } = await collectionRow(db, collection.id)
    const sending: Sending = { running, client, most, audience, clear: (of) => (cleared = of) }
    // What the remote refused before goes first: it may take it by now.
    const again = await refusedBefore(db, { remote: remote.id, collection: number })
    if (again.length > 0) report = await sent(sending, again, { report, collection: number })
    for (;;) {
      const after = cursor.after === undefined ? 0 : (readTimestamp(cursor.after) ?? 0)
      const look = { limit: AT_ONCE.objects, texts: true }
      const entries = await entriesAfter(db, { collection: number, after }, look)
      const last = entries.at(-1)
      if (!last || running.isStopped()) break
      report = await sent(sending, entries, { report, collection: number })
      const moment = writeTimestamp(last.added)
      cursor = { after: moment, last: moment }
      await keepExchange(db, remote, { direction: 'push', cursor, report })
      await keepSent(db, { remote: remote.id, collection: number, last: last.added, at: report.at })
    }
    report = await takeBack(running, client, report)
  } catch (error) {
    return ended(running, { report, cursor, error })
  }
  return ended(running, { report, cursor })
}

/** What was sent is there, wherever the cursor is set to later: a recall has to know who has it. */
const keepSent = (db: Running['db'], sent: Tables['taxii_sent']) =>
  db
    .insertInto('taxii_sent')
    .values(sent)
    .onConflict((conflict) =>
      conflict
        .columns(['remote', 'collection'])
        .doUpdateSet({ last: sent.last, at: sent.at })
        .where('taxii_sent.last', '<', sent.last),
    )
    .execute()

type Sending = {
  readonly running: Running
  readonly client: TaxiiClient
  readonly most: { readonly objects: number; readonly octets: number }
  readonly audience: Audience
  /** Says what was cleared to leave: nothing else can be sent. */
  readonly clear: (of: Releasable<Uint8Array>) => Releasable<Uint8Array>
}

/** Sends entries as far as the remote's party may have them, and keeps which of them it refused. */
async function sent(
  { running, client, most, audience, clear }: Sending,
  entries: readonly Looked[],
  before: { readonly report: ExchangeReport; readonly collection: number },
): Promise<ExchangeReport> {
  const { remote, db } = running
  let { report } = before
  const failures: StatusDetails[] = []
  for (const { of, tooLong } of envelopes(await goingTo(running, entries), most)) {
    if (tooLong) {
      const long = `expected at most ${most.octets} bytes, got more`
      const refused = of.map(({ entry }) => failureOf(entry, long))
      report = withFailures({ ...report, objects: report.objects + of.length }, refused)
      failures.push(...refused)
      continue
    }
    const cleared = clear(
      releaseEach(
        of.map(({ entry, marking }) => ({ value: entry.text ?? '', marking })),
        audience,
        (all) => encoder.encode(writeEnvelope(all)),
      ).sent,
    )
    const posted = await client.post(collectionAt(remote), cleared.value)
    const status = await completed(client, remote, posted)
    failures.push(...(status.failures ?? []))
    report = withStatus(report, status)
    running.progress(report)
  }
  await keepRefused(db, { remote: remote.id, collection: before.collection }, entries, failures)
  return report
}

async function goingTo({ options, remote, db }: Running, entries: readonly Looked[]) {
  const { setting, directory, markings, objects } = options
  const collection = setting().collections.find(({ id }) => id === remote.pushes)!
  const audience = audienceFor(collection, remote.party, options)!
  const pulled = await pulledOf(
    db,
    remote.id,
    entries.map(({ content }) => content),
  )
  const marked = entries.map((entry) => entry.marked)
  const of = await markings.of(marked, directory.setting(), { db, objects })
  const recallOf = await recalls(options, entries)
  const going = entries.flatMap((entry) => {
    const recalled = recallOf(entry)
    const marking = {
      ...of(entry.marked, entry.posted === 1 ? collection.unmarked : undefined),
      ...(recalled === undefined ? {} : { recalled }),
    }
    return isFor(marking, audience) && !pulled.has(entry.content) ? [{ entry, marking }] : []
  })
  return going.map((one) => ({ ...one, bytes: encoder.encode(one.entry.text) }))
}

const failureOf = ({ object, said }: Looked, message: string): StatusDetails => ({
  id: object,
  version: said,
  message,
})

const withStatus = (report: ExchangeReport, status: Status): ExchangeReport => {
  const {
    success_count: successes,
    failures = [],
    failure_count: failed,
    total_count: all,
  } = status
  return {
    ...withFailures(report, failures),
    pages: report.pages + 1,
    objects: report.objects + all,
    new: report.new + successes,
    failed: report.failed + failed,
  }
}

const POLLS = 60

/** A server may take its time (section 4.3): its status is asked for until it is complete. */
async function completed(
  client: TaxiiClient,
  { root }: RemoteSetting,
  status: Status,
): Promise<Status> {
  let now = status
  for (let poll = 0; now.status === 'pending'; poll += 1) {
    if (poll >= POLLS)
      throw new TaxiiError(
        'server.stalled',
        `expected a status that is complete, got one pending after ${POLLS} asks`,
      )
    await pause(Math.min(100 * 2 ** poll, 5_000))
    now = await client.status(root, now.id)
  }
  return now
}
