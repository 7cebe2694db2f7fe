import { releaseEach, type Audience, type Releasable } from '@entente/release'
import { nothing, objectsSince, type ExchangeReport } from '../intelligence/index.ts'
import { instant } from '../platform/clock.ts'
import { eventsOf, gather, readAudience } from '../sharing/index.ts'
import {
  clientFor,
  cursorOf,
  keepExchange,
  keepState,
  refusalOf,
  statesOf,
  type Running,
} from './exchange.ts'

/** Reports that are looked at together. */
const AT_ONCE = 100

type At = { cursor: { readonly after?: string }; report: ExchangeReport }

/**
 * Sends the reports of this node that came in since the last run as events, each with what it refers to, as far as the
 * remote's party may have it; not what came from there.
 */
export async function push(running: Running): Promise<ExchangeReport> {
  const { options, remote, db } = running
  const at: At = {
    cursor: await cursorOf(db, remote, 'push'),
    report: nothing('push', instant(options.clock)),
  }
  try {
    await pushAll(running, at)
  } catch (error) {
    at.report = { ...at.report, refusal: refusalOf(error) }
  }
  await keepExchange(db, remote, at)
  return at.report
}

async function pushAll(running: Running, at: At): Promise<void> {
  const { options, remote, db, isStopped, progress } = running
  const audience = readAudience(`${remote.pushes}/${remote.party}`, options.directory)
  let cleared: Releasable<Uint8Array> | undefined
  const client = clientFor(running, () => cleared)
  const since = objectsSince(options.database)
  for (;;) {
    const after = Number(at.cursor.after ?? 0)
    const reports = await since('report', after, AT_ONCE)
    const last = reports.at(-1)
    if (!last || isStopped()) return
    at.report = { ...at.report, pages: at.report.pages + 1 }
    for (const id of new Set(reports.map((one) => one.id))) {
      const event = await eventOf(running, id, audience)
      if (!event) continue
      const { uuid, changed, body } = event
      const pulled = (await statesOf(db, remote, 'pull', [uuid])).get(uuid)
      const pushed = (await statesOf(db, remote, 'push', [uuid])).get(uuid)
      // What came from there is not sent back there, and nothing twice.
      if ((pulled ?? -1) >= changed || (pushed ?? -1) >= changed) continue
      cleared = body
      const there = await client.timestampOf(uuid)
      if (there !== undefined && there >= changed) {
        at.report = { ...at.report, objects: at.report.objects + 1, held: at.report.held + 1 }
      } else {
        await (there === undefined ? client.add(body.value) : client.edit(uuid, body.value))
        const counted = there === undefined ? 'new' : 'versions'
        at.report = {
          ...at.report,
          objects: at.report.objects + 1,
          [counted]: at.report[counted] + 1,
        }
      }
      await keepState(db, remote, 'push', { uuid, changed })
      progress(at.report)
    }
    at.cursor = { after: String(last.seq) }
    await keepExchange(db, remote, at)
  }
}

/** An event that may go: its state, and its bytes cleared for the audience. */
type Going = {
  readonly uuid: string
  readonly changed: number
  readonly body: Releasable<Uint8Array>
}

/** The event of a report, of everything in it that the audience may have; undefined where the report may not go. */
async function eventOf(
  { options }: Running,
  id: string,
  audience: Audience,
): Promise<Going | undefined> {
  const { found } = await gather({ ids: [id], whole: true }, options)
  let state: { readonly uuid: string; readonly changed: number } | undefined
  const { sent } = releaseEach(found, audience, (cleared) => {
    if (!cleared.some((one) => one.id === id)) return new Uint8Array()
    const uuid = id.slice(-36).toLowerCase()
    const event = eventsOf(cleared).find(({ Event }) => Event['uuid'] === uuid)
    if (!event) return new Uint8Array()
    state = { uuid, changed: Number(event.Event['timestamp']) }
    return new TextEncoder().encode(JSON.stringify({ Event: event.Event }))
  })
  return state && { ...state, body: sent }
}
