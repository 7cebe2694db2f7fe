/** Every way in which a catalogue of options and what is asked of it are refused. */
export type OptionsErrorCode = 'options.malformed' | 'options.too-large'

/** A refusal that whoever brings the catalogue can act on; it says where in the file. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError'
  readonly code: OptionsErrorCode
  constructor(code: OptionsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
