import { setTimeout as pause } from 'node:timers/promises'
import { releaseEach, type Audience, type Marking, type Releasable } from '@entente/release'
import {
  envelopes,
  readTimestamp,
  TaxiiError,
  writeEnvelope,
  writeTimestamp,
  type Status,
  type TaxiiClient,
} from '@entente/taxii'
import { nothing, withFailures, type ExchangeReport } from '../intelligence/index.ts'
import { instant } from '../platform/clock.ts'
import { collectionRow, entriesAfter, type Dated } from './entries.ts'
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
import { keepRefused, refusedBefore, refusedOf, type Refusal, type Refused } from './refused.ts'
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
  try {
    const client = clientFor(running, () => cleared)
    const { max_content_length: longest } = await client.root(remote.root)
    const most = { ...AT_ONCE, octets: Math.min(longest, AT_ONCE.octets) }
    await options.filling.catchUp(collection)
    const { number } = await collectionRow(db, collection.id)
    const sending: Sending = {
      running,
      client,
      most,
      audience,
      clear: (of) => (cleared = of),
      patience: { polls: POLLS, splits: SPLITS },
    }
    // What the remote refused before goes first: it may take it by now.
    const again = await refusedBefore(db, { remote: remote.id, collection: number })
    if (again.length > 0) report = await sent(sending, again, { report, collection: number })
    for (;;) {
      const after = cursor.after === undefined ? 0 : (readTimestamp(cursor.after) ?? 0)
      const look = { limit: AT_ONCE.objects, texts: true }
      const entries = await entriesAfter(db, { collection: number, after }, look)
      const last = entries.at(-1)
      if (!last || running.stopping.aborted) break
      // Before it is sent: whoever has some of it is told of a recall, also where the sending breaks off.
      await keepSent(db, { remote: remote.id, collection: number, last: last.added, at: report.at })
      report = await sent(sending, entries, { report, collection: number })
      const moment = writeTimestamp(last.added)
      cursor = { after: moment, last: moment }
      await keepExchange(db, remote, { direction: 'push', cursor, report })
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
  /** How often this run still asks for a status that is pending, and sends halves of what was refused whole. */
  readonly patience: { polls: number; splits: number }
}

const POLLS = 60
const SPLITS = 200

/** Sends entries as far as the remote's party may have them, and keeps which of them it refused. */
async function sent(
  sending: Sending,
  entries: readonly Dated[],
  before: { readonly report: ExchangeReport; readonly collection: number },
): Promise<ExchangeReport> {
  const { running, most } = sending
  const { remote, db } = running
  let { report } = before
  const refused = new Map<Dated, Refusal>()
  for (const { of, tooLong } of envelopes(await goingTo(running, entries), most)) {
    const all = tooLong
      ? [alone(of, { message: `expected at most ${most.octets} bytes, got more` })]
      : await posted(sending, of)
    for (const one of all) {
      for (const [entry, why] of one.refused) refused.set(entry, why)
      report = withPosted(report, one)
    }
    running.progress(report)
  }
  await keepRefused(db, { remote: remote.id, collection: before.collection }, entries, refused)
  return report
}

type Going = { readonly entry: Dated; readonly marking: Marking; readonly bytes: Uint8Array }

/** What became of some entries: how many there were, and which were not taken. */
type Posted = { readonly of: readonly Going[]; readonly refused: Refused<Dated> }

const alone = (of: readonly Going[], why: Refusal): Posted => ({
  of,
  refused: new Map(of.map(({ entry }) => [entry, why])),
})

/** How some servers refuse everything for one object (TAXII 2.1 section 5.5). */
const WHOLE: ReadonlySet<number | undefined> = new Set([400, 413, 422])

/**
 * Posts some entries. Where a server refuses all of them, or does not say which, each half is sent for itself: one that it does
 * not take keeps nothing else back.
 */
async function posted(sending: Sending, of: readonly Going[]): Promise<readonly Posted[]> {
  const { patience } = sending
  let told: Posted
  try {
    const status = await postedOnce(sending, of)
    const refused = refusedOf(
      of.map(({ entry }) => entry),
      status,
    )
    told = { of, refused }
    const isNamed = refused.size <= status.failure_count
    if (isNamed && status.status === 'complete') return [told]
    if (status.status === 'pending') return [alone(of, PENDING)]
  } catch (error) {
    const isWhole = error instanceof TaxiiError && WHOLE.has(error.answered)
    if (!isWhole || (of.length > 1 && patience.splits <= 0)) throw error
    told = alone(of, { message: error.message })
  }
  if (of.length === 1 || patience.splits <= 0) return [told]
  patience.splits -= 1
  const half = Math.ceil(of.length / 2)
  return [...(await posted(sending, of.slice(0, half))), ...(await posted(sending, of.slice(half)))]
}

function postedOnce(sending: Sending, of: readonly Going[]): Promise<Status> {
  const { running, client, audience, clear } = sending
  const cleared = clear(
    releaseEach(
      of.map(({ entry, marking }) => ({ value: entry.text ?? '', marking })),
      audience,
      (all) => encoder.encode(writeEnvelope(all)),
    ).sent,
  )
  return client
    .post(collectionAt(running.remote), cleared.value)
    .then((status) => completed(sending, status))
}

async function goingTo({ options, remote, db }: Running, entries: readonly Dated[]) {
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

const withPosted = (report: ExchangeReport, { of, refused }: Posted): ExchangeReport => {
  const failures = [...refused].map(([{ object, said }, { message }]) => ({
    id: object,
    version: said,
    message,
  }))
  const all = { ...report, pages: report.pages + 1, objects: report.objects + of.length }
  return withFailures({ ...all, new: all.new + of.length - refused.size }, failures)
}

/** What waiting for a status takes of whoever sends. */
type Waiting = {
  readonly running: { readonly remote: Pick<RemoteSetting, 'root'>; readonly stopping: AbortSignal }
  readonly client: Pick<TaxiiClient, 'status'>
  readonly patience: { polls: number }
}

const PENDING: Refusal = {
  message: 'expected a status that is complete, got one that stays pending',
  unsure: true,
}

/**
 * A server may take its time (section 4.3): its status is asked for until it is complete. Of one that never is, it is not known
 * what it took: once a run has waited for it, it does not wait for the next.
 */
export async function completed(
  { running, client, patience }: Waiting,
  status: Status,
): Promise<Status> {
  let now = status
  for (let poll = 0; now.status === 'pending' && patience.polls > 0; poll += 1) {
    patience.polls -= 1
    const wait = Math.min(100 * 2 ** poll, 5_000)
    await pause(wait, undefined, { signal: running.stopping })
    now = await client.status(running.remote.root, now.id)
  }
  if (now.status === 'complete') patience.polls = POLLS
  return now
}
