/** Every way in which log refuses. Listed with cause and way out in `spec/errors.md`. */
export type LogErrorCode =
  | 'base64.malformed'
  | 'checkpoint.malformed'
  | 'entries.malformed'
  | 'entry.too-large'
  | 'note.malformed'
  | 'note.ambiguous'
  | 'note.signature'
  | 'note.unknown-keys'
  | 'proof.malformed'
  | 'proof.root-mismatch'
  | 'tile.malformed'
  | 'text.malformed'
  | 'tree.range'
  | 'vkey.malformed'

/** A refusal with what proves it, so that whoever is accused can check the accusation. */
export class LogError extends Error {
  override readonly name = 'LogError'
  readonly code: LogErrorCode
  readonly evidence: Readonly<Record<string, string>>
  constructor(
    code: LogErrorCode,
    message: string,
    options: ErrorOptions & { evidence?: Readonly<Record<string, string>> } = {},
  ) {
    super(message, options)
    this.code = code
    this.evidence = options.evidence ?? {}
  }
}
