import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../open-store.ts'
import type { Database } from '../platform/db/index.ts'
import type { HuntEvent } from './api.ts'
import { hunt, type Hunt } from './hunt.ts'
import { importBundle } from './import-bundle.ts'
import { intelligenceStore } from './object-store.ts'
import { objectsSince } from './since.ts'

const clock = { now: () => Date.UTC(2026, 10, 27) }
const RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'
let directory: string
let database: Database
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'entente-hunt-'))
  database = await openStore(directory)
})
afterEach(async () => {
  await database.close()
  rmSync(directory, { recursive: true, force: true })
})

const idOf = (type: string, number: number) =>
  `${type}--5a3c2fcd-8328-42bb-a95e-${String(number).padStart(12, '0')}`
const address = (number: number, value: string, more: object = {}) => ({
  type: 'ipv4-addr',
  spec_version: '2.1',
  id: idOf('ipv4-addr', number),
  value,
  ...more,
})
const observed = (number: number, at: string, refs: readonly object[], more: object = {}) => ({
  type: 'observed-data',
  spec_version: '2.1',
  id: idOf('observed-data', number),
  created: '2026-11-20T00:00:00.000Z',
  modified: '2026-11-20T00:00:00.000Z',
  first_observed: at,
  last_observed: at,
  number_observed: 1,
  object_refs: refs.map((one) => (one as { id: string }).id),
  ...more,
})
async function take(objects: readonly object[]) {
  const bundle = { type: 'bundle', id: idOf('bundle', 1), objects }
  async function* once() {
    yield await Promise.resolve(Buffer.from(JSON.stringify(bundle)))
  }
  const report = await importBundle(intelligenceStore(database), once(), { name: 'b.json', clock })
  expect(report.setAside.count).toBe(0)
}
async function found(asked: Omit<Hunt, 'red'> & { readonly red?: boolean }) {
  const store = intelligenceStore(database)
  const events: HuntEvent[] = []
  const held = { store, since: objectsSince(database) }
  for await (const event of hunt(held, { red: true, ...asked })) events.push(event)
  return {
    ids: events.flatMap((one) => (one.kind === 'found' ? [one.id] : [])),
    observed: events.flatMap((one) => (one.kind === 'found' ? [one.observed] : [])),
    last: events.at(-1),
  }
}

const [A, B, C] = [address(1, '198.51.100.7'), address(2, '198.51.100.8'), address(3, '192.0.2.1')]
const file = {
  type: 'network-traffic',
  spec_version: '2.1',
  id: idOf('network-traffic', 1),
  protocols: ['tcp'],
  dst_ref: A.id,
  dst_port: 443,
}

describe('a pattern put to all that is held', () => {
  test('finds observations with what they name, and objects by themselves', async () => {
    await take([
      A,
      B,
      C,
      file,
      observed(1, '2026-11-20T10:00:00Z', [file]),
      observed(2, '2026-11-20T11:00:00Z', [B]),
    ])
    const subset = await found({ pattern: "[ipv4-addr:value ISSUBSET '198.51.100.0/24']" })
    expect(subset.ids.toSorted()).toEqual([A.id, B.id, idOf('observed-data', 2)])
    expect(subset.last).toEqual({
      kind: 'done',
      of: 6,
      looked: 6,
      found: 3,
      withheld: 0,
      unread: 0,
    })
    const reached = await found({ pattern: "[network-traffic:dst_ref.value = '198.51.100.7']" })
    expect(reached.ids).toEqual([idOf('observed-data', 1)])
  })

  test('finds objects by themselves by any of several brackets, and by none that need others', async () => {
    await take([A, B, C])
    const is = ({ value }: { value: string }) => `[ipv4-addr:value = '${value}']`
    const either = await found({ pattern: `${is(A)} OR (${is(B)} OR [domain-name:value = 'b'])` })
    expect(either.ids.toSorted()).toEqual([A.id, B.id])
    const late = "START t'2026-11-20T00:00:00Z' STOP t'2026-11-21T00:00:00Z'"
    for (const pattern of [`${is(A)} AND ${is(B)}`, `${is(A)} OR ${is(B)} ${late}`])
      expect((await found({ pattern })).ids, pattern).toEqual([])
  })

  test('joins what was taken in late to what was observed long before it', async () => {
    const both = `([ipv4-addr:value = '${A.value}'] AND [ipv4-addr:value = '${B.value}']) WITHIN 300 SECONDS`
    await take([
      A,
      B,
      observed(1, '2026-11-20T10:00:00Z', [A]),
      observed(2, '2026-11-21T10:00:00Z', [A]),
      observed(3, '2026-11-20T10:04:00Z', [B]),
    ])
    const { observed: together } = await found({ pattern: both })
    expect(together).toEqual([[idOf('observed-data', 1), idOf('observed-data', 3)]])
  })

  test('joins observations of one history by order and time', async () => {
    await take([
      A,
      B,
      observed(1, '2026-11-20T10:00:00Z', [A]),
      observed(2, '2026-11-20T10:04:00Z', [B]),
    ])
    const [first, then] = [`[ipv4-addr:value = '${A.value}']`, `[ipv4-addr:value = '${B.value}']`]
    const both = await found({ pattern: `(${first} FOLLOWEDBY ${then}) WITHIN 300 SECONDS` })
    expect(both.observed).toEqual([[idOf('observed-data', 1), idOf('observed-data', 2)]])
    expect(
      (await found({ pattern: `(${first} FOLLOWEDBY ${then}) WITHIN 60 SECONDS` })).ids,
    ).toEqual([])
    expect((await found({ pattern: `${then} FOLLOWEDBY ${first}` })).ids).toEqual([])
  })

  test('joins what happened in order, in whatever order it came here', async () => {
    // What was seen a day later came in between.
    await take([
      B,
      observed(2, '2026-11-20T10:04:00Z', [B]),
      observed(3, '2026-11-21T10:04:00Z', [B]),
    ])
    await take([A, observed(1, '2026-11-20T10:00:00Z', [A])])
    const [first, then] = [`[ipv4-addr:value = '${A.value}']`, `[ipv4-addr:value = '${B.value}']`]
    const both = await found({ pattern: `(${first} FOLLOWEDBY ${then}) WITHIN 300 SECONDS` })
    expect(both.observed.map((ids) => ids.toSorted())).toEqual([
      [idOf('observed-data', 1), idOf('observed-data', 2)],
    ])
    expect((await found({ pattern: `${then} FOLLOWEDBY ${first}` })).ids).toEqual([])
  })

  test('looks at objects of other types than the standard has, where the pattern names them', async () => {
    const device = {
      type: 'x-usb-device',
      spec_version: '2.1',
      id: idOf('x-usb-device', 1),
      serial: '575',
    }
    await take([device])
    expect((await found({ pattern: "[x-usb-device:serial = '575']" })).ids).toEqual([device.id])
    expect(
      (await found({ pattern: "[x-usb-device:serial = '576' OR ipv4-addr:value = '575']" })).ids,
    ).toEqual([])
  })

  test('shows a role that does not see TLP:RED none of it, not even through what names it', async () => {
    const secret = address(4, '198.51.100.9', { object_marking_refs: [RED] })
    await take([secret, observed(1, '2026-11-20T10:00:00Z', [secret])])
    const pattern = "[ipv4-addr:value = '198.51.100.9']"
    expect((await found({ pattern })).ids).toHaveLength(2)
    const admin = await found({ pattern, red: false })
    expect(admin).toMatchObject({ ids: [], last: { found: 0, withheld: 1 } })
  })

  test('what was TLP:RED in one version is so in all of them', async () => {
    const secret = observed(1, '2026-11-20T10:00:00Z', [A], { object_marking_refs: [RED] })
    const { object_marking_refs: _, ...open } = secret as Record<string, unknown>
    await take([A, secret])
    await take([{ ...open, modified: '2026-11-21T00:00:00.000Z' }])
    const pattern =
      "[ipv4-addr:value = '198.51.100.7'] START t'2026-11-20T00:00:00Z' STOP t'2026-11-21T00:00:00Z'"
    expect((await found({ pattern })).ids).toEqual([secret.id])
    expect(await found({ pattern, red: false })).toMatchObject({ ids: [], last: { withheld: 1 } })
  })

  test('looks at the newest version of an object, and once', async () => {
    const old = observed(1, '2026-11-20T10:00:00Z', [A])
    await take([A, B, old])
    await take([{ ...old, modified: '2026-11-21T00:00:00.000Z', object_refs: [B.id] }])
    const pattern = (value: string) => `[ipv4-addr:value = '${value}']`
    expect((await found({ pattern: pattern(A.value) })).ids).toEqual([A.id])
    expect((await found({ pattern: pattern(B.value) })).ids).toEqual([
      idOf('observed-data', 1),
      B.id,
    ])
  })

  test('ends when it is stopped, and is refused before it begins where it cannot be read', async () => {
    await take([A, B])
    const stopped = await found({
      pattern: `[ipv4-addr:value = '${A.value}']`,
      signal: AbortSignal.abort(),
    })
    expect(stopped).toMatchObject({ ids: [], last: undefined })
    await expect(found({ pattern: '[ipv4-addr:value = ' })).rejects.toMatchObject({
      code: 'pattern.malformed',
    })
  })
})
