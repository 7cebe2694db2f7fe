import { z } from 'zod'

const SHA256 = /^sha256:[0-9a-f]{64}$/

/** SHA-256 of the payload bytes of an act. */
export const ActId = z.string().regex(SHA256).brand('ActId')
export type ActId = z.infer<typeof ActId>

/** SHA-256 of the canonical bytes of a charter: the id of its case and the anchor of all trust in it. */
export const CharterId = z.string().regex(SHA256).brand('CharterId')
export type CharterId = z.infer<typeof CharterId>

/** Two capitals: a user-assigned ISO 3166 code for an invented nation, or the letters a charter gives. */
export const PartyId = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .brand('PartyId')
export type PartyId = z.infer<typeof PartyId>

/** A clause's id inside one document, stable across its versions: `1`, `measures/3`. */
export const ClauseId = z.string().regex(/^[a-z0-9][a-z0-9/.-]{0,63}$/)

export const KeyId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)

/** Seconds since 1970-01-01T00:00:00Z, as witnesses attest them. */
export const Seconds = z.int().nonnegative()

/** Text of so many UTF-16 code units; what counts characters otherwise draws other bounds. */
export const bounded = (most: number, least = 0) =>
  z
    .string()
    .min(least, { abort: true })
    .max(most, { abort: true })
    .refine((text) => text.length >= least && text.length <= most, {
      error: `expected ${least} to ${most} UTF-16 code units`,
    })

/** Text that people wrote: never empty, bounded, no control characters but line feed and tab. */
export const prose = (most: number) =>
  bounded(most, 1).refine((text) => text.isWellFormed() && !/[^\P{Cc}\t\n]/u.test(text), {
    error: 'expected well-formed text without control characters',
  })

/** Characters of a note that an act brings: a checkpoint with 64 cosignatures of ML-DSA-44 fits. */
export const MOST_NOTE = 240_000
