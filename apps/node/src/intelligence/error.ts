/** Every way in which evidence is refused beyond what is wrong in its STIX content. */
export type IntelligenceErrorCode =
  | 'gzip.malformed'
  | 'import.too-large'
  | 'import.too-many'
  | 'object.red'
  | 'query.malformed'

/** A refusal that whoever imports can act on. */
export class IntelligenceError extends Error {
  override readonly name = 'IntelligenceError'
  readonly code: IntelligenceErrorCode
  constructor(code: IntelligenceErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
