import { sql, type Kysely } from 'kysely'
import type { CharterId, PartyId } from '@entente/accord'
import type { Database, Migration } from '../platform/db/index.ts'

/** A disclosure of this party's own as this node keeps it. */
type Kept = {
  readonly digest: string
  readonly case: CharterId
  readonly disclosure: string
}

/** An age file of another party's part; none where it was erased and is not wanted again, whosever it was. */
type TakenFile = Pick<Kept, 'digest' | 'case'> & {
  readonly from?: PartyId
  readonly file?: Uint8Array
}

/** Whom this party handed a part to after the act that sealed it. */
type Handed = Pick<Kept, 'digest' | 'case'> & { readonly to: PartyId }

export type DisclosureStore = {
  readonly all: () => Promise<readonly Kept[]>
  /** Keeping what is kept already changes nothing. */
  readonly keep: (kept: Kept, at: string) => Promise<void>
  readonly files: () => Promise<readonly TakenFile[]>
  readonly take: (taken: TakenFile, at: string) => Promise<void>
  readonly handed: () => Promise<readonly Handed[]>
  readonly hand: (handed: Handed, at: string) => Promise<void>
  /** Deletes the disclosure and its file; the file leaves a mark, so that it is not fetched again. */
  readonly erase: (part: Pick<Kept, 'digest' | 'case'>, at: string) => Promise<void>
}

type Tables = {
  disclosure: { digest: string; case_id: string; text: string; at: string }
  /** `file` is base64, and empty where it was erased; `party` is whose part it opens, empty where that was not noted. */
  disclosure_delivered: { digest: string; case_id: string; party: string; file: string; at: string }
  disclosure_reader: { digest: string; case_id: string; party: string; at: string }
}

type Db = Kysely<Tables>

export const disclosureMigrations: readonly Migration[] = [
  {
    id: 'disclosures-1-kept',
    up: async (db) => {
      await db.schema
        .createTable('disclosure')
        .addColumn('digest', 'varchar(43)', (column) => column.notNull())
        .addColumn('case_id', 'varchar(80)', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('at', 'varchar(40)', (column) => column.notNull())
        .addPrimaryKeyConstraint('disclosure_key', ['case_id', 'digest'])
        .execute()
    },
  },
  {
    id: 'disclosures-2-delivered',
    up: async (db) => {
      await db.schema
        .createTable('disclosure_file')
        .addColumn('digest', 'varchar(43)', (column) => column.notNull())
        .addColumn('case_id', 'varchar(80)', (column) => column.notNull())
        .addColumn('file', 'text', (column) => column.notNull())
        .addColumn('at', 'varchar(40)', (column) => column.notNull())
        .addPrimaryKeyConstraint('disclosure_file_key', ['case_id', 'digest'])
        .execute()
      await db.schema
        .createTable('disclosure_reader')
        .addColumn('digest', 'varchar(43)', (column) => column.notNull())
        .addColumn('case_id', 'varchar(80)', (column) => column.notNull())
        .addColumn('party', 'varchar(2)', (column) => column.notNull())
        .addColumn('at', 'varchar(40)', (column) => column.notNull())
        .addPrimaryKeyConstraint('disclosure_reader_key', ['case_id', 'digest', 'party'])
        .execute()
    },
  },
  {
    id: 'disclosures-3-whose',
    up: async (db) => {
      await db.schema
        .createTable('disclosure_delivered')
        .addColumn('digest', 'varchar(43)', (column) => column.notNull())
        .addColumn('case_id', 'varchar(80)', (column) => column.notNull())
        .addColumn('party', 'varchar(2)', (column) => column.notNull())
        .addColumn('file', 'text', (column) => column.notNull())
        .addColumn('at', 'varchar(40)', (column) => column.notNull())
        .addPrimaryKeyConstraint('disclosure_delivered_key', ['case_id', 'digest', 'party'])
        .execute()
      await sql`insert into disclosure_delivered (digest, case_id, party, file, at)
        select digest, case_id, '', file, at from disclosure_file`.execute(db)
      await db.schema.dropTable('disclosure_file').execute()
    },
  },
]

export function disclosureStore(database: Database): DisclosureStore {
  const db = database.as<Tables>()
  return { ...ownWords(db), ...ageFiles(db), ...readers(db), erase: erasing(db) }
}

function ownWords(db: Db): Pick<DisclosureStore, 'all' | 'keep'> {
  return {
    all: async () =>
      (await db.selectFrom('disclosure').selectAll().orderBy('at').orderBy('digest').execute()).map(
        (row) => ({
          digest: row.digest,
          case: row.case_id as CharterId,
          disclosure: row.text,
        }),
      ),
    keep: async (kept, at) => {
      await db
        .insertInto('disclosure')
        .values({ digest: kept.digest, case_id: kept.case, text: kept.disclosure, at })
        .onConflict((conflict) => conflict.columns(['case_id', 'digest']).doNothing())
        .execute()
    },
  }
}

function ageFiles(db: Db): Pick<DisclosureStore, 'files' | 'take'> {
  return {
    files: async () =>
      (await db.selectFrom('disclosure_delivered').selectAll().execute()).map((row) => ({
        digest: row.digest,
        case: row.case_id as CharterId,
        ...(row.party === '' ? {} : { from: row.party as PartyId }),
        ...(row.file === '' ? {} : { file: new Uint8Array(Buffer.from(row.file, 'base64')) }),
      })),
    take: (taken, at) =>
      db.transaction().execute(async (transaction) => {
        // What is taken again is not erased any more.
        await deleteFiles(transaction, taken, ['', taken.from ?? ''])
        await putFile(transaction, taken, at)
      }),
  }
}

function readers(db: Db): Pick<DisclosureStore, 'handed' | 'hand'> {
  return {
    handed: async () =>
      (await db.selectFrom('disclosure_reader').selectAll().execute()).map((row) => ({
        digest: row.digest,
        case: row.case_id as CharterId,
        to: row.party as PartyId,
      })),
    hand: async ({ digest, case: of, to }, at) => {
      await db
        .insertInto('disclosure_reader')
        .values({ digest, case_id: of, party: to, at })
        .onConflict((conflict) => conflict.columns(['case_id', 'digest', 'party']).doNothing())
        .execute()
    },
  }
}

/** Words and file go together or not at all: nobody is told of an erasure that left one of them. */
const erasing =
  (db: Db): DisclosureStore['erase'] =>
  (part, at) =>
    db.transaction().execute(async (transaction) => {
      await transaction
        .deleteFrom('disclosure')
        .where('case_id', '=', part.case)
        .where('digest', '=', part.digest)
        .execute()
      await deleteFiles(transaction, part)
      await putFile(transaction, part, at)
    })

async function putFile(
  db: Db,
  { digest, case: of, from, file }: TakenFile,
  at: string,
): Promise<void> {
  const text = file ? Buffer.from(file).toString('base64') : ''
  await db
    .insertInto('disclosure_delivered')
    .values({ digest, case_id: of, party: from ?? '', file: text, at })
    .execute()
}

async function deleteFiles(
  db: Db,
  { digest, case: of }: Pick<Kept, 'digest' | 'case'>,
  parties?: readonly string[],
): Promise<void> {
  const all = db
    .deleteFrom('disclosure_delivered')
    .where('case_id', '=', of)
    .where('digest', '=', digest)
  await (parties ? all.where('party', 'in', parties) : all).execute()
}
