import type { CharterId, PartyId } from '@entente/accord'
import type { ObjectLine, ObjectSummary, ObjectView } from '../api.ts'
import { TLP } from '@entente/release'
import { isObservableType, referencesOf, translationOf } from '@entente/stix'
import type { Clock } from '../platform/clock.ts'
import { IntelligenceError } from './error.ts'
import { isKnownEmpty } from './facets.ts'
import { readQuestion } from './question.ts'
import type { HeldVersion, IntelligenceStore, ListedObject, Sort } from './store.ts'
import { tellObjects } from './names.ts'
import { saysOf } from './says.ts'
import { tiesOf } from './ties.ts'
import { FLAG, papIn, traitsOf } from './traits.ts'

export type FoundObjects = { readonly objects: readonly ObjectSummary[]; readonly next?: string }

/** What is asked of a list, and by whom. */
export type Listing = {
  readonly q: string
  readonly sort?: Sort
  readonly limit: number
  readonly after?: string
  readonly offset?: number
  /** Whether this person sees what is TLP:RED. */
  readonly red: boolean
  readonly clock: Clock
}

/** One page of what a query finds, as lists show it. */
export async function findObjects(
  store: IntelligenceStore,
  { q, sort = { by: 'best', down: true }, red, clock, ...page }: Listing,
): Promise<FoundObjects> {
  const question = await readQuestion(store, q, { red, clock })
  if (await isKnownEmpty(store, question)) return { objects: [] }
  const { phrases, ids, conditions } = question
  const asked = {
    phrases,
    ...(ids ? { ids } : {}),
    conditions: [...conditions.values()].flat(),
    red,
  }
  const { objects: found, next } = await store.find(asked, { ...page, sort })
  const byId = Map.groupBy(await store.versions(found.map(({ id }) => id)), ({ id }) => id)
  const isUnnamed = ({ id }: ListedObject) => byId.get(id)?.at(-1)?.name === undefined
  const says = await saysOf(
    store,
    found.filter(isUnnamed).map(({ id }) => id),
    red,
  )
  const objects = found.flatMap((one) => summary(one, byId.get(one.id) ?? [], says.get(one.id)))
  return next === undefined ? { objects } : { objects, next }
}

/** An object in one line, by its newest version. */
function summary(
  { tlp, creator, flags }: ListedObject,
  versions: readonly HeldVersion[],
  says: ObjectLine | undefined,
): readonly ObjectSummary[] {
  const newest = versions.at(-1)
  if (!newest) return []
  const { id, type, name, modified, addedAt, source, from } = newest
  const label = TLP[tlp]
  const pap = papIn(flags)
  const dates = new Set(versions.map(({ version }) => version))
  return [
    {
      id,
      type,
      ...(name === undefined ? {} : { name }),
      ...(says === undefined ? {} : { says }),
      ...(modified === undefined ? {} : { modified }),
      ...(label === undefined ? {} : { tlp: label }),
      ...(pap ? { pap } : {}),
      ...(creator === '' ? {} : { by: creator }),
      addedAt,
      source,
      ...(from ? { from: from.custodian as PartyId } : {}),
      ...(flags & FLAG.revoked ? { revoked: true } : {}),
      ...(flags & FLAG.deprecated ? { deprecated: true } : {}),
      versions: versions.length,
      conflicts: versions.length - dates.size,
    },
  ]
}

const REFERRERS = 500
/** Language contents read at once, and shown at most. */
const TRANSLATIONS = { atOnce: 20, most: 200 }

/**
 * Everything held of one object, oldest version first; undefined where it is not held. Whoever does not
 * see what is TLP:RED is told so, but of observables; and never that such an object refers to this one.
 */
export async function objectView(
  store: IntelligenceStore,
  id: string,
  red = true,
): Promise<ObjectView | undefined> {
  const versions = await store.contents(id)
  const type = versions[0]?.type
  if (type === undefined) return undefined
  const texts = versions.map(({ bytes }) => new TextDecoder().decode(bytes))
  const values = texts.map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>)
  const isWithheld = !red && values.some((value) => traitsOf(value).flags & FLAG.red)
  // The id of an observable is computed of its value: whoever is told that it is held is told the value.
  if (isWithheld && isObservableType(type)) return undefined
  if (isWithheld)
    throw new IntelligenceError('object.red', `expected an object that is not TLP:RED, got ${id}`)
  const targets = [...new Set(values.flatMap(referencesOf))]
  const tell = await tellObjects(store, targets, red)
  const properties = propertiesOf(values.at(-1) ?? {})
  const { first, count } = await store.referrers(id, { red, limit: REFERRERS })
  const unnamed = [...targets.map(tell), ...first].filter(({ name }) => name === undefined)
  const lines = await saysOf(store, [id, ...unnamed.map((one) => one.id)], red)
  const says = lines.get(id)
  const line = (of: string) => (lines.has(of) ? { says: lines.get(of)! } : {})
  const translations = await translationsOf(store, { ...values.at(-1), id }, red)
  const recalled = await store.recalled()
  const recall = recalled.named(id) ?? recalled.of(id, versions.at(-1)!.bytes)
  return {
    id,
    type,
    ...(says === undefined ? {} : { says }),
    ...(translations.length > 0 ? { translations } : {}),
    ...(recall ? { recalled: recall } : {}),
    versions: versions.map(({ modified, version, sha256, addedAt, source, from }, index) => ({
      ...(modified === undefined ? {} : { modified }),
      sha256,
      addedAt,
      source,
      ...(from
        ? { from: { case: from.case as CharterId, custodian: from.custodian as PartyId } }
        : {}),
      text: texts[index]!,
      // One version with several contents: each differs from each, else it would not be kept.
      conflictsWith: versions
        .filter((other) => other.version === version && other.sha256 !== sha256)
        .map((other) => other.sha256),
    })),
    refersTo: targets.map((target) => {
      const as = properties.get(target)
      return { ...tell(target), ...line(target), ...(as === undefined ? {} : { as }) }
    }),
    referredBy: first.map((one) => ({
      id: one.id,
      type: one.type,
      ...(one.name === undefined ? line(one.id) : { name: one.name }),
    })),
    ...(count > first.length ? { referredByCount: count } : {}),
    ...(await tiesOf(store, id, { referrers: first, red })),
  }
}

/**
 * Language contents among what refers to an object that say in some language what its newest version says: of each
 * language the one that came last. Some of them, whoever writes how many.
 */
async function translationsOf(
  store: IntelligenceStore,
  object: Readonly<Record<string, unknown>> & { readonly id: string },
  red: boolean,
): Promise<NonNullable<ObjectView['translations']>> {
  const asked = { red, limit: REFERRERS, type: 'language-content' }
  const ids = (await store.referrers(object.id, asked)).first.map(({ id }) => id)
  const last = new Map<
    string,
    { readonly seq: number; readonly id: string; readonly text: string }
  >()
  for (let from = 0; from < ids.length; from += TRANSLATIONS.atOnce)
    for (const { seq, id, bytes } of await store.newest(
      ids.slice(from, from + TRANSLATIONS.atOnce),
      red,
    )) {
      const text = new TextDecoder().decode(bytes)
      const content = JSON.parse(text) as Readonly<Record<string, unknown>>
      const told = { seq, id, text }
      for (const lang of Object.keys((content['contents'] ?? {}) as object))
        if ((last.get(lang)?.seq ?? -1) < seq && translationOf(object, [content], lang))
          last.set(lang, told)
    }
  return [...new Set(last.values())]
    .toSorted((one, other) => one.seq - other.seq)
    .slice(-TRANSLATIONS.most)
    .map(({ id, text }) => ({ id, text }))
}

/** In which property of an object each id stands; what stands deeper has none of its own. */
function propertiesOf(object: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(object)) {
    if (!key.endsWith('_ref') && !key.endsWith('_refs')) continue
    for (const id of Array.isArray(value) ? (value as readonly unknown[]) : [value])
      if (typeof id === 'string' && !found.has(id)) found.set(id, key)
  }
  return found
}
