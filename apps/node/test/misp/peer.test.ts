import { expect, test } from 'vitest'
import { event, GROUP, uuid } from './alder.ts'
import { listIn, type Json } from './peer-events.ts'
import { KEY, openPeer } from './peer.ts'

const later = (at: number) => String(1_790_000_000 + at)
const [FIRST] = listIn(event(1), 'Attribute')
const SECOND: Json = { ...FIRST, uuid: uuid(2_000), value: '192.0.2.99' }

async function ask(url: string, method: string, path: string, body: unknown) {
  const headers = { authorization: KEY, 'content-type': 'application/json' }
  const answer = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) })
  return answer.status
}

test('an edit changes what it names where that is newer, and leaves the rest', async () => {
  await using peer = await openPeer(event(1, { Attribute: [FIRST, SECOND] }))
  const edit = (more: Json) =>
    ask(peer.url, 'PUT', `/events/edit/${uuid(1)}`, { Event: event(1, more) })
  const changed = { ...FIRST, comment: 'new', timestamp: later(50) }
  expect(await edit({ timestamp: later(50), Attribute: [changed] })).toBe(200)
  const older = { ...FIRST, comment: 'old', timestamp: later(20) }
  expect(await edit({ timestamp: later(60), Attribute: [older] })).toBe(200)
  expect(listIn(peer.events.get(uuid(1))!, 'Attribute')).toMatchObject([
    { comment: 'new' },
    { value: '192.0.2.99' },
  ])
  expect(await edit({ timestamp: later(60), Attribute: [] })).toBe(403)
})

test.each<[string, Json]>([
  ['an event without info', { info: '' }],
  ['an event that inherits from nothing', { distribution: '5' }],
  ['an event for a group that is not there', { distribution: '4', sharing_group_id: '1' }],
  ['an event with a group by its UUID alone', { distribution: '4', SharingGroup: { uuid: GROUP } }],
  ['an attribute without a category', { Attribute: [{ ...FIRST, category: '' }] }],
  ['an attribute without a value', { Attribute: [{ ...FIRST, value: undefined }] }],
  ['an attribute without a UUID', { Attribute: [{ ...FIRST, uuid: 'one' }] }],
  ['an attribute with sightings', { Attribute: [{ ...FIRST, Sighting: [] }] }],
])('%s is refused', async (_, more) => {
  await using peer = await openPeer()
  expect(await ask(peer.url, 'POST', '/events/add', { Event: event(1, more) })).toBe(403)
  expect(await ask(peer.url, 'POST', '/events/add', { Event: event(1) })).toBe(200)
})
