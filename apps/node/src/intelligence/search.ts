import { PostgresAdapter, sql, type Kysely, type RawBuilder } from 'kysely'
import type { Words } from './words.ts'

/**
 * Searching by words is the one thing here that SQLite and PostgreSQL do each in its own way. Both
 * have a table `stix_words` of the same columns, derived from the bytes: it can be made anew.
 */
export type SearchTable = { rowid: number; name: string; body: string }

export type Search = {
  readonly create: readonly string[]
  /** The row for one version: what this store's tokenizer does not do itself is done here. */
  readonly row: (seq: number, words: Words) => SearchTable
  /** Takes the words of one version away: on SQLite they have to be the same that were put in. */
  readonly remove: (seq: number, words: Words) => RawBuilder<unknown>
  /** Holds for the rows that have every one of the phrases, in the name or anywhere. */
  readonly matches: (phrases: readonly string[], where: 'name' | 'anywhere') => RawBuilder<boolean>
}

export function searchOf(db: Pick<Kysely<never>, 'getExecutor'>): Search {
  return db.getExecutor().adapter instanceof PostgresAdapter ? onPostgres : onSqlite
}

/**
 * A word that a person wrote, as a phrase: letters and digits, in order. `198.51.100.7` is a phrase of
 * four, so an address is found as written, whatever stands around it. Without a letter or a digit
 * nothing is asked for.
 */
export function phrasesOf(word: string): readonly string[] {
  const phrase = plain(word).trim()
  return phrase === '' ? [] : [phrase]
}

/** Letters and digits without case, marks or other forms of themselves: what is kept and what is asked for alike. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
}

/**
 * The tokenizer of FTS5 does the same of ASCII, faster; of letters that stand for others it knows nothing. No form of a
 * letter depends on the ASCII beside it, so the rest is done by itself.
 */
const plainOnSqlite = (text: string): string => text.replace(BEYOND_ASCII, plain)

// oxlint-disable-next-line no-control-regex -- ASCII begins with them
const BEYOND_ASCII = /[^\0-\x7f]+/g

const onSqlite: Search = {
  create: [
    `create virtual table stix_words using fts5(name, body, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2")`,
    // The words of a file are sorted in memory and then written at once.
    `insert into stix_words (stix_words, rank) values ('hashsize', 16777216)`,
  ],
  row: (rowid, { name, body }) => ({
    rowid,
    name: plainOnSqlite(name),
    body: plainOnSqlite(body),
  }),
  remove: (rowid, words) => {
    const { name, body } = onSqlite.row(rowid, words)
    return sql`insert into stix_words (stix_words, rowid, name, body) values ('delete', ${rowid}, ${name}, ${body})`
  },
  matches(phrases, where) {
    const all = phrases.map((phrase) => `"${phrase}"`).join(' AND ')
    return sql<boolean>`stix_words match ${where === 'name' ? `name : (${all})` : all}`
  },
}

const onPostgres: Search = {
  create: [
    `create table stix_words (
      rowid bigint primary key,
      name text not null,
      body text not null,
      names tsvector generated always as (to_tsvector('simple', name)) stored,
      words tsvector generated always as (to_tsvector('simple', name || ' ' || body)) stored)`,
    'create index stix_words_names on stix_words using gin (names)',
    'create index stix_words_words on stix_words using gin (words)',
  ],
  row: (rowid, { name, body }) => ({ rowid, name: plain(name), body: plain(body) }),
  remove: (rowid) => sql`delete from stix_words where rowid = ${rowid}`,
  matches(phrases, where) {
    const all = sql.join(
      phrases.map((phrase) => sql`phraseto_tsquery('simple', ${phrase})`),
      sql` && `,
    )
    return where === 'name' ? sql<boolean>`names @@ (${all})` : sql<boolean>`words @@ (${all})`
  },
}
