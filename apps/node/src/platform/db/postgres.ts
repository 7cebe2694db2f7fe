import pg from 'pg'
import { PostgresDialect, type Dialect } from 'kysely'
import { DatabaseError } from './error.ts'

/** PostgreSQL as the store: its dialect, and the lock that keeps other processes out of it. */
export type Postgres = {
  readonly dialect: Dialect
  readonly release: () => Promise<void>
}

/** OID of int8, which the driver would give as text. */
const INT8 = 20

/**
 * Connects to a database that this node has for itself. One connection does all work: transactions
 * follow one another as they do in SQLite, so that both stores keep the same promises.
 */
export async function openPostgres(url: string): Promise<Postgres> {
  const lock = await holdDatabase(url)
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    application_name: 'entente',
    // Whatever the server's default is: a commit returns only when the disk has it.
    options: '-c synchronous_commit=on',
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  })
  // Whoever no longer holds the lock writes nothing more.
  lock.once('end', () => void pool.end().catch(() => undefined))
  // An idle connection that breaks is replaced at the next query, which then says what is wrong.
  pool.on('error', () => undefined)
  return {
    dialect: new PostgresDialect({ pool }),
    release: async () => {
      lock.removeAllListeners('end')
      await lock.end()
    },
  }
}

function typeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid !== INT8 || format === 'binary') return pg.types.getTypeParser(oid, format as 'text')
  return (text: string) => {
    const number = Number(text)
    if (!Number.isSafeInteger(number)) throw new RangeError(`expected a safe integer, got ${text}`)
    return number
  }
}

/** A session's advisory lock: the server drops it with the process that holds it, however it died. */
async function holdDatabase(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'entente lock' })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (cause) {
    throw new DatabaseError(
      'store.unreachable',
      `expected a PostgreSQL server that lets this node in, got: ${(cause as Error).message}`,
      { cause },
    )
  }
  const { rows } = await client.query<{ held: boolean; encoding: string }>(
    "select pg_try_advisory_lock(hashtext('entente')) as held, current_setting('server_encoding') as encoding",
  )
  const { held, encoding } = rows[0]!
  if (held && encoding === 'UTF8') return client
  await client.end()
  throw held
    ? new DatabaseError(
        'store.encoding',
        `expected a database in UTF8, got ${encoding}: letters beyond ASCII would not be found in it`,
      )
    : new DatabaseError(
        'directory.held',
        'expected a database that no other process uses, got one that another node holds',
      )
}
