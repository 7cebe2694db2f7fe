import { got } from './error.ts'
import { instantKey } from './instant.ts'
import { step } from './examine.ts'

/** What every STIX object says of itself, read from its common properties. */
export type Common = {
  readonly type: string
  readonly id: string
  /** As written; absent where the object has none (cyber observables, marking definitions). */
  readonly modified?: string
  /** Sorts as the version does: `modified`, else `created`, as an instant; empty where it has neither. */
  readonly version: string
}

/** The first common property that is not as STIX 2.1 section 3.2 has it. */
export type Wrong = {
  readonly code: 'object.malformed' | 'object.version-2.0'
  readonly path: string
  readonly reason: string
}

type Json = Readonly<Record<string, unknown>>
type Check = (value: unknown, path: string) => Wrong | undefined

const TYPE = /^[a-z0-9][a-z0-9-]{1,248}[a-z0-9]$/
// RFC 4122 section 3: written in lower case, read in either; published files have both.
const ID =
  /^[a-z0-9][a-z0-9-]{1,248}[a-z0-9]--[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}$/

/** A STIX identifier: type, two hyphens, UUID (section 2.9). */
export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

const wrong = (path: string, expected: string, value: unknown): Wrong => ({
  code: 'object.malformed',
  path,
  reason: `expected ${expected}, got ${got(value)}`,
})

const is =
  (expected: string, test: (value: unknown) => boolean): Check =>
  (value, path) =>
    test(value) ? undefined : wrong(path, expected, value)

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = is('a text', (value) => typeof value === 'string')
const truth = is('true or false', (value) => typeof value === 'boolean')
const identifier = is('a STIX id (type, two hyphens, UUID)', isId)
/** Lists of STIX hold at least one value (section 2.12). */
const list =
  (member: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length === 0)
      return wrong(path, 'a list of one or more', value)
    for (const [index, one] of value.entries()) {
      const found = member(one, `${path}[${index}]`)
      if (found) return found
    }
    return undefined
  }

const idOf =
  (...types: readonly string[]): Check =>
  (value, path) =>
    identifier(value, path) ??
    (types.some((type) => (value as string).startsWith(`${type}--`))
      ? undefined
      : wrong(path, `the id of ${types.join(' or ')}`, value))

/** Section 2.7: a name, and something to find it by. */
const externalReference: Check = (value, path) => {
  if (!isObject(value)) return wrong(path, 'an external reference', value)
  if (typeof value['source_name'] !== 'string')
    return wrong(`${path}.source_name`, 'a text', value['source_name'])
  return undefined
}

/** Section 7.2.3: selectors, and exactly one of a marking and a language. */
const granularMarking: Check = (value, path) => {
  if (!isObject(value)) return wrong(path, 'a granular marking', value)
  const { selectors, marking_ref: marking, lang } = value
  const found = list(text)(selectors, `${path}.selectors`)
  if (found) return found
  if ((marking === undefined) === (lang === undefined))
    return wrong(path, 'exactly one of marking_ref and lang', value)
  return marking === undefined
    ? text(lang, `${path}.lang`)
    : idOf('marking-definition')(marking, `${path}.marking_ref`)
}

/** Section 7.3: keyed by the id of an extension definition, or by a predefined extension's name. */
const extensions: Check = (value, path) => {
  if (!isObject(value)) return wrong(path, 'an object of extensions', value)
  for (const key of Object.keys(value))
    if (!isObject(value[key])) return wrong(path + step(key), 'an extension', value[key])
  return undefined
}

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['created_by_ref', idOf('identity')],
  ['revoked', truth],
  ['defanged', truth],
  ['labels', list(text)],
  [
    'confidence',
    is(
      'a whole number from 0 to 100',
      (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100,
    ),
  ],
  ['lang', text],
  ['external_references', list(externalReference)],
  ['object_marking_refs', list(idOf('marking-definition'))],
  ['granular_markings', list(granularMarking)],
  ['extensions', extensions],
])

const OBSERVABLES: ReadonlySet<string> = new Set([
  'artifact',
  'autonomous-system',
  'directory',
  'domain-name',
  'email-addr',
  'email-message',
  'file',
  'ipv4-addr',
  'ipv6-addr',
  'mac-addr',
  'mutex',
  'network-traffic',
  'process',
  'software',
  'url',
  'user-account',
  'windows-registry-key',
  'x509-certificate',
])

/** Domain objects, relationships and meta objects (sections 4, 5 and 7). */
const DATED: ReadonlySet<string> = new Set([
  'attack-pattern',
  'campaign',
  'course-of-action',
  'extension-definition',
  'grouping',
  'identity',
  'incident',
  'indicator',
  'infrastructure',
  'intrusion-set',
  'language-content',
  'location',
  'malware',
  'malware-analysis',
  'marking-definition',
  'note',
  'observed-data',
  'opinion',
  'relationship',
  'report',
  'sighting',
  'threat-actor',
  'tool',
  'vulnerability',
])

/**
 * Cyber observables (section 6) carry no dates of their own. Of a type that the standard does not
 * know, an extension may say that it is one (section 7.3); without, an undated object is one.
 */
function isObservable(object: Json): boolean {
  const type = object['type'] as string
  if (OBSERVABLES.has(type)) return true
  if (DATED.has(type)) return false
  const extended = object['extensions']
  return (
    (object['created'] === undefined && object['modified'] === undefined) ||
    (isObject(extended) &&
      Object.values(extended).some(
        (extension) => isObject(extension) && extension['extension_type'] === 'new-sco',
      ))
  )
}

/** Reads the common properties of an object, or says which is wrong and how. */
export function readCommon(object: Json): Common | Wrong {
  const type = object['type']
  const id = object['id']
  if (typeof type !== 'string' || !TYPE.test(type))
    return wrong('.type', 'a STIX type (3 to 250 of a-z, 0-9 and hyphen)', type)
  if (type === 'bundle') return wrong('.type', 'an object, for bundles hold no bundles', type)
  const found = identifier(id, '.id')
  if (found) return found
  if (!(id as string).startsWith(`${type}--`) || (id as string).length !== type.length + 38)
    return wrong('.id', `an id that begins with ${type}--`, id)
  const missing = isObservable(object) ? observableNeeds(object) : needs(object, type)
  if (missing) return missing
  for (const key of Object.keys(object)) {
    const refused = CHECKS.get(key)?.(object[key], `.${key}`)
    if (refused) return refused
  }
  return dated(object, type, id as string)
}

function observableNeeds({ spec_version: version }: Json): Wrong | undefined {
  return version === undefined || version === '2.1'
    ? undefined
    : wrong('.spec_version', '"2.1" or nothing', version)
}

/** Section 3.2: what domain objects, relationships and meta objects must have. */
function needs(object: Json, type: string): Wrong | undefined {
  const version = object['spec_version']
  // Section 3.2: without the property every object but an observable is of STIX 2.0.
  if (version === undefined || version === '2.0')
    return {
      code: 'object.version-2.0',
      path: version === undefined ? '' : '.spec_version',
      reason:
        'expected "spec_version": "2.1", got an object of STIX 2.0, which is not lifted to 2.1 yet',
    }
  if (version !== '2.1') return wrong('.spec_version', '"2.1"', version)
  const required =
    type === 'marking-definition' ? (['created'] as const) : (['created', 'modified'] as const)
  for (const key of required)
    if (object[key] === undefined) return wrong(`.${key}`, TIMESTAMP, undefined)
  if (type === 'extension-definition' && object['created_by_ref'] === undefined)
    return wrong('.created_by_ref', 'the id of identity', undefined)
  return undefined
}

/** Section 3.6: a version is its `modified`; the first of an object has the date of `created`. */
function dated({ created, modified }: Json, type: string, id: string): Common | Wrong {
  const first = keyOf(created)
  const last = created === modified ? first : keyOf(modified)
  if (first === undefined) return wrong('.created', TIMESTAMP, created)
  if (last === undefined) return wrong('.modified', TIMESTAMP, modified)
  if (last !== '' && last < first)
    return wrong('.modified', `an instant not before created (${String(created)})`, modified)
  return last === ''
    ? { type, id, version: first }
    : { type, id, version: last, modified: modified as string }
}

const TIMESTAMP = 'an RFC 3339 timestamp with Z'

/** Empty where there is no date; undefined where there is something else. */
function keyOf(value: unknown): string | undefined {
  if (value === undefined) return ''
  return typeof value === 'string' ? instantKey(value) : undefined
}
