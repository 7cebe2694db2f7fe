import { canonical, type PartyId } from '@entente/accord'
import { fromHex, toBase64 } from '@entente/log'
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
  const evidence = caseFiles
    .alarms()
    .filter((alarm) => alarm.charter === charter.id && alarm.party === of)
    .findLast((alarm) => alarm.code === 'strand.fork' && alarm.evidence['there'])?.evidence
  const pair = evidence && (shownLarger(evidence) ?? heldLarger(file, of, evidence))
  if (!pair)
    throw new Refusal(
      404,
      'accuse.unproved',
      `expected two notes of ${of}'s log that contradict each other, got none at this node`,
    )
  const [smaller, larger] = pair.notes.map((note) => notes.read(of, note)) as [Note, Note]
  const act = {
    v: 1,
    charter: charter.id,
    party,
    kind: 'accuse',
    claimedAt,
    of,
    notes: [smaller.signed, larger.signed],
    ...(smaller.size === larger.size ? {} : { consistency: pair.consistency }),
  }
  return { payload: canonical(act) }
}

type Note = ReturnType<HeldCase['notes']['read']>
type Pair = {
  readonly notes: readonly [string, string]
  readonly consistency: { readonly root: string; readonly proof: readonly string[] }
}
type Evidence = Readonly<Record<string, string>>

/** What was shown was larger than what was held then: the proof was made from what was shown. */
function shownLarger({ here, there, got, proof }: Evidence): Pair | undefined {
  if (!here || !there || !got || proof === undefined) return undefined
  const hashes = proof === '' ? [] : proof.split(' ')
  return { notes: [here, there], consistency: { root: toBase64(fromHex(got)), proof: hashes } }
}

/** What was shown is not larger than what is held: the proof is made from what is held. */
function heldLarger({ notes, strand }: HeldCase, of: PartyId, { there }: Evidence) {
  const here = strand(of).witnessed()?.note
  if (!here || !there) return undefined
  const [shown, held] = [notes.read(of, there), notes.read(of, here)]
  const tree = strand(of).tree()
  const pair: Pair = {
    notes: [there, here],
    consistency: {
      root: toBase64(tree.root(shown.size)),
      proof: tree.consistency(shown.size, held.size).map(toBase64),
    },
  }
  return pair
}
