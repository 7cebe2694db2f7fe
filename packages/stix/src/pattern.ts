import { StixError } from './error.ts'
import { assertHash } from './pattern-hash.ts'
import { malformed, placeIn, tokens, type Token } from './pattern-token.ts'

/** A constant as the pattern has it; texts and times as text, numbers as numbers. */
export type Constant =
  | { readonly kind: 'string' | 'hex' | 'binary' | 'timestamp'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }

export type ComparisonOperator =
  | '='
  | '!='
  | '<'
  | '>'
  | '<='
  | '>='
  | 'IN'
  | 'LIKE'
  | 'MATCHES'
  | 'ISSUBSET'
  | 'ISSUPERSET'
  | 'EXISTS'

/** One property of one object, compared with one constant or with each of a set; `EXISTS` has none. */
export type Comparison = {
  readonly kind: 'comparison'
  /** The type of the object: `ipv4-addr`. */
  readonly type: string
  /** The way to the property: names, and `[*]` or `[0]` for places in lists. */
  readonly path: readonly string[]
  readonly operator: ComparisonOperator
  readonly isNegated: boolean
  readonly constants: readonly Constant[]
  /** As the pattern has it. */
  readonly text: string
}

/** What one observed object must be: everything in one pair of brackets. */
export type Test = Comparison | { readonly kind: 'and' | 'or'; readonly of: readonly Test[] }

export type Qualifier = {
  /** As the pattern has it. */
  readonly text: string
} & (
  | { readonly kind: 'within'; readonly seconds: number }
  | { readonly kind: 'repeats'; readonly times: number }
  /** From `start` on and before `stop`, as the pattern writes them. */
  | { readonly kind: 'start-stop'; readonly start: string; readonly stop: string }
)

/** What must have been observed. */
export type Observation =
  | { readonly kind: 'observed'; readonly test: Test }
  | { readonly kind: 'and' | 'or' | 'followed-by'; readonly of: readonly Observation[] }
  | {
      readonly kind: 'qualified'
      readonly of: Observation
      readonly qualifiers: readonly Qualifier[]
    }

const MOST_COMPARISONS = 10_000
const DEEPEST = 64

type Reading = {
  readonly pattern: string
  readonly tokens: readonly Token[]
  next: number
  comparisons: number
  depth: number
}

/** Reads a pattern of STIX 2.1 (section 9), or refuses it with line and column. */
export function parsePattern(pattern: string): Observation {
  const reading = { pattern, tokens: tokens(pattern), next: 0, comparisons: 0, depth: 0 }
  const observation = observations(reading)
  const rest = peek(reading)
  if (rest.kind !== 'end') throw refuse(reading, 'the end of the pattern')
  return observation
}

const peek = ({ tokens: all, next }: Reading): Token => all[next]!

function take(reading: Reading): Token {
  const token = peek(reading)
  reading.next = Math.min(reading.next + 1, reading.tokens.length - 1)
  return token
}

function refuse({ pattern, tokens: all, next }: Reading, expected: string): StixError {
  const { at, to } = all[next]!
  return malformed(pattern, at, expected, pattern.slice(at, Math.min(to, at + 40)))
}

/** Takes this mark or word if it comes next. */
function takeIf(reading: Reading, kind: 'mark' | 'word', text: string): boolean {
  const token = peek(reading)
  if (token.kind !== kind || token.text !== text) return false
  take(reading)
  return true
}

function expectMark(reading: Reading, text: string): void {
  if (!takeIf(reading, 'mark', text)) throw refuse(reading, text)
}

function expectWord(reading: Reading, text: string): void {
  if (!takeIf(reading, 'word', text)) throw refuse(reading, text)
}

/** Parentheses within parentheses end somewhere. */
function deeper<T>(reading: Reading, read: () => T): T {
  reading.depth += 1
  if (reading.depth > DEEPEST)
    throw new StixError(
      'pattern.too-large',
      `expected parentheses at most ${DEEPEST} deep, got more`,
      placeIn(reading.pattern, peek(reading).at),
    )
  const found = read()
  reading.depth -= 1
  return found
}

/** `A word B word C`: one part alone stays what it is. */
function joined<T extends object, K extends string>(
  reading: Reading,
  { word, kind }: { readonly word: string; readonly kind: K },
  read: () => T,
): T | { readonly kind: K; readonly of: readonly T[] } {
  const of = [read()]
  while (takeIf(reading, 'word', word)) of.push(read())
  return of.length === 1 ? of[0]! : { kind, of }
}

// Qualifiers bind tightest, then AND, OR, FOLLOWEDBY (section 9.3).
const observations = (reading: Reading): Observation =>
  joined<Observation, 'followed-by'>(reading, { word: 'FOLLOWEDBY', kind: 'followed-by' }, () =>
    joined<Observation, 'or'>(reading, { word: 'OR', kind: 'or' }, () =>
      joined<Observation, 'and'>(reading, { word: 'AND', kind: 'and' }, () => qualified(reading)),
    ),
  )

function qualified(reading: Reading): Observation {
  const isBrackets = peek(reading).text === '['
  const of = observation(reading)
  const qualifiers: Qualifier[] = []
  for (let found = qualifier(reading); found; found = qualifier(reading)) {
    const { kind } = found
    // The committee's validator has this for one pair of brackets only; so has this reader.
    if (isBrackets && qualifiers.some((other) => other.kind === kind))
      throw new StixError(
        'pattern.malformed',
        `expected each kind of qualifier once, got ${found.text} again`,
        placeIn(reading.pattern, peek(reading).at),
      )
    qualifiers.push(found)
  }
  return qualifiers.length === 0 ? of : { kind: 'qualified', of, qualifiers }
}

function observation(reading: Reading): Observation {
  if (takeIf(reading, 'mark', '(')) {
    const of = deeper(reading, () => observations(reading))
    expectMark(reading, ')')
    return of
  }
  if (!takeIf(reading, 'mark', '[')) throw refuse(reading, '[ or (')
  const test = tests(reading)
  expectMark(reading, ']')
  return { kind: 'observed', test }
}

function qualifier(reading: Reading): Qualifier | undefined {
  const { at } = peek(reading)
  const text = () => reading.pattern.slice(at, reading.tokens[reading.next - 1]!.to)
  if (takeIf(reading, 'word', 'WITHIN')) {
    const seconds = positive(reading, ['int', 'float'])
    expectWord(reading, 'SECONDS')
    return { kind: 'within', seconds, text: text() }
  }
  if (takeIf(reading, 'word', 'REPEATS')) {
    const times = positive(reading, ['int'])
    expectWord(reading, 'TIMES')
    return { kind: 'repeats', times, text: text() }
  }
  if (takeIf(reading, 'word', 'START')) {
    const start = timestamp(reading)
    expectWord(reading, 'STOP')
    const stop = timestamp(reading)
    return { kind: 'start-stop', start, stop, text: text() }
  }
  return undefined
}

function positive(reading: Reading, kinds: readonly Token['kind'][]): number {
  const { kind, text } = peek(reading)
  if (!kinds.includes(kind) || !(Number(text) > 0)) throw refuse(reading, 'a number above 0')
  take(reading)
  return Number(text)
}

function timestamp(reading: Reading): string {
  if (peek(reading).kind !== 'timestamp') throw refuse(reading, "a time such as t'…'")
  return take(reading).text
}

const tests = (reading: Reading): Test =>
  joined<Test, 'or'>(reading, { word: 'OR', kind: 'or' }, () =>
    joined<Test, 'and'>(reading, { word: 'AND', kind: 'and' }, () => test(reading)),
  )

function test(reading: Reading): Test {
  if (!takeIf(reading, 'mark', '(')) return comparison(reading)
  const of = deeper(reading, () => tests(reading))
  expectMark(reading, ')')
  return of
}

const OPERATORS: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
}
const WORDS = ['IN', 'LIKE', 'MATCHES', 'ISSUBSET', 'ISSUPERSET'] as const

function comparison(reading: Reading): Comparison {
  reading.comparisons += 1
  if (reading.comparisons > MOST_COMPARISONS)
    throw new StixError(
      'pattern.too-large',
      `expected at most ${MOST_COMPARISONS} comparisons, got more`,
      placeIn(reading.pattern, peek(reading).at),
    )
  const { at } = peek(reading)
  // A type may be called so too: then a colon follows.
  const isExistence =
    peek(reading).text === 'EXISTS' && reading.tokens[reading.next + 1]?.text !== ':'
  if (isExistence) expectWord(reading, 'EXISTS')
  const type = name(reading, 'the type of an object')
  expectMark(reading, ':')
  const path = pathOf(reading)
  if (isExistence) {
    const text = reading.pattern.slice(at, reading.tokens[reading.next - 1]!.to)
    return {
      kind: 'comparison',
      type,
      path,
      operator: 'EXISTS',
      isNegated: false,
      constants: [],
      text,
    }
  }
  const isNegated = takeIf(reading, 'word', 'NOT')
  const operator = operatorOf(reading)
  const constants = operator === 'IN' ? set(reading) : [constantFor(reading, operator)]
  const { to } = reading.tokens[reading.next - 1]!
  // Others ask for a part of a hash, or where it stands among others.
  if (operator === '=' || operator === '!=' || operator === 'IN')
    for (const constant of constants) assertHash(path, constant, { pattern: reading.pattern, at })
  const text = reading.pattern.slice(at, to)
  return { kind: 'comparison', type, path, operator, isNegated, constants, text }
}

function name(reading: Reading, expected: string): string {
  const { kind, text } = peek(reading)
  if (kind !== 'word' && kind !== 'quoted') throw refuse(reading, expected)
  take(reading)
  return text
}

function pathOf(reading: Reading): readonly string[] {
  const path = [step(reading)]
  for (;;) {
    if (takeIf(reading, 'mark', '.')) path.push(step(reading))
    else if (takeIf(reading, 'mark', '[')) path.push(place(reading))
    else return path
  }
}

function step(reading: Reading): string {
  const token = peek(reading)
  if (token.kind === 'string') return take(reading).text
  return name(reading, 'the name of a property')
}

function place(reading: Reading): string {
  const { kind, text } = take(reading)
  if (kind !== 'int' && text !== '*') {
    reading.next -= 1
    throw refuse(reading, 'a number or *')
  }
  expectMark(reading, ']')
  return `[${text}]`
}

function operatorOf(reading: Reading): ComparisonOperator {
  const { kind, text } = peek(reading)
  const found =
    kind === 'operator' ? OPERATORS[text] : WORDS.find((word) => kind === 'word' && word === text)
  if (found === undefined) throw refuse(reading, 'a comparison such as = or IN')
  take(reading)
  return found
}

function set(reading: Reading): readonly Constant[] {
  expectMark(reading, '(')
  if (takeIf(reading, 'mark', ')')) return []
  const first = constant(reading)
  const constants = [first]
  while (takeIf(reading, 'mark', ',')) {
    const next = constant(reading)
    // Section 9.6.1: of one data type.
    if (typeOf(next) !== typeOf(first)) {
      reading.next -= 1
      throw refuse(reading, `a ${typeOf(first)}, as the first of these`)
    }
    constants.push(next)
  }
  expectMark(reading, ')')
  return constants
}

/** Hexadecimal and base64 write the same type. */
const typeOf = ({ kind }: Constant) => (kind === 'hex' ? 'binary' : kind)

function constantFor(reading: Reading, operator: ComparisonOperator): Constant {
  const { kind } = peek(reading)
  if (WORDS.some((word) => word === operator) && kind !== 'string')
    throw refuse(reading, 'a text in quotes')
  const found = constant(reading)
  if (found.kind === 'boolean' && operator !== '=' && operator !== '!=') {
    reading.next -= 1
    throw refuse(reading, 'something that has an order')
  }
  return found
}

function constant(reading: Reading): Constant {
  const { kind, text } = peek(reading)
  switch (kind) {
    case 'string':
    case 'hex':
    case 'binary':
    case 'timestamp':
      take(reading)
      return { kind, value: text }
    case 'int':
    case 'float':
      take(reading)
      return { kind: 'number', value: Number(text) }
    case 'word':
      if (!/^(?:true|false|TRUE|FALSE)$/.test(text)) throw refuse(reading, 'a constant')
      take(reading)
      return { kind: 'boolean', value: text.toLowerCase() === 'true' }
    case 'mark':
    case 'operator':
    case 'quoted':
    case 'end':
      throw refuse(reading, 'a constant')
  }
}
