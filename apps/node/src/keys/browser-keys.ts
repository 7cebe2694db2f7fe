import type { AuthorityKey, PartyId } from '@entente/accord'
import type { Person } from '../config.ts'
import type { HeldCaseFiles } from '../federation/index.ts'
import type { Database, Migration } from '../platform/db/index.ts'

/** A key that a person of this node made in a browser: its request, and when it came. The key itself never does. */
export type EnrolledKey = {
  readonly keyid: string
  readonly person: string
  readonly request: Uint8Array
  readonly at: string
}

/** Which person of this node enrolled which key. Whether a key is in force the strands say. */
export type EnrolledKeys = {
  readonly of: (person: string) => readonly EnrolledKey[]
  readonly find: (keyid: string) => EnrolledKey | undefined
  readonly add: (key: EnrolledKey) => Promise<void>
}

type Tables = { enrolled_key: EnrolledKey }

export const enrolledKeyMigration: Migration = {
  id: 'keys-1-enrolled',
  up: async (db) => {
    await db.schema
      .createTable('enrolled_key')
      .addColumn('keyid', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('person', 'varchar(40)', (column) => column.notNull())
      .addColumn('request', 'bytea', (column) => column.notNull())
      .addColumn('at', 'varchar(40)', (column) => column.notNull())
      .execute()
  },
}

export async function openEnrolledKeys(database: Database): Promise<EnrolledKeys> {
  const db = database.as<Tables>()
  const rows = await db.selectFrom('enrolled_key').selectAll().orderBy('at').execute()
  const known = new Map<string, EnrolledKey>(
    rows.map((row) => [row.keyid, { ...row, request: new Uint8Array(row.request) }]),
  )
  return {
    of: (person) => [...known.values()].filter((key) => key.person === person),
    find: (keyid) => known.get(keyid),
    add: async (key) => {
      await db.insertInto('enrolled_key').values(key).execute()
      known.set(key.keyid, key)
    },
  }
}

type Own = {
  readonly party: PartyId
  readonly caseFiles: Pick<HeldCaseFiles, 'held'>
  readonly enrolled: Pick<EnrolledKeys, 'of'>
}

/** The key in a person's browser that the root keys gave to its authority, and that no case held here has spent. */
export function heldApart(
  { party, caseFiles, enrolled }: Own,
  { id, authority }: Pick<Person, 'id' | 'authority'>,
): AuthorityKey | undefined {
  const mine = enrolled.of(id)
  if (mine.length === 0) return undefined
  const states = caseFiles.held().map((file) => file.strand(party).reader().keys())
  const isSpent = (keyid: string) => states.some(({ spent }) => spent.has(keyid))
  return mine
    .toReversed()
    .filter(({ keyid }) => !isSpent(keyid))
    .flatMap(({ keyid }) => states.flatMap(({ authorities }) => authorities.get(keyid) ?? []))
    .find((given) => given.authority.id === authority && given.key.custody !== 'node-held')
}
