import { hash } from 'node:crypto'
import { markingIdsOf, markingOf, tlp, type HeldObject, type Marking } from '@entente/release'
import { recallSaid, type IntelligenceStore } from '../intelligence/index.ts'
import { askMany, insertMany } from '../platform/db/statements.ts'
import type { SharingSetting } from '../sharing/index.ts'
import type { Db, Entry, Tables } from './tables.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * What of an object decides how far it may go, as text. Objects are many and ways of marking them are
 * few: each is kept once, and judged once for as long as nothing changes that judges it.
 */
export function markedBy(object: Json, outside: boolean): string {
  // Only one that is word for word what was published is everybody's: that hangs on all of it.
  if (object['type'] === 'marking-definition') return JSON.stringify({ outside, object })
  const labels = object['labels']
  const tags = Array.isArray(labels) ? labels.filter(isTag) : []
  return JSON.stringify({
    outside,
    object: {
      created_by_ref: object['created_by_ref'],
      object_marking_refs: object['object_marking_refs'],
      granular_markings: object['granular_markings'],
      ...(tags.length > 0 ? { labels: tags } : {}),
    },
  })
}

const isTag = (label: unknown) => typeof label === 'string' && /^\s*tlp:/i.test(label)

/** Keeps some ways of marking, each by its hash; answers the hash of each. */
export async function keepMarkings(
  db: Db,
  texts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map([...new Set(texts)].map((text) => [text, hash('sha256', text)]))
  const rows = await askMany(db, 'markings held', [...hashes.values()], (some) =>
    db.selectFrom('taxii_marking').select('marked').where('marked', 'in', some),
  )
  const held = new Set(rows.map(({ marked }) => marked))
  const missing = [...hashes].filter(([, marked]) => !held.has(marked))
  await insertMany<Tables>(
    db,
    'taxii_marking',
    missing.map(([text, marked]) => ({ marked, text })),
  )
  return hashes
}

/** The marking that a hash stands for, where a collection may say what holds for what nobody marked. */
export type MarkingOf = (marked: string, unmarked?: SharingSetting['unmarked']) => Marking

/** Where it is read what is held: the store, or inside a transaction of it. */
type Held = {
  readonly db: Db
  readonly objects: Pick<IntelligenceStore, 'versions' | 'contents' | 'at'>
}

export type Markings = {
  /** Judges these ways of marking by what is held and settled now. */
  readonly of: (
    marked: readonly string[],
    setting: SharingSetting,
    held: Held,
  ) => Promise<MarkingOf>
}

/** More ways of marking than this are read again rather than kept. */
const MOST_KNOWN = 50_000

/** By everything that could change a judgement: the setting, and what is held of each definition. */
type Judged = {
  readonly setting: SharingSetting
  readonly print: string
  readonly definitions: ReadonlyMap<string, readonly HeldObject[]>
  /** By what holds for what nobody marked, then by the hash of the marking. */
  readonly markings: Map<SharingSetting['unmarked'], Map<string, Marking>>
}

export function createMarkings(): Markings {
  // By hash: whatever becomes of a transaction in which it was read, it says the same for ever.
  const sources = new Map<string, HeldObject>()
  const ids = new Set<string>()
  let judged: Judged | undefined
  return {
    of: async (marked, setting, held) => {
      const missing = [...new Set(marked)].filter((one) => !sources.has(one))
      if (sources.size + missing.length > MOST_KNOWN) {
        sources.clear()
        ids.clear()
        judged = undefined
      }
      for (const [one, source] of await read(missing, held)) {
        sources.set(one, source)
        for (const id of markingIdsOf(source.object)) ids.add(id)
      }
      const definitions = await held.objects.versions([...ids])
      const print = `${ids.size} ${definitions.map(({ sha256 }) => sha256).join(' ')}`
      if (judged?.setting !== setting || judged.print !== print)
        judged = { setting, print, definitions: await define(ids, held), markings: new Map() }
      return judge(sources, judged)
    },
  }
}

async function read(marked: readonly string[], { db }: Held) {
  const rows = await askMany(db, 'markings', marked, (some) =>
    db.selectFrom('taxii_marking').selectAll().where('marked', 'in', some),
  )
  return rows.map(({ marked: one, text }): [string, HeldObject] => {
    const { object, outside } = JSON.parse(text) as { object: Json; outside: boolean }
    return [one, { object, received: outside }]
  })
}

async function define(ids: ReadonlySet<string>, { objects }: Held) {
  const definitions = new Map<string, readonly HeldObject[]>()
  for (const id of ids)
    definitions.set(
      id,
      (await objects.contents(id)).map(({ bytes, from, outside }) => ({
        object: JSON.parse(new TextDecoder().decode(bytes)) as Json,
        received: from !== undefined || outside === true,
      })),
    )
  return definitions
}

function judge(
  sources: ReadonlyMap<string, HeldObject>,
  { setting, definitions, markings }: Judged,
): MarkingOf {
  return (marked, unmarked = setting.unmarked) => {
    let judged = markings.get(unmarked)
    if (!judged) {
      judged = new Map()
      markings.set(unmarked, judged)
    }
    const known = judged.get(marked)
    if (known) return known
    const held = sources.get(marked)
    if (!held) throw new TypeError(`expected a marking that was read, got ${marked}`)
    const policy = { ...setting, unmarked }
    const marking = markingOf(held, (id) => definitions.get(id) ?? [], policy)
    judged.set(marked, marking)
    return marking
  }
}

/** Whether an object or a part of it is for persons alone: no program gets it. */
export const isRed = ({ tlp: label, fields = [] }: Marking): boolean =>
  [label, ...fields.map((field) => field.tlp)].includes(tlp('red'))

/** Why an entry does not leave although its marking lets it: it was called back. Nothing is read where nothing is. */
export async function recalls(
  { objects }: { readonly objects: Pick<IntelligenceStore, 'recalled' | 'at'> },
  entries: readonly Pick<Entry, 'object' | 'content'>[],
): Promise<(entry: Pick<Entry, 'object' | 'content'>) => string | undefined> {
  const recalled = await objects.recalled()
  if (recalled.isEmpty) return () => undefined
  const bytes = await objects.at(entries.map(({ content }) => Number(content)))
  return ({ object, content }) => {
    const held = bytes.get(Number(content))
    const recall = held && recalled.of(object, new Uint8Array(held))
    return recall && recallSaid(recall)
  }
}
