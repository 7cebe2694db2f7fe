import { hash } from 'node:crypto'
import { markingIdsOf, tlp } from '@entente/release'
import { isTlpTag, type Received, type SetAside } from '@entente/stix'
import { instant, type Clock } from '../../platform/clock.ts'
import { insertMany } from '../../platform/db/statements.ts'
import { IntelligenceError } from '../error.ts'
import type { Given } from '../convert.ts'
import { givenBy, openFile, readInBatches, type FileRead } from '../import-bundle.ts'
import { addKnown, countAgain, fateOf, judge, knownAs, loosensBeside, never } from '../judge.ts'
import { recalledIn, type Recalled } from '../recalled.ts'
import { clean } from '../receive.ts'
import type { IntelligenceStore } from '../store.ts'
import type { Db, IntakeObject, Tables } from '../tables.ts'
import { traitsOf, UNLABELLED } from '../traits.ts'
import type { FileLimits } from '../unpack.ts'
import { nameOf } from '../words.ts'
import { dropObjects, expire } from './keep.ts'
import type { QuarantineLimits } from './limits.ts'
import { besideOf, breathe, knownIn, stampOf, sumUp } from './preview.ts'
import { beginIntake } from './record.ts'

export type Bringing = {
  /** What is held, for what a file cannot say of itself. */
  readonly objects: Pick<IntelligenceStore, 'find' | 'contents' | 'referrers' | 'newest'>
  readonly name: string
  readonly clock: Clock
  readonly by?: string
  /** What whoever brings it says that it is; without it the file says so itself. */
  readonly format?: Given['format']
  readonly limits?: FileLimits
  readonly quarantine: QuarantineLimits
  readonly progress?: (objects: number) => void
}

/** Faults of one object that are kept: whoever sends it decides how many there are. */
const FAULTS = 100

/**
 * Brings a file into quarantine as it streams in, and says of each object what would become of it. A batch is written at a
 * time, so that nobody waits for a slow sender; a file that is no bundle, breaks a bound or ends early leaves nothing.
 */
export async function stage(
  db: Db,
  bytes: AsyncIterable<Uint8Array>,
  bringing: Bringing,
): Promise<number> {
  const { name, clock, by, format, limits, progress } = bringing
  await expire(db, clock, bringing.quarantine.age)
  const number = await db.transaction().execute(async (transaction) => {
    await assertRoom(transaction, bringing.quarantine)
    const source = {
      name: clean(name),
      addedAt: instant(clock),
      ...(by === undefined ? {} : { by }),
    }
    return beginIntake(transaction, source)
  })
  const staging: Staging = {
    db,
    number,
    n: 0,
    bytes: 0,
    again: never(),
    recalled: await recalledIn(db),
    aside: [],
    references: new Set(),
  }
  try {
    const asOf = await stampOf(db)
    const file = await openFile(bytes, {
      given: givenBy(bringing.objects, { name, clock, ...(format ? { format } : {}) }),
      limits,
    })
    const told = await readInBatches(file, {
      ...(progress ? { progress } : {}),
      onSetAside: ({ faults, ...object }) =>
        void staging.aside.push({ ...object, faults: faults.slice(0, FAULTS) }),
      take: (batch) => take(staging, batch, bringing.quarantine),
    })
    await finish(staging, told, asOf)
    return number
  } catch (error) {
    await db.transaction().execute(async (transaction) => {
      await dropObjects(transaction, number)
      await transaction.deleteFrom('stix_intake').where('number', '=', number).execute()
    })
    throw error
  }
}

type Staging = {
  readonly db: Db
  readonly number: number
  n: number
  bytes: number
  readonly again: ReturnType<typeof never>
  readonly recalled: Recalled
  /** Set aside since the last batch. */
  readonly aside: SetAside[]
  readonly references: Set<string>
}

async function take(
  staging: Staging,
  batch: readonly Received[],
  quarantine: QuarantineLimits,
): Promise<void> {
  const { db, number } = staging
  const rows = await judged(staging, batch)
  const { aside } = staging
  for (const object of aside.splice(0))
    rows.push(asideRow(object, { intake: number, n: (staging.n += 1) }))
  if (staging.n > quarantine.objects)
    throw new IntelligenceError(
      'import.too-many',
      `expected at most ${quarantine.objects} objects in a file, got more`,
    )
  if (rows.length === 0) return
  await breathe()
  const size = rows.reduce((sum, row) => sum + row.bytes.length, 0)
  staging.bytes += size
  await db.transaction().execute(async (transaction) => {
    await assertRoom(transaction, quarantine, size)
    await insertMany<Tables>(transaction, 'stix_intake_object', rows)
    await transaction
      .updateTable('stix_intake')
      .set({ bytes: staging.bytes, objects: staging.n })
      .where('number', '=', number)
      .execute()
  })
}

/** The objects of a batch with what would become of each, by what is held and by what came before it in the file. */
async function judged(staging: Staging, batch: readonly Received[]): Promise<IntakeObject[]> {
  const { db, number, again } = staging
  const known = await knownIn(db, number, batch, staging.n + 1)
  const rows: IntakeObject[] = []
  for (const object of batch) {
    const sha256 = hash('sha256', object.bytes)
    const judging = { version: object.version, value: object.value, sha256 }
    const told = await judge(judging, known.get(object.id) ?? [])
    countAgain(again, object.id, told.outcome)
    const n = (staging.n += 1)
    for (const reference of object.references) staging.references.add(reference)
    // Places in the file count downwards, so that they are none of the store’s.
    addKnown(known, object.id, knownAs(judging, -n))
    const at = {
      intake: number,
      n,
      sha256,
      fate: fateOf(told),
      ...besideOf(told.beside?.seq),
      loosens: (await loosensBeside(object.value, told)) ? 1 : 0,
      recalled: staging.recalled.of(object.id, object.bytes)?.number ?? null,
    }
    rows.push(rowOf(object, at))
  }
  return rows
}

/** A row with its columns in one order, whatever it is: rows that are written together are written by their places. */
const ordered = (row: IntakeObject): IntakeObject => ({
  intake: row.intake,
  n: row.n,
  line: row.line,
  fate: row.fate,
  id: row.id,
  type: row.type,
  name: row.name,
  version: row.version,
  modified: row.modified,
  sha256: row.sha256,
  tlp: row.tlp,
  other_marking: row.other_marking,
  beside: row.beside,
  beside_n: row.beside_n,
  loosens: row.loosens,
  recalled: row.recalled,
  bytes: row.bytes,
})

function rowOf(
  { value, ...object }: Received,
  at: Pick<
    IntakeObject,
    'intake' | 'n' | 'sha256' | 'fate' | 'beside' | 'beside_n' | 'loosens' | 'recalled'
  >,
): IntakeObject {
  const name = nameOf(value)
  return ordered({
    ...at,
    line: object.line,
    id: object.id,
    type: object.type,
    name: name === undefined ? null : clean(name),
    version: object.version,
    modified: object.modified ?? null,
    tlp: traitsOf(value).tlp,
    other_marking: hasOther(value) ? 1 : 0,
    bytes: object.bytes,
  })
}

/** Whether a marking stands on it, or on a part of it, that is no label of TLP: what that one allows is for people to read. */
const hasOther = (value: Received['value']): boolean =>
  markingIdsOf(value).some((id) => tlp(id) === undefined) ||
  (Array.isArray(value['labels']) &&
    value['labels'].some(
      (tag) => typeof tag === 'string' && isTlpTag(tag) && tlp(tag) === undefined,
    ))

const encoder = new TextEncoder()

function asideRow(
  { id, line, faults }: SetAside,
  at: { readonly intake: number; readonly n: number },
): IntakeObject {
  const bytes = encoder.encode(JSON.stringify(faults))
  return ordered({
    ...at,
    line,
    fate: 'set-aside',
    id: clean(id ?? '').slice(0, 300),
    type: '',
    name: null,
    version: '',
    modified: null,
    sha256: '',
    tlp: UNLABELLED,
    other_marking: 0,
    beside: null,
    beside_n: null,
    loosens: 0,
    recalled: null,
    bytes,
  })
}

async function finish(
  { db, number, references }: Staging,
  told: FileRead,
  asOf: string,
): Promise<void> {
  await sumUp(db, number, { asOf, references })
  await db
    .updateTable('stix_intake')
    .set({ state: 'pending', told: JSON.stringify(told) })
    .where('number', '=', number)
    .execute()
}

/** Refuses one import more, or more bytes of one, than may wait. */
async function assertRoom(db: Db, limits: QuarantineLimits, more?: number): Promise<void> {
  const { imports, bytes } = await db
    .selectFrom('stix_intake')
    .select(({ fn }) => [fn.countAll().as('imports'), fn.sum('bytes').as('bytes')])
    .where('state', 'in', ['arriving', 'pending'])
    .executeTakeFirstOrThrow()
  const isFull =
    more === undefined ? Number(imports) >= limits.imports : Number(bytes) + more > limits.bytes
  if (isFull)
    throw new IntelligenceError(
      'quarantine.full',
      `expected at most ${limits.imports} imports that wait, of together ${limits.bytes} bytes, got more: commit or discard some`,
    )
}
