/** What an example of a `changed.json` in spec/vectors changes in its record. */
export type Changed = {
  readonly name: string
  readonly why: string
  readonly charter?: string
  readonly changes?: readonly { readonly at: string; readonly is?: unknown }[]
  readonly text?: { readonly from: string; readonly to: string; readonly times?: number }
}

/** The text of a record with an example's changes in it. */
export function changedText(of: string, { changes = [], text }: Changed): string {
  const record = JSON.parse(of) as Record<string, unknown>
  for (const { at, is } of changes) {
    const path = at.split('.')
    const name = path.pop()!
    const parent = path.reduce((one, key) => one[key] as Record<string, unknown>, record)
    if (is === undefined) delete parent[name]
    else parent[name] = is
  }
  const said = JSON.stringify(record)
  if (!text) return said
  const { from, to, times } = text
  return said.replace(from, () => (times === undefined ? to : to.repeat(times) + from))
}

/** A value, a text or an item so many times over, or nothing, at a place of a value: spec/vectors/README.md. */
export type Put = {
  readonly at: string
  readonly is?: unknown
  readonly text?: string
  readonly item?: unknown
  readonly times?: number
}

function valueOf({ is, text, item, times = 0 }: Put): unknown {
  if (text !== undefined) return text.repeat(times)
  if (item === undefined) return is
  const said = JSON.stringify(item)
  return Array.from({ length: times }, (_, at): unknown =>
    JSON.parse(said.replaceAll('#', String(at))),
  )
}

/** The same with what an example puts in it. */
export function putIn(whole: object, put: Put): object {
  const copy = structuredClone(whole) as Record<string, unknown>
  const path = put.at.split('.')
  const name = path.pop()!
  const parent = path.reduce((one, key) => one[key] as Record<string, unknown>, copy)
  const value = valueOf(put)
  if (value === undefined) delete parent[name]
  else parent[name] = value
  return copy
}
