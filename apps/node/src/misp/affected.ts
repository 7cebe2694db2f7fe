import type { IntelligenceStore } from '../intelligence/index.ts'

type Objects = Pick<IntelligenceStore, 'newest' | 'referring'>

/** Objects that refer to one of some others, at most. */
const MOST = 10_000
/** So much refers to these that their news is no news of a report. */
const COMMON: ReadonlySet<string> = new Set([
  'identity',
  'marking-definition',
  'extension-definition',
])

/** The reports of which something is among these objects, however deep it stands in them. */
export async function reportsOf(
  objects: Objects,
  ids: readonly string[],
): Promise<readonly string[]> {
  const seen = new Set(ids)
  const reports = new Set(ids.filter(isReport))
  let level = await withSighted(objects, ids.filter(climbs))
  while (level.length > 0) {
    const above = await objects.referring(level, { red: true, limit: MOST })
    const news = above.map(({ id }) => id).filter((id) => !seen.has(id))
    for (const id of news) {
      seen.add(id)
      if (isReport(id)) reports.add(id)
    }
    level = news.filter(climbs)
  }
  return [...reports]
}

const typeOf = (id: string) => id.slice(0, id.indexOf('--'))
const isReport = (id: string) => typeOf(id) === 'report'
const climbs = (id: string) => !isReport(id) && !COMMON.has(typeOf(id))

/** A sighting is of what stands in a report, and need not stand in it itself. */
async function withSighted(objects: Objects, ids: readonly string[]): Promise<readonly string[]> {
  const sightings = ids.filter((id) => typeOf(id) === 'sighting')
  if (sightings.length === 0) return ids
  const found = await objects.newest(sightings, true)
  return [...ids, ...found.flatMap(({ bytes }) => sightedIn(bytes) ?? [])]
}

function sightedIn(bytes: Uint8Array): string | undefined {
  const { sighting_of_ref: of } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly sighting_of_ref?: unknown
  }
  return typeof of === 'string' ? of : undefined
}
