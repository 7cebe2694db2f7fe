import { toBase64 } from '@entente/log'
import {
  createWaiting,
  openEntry,
  pastEnd,
  type Logged,
  type PartyId,
  type Waiting,
} from '@entente/accord'
import type { ActView, ActWaiting, CaseSummary, CaseView, PeerView } from '../api.ts'
import type { CaseFile } from '../federation/index.ts'
import { reportingLine } from '../parties/reporting-line.ts'
import { endingsIn } from './endings.ts'
import { silencesIn } from './silences.ts'
import { keyHolders, type KeyHolder } from './authority.ts'

const partiesOf = (file: CaseFile) => file.charter.parties.map(({ id }) => id)

export const caseSummary = (
  file: CaseFile,
  files: readonly Pick<CaseFile, 'charter'>[],
): CaseSummary => ({
  id: file.charter.id,
  title: file.charter.title,
  exercise: file.charter.exercise,
  root: file.charter.parent === undefined && !reportingLine(file.charter),
  ...(file.charter.amends ? { amends: file.charter.amends.case } : {}),
  ...amendedBy(file, files),
  ...(reportingLine(file.charter) ? { line: true } : {}),
  ...(file.charter.public ? { public: true } : {}),
  acts: partiesOf(file).reduce((sum, party) => sum + file.logged(party).length, 0),
})

function amendedBy(
  { charter }: CaseFile,
  files: readonly Pick<CaseFile, 'charter'>[],
): Pick<CaseSummary, 'amendedBy'> {
  const next = files.find((one) => one.charter.amends?.case === charter.id)
  return next ? { amendedBy: next.charter.id } : {}
}

/** Everything that a page needs to show a case and to recompute it. */
export async function caseView(
  file: CaseFile,
  peers: readonly PeerView[],
  /** Seconds, by this node's clock. */
  now: number,
): Promise<CaseView> {
  const { state, digest } = file.state()
  const waiting = createWaiting(file.charter, { cut: file.cut(), logged: file.logged })
  return {
    id: file.charter.id,
    charter: file.charter,
    state,
    digest,
    acts: partiesOf(file)
      .flatMap((party) => actsOf(file, party, waiting))
      .toSorted(byClaimedTime),
    peers,
    silences: await silencesIn(file, now),
    endings: await endingsIn(file),
    pastEnd: pastEnd(file.charter, file.cut(), state, now),
  }
}

function actsOf(
  file: CaseFile,
  party: PartyId,
  waiting: (logged: Logged) => readonly Waiting[],
): ActView[] {
  const logged = file.logged(party)
  const holders = keyHolders(
    file.charter,
    party,
    logged.map(({ act }) => act),
  )
  const entries = file.entries(party)
  const final = file.final()[party] ?? 0
  return logged.map((one) =>
    actView(one, openEntry(entries[one.index]!).payload, {
      final: one.index < final,
      holder: holders.get(one.keyids[0] ?? ''),
      waits: [...(one.index < final ? [] : unwitnessed(file, one)), ...waiting(one)],
    }),
  )
}

/** Which witnesses it lacks: only an act of this node’s own is held before the quorum has seen it. */
function unwitnessed(file: CaseFile, { index }: Logged): readonly ActWaiting[] {
  const { witnesses, quorum } = file.charter
  const from = file.unseenBy(index)
  return [{ for: 'quorum', more: Math.max(1, quorum - (witnesses.length - from.length)), from }]
}

function actView(
  logged: Logged,
  payload: Uint8Array,
  {
    final,
    holder,
    waits,
  }: { final: boolean; holder: KeyHolder | undefined; waits: readonly ActWaiting[] },
): ActView {
  return {
    id: logged.id,
    party: logged.party,
    index: logged.index,
    ...(logged.act ? { act: logged.act } : {}),
    keyids: logged.keyids,
    ...(holder ? { authority: holder.authority, custody: holder.custody } : {}),
    final,
    ...(logged.void ? { void: logged.void } : {}),
    ...(waits.length > 0 ? { waits } : {}),
    payload: toBase64(payload),
  }
}

/** Authors' clocks order the page's timeline only; nothing is decided by them. */
function byClaimedTime(a: ActView, b: ActView): number {
  const [first, second] = [a.act?.claimedAt ?? '', b.act?.claimedAt ?? '']
  if (first !== second) return first < second ? -1 : 1
  return a.party === b.party ? a.index - b.index : a.party < b.party ? -1 : 1
}
