import type { PartyId } from '@entente/accord'
import { toHex } from '@entente/log'
import type { MirroredCase } from './case-file.ts'
import type { HeldCaseFiles } from './case-files.ts'
import type { StrandNote } from './note.ts'
import type { Refused } from './witness.ts'

/**
 * What this node refused to cosign. Where its mirror has the other history, the two notes are the proof;
 * else the log signed what does not continue what was cosigned, or somebody sends a proof that is none.
 */
export async function accountFor(
  { origin, note, status, known }: Refused,
  {
    held,
    raise,
    tell,
  }: { readonly held: readonly MirroredCase[] } & Pick<HeldCaseFiles, 'raise' | 'tell'>,
): Promise<void> {
  const of = strandNamed(origin, held)
  if (!of) return
  const { file, party } = of
  const shown = noteOf(file, party, note)
  const tree = file.strand(party).tree()
  const isOther =
    shown && shown.size <= tree.size && toHex(tree.root(shown.size)) !== toHex(shown.root)
  const here = file.strand(party).witnessed()?.note ?? known
  if (isOther)
    return raise(file.charter.id, {
      code: 'strand.fork',
      party,
      message: `expected one history of ${party}'s strand, got two roots at size ${shown.size} that its log signed`,
      evidence: { size: String(shown.size), here, there: shown.note },
    })
  // An earlier tree of the same history: whoever brings it does not know yet what was cosigned. Or one whose entries are still to come.
  if (status === 409 || status === 503) return
  await tell({
    code: 'witness.refused',
    case: file.charter.id,
    party,
    message: `expected a checkpoint of ${origin} that continues what was cosigned, got one that was answered with ${status}`,
    evidence: { origin, status: String(status), got: note, known },
  })
}

/** The case and the party whose strand has that origin, where such a case is held. */
export function strandNamed(
  origin: string,
  held: readonly MirroredCase[],
): { readonly file: MirroredCase; readonly party: PartyId } | undefined {
  for (const file of held) {
    const party = file.charter.parties.find((one) => one.origin === origin)?.id
    if (party) return { file, party }
  }
  return undefined
}

/** None where the strand's log did not sign it. */
function noteOf(file: MirroredCase, party: PartyId, note: string): StrandNote | undefined {
  try {
    return file.notes.read(party, note)
  } catch {
    // A stranger's: it proves nothing of the party.
    return undefined
  }
}
