/** Every way in which an address, or a note about one, is refused. */
export type AddressErrorCode =
  | 'address.form'
  | 'address.malformed'
  | 'address.unsigned'
  | 'address.twice'
  | 'address.unknown'

/** A refusal the caller can act on. Anything else that is thrown is a defect. */
export class AddressError extends Error {
  override readonly name = 'AddressError'
  readonly code: AddressErrorCode
  constructor(code: AddressErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
