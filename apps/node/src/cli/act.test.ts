import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { Act, KIND_NAMES, type CharterId, type PartyId } from '@entente/accord'
import { run } from '../../test/command.ts'
import { actCommand, templateOf } from './act.ts'
import { payloadNow, previewOf } from './preview.ts'

/** What a person would write for what a template asks. */
function filled(asked: unknown): unknown {
  if (Array.isArray(asked)) return asked.map(filled)
  if (typeof asked === 'object' && asked !== null) return filledAll(asked)
  const words: Readonly<Record<string, unknown>> = {
    string: 'words',
    boolean: true,
    integer: 1,
    date: '2026-11-24',
    'date-time': '2026-11-24T12:00:00Z',
  }
  const [first] = String(asked).split(' | ')
  return words[String(asked)] ?? first
}
const filledAll = (asked: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(asked)
      .filter(([field]) => !field.endsWith('?'))
      .map(([field, one]) => [field, filled(one)]),
  )
const act = (kind: string, said: object) =>
  Act.safeParse({
    v: 1,
    charter: `sha256:${'0'.repeat(64)}`,
    party: 'XA',
    claimedAt: '2026-11-24T12:00:00Z',
    kind,
    ...said,
  })

describe('the template of an act', () => {
  test.each(KIND_NAMES)('of kind %s asks for no field that the kind does not have', (kind) => {
    const asked = templateOf(kind)
    expect(Object.keys(asked).length).toBeGreaterThan(0)
    const unknown = (act(kind, filledAll(asked)).error?.issues ?? []).filter(
      ({ code }) => code === 'unrecognized_keys',
    )
    expect(unknown).toEqual([])
  })
  it('filled in word by word is an act', () => {
    const on = `sha256:${'1'.repeat(64)}`
    const call = { ...filledAll(templateOf('call')), for: 'measure-1' }
    expect(act('call', call).success).toBe(true)
    expect(act('report', { ...filledAll(templateOf('report')), on }).success).toBe(true)
    expect(act('review', { ...filledAll(templateOf('review')), on }).success).toBe(true)
    expect(act('suspend', { ...filledAll(templateOf('suspend')), on }).success).toBe(true)
  })
  it('says of each list and of each table what its entries are', () => {
    const empty = (asked: unknown): boolean =>
      typeof asked === 'object' && asked !== null
        ? Object.values(asked).length === 0 || Object.values(asked).some(empty)
        : String(asked).includes('[object')
    for (const kind of KIND_NAMES) expect([kind, empty(templateOf(kind))]).toEqual([kind, false])
    expect(templateOf('declare')['cut']).toEqual({ '…': { size: 'integer', root: 'base64' } })
    expect(templateOf('accuse')['notes']).toEqual(['string', 'string'])
  })
  it('leaves out what the command and the node write', () => {
    for (const kind of KIND_NAMES)
      expect(Object.keys(templateOf(kind))).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(v|charter|party|claimedAt|kind)$/)]),
      )
  })
})

describe('a file that somebody else wrote', () => {
  const view = { id: `sha256:${'0'.repeat(64)}` as CharterId, acts: [] }

  it.each([
    ['charter', `sha256:${'2'.repeat(64)}`],
    ['party', 'XB'],
    ['claimedAt', '2020-01-01T00:00:00Z'],
    ['prev', `sha256:${'2'.repeat(64)}`],
    ['kind', 'leave'],
    ['v', 1],
  ])('does not say %s: what is shown would not be what is signed', async (field, value) => {
    const place = mkdtempSync(join(tmpdir(), 'entente-act-'))
    const file = join(place, 'said.json')
    try {
      writeFileSync(file, JSON.stringify({ reason: 'words', [field]: value }))
      const words = ['leave', '--file', file, '--session', join(place, 'none')]
      const command = actCommand().exitOverride()
      command.configureOutput({ writeErr: () => undefined })
      const refused = { exitCode: 2, message: expect.stringContaining(field) as string }
      await expect(run(command, ...words)).rejects.toMatchObject(refused)
    } finally {
      rmSync(place, { recursive: true })
    }
  })
  it.each(KIND_NAMES)('of kind %s that says nothing, null or too deep is refused', (kind) => {
    const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as unknown
    const fields = Object.keys(templateOf(kind)).map((field) => field.replace('?', ''))
    for (const value of [null, 7, '', {}, deep]) {
      const said = Object.fromEntries(fields.map((field) => [field, value]))
      const refused = expect.objectContaining({ code: 'act.malformed' }) as Error
      expect(() => payloadNow(view, 'XA' as PartyId, { ...said, kind })).toThrow(refused)
    }
  })
  it('is shown without lines, orders or marks that it has no right to', () => {
    const said = {
      kind: 'note',
      says: 'We do \u202Eton\u202C\u2066 agree.\nXB (XB) would sign',
    } as const
    const act = Act.parse(JSON.parse(payloadNow(view, 'XA' as PartyId, said)))
    const title = 'A case\n  Says: We agree.'
    const around = {
      charter: { title, parties: [], exercise: true },
      state: { steps: [] },
      acts: [],
    }
    const shown = previewOf(around, act, 'en')
    expect(shown).toContain('We do ‹U+202E›ton‹U+202C›‹U+2066› agree.\n    XB (XB)')
    expect(shown).toContain('  in A case   Says: We agree.\n')
  })
})

describe('the way of every act by the command line', () => {
  const tests = new URL('../../test/', import.meta.url)
  const sources = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, tests), 'utf8'))
    .filter((source) => source.includes("by-command-line.ts'"))

  test.each(KIND_NAMES)('is gone in a story, until it is on record: %s', (kind) => {
    const told = new RegExp(`(?:byCommandLine|say)\\(\\s*'${kind}'|test\\.each\\([^)]*'${kind}'`)
    expect(sources.some((source) => told.test(source))).toBe(true)
  })
})
