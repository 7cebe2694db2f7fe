import type { StixErrorCode } from './error.ts'

/** What is wrong in a JSON text, and where in it. */
export type Fault = {
  readonly code: StixErrorCode
  readonly reason: string
  readonly offset: number
  /** From the root of this text: `.labels[1]`. */
  readonly path: string
}

const SPACE = /[ \t\n\r]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** A step of a JSON path: `.name` where the name allows it, else quoted. */
export const step = (key: string | number): string =>
  typeof key === 'number'
    ? `[${key}]`
    : /^[A-Za-z_][A-Za-z0-9_-]{0,60}$/.test(key)
      ? `.${key}`
      : `[${JSON.stringify(key.slice(0, 60))}]`

/**
 * Reads a refused text again, slowly, to say where it goes wrong: the first error of syntax or the
 * first key that an object has twice. Recursion is bounded by whoever bounds the depth of the text.
 */
export function examine(text: string): Fault | undefined {
  try {
    const end = value(text, skip(SPACE, text, 0), '', () => {})
    const rest = skip(SPACE, text, end)
    return rest < text.length ? unexpected(text, rest, '', 'the end') : undefined
  } catch (error) {
    if (error instanceof Stop) return error.fault
    throw error
  }
}

/** Where in a well-formed text the member with this path begins; 0 where there is none. */
export function offsetOf(text: string, path: string): number {
  let found = 0
  value(text, skip(SPACE, text, 0), '', (at, offset) => {
    if (at === path) found = offset
  })
  return found
}

/** Carries a fault out of the recursion; never leaves this file. */
class Stop extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.reason)
    this.fault = fault
  }
}

type Visit = (path: string, offset: number) => void

function value(text: string, at: number, path: string, visit: Visit): number {
  visit(path, at)
  const first = text[at]
  if (first === '{') return object(text, at, path, visit)
  if (first === '[') return list(text, at, path, visit)
  const end = first === '"' ? string(text, at) : skip(SCALAR, text, at)
  if (end === at) throw new Stop(unexpected(text, at, path, 'a JSON value'))
  return end
}

function object(text: string, start: number, path: string, visit: Visit): number {
  const keys = new Set<string>()
  let at = skip(SPACE, text, start + 1)
  if (text[at] === '}') return at + 1
  for (;;) {
    const end = string(text, at)
    if (end === at) throw new Stop(unexpected(text, at, path, 'a key in quotes'))
    const key = JSON.parse(text.slice(at, end)) as string
    const inner = path + step(key)
    if (keys.has(key)) {
      const reason = `expected every key once, got ${JSON.stringify(key.slice(0, 60))} twice`
      throw new Stop({ code: 'json.duplicate-key', reason, offset: at, path: inner })
    }
    keys.add(key)
    at = skip(SPACE, text, end)
    if (text[at] !== ':') throw new Stop(unexpected(text, at, inner, 'a colon'))
    at = skip(SPACE, text, value(text, skip(SPACE, text, at + 1), inner, visit))
    if (text[at] === '}') return at + 1
    if (text[at] !== ',') throw new Stop(unexpected(text, at, path, 'a comma or }'))
    at = skip(SPACE, text, at + 1)
  }
}

function list(text: string, start: number, path: string, visit: Visit): number {
  let at = skip(SPACE, text, start + 1)
  if (text[at] === ']') return at + 1
  for (let index = 0; ; index++) {
    at = skip(SPACE, text, value(text, at, path + step(index), visit))
    if (text[at] === ']') return at + 1
    if (text[at] !== ',') throw new Stop(unexpected(text, at, path, 'a comma or ]'))
    at = skip(SPACE, text, at + 1)
  }
}

/** Where a string ends; `start` itself where there is none. A pattern would exhaust its stack on a long one. */
function string(text: string, start: number): number {
  if (text[start] !== '"') return start
  for (let at = start + 1; at < text.length;) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22) return at + 1
    if (unit < 0x20) return start
    const next = unit === 0x5c ? skip(ESCAPE, text, at) : at + 1
    if (next === at) return start
    at = next
  }
  return start
}

/** Where a sticky pattern's match ends; `at` itself where it matches nothing. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function unexpected(text: string, offset: number, path: string, expected: string): Fault {
  const came = offset < text.length ? JSON.stringify(text.slice(offset, offset + 20)) : 'the end'
  return { code: 'json.malformed', reason: `expected ${expected}, got ${came}`, offset, path }
}
