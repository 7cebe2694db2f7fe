/** Every way in which timestamps refuse. Listed with cause and way out in `spec/errors.md`. */
export type TimestampErrorCode =
  | 'token.malformed'
  | 'token.too-large'
  | 'token.rejected'
  | 'token.imprint'
  | 'token.nonce'
  | 'token.algorithm'
  | 'token.certificate'
  | 'token.signature'
  | 'token.purpose'
  | 'token.expired'
  | 'token.anchor'
  | 'anchor.malformed'
  | 'timestamp.no-authority'
  | 'timestamp.unreachable'

/** A refusal the caller can act on. Anything else that is thrown is a defect. */
export class TimestampError extends Error {
  override readonly name = 'TimestampError'
  readonly code: TimestampErrorCode
  constructor(code: TimestampErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
