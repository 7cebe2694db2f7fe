import { sql, type RawBuilder } from 'kysely'
import { searchOf } from './search.ts'
import type { Asked, Cell, Condition, Found, ListedObject, Page, Sort } from './store.ts'
import type { Db } from './tables.ts'
import { FLAG, PAP } from './traits.ts'

type Row = ListedObject & { readonly number: number; readonly seq: number; readonly place: string }

const COLUMN = {
  seen: 'seq',
  modified: 'version',
  label: 'label',
  type: 'type',
  tlp: 'tlp',
} as const

/** One page of the objects that are asked for. */
export async function find(db: Db, asked: Asked, page: Page): Promise<Found> {
  const { sort, limit, offset = 0 } = page
  // Without words nothing fits better than anything else.
  const order: Sort =
    sort.by === 'best' && asked.phrases.length === 0 ? { by: 'seen', down: true } : sort
  const cursor = readCursor(page.after)
  const rows = await (order.by === 'best'
    ? best(db, asked, { limit: limit + 1, offset: offset + (cursor?.passed ?? 0) })
    : sorted(db, asked, order, { limit: limit + 1, offset, cursor }))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const objects = shown.map(listed)
  if (rows.length <= limit || !last) return { objects }
  const passed = offset + (cursor?.passed ?? 0) + shown.length
  const next =
    order.by === 'best' ? { passed } : { place: last.place, seq: Number(last.seq), passed: 0 }
  return { objects, next: writeCursor(next) }
}

const listed = ({ id, tlp, creator, flags, import: of }: Row): ListedObject => ({
  id,
  tlp,
  creator,
  flags,
  import: Number(of),
})

/** Where a page begins: behind an object in its place, or after so many. */
type Cursor = { readonly place?: string | number; readonly seq?: number; readonly passed: number }

const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.passed, cursor.seq ?? 0, cursor.place ?? ''])).toString(
    'base64url',
  )

/** Whatever else was sent begins at the beginning. */
function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    const [passed, seq, place] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    if (!Number.isSafeInteger(passed) || !Number.isSafeInteger(seq)) return undefined
    if (typeof place !== 'string' && typeof place !== 'number') return undefined
    if (seq === 0) return { passed: Math.max(0, passed as number) }
    return { passed: 0, seq: seq as number, place }
  } catch {
    return undefined
  }
}

const SELECTED = sql.raw('o.number, o.seq, o.id, o.tlp, o.creator, o.flags, o.import')

/** By one column, and what came last first among equals. */
async function sorted(
  db: Db,
  asked: Asked,
  { by, down }: Sort,
  { limit, offset, cursor }: { limit: number; offset: number; cursor: Cursor | undefined },
): Promise<readonly Row[]> {
  const column = sql.raw(`o.${COLUMN[by as keyof typeof COLUMN]}`)
  const [direction, beyond] = down ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`]
  const all = [...conditionsOf(db, asked)]
  if (cursor?.seq !== undefined) {
    // A number is compared as one: whatever else stands in a cursor begins at the beginning.
    const isNumber = by === 'tlp' || by === 'seen'
    const place = isNumber ? Number(cursor.place) : String(cursor.place).replaceAll('\0', ' ')
    if (!Number.isNaN(place))
      all.push(
        by === 'seen'
          ? sql<boolean>`o.seq ${beyond} ${cursor.seq}`
          : sql<boolean>`(${column}, o.seq) ${beyond} (${place}, ${cursor.seq})`,
      )
  }
  const order =
    by === 'seen' ? sql`o.seq ${direction}` : sql`${column} ${direction}, o.seq ${direction}`
  const { rows } = await sql<Row>`
    select ${SELECTED}, ${column} as place from stix_object o ${where(all)}
    order by ${order} limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** What is named so before what only speaks of it; what came last first in both. */
async function best(
  db: Db,
  asked: Asked,
  { limit, offset }: { limit: number; offset: number },
): Promise<readonly Row[]> {
  const named = sql`o.number in (${matching(db, asked.phrases, 'name')})`
  const { rows } = await sql<Row>`
    select ${SELECTED}, case when ${named} then 0 else 1 end as place
    from stix_object o ${where(conditionsOf(db, asked))}
    order by place, o.seq desc limit ${limit} offset ${offset}`.execute(db)
  return rows
}

const where = (all: readonly RawBuilder<boolean>[]) =>
  all.length === 0 ? sql`` : sql`where ${sql.join(all, sql` and `)}`

/** The objects of which some version has all the phrases. */
function matching(db: Db, phrases: readonly string[], place: 'name' | 'anywhere') {
  const { matches } = searchOf(db)
  return sql<number>`
    select coalesce(l.number, w.rowid) from stix_words w
    left join stix_later l on l.seq = w.rowid where ${matches(phrases, place)}`
}

function conditionsOf(db: Db, asked: Asked): readonly RawBuilder<boolean>[] {
  const all = asked.conditions.map(conditionOf)
  if (asked.phrases.length > 0)
    all.push(sql<boolean>`o.number in (${matching(db, asked.phrases, 'anywhere')})`)
  if (asked.ids !== undefined)
    all.push(
      asked.ids.length === 0
        ? sql<boolean>`1 = 0`
        : sql<boolean>`o.number in (select min(v.seq) from stix_version v where v.id in (${sql.join(asked.ids)}) group by v.id)`,
    )
  if (!asked.red) all.push(sql<boolean>`(o.flags & ${FLAG.red}) = 0`)
  return all
}

function conditionOf(condition: Condition): RawBuilder<boolean> {
  const not = condition.not ? sql`not` : sql``
  switch (condition.on) {
    case 'type':
    case 'creator':
    case 'tlp': {
      if (condition.values.length === 0) return sql<boolean>`${condition.not ? 1 : 0} = 1`
      const column = sql.raw(`o.${condition.on}`)
      return sql<boolean>`${not} ${column} in (${sql.join(condition.values)})`
    }
    case 'flags':
      return sql<boolean>`${not} ((o.flags & ${condition.mask}) <> 0)`
    case 'pap':
      return sql<boolean>`${not} (o.flags & ${PAP.mask}) in (${sql.join(condition.values)})`
    case 'source': {
      const names = sql.join(condition.values)
      return sql<boolean>`${not} o.import in (select i.seq from stix_import i where i.custodian in (${names}) or i.name in (${names}))`
    }
    case 'seen':
      return sql<boolean>`${not} o.import in (select i.seq from stix_import i where ${within('i.added_at', condition)})`
    case 'version':
      return sql<boolean>`${not} (${within('o.version', condition)})`
  }
}

/** What has no date lies on neither side of one. */
function within(column: string, { from, until }: { from?: string; until?: string }) {
  const name = sql.raw(column)
  const bounds = [
    sql<boolean>`${name} <> ''`,
    ...(from === undefined ? [] : [sql<boolean>`${name} >= ${from}`]),
    ...(until === undefined ? [] : [sql<boolean>`${name} < ${until}`]),
  ]
  return sql.join(bounds, sql` and `)
}

/** More are not counted one by one. */
const MOST_COUNTED = 10_000

/** What everything held has in common is counted as it comes in; what words find is counted now, up to a bound. */
export async function cellsOf(
  db: Db,
  asked?: Asked,
): Promise<{ readonly cells: readonly Cell[]; readonly capped: boolean }> {
  if (!asked) {
    const kept = await db.selectFrom('stix_cell').selectAll().where('count', '>', 0).execute()
    return { cells: kept.map(cell), capped: false }
  }
  const { rows } = await sql<Cell>`
    select f.type, f.tlp, f.creator, f.import, f.flags, count(*) as count from (
      select o.type, o.tlp, o.creator, o.import, o.flags from stix_object o
      ${where(conditionsOf(db, asked))} limit ${MOST_COUNTED + 1}
    ) f group by f.type, f.tlp, f.creator, f.import, f.flags`.execute(db)
  const cells = rows.map(cell)
  const counted = cells.reduce((sum, { count }) => sum + count, 0)
  return { cells, capped: counted > MOST_COUNTED }
}

const cell = ({ type, tlp, creator, flags, ...row }: Cell): Cell => ({
  type,
  tlp,
  creator,
  flags,
  import: Number(row.import),
  count: Number(row.count),
})
