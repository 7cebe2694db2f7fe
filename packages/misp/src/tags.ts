import { publishedMarking, textOf } from '@entente/stix'
import type { Json } from './event.ts'
import { isJson } from './extension.ts'
import { isText, textsIn } from './writing.ts'

/** Labels, and the names of what MISP knows as clusters. */
export function tagsOf(object: Json): readonly string[] {
  const labels = textsIn(object['labels']).filter((label) => !label.startsWith('misp:'))
  const cluster = clusterTag(object)
  return [...labels, ...(cluster ? [cluster] : [])]
}

/** The label of TLP among an object's markings, as the tag that MISP has for it. */
export const tlpTags = (object: Json): readonly string[] => [
  ...new Set(textsIn(object['object_marking_refs']).flatMap((ref) => tlpTag(ref) ?? [])),
]

export function tlpTag(marking: string): string | undefined {
  const published = publishedMarking(marking)
  return published && textOf(published['name']).toLowerCase()
}

const GALAXIES: Readonly<Record<string, string>> = {
  'attack-pattern': 'mitre-attack-pattern',
  'intrusion-set': 'mitre-intrusion-set',
  'threat-actor': 'threat-actor',
  'course-of-action': 'mitre-course-of-action',
}

export function clusterTag(object: Json): string | undefined {
  const galaxy = GALAXIES[object['type'] as string]
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
