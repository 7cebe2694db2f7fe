/** Every way in which case files and federation refuse. */
export type FederationErrorCode =
  | 'case.not-party'
  | 'strand.unknown'
  | 'strand.moved'
  | 'strand.altered'
  | 'strand.behind'
  | 'strand.unasked'
  | 'closing.unreached'
  | 'pouch.malformed'
  | 'pouch.too-large'
  | 'pouch.unsealed'
  | 'pouch.altered'
  | 'pouch.other'
  | 'pouch.nothing'

/** A refusal the caller can act on. Anything else that is thrown is a defect. */
export class FederationError extends Error {
  override readonly name = 'FederationError'
  readonly code: FederationErrorCode
  constructor(code: FederationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
