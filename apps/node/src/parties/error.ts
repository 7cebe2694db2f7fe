/** Every way in which founding, joining, opening cases and the people of a node refuse. */
export type PartiesErrorCode =
  | 'id.malformed'
  | 'card.malformed'
  | 'card.missing'
  | 'card.not-compared'
  | 'card.twice'
  | 'card.unknown'
  | 'party.exists'
  | 'party.joined'
  | 'authority.taken'
  | 'founding.order'
  | 'peer.address'
  | 'root.missing'
  | 'charter.not-compared'
  | 'charter.not-own'
  | 'case.not-root'
  | 'case.stranger'
  | 'case.too-small'
  | 'case.rule'
  | 'case.public'
  | 'case.unready'
  | 'case.altered'
  | 'case.opening'
  | 'case.cut'
  | 'person.exists'
  | 'person.unknown'
  | 'person.last'
  | 'person.not-competent'
  | 'key.not-compared'
  | 'line.form'
  | 'draft.unknown'
  | 'draft.moved'
  | 'draft.unchanged'
  | 'draft.own'
  | 'draft.needed'
  | 'mandate.ended'
  | 'exercise.missing'
  | 'exercise.other-version'

/** A refusal the caller can act on. Anything else that is thrown is a defect. */
export class PartiesError extends Error {
  override readonly name = 'PartiesError'
  readonly code: PartiesErrorCode
  constructor(code: PartiesErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
