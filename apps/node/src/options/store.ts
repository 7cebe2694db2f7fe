import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database, Migration } from '../platform/db/index.ts'

/** A technical option as another published it; the publisher's words stay the publisher's. */
export type ImportedOption = {
  readonly source: 'coun7er'
  readonly id: string
  readonly version: string
  readonly modified: string
  readonly name: string
  readonly does: readonly string[]
  /** Ids of ATT&CK techniques. */
  readonly techniques: readonly string[]
  readonly outcome: string
  readonly preparation: string
  readonly risks: string
  readonly guidance: string
  /** The publisher revoked or deprecated it. */
  readonly withdrawn: boolean
  /** Of the canonical JSON of the whole as published. */
  readonly sha256: string
}

/** One option, as it is held, and whether one version of it came with several contents. */
export type HeldOption = ImportedOption & {
  readonly importedAt: string
  /** Other contents that came under the same id and version: all are kept, and none is preferred in silence. */
  readonly conflictsWith: readonly string[]
}

/** What became of a catalogue. */
export type OptionsTaken = {
  readonly options: number
  readonly new: number
  /** Another version of an id that is held. */
  readonly versions: number
  readonly held: number
  /** Ids whose version is held with another content: both are kept. */
  readonly conflicts: readonly string[]
}

export type OptionStore = {
  readonly take: (options: readonly ImportedOption[], at: string) => Promise<OptionsTaken>
  /** The latest version of each option, by id; where contents differ, the one that came first. */
  readonly list: () => Promise<readonly HeldOption[]>
}

type Row = {
  source: string
  id: string
  version: string
  sha256: string
  seq: number
  imported_at: string
  said: string
}
type Tables = { imported_option: Row }
type Db = Kysely<Tables>

export const optionMigrations: readonly Migration[] = [
  {
    id: 'options-1',
    up: async (db) => {
      await sql
        .raw(
          'create table imported_option (source varchar(40) not null, id varchar(40) not null, version varchar(40) not null, sha256 varchar(64) not null, seq integer not null, imported_at varchar(40) not null, said text not null, primary key (source, id, version, sha256))',
        )
        .execute(db)
    },
  },
]

/** Imported options in the node's store, in SQL that SQLite and PostgreSQL both read. */
export function optionStore(database: Database): OptionStore {
  const db = database.as<Tables>()
  return {
    take: (options, at) => db.transaction().execute((within) => take(within, options, at)),
    list: () => list(db),
  }
}

/** Few enough values for one statement of either store. */
const BATCH = 100

async function take(
  db: Transaction<Tables>,
  options: readonly ImportedOption[],
  at: string,
): Promise<OptionsTaken> {
  const rows = await db.selectFrom('imported_option').selectAll().execute()
  const ids = new Set(rows.map(({ source, id }) => `${source} ${id}`))
  const versions = new Set(rows.map((row) => versionOf(row)))
  const contents = new Set(rows.map((row) => `${versionOf(row)} ${row.sha256}`))
  let seq = rows.reduce((most, row) => Math.max(most, Number(row.seq)), 0)
  const fresh: Row[] = []
  const counts = { new: 0, versions: 0, held: 0 }
  const conflicts: string[] = []
  for (const option of options) {
    const { source, id, version, sha256 } = option
    const [named, exact] = [versionOf(option), `${versionOf(option)} ${sha256}`]
    if (contents.has(exact)) {
      counts.held += 1
      continue
    }
    if (versions.has(named)) conflicts.push(id)
    else if (ids.has(`${source} ${id}`)) counts.versions += 1
    else counts.new += 1
    ids.add(`${source} ${id}`)
    versions.add(named)
    contents.add(exact)
    seq += 1
    const said = JSON.stringify(option)
    fresh.push({ source, id, version, sha256, seq, imported_at: at, said })
  }
  for (let from = 0; from < fresh.length; from += BATCH)
    await db
      .insertInto('imported_option')
      .values(fresh.slice(from, from + BATCH))
      .execute()
  return { options: options.length, ...counts, conflicts: [...new Set(conflicts)] }
}

const versionOf = ({ source, id, version }: Pick<Row, 'source' | 'id' | 'version'>) =>
  `${source} ${id} ${version}`

async function list(db: Db): Promise<readonly HeldOption[]> {
  const rows = await db.selectFrom('imported_option').selectAll().orderBy('seq').execute()
  const byVersion = Map.groupBy(rows, versionOf)
  const latest = new Map<string, HeldOption>()
  for (const [first, ...others] of byVersion.values()) {
    const held: HeldOption = {
      ...(JSON.parse(first!.said) as ImportedOption),
      importedAt: first!.imported_at,
      conflictsWith: others.map(({ sha256 }) => sha256),
    }
    const key = `${held.source} ${held.id}`
    const known = latest.get(key)
    if (!known || known.modified <= held.modified) latest.set(key, held)
  }
  return [...latest.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
