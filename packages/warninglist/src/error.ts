/** Every way in which a warning list is refused. */
export type WarningListErrorCode = 'warninglist.malformed' | 'warninglist.too-large'

/** A refusal of a file; the message says the place in it. */
export class WarningListError extends Error {
  override readonly name = 'WarningListError'
  readonly code: WarningListErrorCode
  constructor(code: WarningListErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
