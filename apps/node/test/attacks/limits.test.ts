import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig, writeConfig } from '../../src/config.ts'
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
