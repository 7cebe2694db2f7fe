import { z } from 'zod'
import { toHex, toUtf8, type Sha256 } from '@entente/log'
import { canonical } from './canonical.ts'
import type { Text } from './document.ts'
import type { ActId, CharterId } from './id.ts'

/** For whom a text is written. What is for everybody is for each of them. */
export const Audience = z.enum(['everybody', 'citizens', 'technicians', 'decision-makers'])
export type Audience = z.infer<typeof Audience>

/** A published text, whoever stands behind it: parties that say the same publish the same. */
export type Publication = {
  readonly what: 'position' | 'advisory' | 'statement'
  readonly audience: Audience
  readonly text: Text
  /** The version that it makes public, or a statement speaks of, of a case that is not. */
  readonly of?: { readonly case: CharterId; readonly version: ActId }
}

/** `sha256:` and the hash of a publication's canonical bytes: its name in feeds, paths and links. */
export const publicationId = (publication: Publication, sha256: Sha256): string =>
  `sha256:${toHex(sha256(toUtf8(canonical(publication))))}`
