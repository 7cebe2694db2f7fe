import {
  fromBase64,
  isEqual,
  LogError,
  openNote,
  parseCheckpoint,
  parseNote,
  parseVkey,
  type Crypto,
  type Vkey,
} from '@entente/log'
import type { Charter, Party } from './charter.ts'
import { AccordError, type AccordErrorCode } from './error.ts'
import type { PartyId } from './id.ts'

/** Seconds at which witnesses cosigned, each with the witness's name. */
export type Times = readonly (readonly [witness: string, seconds: number])[]

/** One tree of one strand, as its log signed it and witnesses of the charter cosigned it. */
export type StrandNote = {
  readonly size: number
  readonly root: Uint8Array
  readonly times: Times
}

/** The verifier keys of a charter: one log per party, and the witnesses of all. */
export type CharterKeys = {
  readonly logs: ReadonlyMap<string, Vkey>
  readonly witnesses: readonly Vkey[]
}

/** The part of a charter that says by which keys its strands are proved. */
export type Keyed = Pick<Charter, 'witnesses' | 'quorum'> & {
  readonly parties: readonly Pick<Party, 'id' | 'origin' | 'log'>[]
}

const known = new WeakMap<Keyed, CharterKeys>()

/** The verifier keys that a charter names, read once per charter. */
export function charterKeys(charter: Keyed, { sha256 }: Pick<Crypto, 'sha256'>): CharterKeys {
  const found = known.get(charter)
  if (found) return found
  const keys = {
    logs: new Map(charter.parties.map(({ id, log }) => [id as string, parseVkey(log, sha256)])),
    witnesses: charter.witnesses.map(({ vkey }) => parseVkey(vkey, sha256)),
  }
  known.set(charter, keys)
  return keys
}

/** Proves a tree of a party's strand: signed by its log, cosigned by the charter's quorum. */
export function verifyStrandCheckpoint(
  charter: Keyed,
  party: PartyId,
  note: string,
  crypto: Crypto,
): StrandNote {
  const proved = readStrandNote(charter, party, note, crypto)
  if (proved.times.length < charter.quorum)
    throw new AccordError(
      'checkpoint.quorum',
      `expected ${charter.quorum} cosignatures of the charter's witnesses, got ${proved.times.length}`,
      { place: { party } },
    )
  return proved
}

/** Proves who signed a checkpoint of a party's strand and when; how many is for others to judge. */
export function readStrandNote(
  charter: Keyed,
  party: PartyId,
  note: string,
  crypto: Crypto,
): StrandNote {
  const { logs, witnesses } = charterKeys(charter, crypto)
  const log = logs.get(party)
  if (!log) throw new AccordError('strand.unknown', `expected a party of the charter, got ${party}`)
  const refuse = (code: AccordErrorCode, message: string, cause?: unknown) =>
    new AccordError(code, message, { cause, place: { party } })
  const translate = <T>(codes: Readonly<Record<string, AccordErrorCode>>, read: () => T): T => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof LogError)) throw error
      throw refuse(codes[error.code] ?? 'checkpoint.malformed', error.message, error)
    }
  }
  const parsed = translate({}, () => parseNote(note))
  const { text, signatures } = parsed
  const { origin, size, root, extensions } = translate({}, () => parseCheckpoint(text))
  // The peer chose this origin. It is compared as text and never used as a pattern or a path.
  if (origin !== log.name)
    throw refuse('checkpoint.origin', `expected a checkpoint of ${log.name}, got ${origin}`)
  if (extensions.length > 0)
    throw refuse('checkpoint.malformed', 'expected origin, size and root, got more lines')
  translate(
    { 'note.signature': 'checkpoint.log-signature', 'note.unknown-keys': 'checkpoint.unsigned' },
    () => openNote(parsed, [log], crypto),
  )
  const cosigned = signatures.filter((one) => witnesses.some((witness) => isBy(witness, one)))
  const twice = cosigned.find((one, at) => cosigned.slice(0, at).some((other) => isBy(one, other)))
  if (twice)
    throw refuse(
      'checkpoint.cosignature-twice',
      `expected each witness once, got ${twice.name} again`,
    )
  if (cosigned.length === 0) return { size, root, times: [] }
  const { verified } = translate({ 'note.signature': 'checkpoint.cosignature' }, () =>
    openNote(parsed, witnesses, crypto),
  )
  return { size, root, times: verified.map(({ vkey, time = 0 }) => [vkey.name, time]) }
}

type Named = { readonly name: string; readonly id: string }
/** Whether both are of the same key. */
export const isBy = (a: Named, b: Named) => a.name === b.name && a.id === b.id

/** Whether a root written in base64 is these bytes; false where it is no base64. */
export function isRoot(text: string, root: Uint8Array): boolean {
  try {
    return isEqual(fromBase64(text), root)
  } catch (error) {
    if (error instanceof LogError) return false
    throw error
  }
}
