import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sharedPath } from '../../../../tools/shared.ts'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import type { Database } from '../platform/db/index.ts'
import { readCoun7er } from './coun7er.ts'
import { optionMigrations, optionStore, type OptionStore } from './store.ts'

const NOW = '2026-11-25T10:00:00.000Z'
const LATER = '2026-11-26T10:00:00.000Z'

const item = (more: Readonly<Record<string, unknown>> = {}) => ({
  id: 'CM9001',
  name: 'Withdraw the keys of one relay',
  subtype: 'Disable, Examine',
  content:
    '## Details\n\n* **ID:** CM9001\n\n## Preparation\n\n- Ask who depends on it.\n\n## Risks\n\nMail stops.\n\n## Guidance\n\n### First\n\nTell them.',
  version: '1.0',
  modified: '2026-03-14T00:00:00.000Z',
  revoked: null,
  techniques: [{ tech_id: 'T1114.002' }, { tech_id: 'T1003' }, { tech_id: 'T1003' }],
  ...more,
})
const file = (...items: readonly unknown[]) =>
  new TextEncoder().encode(JSON.stringify({ id: 'coun7er', items }))

describe('a catalogue in the form of COUN7ER', () => {
  test('keeps id, techniques, and what is asked for before anything is done', () => {
    expect(readCoun7er(file(item()))).toMatchObject([
      {
        source: 'coun7er',
        id: 'CM9001',
        does: ['Disable', 'Examine'],
        techniques: ['T1003', 'T1114.002'],
        preparation: '- Ask who depends on it.',
        risks: 'Mail stops.',
        guidance: '### First\n\nTell them.',
        withdrawn: false,
      },
    ])
  })

  test.each([
    [new TextEncoder().encode('{'), 'options.malformed', /JSON in UTF-8/],
    [file(item({ id: '../CM1' })), 'options.malformed', /an id CM0000 at items\.0\.id/],
    [
      file(item({ techniques: [{ tech_id: 'T1' }] })),
      'options.malformed',
      /ATT&CK id .* at items\.0\.techniques\.0/,
    ],
    [new TextEncoder().encode('{"id":"other","items":[]}'), 'options.malformed', /at id/],
    [new Uint8Array(8 * 1024 * 1024 + 1), 'options.too-large', /8388608 bytes/],
  ])('is refused with a code and the place', (bytes, code, message) => {
    expect(() => readCoun7er(bytes)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    )
  })
})

describe.each(STORE_KINDS)('imported options in $name', ({ empty }) => {
  let place: EmptyStore
  let database: Database
  let store: OptionStore
  beforeEach(async () => {
    place = await empty()
    database = await place.open(optionMigrations)
    store = optionStore(database)
  })
  afterEach(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })
  const take = (at: string, ...items: readonly unknown[]) =>
    store.take(readCoun7er(file(...items)), at)

  test('are none before somebody brings a catalogue', async () => {
    expect(await store.list()).toEqual([])
  })

  test('are the same when the same file comes again', async () => {
    expect(await take(NOW, item())).toMatchObject({ options: 1, new: 1, conflicts: [] })
    const held = await store.list()
    expect(await take(LATER, item())).toMatchObject({ new: 0, held: 1, conflicts: [] })
    expect(await store.list()).toEqual(held)
  })

  test('are those of the latest version, and earlier ones stay', async () => {
    await take(NOW, item({ version: '1.1', modified: '2026-05-01T00:00:00.000Z', name: 'New' }))
    expect(await take(LATER, item())).toMatchObject({ versions: 1 })
    expect(await store.list()).toMatchObject([{ version: '1.1', name: 'New', importedAt: NOW }])
  })

  test('with one version and two contents are a conflict on record, and nothing is overwritten', async () => {
    await take(NOW, item())
    expect(await take(LATER, item({ name: 'Another' }))).toMatchObject({ conflicts: ['CM9001'] })
    const [held] = await store.list()
    expect(held).toMatchObject({ name: 'Withdraw the keys of one relay', importedAt: NOW })
    expect(held!.conflictsWith).toEqual([readCoun7er(file(item({ name: 'Another' })))[0]!.sha256])
  })

  const published = sharedPath('data/coun7er/latest.json')
  test.skipIf(published === undefined)('are the 152 that CISA publishes', async () => {
    const options = readCoun7er(readFileSync(published!))
    expect(await store.take(options, NOW)).toMatchObject({ options: 152, new: 152, conflicts: [] })
    const held = await store.list()
    expect(held).toHaveLength(152)
    expect(held.every(({ preparation, risks }) => preparation !== '' && risks !== '')).toBe(true)
    expect(held[0]).toMatchObject({
      id: 'CM0001',
      does: ['Disable'],
      techniques: ['T1021.002'],
    })
  })
})
