/** What may wait in quarantine at one node. */
export type QuarantineLimits = {
  /** Imports that wait at once, those that are still arriving among them. */
  readonly imports: number
  /** Bytes of all of them, unpacked. */
  readonly bytes: number
  /** Objects of one. */
  readonly objects: number
  /** Milliseconds after which what nobody decided on is dropped. */
  readonly age: number
}

export const QUARANTINE_LIMITS: QuarantineLimits = {
  imports: 20,
  bytes: 1024 ** 3,
  objects: 1_000_000,
  age: 30 * 24 * 60 * 60 * 1_000,
}
