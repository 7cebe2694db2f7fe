import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase, type Database, type Migration } from '../src/platform/db/index.ts'

/** A kind of store that every contract is run over. */
export type StoreKind = {
  readonly name: string
  /** An empty store: where it is, and how to be rid of it. */
  readonly empty: () => Promise<EmptyStore>
}

export type EmptyStore = AsyncDisposable & {
  readonly target: string
  readonly open: (migrations: readonly Migration[]) => Promise<Database>
}

const postgres = process.env['ENTENTE_TEST_POSTGRES']
if (postgres === undefined)
  process.stderr.write(
    'LEFT OUT: no PostgreSQL (ENTENTE_TEST_POSTGRES names a server to test on)\n',
  )

/** SQLite always; PostgreSQL where a server is named. Both have to keep the same promises. */
export const STORE_KINDS: readonly StoreKind[] = [
  { name: 'SQLite', empty: emptySqlite },
  ...(postgres === undefined ? [] : [{ name: 'PostgreSQL', empty: () => emptyPostgres(postgres) }]),
]

function emptySqlite(): Promise<EmptyStore> {
  const directory = mkdtempSync(join(tmpdir(), 'entente-store-'))
  const target = join(directory, 'entente.db')
  return Promise.resolve({
    target,
    open: (migrations) => openDatabase(target, migrations),
    [Symbol.asyncDispose]: () => {
      rmSync(directory, { recursive: true, force: true })
      return Promise.resolve()
    },
  })
}

async function emptyPostgres(server: string): Promise<EmptyStore> {
  const name = `entente_test_${randomBytes(6).toString('hex')}`
  // Whatever the server's own encoding is.
  await command(server, `create database ${name} encoding 'UTF8' template template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    target: url.href,
    open: (migrations) => openDatabase(url.href, migrations),
    [Symbol.asyncDispose]: () => command(server, `drop database ${name} with (force)`),
  }
}

async function command(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}
