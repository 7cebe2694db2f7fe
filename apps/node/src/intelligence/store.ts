import type { AnyTables } from '../platform/db/index.ts'
import type { Recalled } from './recalled.ts'

/** One object as it came in, checked. */
export type Incoming = {
  readonly id: string
  readonly type: string
  /** Sorts as the version does; empty where the object has no date of its own. */
  readonly version: string
  /** As written. */
  readonly modified?: string
  readonly bytes: Uint8Array
  readonly value: Readonly<Record<string, unknown>>
  readonly references: readonly string[]
}

/** What became of an object that came in, and the place of its content: of the one held already, where it is `held`. */
export type Taken = {
  /** `second`: it goes further than what is held, at the place told, and one person alone does not take it in. */
  readonly outcome: Outcome | 'second'
  readonly seq: number
  /** It was called back before it came. */
  readonly recalled?: true
}

/** What became of an object that came in. Only `held` adds nothing: the same content is here already. */
export type Outcome = 'new' | 'version' | 'held' | 'conflict'

/** One content of an object, as kept. */
export type HeldVersion = {
  readonly id: string
  readonly type: string
  readonly name?: string
  readonly modified?: string
  readonly version: string
  readonly sha256: string
  readonly addedAt: string
  readonly source: string
  /** Where another party's node sent it, with a case. */
  readonly from?: Sender
  /** A program brought it from outside: whoever it names as its author, it is not ours. */
  readonly outside?: true
}

/** The party in whose custody an object was, and the case with which it travelled. */
export type Sender = { readonly case: string; readonly custodian: string }

export type Source = {
  readonly name: string
  readonly addedAt: string
  readonly from?: Sender
  readonly outside?: true
  /** The person of this node who brings it, where it is known. */
  readonly by?: string
  /** The number under which it waited, where it did. */
  readonly intake?: number
  /** Another person brought it than `by`, who takes it in: two have seen what goes further than what is held. */
  readonly seconded?: true
}

/** One content with its place: places grow in the order in which contents came in. */
export type PlacedContent = {
  readonly seq: number
  readonly id: string
  readonly type: string
  readonly version: string
  readonly outside: boolean
  readonly bytes: Uint8Array
}

/** Columns by which lists are sorted; a hyphen before one turns it round. */
export const SORTS = ['seen', 'modified', 'label', 'type', 'tlp'] as const
export type Sort = { readonly by: (typeof SORTS)[number] | 'best'; readonly down: boolean }

/** A question put to the store: everything in it holds together. */
export type Asked = {
  /** Phrases that stand in the object, in some version of it. */
  readonly phrases: readonly string[]
  /** Absent: any object. */
  readonly ids?: readonly string[]
  readonly conditions: readonly Condition[]
  /** Whether what is TLP:RED may be seen. */
  readonly red: boolean
}

/** What a listed object must have, or must not. */
export type Condition =
  | { readonly on: 'type' | 'creator'; readonly not: boolean; readonly values: readonly string[] }
  | { readonly on: 'tlp'; readonly not: boolean; readonly values: readonly number[] }
  /** What may be done with it, as the bits of `traits.ts`. */
  | { readonly on: 'pap'; readonly not: boolean; readonly values: readonly number[] }
  /** Of a file with one of these names, or from one of these parties. */
  | { readonly on: 'source'; readonly not: boolean; readonly values: readonly string[] }
  /** Any of these bits. */
  | { readonly on: 'flags'; readonly not: boolean; readonly mask: number }
  /** `seen` by when it came in, `version` by its own date, each as its text sorts. */
  | {
      readonly on: 'seen' | 'version'
      readonly not: boolean
      readonly from?: string
      readonly until?: string
    }

/** One object in a list. */
export type ListedObject = {
  readonly id: string
  readonly tlp: number
  readonly creator: string
  readonly flags: number
  readonly import: number
}

export type Page = {
  readonly sort: Sort
  readonly limit: number
  readonly after?: string
  /** How many are passed over; for who jumps. */
  readonly offset?: number
}

/** One page of what is found, and where the next begins. */
export type Found = { readonly objects: readonly ListedObject[]; readonly next?: string }

/** How many objects have all of this in common. */
export type Cell = {
  readonly type: string
  readonly tlp: number
  readonly creator: string
  readonly import: number
  readonly flags: number
  readonly count: number
}

export type ImportRow = {
  readonly seq: number
  readonly name: string
  readonly addedAt: string
  readonly custodian?: string
}

/** What refers to an object: the first by id, each by its newest version, and how many in all. */
export type Referrers = { readonly first: readonly HeldVersion[]; readonly count: number }

/** Where a node keeps STIX objects. Nothing in it is ever overwritten; an import may be undone. */
export type IntelligenceStore = {
  /**
   * Takes in one file, all or nothing: what `work` adds is kept when it resolves, and nothing of it
   * when it throws. Resolves only when the data are durable. What `work` writes `within` stands or falls
   * with what it adds.
   */
  readonly receive: <T>(
    source: Source,
    work: (
      add: (objects: readonly Incoming[]) => Promise<readonly Taken[]>,
      within: AnyTables,
    ) => Promise<T>,
  ) => Promise<T>
  readonly find: (asked: Asked, page: Page) => Promise<Found>
  /**
   * What the objects asked for have in common, counted; of everything, TLP:RED too, where nothing is asked. `capped`
   * where only the first of them were counted.
   */
  readonly cells: (
    asked?: Asked,
  ) => Promise<{ readonly cells: readonly Cell[]; readonly capped: boolean }>
  /** Everything that came in, oldest first. */
  readonly imports: () => Promise<readonly ImportRow[]>
  /** Everything held under these ids, oldest version first. */
  readonly versions: (ids: readonly string[]) => Promise<readonly HeldVersion[]>
  /** The same of one object, with the bytes as received. */
  readonly contents: (id: string) => Promise<readonly (HeldVersion & { bytes: Uint8Array })[]>
  /** The contents at some places. */
  readonly at: (seqs: readonly number[]) => Promise<ReadonlyMap<number, Uint8Array>>
  /** The same with what they are, in the order in which they came. */
  readonly placed: (seqs: readonly number[]) => Promise<readonly PlacedContent[]>
  /** What came in after a place, in the order in which it came. */
  readonly after: (seq: number, limit: number) => Promise<readonly PlacedContent[]>
  /** Which of these ids are held. */
  readonly held: (ids: readonly string[]) => Promise<ReadonlySet<string>>
  /** What refers to an object, the first so many of it by id; `type`: only what is of one. */
  readonly referrers: (
    id: string,
    asked: { readonly red: boolean; readonly limit: number; readonly type?: string },
  ) => Promise<Referrers>
  /** What was called back. */
  readonly recalled: () => Promise<Recalled>
  /** The newest content of each; of what is TLP:RED only where `red` may be seen. */
  readonly newest: (ids: readonly string[], red: boolean) => Promise<readonly PlacedContent[]>
  /** The newest content of whatever refers to one of these there, at most so many. */
  readonly referring: (
    ids: readonly string[],
    asked: { readonly red: boolean; readonly limit: number },
  ) => Promise<readonly PlacedContent[]>
}
