import { z } from 'zod'
import { PartyId } from './id.ts'

/** A part of an act that stays at home: its name, its salted digest, and whom it is handed to. */
export type SealedPart = {
  readonly name: string
  readonly digest: string
  readonly to?: readonly PartyId[]
}

/** The field `sealed` of a kind that may seal these parts. */
export const sealedParts = <const N extends readonly [string, ...string[]]>(names: N) =>
  z
    .array(
      z.strictObject({
        name: z.enum(names),
        /** base64url of SHA-256 over the disclosure (RFC 9901, section 4.2.3). */
        digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
        to: z.array(PartyId).min(1).max(64).exactOptional(),
      }),
    )
    .min(1)
    .max(8)
    .refine((parts) => new Set(parts.map(({ digest }) => digest)).size === parts.length, {
      error: 'expected each digest once',
    })
