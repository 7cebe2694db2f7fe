/** One fault: a text that stands once in a file of `packages/accord/src`, and what replaces it. */
export type Mutant = {
  readonly what: string
  readonly file: string
  readonly from: string
  readonly to: string
}

export const inFile =
  (file: string) =>
  (what: string, from: string, to: string): Mutant => ({ what, file, from, to })
