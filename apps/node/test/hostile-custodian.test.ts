import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical, parseCharter, seal, type PartyId } from '@entente/accord'
import { federationRoutes, startPulling } from '../src/federation/index.ts'
import { intelligenceMigrations, intelligenceStore } from '../src/intelligence/object-store.ts'
import { found } from '../src/parties/found.ts'
import { systemClock as clock } from '../src/platform/clock.ts'
import { crypto } from '../src/platform/crypto.ts'
import { onError } from '../src/platform/http/problem.ts'
import { startServer } from '../src/platform/http/server.ts'
import { createFetching } from '../src/sharing/index.ts'
import { openCaseAt } from './case-at.ts'
import { withFirstCase } from './first-case.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-custodian-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
const charter = parseCharter(founded.charters[1]!, crypto)
const originOf = (party: string) => charter.parties.find(({ id }) => id === party)!.origin
const urls = new Map<string, string>()

/** What Birch's node answers for an object: by the SHA-256 that is asked for. */
const answers = new Map<string, () => Response>()
const times = new Map<string, number>()

async function startNode(party: 'XA' | 'XB' | 'XC' | 'CO') {
  const { keys, database, caseFiles, file } = await openCaseAt(party, {
    data,
    charter: founded.charters[1]!,
    urls,
    migrations: intelligenceMigrations,
  })
  const objects = intelligenceStore(database)
  const app = new Hono()
  app.onError(onError(() => {}))
  if (party === 'XB')
    app.get('/log/:case/object/:sha256', (c) => {
      const hash = c.req.param('sha256')
      // Cedar's node and the chair's ask as well.
      if (c.req.header('signature-input')?.includes(`keyid="${originOf('XA')}"`))
        times.set(hash, (times.get(hash) ?? 0) + 1)
      return answers.get(hash)?.() ?? c.text('no', 404)
    })
  app.route('/', federationRoutes({ caseFiles, name: party }))
  const server = await startServer(app.fetch, { patience: 10 })
  urls.set(party, server.url)
  const fetching = createFetching({ objects, raise: caseFiles.raise, clock, patience: 20 })
  const pulling = startPulling({ caseFiles, interval: 20, evidence: fetching.visit })
  return {
    file,
    objects,
    fetching,
    caseFiles,
    evidence: (named: readonly { id: string; sha256: string }[]) => {
      const act = {
        v: 1,
        charter: charter.id,
        party,
        kind: 'evidence',
        claimedAt: '2026-11-25T12:00:00Z',
        title: 'Evidence',
        objects: named,
        grade: { scale: 'admiralty', version: '1', value: 'F6' },
        custodian: party,
      }
      const { sign } = keys.load(`${party}-mfa-1`)
      const entry = seal(new TextEncoder().encode(canonical(act)), [
        { keyid: `${party}-mfa-1`, sign },
      ])
      return file.file(entry)
    },
    stop: async () => {
      await pulling.stop()
      await server.stop()
      await caseFiles.close()
      await database.close()
    },
  }
}

let alder: Awaited<ReturnType<typeof startNode>>
let birch: Awaited<ReturnType<typeof startNode>>
const running: { readonly stop: () => Promise<void> }[] = []

beforeAll(async () => {
  alder = await startNode('XA')
  birch = await startNode('XB')
  running.push(alder, birch, await startNode('XC'), await startNode('CO'))
})

afterAll(async () => {
  await Promise.all(running.map((node) => node.stop()))
  rmSync(data, { recursive: true, force: true })
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const ID = (digit: number) => `url--0b7f3a52-5d0f-4c3b-9d8e-0f6a1a2b3c4${digit}`
const object = (digit: number, more: object = {}) =>
  JSON.stringify({ type: 'url', id: ID(digit), value: `http://198.51.100.7/${digit}`, ...more })

async function until(isSo: () => boolean | Promise<boolean>, seconds = 20) {
  const endAt = Date.now() + seconds * 1000
  while (!(await isSo())) {
    if (Date.now() > endAt) throw new Error(`expected it within ${seconds} s, got nothing`)
    await pause(20)
  }
}

const alarmsOf = (code: string) => alder.caseFiles.alarms().filter((alarm) => alarm.code === code)
const holds = async (...ids: string[]) => (await alder.objects.held(ids)).size === ids.length

describe('a custodian that names an object and sends something else', () => {
  const frauds = [
    {
      what: 'another text',
      digit: 1,
      named: object(1),
      sent: object(1, { defanged: false }),
      code: 'object.altered',
    },
    { what: 'an object of another id', digit: 2, named: object(3), code: 'object.other' },
    { what: 'two objects', digit: 4, named: `${object(4)},${object(5)}`, code: 'object.other' },
    {
      what: 'an object with a blank behind it',
      digit: 6,
      named: `${object(6)} `,
      code: 'object.other',
    },
    { what: 'what is no JSON', digit: 7, named: '{"type":"url",', code: 'json.malformed' },
    { what: 'what is no STIX', digit: 8, named: '{"type":"url"}', code: 'object.malformed' },
    {
      what: 'the end of one bundle and the rest of another',
      digit: 9,
      named: `${object(9)}],"x":[1`,
      code: 'object.other',
    },
  ] as const

  test.each(frauds)('is found out: $what', async ({ digit, named, code, ...fraud }) => {
    const sent = 'sent' in fraud ? fraud.sent : named
    const before = alarmsOf(code).length
    answers.set(sha256(named), () => new Response(sent))
    await birch.evidence([{ id: ID(digit), sha256: sha256(named) }])
    await until(() => alarmsOf(code).length > before)
    expect(alarmsOf(code).at(-1)).toMatchObject({
      party: 'XB',
      evidence: {
        object: ID(digit),
        expected: sha256(named),
        got: Buffer.from(sent).toString('base64'),
      },
    })
    expect(await holds(ID(digit))).toBe(false)
    // It is not asked again and again for what it has falsified.
    await pause(100)
    expect(times.get(sha256(named))).toBe(1)
  })

  test('took in nothing beside what was named', async () => {
    expect([...(await alder.objects.held([1, 2, 3, 4, 5, 6, 7, 8, 9].map(ID)))]).toEqual([])
  })

  test('is cut off where it sends more than an object may have', async () => {
    const named = sha256('large')
    let sent = 0
    const endless = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            sent += 1024 * 1024
            controller.enqueue(new Uint8Array(1024 * 1024))
          },
        }),
      )
    answers.set(named, endless)
    await birch.evidence([{ id: ID(0), sha256: named }])
    await until(() => alarmsOf('object.too-large').length === 1)
    // Three nodes ask for it, each takes 16 MiB and a little that was under way.
    expect(sent).toBeLessThan(3 * 32 * 1024 * 1024)
  })
})

describe('a custodian that refuses', () => {
  test('is asked again, ever later, and what it says is shown as plain text', async () => {
    const text = object(0, { value: 'http://198.51.100.7/later' })
    const named = sha256(text)
    const problem = { code: 'marking.audience', detail: 'expected \u001b[31mus, got TLP:RED' }
    answers.set(named, () => Response.json(problem, { status: 403 }))
    await birch.evidence([{ id: ID(0), sha256: named }])
    await until(() => (times.get(named) ?? 0) >= 3)
    expect(alder.fetching.refusal(charter.id, named)).toMatchObject({
      code: 'marking.audience',
      detail: 'expected ·[31mus, got TLP:RED',
    })
    answers.set(named, () => new Response(text))
    await until(() => holds(ID(0)))
    expect(alder.fetching.refusal(charter.id, named)).toBeUndefined()
    const [content] = await alder.objects.contents(ID(0))
    expect(new TextDecoder().decode(content!.bytes)).toBe(text)
  })

  test.each([
    ['a page', () => new Response('<html>', { status: 403 })],
    [
      'a long text',
      () => Response.json({ code: 'a.b', detail: 'x'.repeat(9_000) }, { status: 403 }),
    ],
    ['a code that is none', () => Response.json({ code: '<b>', detail: 'x' }, { status: 418 })],
  ])('with %s is shown as having refused, and no more', async (what, answer) => {
    const named = sha256(what)
    answers.set(named, answer)
    await birch.evidence([{ id: ID(1), sha256: named }])
    await until(() => alder.fetching.refusal(charter.id, named) !== undefined)
    expect(alder.fetching.refusal(charter.id, named)).toMatchObject({
      code: 'object.refused',
      detail: expect.stringMatching(/^expected the named object .*, got status \d+$/) as string,
    })
  })
})

describe('a custodian that sends without end, a byte at a time', () => {
  test('holds up neither its own strand nor the others', async () => {
    const named = sha256('slow')
    const drip = () =>
      new Response(
        new ReadableStream({
          pull: async (controller) => {
            await pause(500)
            controller.enqueue(new Uint8Array(1))
          },
        }),
      )
    answers.set(named, drip)
    await birch.evidence([{ id: ID(2), sha256: named }])
    await until(() => times.get(named) === 1)
    const later = object(2, { value: 'http://198.51.100.7/after' })
    answers.set(sha256(later), () => new Response(later))
    const size = alder.file.entries('XB' as PartyId).length
    await birch.evidence([{ id: ID(2), sha256: sha256(later) }])
    await until(() => alder.file.entries('XB' as PartyId).length > size)
    // Left alone for a moment and then asked again: the slow one must not keep the next away for good.
    await until(() => holds(ID(2)), 40)
  }, 60_000)
})
