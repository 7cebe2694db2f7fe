import type { Charter, PartyId } from '@entente/accord'
import type { CoalitionView, PeerView } from '../api.ts'
import type { NodeConfig } from '../config.ts'
import type { CaseFile, CaseFiles } from '../federation/index.ts'
import { crypto } from '../platform/crypto.ts'
import { cardBytes, cardId, cardIn } from './card.ts'
import { charterTold } from './charter-said.ts'
import { PartiesError } from './error.ts'
import { findRoot } from './open-case.ts'
import { addPeers, originOf, removePeer } from './peers.ts'
import { idTold } from './words.ts'

/** The coalition of this node: what was agreed, who is in it, where they answer. */
export type Coalition = {
  readonly view: () => CoalitionView
  readonly setPeer: (party: string, url: string) => void
  readonly removePeer: (party: string) => void
}

type Where = Pick<CoalitionView['parties'][number], 'moved'> & { readonly url: string }

export type CoalitionOptions = {
  readonly data: string
  readonly caseFiles: Pick<CaseFiles, 'list'>
  readonly configNow: () => NodeConfig
  /** Addresses given at the start of the node: they win over those in `node.json`. */
  readonly given: Readonly<Record<string, string>>
  readonly peers: (id: Charter['id']) => readonly PeerView[]
  /** Where a party of which this node's operator says `given` is asked, and what its log signed of that; as given unless told. */
  readonly where?: (party: PartyId, given: string) => Where
}

export function createCoalition(options: CoalitionOptions): Coalition {
  const { data, caseFiles, configNow } = options
  const others = (party: string) => {
    const own = configNow().party
    const root = findRoot(caseFiles)
    if (party !== own && root?.charter.parties.some(({ id }) => id === party)) return party
    throw new PartiesError(
      'case.stranger',
      `expected another party of the coalition, got ${party.slice(0, 20)}`,
    )
  }
  return {
    view: () => {
      const root = findRoot(caseFiles)
      return root ? viewOf(root, options) : { parties: [], stands: false }
    },
    setPeer: (party, url) => addPeers(data, { [others(party)]: originOf(url) }),
    removePeer: (party) => removePeer(data, others(party)),
  }
}

/** The last that a party said of its taking part, in what is final. */
function saidOf(root: CaseFile, party: PartyId): Pick<CoalitionView['parties'][number], 'said'> {
  const { joined = [], left = [] } = root.state().state
  const found = root
    .logged(party)
    .findLast(({ id, act }) => act && (joined.includes(id) || left.includes(id)))
  if (!found?.act) return {}
  const {
    id: act,
    act: { claimedAt },
  } = found
  return { said: { what: left.includes(act) ? 'left' : 'joined', act, claimedAt } }
}

/** Where a party answers, who says so, and what its own log signed of it. */
function addressOf(
  party: PartyId,
  { configNow, given, where }: CoalitionOptions,
): Pick<CoalitionView['parties'][number], 'address' | 'moved' | 'fixed'> {
  const said = given[party] ?? configNow().peers[party]
  if (said === undefined) return {}
  const { origin } = new URL(said)
  const { url: address, moved } = where?.(party, origin) ?? { url: origin }
  return {
    address,
    ...(moved ? { moved } : {}),
    ...(given[party] === undefined ? {} : { fixed: true }),
  }
}

function viewOf(root: CaseFile, options: CoalitionOptions): CoalitionView {
  const { configNow, peers } = options
  const { charter } = root
  const { party: own } = configNow()
  const known = new Map(peers(charter.id).map((peer) => [peer.party, peer]))
  const final = root.final()
  const parties = charter.parties.map(({ id, name, role }): CoalitionView['parties'][number] => {
    const peer = known.get(id)
    const card = cardIn(charter, id, crypto)
    return {
      id,
      name,
      role,
      us: id === own,
      // A charter holds the whole card of whoever witnesses; of others it does not say the witness key.
      ...(card && card.witness !== '' ? { card: idTold(cardId(cardBytes(card), crypto)) } : {}),
      ...(id === own ? {} : addressOf(id, options)),
      status: peer?.status ?? 'unreachable',
      ...(peer?.lastSeenAt === undefined ? {} : { lastSeenAt: peer.lastSeenAt }),
      joined: (final[id] ?? 0) > 0 || (charter.keys?.[id] ?? []).length > 0,
      ...saidOf(root, id),
    }
  })
  return {
    charter: { ...idTold(charter.id), told: charterTold(charter) },
    parties,
    stands: parties.every(({ joined }) => joined),
  }
}
