import { StixError } from './error.ts'
import { among, CLASSES, not, POSIX, type Has } from './pattern-regex-class.ts'

export type Where =
  | 'start'
  | 'end'
  | 'last-line-end'
  | 'line-start'
  | 'line-end'
  | 'word'
  | 'inside'

/** A regular expression as a tree; groups and greed are left out, for only whether it matches is asked. */
export type RegexTree =
  | { readonly kind: 'one'; readonly has: Has; readonly literal?: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly RegexTree[] }
  | { readonly kind: 'repeat'; readonly of: RegexTree; readonly from: number; readonly to: number }
  | { readonly kind: 'at'; readonly where: Where }

type Flags = { readonly i: boolean; readonly s: boolean; readonly m: boolean; readonly x: boolean }
type Reader = { readonly source: string; at: number; flags: Flags; depth: number }

/** More copies of a part than anyone writes by hand. */
const MOST_REPEATS = 1_000
const DEEPEST = 100

/**
 * Reads a regular expression of PCRE, DOTALL as STIX 2.1 section 9.6 has it. What no automaton can do in
 * time linear in the text is refused by name: backreferences, lookaround, atomic groups and possessive
 * quantifiers, recursion, conditionals, callouts, verbs, `\G`, `\K`, `\C`, `\R`, `\X`.
 */
export function readRegex(source: string): RegexTree {
  const flags = { i: false, s: true, m: false, x: false }
  const reader: Reader = { source, at: 0, flags, depth: 0 }
  const tree = readAny(reader)
  if (reader.at < source.length) throw malformed(reader, 'a group that was opened, got )')
  return tree
}

const column = ({ at }: Reader) => ({ line: 1, path: `column ${at + 1} of the regular expression` })
const malformed = (reader: Reader, expected: string) =>
  new StixError('pattern.malformed', `expected ${expected}`, column(reader))
const unsupported = (reader: Reader, feature: string) =>
  new StixError(
    'pattern.unsupported',
    `expected a regular expression that takes time linear in the text, got ${feature}`,
    column(reader),
  )

const tooDeep = (reader: Reader, what: string) =>
  new StixError(
    'pattern.too-large',
    `expected ${what} at most ${DEEPEST} deep, got more`,
    column(reader),
  )

const peek = ({ source, at }: Reader): string =>
  at < source.length ? String.fromCodePoint(source.codePointAt(at)!) : ''

function take(reader: Reader): string {
  const found = peek(reader)
  reader.at += found.length
  return found
}

function takeIf(reader: Reader, text: string): boolean {
  if (!reader.source.startsWith(text, reader.at)) return false
  reader.at += text.length
  return true
}

function takeForm(reader: Reader, form: RegExp): RegExpExecArray | undefined {
  form.lastIndex = reader.at
  const found = form.exec(reader.source) ?? undefined
  if (found) reader.at = form.lastIndex
  return found
}

function readAny(reader: Reader): RegexTree {
  const { flags } = reader
  reader.depth += 1
  if (reader.depth > DEEPEST) throw tooDeep(reader, 'groups')
  const of = [readAll(reader)]
  while (takeIf(reader, '|')) of.push(readAll(reader))
  reader.flags = flags
  reader.depth -= 1
  return of.length === 1 ? of[0]! : { kind: 'any', of }
}

function readAll(reader: Reader): RegexTree {
  const of: RegexTree[] = []
  for (;;) {
    if (reader.flags.x) takeForm(reader, /(?:\s+|#[^\n]*\n?)+/y)
    if (takeIf(reader, '\\E')) continue
    const next = peek(reader)
    if (next === '' || next === '|' || next === ')') return { kind: 'all', of }
    if (takeIf(reader, '\\Q')) {
      const from = reader.at
      const end = reader.source.indexOf('\\E', from)
      const to = end < 0 ? reader.source.length : end
      while (reader.at < to) of.push(literal(take(reader), reader.flags))
      const last = takeIf(reader, '\\E') && to > from ? of.pop() : undefined
      if (last) of.push(readRepeats(reader, last))
    } else {
      const one = readOne(reader)
      if (one) of.push(readRepeats(reader, one))
    }
  }
}

function readRepeats(reader: Reader, of: RegexTree): RegexTree {
  let tree = of
  for (let depth = 0; ; depth++) {
    if (reader.flags.x) takeForm(reader, /\s+/y)
    const found = takeForm(reader, /[*+?]|\{(\d+)(?:(,)(\d*))?\}|\{,(\d+)\}/y)
    if (!found) return tree
    if (depth > DEEPEST) throw tooDeep(reader, 'repetitions of repetitions')
    const [text, low, comma, high, only] = found
    const from = text === '+' ? 1 : Number(low ?? 0)
    const most = comma === undefined ? (low ?? only) : high
    const to = text === '?' ? 1 : most === undefined || most === '' ? Infinity : Number(most)
    if (takeIf(reader, '+')) throw unsupported(reader, 'a possessive quantifier')
    takeIf(reader, '?')
    if (to < from) throw malformed(reader, `at least ${from} times, got at most ${to}`)
    if (from > MOST_REPEATS || (to !== Infinity && to > MOST_REPEATS))
      throw new StixError(
        'pattern.too-large',
        `expected at most ${MOST_REPEATS} repetitions, got ${text}`,
        column(reader),
      )
    tree = { kind: 'repeat', of: tree, from, to }
  }
}

/** One character, class, place or group; undefined for what only sets flags or is a comment. */
function readOne(reader: Reader): RegexTree | undefined {
  const { flags } = reader
  const next = take(reader)
  switch (next) {
    case '(':
      return readGroup(reader)
    case '[':
      return { kind: 'one', has: readClass(reader) }
    case '.':
      return one(flags.s ? () => true : (point) => point !== 10, flags)
    case '^':
      return { kind: 'at', where: flags.m ? 'line-start' : 'start' }
    case '$':
      return { kind: 'at', where: flags.m ? 'line-end' : 'last-line-end' }
    case '\\':
      return readEscape(reader)
    case '*':
    case '+':
    case '?':
      throw malformed(reader, `something to repeat, got ${next}`)
    default:
      return literal(next, flags)
  }
}

const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/\?(?:[=!]|<[=!])/y, 'lookaround'],
  [/\?>/y, 'an atomic group'],
  [/\?\(/y, 'a conditional group'],
  [/\?(?:R|[+-]?\d|&|P>)/y, 'recursion'],
  [/\?P=/y, 'a backreference'],
  [/\?C/y, 'a callout'],
  [/\?\|/y, 'a branch reset'],
  [/\*/y, 'a verb'],
]

function readGroup(reader: Reader): RegexTree | undefined {
  for (const [form, feature] of GROUPS) {
    form.lastIndex = reader.at
    if (form.test(reader.source)) throw unsupported(reader, feature)
  }
  if (takeForm(reader, /\?#[^)]*\)/y)) return undefined
  const { flags } = reader
  const set = takeForm(reader, /\?(\^?[imsxnJU]*)(?:-([imsxnJU]*))?([:)])/y)
  if (set) {
    reader.flags = withFlags(flags, set[1]!, set[2] ?? '')
    if (set[3] === ')') return undefined
  } else if (!takeForm(reader, /\?(?:P?<\w+>|'\w+')/y) && peek(reader) === '?')
    throw malformed(reader, 'a group of PCRE, got (?')
  const tree = readAny(reader)
  if (!takeIf(reader, ')')) throw malformed(reader, ') at the end of a group, got the end')
  reader.flags = flags
  return tree
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  const base = on.startsWith('^') ? { i: false, s: false, m: false, x: false } : flags
  const is = (flag: keyof Flags) => (on.includes(flag) || base[flag]) && !off.includes(flag)
  return { i: is('i'), s: is('s'), m: is('m'), x: is('x') }
}

const fold = (has: Has): Has => {
  // Other cases of one character, each of one character: `ß` and `SS` are two different things.
  const single = (text: string) => {
    const point = text.codePointAt(0)!
    return String.fromCodePoint(point) === text ? point : -1
  }
  return (point) => {
    if (has(point)) return true
    const text = String.fromCodePoint(point)
    return has(single(text.toLowerCase())) || has(single(text.toUpperCase()))
  }
}

const one = (has: Has, { i }: Flags): RegexTree => ({ kind: 'one', has: i ? fold(has) : has })

function literal(text: string, flags: Flags): RegexTree {
  const point = text.codePointAt(0)!
  const tree = { kind: 'one', has: (other: number) => other === point } as const
  if (!flags.i) return { ...tree, literal: text }
  // Which other case a letter beyond ASCII has depends on the text; those are no literal of the index.
  return { ...tree, has: fold(tree.has), ...(point < 128 ? { literal: text } : {}) }
}

const PLACES: Readonly<Record<string, Where>> = {
  A: 'start',
  z: 'end',
  Z: 'last-line-end',
  b: 'word',
  B: 'inside',
}
const FEATURES: Readonly<Record<string, string>> = {
  G: String.raw`\G`,
  K: String.raw`\K`,
  C: String.raw`\C`,
  R: String.raw`\R`,
  X: String.raw`\X`,
  g: 'a backreference',
  k: 'a backreference',
}

function readEscape(reader: Reader): RegexTree {
  const next = peek(reader)
  const where = PLACES[next]
  if (where !== undefined) {
    take(reader)
    return { kind: 'at', where }
  }
  if (/^[1-9]$/.test(next)) throw unsupported(reader, 'a backreference')
  const found = readEscaped(reader)
  return typeof found === 'number'
    ? literal(String.fromCodePoint(found), reader.flags)
    : one(found, reader.flags)
}

const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, e: 27, a: 7 }

/** After a backslash: a code point, or a class of them. */
function readEscaped(reader: Reader): number | Has {
  const coded = takeForm(
    reader,
    /x\{([\dA-Fa-f]{1,6})\}|x([\dA-Fa-f]{0,2})|o\{([0-7]{1,7})\}|(0[0-7]{0,2})|c([ -~])/y,
  )
  if (coded) {
    const [, hex, pair, octal, zero, control] = coded
    if (control !== undefined) return control.toUpperCase().charCodeAt(0) ^ 64
    const eight = octal ?? zero
    const point = eight === undefined ? parseInt(hex ?? (pair || '0'), 16) : parseInt(eight, 8)
    if (point > 0x10ffff) throw malformed(reader, 'a code point of Unicode, got more than 10FFFF')
    return point
  }
  const property = takeForm(reader, /([pP])(?:\{(\^?)([\w&]+)\}|([A-Z]))/y)
  if (property) {
    const [, letter, caret, name, short] = property
    const has = propertyOf(reader, name ?? short!)
    return (letter === 'P') === (caret === '^') ? has : not(has)
  }
  const next = take(reader)
  const feature = FEATURES[next]
  if (feature !== undefined) throw unsupported(reader, feature)
  const known = CLASSES[next] ?? CONTROLS[next]
  if (known !== undefined) return known
  if (next === '' || /^[A-Za-z0-9]$/.test(next))
    throw malformed(reader, `an escape of PCRE, got \\${next}`)
  return next.codePointAt(0)!
}

/** The engine's own tables of Unicode, asked for one character at a time. */
function propertyOf(reader: Reader, name: string): Has {
  for (const form of [name, `Script=${name}`]) {
    try {
      const property = new RegExp(`^\\p{${form}}$`, 'u')
      return (point) => property.test(String.fromCodePoint(point))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  throw malformed(reader, `a property of Unicode, got ${name}`)
}

function readClass(reader: Reader): Has {
  const isNegated = takeIf(reader, '^')
  const parts: Has[] = []
  for (let isFirst = true; isFirst || !takeIf(reader, ']'); isFirst = false) {
    if (peek(reader) === '') throw malformed(reader, '] at the end of a class, got the end')
    const posix = takeForm(reader, /\[:(\^?)(\w+):\]/y)
    if (posix) {
      const has = Object.hasOwn(POSIX, posix[2]!) ? POSIX[posix[2]!] : undefined
      if (!has) throw malformed(reader, `a class of POSIX, got ${posix[2]}`)
      parts.push(posix[1] === '^' ? not(has) : has)
      continue
    }
    const from = readMember(reader)
    if (typeof from !== 'number') {
      parts.push(from)
      continue
    }
    const to = takeForm(reader, /-(?!\])/y) ? readMember(reader) : from
    if (typeof to !== 'number') parts.push(among([from, from], [45, 45]), to)
    else if (to < from) throw malformed(reader, 'a range in order')
    else parts.push(among([from, to]))
  }
  const has: Has = (point) => parts.some((part) => part(point))
  // A negated class is negated after its cases are folded.
  const folded = reader.flags.i ? fold(has) : has
  return isNegated ? not(folded) : folded
}

function readMember(reader: Reader): number | Has {
  const next = take(reader)
  if (next !== '\\') return next.codePointAt(0)!
  if (takeIf(reader, 'b')) return 8
  const octal = takeForm(reader, /[1-7][0-7]{0,2}/y)
  return octal ? parseInt(octal[0], 8) : readEscaped(reader)
}
