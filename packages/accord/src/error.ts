/** Every way in which accord refuses. Listed with cause and way out in `spec/errors.md`. */
export type AccordErrorCode =
  | 'json.not-canonical'
  | 'json.malformed'
  | 'charter.malformed'
  | 'charter.other'
  | 'charter.unknown-rules'
  | 'envelope.malformed'
  | 'envelope.type'
  | 'envelope.too-large'
  | 'act.malformed'
  | 'act.elsewhere'
  | 'act.twice'
  | 'act.stale-prev'
  | 'act.unsigned'
  | 'act.not-competent'
  | 'key.form'
  | 'key.malformed'
  | 'strand.unknown'
  | 'strand.missing'
  | 'strand.doubled'
  | 'strand.root'
  | 'strand.checkpoint'
  | 'strand.quorum'
  | 'certificate.tree'
  | 'bundle.malformed'
  | 'bundle.claim'

/** Where in a case file a refusal points: which strand, which index in it, which act. */
export type Place = {
  readonly party?: string
  readonly index?: number
  readonly act?: string
}

/** A refusal the caller can act on. Anything else that is thrown is a defect. */
export class AccordError extends Error {
  override readonly name = 'AccordError'
  readonly code: AccordErrorCode
  readonly place: Place
  constructor(
    code: AccordErrorCode,
    message: string,
    options: ErrorOptions & { place?: Place } = {},
  ) {
    super(message, options)
    this.code = code
    this.place = options.place ?? {}
  }
}
