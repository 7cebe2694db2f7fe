/** Every way in which a store refuses to open. */
export type DatabaseErrorCode =
  | 'directory.held'
  | 'directory.unwritable'
  | 'store.encoding'
  | 'store.newer'
  | 'store.unreachable'

/** A refusal the operator can act on: another process, or another version. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode
  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
