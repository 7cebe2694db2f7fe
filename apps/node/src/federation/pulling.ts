import type { CharterId, PartyId } from '@entente/accord'
import type { PeerView } from '../api.ts'
import type { HeldCase, MirroredCase } from './case-file.ts'
import type { HeldCaseFiles, Peer } from './case-files.ts'
import { crossCheck } from './cross-check.ts'
import { holdAgainst, mendMirror } from './hold-against.ts'
import { listen } from './listening.ts'
import { pause } from './outside.ts'
import { peerViews } from './peer-views.ts'
import { dealingIn, firstDue, unseen, type Dealing, type Watched } from './watched.ts'
import { PeerProblem } from './client.ts'
import { recoverOwn } from './kept.ts'
import { PeerFault, type Source } from './fetch-entries.ts'
import { auditStrand, pullStrand, sourceOf } from './pull.ts'
import { compareState, readHeads, sameAgain, type Heads } from './state-digest.ts'
import type { Told } from './tell.ts'

/** The pulling of every other party's strands. */
export type Pulling = {
  /** This node and every other party of the case: seen when, holding how much, accused of what. */
  readonly peers: (id: CharterId) => readonly PeerView[]
  /** One round over all peers and cases; resolves when it is done. */
  readonly once: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type PullingOptions = {
  readonly caseFiles: HeldCaseFiles
  /** Milliseconds between two rounds per peer; 500 unless told. */
  readonly interval?: number
  /** Milliseconds between two full comparisons with a peer's own strand; unless told 60,000, longer where rounds are. */
  readonly audit?: number
  /** Seconds without an answer after which people are told; 60 unless told. */
  readonly silentAfter?: () => number
  /** Looks at what a peer says was opened under a root case. */
  readonly offered?: (root: HeldCase, source: Source) => Promise<void>
  /** Fetches what acts of a case name from the peer that has it: objects in custody, sealed parts. */
  readonly evidence?: (file: HeldCase, source: Source) => Promise<void>
}

const INTERVAL = 500
const LONGEST_PAUSE = 5_000
/** All pauses below are in rounds of the interval: reading a whole strand again costs more than a round. */
const REFUSED_PAUSE = 4
/** A peer's word that it has nothing new saves asking for its checkpoint; now and then it is asked anyway. */
const TRUSTED_PAUSE = 10
/** New cases are rarer than new acts. */
const OFFER_PAUSE = 4
/** A peer whose feed is heard is asked all the same, since it could be silent about something: first after so many rounds, */
const HEARD_FIRST = 4
/** and in the end after so many. */
const HEARD_PAUSE = 20
/** With more peers than this the pauses grow, so that all together are asked no more often. */
const FEW_PEERS = 6
/** Peers that are dealt with at the same time. */
const MOST_VISITS = 6
/** Seconds without an answer after which people are told: longer than a node takes to start anew. */
const SILENT_AFTER = 60
/** Mirrors that are asked for one strand in one round: each node begins with another. */
const FEW_MIRRORS = 2

/** Pulls every case from every peer, again and again, and keeps what speaks against a peer. */
export function startPulling(options: PullingOptions): Pulling {
  const { caseFiles, interval = INTERVAL } = options
  const { timers } = caseFiles.outside
  const watched = new Map<PartyId, Watched>()
  const stopping = new AbortController()
  const { signal } = stopping
  const visits = new Set<Promise<void>>()
  const watch = (party: PartyId): Watched => {
    const known = watched.get(party) ?? unseen(party)
    watched.set(party, known)
    return known
  }
  const visit = (peer: Peer, isAll: boolean): Promise<void> => {
    const peerWatch = watch(peer.party)
    return peerWatch.turn(() => visitPeer(peer, peerWatch, { ...options, watch, isAll, signal }))
  }
  const begin = (peer: Peer) => {
    const peerWatch = watch(peer.party)
    if (peerWatch.isBusy || peerWatch.due > elapsed(caseFiles) || isFull(watched)) return
    peerWatch.isBusy = true
    const visiting = visit(peer, false)
      .catch((error: unknown) => caseFiles.warn(`pulling: ${toldOf(error)}`))
      .finally(() => {
        peerWatch.isBusy = false
        // A hint that came meanwhile is followed at once.
        const hinted = peerWatch.isHeard && firstDue(peerWatch) <= elapsed(caseFiles)
        peerWatch.due =
          elapsed(caseFiles) +
          (hinted ? 0 : delay(roundOf(options), peerWatch.failures, caseFiles.outside.chance()))
        visits.delete(visiting)
        if (peerWatch.isReachable) hearing(peer, peerWatch)
        if (hinted && !signal.aborted) begin(peer)
      })
    visits.add(visiting)
  }
  const hearing = (peer: Peer, peerWatch: Watched) => {
    const heard = listen(peer, peerWatch, { caseFiles, interval, signal, begin }).finally(() =>
      visits.delete(heard),
    )
    visits.add(heard)
  }
  const run = async () => {
    while (!signal.aborted) {
      for (const peer of longestWaiting(caseFiles, watch)) begin(peer)
      await pause(timers, Math.max(20, interval / 5), signal)
    }
  }
  const running = run()
  return {
    peers: (id) => peerViews(caseFiles, id, watched),
    once: async () => {
      await Promise.all(othersOf(caseFiles).map((peer) => visit(peer, true)))
    },
    stop: async () => {
      stopping.abort()
      await running
      await Promise.all(visits)
    },
  }
}

const toldOf = (error: unknown) => (error instanceof Error ? error.stack : String(error))

/** Milliseconds that only grow. */
const elapsed = ({ outside }: HeldCaseFiles): number => outside.timers.elapsed()

const othersOf = ({ peers, party }: HeldCaseFiles): readonly Peer[] =>
  peers().filter((peer) => peer.party !== party)

/** Whoever is due and finds no room has it in the next turn of the loop. */
const isFull = (watched: ReadonlyMap<PartyId, Watched>) =>
  [...watched.values()].filter(({ isBusy }) => isBusy).length >= MOST_VISITS

/** The longest waiting first, so that nobody is passed over. */
const longestWaiting = (caseFiles: HeldCaseFiles, watch: (party: PartyId) => Watched) =>
  othersOf(caseFiles).toSorted((a, b) => watch(a.party).due - watch(b.party).due)

/** How long a case waits for its next round with a peer whose feed is heard. */
function pauseOf({ quiet }: Dealing, options: PullingOptions): number {
  const first = HEARD_FIRST * crowdOf(options)
  return roundOf(options) * Math.min(first * 2 ** Math.min(quiet, 10), HEARD_PAUSE)
}

/** Milliseconds between two rounds with one peer: the more peers there are, the longer. */
const roundOf = ({ caseFiles, interval = INTERVAL }: PullingOptions): number =>
  interval * crowdOf({ caseFiles })

/** How many times more peers there are than a few. */
const crowdOf = ({ caseFiles }: Pick<PullingOptions, 'caseFiles'>): number =>
  Math.max(1, othersOf(caseFiles).length / FEW_PEERS)

/** A little chance keeps nodes that started together from asking together. */
function delay(interval: number, failures: number, chance: number): number {
  const longer = Math.min(interval * 2 ** Math.min(failures, 10), LONGEST_PAUSE)
  return Math.max(interval, longer) * (0.8 + chance * 0.4)
}

type Visiting = PullingOptions & {
  readonly watch: (party: PartyId) => Watched
  /** Every case, whether or not it is due. */
  readonly isAll: boolean
  /** Aborted once the pulling is to end: no further case is begun. */
  readonly signal: AbortSignal
}

async function visitPeer(peer: Peer, peerWatch: Watched, options: Visiting): Promise<void> {
  const { caseFiles } = options
  let isReachable = false
  let isUnreachable = false
  let isVisited = false
  for (const file of caseFiles.mirrored()) {
    if (options.signal.aborted) return
    if (!file.charter.parties.some(({ id }) => id === peer.party)) continue
    const dealing = dealingIn(peerWatch, file.charter.id)
    if (!options.isAll && peerWatch.isHeard && dealing.due > elapsed(caseFiles)) continue
    isVisited = true
    dealing.due = elapsed(caseFiles) + pauseOf(dealing, options)
    dealing.quiet += 1
    try {
      if (file.own.signing() === 'unasked') await file.own.ask()
      await dealWith(file, peer, { dealing, options })
      isReachable = true
    } catch (error) {
      if (!(error instanceof PeerProblem)) throw error
      if (error.kind === 'unreachable') isUnreachable = true
      else isReachable = true
      dealing.sameState = undefined
      await pullFromMirrors(file, peer.party, options)
    }
  }
  if (!isVisited) return
  const isBack = isReachable && !peerWatch.isReachable
  if (isReachable) peerWatch.lastSeen = caseFiles.clock.now()
  peerWatch.isReachable = isReachable
  peerWatch.failures = isUnreachable ? peerWatch.failures + 1 : 0
  if (isUnreachable) await tellIfSilent(peer, peerWatch, options)
  else peerWatch.silent = undefined
  if (!isBack) return
  bringTo(peer, options)
  await caseFiles.tell({ ...silence(peer), isOver: true })
}

/** A witness that is back need not wait for the end of a pause that grew while it was away. */
function bringTo(peer: Peer, { caseFiles }: Visiting): void {
  for (const { charter, own } of caseFiles.mirrored())
    if (charter.parties.some(({ id }) => id === peer.party))
      own.bring().catch((error: unknown) => caseFiles.warn(`bringing: ${toldOf(error)}`))
}

/** Tells once for each time that a peer falls silent. */
async function tellIfSilent(
  peer: Peer,
  peerWatch: Watched,
  { caseFiles, silentAfter = () => SILENT_AFTER }: PullingOptions,
): Promise<void> {
  const now = elapsed(caseFiles)
  peerWatch.silent ??= { since: now, isTold: false }
  const { since, isTold } = peerWatch.silent
  if (isTold || peerWatch.failures < 2 || now - since < silentAfter() * 1_000) return
  peerWatch.silent.isTold = true
  await caseFiles.tell(silence(peer, Math.round((now - since) / 1_000)))
}

const silence = ({ party, url }: Peer, seconds = 0): Told => ({
  code: 'peer.silent',
  party,
  message: `expected ${party}'s node to answer, got nothing for ${seconds} seconds`,
  evidence: { url },
})

/** Everything between this node and one peer about one case, in one round. */
async function dealWith(
  file: MirroredCase,
  peer: Peer,
  { dealing, options }: { dealing: Dealing; options: Visiting },
): Promise<void> {
  const { caseFiles } = options
  const { crypto } = caseFiles
  if (dealing.isRefused && elapsed(caseFiles) < dealing.retryAt) {
    return pullFromMirrors(file, peer.party, options)
  }
  const source = signedSource(file, peer, caseFiles)
  try {
    const heads = await readHeads(source)
    if (isWorthAsking(file, peer.party, { heads, dealing, options })) {
      await pullStrand(file, peer.party, { source, crypto })
      noteAsked(file, peer.party, dealing)
    }
    const own = caseFiles.party
    if ((heads?.cut[own]?.size ?? 0) > file.strand(own).entries().length) await file.own.askAgain()
    if (file.own.signing() === 'behind') await catchUp(file, source, caseFiles)
    await auditWhenDue(file, source, { dealing, heads, options })
    await lookAtOffers(file, source, { dealing, options })
    dealing.sameState = await sameStateOf(file, peer, { dealing, heads, options })
    if (heads && !dealing.sameState) await compareHeads(file, source, { heads, options })
    dealing.isRefused = false
    const held = heldAs(file, caseFiles)
    if (held) await options.evidence?.(held, source)
  } catch (error) {
    if (!(error instanceof PeerFault)) throw error
    dealing.isRefused = true
    dealing.retryAt = elapsed(caseFiles) + REFUSED_PAUSE * (options.interval ?? INTERVAL)
    dealing.sameState = undefined
    await holdAgainst(file, error, caseFiles)
    await pullFromMirrors(file, peer.party, options)
  }
}

/** The case with what its rules make of it; none where these are not known. */
const heldAs = ({ charter }: MirroredCase, caseFiles: HeldCaseFiles): HeldCase | undefined =>
  caseFiles.held().find((one) => one.charter.id === charter.id)

/** Now and then, what the peer says was opened under a root case. */
async function lookAtOffers(
  file: MirroredCase,
  source: Source,
  { dealing, options }: { dealing: Dealing; options: Visiting },
): Promise<void> {
  const { caseFiles, watch } = options
  const root = file.charter.parent ? undefined : heldAs(file, caseFiles)
  const pause = watch(source.peer.party).isHeard ? HEARD_PAUSE : OFFER_PAUSE
  if (!root || !isDue(dealing.offeredAt, pause, options)) return
  dealing.offeredAt = elapsed(caseFiles)
  await options.offered?.(root, source)
}

/** As `compareState`; the first time that it is the same, another state told of before is over. */
async function sameStateOf(
  file: MirroredCase,
  peer: Peer,
  { dealing, heads, options }: { dealing: Dealing; heads: Heads | undefined; options: Visiting },
): Promise<boolean | undefined> {
  const isSame = await compareState(file, { peer, heads, raise: options.caseFiles.raise })
  if (isSame && !dealing.sameState) await file.tell(sameAgain(peer))
  return isSame
}

/** Whether its own node shows what another peer has of its strand. */
function noteAsked(file: MirroredCase, party: PartyId, dealing: Dealing): void {
  if (!dealing.told) return
  const isShown = file.strand(party).tree().size >= dealing.told.size
  dealing.told = isShown ? undefined : { ...dealing.told, isAsked: true }
}

const compareHeads = (
  file: MirroredCase,
  source: Source,
  { heads, options: { caseFiles, watch, interval } }: { heads: Heads; options: Visiting },
): Promise<void> =>
  crossCheck(file, {
    source,
    heads,
    self: caseFiles.party,
    crypto: caseFiles.crypto,
    files: caseFiles,
    later:
      elapsed(caseFiles) +
      HEARD_FIRST * roundOf({ caseFiles, ...(interval === undefined ? {} : { interval }) }),
    dealingOf: (party) => dealingIn(watch(party), file.charter.id),
  })

const signedSource = (file: MirroredCase, peer: Peer, caseFiles: HeldCaseFiles): Source =>
  sourceOf(file, peer, {
    ...caseFiles,
    network: caseFiles.outside.network,
  })

function isWorthAsking(
  file: MirroredCase,
  party: PartyId,
  {
    heads,
    dealing,
    options,
  }: { heads: Heads | undefined; dealing: Dealing; options: PullingOptions },
): boolean {
  if (
    dealing.told ||
    dealing.isRefused ||
    !heads ||
    isDue(dealing.askedAt, TRUSTED_PAUSE, options)
  ) {
    dealing.askedAt = elapsed(options.caseFiles)
    return true
  }
  // A strand that is not cosigned there either has nothing to give.
  return heads.cut[party]?.size !== (file.strand(party).witnessed()?.size ?? 0)
}

/** Whether so many rounds have passed. */
const isDue = (at: number | undefined, pause: number, options: PullingOptions): boolean =>
  at === undefined || elapsed(options.caseFiles) - at >= pause * roundOf(options)

async function auditWhenDue(
  file: MirroredCase,
  source: Source,
  due: { dealing: Dealing; heads: Heads | undefined; options: Visiting },
): Promise<void> {
  const { dealing, heads, options } = due
  const { caseFiles, interval = INTERVAL, audit = (60_000 * roundOf(options)) / interval } = options
  const now = elapsed(caseFiles)
  const isSameRun = heads === undefined || heads.startedAt === dealing.startedAt
  const isRecent = dealing.auditedAt !== undefined && now - dealing.auditedAt < audit
  if (isSameRun && isRecent && !dealing.isRefused) return
  await file.own.check(audit)
  await mendMirror(file, source.peer.party, caseFiles)
  dealing.auditedTo = await auditStrand(file, source.peer.party, {
    source,
    crypto: caseFiles.crypto,
    from: dealing.auditedTo,
  })
  dealing.auditedAt = now
  dealing.startedAt = heads?.startedAt
}

/** A party that is away or refused is read from whoever mirrors it: the data prove themselves. */
async function pullFromMirrors(
  file: MirroredCase,
  party: PartyId,
  { caseFiles, watch }: Visiting,
): Promise<void> {
  const others = othersOf(caseFiles)
  const first = Math.floor(caseFiles.outside.chance() * others.length)
  let asked = 0
  for (const mirror of [...others.slice(first), ...others.slice(0, first)]) {
    if (asked >= FEW_MIRRORS) return
    // Who is no party of the case mirrors nothing of it, and is not even asked about it.
    const isMirror = file.charter.parties.some(({ id }) => id === mirror.party)
    if (!isMirror || mirror.party === party || !watch(mirror.party).isReachable) continue
    asked += 1
    const source = signedSource(file, mirror, caseFiles)
    try {
      if (await pullStrand(file, party, { source, crypto: caseFiles.crypto })) return
    } catch (error) {
      if (error instanceof PeerProblem) continue
      if (!(error instanceof PeerFault)) throw error
      await holdAgainst(file, error, caseFiles)
    }
  }
}

/**
 * Entries of this node's own strand that its store lost come back from whoever mirrors them; what no quorum
 * cosigned, from a witness that kept it.
 */
async function catchUp(
  file: MirroredCase,
  source: Source,
  caseFiles: HeldCaseFiles,
): Promise<void> {
  const { party, crypto, outside } = caseFiles
  await file.own.restore(
    async () =>
      (await pullStrand(file, party, { source, crypto })) ||
      recoverOwn(file, party, { source, crypto, outside }),
  )
}
