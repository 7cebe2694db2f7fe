import type { Charter, CharterId, Cut, Head, Logged, PartyId, State } from '@entente/accord'
import type { Crypto, Signer } from '@entente/log'
import type { Hono } from 'hono'
import type { Alarm, Filed, PeerView } from '../api.ts'
import type { Clock } from '../platform/clock.ts'
import type { CaseStore } from './store.ts'

/** Where another party's node answers: `http://127.0.0.1:4101`. */
export type Peer = { readonly party: PartyId; readonly url: string }

/** One tree of one strand that the quorum cosigned. */
export type WitnessedTree = {
  readonly size: number
  /** The signed note: log signature and cosignatures. */
  readonly note: string
  /** Seconds: the quorum had cosigned this tree by then. */
  readonly by: number
}

/** The cosigned trees of a `declare`, ready to be signed by a person. */
export type Closings = {
  readonly cut: Readonly<Record<PartyId, Head>>
  readonly closings: Readonly<Record<PartyId, string[]>>
  /** Seconds: the instant at which every tree of the cut was current. */
  readonly at: number
}

/** One charter and one strand per party, as this node holds them. */
export type CaseFile = {
  readonly charter: Charter
  readonly charterBytes: Uint8Array
  /**
   * Appends a signed act to this node's own strand: refused where it would count for nothing
   * (AccordError with the reason; `act.stale-prev` answers 409), durable before this resolves,
   * `final` where the quorum of witnesses answered in time.
   */
  readonly file: (entry: Uint8Array) => Promise<Filed>
  /** Every act this node holds of that party's strand, void ones included. */
  readonly logged: (party: PartyId) => readonly Logged[]
  /** The log entries behind `logged`, byte for byte. */
  readonly entries: (party: PartyId) => readonly Uint8Array[]
  /** How many acts of each strand are in a tree that the quorum cosigned. */
  readonly final: () => Readonly<Record<PartyId, number>>
  /** The latest note of that strand that the quorum cosigned. */
  readonly note: (party: PartyId) => string | undefined
  /** What is final now, as the decision function reads it. */
  readonly cut: () => Cut
  readonly state: () => {
    readonly state: State
    readonly digest: string
    readonly cut: Readonly<Record<PartyId, Head>>
  }
  /** Cosigned trees of the present cut with one instant at which all of them were current. */
  readonly closings: () => Promise<Closings>
  /** The earliest cosigned tree of that strand which holds at least `size` acts. */
  readonly since: (party: PartyId, size: number) => Promise<WitnessedTree | undefined>
}

/** Every case file of one node, its witness, and what it has against its peers. */
export type CaseFiles = {
  readonly party: PartyId
  readonly list: () => readonly CaseFile[]
  readonly get: (id: CharterId) => CaseFile | undefined
  /** Takes part in the case of this charter; the same charter twice is the same case. */
  readonly add: (charterBytes: Uint8Array) => Promise<CaseFile>
  readonly alarms: () => readonly Alarm[]
  /** Called after anything in that case changed; returns how to stop listening. */
  readonly onChange: (listener: (id: CharterId) => void) => () => void
  /** Waits for work under way and stops retrying; the store is closed by whoever opened it. */
  readonly close: () => Promise<void>
}

export type CaseFilesOptions = {
  readonly store: CaseStore
  readonly party: PartyId
  /** Signs checkpoints of this node's own strand; the signer's name is the origin. */
  readonly logSigner: (origin: string) => Signer
  /** Signs cosignatures; its name stands in the charter's witness keys. */
  readonly witnessSigner: Signer
  readonly clock: Clock
  readonly crypto: Crypto
  /** Asked anew each time: peers may be introduced while the node runs. */
  readonly peers: () => readonly Peer[]
  /** One line about what went wrong with a peer; never a secret. */
  readonly warn?: (line: string) => void
}

/** The pulling of every other party's strands. */
export type Pulling = {
  /** This node and every other party of the case: seen when, holding how much, accused of what. */
  readonly peers: (id: CharterId) => readonly PeerView[]
  /** One round over all peers and cases; resolves when it is done. */
  readonly once: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type PullingOptions = {
  readonly caseFiles: CaseFiles
  /** Milliseconds between two rounds per peer; 500 unless told. */
  readonly interval?: number
  /** Milliseconds between two full comparisons with a peer's own strand; 60,000 unless told. */
  readonly audit?: number
}

export declare const openCaseFiles: (options: CaseFilesOptions) => Promise<CaseFiles>
export declare const startPulling: (options: PullingOptions) => Pulling
/** `/.well-known/entente`, `/log/…`, `/witness/…`; mounted at the root of the node's app. */
export declare const federationRoutes: (options: {
  readonly caseFiles: CaseFiles
  readonly name: string
}) => Hono
