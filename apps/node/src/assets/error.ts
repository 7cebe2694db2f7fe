/** Every way in which an inventory and what is said about its matches are refused. */
export type AssetsErrorCode = 'asset.malformed' | 'asset.twice' | 'match.unknown'

/** A refusal that whoever keeps the inventory can act on; it says in which line and column. */
export class AssetsError extends Error {
  override readonly name = 'AssetsError'
  readonly code: AssetsErrorCode
  constructor(code: AssetsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
