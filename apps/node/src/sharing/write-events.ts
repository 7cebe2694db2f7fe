import { joinReports, toEvents, type FieldFate } from '@entente/misp'
import { read, type Content } from './marked.ts'
import { namedUuid } from './named-uuid.ts'

/** Objects as MISP events, and what becomes of each of their properties: what has no field there is not in it. */
export function writeEvents(contents: readonly Content[]): {
  readonly bytes: Uint8Array
  readonly fields: readonly FieldFate[]
} {
  const objects = contents.map(({ bytes }) => read(bytes) as Readonly<Record<string, unknown>>)
  const events = toEvents(objects, {
    uuidOf: namedUuid,
    org: { name: 'Entente', uuid: namedUuid('org') },
  })
  const response = events.map(({ Event }) => ({ Event }))
  return {
    bytes: new TextEncoder().encode(`${JSON.stringify({ response })}\n`),
    fields: joinReports(events.map(({ report }) => report)),
  }
}
