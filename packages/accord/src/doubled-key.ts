/**
 * Whether an object in a JSON text has a key twice, `value` being what was read from it. Readers differ in which
 * of the two they take: whoever makes such a file shows each of them another record.
 */
export const doublesKey = (text: string, value: unknown): boolean =>
  keysWritten(text) !== keysRead(value)

const SPACE = new Set([' ', '\n', '\r', '\t'])

/** In a text that is JSON a string is a key where a colon follows it. */
function keysWritten(text: string): number {
  let keys = 0
  let open = text.indexOf('"')
  while (open !== -1) {
    let next = closing(text, open) + 1
    while (SPACE.has(text.charAt(next))) next += 1
    if (text.charAt(next) === ':') keys += 1
    open = text.indexOf('"', next)
  }
  return keys
}

function closing(text: string, open: number): number {
  let close = text.indexOf('"', open + 1)
  while (isEscaped(text, close)) close = text.indexOf('"', close + 1)
  return close
}

function isEscaped(text: string, at: number): boolean {
  let start = at
  while (text.charAt(start - 1) === '\\') start -= 1
  return (at - start) % 2 === 1
}

function keysRead(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const within = Object.values(value).reduce<number>((sum, one) => sum + keysRead(one), 0)
  return Array.isArray(value) ? within : within + Object.keys(value).length
}
