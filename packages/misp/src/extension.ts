import type { Json } from './event.ts'

/** The extension in which fields of MISP are carried through STIX. */
export const EXTENSION = 'extension-definition--c298c473-ba98-42bb-ac99-068e69689bce'

/** Its definition (STIX 2.1 section 7.3), which goes with every conversion. */
export const EXTENSION_DEFINITION: Json = {
  type: 'extension-definition',
  spec_version: '2.1',
  id: EXTENSION,
  created: '2026-11-27T00:00:00.000Z',
  modified: '2026-11-27T00:00:00.000Z',
  created_by_ref: 'identity--1086c416-9062-4b37-9037-4cd6238b70cd',
  name: 'MISP core format, carried',
  description:
    'Fields of a MISP event, attribute, object or reference for which STIX has no property, word for word.',
  schema: 'https://datatracker.ietf.org/doc/draft-dulaunoy-misp-core-format/',
  version: '1.0.0',
  extension_types: ['property-extension'],
}

/** Whoever made the definition. */
export const EXTENSION_AUTHOR: Json = {
  type: 'identity',
  spec_version: '2.1',
  id: 'identity--1086c416-9062-4b37-9037-4cd6238b70cd',
  created: '2026-11-27T00:00:00.000Z',
  modified: '2026-11-27T00:00:00.000Z',
  name: 'Entente',
  identity_class: 'system',
}

export type Carrying = 'event' | 'attribute' | 'object' | 'reference'

/** `extensions` with these fields in it. */
export const carrying = (what: Carrying, fields: Json): Json => ({
  [EXTENSION]: { extension_type: 'property-extension', [what]: fields },
})

/** The fields that an object carries. */
export function carriedIn(object: Json, what: Carrying): Json | undefined {
  const extensions = object['extensions']
  const own = isJson(extensions) ? extensions[EXTENSION] : undefined
  const fields = isJson(own) ? own[what] : undefined
  return isJson(fields) ? fields : undefined
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
