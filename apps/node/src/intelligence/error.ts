/** Every way in which evidence is refused beyond what is wrong in its STIX content. */
export type IntelligenceErrorCode =
  | 'gzip.malformed'
  | 'import.moved'
  | 'import.second'
  | 'import.settled'
  | 'import.too-large'
  | 'import.too-many'
  | 'import.unknown'
  | 'object.red'
  | 'quarantine.full'
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
