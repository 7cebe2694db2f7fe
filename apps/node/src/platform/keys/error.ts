/** Every way in which the node's own keys refuse. */
export type KeyErrorCode = 'key.missing' | 'key.exists' | 'key.unreadable' | 'key.name'

/** A refusal the operator can act on: a key that is not here, or not readable with this node's secret. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
  readonly code: KeyErrorCode
  constructor(code: KeyErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
