import type { PartyId } from '@entente/accord'
import {
  decodeEntries,
  entriesPath,
  leafHash,
  tilePath,
  TILE_WIDTH,
  toHex,
  type Crypto,
} from '@entente/log'
import { PeerProblem, type Answered } from './client.ts'
import type { Peer } from './case-files.ts'

/** What a peer served that nobody may admit, and what proves it. */
export class PeerFault extends Error {
  override readonly name = 'PeerFault'
  readonly code: string
  /** Who is accused: whoever signed two histories, else whoever served what does not hold. */
  readonly party: PartyId
  readonly evidence: Readonly<Record<string, string>>
  constructor(
    code: string,
    party: PartyId,
    message: string,
    evidence: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.code = code
    this.party = party
    this.evidence = evidence
  }
}

/** How this node asks a peer for something of a case. */
export type Source = {
  readonly peer: Peer
  /** From that byte on, where the peer knows how to; the whole unless told. */
  readonly get: (path: string, limit: number, from?: number) => Promise<Answered>
  /** Brings the peer something of a case; a pouch brings nothing back. */
  readonly post?: (path: string, body: string, limit: number) => Promise<Answered>
  /** A pouch says what was so when it was packed: that it is earlier accuses nobody. */
  readonly isCarried?: true
}

/** Entries, or hashes of entries, that are served together. */
export const BUNDLE = TILE_WIDTH
/** Bytes of a hash. */
const HASH = 32
/** More entries than these are proved by their hashes before they are fetched. */
export const MANY = 16 * BUNDLE
const ENTRY_LIMIT = 65_535
/** The most bytes that are taken in from one peer in one go before it is known that they count, */
const PULL_LIMIT = 64 * 1024 * 1024
/** and the most of which it is known. */
const PROVED_LIMIT = 1024 * 1024 * 1024

export type Wanted = {
  readonly source: Source
  readonly from: number
  readonly size: number
  /** The strand's entries from its first on, as far as they are here: these are not asked for again. */
  readonly held?: readonly Uint8Array[]
}

/**
 * The entries from `from` up to `size` as the source serves them: well formed, and not yet believed unless
 * their hashes were `proved` before, from that same entry on.
 */
export async function fetchEntries(
  party: PartyId,
  wanted: Wanted & { readonly crypto: Crypto; readonly proved?: readonly Uint8Array[] },
): Promise<readonly Uint8Array[]> {
  const { source, from, size, proved, held = [] } = wanted
  const most = proved ? PROVED_LIMIT : PULL_LIMIT
  const entries: Uint8Array[] = []
  let bytes = 0
  for (let index = Math.floor(from / BUNDLE); index * BUNDLE < size; index += 1) {
    const start = index * BUNDLE
    const bundle = await fetchBundle(party, source, {
      index,
      width: Math.min(BUNDLE, size - start),
      known: from > start && held.length >= from ? held.slice(start, from) : [],
    })
    for (const entry of bundle.slice(Math.max(0, from - start))) {
      if (proved) assertProved(entry, proved[entries.length], { ...wanted, party, index })
      entries.push(entry)
      bytes += entry.length
    }
    if (bytes <= most) continue
    throw new PeerFault(
      'strand.too-large',
      source.peer.party,
      `expected at most ${most} bytes of ${party}'s strand at once, got more`,
      { size: String(size) },
    )
  }
  return entries
}

function assertProved(
  entry: Uint8Array,
  proved: Uint8Array | undefined,
  {
    source,
    party,
    index,
    crypto,
  }: Wanted & { readonly party: PartyId; readonly index: number; readonly crypto: Crypto },
): void {
  const [expected, got] = [proved && toHex(proved), toHex(leafHash(crypto.sha256, entry))]
  if (expected === got) return
  throw new PeerFault(
    'strand.entries',
    source.peer.party,
    `expected the entries of ${party} in bundle ${index} that its cosigned tree holds, got another`,
    { bundle: String(index), expected: expected ?? 'nothing', got },
  )
}

/** The leaf hashes from `from` up to `size` as the source serves them: whoever asks compares the root over them. */
export async function fetchHashes(
  party: PartyId,
  { source, from, size }: Wanted,
): Promise<readonly Uint8Array[]> {
  const hashes: Uint8Array[] = []
  for (let index = Math.floor(from / BUNDLE); index * BUNDLE < size; index += 1) {
    const start = index * BUNDLE
    const width = Math.min(BUNDLE, size - start)
    const path = tilePath(0, index, width)
    const answer = await source.get(`${party}/${path}`, width * HASH)
    if (answer.status !== 404) assertServed(answer, path, source.peer)
    if (answer.status === 404 || answer.bytes.length !== width * HASH)
      throw new PeerFault(
        'strand.entries',
        source.peer.party,
        `expected ${width} hashes of ${party}'s entries in ${path}, got ${answer.status === 404 ? 'nothing' : `${answer.bytes.length} bytes`}`,
        { path },
      )
    for (let at = Math.max(0, from - start); at < width; at += 1)
      hashes.push(answer.bytes.slice(at * HASH, (at + 1) * HASH))
  }
  return hashes
}

type Bundle = {
  readonly index: number
  readonly width: number
  /** The first of its entries, where they are here. */
  readonly known: readonly Uint8Array[]
}

/** A bundle of entries. Of one whose beginning is here the rest is asked for, and all of it where what comes is no such rest. */
async function fetchBundle(
  party: PartyId,
  source: Source,
  { index, width, known }: Bundle,
): Promise<readonly Uint8Array[]> {
  const { peer, get } = source
  const path = entriesPath(index, width === BUNDLE ? undefined : width)
  const refuse = (got: string) =>
    new PeerFault(
      'strand.entries',
      peer.party,
      `expected ${width} entries of ${party} in ${path}, got ${got}`,
      { path, got },
    )
  const begin = known.reduce((sum, { length }) => sum + 2 + length, 0)
  const answer = await get(`${party}/${path}`, width * (ENTRY_LIMIT + 2), begin).catch(
    (error: unknown) => {
      if (error instanceof PeerProblem && error.kind === 'too-large') throw refuse(error.message)
      throw error
    },
  )
  if (answer.status === 404) throw refuse('nothing')
  if (begin > 0 && answer.status !== 200) {
    const rest = answer.status === 206 ? decodedOr(answer.bytes) : undefined
    if (rest?.length === width - known.length) return [...known, ...rest]
    return fetchBundle(party, source, { index, width, known: [] })
  }
  assertServed(answer, path, peer)
  const entries = decoded(answer.bytes, refuse)
  if (entries.length !== width) throw refuse(`${entries.length} entries`)
  return entries
}

function decodedOr(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  try {
    return decodeEntries(bytes)
  } catch {
    return undefined
  }
}

function decoded(bytes: Uint8Array, refuse: (got: string) => PeerFault): readonly Uint8Array[] {
  try {
    return decodeEntries(bytes)
  } catch (error) {
    throw refuse(`a malformed bundle (${String((error as Error).message)})`)
  }
}

/** Throws where the peer answered anything but 200. */
export function assertServed(answer: Answered, what: string, { url }: Peer): void {
  if (answer.status === 200) return
  throw new PeerProblem('refusing', `expected ${what} from ${url}, got status ${answer.status}`)
}
