import { canonical } from './canonical.ts'
import { isObject, type Json } from './finding.ts'
import { OBSERVABLE } from './kind-observable.ts'
import { nameUuid } from './name-uuid.ts'
import { textOf } from './text.ts'

/** Section 2.9: the namespace of the ids that are made of what an observable says. */
const NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7'
/** Sections 6.1, 6.7 and 6.18: of several hashes one takes part, the first of these. */
const PREFERRED = ['MD5', 'SHA-1', 'SHA-256', 'SHA-512']

/**
 * The id that a cyber observable should have (sections 2.9 and 3.4): a UUIDv5 over its ID contributing
 * properties in the canonical form of RFC 8785, as they are written. Undefined where the standard
 * makes none of it: for types it does not have, and where none of those properties is there; then the
 * id is of a random UUID.
 *
 * Of hashes that are all outside the order of preference the one whose name sorts first takes part: the
 * members of a JSON object have no order.
 */
export function observableId(object: Json): string | undefined {
  const type = textOf(object['type'])
  const contributing = contributionOf(object)
  if (contributing === undefined) return undefined
  return `${type}--${nameUuid(NAMESPACE, canonical(contributing))}`
}

/** The properties that the id is made of, as many as are there; undefined where none is. */
function contributionOf(object: Json): Json | undefined {
  const keys = OBSERVABLE.get(textOf(object['type']))?.contributing ?? []
  const parts = keys
    .map((key) => [key, key === 'hashes' ? oneHash(object[key]) : object[key]] as const)
    .filter(([, value]) => value !== undefined)
  return parts.length === 0 ? undefined : Object.fromEntries(parts)
}

function oneHash(hashes: unknown): Json | undefined {
  if (!isObject(hashes)) return undefined
  const name =
    PREFERRED.find((one) => hashes[one] !== undefined) ?? Object.keys(hashes).toSorted()[0]
  return name === undefined ? undefined : { [name]: hashes[name] }
}
