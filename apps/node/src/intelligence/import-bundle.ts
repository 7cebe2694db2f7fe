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
  readonly limits?: FileLimits
  /** Called now and then with how many objects were taken in. */
  readonly progress?: (objects: number) => void
}

/** How many of each kind a report names. */
const NAMED = 1_000

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
  const { name, clock, from, progress } = options
  const counts: Record<Outcome, number> = { new: 0, version: 0, held: 0, conflict: 0 }
  const conflicts = new Set<string>()
  const references = new Set<string>()
  const setAside = { count: 0, first: [] as SetAside[] }
  let lifted = 0
  let converted: Converted | undefined
  const bundle = await opened(store, bytes, { ...options, told: (what) => (converted = what) })
  const { id, objects, notKept } = await store.receive(
    { name, addedAt: instant(clock), ...(from ? { from } : {}) },
    async (add) => {
      const waiting: Received[] = []
      let count = 0
      let size = 0
      const flush = async () => {
        const batch = waiting.splice(0)
        size = 0
        const taken = await add(batch)
        for (const [index, object] of batch.entries()) {
          const { outcome } = taken[index]!
          counts[outcome] += 1
          if (outcome === 'conflict') conflicts.add(object.id)
          for (const reference of object.references) references.add(reference)
        }
        count += batch.length
        progress?.(count)
      }
      const reader = readBundle(
        (object) => {
          waiting.push(object)
          size += object.bytes.length
          if (object.lifted) lifted += 1
        },
        { lift: true, onSetAside: (object) => list(setAside, object) },
      )
      for await (const chunk of bundle) {
        reader.push(chunk)
        if (waiting.length >= BATCH.objects || size >= BATCH.bytes) await flush()
      }
      const read = reader.end()
      await flush()
      return read
    },
  )
  const kept = { source: name, bundle: id, objects, setAside, lifted, notKept }
  return {
    ...kept,
    new: counts.new,
    versions: counts.version,
    held: counts.held,
    conflicts: [...conflicts],
    dangling: await missing(store, [...references]),
    ...(converted ? { converted } : {}),
  }
}

/** The bundle of a file. It is read before the store is written to: what a text names is looked up in it. */
const opened = (
  store: IntelligenceStore,
  bytes: AsyncIterable<Uint8Array>,
  { name, clock, format, limits, told }: ImportOptions & { told: (converted: Converted) => void },
) =>
  begun(
    asBundle(unpack(bytes, limits), told, {
      name,
      at: instant(clock),
      techniques: async (ids) => {
        const { techniquesHeld } = await import('./techniques.ts')
        return techniquesHeld(store, ids)
      },
      ...(format ? { format } : {}),
    }),
  )

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
export type ShortReport = Omit<ImportReport, 'conflicts' | 'dangling'> & {
  readonly conflicts: Counted
  readonly dangling: Counted
}

export function shortened({ conflicts, dangling, ...report }: ImportReport): ShortReport {
  const counted = (ids: readonly string[]) => ({ count: ids.length, ids: ids.slice(0, NAMED) })
  return { ...report, conflicts: counted(conflicts), dangling: counted(dangling) }
}
