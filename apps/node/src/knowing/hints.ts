import { valuesIn } from '@entente/export'
import { phrasesOf } from '../intelligence/search.ts'
import type { Condition } from '../intelligence/store.ts'
import type { Hints, NearestByTechnique } from './api.ts'
import { listAt, newestOf, shown, type Held, type Json } from './held.ts'
import { techniquesOf, usersOf } from './uses.ts'

/** Values, references and names of one object that are looked up; the first of them. */
const MOST_ASKED = 30
/** Objects that are looked at for one of these, and that are told. */
const MOST_LOOKED = 200
const MOST_TOLD = 20

/** What else is held that has something in common with an object; undefined where it is not held, or not for this person. */
export async function hintsFor(held: Held, id: string): Promise<Hints | undefined> {
  const object = (await newestOf(held, [id])).get(id)
  if (!object) return undefined
  return {
    values: await sameValues(held, id, object),
    references: await sameReferences(held, id, object),
    aliases: await sameNames(held, id, object),
    techniques: await nearest(held, id),
  }
}

/** Objects that one of these phrases finds and that do have it: the search only says where to look. */
async function having(
  held: Held,
  spellings: readonly string[],
  { not, has, types }: Having,
): Promise<Others | undefined> {
  const conditions: readonly Condition[] = types ? [{ on: 'type', not: false, values: types }] : []
  const ids = new Set<string>()
  let capped = false
  for (const spelling of spellings) {
    const phrases = phrasesOf(spelling)
    if (phrases.length === 0) continue
    const { objects: found, next } = await held.store.find(
      { phrases, conditions, red: held.red },
      { sort: { by: 'best', down: true }, limit: MOST_LOOKED },
    )
    for (const { id } of found) if (id !== not) ids.add(id)
    capped ||= next !== undefined
  }
  const objects = [...(await newestOf(held, [...ids])).values()].filter(has)
  return objects.length === 0
    ? undefined
    : {
        objects: objects.slice(0, MOST_TOLD),
        count: objects.length,
        ...(capped ? { capped: true } : {}),
      }
}

type Others = {
  readonly objects: readonly Json[]
  readonly count: number
  readonly capped?: true
}

type Having = {
  readonly not: string
  readonly has: (object: Json) => boolean
  readonly types?: readonly string[]
}

const told = ({ objects, ...counted }: Others) => ({
  objects: objects.map((object) => shown(String(object['id']), object)),
  ...counted,
})

async function sameValues(held: Held, id: string, object: Json): Promise<Hints['values']> {
  const found: Hints['values'][number][] = []
  for (const { kind, value } of distinct(
    valuesIn(object),
    ({ kind: of, value: is }) => `${of} ${is}`,
  )) {
    const has = (other: Json) =>
      valuesIn(other).some((one) => one.kind === kind && one.value === value)
    const others = await having(held, [value], { not: id, has })
    if (others) found.push({ kind, value, ...told(others) })
  }
  return found
}

/** What an object says of outside sources by an id: `cve CVE-2023-4966`. */
const entriesOf = (object: Json) =>
  listAt(object, 'external_references').flatMap((one) => {
    const { source_name: source, external_id: id } = (one ?? {}) as Json
    return typeof source === 'string' && typeof id === 'string' && id !== '' ? [{ source, id }] : []
  })

async function sameReferences(held: Held, id: string, object: Json): Promise<Hints['references']> {
  const found: Hints['references'][number][] = []
  for (const entry of distinct(entriesOf(object), (one) => plainly(`${one.source} ${one.id}`))) {
    const has = (other: Json) =>
      entriesOf(other).some(
        (one) =>
          plainly(one.id) === plainly(entry.id) && plainly(one.source) === plainly(entry.source),
      )
    const others = await having(held, [entry.id], { not: id, has })
    if (others) found.push({ ...entry, ...told(others) })
  }
  return found
}

/** Who and what may go by several names; of anything else two may well have one. */
const NAMED = ['intrusion-set', 'threat-actor', 'campaign', 'malware', 'tool', 'identity']

const namesOf = (object: Json): readonly string[] =>
  [object['name'], ...listAt(object, 'aliases'), ...listAt(object, 'x_mitre_aliases')].flatMap(
    (name) => (typeof name === 'string' && name.trim() !== '' ? [name] : []),
  )

async function sameNames(held: Held, id: string, object: Json): Promise<Hints['aliases']> {
  if (!NAMED.includes(String(object['type']))) return []
  const found: Hints['aliases'][number][] = []
  for (const name of distinct(namesOf(object), plainly)) {
    const has = (other: Json) => namesOf(other).some((one) => plainly(one) === plainly(name))
    const others = await having(held, spellingsOf(name), { not: id, has, types: NAMED })
    if (others) found.push({ name, ...told(others) })
  }
  return found
}

/** Without case, marks, blanks and hyphens: `Fancy Bear`, `FANCY-BEAR`. */
const plainly = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{Z}]/gu, '')
    .toLowerCase()

/** A name as the search may have it: as it is, in one word, and apart where a number or a capital begins. */
const spellingsOf = (name: string): readonly string[] => [
  ...new Set([
    name,
    name.replaceAll(/[\p{P}\p{Z}]/gu, ''),
    name.replaceAll(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})|(?<=\p{Ll})(?=\p{Lu})/gu, ' '),
  ]),
]

function distinct<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [keyOf(one), one] as const)).values()].slice(0, MOST_ASKED)
}

/** Which others use the most of the same techniques, of all that either uses. */
async function nearest(held: Held, id: string): Promise<Hints['techniques']> {
  const own = await techniquesOf(held, [id])
  const techniques = [...(own.of.get(id) ?? [])]
  if (techniques.length === 0) return { count: 0, nearest: [] }
  const { shared, capped } = await usersOf(held, techniques)
  const most = [...shared]
    .filter(([other]) => other !== id)
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, MOST_LOOKED)
  const theirs = await techniquesOf(
    held,
    most.map(([other]) => other),
  )
  const objects = await newestOf(
    held,
    most.map(([other]) => other),
  )
  const compared = most.map(([other, both]): NearestByTechnique => {
    const uses = theirs.of.get(other)?.size ?? both
    const either = techniques.length + uses - both
    return {
      object: shown(other, objects.get(other)),
      shared: both,
      uses,
      either,
      overlap: both / either,
    }
  })
  return {
    count: techniques.length,
    nearest: compared.toSorted((a, b) => b.overlap - a.overlap).slice(0, MOST_TOLD),
    ...(capped || own.capped || theirs.capped ? { capped: true } : {}),
  }
}
