export type SourceErrorCode =
  | 'source.malformed'
  | 'source.too-large'
  | 'source.unknown'
  | 'source.nothing'
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
