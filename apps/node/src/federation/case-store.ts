import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { AttachmentId, CharterId } from '@entente/accord'
import type { Alarm } from '../api.ts'
import type { Database, Migration } from '../platform/db/index.ts'
import { together } from '../platform/together.ts'
import { charters, type CharterTables } from './charter-store.ts'
import { FederationError } from './error.ts'
import type { CaseStore, StoredTree, StrandName, WitnessedLog } from './store.ts'
import { originHash } from './origin-hash.ts'

type Strand = { charter: string; party: string }
type Note = { size: number; note: string }
type Tables = CharterTables & {
  attachment: { charter: string; id: string; bytes: Uint8Array }
  entry: Strand & { position: number; bytes: Uint8Array }
  entry_kept: Strand & { position: number; bytes: Uint8Array }
  case_signed: Strand & Note
  case_witnessed: Strand & Note & { cosigned_by: number }
  case_tree: Strand & Note & { cosigned_by: number }
  case_closed: { charter: string; version: string; trees: string }
  witness_log: Note & { hash: string; origin: string; root: string; cosigned_at: number }
  case_alarm: {
    id: string
    charter: string
    code: string
    party: string
    at: string
    message: string
    evidence: string
  }
}
type Db = Kysely<Tables>

const STRAND = 'charter varchar(80) not null, party varchar(2) not null'
const STATEMENTS = [
  'create table case_charter (id varchar(80) primary key, position integer not null, bytes bytea not null)',
  `create table entry (${STRAND}, position integer not null, bytes bytea not null, primary key (charter, party, position))`,
  `create table case_signed (${STRAND}, size integer not null, note text not null, primary key (charter, party))`,
  `create table case_witnessed (${STRAND}, size integer not null, note text not null, cosigned_by bigint not null, primary key (charter, party))`,
  `create table case_tree (${STRAND}, size integer not null, note text not null, cosigned_by bigint not null, primary key (charter, party, size))`,
  'create table witness_log (hash varchar(64) primary key, origin varchar(200) not null, size bigint not null, root varchar(44) not null, cosigned_at bigint not null, note text not null)',
  'create table case_alarm (id varchar(64) primary key, charter varchar(80) not null, code varchar(40) not null, party varchar(2) not null, at varchar(40) not null, message text not null, evidence text not null)',
]

export const caseMigrations: readonly Migration[] = [
  {
    id: 'federation-1',
    up: async (db) => {
      for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
    },
  },
  {
    id: 'federation-2',
    up: async (db) => {
      await sql
        .raw(
          'create table attachment (charter varchar(80) not null, id varchar(80) not null, bytes bytea not null, primary key (charter, id))',
        )
        .execute(db)
    },
  },
  {
    id: 'federation-3',
    up: async (db) => {
      await sql
        .raw(
          `create table entry_kept (${STRAND}, position integer not null, bytes bytea not null, primary key (charter, party, position))`,
        )
        .execute(db)
    },
  },
  {
    id: 'federation-4',
    up: async (db) => {
      await sql
        .raw('create table case_mirrored (id varchar(80) primary key, bytes bytea not null)')
        .execute(db)
    },
  },
  {
    id: 'federation-5',
    up: async (db) => {
      await sql
        .raw(
          'create table case_closed (charter varchar(80) not null, version varchar(80) not null, trees text not null, primary key (charter, version))',
        )
        .execute(db)
    },
  },
]

/** Case files in the node's store, in SQL that SQLite and PostgreSQL both read. */
export function caseStore(database: Database): CaseStore {
  const db = database.as<Tables>()
  return {
    ...charters(db),
    ...strands(db),
    ...kept(db),
    ...attachments(db),
    ...notes(db),
    ...closed(db),
    ...witnessed(db),
    ...alarms(db),
  }
}

function strands(db: Db): Pick<CaseStore, 'entries' | 'size' | 'append' | 'forget'> {
  return {
    entries: async (strand, { from = 0, to } = {}) => {
      let query = db.selectFrom('entry').select('bytes').where(of(strand))
      query = query.where('position', '>=', from)
      if (to !== undefined) query = query.where('position', '<', to)
      const rows = await query.orderBy('position').execute()
      return rows.map(({ bytes }) => new Uint8Array(bytes))
    },
    size: (strand) => sizeOf(db, strand),
    append: (strand, { at, entries, signed, witnessed: tree }) =>
      db.transaction().execute(async (transaction) => {
        const size = await sizeOf(transaction, strand)
        if (size !== at) {
          throw new FederationError(
            'strand.moved',
            `expected ${strand.party}'s strand at size ${at}, got ${size}`,
          )
        }
        for (const [offset, bytes] of entries.entries()) {
          await transaction
            .insertInto('entry')
            .values({ ...strand, position: at + offset, bytes })
            .execute()
        }
        await transaction
          .deleteFrom('entry_kept')
          .where(of(strand))
          .where('position', '<', at + entries.length)
          .execute()
        if (signed) await putSigned(transaction, strand, signed)
        if (tree) await putTree(transaction, strand, tree)
      }),
    forget: (strand) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('entry').where(of(strand)).execute()
        await transaction.deleteFrom('case_witnessed').where(of(strand)).execute()
        await transaction.deleteFrom('case_tree').where(of(strand)).execute()
      }),
  }
}

function kept(db: Db): Pick<CaseStore, 'kept' | 'keep'> {
  return {
    kept: async (strand, { from, to }) => {
      const rows = await db
        .selectFrom('entry_kept')
        .select(['position', 'bytes'])
        .where(of(strand))
        .where('position', '>=', from)
        .where('position', '<', to)
        .orderBy('position')
        .execute()
      const gap = rows.findIndex(({ position }, at) => position !== from + at)
      return (gap < 0 ? rows : rows.slice(0, gap)).map(({ bytes }) => new Uint8Array(bytes))
    },
    keep: (strand, { at, entries }) =>
      db.transaction().execute(async (transaction) => {
        for (const [offset, bytes] of entries.entries()) {
          await transaction
            .insertInto('entry_kept')
            .values({ ...strand, position: at + offset, bytes })
            .onConflict((conflict) =>
              conflict.columns(['charter', 'party', 'position']).doUpdateSet({ bytes }),
            )
            .execute()
        }
      }),
  }
}

function attachments(db: Db): Pick<CaseStore, 'attachments' | 'attach'> {
  return {
    attachments: async (charter) => {
      const rows = await db
        .selectFrom('attachment')
        .select(['id', 'bytes'])
        .where('charter', '=', charter)
        .execute()
      return new Map(rows.map(({ id, bytes }) => [id as AttachmentId, new Uint8Array(bytes)]))
    },
    attach: async (charter, id, bytes) => {
      await db
        .insertInto('attachment')
        .values({ charter, id, bytes })
        .onConflict((conflict) => conflict.columns(['charter', 'id']).doNothing())
        .execute()
    },
  }
}

function notes(
  db: Db,
): Pick<
  CaseStore,
  'signed' | 'setSigned' | 'witnessed' | 'setWitnessed' | 'earliest' | 'latestBefore'
> {
  return {
    signed: (strand) =>
      db.selectFrom('case_signed').select(['size', 'note']).where(of(strand)).executeTakeFirst(),
    setSigned: (strand, note) => putSigned(db, strand, note),
    witnessed: async (strand) => {
      const row = await db
        .selectFrom('case_witnessed')
        .select(['size', 'note', 'cosigned_by'])
        .where(of(strand))
        .executeTakeFirst()
      return row && storedTree(row)
    },
    setWitnessed: (strand, tree) =>
      db.transaction().execute((transaction) => putTree(transaction, strand, tree)),
    earliest: async (strand, size) => {
      const row = await db
        .selectFrom('case_tree')
        .select(['size', 'note', 'cosigned_by'])
        .where(of(strand))
        .where('size', '>=', size)
        .orderBy('size')
        .limit(1)
        .executeTakeFirst()
      return row && storedTree(row)
    },
    latestBefore: async (strand, time) => {
      const row = await db
        .selectFrom('case_tree')
        .select(['size', 'note', 'cosigned_by'])
        .where(of(strand))
        .where('cosigned_by', '<', time)
        .orderBy('size', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && storedTree(row)
    },
  }
}

function closed(db: Db): Pick<CaseStore, 'closed' | 'setClosed'> {
  return {
    closed: async (charter, version) => {
      const row = await db
        .selectFrom('case_closed')
        .select('trees')
        .where('charter', '=', charter)
        .where('version', '=', version)
        .executeTakeFirst()
      return row?.trees
    },
    setClosed: async (charter, version, trees) => {
      await db
        .insertInto('case_closed')
        .values({ charter, version, trees })
        .onConflict((conflict) => conflict.columns(['charter', 'version']).doUpdateSet({ trees }))
        .execute()
    },
  }
}

function witnessed(
  db: Db,
): Pick<CaseStore, 'witness' | 'witnessAll' | 'witnessByHash' | 'advanceWitness'> {
  const find = async (hash: string) => {
    const row = await db
      .selectFrom('witness_log')
      .selectAll()
      .where('hash', '=', hash)
      .executeTakeFirst()
    return row && witnessedLog(row)
  }
  // Whoever certifies brings the trees of all parties at once: one sync of the disk is enough for them.
  const advance = together((batch: readonly Advance[]) =>
    db.transaction().execute(async (transaction) => {
      const kept: boolean[] = []
      for (const one of batch) kept.push(await advanced(transaction, one))
      return kept
    }),
  )
  return {
    witness: (origin) => find(originHash(origin)),
    witnessAll: async (origins) => {
      const rows = await db
        .selectFrom('witness_log')
        .selectAll()
        .where('hash', 'in', origins.map(originHash))
        .execute()
      return rows.map(witnessedLog)
    },
    witnessByHash: find,
    advanceWitness: (log, from) => advance({ log, from }),
  }
}

type Advance = {
  readonly log: WitnessedLog & { readonly hash: string }
  readonly from: number
}

async function advanced(db: Db, { log, from }: Advance): Promise<boolean> {
  const { hash, origin, size, root, time, note } = log
  const row = { origin, size, root, cosigned_at: time, note }
  const updated = await db
    .updateTable('witness_log')
    .set(row)
    .where('hash', '=', hash)
    .where('size', '=', from)
    .executeTakeFirst()
  if (updated.numUpdatedRows > 0n) return true
  if (from !== 0) return false
  const inserted = await db
    .insertInto('witness_log')
    .values({ hash, ...row })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

function alarms(db: Db): Pick<CaseStore, 'alarms' | 'addAlarm'> {
  return {
    alarms: async () => {
      const rows = await db
        .selectFrom('case_alarm')
        .selectAll()
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(({ charter, code, party, at, message, evidence }) => ({
        charter: charter as CharterId,
        code,
        party: party as Alarm['party'],
        at,
        message,
        evidence: JSON.parse(evidence) as Alarm['evidence'],
      }))
    },
    addAlarm: async (alarm) => {
      await db
        .insertInto('case_alarm')
        .values({ id: alarmId(alarm), ...alarm, evidence: JSON.stringify(alarm.evidence) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    },
  }
}

/** The same accusation on the same evidence is one, however often it was found. */
export function alarmId({
  charter,
  code,
  party,
  evidence,
}: Alarm & { readonly charter: CharterId }): string {
  const said = JSON.stringify([
    charter,
    code,
    party,
    Object.entries(evidence).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ])
  return createHash('sha256').update(said).digest('hex')
}

/** The rows of one strand, in any table that has its name. */
const of = ({ charter, party }: StrandName) =>
  sql<boolean>`charter = ${charter} and party = ${party}`

async function sizeOf(db: Db, strand: StrandName): Promise<number> {
  const row = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.max('position').as('last'))
    .where(of(strand))
    .executeTakeFirst()
  // Of an empty strand there is no last index.
  const last = row?.last as number | null | undefined
  return last === null || last === undefined ? 0 : last + 1
}

async function putSigned(db: Db, strand: StrandName, { size, note }: Note): Promise<void> {
  await db
    .insertInto('case_signed')
    .values({ ...strand, size, note })
    .onConflict((conflict) => conflict.columns(['charter', 'party']).doUpdateSet({ size, note }))
    .execute()
}

async function putTree(db: Db, strand: StrandName, { size, note, by }: StoredTree): Promise<void> {
  const row = { size, note, cosigned_by: by }
  await db
    .insertInto('case_witnessed')
    .values({ ...strand, ...row })
    .onConflict((conflict) => conflict.columns(['charter', 'party']).doUpdateSet(row))
    .execute()
  await db
    .insertInto('case_tree')
    .values({ ...strand, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['charter', 'party', 'size'])
        .doUpdateSet({ note, cosigned_by: by })
        .where('case_tree.cosigned_by', '>', by),
    )
    .execute()
}

const storedTree = (row: Note & { cosigned_by: number }): StoredTree => ({
  size: row.size,
  note: row.note,
  by: Number(row.cosigned_by),
})

const witnessedLog = (row: Tables['witness_log']): WitnessedLog => ({
  origin: row.origin,
  size: Number(row.size),
  root: row.root,
  time: Number(row.cosigned_at),
  note: row.note,
})
