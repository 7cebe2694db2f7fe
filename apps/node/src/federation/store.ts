import type { ActId, AttachmentId, Attachments, CharterId, PartyId } from '@entente/accord'
import type { Alarm } from '../api.ts'

/** The head of a strand: the signed note over its tree, and how many entries that tree has. */
type StoredNote = { readonly size: number; readonly note: string }

/** A cosigned tree kept for certificates: `by` is when the quorum had cosigned it, in seconds. */
export type StoredTree = StoredNote & { readonly by: number }

/** What a witness remembers of a log: O(1) per origin, and never forgotten. */
export type WitnessedLog = {
  readonly origin: string
  readonly size: number
  /** base64 */
  readonly root: string
  readonly time: number
  readonly note: string
}

/** Where a node keeps its case files. Every promise resolves only when the data are durable. */
export type CaseStore = {
  readonly charters: () => Promise<readonly Uint8Array[]>
  /** Keeps a charter's bytes; the same id twice is one. */
  readonly addCharter: (id: CharterId, bytes: Uint8Array) => Promise<void>

  /** Charters of cases that are only mirrored: what decides in them was not looked at. */
  readonly mirrored: () => Promise<readonly Uint8Array[]>
  /** Keeps the charter of such a case, until it is added as any other. */
  readonly addMirrored: (id: CharterId, bytes: Uint8Array) => Promise<void>

  /** Entries from index `from` up to and without `to`, in order. */
  readonly entries: (
    strand: StrandName,
    range?: { readonly from?: number; readonly to?: number },
  ) => Promise<readonly Uint8Array[]>
  readonly size: (strand: StrandName) => Promise<number>
  /**
   * Appends entries at exactly index `at` together with the note that signs for them, all or
   * nothing; refused where the strand has another size.
   */
  readonly append: (
    strand: StrandName,
    appended: {
      readonly at: number
      readonly entries: readonly Uint8Array[]
      /** Own strand: the signed checkpoint over the longer tree. */
      readonly signed?: StoredNote
      /** Mirrored strand: the cosigned note that made it admissible. */
      readonly witnessed?: StoredTree
    },
  ) => Promise<void>
  /** What acts of that case attach, each under the hash of its bytes. */
  readonly attachments: (charter: CharterId) => Promise<Attachments>
  /** Keeps an attachment before the act that names it; the same bytes twice are one. */
  readonly attach: (charter: CharterId, id: AttachmentId, bytes: Uint8Array) => Promise<void>
  /** Entries that this node's witness cosigned and no quorum yet, from index `from` up to and without `to`, in order. */
  readonly kept: (
    strand: StrandName,
    range: { readonly from: number; readonly to: number },
  ) => Promise<readonly Uint8Array[]>
  /** Keeps such entries from index `at` on until the strand itself has them. */
  readonly keep: (
    strand: StrandName,
    kept: { readonly at: number; readonly entries: readonly Uint8Array[] },
  ) => Promise<void>
  /** Forgets a mirrored strand, so that it can be fetched again. */
  readonly forget: (strand: StrandName) => Promise<void>

  /** Latest checkpoint of an own strand as signed by its log. */
  readonly signed: (strand: StrandName) => Promise<StoredNote | undefined>
  readonly setSigned: (strand: StrandName, note: StoredNote) => Promise<void>
  /** Latest note that the quorum cosigned. */
  readonly witnessed: (strand: StrandName) => Promise<StoredTree | undefined>
  readonly setWitnessed: (strand: StrandName, tree: StoredTree) => Promise<void>
  /** The earliest cosigned tree with at least that size. */
  readonly earliest: (strand: StrandName, size: number) => Promise<StoredTree | undefined>
  /** The largest tree that the quorum had cosigned before that second. */
  readonly latestBefore: (strand: StrandName, time: number) => Promise<StoredTree | undefined>

  /** The cosigned trees of a whole cut that were kept for a certificate on that version, as text. */
  readonly closed: (charter: CharterId, on: ActId) => Promise<string | undefined>
  readonly setClosed: (charter: CharterId, on: ActId, trees: string) => Promise<void>

  readonly witness: (origin: string) => Promise<WitnessedLog | undefined>
  /** Those of these logs of which a tree was cosigned, in any order. */
  readonly witnessAll: (origins: readonly string[]) => Promise<readonly WitnessedLog[]>
  /** By lower-case hex of SHA-256 of the origin, as the URL names it. */
  readonly witnessByHash: (hash: string) => Promise<WitnessedLog | undefined>
  /** Keeps what was cosigned if the log is still at `from`; false where it is not. */
  readonly advanceWitness: (
    log: WitnessedLog & { readonly hash: string },
    from: number,
  ) => Promise<boolean>

  readonly alarms: () => Promise<readonly (Alarm & { readonly charter: CharterId })[]>
  readonly addAlarm: (alarm: Alarm & { readonly charter: CharterId }) => Promise<void>
}

export type StrandName = { readonly charter: CharterId; readonly party: PartyId }
