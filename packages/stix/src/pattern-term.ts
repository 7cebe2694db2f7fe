import { instantKey } from './instant.ts'
import { SubstringAutomaton } from './pattern-automaton.ts'
import { operandOf } from './pattern-compare.ts'
import { networkOf, PrefixTree, type Network } from './pattern-network.ts'
import { compileRegex } from './pattern-regex.ts'
import type { Comparison } from './pattern.ts'

/** What a value must have, at the least, to meet a comparison. */
export type Term =
  | { readonly kind: 'equal'; readonly value: string | number | boolean }
  | { readonly kind: 'instant'; readonly value: string }
  /** It lies in the network, or the network lies in it. */
  | { readonly kind: 'in' | 'around'; readonly network: Network }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'any' }

const ANY: readonly Term[] = [{ kind: 'any' }]
/** Shorter texts stand in almost everything. */
const SHORTEST = 2

/** Terms one of which every value has that meets the comparison. Throws `StixError` as `compileRegex` does. */
export function termsOf(comparison: Comparison): readonly Term[] {
  const { operator, isNegated, constants } = comparison
  const text = String(constants[0]?.value ?? '').normalize('NFC')
  // A regular expression that cannot be run is refused, negated or not.
  const literals = operator === 'MATCHES' ? compileRegex(text).literals : undefined
  if (isNegated) return ANY
  switch (operator) {
    case '=':
    case 'IN':
      return constants.map(operandOf).flatMap((operand): readonly Term[] => {
        if (operand.kind === 'value') return [{ kind: 'equal', value: operand.value }]
        return operand.value === undefined ? [] : [{ kind: 'instant', value: operand.value }]
      })
    case 'LIKE':
      return textTerms([longest(text.split(/[%_]/))])
    case 'MATCHES':
      return literals ? textTerms(literals) : ANY
    case 'ISSUBSET':
    case 'ISSUPERSET': {
      const network = networkOf(text)
      const kind = operator === 'ISSUBSET' ? 'in' : 'around'
      return network ? [{ kind, network }] : []
    }
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'EXISTS':
      return ANY
  }
}

/** Whether a value that has one of the terms meets the comparison for certain. */
export const isDecidedByTerms = ({ operator, isNegated }: Comparison): boolean =>
  !isNegated && ['=', 'IN', 'ISSUBSET', 'ISSUPERSET'].includes(operator)

const longest = (all: readonly string[]) =>
  all.reduce((best, one) => (one.length > best.length ? one : best), '')

const textTerms = (texts: readonly string[]): readonly Term[] =>
  texts.every(({ length }) => length >= SHORTEST)
    ? texts.map((value) => ({ kind: 'text', value }))
    : ANY

/** How much one term lets through, at the least: an equal value the least. */
export const LOOSENESS = {
  equal: 1,
  instant: 1,
  in: 4,
  around: 4,
  text: 16,
  any: 1_000_000,
} as const

/** Bits of the filter to a text: one in sixteen of those that are not there is looked for in vain. */
const BITS = 16

/**
 * Says of most texts at once that they are not among many: one bit to a text, where its hash says. Of a
 * million texts that is one look into two megabytes, where a map looks at several places in hundreds.
 */
class TextFilter {
  #bits = new Uint32Array(32)
  #count = 0

  /** `all` gives the texts that are there already, for the filter grows with them. */
  add(text: string, all: () => Iterable<unknown>): void {
    this.#count += 1
    if (this.#count * BITS > this.#bits.length * 32) {
      this.#bits = new Uint32Array(this.#bits.length * 4)
      for (const one of all()) if (typeof one === 'string') this.#set(one)
    }
    this.#set(text)
  }

  mayHave(text: string): boolean {
    const place = hashOf(text)
    return (this.#bits[(place >>> 5) & (this.#bits.length - 1)]! & (1 << (place & 31))) !== 0
  }

  #set(text: string): void {
    const place = hashOf(text)
    this.#bits[(place >>> 5) & (this.#bits.length - 1)]! |= 1 << (place & 31)
  }
}

/** FNV-1a over every other unit, twice, for one need not wait for the other; upper halves folded in. Nothing depends on it but speed. */
function hashOf(text: string): number {
  let [even, odd] = [0x811c9dc5, 0x01000193]
  const end = text.length - 1
  let at = 0
  for (; at < end; at += 2) {
    even = Math.imul(even ^ text.charCodeAt(at), 0x01000193)
    odd = Math.imul(odd ^ text.charCodeAt(at + 1), 0x01000193)
  }
  if (at === end) even = Math.imul(even ^ text.charCodeAt(at), 0x01000193)
  const hash = Math.imul(even ^ (odd >>> 15), 0x01000193) ^ odd
  return hash ^ (hash >>> 15)
}

/** The terms that are asked of one property. */
export class TermIndex<T> {
  readonly #equal = new Map<string | number | boolean, T[]>()
  readonly #filter = new TextFilter()
  readonly #instants = new Map<string, T[]>()
  readonly #networks = {
    in: { 32: new PrefixTree<T>(32), 128: new PrefixTree<T>(128) },
    around: { 32: new PrefixTree<T>(32), 128: new PrefixTree<T>(128) },
  }
  /** Whether any network of this size of address is asked for. */
  readonly #has = { 32: false, 128: false }
  #texts: SubstringAutomaton<T> | undefined
  readonly #any: T[] = []
  #size = 0

  /** How many terms there are. */
  get size(): number {
    return this.#size
  }

  add(term: Term, item: T): void {
    this.#size += 1
    switch (term.kind) {
      case 'equal':
        if (typeof term.value === 'string') this.#filter.add(term.value, () => this.#equal.keys())
        return append(this.#equal, term.value, item)
      case 'instant':
        return append(this.#instants, term.value, item)
      case 'in':
      case 'around':
        this.#has[term.network.size] = true
        return this.#networks[term.kind][term.network.size].add(term.network, item)
      case 'text':
        this.#texts ??= new SubstringAutomaton()
        return this.#texts.add(term.value, item)
      case 'any':
        this.#any.push(item)
    }
  }

  /** How many items a value equal to this one has. */
  countOf(term: Term): number {
    if (term.kind === 'equal') return this.#equal.get(term.value)?.length ?? 0
    return term.kind === 'any' ? this.#any.length : 0
  }

  find(value: unknown, found: (item: T) => void): void {
    if (this.#any.length > 0) for (const item of this.#any) found(item)
    if (typeof value === 'string') {
      if (this.#filter.mayHave(value)) this.#findEqual(value, found)
      this.#findInText(value, found)
    } else if (typeof value === 'number' || typeof value === 'boolean')
      this.#findEqual(value, found)
  }

  #findEqual(value: string | number | boolean, found: (item: T) => void): void {
    const equal = this.#equal.get(value)
    if (equal) for (const item of equal) found(item)
  }

  #findInText(value: string, found: (item: T) => void): void {
    if (this.#instants.size > 0) {
      const instant = instantKey(value)
      if (instant !== undefined) for (const item of this.#instants.get(instant) ?? []) found(item)
    }
    if (this.#texts && !this.#texts.find(value, found))
      this.#texts.find(value.normalize('NFC'), found)
    if (!(this.#has[32] || this.#has[128])) return
    const network = networkOf(value)
    if (!network || !this.#has[network.size]) return
    this.#networks.in[network.size].covering(network, found)
    this.#networks.around[network.size].inside(network, found)
  }
}

function append<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const items = map.get(key)
  if (items) items.push(item)
  else map.set(key, [item])
}
