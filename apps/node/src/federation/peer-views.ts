import type { CharterId, PartyId } from '@entente/accord'
import type { PeerView } from '../api.ts'
import type { HeldCaseFiles } from './case-files.ts'
import type { Dealing, Watched } from './watched.ts'

/** This node and every other party of a case, as its page shows them. */
export function peerViews(
  caseFiles: HeldCaseFiles,
  id: CharterId,
  watched: ReadonlyMap<PartyId, Watched>,
): readonly PeerView[] {
  const file = caseFiles.held().find(({ charter }) => charter.id === id)
  if (!file) return []
  const alarms = caseFiles.alarms().filter(({ charter }) => charter === id)
  return file.charter.parties.map(({ id: party, name }) => {
    const peerWatch = watched.get(party)
    const dealing = peerWatch?.dealings.get(id)
    const isSelf = party === caseFiles.party
    return {
      party,
      name,
      status: isSelf ? 'self' : statusOf(peerWatch, dealing),
      size: file.final()[party] ?? 0,
      ...(isSelf || peerWatch?.lastSeen === undefined
        ? {}
        : { lastSeenAt: new Date(peerWatch.lastSeen).toISOString() }),
      ...(dealing?.sameState === undefined ? {} : { sameState: dealing.sameState }),
      alarms: alarms
        .filter((alarm) => alarm.party === party)
        .map(({ code, at, message, evidence }) => ({ code, party, at, message, evidence })),
    }
  })
}

function statusOf(peerWatch: Watched | undefined, dealing: Dealing | undefined) {
  if (dealing?.isRefused) return 'refused'
  return peerWatch?.isReachable ? 'reachable' : 'unreachable'
}
