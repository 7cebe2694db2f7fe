/** Every way in which what is set up for MISP here refuses. */
export type MispSettingErrorCode =
  | 'remote.unknown'
  | 'remote.insecure'
  | 'remote.unreadable'
  | 'remote.exists'
  | 'remote.malformed'
  | 'cursor.malformed'

/** A refusal that whoever set it up, or asks for it, can act on. */
export class MispSettingError extends Error {
  override readonly name = 'MispSettingError'
  readonly code: MispSettingErrorCode
  constructor(code: MispSettingErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
