/** Every way in which law refuses a file. Listed with cause and way out in `spec/errors.md`. */
export type LawErrorCode =
  | 'measure.malformed'
  | 'fact.unknown'
  | 'fact.malformed'
  | 'view.malformed'

/** A refusal the caller can act on. What the law answers is a finding and never an error. */
export class LawError extends Error {
  override readonly name = 'LawError'
  readonly code: LawErrorCode
  constructor(code: LawErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
