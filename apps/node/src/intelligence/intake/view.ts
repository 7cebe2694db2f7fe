import { TLP } from '@entente/release'
import type {
  ImportFate,
  ImportList,
  ImportObject,
  ImportObjects,
  ImportObjectView,
  ImportSummary,
  ImportView,
  UndoReport,
} from '../api.ts'
import { IntelligenceError } from '../error.ts'
import type { Recall } from '../recalled.ts'
import type { FileRead } from '../import-bundle.ts'
import type { Db, Intake, IntakeObject } from '../tables.ts'
import { UNLABELLED } from '../traits.ts'
import { differences } from './differ.ts'
import { valueOf } from './preview.ts'

const done = (at: string, by: string | null) => ({ at, ...(by === null ? {} : { by }) })

function summaryOf(row: Intake): ImportSummary {
  return {
    number: Number(row.number),
    name: row.name,
    state: row.state,
    brought: done(row.brought_at, row.brought_by),
    ...(row.ended_at === null ? {} : { ended: done(row.ended_at, row.ended_by) }),
    ...(row.undone_at === null ? {} : { undone: done(row.undone_at, row.undone_by) }),
    objects: Number(row.objects),
    bytes: Number(row.bytes),
    counts: JSON.parse(row.counts) as ImportSummary['counts'],
  }
}

/** What persons brought, newest first. */
export async function listImports(
  db: Db,
  { limit, before }: { readonly limit: number; readonly before?: number },
): Promise<ImportList> {
  const rows = await db
    .selectFrom('stix_intake')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('number', '<', before!))
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  const imports = rows.slice(0, limit).map(summaryOf)
  return rows.length > limit ? { imports, next: imports.at(-1)!.number } : { imports }
}

export async function viewOf(db: Db, row: Intake): Promise<ImportView> {
  const told = row.told === null ? undefined : (JSON.parse(row.told) as FileRead)
  return {
    ...summaryOf(row),
    ...(row.preview === null || row.state !== 'pending' ? {} : { preview: row.preview }),
    ...(told
      ? {
          bundle: told.id,
          lifted: told.lifted,
          notKept: told.notKept,
          ...(told.converted ? { converted: told.converted } : {}),
        }
      : {}),
    ...(row.dangling === null
      ? {}
      : { dangling: JSON.parse(row.dangling) as NonNullable<ImportView['dangling']> }),
    ...(row.state === 'pending'
      ? {
          markings: await markingsOf(db, row.number),
          loosens: await loosening(db, row.number),
          recalled: await returning(db, row.number),
        }
      : {}),
    ...(row.undoing === null ? {} : { undoing: JSON.parse(row.undoing) as UndoReport }),
  }
}

async function markingsOf(db: Db, intake: number): Promise<NonNullable<ImportView['markings']>> {
  const rows = await db
    .selectFrom('stix_intake_object')
    .select(({ fn }) => ['tlp', 'other_marking', fn.countAll().as('count')])
    .where('intake', '=', intake)
    .where('fate', '!=', 'set-aside')
    .groupBy(['tlp', 'other_marking'])
    .execute()
  const labels = [...TLP, 'none' as const].map((label, at) => ({
    label,
    count: sum(rows.filter(({ tlp }) => tlp === at)),
  }))
  const other = sum(rows.filter(({ other_marking }) => other_marking === 1))
  return [...labels, { label: 'other' as const, count: other }].filter(({ count }) => count > 0)
}

/** How many go further than what is held. */
async function loosening(db: Db, intake: number): Promise<number> {
  const { count } = await db
    .selectFrom('stix_intake_object')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('intake', '=', intake)
    .where('loosens', '=', 1)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many were called back before, whoever brings them now. */
async function returning(db: Db, intake: number): Promise<number> {
  const { count } = await db
    .selectFrom('stix_intake_object')
    .select(({ fn }) => fn.count('recalled').as('count'))
    .where('intake', '=', intake)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** By whom, when and why each of some recalls was made. */
async function recallsNamed(db: Db, numbers: readonly (number | null)[]) {
  const asked = [...new Set(numbers)].filter((one) => one !== null)
  if (asked.length === 0) return new Map<number, Recall>()
  const rows = await db
    .selectFrom('stix_recall')
    .select(['number', 'at', 'by_person', 'because'])
    .where('number', 'in', asked)
    .execute()
  return new Map(
    rows.map(({ by_person: by, ...row }) => [
      Number(row.number),
      { number: Number(row.number), at: row.at, by, because: row.because },
    ]),
  )
}

const sum = (rows: readonly { readonly count: number | string | bigint }[]) =>
  rows.reduce((total, { count }) => total + Number(count), 0)

/** A page of rows, after a place in the file. */
export type Rows = {
  readonly fate?: ImportFate
  readonly after: number
  readonly limit: number
}

export async function objectsOf(
  db: Db,
  { number }: Intake,
  { fate, after, limit }: Rows,
): Promise<ImportObjects> {
  const rows = await db
    .selectFrom('stix_intake_object')
    .select(['n', 'line', 'fate', 'id', 'type', 'name', 'modified', 'tlp', 'loosens', 'recalled'])
    .where('intake', '=', number)
    .where('n', '>', after)
    .$if(fate !== undefined, (query) => query.where('fate', '=', fate!))
    .orderBy('n')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const aside = page.filter((row) => row.fate === 'set-aside').map(({ n }) => n)
  const faults = new Map<number, ImportObject['faults']>()
  if (aside.length > 0)
    for (const { n, bytes } of await db
      .selectFrom('stix_intake_object')
      .select(['n', 'bytes'])
      .where('intake', '=', number)
      .where('n', 'in', aside)
      .execute())
      faults.set(Number(n), faultsIn(bytes))
  const recalls = await recallsNamed(
    db,
    page.map(({ recalled }) => recalled),
  )
  const objects = page.map((row) => rowView(row, { recalls, faults: faults.get(Number(row.n)) }))
  return rows.length > limit ? { objects, next: objects.at(-1)!.n } : { objects }
}

const faultsIn = (bytes: Uint8Array) =>
  JSON.parse(new TextDecoder().decode(bytes)) as NonNullable<ImportObject['faults']>

function rowView(
  row: Pick<
    IntakeObject,
    'n' | 'line' | 'fate' | 'id' | 'type' | 'name' | 'modified' | 'tlp' | 'loosens' | 'recalled'
  >,
  {
    recalls,
    faults,
  }: {
    readonly recalls: ReadonlyMap<number, Recall>
    readonly faults?: ImportObject['faults'] | undefined
  },
): ImportObject {
  const recalled = row.recalled === null ? undefined : recalls.get(Number(row.recalled))
  const label = row.tlp === UNLABELLED ? undefined : TLP[row.tlp]
  return {
    n: Number(row.n),
    line: Number(row.line),
    fate: row.fate,
    ...(row.id === '' ? {} : { id: row.id }),
    ...(row.type === '' ? {} : { type: row.type }),
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.modified === null ? {} : { modified: row.modified }),
    ...(label === undefined ? {} : { tlp: label }),
    ...(row.loosens === 1 ? { loosens: true } : {}),
    ...(recalled ? { recalled } : {}),
    ...(faults ? { faults } : {}),
  }
}

/** One object that waits, beside what told its fate. */
export async function objectOf(db: Db, { number }: Intake, n: number): Promise<ImportObjectView> {
  const row = await db
    .selectFrom('stix_intake_object')
    .selectAll()
    .where('intake', '=', number)
    .where('n', '=', n)
    .executeTakeFirst()
  if (!row)
    throw new IntelligenceError(
      'import.unknown',
      `expected an object that waits in import ${number}, got ${n}`,
    )
  const recalls = await recallsNamed(db, [row.recalled])
  if (row.fate === 'set-aside')
    return { ...rowView(row, { recalls, faults: faultsIn(row.bytes) }), differs: [] }
  const text = new TextDecoder().decode(row.bytes)
  const beside = await besideIn(db, row)
  return {
    ...rowView(row, { recalls }),
    text,
    ...(beside ? { beside } : {}),
    differs: beside
      ? differences(valueOf(new TextEncoder().encode(beside.text)), valueOf(row.bytes))
      : [],
  }
}

async function besideIn(
  db: Db,
  { intake, beside, beside_n }: IntakeObject,
): Promise<ImportObjectView['beside']> {
  if (beside !== null) {
    const held = await db
      .selectFrom('stix_version as v')
      .innerJoin('stix_import as i', 'i.seq', 'v.import')
      .select(['v.bytes', 'v.modified', 'i.name'])
      .where('v.seq', '=', beside)
      .executeTakeFirst()
    // What is held may have been undone since; a commit then judges anew.
    return held && besideOf({ ...held, source: held.name })
  }
  if (beside_n === null) return undefined
  const before = await db
    .selectFrom('stix_intake_object')
    .select(['bytes', 'modified'])
    .where('intake', '=', intake)
    .where('n', '=', beside_n)
    .executeTakeFirst()
  return before && besideOf(before)
}

const besideOf = (row: {
  readonly bytes: Uint8Array
  readonly modified: string | null
  readonly source?: string
}): NonNullable<ImportObjectView['beside']> => ({
  ...(row.source === undefined ? {} : { source: row.source }),
  ...(row.modified === null ? {} : { modified: row.modified }),
  text: new TextDecoder().decode(row.bytes),
})
