import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { SqliteAdapter } from 'kysely'
import { expect, it } from 'vitest'
import { plain, searchOf } from './search.ts'

const { create, row } = searchOf({ getExecutor: () => ({ adapter: new SqliteAdapter() }) } as never)

/** The words that SQLite keeps of a text, each with its places. */
function words(text: string): readonly unknown[] {
  const database = new DatabaseSync(':memory:')
  try {
    for (const statement of create) database.exec(statement)
    database.prepare('insert into stix_words (rowid, name, body) values (1, ?, ?)').run('', text)
    database.exec("create virtual table vocabulary using fts5vocab(stix_words, 'instance')")
    return database.prepare('select term, col, "offset" from vocabulary order by 3').all()
  } finally {
    database.close()
  }
}

it('keeps the same words of what is not ASCII as of the plain form of the whole text', () => {
  const letters = fc.constantFrom(
    ...Array.from('aZ9 .-ΣςσéÉe\u0301ﬁ½№ß—“’İıﷺ가한ｱ①\u0327\u00a0\u200d'),
  )
  const text = fc.oneof(fc.string({ unit: letters }), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(text, (said) => {
      expect(words(row(1, { name: '', body: said }).body)).toEqual(words(plain(said)))
    }),
    { numRuns: 2000 },
  )
})
