import { instantKey } from './instant.ts'
import { networkOf, type Network, sharedBits } from './pattern-network.ts'
import { compileRegex } from './pattern-regex.ts'
import type { Comparison, Constant } from './pattern.ts'

export type Dictionary = Readonly<Record<string, unknown>>
/** The object a reference names, if it is among those observed. */
export type Lookup = (reference: string) => Dictionary | undefined

export const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What a path leads to in one object: nothing, one value, or several by `[*]` in a list. A `_ref`, or a
 * place in `_refs`, is followed where the path goes on; `_bin` and `_hex` are octets, one character each.
 */
export function valuesAt(
  object: Dictionary,
  path: readonly string[],
  lookup: Lookup,
): readonly unknown[] {
  const [only] = path
  if (path.length === 1 && only !== undefined) {
    const value = octets(only, own(object, only))
    return value === undefined || value === null ? [] : [value]
  }
  let values: readonly unknown[] = [object]
  let property = ''
  for (const [at, step] of path.entries()) {
    const isPlace = at > 0 && /^\[[*\d+-]+\]$/.test(step)
    if (isPlace) values = values.flatMap((value) => placesIn(value, step))
    else {
      values = values.flatMap((value) => {
        const from = typeof value === 'string' && isReference(property) ? lookup(value) : value
        return isDictionary(from) && Object.hasOwn(from, step) ? [octets(step, from[step])] : []
      })
      property = step
    }
  }
  return values.filter((value) => value !== undefined && value !== null)
}

/** Reads the value of one property, of any object; undefined where it is not there. */
export const readerOf = (property: string): ((object: Dictionary) => unknown) =>
  isCoded(property)
    ? (object) => octets(property, own(object, property))
    : (object) => own(object, property)

function own(object: Dictionary, property: string): unknown {
  const value = object[property]
  // What every object has without having it is no text, no number and no boolean.
  const isSafe = typeof value !== 'object' && typeof value !== 'function'
  return isSafe || Object.hasOwn(object, property) ? value : undefined
}

/** Whether a property's texts stand for octets. */
const isCoded = (property: string) => property.endsWith('_hex') || property.endsWith('_bin')

const isReference = (property: string) => property.endsWith('_ref') || property.endsWith('_refs')

function placesIn(value: unknown, step: string): readonly unknown[] {
  if (!Array.isArray(value)) return []
  const all = value as readonly unknown[]
  if (step === '[*]') return all
  const place = Number(step.slice(1, -1))
  return place >= 0 && place < all.length ? [all[place]] : []
}

function octets(property: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (property.endsWith('_hex')) return fromHex(value)
  return property.endsWith('_bin') ? fromBase64(value) : value
}

const fromHex = (text: string): string | undefined =>
  /^(?:[\da-f]{2})*$/i.test(text)
    ? text.replaceAll(/../g, (pair) => String.fromCharCode(parseInt(pair, 16)))
    : undefined

// Of megabytes: a pattern that counts in fours exhausts its stack.
const fromBase64 = (text: string): string | undefined =>
  text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text) ? atob(text) : undefined

/** A constant as it is compared; a time as the text that sorts as the instant does. */
export type Operand =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'instant'; readonly value: string | undefined }

export function operandOf({ kind, value }: Constant): Operand {
  switch (kind) {
    case 'hex':
      return { kind: 'value', value: fromHex(value) ?? '' }
    case 'binary':
      return { kind: 'value', value: fromBase64(value) ?? '' }
    case 'timestamp':
      return { kind: 'instant', value: instantKey(value) }
    case 'string':
    case 'number':
    case 'boolean':
      return { kind: 'value', value }
  }
}

export type Predicate = (value: unknown) => boolean

/**
 * What a comparison asks of one value (STIX 2.1 section 9.6). Values of another type are not equal, have
 * no order, and are like nothing; a value that is not there meets no comparison, not even `!=` or `NOT`.
 */
export function predicateOf(comparison: Comparison): Predicate {
  const meets = plainPredicateOf(comparison)
  return comparison.isNegated ? (value) => !meets(value) : meets
}

function plainPredicateOf({ operator, constants }: Comparison): Predicate {
  const operands = constants.map(operandOf)
  const [operand] = operands
  const text = String(constants[0]?.value ?? '').normalize('NFC')
  switch (operator) {
    case 'EXISTS':
      return () => true
    case '=':
    case 'IN':
      return (value) => operands.some((one) => order(value, one) === 0)
    case '!=':
      return (value) => order(value, operand!) !== 0
    case '<':
    case '<=':
    case '>':
    case '>=':
      return orderPredicate(operator, operand!)
    case 'LIKE':
      return onText(likeTest(text))
    case 'MATCHES':
      return onText(compileRegex(text).test)
    case 'ISSUBSET':
      return onNetwork(text, (value, constant) => isInside(value, constant))
    case 'ISSUPERSET':
      return onNetwork(text, (value, constant) => isInside(constant, value))
  }
}

function orderPredicate(operator: '<' | '<=' | '>' | '>=', operand: Operand): Predicate {
  const isMet = {
    '<': (sign: number) => sign < 0,
    '<=': (sign: number) => sign <= 0,
    '>': (sign: number) => sign > 0,
    '>=': (sign: number) => sign >= 0,
  }[operator]
  return (value) => {
    const sign = order(value, operand)
    return sign !== undefined && isMet(sign)
  }
}

/** Below 0, 0 or above 0 as the value comes before, with or after; undefined if they cannot be compared. */
function order(value: unknown, operand: Operand): number | undefined {
  if (operand.value === undefined) return undefined
  const own = operand.kind === 'instant' && typeof value === 'string' ? instantKey(value) : value
  const { value: other } = operand
  if (typeof own === 'string' && typeof other === 'string')
    return operand.kind === 'instant'
      ? Number(own > other) - Number(own < other)
      : byPoint(own, other)
  if (typeof own === 'number' && typeof other === 'number')
    return Number(own > other) - Number(own < other)
  if (typeof own === 'boolean' && typeof other === 'boolean') return own === other ? 0 : undefined
  return undefined
}

/** By code point: UTF-16 puts what is beyond the first plane before U+E000. */
function byPoint(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  if (at >= one.length || at >= other.length) return one.length - other.length
  const rank = (unit: number) =>
    unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800
  return rank(one.charCodeAt(at)) - rank(other.charCodeAt(at))
}

const onText =
  (test: (text: string) => boolean): Predicate =>
  (value) =>
    typeof value === 'string' && test(value.normalize('NFC'))

function onNetwork(text: string, test: (value: Network, constant: Network) => boolean): Predicate {
  const constant = networkOf(text)
  return (value) => {
    const network = typeof value === 'string' ? networkOf(value) : undefined
    return network !== undefined && constant !== undefined && test(network, constant)
  }
}

const isInside = (inner: Network, outer: Network): boolean =>
  inner.size === outer.size && sharedBits(inner, outer) === outer.length

/** `%` is any text, `_` one character; the rest stands for itself, from the first to the last. */
function likeTest(form: string): (text: string) => boolean {
  const wanted = Array.from(form)
  return (text) => {
    const given = Array.from(text)
    let [at, next, star, mark] = [0, 0, -1, 0]
    while (at < given.length) {
      if (wanted[next] === '%') {
        star = next++
        mark = at
      } else if (next < wanted.length && (wanted[next] === '_' || wanted[next] === given[at])) {
        at++
        next++
      } else if (star >= 0) {
        next = star + 1
        at = ++mark
      } else return false
    }
    while (wanted[next] === '%') next++
    return next === wanted.length
  }
}
