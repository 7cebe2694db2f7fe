import { actId, canonical, seal, type ActId, type PartyId } from '@entente/accord'
import type { Said } from '../../../../tools/vectors-case.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { readActOf } from '../../src/positions/file.ts'
import { latestOn, subjectOf } from '../../src/positions/subject.ts'
import { MINUTE } from './coalition.ts'
import type { HeldCase } from '../../src/federation/index.ts'
import type { SimulatedNode, World } from './world.ts'

/** How long a person waits before trying anew what the node did not take. */
const AGAIN = 5 * MINUTE

/** What was filed: which act, and when its node took it. */
export type Done = { readonly id: ActId; readonly at: number }

/** The entry by which a party's ministry says this in a case, as its node would have it signed. */
export function entryOf(world: World, [file, party]: readonly [HeldCase, PartyId], said: Said) {
  const base = { v: 1, charter: file.charter.id, party, ...said }
  const subject = subjectOf(base as never)
  const prev = subject === undefined ? undefined : latestOn(file.logged(party), subject)
  const payload = canonical(prev ? { ...base, prev } : base)
  const bytes = new TextEncoder().encode(payload)
  const keyid = `${party}-mfa-1`
  return {
    payload,
    id: actId(bytes, crypto.sha256),
    entry: seal(bytes, [{ keyid, sign: world.coalition.ministry(party).sign }]),
  }
}

type Insisting = {
  /** What is to be said, as soon as it can be. */
  readonly make: (node: SimulatedNode) => Said | undefined
  /** In which case; the first unless told. None where the node does not take part in it yet. */
  readonly within?: (node: SimulatedNode) => HeldCase | undefined
}

/**
 * Has a party say something, trying until its node has taken it: the node may be away, restored, cut
 * off, or not yet know what this is about.
 */
export async function insist(
  world: World,
  party: PartyId,
  { make, within = ({ file }) => file }: Insisting,
): Promise<Done> {
  const { time } = world
  const claimedAt = `${new Date(time.now()).toISOString().slice(0, 19)}Z`
  const tried = new Map<ActId, number>()
  for (;;) {
    const node = world.node(party)
    const file = within(node)
    const known = file?.logged(party).find(({ id }) => tried.has(id))
    // Only where the quorum saw it: an act may be lost with the disk that it was on.
    if (known && known.index < (file?.final()[party] ?? 0))
      return { id: known.id, at: tried.get(known.id)! }
    const said = file && node.isAlive() && !known ? make(node) : undefined
    if (said) await attempt(world, [file!, party], { said: { ...said, claimedAt }, tried })
    await time.until(time.now() + AGAIN)
  }
}

async function attempt(
  world: World,
  [file, party]: readonly [HeldCase, PartyId],
  { said, tried }: { readonly said: Said; readonly tried: Map<ActId, number> },
): Promise<void> {
  const { time } = world
  try {
    const { payload, id, entry } = entryOf(world, [file, party], said)
    readActOf(file, payload, party)
    tried.set(id, time.now())
    // A node that dies meanwhile never answers.
    await Promise.race([file.file(entry), time.until(time.now() + AGAIN)])
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

/** A refusal has a code; anything else is a defect. */
export const isRefusal = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string'
