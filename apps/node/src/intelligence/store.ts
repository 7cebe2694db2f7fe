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
}

/** The party in whose custody an object was, and the case with which it travelled. */
export type Sender = { readonly case: string; readonly custodian: string }

export type Source = { readonly name: string; readonly addedAt: string; readonly from?: Sender }

/** One page of what a search finds: ids, best first, and where the next page begins. */
export type Found = { readonly ids: readonly string[]; readonly next?: string }

/** What refers to an object: the first by id, each by its newest version, and how many in all. */
export type Referrers = { readonly first: readonly HeldVersion[]; readonly count: number }

/** Where a node keeps STIX objects. Nothing in it is ever overwritten. */
export type IntelligenceStore = {
  /**
   * Takes in one file, all or nothing: what `work` adds is kept when it resolves, and nothing of it
   * when it throws. Resolves only when the data are durable.
   */
  readonly receive: <T>(
    source: Source,
    work: (add: (objects: readonly Incoming[]) => Promise<readonly Outcome[]>) => Promise<T>,
  ) => Promise<T>
  /** Objects that contain every word; an id finds its object; no words, every object. */
  readonly search: (
    words: string,
    page: { readonly limit: number; readonly after?: string },
  ) => Promise<Found>
  /** Everything held under these ids, oldest version first. */
  readonly versions: (ids: readonly string[]) => Promise<readonly HeldVersion[]>
  /** The same of one object, with the bytes as received. */
  readonly contents: (id: string) => Promise<readonly (HeldVersion & { bytes: Uint8Array })[]>
  /** Which of these ids are held. */
  readonly held: (ids: readonly string[]) => Promise<ReadonlySet<string>>
  readonly referrers: (id: string, limit: number) => Promise<Referrers>
}
