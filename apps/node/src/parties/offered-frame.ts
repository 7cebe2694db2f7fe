import {
  createStrandReader,
  parseFrame,
  type Charter,
  type CharterFrame,
  type CharterId,
  type PartyId,
} from '@entente/accord'
import { formatVkey, parseVkey, type Crypto } from '@entente/log'
import { PartiesError } from './error.ts'
import { proveOpening } from './opening.ts'
import { assertNewNames, assertOffered, stateAt, type RootCase } from './offer.ts'

/**
 * Refuses a case under rules that this node does not know which is not what the root case lets be opened, as far as that can
 * be told: whose strands, witnessed by whom, opened by whom. What decides in it is left unread, and nothing is decided by it.
 */
export function checkFrame(
  { id, bytes, opening }: { id: CharterId; bytes: Uint8Array; opening: Uint8Array },
  {
    root,
    cases,
    crypto,
  }: { root: RootCase; cases: readonly { readonly charter: CharterFrame }[]; crypto: Crypto },
): void {
  const frame = parseFrame(bytes, crypto)
  const { cut } = assertOffered(frame, { id, root })
  stateAt(cut, root, crypto)
  assertOfRoot(frame, root.charter, crypto)
  proveOpening(opening, frame, {
    crypto,
    keysOf: (party) => {
      const reader = createStrandReader(root.charter, party, crypto)
      for (const entry of root.entries(party).slice(0, cut[party]?.size ?? 0)) reader.append(entry)
      return reader.keys()
    },
  })
  assertNewNames(frame, cases)
}

/** Its strands and witnesses have to be those that the root charter gives to its parties. */
function assertOfRoot(frame: CharterFrame, root: Charter, { sha256 }: Crypto): void {
  const [first] = frame.parties
  const above = (party: PartyId) => root.parties.find(({ id }) => id === party)
  const name = first?.origin.slice((above(first.id)?.origin.length ?? 0) + 1) ?? ''
  const isNamed = /^[a-z0-9-]{1,60}$/.test(name)
  for (const { id, origin, log } of frame.parties) {
    const party = above(id)
    const expected = `${party?.origin}/${name}`
    if (!party || !isNamed || origin !== expected)
      throw altered(`a strand of ${id} under that of the root case`, origin)
    if (log !== formatVkey(expected, 1, parseVkey(party.log, sha256).raw, sha256))
      throw altered(`the log key that ${id} has in the root case`, 'another')
  }
  const ids = new Set(frame.parties.map(({ id }) => id))
  const witnesses = root.witnesses.filter(({ party }) => party && ids.has(party))
  if (JSON.stringify(witnesses) !== JSON.stringify(frame.witnesses))
    throw altered('the witnesses of the root case that are parties of it', 'others')
  if (frame.public && frame.tlp !== 'TLP:CLEAR')
    throw new PartiesError(
      'case.public',
      `expected TLP:CLEAR for a case that anyone may read, got ${frame.tlp}`,
    )
}

const altered = (expected: string, got: string) =>
  new PartiesError('case.altered', `expected ${expected}, got ${got.slice(0, 200)}`)
