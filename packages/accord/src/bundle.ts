import { fromBase64, LogError, toBase64, toHex, toUtf8, type Sha256 } from '@entente/log'
import { z } from 'zod'
import { AttachmentId, type Attachments } from './attachment.ts'
import { canonical } from './canonical.ts'
import type { Charter } from './charter.ts'
import { doublesKey } from './doubled-key.ts'
import { AccordError, type Place } from './error.ts'
import type { PartyId } from './id.ts'
import type { State } from './state.ts'
import { MOST_TIMESTAMPS, Timestamp } from './timestamp.ts'

/** Every strand of one case with its cosigned checkpoint, and the state that is claimed for it. */
const Bundle = z.strictObject({
  format: z.literal('entente-bundle/1'),
  /** base64 of the charter's canonical bytes. */
  charter: z.string(),
  strands: z
    .array(
      z.strictObject({
        origin: z.string().max(200),
        /** Signed note: the log's signature and the witnesses' cosignatures. */
        checkpoint: z.string(),
        /** base64 of every log entry, in the strand's order. */
        entries: z.array(z.string()),
      }),
    )
    .max(64),
  /** base64 of what acts attach, by `sha256:` and the hash of the bytes; only where there is any. */
  attachments: z.record(AttachmentId, z.string()).exactOptional(),
  /** Authorities' tokens over cuts of these strands; only where there is any. */
  timestamps: z.array(Timestamp).max(MOST_TIMESTAMPS).exactOptional(),
  claim: z.strictObject({ digest: z.string().regex(/^sha256:[0-9a-f]{64}$/) }),
})
export type Bundle = z.infer<typeof Bundle>

/** How long the text of a bundle may be. */
const MOST_BUNDLE = 268_435_456

/** `sha256:` and the hash of a state's canonical bytes: what nodes compare. */
export const stateDigest = (state: State, sha256: Sha256): string =>
  `sha256:${toHex(sha256(toUtf8(canonical(state))))}`

/** Writes the member bundle of a case: for its parties, complete, checked by anyone they give it to. */
export function makeBundle(from: {
  readonly charterBytes: Uint8Array
  readonly strands: readonly {
    readonly party: PartyId
    readonly checkpoint: string
    readonly entries: readonly Uint8Array[]
  }[]
  readonly attachments?: Attachments
  readonly timestamps?: readonly Timestamp[]
  readonly digest: string
}): string {
  const { parties } = JSON.parse(new TextDecoder().decode(from.charterBytes)) as Charter
  const bundle: Bundle = {
    format: 'entente-bundle/1',
    charter: toBase64(from.charterBytes),
    strands: from.strands.map(({ party, checkpoint, entries }) => {
      const origin = parties.find(({ id }) => id === party)?.origin
      if (origin === undefined)
        throw new AccordError('strand.unknown', `expected a party of the charter, got ${party}`)
      return { origin, checkpoint, entries: entries.map(toBase64) }
    }),
    ...(from.attachments && from.attachments.size > 0
      ? {
          attachments: Object.fromEntries(
            [...from.attachments].map(([id, bytes]) => [id, toBase64(bytes)]),
          ),
        }
      : {}),
    ...(from.timestamps && from.timestamps.length > 0
      ? { timestamps: from.timestamps.slice(-MOST_TIMESTAMPS) }
      : {}),
    claim: { digest: from.digest },
  }
  return canonical(bundle)
}

/** Reads the form of a bundle; nothing in it is proved yet. */
export function parseBundle(text: string): Bundle {
  if (text.length > MOST_BUNDLE)
    throw new AccordError(
      'bundle.too-large',
      `expected at most ${MOST_BUNDLE} characters, got ${text.length}`,
    )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new AccordError('bundle.malformed', 'expected a bundle in JSON, got other text', {
      cause,
    })
  }
  const parsed = Bundle.safeParse(value)
  if (parsed.success && doublesKey(text, parsed.data))
    throw new AccordError('bundle.malformed', 'expected every key once, got one twice')
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AccordError(
    'bundle.malformed',
    `${issue?.message ?? 'expected a bundle'} at ${issue?.path.join('.') || 'the top'}`,
  )
}

/** Bytes of a field of a bundle, which must be in the one base64 form they have. */
export function bundledBytes(text: string, what: string, place: Place = {}): Uint8Array {
  try {
    return fromBase64(text)
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause
    throw new AccordError(
      'bundle.base64',
      `expected ${what} in canonical base64, got another form`,
      {
        cause,
        place,
      },
    )
  }
}
