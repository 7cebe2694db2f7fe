import { readEvents, type Json } from '../src/event.ts'
import { fromEvent } from '../src/from-event.ts'

export const uuid = (at: number) => `5a3c2fcd-8328-42bb-a95e-${String(at).padStart(12, '0')}`
/** An event of the field, with whatever a test asks for besides. */
export const event = (more: Json = {}): Json => ({
  uuid: uuid(1),
  info: 'Modems of one model stop answering',
  date: '2026-11-20',
  timestamp: '1795000000',
  publish_timestamp: '1795000100',
  published: true,
  analysis: '2',
  threat_level_id: '1',
  distribution: '3',
  Orgc: { id: '4', name: 'Alder CERT', uuid: uuid(2) },
  Tag: [{ name: 'tlp:green' }, { name: 'quiet-modem' }],
  ...more,
})
let next = 10
export const attribute = (type: string, value: string, more: Json = {}): Json => ({
  uuid: uuid((next += 1)),
  type,
  category: 'Network activity',
  value,
  to_ids: true,
  comment: '',
  timestamp: '1795000000',
  distribution: '5',
  ...more,
})
export const converted = (raw: Json) => fromEvent(readEvents(JSON.stringify({ Event: raw }))[0]!)
/** What of a conversion is of one type. */
export const only = (raw: Json, type: string) =>
  converted(raw).objects.filter((object) => object['type'] === type)
