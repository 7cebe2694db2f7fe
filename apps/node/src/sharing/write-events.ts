import { joinReports, toEvents, type FieldFate, type MispEvent } from '@entente/misp'
import { read, type Content } from './marked.ts'
import { namedUuid } from './named-uuid.ts'

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

/** Objects as MISP events. */
export const eventsOf = (contents: readonly Content[]): readonly MispEvent[] =>
  toEvents(
    contents.map(({ bytes }) => read(bytes)),
    { uuidOf: namedUuid, org: { name: 'Entente', uuid: namedUuid('org') } },
  )
