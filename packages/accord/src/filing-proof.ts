import {
  fromBase64,
  isEqual,
  leafHash,
  LogError,
  parseProof,
  verifyInclusion,
  type Crypto,
} from '@entente/log'
import { z } from 'zod'
import { Act } from './act.ts'
import { parseCanonical } from './canonical.ts'
import { verifyStrandCheckpoint, type Times } from './checkpoint.ts'
import { AccordError } from './error.ts'
import type { ActId } from './id.ts'
import { charterId, parseCharter } from './parse-charter.ts'
import { actId, openEntry, type Envelope } from './sign.ts'

/** What a node shows of an act that it says is final: nothing that it says beside has to be believed. */
const FilingProof = z.strictObject({
  /** base64 of the canonical bytes of the case's charter. */
  charter: z.string().max(16_777_216),
  /** base64 of the log entry, byte for byte. */
  entry: z.string().max(100_000),
  /** C2SP tlog-proof: index, inclusion proof and the cosigned checkpoint that it leads to. */
  proof: z.string().max(300_000),
})
export type FilingProof = z.infer<typeof FilingProof>

type Signature = Envelope['signatures'][number]

type Expected = {
  /** What was signed. */
  readonly act: ActId
  /** By a key that the node does not hold: the entry has to carry it, or the act counts for nothing. */
  readonly signature?: Signature | undefined
  readonly crypto: Crypto
}

/** Where an act stands, and which witnesses cosigned its tree at which second. */
export type ProvedFiling = { readonly index: number; readonly times: Times }

/**
 * Proves that exactly this act is in the strand of the party and in the case that it names itself, in a tree that the
 * quorum of the charter's witnesses cosigned. Refuses with `filing.unproved`, whatever does not hold.
 */
export function verifyFiling(given: unknown, expected: Expected): ProvedFiling {
  const shown = FilingProof.safeParse(given)
  if (!shown.success) throw unproved('no proof of the form that it has')
  try {
    return prove(shown.data, expected)
  } catch (error) {
    if (error instanceof AccordError && error.code === 'filing.unproved') throw error
    if (!(error instanceof AccordError || error instanceof LogError)) throw error
    throw unproved(error.message, error)
  }
}

function prove(shown: FilingProof, expected: Expected): ProvedFiling {
  const { act, signature, crypto } = expected
  const entry = fromBase64(shown.entry)
  const { payload, signatures } = openEntry(entry)
  const inside = actId(payload, crypto.sha256)
  if (inside !== act) throw unproved(`a proof of ${inside}`)
  if (signature && !signatures.some((one) => isSame(one, signature)))
    throw unproved(`an entry without the signature of ${signature.keyid} that was given`)
  const said = Act.safeParse(parseCanonical(payload))
  if (!said.success) throw unproved('bytes that are no act')
  const charterBytes = fromBase64(shown.charter)
  const got = charterId(charterBytes, crypto)
  if (got !== said.data.charter) throw unproved(`the charter ${got}`)
  const { index, proof, checkpoint } = parseProof(shown.proof)
  const charter = parseCharter(charterBytes, crypto)
  const { size, root, times } = verifyStrandCheckpoint(charter, said.data.party, checkpoint, crypto)
  verifyInclusion(crypto.sha256, {
    leaf: leafHash(crypto.sha256, entry),
    index,
    size,
    root,
    proof,
  })
  return { index, times }
}

const isSame = (a: Signature, b: Signature): boolean => a.keyid === b.keyid && isEqual(a.sig, b.sig)

const unproved = (got: string, cause?: unknown) =>
  new AccordError(
    'filing.unproved',
    `expected the proof that the quorum witnessed this act, got ${got}`,
    cause === undefined ? {} : { cause },
  )
