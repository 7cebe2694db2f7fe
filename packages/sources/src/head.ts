import type { Json } from './json.ts'

/**
 * What the beginning of a file of JSON says of itself: the names in its first object, with the values that are short
 * enough to stand there. Of a list it is the first object. Undefined where it does not begin as JSON does.
 */
export function headOf(text: string): Json | readonly [Json] | undefined {
  const start = /^\uFEFF?\s*(?:(\[)\s*)?(?=\{)/.exec(text)
  if (!start) return undefined
  const found = membersIn(text, start[0].length + 1)
  return start[1] === '[' ? [found] : found
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gy
const SPACE = /\s*/y

/** The members of the object that begins here, as far as the text goes; a value that is an object is `{}`, a list `[]`. */
function membersIn(text: string, from: number): Json {
  const members: [string, unknown][] = []
  let name: string | undefined
  let depth = 0
  for (const token of tokensOf(text, from)) {
    if (depth === 0 && name !== undefined && token !== ':') {
      members.push([name, valueOf(token)])
      name = undefined
    } else if (depth === 0 && token.startsWith('"')) name = valueOf(token) as string
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
    if (depth < 0) break
  }
  return Object.fromEntries(members)
}

function* tokensOf(text: string, from: number): Generator<string> {
  let at = from
  for (;;) {
    SPACE.lastIndex = at
    SPACE.test(text)
    TOKEN.lastIndex = Math.max(SPACE.lastIndex, at)
    const found = TOKEN.exec(text)
    if (!found) return
    at = TOKEN.lastIndex
    yield found[0]
  }
}

function valueOf(token: string): unknown {
  if (token === '{') return {}
  if (token === '[') return []
  try {
    return JSON.parse(token)
  } catch {
    return undefined
  }
}
