/** Every way in which the lists of this node are refused, beyond what a list itself is refused for. */
export type WarningsErrorCode = 'warninglist.own' | 'warninglist.unknown'

/** A refusal that whoever asks can act on. */
export class WarningsError extends Error {
  override readonly name = 'WarningsError'
  readonly code: WarningsErrorCode
  constructor(code: WarningsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
