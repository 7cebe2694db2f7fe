import { createHash } from 'node:crypto'
import { referencesOf } from '@entente/stix'
import { NAMED } from '../import-bundle.ts'
import {
  addKnown,
  fateOf,
  judge,
  knownBefore,
  knownOf,
  loosensBeside,
  type Known,
} from '../judge.ts'
import { recalledIn } from '../recalled.ts'
import type { Db, IntakeObject } from '../tables.ts'

/** Rows that are read together, and values that are asked for with one question. */
const PIECE = 500
const MOST = 256

/** Changes whenever what is held does, and what was called back of it. */
export async function stampOf(db: Db): Promise<string> {
  const { last } = await db
    .selectFrom('stix_version')
    .select(({ fn }) => fn.max('seq').as('last'))
    .executeTakeFirstOrThrow()
  // However it went: by undoing an import, or since who sent it took it back.
  const { undone } = await db
    .selectFrom('stix_undone')
    .select(({ fn }) => fn.countAll().as('undone'))
    .executeTakeFirstOrThrow()
  const { stamp } = await recalledIn(db)
  return `${Number(last ?? 0)} ${Number(undone)}${stamp === '' ? '' : ` ${stamp}`}`
}

/** What is known of some ids before the place `n` of a file: what is held, and what stands before it in the file. */
export async function knownIn(
  db: Db,
  intake: number,
  objects: readonly { readonly id: string }[],
  n: number,
): Promise<Map<string, Known[]>> {
  const known = await knownBefore(db, objects)
  if (n <= 1) return known
  const ids = [...new Set(objects.map(({ id }) => id))]
  for (let from = 0; from < ids.length; from += MOST) {
    const rows = await db
      .selectFrom('stix_intake_object')
      .select(['n', 'id', 'version', 'sha256'])
      .where('intake', '=', intake)
      .where('id', 'in', ids.slice(from, from + MOST))
      .where('n', '<', n)
      .where('fate', '!=', 'set-aside')
      .execute()
    for (const row of rows) addKnown(known, row.id, knownAt(db, intake, row))
  }
  return known
}

const knownAt = (
  db: Db,
  intake: number,
  { n, version, sha256 }: Pick<IntakeObject, 'n' | 'version' | 'sha256'>,
): Known =>
  knownOf({ seq: -Number(n), version, sha256 }, async () => {
    const { bytes } = await db
      .selectFrom('stix_intake_object')
      .select('bytes')
      .where('intake', '=', intake)
      .where('n', '=', n)
      .executeTakeFirstOrThrow()
    return bytes
  })

/** Between two pieces of long work requests are answered: the embedded store waits for nothing. */
export const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/** The objects of an import that waits, some at a time, in the order of the file. */
export async function* staged(db: Db, intake: number): AsyncGenerator<readonly IntakeObject[]> {
  for (let after = 0; ;) {
    const some = await db
      .selectFrom('stix_intake_object')
      .selectAll()
      .where('intake', '=', intake)
      .where('n', '>', after)
      .where('fate', '!=', 'set-aside')
      .orderBy('n')
      .limit(PIECE)
      .execute()
    const last = some.at(-1)
    if (!last) return
    yield some
    await breathe()
    after = Number(last.n)
  }
}

export const valueOf = (bytes: Uint8Array): Readonly<Record<string, unknown>> =>
  JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>

/** A place in the store is positive, one in the file negative. */
export const besideOf = (seq: number | undefined) => ({
  beside: seq !== undefined && seq > 0 ? seq : null,
  beside_n: seq !== undefined && seq < 0 ? -seq : null,
})

/** Judges an import that waits anew, by what is held now. */
export async function judgeAgain(db: Db, intake: number): Promise<void> {
  const asOf = await stampOf(db)
  const references = new Set<string>()
  const recalled = await recalledIn(db)
  for await (const some of staged(db, intake)) {
    const known = await knownIn(db, intake, some, Number(some[0]!.n))
    for (const row of some) {
      const { n, id, version, sha256, bytes } = row
      const value = valueOf(bytes)
      const told = await judge({ version, sha256, value }, known.get(id) ?? [])
      for (const reference of referencesOf(value)) references.add(reference)
      addKnown(known, id, knownAt(db, intake, { n, version, sha256 }))
      const now = {
        fate: fateOf(told),
        ...besideOf(told.beside?.seq),
        loosens: (await loosensBeside(value, told)) ? 1 : 0,
        recalled: recalled.of(id, new Uint8Array(bytes))?.number ?? null,
      }
      const isSame =
        now.fate === row.fate &&
        now.beside === row.beside &&
        now.beside_n === row.beside_n &&
        now.loosens === row.loosens &&
        now.recalled === (row.recalled === null ? null : Number(row.recalled))
      if (isSame) continue
      await db
        .updateTable('stix_intake_object')
        .set(now)
        .where('intake', '=', intake)
        .where('n', '=', n)
        .execute()
    }
  }
  await sumUp(db, intake, { asOf, references })
}

/** Writes what the preview of an import comes to. */
export async function sumUp(
  db: Db,
  intake: number,
  { asOf, references }: { readonly asOf: string; readonly references: ReadonlySet<string> },
): Promise<void> {
  const dangling = JSON.stringify(await danglingOf(db, intake, references))
  await db
    .updateTable('stix_intake')
    .set({ as_of: asOf, dangling, ...(await summed(db, intake)) })
    .where('number', '=', intake)
    .execute()
}

/** Ids that the file refers to and that are neither held nor in it. */
async function danglingOf(db: Db, intake: number, references: ReadonlySet<string>) {
  const first: string[] = []
  let count = 0
  const ids = [...references]
  for (let from = 0; from < ids.length; from += MOST) {
    const some = ids.slice(from, from + MOST)
    const held = await db.selectFrom('stix_version').select('id').where('id', 'in', some).execute()
    const inFile = await db
      .selectFrom('stix_intake_object')
      .select('id')
      .where('intake', '=', intake)
      .where('id', 'in', some)
      .where('fate', '!=', 'set-aside')
      .execute()
    const there = new Set([...held, ...inFile].map(({ id }) => id))
    const missing = some.filter((id) => !there.has(id))
    count += missing.length
    first.push(...missing.slice(0, NAMED - first.length))
  }
  return { count, ids: first }
}

/** What is previewed, as a hash over the fate of every object, and how many have which. */
async function summed(db: Db, intake: number) {
  const hash = createHash('sha256')
  for (let after = 0; ;) {
    const some = await db
      .selectFrom('stix_intake_object')
      .select(['n', 'fate', 'sha256', 'beside', 'beside_n', 'recalled'])
      .where('intake', '=', intake)
      .where('n', '>', after)
      .orderBy('n')
      .limit(PIECE * 10)
      .execute()
    const last = some.at(-1)
    if (!last) break
    await breathe()
    for (const { n, fate, sha256, beside, beside_n, recalled } of some) {
      const after = recalled === null ? '' : ` recalled ${recalled}`
      hash.update(`${n} ${fate} ${sha256} ${beside ?? ''} ${beside_n ?? ''}${after}\n`)
    }
    after = Number(last.n)
  }
  const rows = await db
    .selectFrom('stix_intake_object')
    .select(({ fn }) => ['fate', fn.countAll().as('count')])
    .where('intake', '=', intake)
    .groupBy('fate')
    .execute()
  const counts = Object.fromEntries(rows.map(({ fate, count }) => [fate, Number(count)]))
  return { preview: hash.digest('hex'), counts: JSON.stringify(counts) }
}
