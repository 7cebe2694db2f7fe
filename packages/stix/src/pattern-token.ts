import { StixError } from './error.ts'

/** One word of a pattern, and where it stands in it. */
export type Token = {
  readonly kind:
    | 'mark'
    | 'operator'
    | 'word'
    | 'quoted'
    | 'string'
    | 'int'
    | 'float'
    | 'hex'
    | 'binary'
    | 'timestamp'
    | 'end'
  /** What it says: without quotes, escapes resolved. */
  readonly text: string
  readonly at: number
  /** Where it ends, in characters of the pattern. */
  readonly to: number
}

/** Whoever sends an indicator may send any pattern. */
const MOST_CHARACTERS = 65_536

// The white space and the tokens of the patterning grammar of STIX 2.1 (section 9, and the
// technical committee's STIXPattern.g4).
const SPACE =
  /(?:[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|\/\*[^]*?\*\/|\/\/[^\r\n]*)/y
const TOKENS = [
  ['mark', /[[\](),:.*]/y],
  ['operator', /==|=|!=|<>|<=|>=|<|>/y],
  ['hex', /h'((?:[A-Fa-f0-9]{2})*)'/y],
  ['binary', /b'((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)'/y],
  [
    'timestamp',
    /t'(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?Z)'/y,
  ],
  ['string', /'((?:[^'\\]|\\['\\])*)'/y],
  ['quoted', /"((?:[^"]|"")*)"/y],
  ['float', /[+-]?\d*\.\d+/y],
  ['int', /[+-]?(?:0|[1-9]\d*)/y],
  ['word', /[A-Za-z_][A-Za-z0-9_-]*/y],
] as const satisfies readonly (readonly [Token['kind'], RegExp])[]

/** The tokens of a pattern in order; the last is its end. */
export function tokens(pattern: string): readonly Token[] {
  if (pattern.length > MOST_CHARACTERS)
    throw new StixError(
      'pattern.too-large',
      `expected at most ${MOST_CHARACTERS} characters, got ${pattern.length}`,
      placeIn(pattern, 0),
    )
  const found: Token[] = []
  let at = 0
  while (at < pattern.length) {
    const space = matchAt(SPACE, pattern, at)
    if (space) at += space[0].length
    else {
      const token = tokenAt(pattern, at)
      found.push(token)
      at = token.to
    }
  }
  return [...found, { kind: 'end', text: 'the end', at, to: at }]
}

function tokenAt(pattern: string, at: number): Token {
  for (const [kind, form] of TOKENS) {
    const match = matchAt(form, pattern, at)
    if (!match) continue
    const text = match[1] ?? match[0]
    return { kind, text: said(kind, text), at, to: at + match[0].length }
  }
  throw malformed(pattern, at, 'a word of the patterning language', pattern.slice(at, at + 20))
}

function said(kind: Token['kind'], text: string): string {
  if (kind === 'string') return text.replaceAll(/\\(['\\])/g, '$1')
  return kind === 'quoted' ? text.replaceAll('""', '"') : text
}

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at
  return form.exec(text)
}

/** Line and column are those of the pattern itself, counted from 1. */
export function placeIn(pattern: string, at: number) {
  const before = pattern.slice(0, at)
  const line = before.split('\n').length
  return { line, path: `column ${at - (before.lastIndexOf('\n') + 1) + 1} of the pattern` }
}

export const malformed = (pattern: string, at: number, expected: string, got: string) =>
  new StixError(
    'pattern.malformed',
    `expected ${expected}, got ${got === '' ? 'the end' : got}`,
    placeIn(pattern, at),
  )
