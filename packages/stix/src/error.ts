/** Every way in which STIX content is refused. Listed with cause and way out in `spec/errors.md`. */
export type StixErrorCode =
  | 'json.malformed'
  | 'json.encoding'
  | 'json.duplicate-key'
  | 'json.truncated'
  | 'json.trailing'
  | 'json.too-deep'
  | 'json.too-large'
  | 'bundle.expected'
  | 'bundle.malformed'
  | 'object.malformed'
  | 'object.version-2.0'
  | 'pattern.malformed'
  | 'pattern.too-large'
  | 'pattern.unsupported'

/** Where in a file: the line, counted from 1, and the path, `$.objects[17].created`. */
export type Place = { readonly line: number; readonly path: string }

/** A refusal the sender can act on: it says which line, which property, and what was expected there. */
export class StixError extends Error {
  override readonly name = 'StixError'
  readonly code: StixErrorCode
  readonly place: Place
  /** The sentence without the place. */
  readonly reason: string
  constructor(code: StixErrorCode, reason: string, place: Place, options?: ErrorOptions) {
    super(`${reason}, at line ${place.line}, ${place.path}`, options)
    this.code = code
    this.reason = reason
    this.place = place
  }
}

/** What came, short enough for a sentence. */
export function got(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
