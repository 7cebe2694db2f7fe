import type { PartyId } from '@entente/accord'
import { seconds } from '../platform/clock.ts'
import type { MirroredCase } from './case-file.ts'
import type { HeldCaseFiles, Peer } from './case-files.ts'
import { hear, type Hint } from './hear.ts'
import { dealingIn, type Watched } from './watched.ts'

/** In rounds: a peer without a feed (an older node, or one that knows us not yet) is asked for it again. */
const LISTEN_PAUSE = 10

export type ListeningOptions = {
  readonly caseFiles: HeldCaseFiles
  /** Milliseconds of a round. */
  readonly interval: number
  readonly signal: AbortSignal
  /** Begins a round with that peer where one is due. */
  readonly begin: (peer: Peer) => void
}

/** Keeps a peer's feed open until it ends; where there is none, rounds go on as they are. */
export async function listen(
  peer: Peer,
  peerWatch: Watched,
  options: ListeningOptions,
): Promise<void> {
  const { caseFiles, interval, signal, begin } = options
  const { timers, network } = caseFiles.outside
  const file = sharedWith(caseFiles, peer.party)
  if (peerWatch.isHeard || timers.elapsed() < peerWatch.listenAt || !file || signal.aborted) return
  peerWatch.isHeard = true
  const keyid = file.notes.origin(caseFiles.party)
  const asked = {
    signer: { keyid, sign: caseFiles.logSigner(keyid).sign },
    to: file.notes.origin(peer.party),
    now: seconds(caseFiles.clock),
  }
  await hear(`${peer.url}/log/feed`, asked, {
    signal,
    network,
    alive: () => {
      peerWatch.lastSeen = caseFiles.clock.now()
    },
    hint: (hint) => {
      note(hint, caseFiles, peerWatch)
      begin(peer)
    },
    strange: (got) =>
      void file.tell({
        code: 'feed.malformed',
        party: peer.party,
        message: `expected hints of one small form in ${peer.party}'s feed, got something else`,
        evidence: { got },
      }),
  })
  peerWatch.isHeard = false
  peerWatch.due = 0
  peerWatch.listenAt = timers.elapsed() + LISTEN_PAUSE * interval
}

/** A case that both take part in: with its keys the request for the feed is signed. */
const sharedWith = (caseFiles: HeldCaseFiles, party: PartyId): MirroredCase | undefined =>
  caseFiles.mirrored().find(({ charter }) => charter.parties.some(({ id }) => id === party))

/** What a hint is about is due at once; of a case that is not held here, the root cases, which offer it. */
function note(hint: Hint, caseFiles: HeldCaseFiles, peerWatch: Watched): void {
  const held = caseFiles.get(hint.case)
  if (held && (held.final()[peerWatch.party] ?? 0) >= hint.size) return
  const files = held ? [held] : caseFiles.list().filter(({ charter }) => !charter.parent)
  for (const { charter } of files) {
    if (!charter.parties.some(({ id }) => id === peerWatch.party)) continue
    const dealing = dealingIn(peerWatch, charter.id)
    dealing.quiet = 0
    dealing.due = 0
    dealing.offeredAt = undefined
  }
  peerWatch.due = 0
}
