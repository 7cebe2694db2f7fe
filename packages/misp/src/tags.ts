import { isPapTag, isTlpTag, papOf, publishedMarking, textOf } from '@entente/stix'
import type { Json } from './event.ts'
import { isJson } from './extension.ts'
import { isText, textsIn } from './writing.ts'

/** Labels that mark nothing, and the names of what MISP knows as clusters. */
export function tagsOf(object: Json): readonly string[] {
  const labels = textsIn(object['labels']).filter(
    (label) => !label.startsWith('misp:') && !isMarkingTag(label),
  )
  const cluster = clusterTag(object)
  return [...labels, ...(cluster ? [cluster] : [])]
}

/** Whether a tag says how far a thing may go, or what may be done with it. */
export const isMarkingTag = (tag: string): boolean => isTlpTag(tag) || isPapTag(tag)

/** What marks an object by TLP and PAP, as the tags that MISP has for it: its markings, and those of its labels that are such tags. */
export const markingTags = (object: Json): readonly string[] => [
  ...new Set([
    ...textsIn(object['object_marking_refs']).flatMap((ref) => markingTag(ref) ?? []),
    ...textsIn(object['labels']).filter(isMarkingTag),
  ]),
]

/** The tag that MISP has for a marking, if it has one. */
export function markingTag(marking: string): string | undefined {
  const published = publishedMarking(marking)
  return published
    ? textOf(published['name']).toLowerCase()
    : papOf({ object_marking_refs: [marking] })
}

const GALAXIES: ReadonlyMap<unknown, string> = new Map([
  ['attack-pattern', 'mitre-attack-pattern'],
  ['intrusion-set', 'mitre-intrusion-set'],
  ['threat-actor', 'threat-actor'],
  ['course-of-action', 'mitre-course-of-action'],
])

export function clusterTag(object: Json): string | undefined {
  const galaxy = GALAXIES.get(object['type'])
  if (!galaxy || !isText(object['name'])) return undefined
  const attack = externalId(object, 'mitre-attack')
  const isMitre = galaxy.startsWith('mitre-')
  if (isMitre && attack === undefined) return undefined
  const value = `${object['name']}${isMitre ? ` - ${attack}` : ''}`.replaceAll('"', "'")
  return `misp-galaxy:${galaxy}="${value}"`
}

export function externalId(object: Json, source: string): string | undefined {
  const refs = Array.isArray(object['external_references']) ? object['external_references'] : []
  const found = refs.find(
    (ref: unknown): ref is Json => isJson(ref) && ref['source_name'] === source,
  )
  return isText(found?.['external_id']) ? found['external_id'] : undefined
}
