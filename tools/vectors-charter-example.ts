import { formatVkey } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'

/** An example of a charter in which something is changed. */

export type Change = {
  readonly at: string
  readonly is?: unknown
  readonly text?: string
  readonly times?: number
}
export type Example = {
  readonly name: string
  readonly why: string
  readonly changes: readonly Change[]
  /** What else is written than the canonical form of that. */
  readonly passage?: { readonly from: string; readonly to: string }
  readonly verdict: 'read' | { readonly refused: string }
}

export const read = (name: string, why: string, ...changes: readonly Change[]): Example => ({
  name,
  why,
  changes,
  verdict: 'read',
})
export const refused = (
  code: string,
  name: string,
  why: string,
  ...changes: readonly Change[]
): Example => ({ name, why, changes, verdict: { refused: code } })
export const put = (at: string, is: unknown): Change => ({ at, is })

export const vkey = (name: string, type: 1 | 4 | 6, key: Uint8Array): string =>
  formatVkey(name, type, key, crypto.sha256)
