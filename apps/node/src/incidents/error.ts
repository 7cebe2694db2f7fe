/** Every way in which incident reports and reporting lines refuse. */
export type IncidentsErrorCode =
  | 'line.unknown'
  | 'line.form'
  | 'regime.unknown'
  | 'report.unknown'
  | 'report.incomplete'
  | 'report.late'
  | 'report.inventory'
  | 'report.moved'
  | 'incident.unknown'
  | 'incident.opened'

/** A refusal the caller can act on. Anything else that is thrown is a defect. */
export class IncidentsError extends Error {
  override readonly name = 'IncidentsError'
  readonly code: IncidentsErrorCode
  constructor(code: IncidentsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
