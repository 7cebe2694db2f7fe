import { describe, expect, test } from 'vitest'
import type { CharterId, PartyId } from '@entente/accord'
import { STORE_KINDS } from '../../test/stores.ts'
import { disclosureMigrations, disclosureStore } from './store.ts'

const of = `sha256:${'1'.repeat(64)}` as CharterId
const [taken, erased] = ['a'.repeat(43), 'b'.repeat(43)]
const file = new TextEncoder().encode('age-encryption.org/v1')
const before = disclosureMigrations.slice(0, 2)

/** Rows as a node kept them before it was noted whose part a file opens. */
describe.each(STORE_KINDS)('age files of an earlier store, kept in $name', ({ empty }) => {
  test('are there as they were, erased ones erased, and give way to what is taken again', async () => {
    expect(before.map(({ id }) => id)).toEqual(['disclosures-1-kept', 'disclosures-2-delivered'])
    await using place = await empty()
    const earlier = await place.open(before)
    const rows = [
      { digest: taken, file: Buffer.from(file).toString('base64') },
      { digest: erased, file: '' },
    ]
    await earlier
      .as<{ disclosure_file: { digest: string; case_id: string; file: string; at: string } }>()
      .insertInto('disclosure_file')
      .values(rows.map((row) => ({ ...row, case_id: of, at: '2026-11-24T12:00:00Z' })))
      .execute()
    await earlier.close()

    await using database = await place.open(disclosureMigrations)
    const store = disclosureStore(database)
    expect(byDigest(await store.files())).toEqual([
      { digest: taken, case: of, file },
      { digest: erased, case: of },
    ])
    // From here on it is noted whose part it is: what was not noted is not kept beside it.
    const from = 'XB' as PartyId
    await store.take({ digest: taken, case: of, from, file }, '2026-11-25T12:00:00Z')
    await store.erase({ digest: erased, case: of }, '2026-11-25T12:00:00Z')
    expect(byDigest(await store.files())).toEqual([
      { digest: taken, case: of, from, file },
      { digest: erased, case: of },
    ])
  })
})

const byDigest = <T extends { readonly digest: string }>(files: readonly T[]): readonly T[] =>
  files.toSorted((a, b) => a.digest.localeCompare(b.digest))
