import { instantKey, textOf } from '@entente/stix'
import { isObject, itemsOf, must, should, under, type At, type Json } from './finding.ts'

/** Looks at one value; what is wrong with it goes to the findings. */
export type Check = (value: unknown, at: At) => void

/** The properties of an object, each with its check. A property that is not here may stand there: it is not looked at. */
export type Table = Readonly<Record<string, Check>>

/** Puts every property that is there to its check, and says which of the required ones are not. */
export function checkObject(
  value: unknown,
  at: At,
  { has, needs = [] }: { readonly has: Table; readonly needs?: readonly string[] },
): value is Json {
  if (!isObject(value)) {
    must(at, 'an object', value)
    return false
  }
  for (const name of needs)
    if (value[name] === undefined) must(under(at, name), 'this property', undefined)
  for (const [name, check] of Object.entries(has))
    if (value[name] !== undefined) check(value[name], under(at, name))
  return true
}

export const text: Check = (value, at) => {
  if (typeof value !== 'string') must(at, 'a text', value)
}
export const truth: Check = (value, at) => {
  if (typeof value !== 'boolean') must(at, 'true or false', value)
}
const object: Check = (value, at) => {
  if (!isObject(value)) must(at, 'an object', value)
}
export const whole =
  (least: number, most = Number.MAX_SAFE_INTEGER): Check =>
  (value, at) => {
    if (!Number.isSafeInteger(value) || Number(value) < least || Number(value) > most)
      must(at, `a whole number from ${least}${most > 1e9 ? '' : ` to ${most}`}`, value)
  }
export const exactly =
  (...words: readonly string[]): Check =>
  (value, at) => {
    if (!words.includes(value as string))
      must(at, words.map((word) => `"${word}"`).join(' or '), value)
  }
/** An open vocabulary: other words may stand there, and fewer readers know them. */
export const oneOf =
  (name: string, words: ReadonlySet<string>): Check =>
  (value, at) => {
    if (typeof value !== 'string') must(at, 'a text', value)
    else if (!words.has(value)) should(at, `a word of ${name}`, value)
  }
export const listOf =
  (check: Check, least = 1): Check =>
  (value, at) => {
    if (!Array.isArray(value) || value.length < least) must(at, `a list of ${least} or more`, value)
    for (const [index, item] of itemsOf(value).entries()) check(item, under(at, index))
  }

/** RFC 4648 section 4, with its padding. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
export const base64: Check = (value, at) => {
  if (typeof value !== 'string' || value === '' || !BASE64.test(value))
    must(at, 'base64 of RFC 4648', value)
}

const UUID =
  '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}'
const IDENTIFIER = new RegExp(`^([a-z][a-z0-9-]*[a-z0-9])--${UUID}$`)

/** The type that an identifier names; undefined for what is no identifier (section 10.10). */
export const typeOf = (id: unknown): string | undefined =>
  typeof id === 'string' && id.length <= 300 ? IDENTIFIER.exec(id)?.[1] : undefined

/** An identifier, of one of these types where some are named. */
export const identifier =
  (...types: readonly string[]): Check =>
  (value, at) => {
    const type = typeOf(value)
    if (type === undefined || (types.length > 0 && !types.includes(type)))
      must(at, `an identifier ${types.join(' or ') || 'type'}--UUID`, value)
  }

/** RFC 3339 in UTC with a Z. */
export const timestamp: Check = (value, at) => {
  if (typeof value !== 'string' || instantKey(value) === undefined)
    must(at, 'an instant of RFC 3339 with Z', value)
}
/** The instants that name versions have three digits after the point, neither more nor less. */
export const millisecond: Check = (value, at) => {
  if (typeof value !== 'string' || instantKey(value) === undefined || !/\.\d{3}Z$/.test(value))
    must(at, 'an instant of RFC 3339 with Z and three digits after the point', value)
}

/** Whether an instant lies before another; false where one of them is none, which its own check says. */
function isBefore(early: unknown, late: unknown): boolean {
  if (typeof early !== 'string' || typeof late !== 'string') return false
  const [a, b] = [instantKey(early), instantKey(late)]
  return a !== undefined && b !== undefined && a < b
}

/** The instants that are in every versioned object: when it was made, and from when until when it holds. */
export function checkInstants(value: Json, at: At): void {
  const { created, modified, revoked, valid_from: from, valid_until: until } = value
  if (isBefore(modified, created))
    must(under(at, 'modified'), `an instant not before created ${textOf(created)}`, modified)
  if (revoked === true || from === undefined || until === undefined) return
  if (!isBefore(from, until))
    must(under(at, 'valid_until'), `an instant after valid_from ${textOf(from)}`, until)
}

/** A dictionary whose keys have a form, each value put to the check. */
export const dictionary =
  (form: RegExp, says: string, check: Check): Check =>
  (value, at) => {
    if (!isObject(value)) return must(at, 'an object', value)
    for (const [key, one] of Object.entries(value)) {
      if (!form.test(key)) must(under(at, key), says, key)
      check(one, under(at, key))
    }
  }

const REFERENCE: Table = {
  name: text,
  description: text,
  source: text,
  url: text,
  external_id: text,
  reference_id: text,
}
export const externalReference: Check = (value, at) => {
  checkObject(value, at, { has: REFERENCE, needs: ['name'] })
}

/** What an extension puts there, under the id of its definition. */
export const extensions: Check = dictionary(
  new RegExp(`^extension-definition--${UUID}$`),
  'the identifier of an extension definition',
  object,
)
