import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig, writeConfig } from '../../src/config.ts'
import type { Attacks } from './attacker.ts'
import { agree, alarmed, evidence, looks, openField, says, sees, type Field } from './field.ts'

/** Three honest nodes, and a process that sends more than anybody needs. */
let field: Field
const honest = ['XA', 'XC', 'CO'] as const
const QUOTA = 40
/** A strand of each of four parties in three cases: root, case and what is published. */
const LOGS = 12
const ministry = [{ keyid: 'XB-mfa-1' }]

beforeAll(async () => {
  field = await openField({ hostile: 'XB' })
  for (const party of honest) {
    const directory = field.directoryOf(party)
    writeConfig(directory, { ...readConfig(directory), actsPerHour: QUOTA })
  }
}, 60_000)
afterAll(() => field.close())

const rowsOf = (table: string) => {
  const database = new DatabaseSync(join(field.directoryOf('XA'), 'entente.db'), { readOnly: true })
  try {
    return Number(database.prepare(`select count(*) as n from ${table}`).get()?.['n'])
  } finally {
    database.close()
  }
}

const many = (name: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, at) =>
      field.attacker.does('seals', evidence(`${name} ${at}`), ministry),
    ),
  )

describe('row 19: a flooder', () => {
  test('from outside fills no witness, and the nations speak on meanwhile', async () => {
    const { attacker, people, urlOf } = field
    const url = `${urlOf('XA')}/witness/add-checkpoint`
    const flood = attacker.does('floods', url, { times: 1_000, body: 'origins' })
    const { id, final } = await says(field, 'XA', 'said in a flood')
    expect(final).toBe(true)
    await sees(field, people.XC, id)
    expect(await flood).toEqual({ 404: 1_000 })
    expect(rowsOf('witness_log')).toBeLessThanOrEqual(LOGS)
    const large = await attacker.does('floods', url, { times: 40, body: 'large' })
    expect((large['413'] ?? 0) + (large['closed'] ?? 0)).toBe(40)
    await alarmed(people.XA, { kind: 'flood', code: 'request.too-large' })
  })

  describe('from one address, or in one party’s name', () => {
    const SHARE = 100
    const PROXY = '127.0.0.9'
    const held = () => readConfig(field.directoryOf('XA'))
    beforeAll(() => {
      const requests = { perMinute: SHARE, exempt: ['127.0.0.1'], proxies: [PROXY] }
      writeConfig(field.directoryOf('XA'), {
        ...held(),
        requests: { ...held().requests, ...requests },
      })
    })
    /** How often each status came, and how many more than its share can have come back meanwhile. */
    const asks = async (path: string, asked: Parameters<Attacks['asksFrom']>[1]) => {
      const began = performance.now()
      const { counts, waits } = await field.attacker.does(
        'asksFrom',
        `${field.urlOf('XA')}${path}`,
        asked,
      )
      const back = Math.ceil(((performance.now() - began) / 60_000) * SHARE) + 1
      return { counts, waits, back }
    }
    const CARD = '/.well-known/entente'
    const isShare = ({ counts, back }: Awaited<ReturnType<typeof asks>>, of: number) => {
      const { '200': answered = 0, '429': refused = 0 } = counts
      expect(answered + refused).toBe(of)
      expect(answered).toBeGreaterThanOrEqual(SHARE)
      expect(answered).toBeLessThanOrEqual(SHARE + back)
    }

    test('is answered up to its share, then told how long to wait; what it claims to be helps it nothing', async () => {
      const { people } = field
      const from = ['127.0.0.66']
      const flood = await asks(CARD, { times: 200, from })
      isShare(flood, 200)
      expect(flood.waits).toEqual(['1'])
      const headers = { 'x-forwarded-for': '203.0.113.{n}', forwarded: 'for=203.0.113.{n}' }
      const claimed = await asks(CARD, { times: 30, from, headers })
      expect(claimed.counts['200'] ?? 0).toBeLessThanOrEqual(claimed.back)
      // Nobody else waits for that.
      expect((await asks(CARD, { times: 10, from: ['127.0.0.67'] })).counts).toEqual({ 200: 10 })
      const { id } = await says(field, 'XA', 'said while somebody asks too much')
      await sees(field, people.XC, id)
      const alarm = await alarmed(people.XA, { kind: 'flood', code: 'request.too-many' })
      expect(alarm.evidence).toEqual({ from: '127.0.0.66' })
      expect(alarm.says.en).toBe('This node was sent more than it takes.')
    })

    test('behind a proxy of the node is told apart by whom the proxy names, and not by what it wrote itself', async () => {
      const from = [PROXY]
      const through = (client: string) => ({ 'x-forwarded-for': `203.0.113.{n}, ${client}` })
      const one = await asks(CARD, { times: 200, from, headers: through('198.51.100.7') })
      isShare(one, 200)
      const other = await asks(CARD, { times: 10, from, headers: through('198.51.100.8') })
      expect(other.counts).toEqual({ 200: 10 })
    })

    test('as a party: its share is one, from however many addresses its node asks', async () => {
      const { charter, people } = field
      const path = `/log/${field.case.slice(7)}/state`
      const signedTo = charter.parties.find(({ id }) => id === 'XA')!.origin
      const from = Array.from({ length: 20 }, (_, n) => `127.0.1.${n + 1}`)
      const flood = await asks(path, { times: 200, from, signedTo })
      isShare(flood, 200)
      await alarmed(people.XA, { kind: 'flood', code: 'request.too-many', party: 'XB' })
      const { id } = await says(field, 'XC', 'said while Birch asks too much')
      await sees(field, people.XA, id)
    })
  })

  test('inside fills its strand: what is over the quota waits, and only that', async () => {
    const { attacker, people } = field
    const flood = await many('a flood', QUOTA + 20)
    await attacker.does(
      'logs',
      flood.map(({ entry }) => entry),
    )
    await sees(field, people.XA, flood.at(-1)!.id)
    const [last] = await many('one more', 1)
    await agree(field, honest)
    await attacker.does('logs', [last!.entry])
    await looks(field, 'XA', { end: '/XB/checkpoint' })
    await alarmed(people.XA, { kind: 'flood', code: 'strand.flood', party: 'XB' })
    const { acts } = await people.XA.view(field.case)
    expect(acts.some(({ id }) => id === last!.id)).toBe(false)
    // Whoever floods is heard later, and nobody else is.
    const { id } = await says(field, 'XC', 'said beside the flood')
    await sees(field, people.XA, id)
    // A witness keeps one state per log, however much that log grows.
    await attacker.does(
      'logs',
      (await many('more still', 10)).map(({ entry }) => entry),
    )
    expect(rowsOf('witness_log')).toBeLessThanOrEqual(LOGS)
  })
})
