import { diffLines } from 'diff'

/** Lays JSON text out, one member a line, and changes nothing else: numbers stay as they were written. */
export function layOut(text: string): string {
  let out = ''
  let depth = 0
  let quoted = false
  const line = () => `\n${'  '.repeat(depth)}`
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (quoted) {
      out += char
      if (char === '\\') out += text[++at] ?? ''
      else if (char === '"') quoted = false
    } else if (char === '"') {
      quoted = true
      out += char
    } else if (char === '{' || char === '[') {
      const rest = text.slice(at + 1).trimStart()
      if (rest.startsWith('}') || rest.startsWith(']')) {
        out += char + rest[0]!
        at = text.length - rest.length
      } else {
        depth++
        out += char + line()
      }
    } else if (char === '}' || char === ']') {
      depth = Math.max(0, depth - 1)
      out += line() + char
    } else if (char === ',') out += char + line()
    else if (char === ':') out += ': '
    else if (!/\s/.test(char)) out += char
  }
  return out
}

/** One row of two texts side by side. */
export type Row =
  | { readonly kind: 'same'; readonly left: string; readonly right: string }
  | { readonly kind: 'other'; readonly left?: string; readonly right?: string }
  | { readonly kind: 'skipped'; readonly lines: number }

const CONTEXT = 2

const linesOf = (value: string) => value.replace(/\n$/, '').split('\n')

/** Compares two JSON texts line by line; long stretches in which they agree are skipped over. */
export function compare(left: string, right: string): readonly Row[] {
  const rows: Row[] = []
  let removed: readonly string[] = []
  const flush = (added: readonly string[]) => {
    for (let n = 0; n < Math.max(removed.length, added.length); n++)
      rows.push({
        kind: 'other',
        ...(n < removed.length ? { left: removed[n]! } : {}),
        ...(n < added.length ? { right: added[n]! } : {}),
      })
    removed = []
  }
  for (const change of diffLines(`${layOut(left)}\n`, `${layOut(right)}\n`)) {
    if (change.removed) removed = linesOf(change.value)
    else if (change.added) flush(linesOf(change.value))
    else {
      flush([])
      for (const line of linesOf(change.value)) rows.push({ kind: 'same', left: line, right: line })
    }
  }
  flush([])
  return skipAgreement(rows)
}

function skipAgreement(rows: readonly Row[]): readonly Row[] {
  const near = rows.map((_, at) =>
    rows.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind === 'other'),
  )
  const out: Row[] = []
  for (const [at, row] of rows.entries()) {
    const last = out.at(-1)
    if (near[at]) out.push(row)
    else if (last?.kind === 'skipped')
      out[out.length - 1] = { kind: 'skipped', lines: last.lines + 1 }
    else out.push({ kind: 'skipped', lines: 1 })
  }
  return out
}
