import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { KIND_NAMES, type PartyId } from '@entente/accord'
import type { SealedView } from '../src/api.ts'
import { until } from '../src/demo/person.ts'
import { sayWithRoots } from './canary/acts-keys.ts'
import { sayAll } from './canary/acts.ts'
import { openWorld, type World } from './canary/constellation.ts'
import { createFinder } from './canary/found.ts'
import { lookAround, type Looked } from './canary/looking.ts'
import { keepAll } from './canary/marked.ts'
import { HOWS, reaching, type Speaking } from './canary/speaking.ts'
import { AUDIENCE_COLUMNS, FIELDS, gives, PARTS, READERS } from './canary/table.ts'
import { aviary, freeFieldsOf, KIND_SCHEMAS, partsOf } from './canary/words.ts'

/**
 * Who sees what, of every kind of act: one word in each field, every route of every node asked by every reader, and all bytes
 * that came searched. What `spec/who-sees-what.md` gives must be found, and nothing else.
 */

let world: World
let speaking: Speaking
let looked: Looked

beforeAll(async () => {
  const written: Buffer[] = []
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written.push(Buffer.from(chunk))
      return true
    })
  const words = aviary()
  world = await openWorld(words)
  const desk = world.seat('XA', 'desk').client
  const none = { filed: new Map(), digests: [], drafts: [], objects: [], hashes: [] }
  speaking = { world, words, desk, ...none }
  await sayAll(speaking)
  await keepAll(speaking)
  await settled()
  await sayWithRoots(speaking)
  await settled()
  looked = await lookAround(speaking, () => Buffer.concat(written))
}, 240_000)

afterAll(async () => {
  vi.restoreAllMocks()
  await world.close()
})

/** Until every node has what is for it. */
async function settled(): Promise<void> {
  await reaching(speaking, 'shared', ['XB', 'XC'])
  await reaching(speaking, 'other', ['XD'])
  await reaching(speaking, 'line', ['XO'])
  await reaching(speaking, 'root', ['XB', 'XC', 'XD'])
  await reaching(speaking, 'public', ['XB', 'XC', 'XD'])
  const [, strict] = speaking.objects
  for (const party of ['XB', 'XC'] as const) {
    const { client } = world.seat(party, 'desk')
    await until(`${party} to have the object`, () =>
      client.ask(`/api/v1/objects/${strict!.id}`).catch(() => undefined),
    )
  }
  const { client } = world.seat('XB', 'desk')
  await until('Birch to have what it is handed', async () => {
    const path = `/api/v1/cases/${world.cases.shared}/disclosures`
    const { sealed } = await client.ask<SealedView>(path)
    const named = sealed.filter(({ to }) => to?.includes('XB' as PartyId))
    return named.length > 0 && named.every(({ value }) => value !== undefined) ? true : undefined
  })
}

describe('the table', () => {
  test('has the readers of the page as its columns, each kind once, and each field that takes free text', () => {
    expect(AUDIENCE_COLUMNS).toEqual(READERS)
    expect([...FIELDS.keys()]).toEqual(KIND_NAMES)
    for (const { kind, schema } of KIND_SCHEMAS) {
      expect([kind, ...freeFieldsOf(schema)]).toEqual([kind, ...FIELDS.get(kind)!])
      expect([kind, ...partsOf(schema)]).toEqual([kind, ...(PARTS.get(kind) ?? [])])
    }
  })

  test('is tested with every kind, and a word in every field of it', () => {
    expect([...speaking.filed.keys()].toSorted()).toEqual(KIND_NAMES.toSorted())
    const said = new Set(speaking.words.all.map(({ kind, field }) => `${kind} ${field}`))
    for (const [kind, fields] of FIELDS)
      for (const field of fields) expect(said).toContain(`${kind} ${field}`)
    for (const [kind, parts] of PARTS)
      for (const part of parts)
        for (const how of HOWS) expect(said).toContain(`${kind} ${part} ${how}`)
  })
})

/** What answers nobody here: a link is used up by whoever came in by it. */
const UNANSWERED = ['GET /enter/:token']

describe('each reader', () => {
  test('is there, for every column of the table', () => {
    const { eyes } = looked
    const seen = new Set(eyes.flatMap(({ as }) => speaking.words.all.map((canary) => as(canary))))
    expect([...seen].toSorted()).toEqual(READERS.toSorted())
  })

  test('asked every route of every node, and each that is only read answered somebody', () => {
    const routes = new Set(
      Object.values(world.nodes).flatMap((node) =>
        node.routes
          .filter(({ method, path }) => method !== 'ALL' && path !== '*' && path !== '/*')
          .map(({ method, path }) => `${method} ${path}`),
      ),
    )
    expect([...routes].filter((route) => !looked.asked.has(route))).toEqual([])
    const reads = [...routes].filter((route) => route.startsWith('GET '))
    expect(reads.filter((route) => !looked.answered.has(route)).toSorted()).toEqual(UNANSWERED)
  })

  test('finds what the table gives, and nothing that it withholds', () => {
    const wrong = looked.eyes.flatMap(({ name, as, found }) =>
      speaking.words.all.flatMap((canary) => {
        const { word, kind, field, at } = canary
        const reader = as(canary)
        const isGiven = gives(`${kind} ${field}`, reader)
        if (isGiven === found.has(word)) return []
        return [`${name} (${reader}) ${isGiven ? 'lacks' : 'finds'} ${kind} ${field} in ${at}`]
      }),
    )
    expect(wrong).toEqual([])
  })
})

describe('a word is found', () => {
  const { all, ...words } = aviary()
  words.in('note', 'says')
  const { word } = all[0]!
  const around = `before ${word} after`
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  test.each([
    ['as it is', around],
    ['in capitals', around.toUpperCase()],
    ['in JSON, escaped', `{"a":"\\u007a${word.slice(1)}"}`],
    ['in a URL', encodeURIComponent(around).replace('z', '%7A')],
    ['in HTML', `&#122;${word.slice(1)}`],
    ['in hex', Buffer.from(`x${around}`).toString('hex')],
    ['in base64', base64(around)],
    ['in base64 that begins a byte later', base64(`x${around}`)],
    ['in base64 that begins two bytes later', base64(`xy${around}`)],
    ['in base64 after other letters', `ab${base64(around)}`],
    ['in base64url', Buffer.from(`ÿ>?${around}`).toString('base64url')],
    ['in base64, three times over', base64(`{"a":"${base64(`{"b":"${base64(around)}"}`)}"}`)],
    ['in UTF-16', Buffer.from(around, 'utf16le')],
    ['in UTF-16 of the other order', Buffer.from(around, 'utf16le').swap16()],
  ])('%s', (_how, bytes) => {
    expect([...createFinder()(Buffer.from(bytes as string))]).toEqual([word])
  })

  test('and not where it is not', () => {
    expect([...createFinder()(Buffer.from(around.replace('z', 'y')))]).toEqual([])
    expect([...createFinder()(gzipSync('nothing'))]).toEqual([])
  })
})
