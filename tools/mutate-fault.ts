/** One fault: a text that stands once, or first after another text, in a file, and what replaces it. */
export type Mutant = {
  readonly what: string
  /** In `packages/accord/src`, or a path from `apps` on. */
  readonly file: string
  /** It is the first such text after this one. */
  readonly after?: string
  readonly from: string
  readonly to: string
}

export const inFile =
  (file: string) =>
  (what: string, from: string, to: string): Mutant => ({ what, file, from, to })

/** The file of a fault, from the root of the repository on. */
export const pathOf = ({ file }: Mutant): string =>
  file.startsWith('apps/') ? file : `packages/accord/src/${file}`

/** The text of a file with a fault in it. */
export function withFault(code: string, { file, after, from, to }: Mutant): string {
  const start = after === undefined ? 0 : code.indexOf(after)
  const at = code.indexOf(from, start)
  const isOnce = after === undefined ? code.split(from).length === 2 : start >= 0 && at >= 0
  if (!isOnce) throw new Error(`expected “${from}” once in ${file}`)
  return code.slice(0, at) + to + code.slice(at + from.length)
}
