export type SourceErrorCode =
  | 'source.malformed'
  | 'source.too-large'
  | 'source.nothing'
  | 'csv.malformed'
  | 'csv.too-large'
  | 'advisory.invalid'
  | 'advisory.listing'

/** What was read is not what its format asks for, and where in it. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly code: SourceErrorCode
  /** `vulnerabilities[3].dateAdded`; absent where it is about the whole. */
  readonly path?: string
  constructor(
    code: SourceErrorCode,
    message: string,
    options: ErrorOptions & { path?: string } = {},
  ) {
    super(message, options)
    this.code = code
    if (options.path !== undefined) this.path = options.path
  }
}

/** What came, short enough for a sentence and without characters that steer a terminal. */
export const got = (text: string): string =>
  text === '' ? 'nothing' : text.replace(/\p{Cc}/gu, '·').slice(0, 80)
