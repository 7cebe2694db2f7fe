import { Hono } from 'hono'
import { afterEach, describe, expect, test } from 'vitest'
import type { PartyId } from '@entente/accord'
import { encodeEntries, toUtf8 } from '@entente/log'
import { release } from '@entente/release'
import { crypto } from '../platform/crypto.ts'
import { sendFrom } from '../platform/http/send.ts'
import { startServer, type RunningServer } from '../platform/http/server.ts'
import { ask } from './client.ts'
import { fetchEntries, type Source } from './fetch-entries.ts'

const ALDER = 'XA' as PartyId
const entries = Array.from({ length: 300 }, (_, at) => toUtf8(`act ${at} ${'x'.repeat(at % 7)}`))
const bundleAt = (path: string) => {
  const index = path.includes('001') ? 1 : 0
  return new Uint8Array(encodeEntries(entries.slice(index * 256, (index + 1) * 256)))
}

let server: RunningServer
afterEach(() => server.stop())

/** A peer that serves the bundles of 300 entries like this; what it sent is counted. */
async function peerThat(
  answer: (c: Parameters<typeof sendFrom>[0], bytes: Uint8Array) => Response,
) {
  const sent: number[] = []
  const app = new Hono()
  app.get('/*', (c) => answer(c, bundleAt(c.req.path)))
  server = await startServer(app.fetch)
  const source: Source = {
    peer: { party: ALDER, url: server.url },
    get: async (path, limit, from = 0) => {
      const got = await ask(`${server.url}/${path}`, { limit, from })
      sent.push(got.bytes.length)
      return got
    },
  }
  return { source, sent }
}
const cleared = (value: Uint8Array) =>
  release({ value, marking: { tlp: 'TLP:CLEAR' } }, { kind: 'party', party: ALDER })
const lengthOf = (some: readonly Uint8Array[]) =>
  some.reduce((sum, { length }) => sum + 2 + length, 0)
const fetched = (source: Source, from: number, size = 256) =>
  fetchEntries(ALDER, { source, from, size, crypto, held: entries.slice(0, from) })

describe('entries of a bundle whose beginning is held', () => {
  test('are asked for from there on', async () => {
    const { source, sent } = await peerThat((c, bytes) => sendFrom(c, cleared(bytes), {}))
    expect(await fetched(source, 250)).toEqual(entries.slice(250, 256))
    expect(sent).toEqual([lengthOf(entries.slice(250, 256))])
    expect(await fetched(source, 254, 300)).toEqual(entries.slice(254))
    expect(sent.slice(1)).toEqual([lengthOf(entries.slice(254, 256)), lengthOf(entries.slice(256))])
  })

  test.each([
    [
      'knows no ranges',
      (c: Parameters<typeof sendFrom>[0], bytes: Uint8Array) => c.body(new Uint8Array(bytes)),
    ],
    [
      'sends something else in their place',
      (c: Parameters<typeof sendFrom>[0], bytes: Uint8Array) =>
        c.req.header('range') ? c.body('nonsense', 206) : c.body(new Uint8Array(bytes)),
    ],
    [
      'refuses the range',
      (c: Parameters<typeof sendFrom>[0], bytes: Uint8Array) =>
        c.req.header('range') ? c.body(null, 416) : c.body(new Uint8Array(bytes)),
    ],
  ])('come all the same from a peer that %s', async (_, answer) => {
    const { source, sent } = await peerThat(answer)
    expect(await fetched(source, 250)).toEqual(entries.slice(250, 256))
    expect(sent.at(-1)).toBe(lengthOf(entries.slice(0, 256)))
  })

  test.each(['bytes=5-9', 'bytes=-5', 'bytes=9999999-', 'bytes=0-', 'lines=1-', 'bytes=1-,4-'])(
    'are served whole where the range is %s',
    async (range) => {
      await peerThat((c, bytes) => sendFrom(c, cleared(bytes), {}))
      const answer = await fetch(`${server.url}/tile/entries/000`, { headers: { range } })
      expect([answer.status, (await answer.bytes()).length]).toEqual([
        200,
        lengthOf(entries.slice(0, 256)),
      ])
    },
  )
})
