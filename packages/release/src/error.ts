/** Every way in which release refuses. Listed with cause and way out in `spec/errors.md`. */
export type ReleaseErrorCode =
  | 'marking.audience'
  | 'marking.unknown'
  | 'marking.granular'
  | 'marking.ceiling'
  | 'marking.pap'
  | 'object.recalled'
  | 'audience.outside'

/** A refusal to let something leave. Its message names what the marking would have to say. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError'
  readonly code: ReleaseErrorCode
  constructor(code: ReleaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
