import type { PartyId } from '@entente/accord'
import type { MirroredCase } from './case-file.ts'
import type { HeldCaseFiles } from './case-files.ts'
import type { PeerFault } from './fetch-entries.ts'

type Files = Pick<HeldCaseFiles, 'party' | 'raise'>

/** Keeps what was found against a party, unless it is this node's own copy that changed. */
export async function holdAgainst(
  file: MirroredCase,
  { code, party, message, evidence }: PeerFault,
  files: Files,
): Promise<void> {
  if (await mendMirror(file, party, files)) return
  await files.raise(file.charter.id, { code, party, message, evidence })
}

/** A mirror that was altered in this node's own store is dropped and fetched anew; true where one was. */
export async function mendMirror(
  file: MirroredCase,
  party: PartyId,
  { party: self, raise }: Files,
): Promise<boolean> {
  if (party === self) return false
  const strand = file.strand(party)
  return strand.inTurn(async () => {
    const damage = await strand.damage('all')
    if (!damage) return false
    await raise(file.charter.id, {
      code: 'mirror.altered',
      party: self,
      message: `expected this node's copy of ${party}'s strand as it was cosigned, got another: it is fetched anew`,
      evidence: { ...damage, strand: party, note: strand.witnessed()?.note ?? '' },
    })
    await strand.forget()
    return true
  })
}
