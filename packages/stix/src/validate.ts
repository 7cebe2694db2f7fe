import { inShape, missing, order, type Shape } from './check.ts'
import { COMMON, extensions, markings } from './common.ts'
import { isObservable } from './family.ts'
import { isObject, must, should, within, type At, type Finding, type Json } from './finding.ts'
import { isId, typeOfId, uuidOf, variantOf, versionOf } from './identifier.ts'
import { DOMAIN } from './kind-domain.ts'
import { META } from './kind-meta.ts'
import { OBSERVABLE } from './kind-observable.ts'
import type { Family, Kind } from './kind.ts'
import { observableId } from './observable-id.ts'
import { textOf } from './text.ts'

const KINDS: ReadonlyMap<string, Kind> = new Map([...DOMAIN, ...OBSERVABLE, ...META])

const NO_SHAPE: Shape = { section: '7.3', required: [], properties: new Map(), rules: [] }

/** Section 3.2: the common properties that an object of a family must have. */
const REQUIRED: Readonly<Record<Family, readonly string[]>> = {
  sdo: ['spec_version', 'created', 'modified'],
  sro: ['spec_version', 'created', 'modified'],
  meta: ['spec_version', 'created', 'modified'],
  sco: [],
}
/** Section 3.2: what observables have no use for. */
const UNUSED_BY_OBSERVABLES: readonly string[] =
  'created_by_ref created modified revoked labels confidence lang external_references'.split(' ')
/** Section 3.6: what an observable has that its creator versions. */
const VERSIONING: readonly string[] = ['created_by_ref', 'created', 'modified', 'revoked']
/** Section 3.8: names that are kept for later. */
const RESERVED: ReadonlySet<string> = new Set(['severity', 'username', 'phone_number', 'action'])
const OWN: ReadonlySet<string> = new Set(['type', 'id', 'spec_version'])

const inTime = order('3.6.1', 'created', 'modified')

export type ValidationOptions = {
  /** Whether what the standard only advises is looked for as well. */
  readonly advice?: boolean
}

/**
 * Everything in an object that is not as STIX 2.1 (Errata 01) has it, in one pass: what it must be and,
 * with `advice`, what it should be; at most a hundred findings. Types, properties and extensions that
 * the standard does not have are looked at as far as it speaks of them.
 */
export function validateObject(
  object: unknown,
  { advice = true }: ValidationOptions = {},
): readonly Finding[] {
  const at: At = { path: [], findings: [], advice }
  if (isObject(object)) validate(object, at)
  else must(at, '3', 'a STIX object', object)
  return at.findings
}

function validate(object: Json, at: At) {
  const type = object['type']
  const id = object['id']
  typeAndId(type, id, at)
  if (typeof type !== 'string') return
  const kind = KINDS.get(type)
  const family = kind?.family ?? (isObservable(object) ? 'sco' : 'sdo')
  common(object, family, kind, at)
  let names: ((key: string) => void) | undefined
  inShape(object, kind?.shape ?? NO_SHAPE, at, (key, value) => {
    const check = COMMON.get(key)
    if (check) {
      at.path.push(key)
      check(value, at)
      at.path.pop()
    } else if (!OWN.has(key)) {
      ;(names ??= namer(object, kind, at))(key)
      notEmpty(key, value, at)
    }
  })
  inTime(object, at, NO_SHAPE)
  markings(object, at)
  if (object['extensions'] !== undefined) extensions(object['extensions'], kind?.extensions, at)
  if (isId(id)) uuid(object, id, family, at)
}

/** Section 3.1; types begin with a letter and have no two hyphens together. */
const TYPE = /^[a-z](?:[a-z\d]|-(?!-)){1,248}[a-z\d]$/

function typeAndId(type: unknown, id: unknown, at: At) {
  if (type === 'bundle')
    within(at, 'type', () => must(at, '8', 'an object, for bundles hold no bundles', type))
  else if (typeof type !== 'string' || !(KINDS.has(type) || TYPE.test(type)))
    within(at, 'type', () =>
      must(at, '3.1', 'a type (a letter, then 2 to 249 of a-z, 0-9 and single hyphens)', type),
    )
  const expected = !isId(id)
    ? 'a STIX id (type, two hyphens, UUID)'
    : typeof type !== 'string' || !id.startsWith(type) || typeOfId(id) !== type
      ? `an id that begins with ${textOf(type)}--`
      : /[89abAB]/.test(variantOf(id))
        ? undefined
        : 'a UUID of RFC 4122'
  if (expected !== undefined) within(at, 'id', () => must(at, '2.9', expected, id))
}

function common(object: Json, family: Family, kind: Kind | undefined, at: At) {
  const version = object['spec_version']
  if (version !== undefined && version !== '2.1')
    within(at, 'spec_version', () => must(at, '3.2', '"2.1"', version))
  for (const key of REQUIRED[family])
    if (object[key] === undefined && !kind?.unused?.includes(key)) missing(key, '3.2', at)
  for (const key of kind?.commonRequired ?? [])
    if (object[key] === undefined) missing(key, '3.2', at)
  if (family !== 'sco' && object['defanged'] !== undefined)
    within(at, 'defanged', () => must(at, '3.2', 'it on observables only', object['defanged']))
  if (!at.advice) return
  for (const key of family === 'sco' ? UNUSED_BY_OBSERVABLES : (kind?.unused ?? []))
    if (object[key] !== undefined)
      within(at, key, () => should(at, '3.2', 'none, for this type does not use it', object[key]))
}

/** Looks at the names of properties that the standard does not have (sections 3.8, 7.3.2 and 11.1). */
function namer(object: Json, kind: Kind | undefined, at: At): (key: string) => void {
  const extended = isObject(object['extensions']) ? Object.values(object['extensions']) : []
  // Only their definition says which properties an extension adds, and it may be elsewhere.
  const isExtended =
    kind === undefined ||
    extended.some((one) => isObject(one) && one['extension_type'] === 'toplevel-property-extension')
  return (key) => {
    if (RESERVED.has(key)) within(at, key, () => must(at, '3.8', 'no name that is reserved', key))
    else if (!NAME.test(key))
      within(at, key, () =>
        must(at, '3.1', 'a name (a letter, then 2 to 249 of a-z, 0-9 and underscore)', key),
      )
    else if (!isExtended && !key.startsWith('x_'))
      within(at, key, () =>
        should(at, '11.1', 'a name that begins with x_, or an extension that has it', key),
      )
  }
}
/** Sections 2.3 and 2.12: neither lists nor dictionaries may be empty, wherever they stand. */
function notEmpty(key: string, value: unknown, at: At) {
  if (Array.isArray(value) && value.length === 0)
    within(at, key, () => must(at, '2.12', 'a list of one or more', value))
  else if (isObject(value) && Object.keys(value).length === 0)
    within(at, key, () => must(at, '2.3', 'a dictionary with one key or more', value))
}

const NAME = /^[a-z][a-z\d_]{2,249}$/

function uuid(object: Json, id: string, family: Family, at: At) {
  const isRandom = versionOf(id) === '4'
  if (family !== 'sco') {
    if (!isRandom && at.advice) within(at, 'id', () => should(at, '2.9', 'a UUIDv4', id))
    return
  }
  const contributing = OBSERVABLE.get(textOf(object['type']))?.contributing
  if (!contributing) return
  if (contributing.every((key) => object[key] === undefined)) {
    if (!isRandom)
      within(at, 'id', () =>
        must(at, '2.9', 'a UUIDv4, for nothing that contributes to the id is here', id),
      )
    return
  }
  const isVersioned = VERSIONING.some((key) => object[key] !== undefined)
  if (!at.advice && (isRandom || !isVersioned)) return
  const made = observableId(object)
  const isMade = made !== undefined && uuidOf(made) === uuidOf(id)
  if (isMade && isVersioned)
    within(at, 'id', () => must(at, '3.6', 'an id of another namespace on a versioned one', id))
  if (!isMade && !isVersioned) within(at, 'id', () => should(at, '3.4', made ?? 'a UUIDv4', id))
}
