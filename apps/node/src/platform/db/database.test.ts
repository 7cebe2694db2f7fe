import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { STORE_KINDS } from '../../../test/stores.ts'
import { openDatabase, type Migration } from './index.ts'
import { insertMany, textIn } from './statements.ts'

const directory = mkdtempSync(join(tmpdir(), 'entente-db-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

type Tables = { act: { id: string; bytes: Uint8Array | null } }

const first: Migration = {
  id: 'act-1',
  up: async (db) => {
    await sql`create table act (id varchar(10) primary key, bytes bytea)`.execute(db)
  },
}
const texts: Migration = {
  id: 'text-1',
  up: async (db) => {
    await sql`create table text (one varchar(10), other varchar(10))`.execute(db)
  },
}
const broken: Migration = {
  id: 'act-2',
  up: async (db) => {
    await sql`insert into act (id) values ('half')`.execute(db)
    await sql`insert into nowhere (id) values ('half')`.execute(db)
  },
}

describe.each(STORE_KINDS)('a store in $name', ({ empty }) => {
  test('gives back the bytes it was given', async () => {
    await using store = await empty()
    await using database = await store.open([first])
    const db = database.as<Tables>()
    const bytes = new Uint8Array([0, 255, 10])
    await db.insertInto('act').values({ id: 'a', bytes }).execute()
    const row = await db.selectFrom('act').selectAll().executeTakeFirstOrThrow()
    expect(new Uint8Array(row.bytes ?? [])).toEqual(bytes)
  })

  test('writes each value under its own name, in whatever order a row has them', async () => {
    await using store = await empty()
    await using database = await store.open([texts])
    const db = database.as<{ text: { one: string; other: string } }>()
    await insertMany(db, 'text', [{ one: '1', other: 'a' }])
    await insertMany(db, 'text', [{ other: 'b', one: '2' }])
    expect(await db.selectFrom('text').selectAll().orderBy('one').execute()).toEqual([
      { one: '1', other: 'a' },
      { one: '2', other: 'b' },
    ])
  })

  test('names each value by the column that it stands in now, when a column was renamed since', async () => {
    await using store = await empty()
    await using database = await store.open([texts])
    const db = database.as<{ text: { one: string; other: string } }>()
    await insertMany(db, 'text', [{ one: '1', other: 'a' }])
    const all = () => sql`select * from text`.execute(db)
    expect((await all()).rows).toEqual([{ one: '1', other: 'a' }])
    await sql`alter table text rename column other to another`.execute(db)
    expect((await all()).rows).toEqual([{ one: '1', another: 'a' }])
  })

  test('gives bytes of UTF-8 as the text that they are', async () => {
    await using store = await empty()
    await using database = await store.open([first])
    const db = database.as<Tables>()
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'))
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        const row = { id: 'a', bytes: new TextEncoder().encode(one) }
        await db.deleteFrom('act').execute()
        await db.insertInto('act').values(row).execute()
        const read = db.selectFrom('act').select(textIn(db, 'bytes').as('text'))
        expect(await read.executeTakeFirstOrThrow()).toEqual({ text: one })
      }),
    )
  })

  test('keeps nothing of a transaction that fails', async () => {
    await using store = await empty()
    await using database = await store.open([first])
    const db = database.as<Tables>()
    const failing = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('act').values({ id: 'a', bytes: null }).execute()
      await transaction.insertInto('act').values({ id: 'a', bytes: null }).execute()
    })
    await expect(failing).rejects.toThrow(/unique/i)
    expect(await db.selectFrom('act').selectAll().execute()).toEqual([])
  })

  test('lets transactions follow one another, never mix', async () => {
    await using store = await empty()
    await using database = await store.open([first])
    const db = database.as<Tables>()
    const seen = await Promise.all(
      ['a', 'b', 'c'].map((id) =>
        db.transaction().execute(async (transaction) => {
          const before = await transaction.selectFrom('act').select('id').execute()
          await new Promise((resolve) => setTimeout(resolve, 2))
          await transaction.insertInto('act').values({ id, bytes: null }).execute()
          const after = await transaction.selectFrom('act').select('id').execute()
          return after.length - before.length
        }),
      ),
    )
    expect(seen).toEqual([1, 1, 1])
  })

  test('gives whole numbers as numbers, up to the largest safe one', async () => {
    await using store = await empty()
    await using database = await store.open([])
    const { largest } = await sql<{ largest: number }>`
      select cast(9007199254740991 as bigint) as largest`
      .execute(database.as<Tables>())
      .then(({ rows }) => rows[0]!)
    expect(largest).toBe(Number.MAX_SAFE_INTEGER)
  })

  test('is where it was when it is opened again', async () => {
    await using store = await empty()
    {
      await using database = await store.open([first])
      await database.as<Tables>().insertInto('act').values({ id: 'a', bytes: null }).execute()
    }
    await using database = await store.open([first])
    expect(await database.as<Tables>().selectFrom('act').select('id').execute()).toEqual([
      { id: 'a' },
    ])
  })

  test('belongs to one opener at a time', async () => {
    await using store = await empty()
    {
      await using _ = await store.open([first])
      await expect(store.open([first])).rejects.toMatchObject({ code: 'directory.held' })
    }
    await using again = await store.open([first])
    expect(again).toBeDefined()
  })

  test('that a newer program left is refused', async () => {
    await using store = await empty()
    {
      await using _ = await store.open([first, { id: 'act-9', up: async () => {} }])
    }
    await expect(store.open([first])).rejects.toMatchObject({ code: 'store.newer' })
    await using again = await store.open([first, { id: 'act-9', up: async () => {} }])
    expect(again).toBeDefined()
  })

  test('keeps nothing of a step that fails', async () => {
    await using store = await empty()
    await expect(store.open([first, broken])).rejects.toThrow('nowhere')
    // Nor of a step before it: the program of before goes on with the store as it left it.
    {
      await using _ = await store.open([])
    }
    await using database = await store.open([first])
    expect(await database.as<Tables>().selectFrom('act').selectAll().execute()).toEqual([])
  })
})

describe.skipIf(process.env['ENTENTE_TEST_POSTGRES'] === undefined)('a PostgreSQL database', () => {
  test('that is not in UTF8 is refused, and let go of', async () => {
    const server = process.env['ENTENTE_TEST_POSTGRES']!
    const name = `entente_test_ascii_${process.pid}`
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(
      `create database ${name} encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0`,
    )
    const url = new URL(server)
    url.pathname = `/${name}`
    await expect(openDatabase(url.href, [first])).rejects.toMatchObject({ code: 'store.encoding' })
    // Without force: nobody holds it any more.
    await client.query(`drop database ${name}`)
    await client.end()
  })
})

describe('a PostgreSQL server that is not there', () => {
  test('is refused with what the driver says', async () => {
    await expect(openDatabase('postgres://127.0.0.1:1/entente', [])).rejects.toMatchObject({
      code: 'store.unreachable',
    })
  })
})

describe('a data directory', () => {
  test('that is not there, or is none, is refused by its name', async () => {
    for (const place of [join(directory, 'nowhere'), '/dev/null'])
      await expect(openDatabase(join(place, 'entente.db'), [first])).rejects.toMatchObject({
        code: 'directory.unwritable',
        message: expect.stringContaining(place) as string,
      })
  })

  test('belongs to one opener at a time', async () => {
    const file = join(mkdtempSync(join(directory, 'held-')), 'entente.db')
    {
      await using _ = await openDatabase(file, [first])
      await expect(openDatabase(file, [first])).rejects.toThrow(`process ${process.pid}`)
      await expect(openDatabase(file, [first])).rejects.toMatchObject({ code: 'directory.held' })
    }
    await using again = await openDatabase(file, [first])
    expect(again).toBeDefined()
  })

  test('is free again when the process that held it was killed', async () => {
    const place = mkdtempSync(join(directory, 'killed-'))
    const module = new URL('./lock.ts', import.meta.url).href
    const child = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `const { lockDirectory } = await import(${JSON.stringify(module)})
       globalThis.held = lockDirectory(${JSON.stringify(place)})
       console.log('held')
       setInterval(() => {}, 1000)`,
    ])
    await once(child.stdout, 'data')
    const file = join(place, 'entente.db')
    await expect(openDatabase(file, [first])).rejects.toThrow(`process ${child.pid}`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await using again = await openDatabase(file, [first])
    expect(again).toBeDefined()
  })
})
