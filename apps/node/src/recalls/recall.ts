import { hash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { CaseFiles } from '../federation/index.ts'
import { intelligenceStore, likenessOf, type IntelligenceStore } from '../intelligence/index.ts'
import { mispHolders } from '../misp/index.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { anyTables, type AnyTables, type Database } from '../platform/db/index.ts'
import { insertMany } from '../platform/db/statements.ts'
import { Refusal } from '../platform/http/problem.ts'
import { evidenceOf, receiptsOf, servedOf, type SharingSetting } from '../sharing/index.ts'
import { putTombstone, taxiiHolders, type TaxiiSetting } from '../taxii/index.ts'
import type { Holder, Tables } from './tables.ts'
import { tombstoneOf } from './tombstone.ts'

export type RecallOptions = {
  readonly database: Database
  readonly objects: IntelligenceStore
  readonly caseFiles: Pick<CaseFiles, 'list' | 'party'>
  readonly sharing: () => SharingSetting
  readonly taxii: () => Pick<TaxiiSetting, 'collections' | 'clients'>
  readonly clock: Clock
}

export type Calling = {
  readonly id: string
  readonly by: string
  readonly because: string
  /** Whether an object of one's own gets a last version that says that it is revoked. */
  readonly revoke: boolean
}

const read = (bytes: Uint8Array) =>
  JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>

/**
 * Calls an object back, in one transaction: from now on it leaves by no route, whoever brings it again; everybody who has it
 * from here is named with what is on record of them; and of an object of one's own the version that says that it is revoked
 * stands wherever the object stood. Answers its number.
 */
export async function recall(options: RecallOptions, calling: Calling): Promise<number> {
  const { database, objects, sharing, clock } = options
  const { id, by, revoke } = calling
  const contents = await objects.contents(id)
  const newest = contents.at(-1)
  if (!newest)
    throw new Refusal(
      404,
      'object.unknown',
      `expected an object held here, got ${id.slice(0, 300)}`,
    )
  const isTheirs = newest.from !== undefined || newest.outside === true
  const { identities } = sharing()
  const tombstone =
    revoke && !isTheirs
      ? tombstoneOf(read(newest.bytes), { identities, now: clock.now() })
      : undefined
  const likenesses = new Set(contents.map(({ bytes }) => likenessOf(read(bytes))))
  const writing = {
    ...calling,
    name: newest.name ?? null,
    at: instant(clock),
    likenesses: [...likenesses],
    tombstone: tombstone ? hash('sha256', tombstone.bytes) : null,
  }
  if (!tombstone)
    return database
      .as<Tables>()
      .transaction()
      .execute((db) => write(anyTables<Tables>(db), writing, options))
  const name = `recall of ${newest.name ?? id}`.slice(0, 200)
  return objects.receive({ name, addedAt: writing.at, by }, async (add, within) => {
    const number = await write(within, writing, options)
    const [taken] = await add([tombstone])
    await putTombstone(within, { ...tombstone, seq: taken!.seq }, clock.now())
    return number
  })
}

type Writing = Calling & {
  readonly name: string | null
  readonly at: string
  readonly likenesses: readonly string[]
  readonly tombstone: string | null
}

async function write(
  within: AnyTables,
  { id, name, at, by, because, likenesses, tombstone }: Writing,
  options: RecallOptions,
): Promise<number> {
  const db = within.as<Tables>()
  await assertNotStanding(db, id)
  const { last } = await db
    .selectFrom('stix_recall')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  const number = Number(last ?? 0) + 1
  const holders = await holdersOf(within, id, options)
  await db
    .insertInto('stix_recall')
    .values({
      number,
      id,
      name,
      at,
      by_person: by,
      because,
      tombstone,
      asked_at: null,
      asked_by: null,
      asked_because: null,
      lifted_at: null,
      lifted_by: null,
      lifted_because: null,
    })
    .execute()
  await insertMany<Tables>(
    db,
    'stix_recalled',
    likenesses.map((likeness) => ({ recall: number, id, likeness })),
  )
  await insertMany<Tables>(
    db,
    'recall_holder',
    holders.map((holder, place) => ({
      recall: number,
      number: place + 1,
      ...holder,
      said: null,
      said_at: null,
      said_by: null,
      words: null,
    })),
  )
  return number
}

/** Asked in the transaction that writes: two persons may call the same back at once. */
async function assertNotStanding(db: Kysely<Tables>, id: string): Promise<void> {
  const standing = await db
    .selectFrom('stix_recall')
    .select('number')
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  if (standing)
    throw new Refusal(
      409,
      'recall.standing',
      `expected an object that is not called back, got one that recall ${standing.number} calls back`,
    )
}

type Had = Pick<Holder, 'route' | 'who' | 'place' | 'detail' | 'since'>

/** Everybody who has an object from here, asked inside the transaction: by which route and since when, from what is on record of each. */
async function holdersOf(
  within: AnyTables,
  id: string,
  { caseFiles, taxii }: RecallOptions,
): Promise<readonly Had[]> {
  const served = await servedOf(within, id)
  const { collections, clients } = taxii()
  const title = (of: string) => collections.find((one) => one.id === of)?.title ?? of
  const cases = caseFiles.list().flatMap((file): Had[] => {
    const { id: charter, parties } = file.charter
    const named = evidenceOf(file, caseFiles.party).find(
      (one) => one.id === id && one.custodian === caseFiles.party,
    )
    if (!named) return []
    return parties.flatMap(({ id: party }): Had[] =>
      party === caseFiles.party
        ? []
        : [
            {
              route: 'case',
              who: party,
              place: charter,
              detail: named.act,
              since:
                served.find((one) => one.charter === charter && one.party === party)?.at ?? null,
            },
          ],
    )
  })
  const byTaxii = (await taxiiHolders(within, id)).map(({ route, who, collection, at }): Had => ({
    route,
    who,
    since: at,
    detail: collection,
    place: [title(collection), clients.find((one) => route === 'taxii' && one.id === who)?.party]
      .filter((one) => one !== undefined)
      .join(', '),
  }))
  const byMisp = (await mispHolders(within, id, intelligenceStore(within))).map(
    ({ remote, event, itself }): Had => ({
      route: 'misp',
      who: remote,
      place: event,
      since: null,
      detail: itself ? 'itself' : 'among',
    }),
  )
  const files = (await receiptsOf(within, id)).map(
    ({ number, at, audience, format, by = '' }): Had => ({
      route: 'file',
      who: by,
      place: `${audience} (${format})`,
      since: at,
      detail: `${number}`,
    }),
  )
  return [...cases, ...(await withEarlier(within, id, byTaxii)), ...byMisp, ...files]
}

/**
 * With those who had it by TAXII when it was called back before: where it was let go again it stands in the collections as if
 * it were new, and whoever did not read on since still has what was read then.
 */
async function withEarlier(
  within: AnyTables,
  id: string,
  now: readonly Had[],
): Promise<readonly Had[]> {
  const before = await within
    .as<Tables>()
    .selectFrom('recall_holder as h')
    .innerJoin('stix_recall as r', 'r.number', 'h.recall')
    .select(['h.route', 'h.who', 'h.place', 'h.detail', 'h.since'])
    .where('r.id', '=', id)
    .where('h.route', 'in', ['taxii', 'taxii-push'])
    .orderBy('h.recall')
    .orderBy('h.number')
    .execute()
  const first = new Map<string, Had>()
  for (const had of [...before, ...now]) {
    const key = [had.route, had.who, had.detail].join(' ')
    if (!first.has(key)) first.set(key, had)
  }
  return [...first.values()]
}
