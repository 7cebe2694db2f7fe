/** Every way in which what is set up for TAXII here refuses. */
export type TaxiiSettingErrorCode =
  | 'remote.unknown'
  | 'remote.unreadable'
  | 'server.unknown'
  | 'cursor.malformed'
  | 'taxii.exists'
  | 'taxii.unknown'
  | 'taxii.malformed'

/** A refusal that whoever set it up, or asks for it, can act on. */
export class TaxiiSettingError extends Error {
  override readonly name = 'TaxiiSettingError'
  readonly code: TaxiiSettingErrorCode
  constructor(code: TaxiiSettingErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
