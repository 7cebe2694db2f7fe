import { isMlDsa44 } from '@entente/log'
import { z } from 'zod'

/**
 * What a key signs with. `ed25519` makes an act count; `ml-dsa-44` (FIPS 204) is a second signature beside it, which
 * whoever breaks elliptic curves cannot make, and makes nothing count alone.
 */
export const Alg = z.enum(['ed25519', 'ml-dsa-44'])
export type Alg = z.infer<typeof Alg>

/** Whether a key makes second signatures. */
export const isSecond = isMlDsa44

export const algOf = (publicKey: Uint8Array): Alg => (isSecond(publicKey) ? 'ml-dsa-44' : 'ed25519')

/** What is told of a key whose bytes are none of its kind. */
export const expectedForm = (alg: Alg): string =>
  alg === 'ed25519'
    ? 'an Ed25519 key of canonical form and prime order'
    : 'an ML-DSA-44 key of 1312 bytes'
