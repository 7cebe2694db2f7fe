import { contentOf, readBundle, StixError, type Received } from '@entente/stix'
import type { StatusDetails } from '@entente/taxii'
import type { IntelligenceStore, Taken } from '../intelligence/index.ts'
import { addEntries, collectionRow, entriesOf, removedOf, type Adding } from './entries.ts'
import { keepMarkings, markedBy } from './marking.ts'
import type { Db, Entry, Tables } from './tables.ts'

/** Around objects these make a bundle, so that they come in on the path of every import. */
const encoder = new TextEncoder()
const HEAD = encoder.encode(
  '{"type":"bundle","id":"bundle--00000000-0000-5000-8000-000000000000","objects":[',
)
const COMMA = encoder.encode(',')
const TAIL = encoder.encode(']}')

type Read = Received | { readonly fault: StatusDetails }

/** Reads objects as an import does: what is wrong with one is said of it, and the others come in. */
export function readPosted(objects: readonly Uint8Array[], now: string): readonly Read[] {
  const all = readTogether(objects)
  if (all?.length === objects.length) return all
  return objects.map((bytes) => {
    try {
      const [object, ...more] = readTogether([bytes], true) ?? []
      if (object && more.length === 0 && object.bytes.length === bytes.length) return object
      return fault(bytes, now, 'expected one STIX object, got more')
    } catch (error) {
      if (!(error instanceof StixError)) throw error
      return fault(bytes, now, `${error.code}: ${error.reason}`)
    }
  })
}

function readTogether(
  objects: readonly Uint8Array[],
  throws = false,
): readonly Received[] | undefined {
  const found: Received[] = []
  const reader = readBundle((object) => void found.push(object))
  try {
    reader.push(HEAD)
    for (const [at, bytes] of objects.entries()) {
      if (at > 0) reader.push(COMMA)
      reader.push(bytes)
    }
    reader.push(TAIL)
    reader.end()
    return found
  } catch (error) {
    if (throws || !(error instanceof StixError)) throw error
    return undefined
  }
}

/** Of what could not be read: as much of its own id and version as is there. */
function fault(bytes: Uint8Array, now: string, message: string): { readonly fault: StatusDetails } {
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 300) : undefined)
  let object: Readonly<Record<string, unknown>> = {}
  try {
    object = JSON.parse(new TextDecoder().decode(bytes)) as typeof object
  } catch {
    // What is no JSON says nothing of itself.
  }
  const version = text(object['modified']) ?? text(object['created']) ?? now
  return { fault: { id: text(object['id']) ?? 'no id', version, message } }
}

/** The version of an object in its own words; absent where it has none (section 5.3.1). */
export function versionSaid({
  modified,
  value,
}: Pick<Received, 'modified' | 'value'>): string | undefined {
  const { created } = value
  return modified ?? (typeof created === 'string' ? created : undefined)
}

type Posting = {
  readonly db: Db
  readonly collection: string
  readonly store: Pick<IntelligenceStore, 'at' | 'recalled'>
  readonly add: (objects: readonly Received[]) => Promise<readonly Taken[]>
  /** Whether the client may see an entry: of others it is told nothing. */
  readonly sees: (
    entries: readonly Pick<Entry, 'marked' | 'posted'>[],
  ) => Promise<readonly boolean[]>
  readonly outside: boolean
  readonly now: { readonly micros: number; readonly text: string }
}

export type Done = { readonly successes: StatusDetails[]; readonly failures: StatusDetails[] }

/** Persons of this node are two where something goes further, and no program of its own is one. */
const LOOSER =
  'object.second: expected an object that goes no further than what is held here, got one that does; two persons of this node let it in'

/** Takes posted objects into a collection, and says of each what became of it. */
export async function post(read: readonly Read[], posting: Posting): Promise<Done> {
  const { db, collection, add, outside, now } = posting
  const row = await collectionRow(db, collection)
  const recalled = await posting.store.recalled()
  const sound = read.filter((one): one is Received => !('fault' in one))
  const before = await seen(sound, row.number, posting)
  const { accepted, asked, failures } = sorted(read, before, recalled)
  const done: Done = { successes: [], failures }
  const answers = accepted.length === 0 ? [] : await add(accepted)
  // What would go further than what is held is not taken in: in its place stands what is held, which is no answer to it.
  const looser = new Set(
    accepted.flatMap(({ id, version }, at) =>
      answers[at]!.outcome === 'second' ? [`${id} ${version}`] : [],
    ),
  )
  for (const { key, detail } of asked)
    if (looser.has(key)) done.failures.push({ ...detail, message: LOOSER })
    else done.successes.push(detail)
  const isTaken = (_: unknown, at: number) => answers[at]!.outcome !== 'second'
  const [taken, came] = [answers.filter(isTaken), accepted.filter(isTaken)]
  const texts = came.map(({ value }) => markedBy(value, outside))
  const marked = await keepMarkings(db, texts)
  const adding = came.flatMap((one, at): Adding[] => {
    const { seq } = taken[at]!
    // Somebody else put it here, or took it out, in a way that this client may not see: nothing changes.
    if (before.contents.has(seq)) return []
    const said = versionSaid(one)
    return [
      {
        object: one.id,
        type: one.type,
        version: one.version,
        ...(said === undefined ? {} : { said }),
        content: seq,
        marked: marked.get(texts[at]!)!,
        posted: true,
      },
    ]
  })
  const written = await addEntries(db, row, adding, now.micros)
  const dates = new Map(written.map(({ object, said }) => [object, said]))
  const dated = ({ version, ...detail }: StatusDetails) => ({
    ...detail,
    version: version || (dates.get(detail.id) ?? now.text),
  })
  return { successes: done.successes.map(dated), failures: done.failures.map(dated) }
}

type Before = Awaited<ReturnType<typeof seen>>
type Asked = { readonly key: string; readonly detail: StatusDetails }

/** What may come in, each once; what was asked besides, and what fails for what is here. */
function sorted(
  read: readonly Read[],
  before: Before,
  recalled: Awaited<ReturnType<IntelligenceStore['recalled']>>,
) {
  const [asked, failures]: [Asked[], StatusDetails[]] = [[], []]
  const accepted = new Map<string, Received>()
  for (const one of read) {
    if ('fault' in one) {
      failures.push(one.fault)
      continue
    }
    // What has no date of its own has that of its coming, which it has only when it came.
    const version = versionSaid(one) ?? before.dates.get(one.id) ?? ''
    const key = `${one.id} ${one.version}`
    const message = before.removed.has(key)
      ? 'entry.removed: expected an object that was not taken out of this collection, got one that was'
      : recalled.of(one.id, one.bytes)
        ? 'object.recalled: expected an object that was not called back here, got one that was; only a person of this node lets it in again'
        : conflictOf(one, accepted.get(key) ?? before.bytes.get(key))
    if (message !== undefined) {
      failures.push({ id: one.id, version, message })
      continue
    }
    asked.push({ key, detail: { id: one.id, version } })
    if (!accepted.has(key) && !before.bytes.has(key)) accepted.set(key, one)
  }
  return { accepted: [...accepted.values()], asked, failures }
}

/** Same id and version, other content: STIX leaves open what that means, so it is said and not taken. */
function conflictOf(one: Received, other: Received | Uint8Array | undefined): string | undefined {
  if (other === undefined) return undefined
  const bytes = other instanceof Uint8Array ? other : other.bytes
  if (Buffer.compare(bytes, one.bytes) === 0) return undefined
  const value = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>
  const same = contentOf(value)
  if (same !== undefined && same === contentOf(one.value)) return undefined
  return 'entry.conflict: expected the content that this version has here, got another; it was not taken'
}

/** What the collection has, or had, of these objects: `contents` of all, the rest as far as the client sees it. */
async function seen(objects: readonly Received[], number: number, { db, store, sees }: Posting) {
  const ids = objects.map(({ id }) => id)
  const entries = await entriesOf(db, number, ids)
  const gone = await removedOf(db, number, ids)
  const undated = new Set(objects.flatMap(({ id, version }) => (version === '' ? [id] : [])))
  const keyOf = ({ object, version }: Entry | Tables['taxii_removed']) =>
    `${object} ${undated.has(object) ? '' : version}`
  const [visible, visibleGone] = [await sees(entries), await sees(gone)]
  const there = entries.filter((_, at) => visible[at])
  const read = await store.at(there.map(({ content }) => content))
  return {
    contents: new Set([...entries, ...gone].map(({ content }) => content)),
    bytes: new Map(there.map((entry) => [keyOf(entry), new Uint8Array(read.get(entry.content)!)])),
    dates: new Map(there.map(({ object, said }) => [object, said])),
    removed: new Set(gone.filter((_, at) => visibleGone[at]).map(keyOf)),
  }
}
