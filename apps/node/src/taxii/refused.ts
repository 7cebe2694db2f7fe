import type { StatusDetails } from '@entente/taxii'
import { insertMany, textIn } from '../platform/db/statements.ts'
import type { Looked } from './entries.ts'
import type { Db, Tables } from './tables.ts'

type Place = { readonly remote: string; readonly collection: number }

/** What one run tries again of it: those that were tried longest ago. */
const AT_ONCE = 500

/** Entries that a remote refused when they were sent, and that are still in the collection. */
export async function refusedBefore(
  db: Db,
  { remote, collection }: Place,
): Promise<readonly Looked[]> {
  return db
    .selectFrom('taxii_refused as r')
    .innerJoin('taxii_entry as e', (join) =>
      join.onRef('e.collection', '=', 'r.collection').onRef('e.added', '=', 'r.added'),
    )
    .innerJoin('stix_version as v', 'v.seq', 'e.content')
    .select(['e.added', 'e.object', 'e.version', 'e.said', 'e.content'])
    .select(['e.marked', 'e.posted', 'e.several', textIn(db, 'v.bytes').as('text')])
    .where('r.remote', '=', remote)
    .where('r.collection', '=', collection)
    .orderBy('r.tries')
    .orderBy('r.added')
    .limit(AT_ONCE)
    .execute()
}

/** Keeps of what was sent what the remote refused, by id and version as it names them, and forgets of the others that it ever did. */
export async function keepRefused(
  db: Db,
  place: Place,
  sent: readonly Looked[],
  failures: readonly StatusDetails[],
): Promise<void> {
  const before = await triesOf(db, place, sent)
  if (before.size === 0 && failures.length === 0) return
  const messages = (entry: Looked) =>
    failures.find(
      ({ id, version }) => id === entry.object && (version ?? entry.said) === entry.said,
    )
  const refused = sent.flatMap((entry) => {
    const failure = messages(entry)
    const { added, object, said } = entry
    const tries = (before.get(added) ?? 0) + 1
    return failure
      ? [{ ...place, added, object, said, message: (failure.message ?? '').slice(0, 500), tries }]
      : []
  })
  await db.transaction().execute(async (within) => {
    for (const some of chunks([...before.keys()]))
      await within
        .deleteFrom('taxii_refused')
        .where('remote', '=', place.remote)
        .where('collection', '=', place.collection)
        .where('added', 'in', some)
        .execute()
    await insertMany<Tables>(within, 'taxii_refused', refused)
  })
}

/** How often each of these was refused before. */
async function triesOf(
  db: Db,
  { remote, collection }: Place,
  sent: readonly Looked[],
): Promise<ReadonlyMap<number, number>> {
  const found = new Map<number, number>()
  for (const some of chunks(sent.map(({ added }) => added)))
    for (const { added, tries } of await db
      .selectFrom('taxii_refused')
      .select(['added', 'tries'])
      .where('remote', '=', remote)
      .where('collection', '=', collection)
      .where('added', 'in', some)
      .execute())
      found.set(Number(added), Number(tries))
  return found
}

function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += 200) yield all.slice(from, from + 200)
}
