import { createHash } from 'node:crypto'
import type { Audience, Releasable } from '@entente/release'
import {
  nothing,
  objectsSince,
  placesIn,
  withFailures,
  withFields,
  type ExchangeReport,
} from '../intelligence/index.ts'
import { instant } from '../platform/clock.ts'
import { readAudience } from '../sharing/index.ts'
import { reportsOf } from './affected.ts'
import { deliver, isRefused, sight, sightingsLeft, type Sending } from './deliver.ts'
import {
  clientFor,
  cursorOf,
  forgetState,
  keepExchange,
  refusalOf,
  statesOf,
  type Running,
} from './exchange.ts'
import { goingOf, type Going } from './going.ts'
import { eventsSent, forgetSent, keepSent, keepStamp, sentOf, stampOf, type Sent } from './sent.ts'

/** Contents that are looked at together. */
const AT_ONCE = 100

type At = { cursor: { readonly after?: string }; report: ExchangeReport }
type Pushing = Running &
  Sending & {
    readonly audience: Audience
    readonly groups: Parameters<typeof goingOf>[1]['groups']
  }

/**
 * Sends the reports of this node of which something came in since the last run as events, each with what it refers to, as
 * far as the remote's party may have it; what came from there only where something in it was revoked here. What was sent
 * and may not be there any more is deleted there.
 */
export async function push(running: Running): Promise<ExchangeReport> {
  const { options, remote, db } = running
  const at: At = {
    cursor: await cursorOf(db, remote, 'push'),
    report: nothing('push', instant(options.clock)),
  }
  try {
    await pushAll(pushingTo(running), at)
  } catch (error) {
    if (!running.stopping.aborted) at.report = { ...at.report, refusal: refusalOf(error) }
  }
  await keepExchange(db, remote, at)
  return at.report
}

function pushingTo(running: Running): Pushing {
  const { options, remote } = running
  let cleared: Releasable<Uint8Array> | undefined
  const client = clientFor(running, () => cleared)
  let groups: ReturnType<typeof client.groups> | undefined
  return {
    ...running,
    client,
    clear: (body) => (cleared = body).value,
    audience: readAudience(`${remote.pushes}/${remote.party}`, options.directory),
    groups: () => (groups ??= client.groups()),
  }
}

async function pushAll(pushing: Pushing, at: At): Promise<void> {
  const { remote, db, stopping } = pushing
  const stamp = await stampNow(pushing)
  const isSame = (await stampOf(db, remote)) === stamp
  // Under other settings, and once something was taken away, everything is looked at again.
  if (!isSame) at.cursor = {}
  const again = await eventsSent(db, remote, isSame ? ['pending'] : ['pending', 'event'])
  for (const uuid of again) {
    if (stopping.aborted) return
    await pushOne(pushing, at, uuid)
  }
  await (at.cursor.after === undefined ? pushReports(pushing, at) : pushChanged(pushing, at))
  if (!stopping.aborted) await keepStamp(db, remote, stamp)
}

/** Everything beside the contents that decides what may go: the settings, what was undone, and definitions of markings. */
async function stampNow({ options, audience }: Pushing): Promise<string> {
  const places = placesIn(options.database)
  const said = [
    audience,
    options.directory.setting(),
    await places.undone(),
    (await options.objects.recalled()).stamp,
    await places.last('marking-definition'),
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** All reports that are held; what comes in meanwhile is for the next run. */
async function pushReports(pushing: Pushing, at: At): Promise<void> {
  const { options } = pushing
  const last = await placesIn(options.database).last()
  const since = objectsSince(options.database)
  let after = 0
  for (;;) {
    const page = await since('report', after, AT_ONCE)
    const ids = page.map(({ id }) => id)
    if (!(await pushPage(pushing, at, ids))) return
    if (page.length < AT_ONCE) break
    after = page.at(-1)!.seq
  }
  at.cursor = { after: String(last) }
}

/** The reports of which something came in since. */
async function pushChanged(pushing: Pushing, at: At): Promise<void> {
  const { options, remote, db } = pushing
  const { since, last: lastPlace } = placesIn(options.database)
  const began = await lastPlace()
  const looked = new Set<string>()
  for (;;) {
    const page = await since(Number(at.cursor.after), AT_ONCE)
    const last = page.at(-1)
    if (!last) return
    const reports = await reportsOf(options.objects, [...new Set(page.map(({ id }) => id))])
    // Whoever looks at a report sees all of it that was here when the run began: a large one is not looked at for each page.
    const news = last.seq > began ? reports : reports.filter((id) => !looked.has(id))
    if (!(await pushPage(pushing, at, news))) return
    for (const id of news) looked.add(id)
    at.cursor = { after: String(last.seq) }
    await keepExchange(db, remote, at)
  }
}

/** Whether all of a page was looked at. */
async function pushPage(pushing: Pushing, at: At, ids: readonly string[]): Promise<boolean> {
  if (ids.length > 0) at.report = { ...at.report, pages: at.report.pages + 1 }
  for (const id of new Set(ids)) {
    if (pushing.stopping.aborted) return false
    await pushOne(pushing, at, id.slice(-36).toLowerCase())
  }
  return true
}

/** One event: brought to the remote, deleted there, or left as it is; what the remote refuses is tried again by the next run. */
async function pushOne(pushing: Pushing, at: At, uuid: string): Promise<void> {
  const { remote, db, progress } = pushing
  const sent = await sentOf(db, remote, uuid)
  const going = await goingOf(uuid, pushing)
  try {
    if (going === 'unsettled') return
    if (going) await bring(pushing, at, { going, sent })
    else if (sent.isEvent) await withdraw(pushing, at, uuid)
    if (sent.isPending) await forgetSent(db, remote, uuid, ['pending'])
  } catch (error) {
    if (!isRefused(error)) throw error
    at.report = withFailures(at.report, [{ id: uuid, message: error.message }])
    await keepSent(db, remote, uuid, [{ kind: 'pending', uuid }])
  }
  progress(at.report)
}

type Bringing = { readonly going: Releasable<Going>; readonly sent: Sent }

async function bring(pushing: Pushing, at: At, { going, sent }: Bringing): Promise<void> {
  const { options, remote, db } = pushing
  const { uuid, changed, digest, fields } = going.value
  const pulled = (await statesOf(db, remote, 'pull', [uuid])).get(uuid)
  const pushed = (await statesOf(db, remote, 'push', [uuid])).get(uuid)
  const ours = sent.isEvent || pulled === undefined
  // What came from there is not sent back there as it came, and nothing twice.
  const isHere = pushed?.digest === digest || (!ours && (pulled?.changed ?? 0) >= changed)
  const sightings = sightingsLeft(going.value, sent)
  if (isHere && sightings.length === 0) return
  at.report = withFields(at.report, fields)
  if (!isHere) {
    const now = Math.floor(options.clock.now() / 1_000)
    const before = pushed?.changed ?? -1
    const { outcome, removed } = await deliver(pushing, going, {
      at: before < changed ? changed : Math.max(now, before + 1),
      sent,
      ours,
    })
    at.report = counted(at.report, outcome, removed)
  }
  await sight(pushing, going, sightings)
  if (isHere) at.report = counted(at.report, 'versions', 0)
}

const counted = (
  report: ExchangeReport,
  outcome: 'new' | 'versions' | 'held',
  removed: number,
): ExchangeReport => ({
  ...report,
  objects: report.objects + 1,
  [outcome]: report[outcome] + 1,
  ...(removed > 0 ? { removed: (report.removed ?? 0) + removed } : {}),
})

/** What was sent and is not held here any more, or may not be there, is deleted there. */
async function withdraw(pushing: Pushing, at: At, uuid: string): Promise<void> {
  const { client, db, remote } = pushing
  await client.remove('events', uuid)
  await forgetSent(db, remote, uuid, ['event', 'attribute', 'object', 'sighting'])
  await forgetState(db, remote, uuid)
  const { objects, removed = 0 } = at.report
  at.report = { ...at.report, objects: objects + 1, removed: removed + 1 }
}
