import { instantKey } from '@entente/stix'
import type { Status } from '@entente/taxii'
import { insertMany, textIn } from '../platform/db/statements.ts'
import type { Dated } from './entries.ts'
import type { Db, Tables } from './tables.ts'

type Place = { readonly remote: string; readonly collection: number }

/** What one run tries again of it: those that were tried longest ago. */
const AT_ONCE = 500

/** Entries that a remote refused when they were sent, and that are still in the collection. */
export async function refusedBefore(
  db: Db,
  { remote, collection }: Place,
): Promise<readonly Dated[]> {
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

/** What was not taken, and why; `unsure` where it is not known, and it may be there. */
export type Refused<E> = ReadonlyMap<E, Refusal>
export type Refusal = { readonly message: string; readonly unsure?: true }

const UNNAMED: Refusal = {
  message: 'expected to be told which object failed, got how many alone',
  unsure: true,
}

/**
 * Which of what was sent a server did not take. Some write versions in other words than the object's (section 5.3.1 asks for
 * its own), or count failures and name none: whatever it does not name as taken is then not known to be there.
 */
export function refusedOf<E extends Pick<Dated, 'object' | 'said'>>(
  sent: readonly E[],
  { failures = [], successes = [], failure_count: failed }: Status,
): Refused<E> {
  const byId = Map.groupBy(sent, ({ object }) => object)
  const named = ({ id, version }: { readonly id: string; readonly version: string }) => {
    const some = byId.get(id) ?? []
    const exact = some.filter(({ said }) => isSame(said, version))
    return exact.length > 0 ? exact : some
  }
  const refused = new Map<E, Refusal>()
  for (const failure of failures)
    for (const entry of named(failure)) refused.set(entry, { message: failure.message ?? '' })
  if (refused.size >= failed) return refused
  const taken = new Set(successes.flatMap(named))
  const why = failed < sent.length ? UNNAMED : { message: UNNAMED.message }
  for (const entry of sent) if (!taken.has(entry) && !refused.has(entry)) refused.set(entry, why)
  return refused
}

const isSame = (said: string, version: string): boolean =>
  said === version || (instantKey(said) ?? said) === instantKey(version)

/** Keeps of what was sent what the remote refused, and forgets of the others that it ever did. */
export async function keepRefused(
  db: Db,
  place: Place,
  sent: readonly Dated[],
  refused: Refused<Dated>,
): Promise<void> {
  const before = await triesOf(db, place, sent)
  if (before.size === 0 && refused.size === 0) return
  const rows = [...refused].map(([{ added, object, said }, { message, unsure }]) => {
    const tries = (before.get(added) ?? 0) + 1
    const why = { message: message.slice(0, 500), tries, unsure: unsure ? 1 : 0 }
    return { ...place, added, object, said, ...why }
  })
  await db.transaction().execute(async (within) => {
    for (const some of chunks([...before.keys()]))
      await within
        .deleteFrom('taxii_refused')
        .where('remote', '=', place.remote)
        .where('collection', '=', place.collection)
        .where('added', 'in', some)
        .execute()
    await insertMany<Tables>(within, 'taxii_refused', rows)
  })
}

/** How often each of these was refused before. */
async function triesOf(
  db: Db,
  { remote, collection }: Place,
  sent: readonly Dated[],
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
