import { algorithmOf, isHashOf } from './pattern-hash.ts'
import { isObject, must, should, within, type At, type Check, type Json } from './finding.ts'
import { instantKey, isInstant } from './instant.ts'
import { isId, typeOfId } from './identifier.ts'
import type { Vocabulary } from './vocabulary.ts'
import { textOf } from './text.ts'

// The data types of section 2, and what combines them. Each check says one thing of one value.

const typed =
  (section: string, expected: string, test: (value: unknown) => boolean): Check =>
  (value, at) => {
    if (!test(value)) must(at, section, expected, value)
  }

export const text = typed('2.15', 'a text', (value) => typeof value === 'string')
export const truth = typed('2.2', 'true or false', (value) => typeof value === 'boolean')
export const float = typed('2.6', 'a number', (value) => typeof value === 'number')
export const integer = typed('2.10', 'a whole number of at most 54 bits', Number.isSafeInteger)
export const hex = typed(
  '2.8',
  'an even number of hexadecimal digits in lower case',
  (value) => typeof value === 'string' && /^(?:[\da-f]{2})*$/.test(value),
)
export const binary = typed(
  '2.1',
  'base64 (RFC 4648)',
  (value) =>
    typeof value === 'string' && value.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(value),
)
export const timestamp = typed(
  '2.16',
  'an RFC 3339 timestamp with Z',
  (value) => typeof value === 'string' && isInstant(value),
)
/** RFC 5646 section 2.1: the form of a tag; which of them are registered changes with the registry. */
export const language = typed(
  '3.2',
  'a language tag of RFC 5646',
  (value) =>
    typeof value === 'string' &&
    /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8}|[xi](?=-)|art(?=-)|sgn(?=-))(?:-[a-z\d]{1,8}){0,20}$/i.test(
      value,
    ),
)

/** A text of a certain form. */
export const form = (section: string, expected: string, pattern: RegExp): Check =>
  typed(section, expected, (value) => typeof value === 'string' && pattern.test(value))

/** A number within bounds, both included. */
export const between =
  (check: Check, least: number, most: number): Check =>
  (value, at) => {
    const before = at.findings.length
    check(value, at)
    if (at.findings.length === before && ((value as number) < least || (value as number) > most))
      must(at, '2.10', `a number from ${least} to ${most}`, value)
  }
export const natural = between(integer, 0, Number.MAX_SAFE_INTEGER)

/** A value of an open vocabulary (section 2.14) or of an enumeration (section 2.4). */
export const word =
  ({ section, words, isOpen }: Vocabulary): Check =>
  (value, at) => {
    if (typeof value !== 'string') must(at, '2.15', 'a text', value)
    else if (words.has(value)) return
    else if (isOpen) should(at, section, `a word of the vocabulary of section ${section}`, value)
    else must(at, section, `one of ${[...words].join(', ')}`, value)
  }

/** Section 2.12: at least one value. */
export const list =
  (member: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value) || value.length === 0)
      return must(at, '2.12', 'a list of one or more', value)
    for (let index = 0; index < value.length; index++) {
      at.path.push(index)
      member(value[index], at)
      at.path.pop()
    }
  }

/** Section 2.3: at least one key, each of letters, digits, hyphen and underscore. */
export const dictionary =
  (member: Check = () => {}): Check =>
  (value, at) => {
    if (!isObject(value)) return must(at, '2.3', 'a dictionary', value)
    const keys = Object.keys(value)
    if (keys.length === 0) must(at, '2.3', 'one key or more', value)
    for (const key of keys)
      within(at, key, () => {
        if (!/^[\w-]{1,250}$/.test(key))
          must(at, '2.3', 'a key of 1 to 250 of a-z, A-Z, 0-9, hyphen and underscore', key)
        member(value[key], at)
      })
  }

const HASHES: ReadonlySet<string> = new Set(
  'MD5 SHA-1 SHA-256 SHA-512 SHA3-256 SHA3-512 SSDEEP TLSH'.split(' '),
)

/**
 * Section 2.7: names of algorithms, and hashes as these make them. Where a name has to come from the
 * open vocabulary of section 10.6, that one still takes any other (section 2.14).
 */
export const hashes: Check = dictionary((hash, at) => {
  const name = String(at.path.at(-1))
  if (typeof hash !== 'string') return must(at, '2.7', 'a hash as a text', hash)
  if (name.length < 3) must(at, '2.7', 'a name of 3 or more', name)
  if (!HASHES.has(name)) should(at, '10.6', 'a name of hash-algorithm-ov', name)
  else if (!isHashOf(algorithmOf(name), hash)) must(at, '2.7', `a hash of ${name}`, hash)
})

/** The id of an object of a type that `takes` allows (section 3.3); in a container, one of its keys. */
export const reference =
  (expected: string, takes: (type: string) => boolean): Check =>
  (value, at) => {
    const type =
      at.container && typeof value === 'string'
        ? at.container.get(value)
        : isId(value)
          ? typeOfId(value)
          : undefined
    if (type === undefined)
      must(at, '2.9', at.container ? 'a key of this container' : 'a STIX id', value)
    else if (!takes(type)) must(at, '3.3', `the id of ${expected}`, value)
  }

export const idOf = (...types: readonly string[]): Check => {
  const allowed = new Set(types)
  return reference(types.join(' or '), (type) => allowed.has(type))
}

/** What a kind of object, or a part of one, has for properties: checks by name, and those that must be there. */
export type Shape = {
  readonly section: string
  readonly required: readonly string[]
  readonly properties: ReadonlyMap<string, Check>
  readonly rules: readonly Rule[]
}
/** Something that holds between the properties of one object. */
export type Rule = (object: Json, at: At, shaped: Shape) => void

/** Properties as written in a table: a name that ends in `!` is required. */
export function shape(
  section: string,
  properties: Readonly<Record<string, Check>>,
  ...rules: readonly Rule[]
): Shape {
  const names = Object.keys(properties)
  return {
    section,
    required: names.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1)),
    properties: new Map(names.map((name) => [name.replace(/!$/, ''), properties[name]!])),
    rules,
  }
}

/** A part of an object that is described by a table of its own. Other names in it are custom properties. */
export const part =
  (shaped: Shape): Check =>
  (value, at) => {
    if (!isObject(value)) return must(at, shaped.section, 'an object', value)
    inShape(value, shaped, at)
  }

/** Puts an object's properties to a shape; names that it does not have go to `other`. */
export function inShape(
  object: Json,
  shaped: Shape,
  at: At,
  other?: (key: string, value: unknown) => void,
): void {
  const { section, required, properties, rules } = shaped
  for (const key of required) if (object[key] === undefined) missing(key, section, at)
  for (const key of Object.keys(object)) {
    if (object[key] === undefined) continue
    const check = properties.get(key)
    if (check) {
      at.path.push(key)
      check(object[key], at)
      at.path.pop()
    } else other?.(key, object[key])
  }
  for (const rule of rules) rule(object, at, shaped)
}

/** Says that a property is not there. */
export function missing(key: string, section: string, at: At): void {
  within(at, key, () => must(at, section, 'this property', undefined))
}

/** At least one of these. */
export const oneOf =
  (section: string, ...keys: readonly string[]): Rule =>
  (object, at) => {
    if (!keys.some((key) => object[key] !== undefined))
      must(at, section, `at least one of ${keys.join(', ')}`, undefined)
  }

/** Never both. */
export const notBoth =
  (section: string, one: string, other: string): Rule =>
  (object, at) => {
    if (object[one] !== undefined && object[other] !== undefined)
      within(at, other, () => must(at, section, `no ${other} beside ${one}`, object[other]))
  }

/** The one property only where the other is. */
export const onlyWith =
  (section: string, key: string, ...others: readonly string[]): Rule =>
  (object, at) => {
    if (object[key] === undefined) return
    for (const other of others)
      if (object[other] === undefined)
        within(at, other, () => must(at, section, `this property beside ${key}`, undefined))
  }

/** The second instant is not before the first; `strict`: it is later. */
export const order =
  (section: string, first: string, second: string, strict = false): Rule =>
  (object, at) => {
    if (object[first] === undefined || object[second] === undefined) return
    if (!strict && object[first] === object[second]) return
    const [from, to] = [keyOf(object[first]), keyOf(object[second])]
    if (from === undefined || to === undefined || (strict ? from < to : from <= to)) return
    const expected = strict ? `an instant after ${first}` : `an instant not before ${first}`
    within(at, second, () =>
      must(at, section, `${expected} (${textOf(object[first])})`, object[second]),
    )
  }

const keyOf = (value: unknown) => (typeof value === 'string' ? instantKey(value) : undefined)

/** At least one property of the shape, or of `others`, apart from those that are named. */
export const anyOf =
  (apart: readonly string[] = [], others: readonly string[] = []): Rule =>
  (object, at, { section, properties }) => {
    const counts = (key: string) =>
      object[key] !== undefined &&
      ((properties.has(key) && !apart.includes(key)) || others.includes(key))
    if (!Object.keys(object).some(counts))
      must(at, section, 'one property or more of its own', undefined)
  }
