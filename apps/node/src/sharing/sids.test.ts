import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { STORE_KINDS } from '../../test/stores.ts'
import { anyTables, type AnyTables } from '../platform/db/index.ts'
import { sharingMigrations, sidsFor } from './sids.ts'

/** Every release takes a rule that all have, and one that nobody else has. */
const releasing = (database: AnyTables, who: string, count: number) =>
  Array.from({ length: count }, async (_, at) => sidsFor(database, ['of all', `${who} ${at}`]))

/** The numbers by key, where no key was told two of them. */
function numbersOf(told: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const numbers = new Map(told.flatMap((one) => [...one]))
  for (const one of told)
    for (const [key, sid] of one) expect([key, sid]).toEqual([key, numbers.get(key)])
  return numbers
}

const fromFirst = (count: number) => Array.from({ length: count }, (_, at) => 1_000_000 + at)
const inOrder = (numbers: Iterable<number>) => [...numbers].toSorted((a, b) => a - b)

describe.each(STORE_KINDS)('numbers of rules in $name', (kind) => {
  test('are given once each, however many release at once', async () => {
    await using place = await kind.empty()
    await using database = await place.open(sharingMigrations)
    const numbers = numbersOf(await Promise.all(releasing(database, 'here', 20)))
    expect(inOrder(numbers.values())).toEqual(fromFirst(21))
  })

  test('are never two rules’, whoever writes', async () => {
    await using place = await kind.empty()
    await using database = await place.open(sharingMigrations)
    await sidsFor(database, ['one'])
    const again = sql`insert into suricata_sid (key, sid) values ('other', 1000000)`
    await expect(again.execute(database.as())).rejects.toThrow(/unique/i)
  })
})

const servers = STORE_KINDS.filter(({ name }) => name === 'PostgreSQL')
describe.skipIf(servers.length === 0)(
  servers.length === 0
    ? 'numbers over two connections, left out: no PostgreSQL'
    : 'numbers over two connections',
  () => {
    // One node holds its database for itself; this one comes in beside it, past that lock.
    test('are given once each, and no release fails because of the other', async () => {
      await using place = await servers[0]!.empty()
      await using database = await place.open(sharingMigrations)
      const pool = new pg.Pool({ connectionString: place.target, max: 1 })
      await using other = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
      const told = await Promise.all([
        ...releasing(database, 'here', 20),
        ...releasing(anyTables(other), 'there', 20),
      ])
      expect(inOrder(numbersOf(told).values())).toEqual(fromFirst(41))
    })
  },
)
