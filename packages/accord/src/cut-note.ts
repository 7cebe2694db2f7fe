import {
  fromBase64,
  jointCheckpoint,
  LogError,
  openNote,
  parseNote,
  type Crypto,
} from '@entente/log'
import type { Charter, Head } from './charter.ts'
import { charterKeys, isBy, type Times } from './checkpoint.ts'
import { AccordError } from './error.ts'

/** What the cuts of a case are named after in what witnesses cosign of them. */
export const cutName = ({ id }: Pick<Charter, 'id'>): string => `${id}/cut`

/**
 * The text that a witness cosigns where the tree of every party in this cut is the last that it knows of: a checkpoint
 * over their checkpoints, in the order of the charter. Throws `certificate.tree` where the cut lacks a party or a root.
 */
export function cutText(
  charter: Charter,
  cut: Readonly<Record<string, Head>>,
  { sha256 }: Pick<Crypto, 'sha256'>,
): string {
  const heads = charter.parties.map(({ id, origin }) => {
    const head = cut[id]
    if (!head) throw malformed(`no tree of ${id}`)
    return { origin, size: head.size, root: rootOf(head.root, id) }
  })
  return jointCheckpoint(cutName(charter), heads, sha256)
}

function rootOf(text: string, party: string): Uint8Array {
  const root = bytesOf(text, party)
  if (root.length === 32) return root
  throw malformed(`a root of ${party} of ${root.length} bytes`)
}

function bytesOf(text: string, party: string): Uint8Array {
  try {
    return fromBase64(text)
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause
    throw malformed(`a root of ${party} that is not base64`, cause)
  }
}

const malformed = (got: string, cause?: unknown) =>
  new AccordError('certificate.tree', `expected a tree of every party, got ${got}`, { cause })

/**
 * When which witnesses of the charter cosigned this very cut. Throws where the note is about another
 * (`certificate.tree`), or cannot be read or is falsely signed (`certificate.note`).
 */
export function readCutNote(
  charter: Charter,
  cut: Readonly<Record<string, Head>>,
  note: string,
  crypto: Crypto,
): Times {
  try {
    const { text, signatures } = parseNote(note)
    if (text !== cutText(charter, cut, crypto))
      throw new AccordError(
        'certificate.tree',
        'expected a note about the cited cut, got one about another',
      )
    const { witnesses } = charterKeys(charter, crypto)
    const cosigned = signatures.filter((one) => witnesses.some((witness) => isBy(witness, one)))
    if (cosigned.some((one, at) => cosigned.slice(0, at).some((other) => isBy(one, other))))
      throw new AccordError('certificate.note', 'expected each witness once, got one twice')
    const { verified } = openNote(note, witnesses, crypto)
    return verified.map(({ vkey, time = 0 }) => [vkey.name, time])
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause
    throw new AccordError('certificate.note', cause.message, { cause })
  }
}
