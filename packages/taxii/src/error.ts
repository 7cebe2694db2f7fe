/** Every way in which TAXII is refused, by the server or by what a client makes of an answer. */
export type TaxiiErrorCode =
  | 'accept.unmet'
  | 'content-type.other'
  | 'parameter.malformed'
  | 'posted.malformed'
  | 'posted.too-large'
  | 'credentials.needed'
  | 'collection.unknown'
  | 'collection.shut'
  | 'entry.unknown'
  | 'status.unknown'
  | 'server.unreachable'
  | 'server.untrusted'
  | 'server.refused'
  | 'server.malformed'
  | 'server.stalled'

/** The HTTP status of each refusal of the server; those of a client have none of their own. */
const STATUS: Readonly<Record<TaxiiErrorCode, number>> = {
  'accept.unmet': 406,
  'content-type.other': 415,
  'parameter.malformed': 400,
  'posted.malformed': 422,
  'posted.too-large': 413,
  'credentials.needed': 401,
  'collection.unknown': 404,
  'collection.shut': 403,
  'entry.unknown': 404,
  'status.unknown': 404,
  'server.unreachable': 503,
  'server.untrusted': 503,
  'server.refused': 503,
  'server.malformed': 503,
  'server.stalled': 503,
}

/** A refusal that whoever asks, or whoever set the exchange up, can act on. */
export class TaxiiError extends Error {
  override readonly name = 'TaxiiError'
  readonly code: TaxiiErrorCode
  readonly status: number
  /** Of `server.refused`: the HTTP status with which the server did. */
  readonly answered?: number
  constructor(
    code: TaxiiErrorCode,
    message: string,
    options?: ErrorOptions & { readonly answered?: number },
  ) {
    super(message, options)
    this.code = code
    this.status = STATUS[code]
    if (options?.answered !== undefined) this.answered = options.answered
  }
}
