import { formatProof, fromBase64, LogError, toBase64 } from '@entente/log'
import { z } from 'zod'
import { canonical } from './canonical.ts'
import { doublesKey } from './doubled-key.ts'
import { AccordError, type Place } from './error.ts'
import { PartyId } from './id.ts'

/**
 * A published text and who stands behind it: per party the act that publishes it, the key acts that
 * the charter does not hand down, and what was taken back; each with the proof that it is in a tree
 * of the party's strand of the public case.
 */
const PublicCertificate = z.strictObject({
  format: z.literal('entente-certificate/1'),
  /** base64 of the canonical bytes of the public case's charter. */
  charter: z.string(),
  parties: z
    .array(
      z.strictObject({
        party: PartyId,
        entries: z
          .array(
            z.strictObject({
              /** base64 of the log entry, byte for byte. */
              entry: z.string(),
              /** C2SP tlog-proof: index, inclusion proof and the cosigned checkpoint it leads to. */
              proof: z.string(),
            }),
          )
          .min(1)
          .max(64),
      }),
    )
    .min(1)
    .max(64),
})
export type PublicCertificate = z.infer<typeof PublicCertificate>

/** How long the text of a public certificate may be. */
const MOST_CERTIFICATE = 16_777_216

/** One entry of a strand and the tree in which it is shown. */
export type ShownEntry = {
  readonly entry: Uint8Array
  readonly index: number
  readonly proof: readonly Uint8Array[]
  readonly checkpoint: string
}

/** Writes a public certificate: entries of each party in the order of their places. */
export function makeCertificate(from: {
  readonly charterBytes: Uint8Array
  readonly parties: readonly { readonly party: PartyId; readonly entries: readonly ShownEntry[] }[]
}): string {
  const certificate: PublicCertificate = {
    format: 'entente-certificate/1',
    charter: toBase64(from.charterBytes),
    parties: from.parties.map(({ party, entries }) => ({
      party,
      entries: entries.map(({ entry, ...proof }) => ({
        entry: toBase64(entry),
        proof: formatProof(proof),
      })),
    })),
  }
  return canonical(certificate)
}

/** Reads the form of a public certificate; nothing in it is proved yet. */
export function parseCertificate(text: string): PublicCertificate {
  if (text.length > MOST_CERTIFICATE)
    throw new AccordError(
      'public-certificate.too-large',
      `expected at most ${MOST_CERTIFICATE} characters, got ${text.length}`,
    )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new AccordError(
      'public-certificate.malformed',
      'expected a public certificate in JSON, got other text',
      { cause },
    )
  }
  const parsed = PublicCertificate.safeParse(value)
  if (parsed.success && doublesKey(text, parsed.data))
    throw new AccordError('public-certificate.malformed', 'expected every key once, got one twice')
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AccordError(
    'public-certificate.malformed',
    `${issue?.message ?? 'expected a public certificate'} at ${issue?.path.join('.') || 'the top'}`,
  )
}

/** Bytes of a field of a certificate, which must be in the one base64 form they have. */
export function certifiedBytes(text: string, what: string, place: Place = {}): Uint8Array {
  try {
    return fromBase64(text)
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause
    throw new AccordError(
      'public-certificate.base64',
      `expected ${what} in canonical base64, got another form`,
      { cause, place },
    )
  }
}

/** Which of the two records a text says it is; undefined where it says neither. */
export function recordKind(text: string): 'bundle' | 'certificate' | undefined {
  // Both are canonical JSON, in which `format` may stand anywhere; what lies is refused later.
  if (/"format":\s*"entente-certificate\/\d+"/.test(text)) return 'certificate'
  return /"format":\s*"entente-bundle\/\d+"/.test(text) ? 'bundle' : undefined
}
