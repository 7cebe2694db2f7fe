import type { CharterId, PartyId } from '@entente/accord'
import type { ObjectSummary, ObjectView } from '../api.ts'
import { referencesOf } from '@entente/stix'
import type { HeldVersion, IntelligenceStore } from './store.ts'

export type FoundObjects = { readonly objects: readonly ObjectSummary[]; readonly next?: string }

/** One page of a search, as lists show it. */
export async function findObjects(
  store: IntelligenceStore,
  words: string,
  page: { readonly limit: number; readonly after?: string },
): Promise<FoundObjects> {
  const { ids, next } = await store.search(words, page)
  const byId = Map.groupBy(await store.versions(ids), ({ id }) => id)
  const objects = ids.flatMap((id) => summary(byId.get(id) ?? []))
  return next === undefined ? { objects } : { objects, next }
}

/** An object in one line, by its newest version. */
function summary(versions: readonly HeldVersion[]): readonly ObjectSummary[] {
  const newest = versions.at(-1)
  if (!newest) return []
  const { id, type, name, modified } = newest
  const dates = new Set(versions.map(({ version }) => version))
  return [
    {
      id,
      type,
      ...(name === undefined ? {} : { name }),
      ...(modified === undefined ? {} : { modified }),
      versions: versions.length,
      conflicts: versions.length - dates.size,
    },
  ]
}

const REFERRERS = 500

/** Everything held of one object, oldest version first; undefined where it is not held. */
export async function objectView(
  store: IntelligenceStore,
  id: string,
): Promise<ObjectView | undefined> {
  const versions = await store.contents(id)
  const type = versions[0]?.type
  if (type === undefined) return undefined
  const texts = versions.map(({ bytes }) => new TextDecoder().decode(bytes))
  const targets = [...new Set(texts.flatMap((text) => referencesOf(JSON.parse(text) as object)))]
  const here = await store.held(targets)
  const { first, count } = await store.referrers(id, REFERRERS)
  return {
    id,
    type,
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
    refersTo: targets.map((target) => ({ id: target, held: here.has(target) })),
    referredBy: first.map((one) => ({
      id: one.id,
      type: one.type,
      ...(one.name === undefined ? {} : { name: one.name }),
    })),
    ...(count > first.length ? { referredByCount: count } : {}),
  }
}
