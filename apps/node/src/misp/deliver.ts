import {
  attributesIn,
  MispError,
  sightingOf,
  type EventThere,
  type Json,
  type MispClient,
  type Sighted,
} from '@entente/misp'
import { rewritten, type Releasable } from '@entente/release'
import { keepState } from './exchange.ts'
import type { Going } from './going.ts'
import { forgetSent, keepSent, type Sent } from './sent.ts'
import type { RemoteSetting } from './setting.ts'
import type { Db } from './tables.ts'

/** Where an event is sent. */
export type Sending = {
  readonly remote: RemoteSetting
  readonly db: Db
  readonly client: MispClient
  /** Names the body that goes next, which was released for the remote. */
  readonly clear: (body: Releasable<Uint8Array>) => Uint8Array
}

type Delivered = {
  readonly outcome: 'new' | 'versions' | 'held'
  /** Elements that were deleted there. */
  readonly removed: number
}

/**
 * Brings an event, changed at `at`, to the remote: added, or changed where what is there is older. What of it was sent
 * before and goes no more is deleted there; what is not `ours` loses nothing but what was revoked.
 */
export async function deliver(
  sending: Sending,
  going: Releasable<Going>,
  { at, sent, ours }: { readonly at: number; readonly sent: Sent; readonly ours: boolean },
): Promise<Delivered> {
  const { client, db, remote } = sending
  const { uuid, event, digest } = going.value
  const there = await client.view(uuid)
  const outcome = await brought(sending, going, { at, there })
  const isOurs = ours || there === undefined
  if (isOurs) await keepSent(db, remote, uuid, rowsOf(event))
  const removed = await removeLeft(client, going.value, sent)
  const goesPublic = remote.publish && (outcome !== 'held' || removed > 0 || sent.isPending)
  if (goesPublic) await client.publish(uuid)
  // Deleting something changes the event there: as it is now it is ours, and not taken in.
  const now = removed > 0 ? await client.view(uuid) : undefined
  if (isOurs) {
    if (!going.value.inConflict) await forgetSent(db, remote, uuid, ['attribute', 'object'])
    await keepSent(db, remote, uuid, rowsOf(event))
  }
  await keepState(db, remote, 'push', {
    uuid,
    changed: Math.max(at, now?.timestamp ?? 0),
    digest,
  })
  return { outcome, removed }
}

async function brought(
  { client, clear }: Sending,
  going: Releasable<Going>,
  { at, there }: { readonly at: number; readonly there: EventThere | undefined },
): Promise<Delivered['outcome']> {
  if (there && there.timestamp >= at) return 'held'
  const body = clear(
    rewritten(going, ({ event }) =>
      new TextEncoder().encode(JSON.stringify({ Event: { ...event, timestamp: String(at) } })),
    ),
  )
  await (there ? client.edit(going.value.uuid, body) : client.add(body))
  return there ? 'versions' : 'new'
}

const isDeleted = ({ deleted }: Json) => deleted === true || deleted === '1' || deleted === 1
const uuidIn = ({ uuid }: Json) => String(uuid).toLowerCase()
const objectsIn = ({ Object: objects }: Json) => (Array.isArray(objects) ? (objects as Json[]) : [])

/** What of an event is there once it was sent. */
const rowsOf = (event: Json) => [
  { kind: 'event' as const, uuid: uuidIn(event) },
  ...attributesIn(event)
    .filter((one) => !isDeleted(one))
    .map((one) => ({ kind: 'attribute' as const, uuid: uuidIn(one) })),
  ...objectsIn(event)
    .filter((one) => !isDeleted(one))
    .map((one) => ({ kind: 'object' as const, uuid: uuidIn(one) })),
]

/** Deletes what was sent and is not in the event any more, and what is deleted in it and is older there. */
async function removeLeft(
  client: MispClient,
  { event, inConflict, theirs }: Going,
  sent: Sent,
): Promise<number> {
  const attributes = new Map(attributesIn(event).map((one) => [uuidIn(one), one]))
  const objects = new Set(objectsIn(event).map(uuidIn))
  const revoked = [...attributes].filter(([, one]) => isDeleted(one))
  const isGone = (known: { has: (uuid: string) => boolean }) => (uuid: string) =>
    !inConflict && !theirs.has(uuid) && !known.has(uuid)
  const gone = [...sent.attributes].filter(isGone(attributes))
  const goneObjects = [...sent.objects].filter(isGone(objects))
  if (revoked.length + gone.length + goneObjects.length === 0) return 0
  const there = await client.view(uuidIn(event))
  if (!there) return 0
  const older = revoked.filter(
    ([uuid, { timestamp }]) => (there.attributes.get(uuid) ?? Infinity) < Number(timestamp),
  )
  const left = [
    ...gone.filter((uuid) => there.attributes.has(uuid)),
    ...older.map(([uuid]) => uuid),
  ]
  const leftObjects = goneObjects.filter((uuid) => there.objects.has(uuid))
  for (const uuid of left) await client.remove('attributes', uuid)
  for (const uuid of leftObjects) await client.remove('objects', uuid)
  return left.length + leftObjects.length
}

/** Tells the remote of sightings, each once. */
export async function sight(
  { client, clear, db, remote }: Sending,
  going: Releasable<Going>,
  sightings: readonly Sighted[],
): Promise<void> {
  for (const { uuid, attribute, at } of sightings) {
    const there = await client.sight(clear(rewritten(going, () => sightingOf(attribute, at))))
    await keepSent(db, remote, going.value.uuid, [{ kind: 'sighting', uuid, there }])
  }
}

/** Sightings that the remote was not told of, of what is there. */
export function sightingsLeft({ event, sightings }: Going, sent: Sent): readonly Sighted[] {
  const live = new Set(
    attributesIn(event)
      .filter((one) => !isDeleted(one))
      .map(uuidIn),
  )
  return sightings.filter(({ uuid, attribute }) => !sent.sightings.has(uuid) && live.has(attribute))
}

/** Whether the remote refused this one thing: whoever may ask it nothing at all is told so before. */
export const isRefused = (error: unknown): error is MispError =>
  error instanceof MispError &&
  error.status !== undefined &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 401
