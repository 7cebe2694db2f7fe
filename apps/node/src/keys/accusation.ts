import { canonical, type PartyId } from '@entente/accord'
import { toBase64 } from '@entente/log'
import type { HeldCase, HeldCaseFiles } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { AccusationDraft } from './api.ts'

/**
 * The proof that a party's log signed two histories of its strand, from what this node was shown and
 * what it holds: an act that anyone can check, as it could be signed now.
 */
export function draftAccusation(
  {
    caseFiles,
    file,
  }: { readonly caseFiles: Pick<HeldCaseFiles, 'alarms'>; readonly file: HeldCase },
  of: PartyId,
  { party, claimedAt }: { readonly party: PartyId; readonly claimedAt: string },
): AccusationDraft {
  const { charter, notes } = file
  const there = caseFiles
    .alarms()
    .filter((alarm) => alarm.charter === charter.id && alarm.party === of)
    .findLast(({ code, evidence }) => code === 'strand.fork' && evidence['there'] !== undefined)
    ?.evidence['there']
  const strand = file.strand(of)
  const here = strand.witnessed()?.note
  if (there === undefined || here === undefined)
    throw new Refusal(
      404,
      'accuse.unproved',
      `expected two notes of ${of}'s log that contradict each other, got none at this node`,
    )
  const [shown, held] = [notes.read(of, there), notes.read(of, here)]
  const tree = strand.tree()
  const consistency = {
    root: toBase64(tree.root(shown.size)),
    proof: tree.consistency(shown.size, held.size).map(toBase64),
  }
  const act = {
    v: 1,
    charter: charter.id,
    party,
    kind: 'accuse',
    claimedAt,
    of,
    notes: [shown.signed, held.signed],
    ...(shown.size === held.size ? {} : { consistency }),
  }
  return { payload: canonical(act) }
}
