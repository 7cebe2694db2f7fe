import { readBundle, type Received, type SetAside } from '@entente/stix'
import { instant, type Clock } from '../platform/clock.ts'
import type { IntelligenceStore, Outcome, Sender } from './store.ts'
import { asBundle, begun, type Converted, type Given } from './convert.ts'
import { unpack, type FileLimits } from './unpack.ts'

/** What became of a file: what is new, what was held, what differs, and what is missing or not kept. */
type ImportReport = {
  readonly source: string
  readonly bundle: string
  readonly objects: number
  /** Ids that were not held before. */
  readonly new: number
  /** Other versions of ids that are held. */
  readonly versions: number
  /** The same content is held already: nothing was added. */
  readonly held: number
  /** Ids whose version is held with other content: both are kept. */
  readonly conflicts: readonly string[]
  /** Ids of which the file has something that goes further than what is held: it waits for two persons, and is not taken in. */
  readonly second: readonly string[]
  /** Ids of what was called back before: it is held, and does not leave until somebody lets it. */
  readonly recalled: readonly string[]
  /** Ids that this file refers to and that are not held. */
  readonly dangling: readonly string[]
  /** Objects that do not conform to STIX 2.1: they are not taken in, and this is what is wrong with each. */
  readonly setAside: Listed<SetAside>
  /** How many came as STIX 2.0 and were lifted. */
  readonly lifted: number
  /** Properties of the bundle itself, beyond type, id and objects. */
  readonly notKept: readonly string[]
  /** Where it came in another format: which, and what became of each field. */
  readonly converted?: Converted
}

/** How many, and the first of them: whoever sends a file decides how long a report could be. */
type Listed<T> = { readonly count: number; readonly first: readonly T[] }

export type ImportOptions = {
  readonly name: string
  readonly clock: Clock
  /** What whoever imports it says that it is; without it the file says so itself. */
  readonly format?: Given['format']
  /** The party whose node sent it; absent where a person of this node imports it. */
  readonly from?: Sender
  /** The person of this node who imports it, where it is known. */
  readonly by?: string
  readonly limits?: FileLimits
  /** Called now and then with how many objects were taken in. */
  readonly progress?: (objects: number) => void
}

/** How many of each kind a report names. */
export const NAMED = 1_000

/** Written together: enough that it pays, bounded in bytes whatever the objects' size. */
const BATCH = { objects: 1_024, bytes: 4 * 1024 * 1024 }

/**
 * Takes a STIX bundle into the store as it streams in. A file that is no bundle is refused, and nothing
 * of it stays; an object that does not conform is set aside, and the others are taken in.
 */
export async function importBundle(
  store: IntelligenceStore,
  bytes: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportReport> {
  const { name, clock, from, by, limits, progress } = options
  const file = await openFile(bytes, { given: givenBy(store, options), limits })
  const counts: Record<Outcome, number> = { new: 0, version: 0, held: 0, conflict: 0 }
  const conflicts = new Set<string>()
  const second = new Set<string>()
  const recalled = new Set<string>()
  const references = new Set<string>()
  const setAside = { count: 0, first: [] as SetAside[] }
  const source = {
    name,
    addedAt: instant(clock),
    ...(from ? { from } : {}),
    ...(by === undefined ? {} : { by }),
  }
  const { id, objects, notKept, lifted, converted } = await store.receive(source, (add) =>
    readInBatches(file, {
      ...(progress ? { progress } : {}),
      onSetAside: (object) => list(setAside, object),
      take: async (batch) => {
        const taken = await add(batch)
        for (const [index, object] of batch.entries()) {
          const { outcome, recalled: isRecalled } = taken[index]!
          if (isRecalled) recalled.add(object.id)
          if (outcome === 'second') second.add(object.id)
          else counts[outcome] += 1
          if (outcome === 'conflict') conflicts.add(object.id)
          for (const reference of object.references) references.add(reference)
        }
      },
    }),
  )
  const kept = { source: name, bundle: id, objects, setAside, lifted, notKept }
  return {
    ...kept,
    new: counts.new,
    versions: counts.version,
    held: counts.held,
    conflicts: [...conflicts],
    second: [...second],
    recalled: [...recalled],
    dangling: await missing(store, [...references]),
    ...(converted ? { converted } : {}),
  }
}

/** A file of any format as a bundle that is begun, and what it was told to have been. */
type OpenFile = {
  readonly bundle: AsyncIterable<Uint8Array>
  readonly converted: () => Converted | undefined
}

/** Opens a file. It is read before the store is written to: what a text names is looked up in it. */
export async function openFile(
  bytes: AsyncIterable<Uint8Array>,
  { given, limits }: { readonly given: Given; readonly limits?: FileLimits | undefined },
): Promise<OpenFile> {
  let converted: Converted | undefined
  const bundle = await begun(asBundle(unpack(bytes, limits), (what) => (converted = what), given))
  return { bundle, converted: () => converted }
}

/** What is known of a file beside its bytes, with the ATT&CK and the dates of what is held. */
export const givenBy = (
  store: Pick<IntelligenceStore, 'find' | 'contents' | 'referrers' | 'newest'>,
  { name, clock, format }: Pick<ImportOptions, 'name' | 'clock' | 'format'>,
): Given => ({
  name,
  at: instant(clock),
  techniques: async (ids) => {
    const { techniquesHeld } = await import('./techniques.ts')
    return techniquesHeld(store, ids)
  },
  created: async (ids) => {
    const dates = new Map<string, string>()
    for (const { id, bytes } of await store.newest(ids, true)) {
      const { created } = JSON.parse(new TextDecoder().decode(bytes)) as { created?: unknown }
      if (typeof created === 'string') dates.set(id, created)
    }
    return dates
  },
  ...(format ? { format } : {}),
})

/** What reading a file told beside its objects. */
export type FileRead = {
  /** Of the bundle. */
  readonly id: string
  readonly objects: number
  readonly notKept: readonly string[]
  readonly lifted: number
  readonly converted?: Converted
}

type Batches = {
  /** Takes some objects of the file: enough that it pays, never so many that they weigh. */
  readonly take: (batch: readonly Received[]) => Promise<void>
  readonly onSetAside: (object: SetAside) => void
  readonly progress?: (objects: number) => void
}

/** Reads a file of any format as it streams in, and hands its objects on some at a time. */
export async function readInBatches(
  { bundle, converted }: OpenFile,
  { take, onSetAside, progress }: Batches,
): Promise<FileRead> {
  const waiting: Received[] = []
  let [count, size, lifted, aside] = [0, 0, 0, 0]
  const flush = async () => {
    const batch = waiting.splice(0)
    size = aside = 0
    await take(batch)
    count += batch.length
    progress?.(count)
  }
  const reader = readBundle(
    (object) => {
      waiting.push(object)
      size += object.bytes.length
      if (object.lifted) lifted += 1
    },
    {
      lift: true,
      onSetAside: (object) => {
        aside += 1
        onSetAside(object)
      },
    },
  )
  for await (const chunk of bundle) {
    reader.push(chunk)
    if (waiting.length + aside >= BATCH.objects || size >= BATCH.bytes) await flush()
  }
  const read = reader.end()
  await flush()
  const what = converted()
  return { ...read, lifted, ...(what ? { converted: what } : {}) }
}

function list(setAside: { count: number; readonly first: SetAside[] }, object: SetAside) {
  setAside.count += 1
  if (setAside.first.length < NAMED) setAside.first.push(object)
}

/** Which of these ids the store does not hold. */
export async function missing(
  store: IntelligenceStore,
  ids: readonly string[],
): Promise<readonly string[]> {
  const found = await store.held(ids)
  return ids.filter((id) => !found.has(id))
}

/** How many ids, and the first of them. */
type Counted = { readonly count: number; readonly ids: readonly string[] }

/** A report as others read it, with no more than the first ids of each kind. */
export type ShortReport = Omit<ImportReport, 'conflicts' | 'second' | 'recalled' | 'dangling'> & {
  readonly conflicts: Counted
  readonly second: Counted
  readonly recalled: Counted
  readonly dangling: Counted
}

export function shortened({
  conflicts,
  second,
  recalled,
  dangling,
  ...report
}: ImportReport): ShortReport {
  const counted = (ids: readonly string[]) => ({ count: ids.length, ids: ids.slice(0, NAMED) })
  return {
    ...report,
    conflicts: counted(conflicts),
    second: counted(second),
    recalled: counted(recalled),
    dangling: counted(dangling),
  }
}
