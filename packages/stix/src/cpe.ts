/**
 * A CPE name as its eleven attributes (CPE 2.3, NISTIR 7695): part, vendor, product, version,
 * update, edition, language, software edition, target software, target hardware, other.
 */
export type Cpe = readonly string[]

const ATTRIBUTES = 11
const OF_URI = 7

/** Reads the formatted string of CPE 2.3, or the older URI `cpe:/a:vendor:product`; undefined for anything else. */
export function parseCpe(text: string): Cpe | undefined {
  if (text.length > 1_000) return undefined
  if (/^cpe:2\.3:/i.test(text)) {
    const parts = splitUnescaped(text.slice('cpe:2.3:'.length).toLowerCase()).map(plain)
    const isWhole = parts.length === ATTRIBUTES && parts.every((part) => part !== '')
    return isWhole && /^[aoh*-]$/.test(parts[0]!) ? parts : undefined
  }
  if (!/^cpe:\/[aoh](?::|$)/i.test(text)) return undefined
  const parts = text.slice('cpe:/'.length).toLowerCase().split(':')
  if (parts.length > OF_URI) return undefined
  const attributes = Array.from({ length: ATTRIBUTES }, (_, index) => fromUri(parts[index] ?? ''))
  return attributes.every((part) => part !== undefined) ? (attributes as string[]) : undefined
}

/** The formatted string of CPE 2.3, which is the form that STIX has. */
export const writeCpe = (cpe: Cpe): string => `cpe:2.3:${cpe.join(':')}`

/** Dots, hyphens and underscores need no backslash, and some write one; a hyphen alone needs it. */
const plain = (part: string) =>
  part === String.raw`\-` ? part : part.replaceAll(/\\([._-])/g, '$1')

/** A colon after a backslash belongs to its attribute. */
function splitUnescaped(text: string): readonly string[] {
  const parts = ['']
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\' && at + 1 < text.length) {
      parts[parts.length - 1] += text.slice(at, at + 2)
      at += 1
    } else if (text[at] === ':') parts.push('')
    else parts[parts.length - 1] += text[at]!
  }
  return parts
}

function fromUri(part: string): string | undefined {
  if (part === '') return '*'
  if (part === '-') return '-'
  let decoded: string
  try {
    decoded = decodeURIComponent(part)
  } catch {
    // A percent sign that stands for nothing: no CPE.
    return undefined
  }
  return decoded.replaceAll(/[^a-z0-9._-]/g, (sign) => `\\${sign}`)
}

/**
 * Whether a thing that bears one name is what the other names (the relations of NISTIR 7696): `covers`
 * where each attribute is the same or any; `may` where the thing's own name leaves open what the
 * other one fixes; `not` where one attribute differs.
 */
export function compareCpe(named: Cpe, thing: Cpe): 'covers' | 'may' | 'not' {
  let answer: 'covers' | 'may' = 'covers'
  for (const [index, wanted] of named.entries()) {
    const has = thing[index] ?? '*'
    if (wanted === '*' || wanted === has) continue
    if (has === '*') answer = 'may'
    else if (wanted === '-' || has === '-' || !wildcard(wanted, has)) return 'not'
  }
  return answer
}

/** `*` at the ends stands for any characters, each `?` there for at most one (NISTIR 7696, table 6-2). */
function wildcard(wanted: string, has: string): boolean {
  const start = wanted.startsWith('*') ? '*' : (/^\?*/.exec(wanted)?.[0] ?? '')
  const end = endOf(wanted.slice(start.length))
  if (start === '' && end === '') return false
  const middle = wanted.slice(start.length, wanted.length - end.length)
  const at = has.length - middle.length
  for (let from = 0; from <= at; from += 1) {
    if (!has.startsWith(middle, from)) continue
    const isStart = start === '*' || from <= start.length
    const isEnd = end === '*' || has.length - from - middle.length <= end.length
    if (isStart && isEnd) return true
  }
  return false
}

/** Sign by sign from the end: a search for it would begin anew at each `?` of a long row. */
function endOf(text: string): string {
  let from = text.length
  const isSign = (sign: string) => text[from - 1] === sign && text[from - 2] !== '\\'
  if (isSign('*')) return '*'
  while (isSign('?')) from -= 1
  return text.slice(from)
}
