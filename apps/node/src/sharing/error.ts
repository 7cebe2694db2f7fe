/** Every way in which sharing refuses, beyond what a marking does not allow. */
export type SharingErrorCode =
  | 'audience.malformed'
  | 'audience.unknown'
  | 'release.too-large'
  | 'release.no-sid'
  | 'remark.not-own'
  | 'remark.unversioned'

/** A refusal that whoever asks can act on. */
export class SharingError extends Error {
  override readonly name = 'SharingError'
  readonly code: SharingErrorCode
  constructor(code: SharingErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
