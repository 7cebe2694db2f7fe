import { createHash } from 'node:crypto'
import {
  attributesIn,
  forInstance,
  isGrouped,
  joinReports,
  withAttributes,
  type FieldFate,
  type Json,
  type MispClient,
  type Sighted,
} from '@entente/misp'
import { releaseEach, rewritten, type Audience, type Releasable } from '@entente/release'
import { createLoss } from '@entente/stix'
import { eventsOf, gather, groupsOf, type Content } from '../sharing/index.ts'
import type { ExchangeOptions } from './exchange.ts'

/** An event as it may go to a remote. */
export type Going = {
  readonly uuid: string
  /** Seconds since 1970. */
  readonly changed: number
  readonly event: Json
  /** What it says beside when it was changed. */
  readonly digest: string
  readonly sightings: readonly Sighted[]
  readonly fields: readonly FieldFate[]
  /** Something in it is held in two contents, of which neither goes: it is not known what is in the event. */
  readonly inConflict: boolean
  /** What somebody outside changed last, by UUID: whether it goes or not, it is not taken back there. */
  readonly theirs: ReadonlySet<string>
}

type Asked = {
  readonly options: ExchangeOptions
  readonly audience: Audience
  /** The sharing groups that the remote knows. */
  readonly groups: () => ReturnType<MispClient['groups']>
}

/**
 * The event of a report, of everything in it that the audience may have; undefined where nothing may go. `unsettled` where two
 * contents of the report are held, and where it may not go as somebody outside changed it last.
 */
export async function goingOf(
  uuid: string,
  { options, audience, groups }: Asked,
): Promise<Releasable<Going> | 'unsettled' | undefined> {
  const id = `report--${uuid}`
  const { found, absent } = await gather({ ids: [id], whole: true }, options)
  const conflicts = absent.filter(({ code }) => code === 'object.conflict')
  if (conflicts.some((one) => one.id === id)) return 'unsettled'
  const ids = await sightingsOf(
    found.map(({ value }) => value),
    options,
  )
  const { found: seen } = await gather({ ids, whole: false }, options)
  const all = [...found, ...seen]
  const others = all.filter(({ value }) => isOthersSighting(value)).length
  const things = all.filter(({ value }) => !isOthersSighting(value))
  const { sent } = releaseEach(things, audience, (cleared) => {
    const report = cleared.find((one) => one.id === id)
    return report && !isRevoked(report) ? eventIn(cleared, uuid, options) : undefined
  })
  const theirs = new Set(found.flatMap(({ value }) => (value.outside ? [uuidOf(value.id)] : [])))
  if (!sent.value) return theirs.has(uuid) ? 'unsettled' : undefined
  const known = isGrouped(sent.value.Event) ? await groups() : new Map<string, { id: string }>()
  return rewritten(sent, (made) => {
    const loss = createLoss()
    for (let at = 0; at < others; at += 1) loss.note('sighting', 'lost', OTHERS)
    const event = plain(forInstance(made!.Event, known, loss), loss)
    const { timestamp, publish_timestamp: _, ...content } = event
    return {
      uuid,
      changed: Number(timestamp),
      event,
      digest: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
      sightings: made!.sightings,
      inConflict: conflicts.length > 0,
      theirs,
      fields: joinReports([made!.report, loss.report()]),
    }
  })
}

const OTHERS = 'others saw it, and MISP would say that we did'

const eventIn = (cleared: readonly Content[], uuid: string, { directory }: ExchangeOptions) =>
  eventsOf(cleared, groupsOf(directory.setting())).find(({ Event }) => Event['uuid'] === uuid)

const uuidOf = (id: string) => id.slice(-36).toLowerCase()

const isRevoked = ({ bytes }: Content): boolean =>
  (JSON.parse(new TextDecoder().decode(bytes)) as Json)['revoked'] === true

const withoutSighting = (attribute: Json): Json =>
  Object.fromEntries(Object.entries(attribute).filter(([name]) => name !== 'Sighting'))

/** Sightings go one by one, for nothing documents that an event brings them; and publishing is asked for. */
function plain(event: Json, loss: ReturnType<typeof createLoss>): Json {
  const isSighted = attributesIn(event).some(
    ({ Sighting }) => Array.isArray(Sighting) && Sighting.length > 0,
  )
  if (!isSighted) return { ...event, published: false }
  loss.note('Attribute.Sighting', 'mapped', 'sightings of their own, as far as they are ours')
  const all = withAttributes(event, withoutSighting)
  return { ...all, published: false }
}

/** MISP says of a sighting that it is of whoever tells it. */
const isOthersSighting = ({ type, from, outside }: Content): boolean =>
  type === 'sighting' && (from !== undefined || outside === true)

/** The sightings held here of what is in a report that are not in it themselves. */
async function sightingsOf(members: readonly Content[], { objects }: ExchangeOptions) {
  const here = new Set(members.map(({ id }) => id))
  const seen = members.filter(({ type }) => SIGHTABLE.has(type)).map(({ id }) => id)
  const referring = await objects.referring(seen, { red: true, limit: 10_000 })
  return referring
    .filter(({ id, type }) => type === 'sighting' && !here.has(id))
    .map(({ id }) => id)
}

const SIGHTABLE: ReadonlySet<string> = new Set(['indicator', 'observed-data', 'vulnerability'])
