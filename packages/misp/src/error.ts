export type MispErrorCode = 'misp.malformed' | 'misp.too-large' | 'misp.no-event' | 'misp.server'

/** What was read is no MISP event, and where in it; or what a server of MISP answered instead of what was asked. */
export class MispError extends Error {
  override readonly name = 'MispError'
  readonly code: MispErrorCode
  /** `Event.Attribute[3].timestamp`; absent where it is about the whole. */
  readonly path?: string
  /** The status of HTTP with which a server refused. */
  readonly status?: number
  constructor(
    code: MispErrorCode,
    message: string,
    options: ErrorOptions & { path?: string; status?: number } = {},
  ) {
    super(message, options)
    this.code = code
    if (options.path !== undefined) this.path = options.path
    if (options.status !== undefined) this.status = options.status
  }
}
