import { describe, expect, test } from 'vitest'
import { STORE_KINDS } from '../../test/stores.ts'
import { keepRead } from './reads.ts'
import { taxiiMigrations, type Tables } from './tables.ts'

const ALL = { first: false, last: true, at: new Set<string>() }

describe.each(STORE_KINDS)('pages that were read, in $name', ({ empty }) => {
  test('without credentials are one row a day, whatever is asked; of a client each is its own', async () => {
    await using store = await empty()
    await using database = await store.open(taxiiMigrations)
    const db = database.as<Tables>()
    const read = (client: string, [first, last]: readonly [number, number], at: string) =>
      keepRead(
        db,
        { collection: 1, client, first, last, at },
        { question: { after: 0, limit: 10, versions: ALL, ids: [`tool--${first}`] } },
      )
    const at = (second: number) => `2026-11-27T00:00:0${second}.000Z`
    for (const client of ['', 'birch']) {
      await read(client, [5, 7], at(1))
      await read(client, [2, 6], at(2))
      await read(client, [4, 9], at(3))
      // Nothing that was not read before.
      await read(client, [3, 8], at(4))
    }
    await read('', [3, 4], '2026-11-28T00:00:00.000Z')
    const rows = await db
      .selectFrom('taxii_read')
      .select(['first', 'last', 'at', 'asked'])
      .where('client', '=', '')
      .orderBy('at')
      .execute()
    expect(
      rows.map((row) => ({ ...row, first: Number(row.first), last: Number(row.last) })),
    ).toEqual([
      { first: 2, last: 9, at: at(3), asked: '{}' },
      { first: 3, last: 4, at: '2026-11-28T00:00:00.000Z', asked: '{}' },
    ])
    const clients = db.selectFrom('taxii_read').select('key').where('client', '=', 'birch')
    expect(await clients.execute()).toHaveLength(4)
  })
})
