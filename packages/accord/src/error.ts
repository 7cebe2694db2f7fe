/** Every way in which accord refuses. Listed with cause and way out in `spec/errors.md`. */
export type AccordErrorCode =
  | 'json.malformed'
  | 'json.not-canonical'
  | 'json.too-deep'
  | 'json.too-large'
  | 'charter.malformed'
  | 'charter.other'
  | 'charter.unknown-rules'
  | 'charter.parties'
  | 'charter.population'
  | 'charter.rule-data'
  | 'charter.keys'
  | 'charter.quorum'
  | 'charter.key-act'
  | 'charter.custody'
  | 'charter.not-public'
  | 'amends.case'
  | 'amends.cut'
  | 'amends.keys'
  | 'amends.origin'
  | 'amends.not-adopted'
  | 'envelope.malformed'
  | 'envelope.not-canonical'
  | 'envelope.base64'
  | 'envelope.type'
  | 'envelope.too-large'
  | 'act.unsigned'
  | 'act.signature'
  | 'act.second-signature'
  | 'act.second-missing'
  | 'act.malformed'
  | 'act.unknown-kind'
  | 'act.other-party'
  | 'act.elsewhere'
  | 'act.not-competent'
  | 'act.twice'
  | 'act.after-leave'
  | 'act.stale-prev'
  | 'act.not-public'
  | 'act.disavowed'
  | 'disavow.unknown'
  | 'accuse.unproved'
  | 'act.not-on-record'
  | 'version.expiry'
  | 'version.participants'
  | 'version.not-silence'
  | 'key.form'
  | 'key.twice'
  | 'key.unknown'
  | 'key.revoked'
  | 'key.custody'
  | 'mandate.expired'
  | 'key-request.malformed'
  | 'key-request.unproved'
  | 'root.uncommitted'
  | 'root.other'
  | 'strand.unknown'
  | 'strand.missing'
  | 'strand.doubled'
  | 'strand.size'
  | 'strand.order'
  | 'strand.foreign-entry'
  | 'strand.root'
  | 'strand.forked'
  | 'checkpoint.malformed'
  | 'checkpoint.origin'
  | 'checkpoint.unsigned'
  | 'checkpoint.log-signature'
  | 'checkpoint.cosignature'
  | 'checkpoint.cosignature-twice'
  | 'checkpoint.quorum'
  | 'filing.unproved'
  | 'attachment.missing'
  | 'attachment.malformed'
  | 'certificate.cut'
  | 'certificate.note'
  | 'certificate.tree'
  | 'public-certificate.malformed'
  | 'public-certificate.too-large'
  | 'public-certificate.base64'
  | 'public-certificate.order'
  | 'public-certificate.proof'
  | 'public-certificate.stray'
  | 'public-certificate.texts'
  | 'public-certificate.unpublished'
  | 'disclosure.malformed'
  | 'disclosure.stray'
  | 'bundle.malformed'
  | 'bundle.too-large'
  | 'bundle.base64'
  | 'bundle.attachment'
  | 'bundle.timestamp'
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

/** Runs what may refuse and says where in the case file it did. */
export function placed<T>(place: Place, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    throw new AccordError(error.code, error.message, {
      cause: error,
      place: { ...place, ...error.place },
    })
  }
}
