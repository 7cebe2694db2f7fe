/** Every way in which a playbook is refused. Listed with cause and way out in `spec/errors.md`. */
export type CacaoErrorCode =
  | 'playbook.malformed'
  | 'playbook.too-large'
  | 'playbook.not-cacao'
  | 'playbook-signature.malformed'
  | 'playbook-signature.unsupported'
  | 'playbook-signature.other-playbook'
  | 'playbook-signature.not-valid-now'
  | 'playbook-signature.false'

/** What was read is no CACAO 2.0 playbook, or a signature on it proves nothing. */
export class CacaoError extends Error {
  override readonly name = 'CacaoError'
  readonly code: CacaoErrorCode
  constructor(code: CacaoErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
