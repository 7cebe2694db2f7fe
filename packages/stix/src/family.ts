import { idOf, reference } from './check.ts'
import { isObject, must, within, type Check, type Json } from './finding.ts'

const OBSERVABLES: ReadonlySet<string> = new Set(
  `artifact autonomous-system directory domain-name email-addr email-message file ipv4-addr ipv6-addr
  mac-addr mutex network-traffic process software url user-account windows-registry-key
  x509-certificate`.split(/\s+/),
)
const DOMAIN: ReadonlySet<string> = new Set(
  `attack-pattern campaign course-of-action grouping identity incident indicator infrastructure
  intrusion-set location malware malware-analysis note observed-data opinion report threat-actor tool
  vulnerability`.split(/\s+/),
)
const RELATIONSHIPS: ReadonlySet<string> = new Set(['relationship', 'sighting'])
const META: ReadonlySet<string> = new Set([
  'extension-definition',
  'language-content',
  'marking-definition',
])

const isKnown = (type: string) =>
  OBSERVABLES.has(type) || DOMAIN.has(type) || RELATIONSHIPS.has(type) || META.has(type)
/** A type that the standard does not have may be of any family. */
const isCustom = (type: string) => !isKnown(type) && type !== 'bundle'

export const isStixType = (type: string) => type !== 'bundle'
export const isObservableType = (type: string) => OBSERVABLES.has(type) || isCustom(type)
export const isDomainType = (type: string) => DOMAIN.has(type) || isCustom(type)
/** What observed data may name. */
export const isObservedType = (type: string) => isObservableType(type) || RELATIONSHIPS.has(type)

/**
 * Cyber observables (section 6) carry no dates of their own. Of a type that the standard does not
 * know, an extension may say that it is one (section 7.3); without, an undated object is one.
 */
export function isObservable(object: Json): boolean {
  const type = object['type'] as string
  if (OBSERVABLES.has(type)) return true
  if (isKnown(type)) return false
  const extended = object['extensions']
  return (
    (object['created'] === undefined && object['modified'] === undefined) ||
    (isObject(extended) &&
      Object.values(extended).some(
        (extension) => isObject(extension) && extension['extension_type'] === 'new-sco',
      ))
  )
}

/** Section 3.2: without the property every object but an observable is of STIX 2.0. */
export function isOlder(object: Json): boolean {
  const version = object['spec_version']
  return (version === undefined || version === '2.0') && !isObservable(object)
}

const anyKey = reference('an object of this container', () => true)
const REFERENCE_TYPES: Readonly<Record<string, Check>> = { parent_directory_ref: idOf('directory') }

/**
 * Section 2.13, deprecated: observables by keys of their own. Their properties may be those of STIX 2.0
 * and are not looked at; that they have a type, and that what they refer to is here, is.
 */
export const container: Check = (value, at) => {
  if (!isObject(value) || Object.keys(value).length === 0)
    return must(at, '2.13', 'one object or more by key', value)
  const types = new Map<string, string>()
  for (const [key, object] of Object.entries(value))
    if (isObject(object) && typeof object['type'] === 'string') types.set(key, object['type'])
    else within(at, key, () => must(at, '2.13', 'an observable with a type', object))
  const inside = { ...at, container: types }
  for (const [key, object] of Object.entries(value))
    if (isObject(object))
      within(inside, key, () => {
        for (const [name, one] of Object.entries(object)) {
          const refs = name.endsWith('_ref') ? [one] : name.endsWith('_refs') ? one : []
          if (Array.isArray(refs) && name !== 'object_marking_refs')
            for (const ref of refs as unknown[])
              within(inside, name, () => (REFERENCE_TYPES[name] ?? anyKey)(ref, inside))
        }
      })
}
