import {
  joinReports,
  toEvents,
  type FieldFate,
  type MispEvent,
  type SharingGroup,
} from '@entente/misp'
import { read, type Content } from './marked.ts'
import { namedUuid } from './named-uuid.ts'
import type { SharingSetting } from './setting.ts'

/** Objects as MISP events, and what becomes of each of their properties: what has no field there is not in it. */
export function writeEvents(contents: readonly Content[]): {
  readonly bytes: Uint8Array
  readonly fields: readonly FieldFate[]
} {
  const events = eventsOf(contents)
  const response = events.map(({ Event }) => ({ Event }))
  return {
    bytes: new TextEncoder().encode(`${JSON.stringify({ response })}\n`),
    fields: joinReports(events.map(({ report }) => report)),
  }
}

type Groups = ReadonlyMap<string, SharingGroup>

/** Objects as MISP events; those marked with one of these groups go to it. */
export const eventsOf = (
  contents: readonly Content[],
  groups: Groups = new Map(),
): readonly MispEvent[] =>
  toEvents(
    contents.map(({ bytes }) => read(bytes)),
    { uuidOf: namedUuid, org: { name: 'Entente', uuid: namedUuid('org') }, groups },
  )

/** The sharing groups that are settled here, by the markings that stand for them, each by its community's name. */
export const groupsOf = ({ groups, communities }: SharingSetting): Groups =>
  new Map(
    groups.map(({ marking, community }) => {
      const name = communities.find(({ id }) => id === community)?.name ?? community
      return [marking, { uuid: marking.slice(-36), name }]
    }),
  )
