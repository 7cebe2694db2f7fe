import { kindOf } from './act.ts'
import { parseCanonical } from './canonical.ts'
import { isRoot } from './checkpoint.ts'
import type { Logged } from './cut.ts'
import { AccordError, type AccordErrorCode } from './error.ts'
import { keysGiven } from './keys.ts'
import { openEntry } from './sign.ts'
import type { StrandReader } from './strand.ts'

/** The entries of a strand whose tree is not the one its witnesses cosigned. */
export type Suspect = {
  readonly reader: StrandReader
  readonly entries: readonly Uint8Array[]
  /** Readers of all strands: certificates elsewhere may vouch for the beginning of this one. */
  readonly readers: readonly StrandReader[]
}

/** Names the first entry that does not bear itself out, for a strand that was tampered with. */
export function culprit(suspect: Suspect): AccordError {
  const { party } = suspect.reader
  const { acts } = suspect.reader.strand()
  const from = vouchedSize(suspect)
  for (const logged of acts.slice(from)) {
    const found = accuse(suspect, logged)
    if (!found) continue
    const { index, id } = logged
    return new AccordError(found.code, `${found.message} (entry ${index} of ${party})`, {
      place: { party, index, act: id },
    })
  }
  return new AccordError(
    'strand.root',
    `expected the tree that the witnesses cosigned, got another; every entry of ${party} bears itself out`,
    { place: { party } },
  )
}

/** Names what a strand lacks, or has too much, where its checkpoint is over another number of entries. */
export function wrongSize(suspect: Suspect, cosigned: number): AccordError {
  const { party, tree } = suspect.reader
  const { acts } = suspect.reader.strand()
  const ids = new Set(acts.map(({ id }) => id))
  const orphan = acts.find(({ act }) => act?.prev !== undefined && !ids.has(act.prev))
  const added = acts[cosigned]
  const found = orphan
    ? { index: orphan.index, act: orphan.act!.prev! }
    : added && { index: cosigned, act: added.id }
  return new AccordError(
    'strand.size',
    `expected the ${cosigned} entries that the witnesses cosigned, got ${tree.size}`,
    { place: { party, index: tree.size, ...found } },
  )
}

/** How many first entries another certificate cites with the very tree they make. */
function vouchedSize({ reader, readers }: Suspect): number {
  const heads = readers
    .flatMap((other) => other.strand().acts)
    .flatMap(({ act, void: reason }) => (act && !reason ? [kindOf(act).effect?.(act)] : []))
    .flatMap((effect) => (effect?.does === 'certifies' ? (effect.cut[reader.party] ?? []) : []))
    .filter(({ size }) => size <= reader.tree.size)
    .filter(({ size, root }) => isRoot(root, reader.tree.root(size)))
  return Math.max(0, ...heads.map(({ size }) => size))
}

type Accusation = { readonly code: AccordErrorCode; readonly message: string }

function accuse(suspect: Suspect, logged: Logged): Accusation | undefined {
  if (!logged.void || logged.disavowed) return undefined
  const { payload, signatures } = openEntry(suspect.entries[logged.index]!)
  const author = authorOf(payload)
  if (author !== undefined && author !== suspect.reader.party)
    return {
      code: 'strand.foreign-entry',
      message: `expected an act of ${suspect.reader.party}, got one of ${author}`,
    }
  const later = suspect.reader.strand().acts.slice(logged.index + 1)
  const keyids = signatures.map(({ keyid }) => keyid)
  if (later.some((other) => isNeeded(other, logged, keyids)))
    return {
      code: 'strand.order',
      message: 'expected what an act rests on before it, got it after it',
    }
  return { code: logged.void.code as AccordErrorCode, message: logged.void.message }
}

/** Whether an act that stands later is what an earlier one builds on: its predecessor or its key. */
function isNeeded({ id, act }: Logged, earlier: Logged, keyids: readonly string[]): boolean {
  if (earlier.act?.prev === id) return true
  const change = act && kindOf(act).keys?.(act)
  return change !== undefined && keysGiven(change).some((keyid) => keyids.includes(keyid))
}

/** Which party a payload says it is of; undefined where it says none. */
function authorOf(payload: Uint8Array): string | undefined {
  try {
    const value = parseCanonical(payload)
    const party = typeof value === 'object' && value !== null && 'party' in value && value.party
    return typeof party === 'string' ? party : undefined
  } catch (error) {
    if (error instanceof AccordError) return undefined
    throw error
  }
}
