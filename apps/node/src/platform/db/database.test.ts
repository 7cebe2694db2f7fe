import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { openDatabase, type Migration } from './index.ts'

const directory = mkdtempSync(join(tmpdir(), 'entente-db-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

type Tables = { act: { id: string; bytes: Uint8Array | null } }

const first: Migration = {
  id: 'act-1',
  up: async (db) => {
    await sql`create table act (id varchar(10) primary key, bytes bytea)`.execute(db)
  },
}
const broken: Migration = {
  id: 'act-2',
  up: async (db) => {
    await sql`insert into act (id) values ('half')`.execute(db)
    await sql`insert into nowhere (id) values ('half')`.execute(db)
  },
}

describe('a store', () => {
  test('gives back the bytes it was given', async () => {
    await using database = await openDatabase(':memory:', [first])
    const db = database.as<Tables>()
    const bytes = new Uint8Array([0, 255, 10])
    await db.insertInto('act').values({ id: 'a', bytes }).execute()
    const row = await db.selectFrom('act').selectAll().executeTakeFirstOrThrow()
    expect(new Uint8Array(row.bytes ?? [])).toEqual(bytes)
  })

  test('keeps nothing of a transaction that fails', async () => {
    await using database = await openDatabase(':memory:', [first])
    const db = database.as<Tables>()
    const failing = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('act').values({ id: 'a', bytes: null }).execute()
      await transaction.insertInto('act').values({ id: 'a', bytes: null }).execute()
    })
    await expect(failing).rejects.toThrow('UNIQUE')
    expect(await db.selectFrom('act').selectAll().execute()).toEqual([])
  })

  test('lets transactions follow one another, never mix', async () => {
    await using database = await openDatabase(':memory:', [first])
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

  test('is where it was when it is opened again', async () => {
    const file = join(mkdtempSync(join(directory, 'again-')), 'entente.db')
    {
      await using database = await openDatabase(file, [first])
      await database.as<Tables>().insertInto('act').values({ id: 'a', bytes: null }).execute()
    }
    await using database = await openDatabase(file, [first])
    expect(await database.as<Tables>().selectFrom('act').select('id').execute()).toEqual([
      { id: 'a' },
    ])
  })

  test('that a newer program left is refused', async () => {
    const file = join(mkdtempSync(join(directory, 'newer-')), 'entente.db')
    {
      await using _ = await openDatabase(file, [first, { id: 'act-9', up: async () => {} }])
    }
    await expect(openDatabase(file, [first])).rejects.toMatchObject({ code: 'store.newer' })
    await using again = await openDatabase(file, [first, { id: 'act-9', up: async () => {} }])
    expect(again).toBeDefined()
  })

  test('keeps nothing of a step that fails', async () => {
    const file = join(mkdtempSync(join(directory, 'broken-')), 'entente.db')
    await expect(openDatabase(file, [first, broken])).rejects.toThrow('nowhere')
    await using database = await openDatabase(file, [first])
    expect(await database.as<Tables>().selectFrom('act').selectAll().execute()).toEqual([])
  })
})

describe('a data directory', () => {
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
