import type { PartyId } from '@entente/accord'
import { EVIDENCE } from '../../../../tools/vectors-play.ts'
import { entryOf, isRefusal } from './acts.ts'
import type { Chance } from './chance.ts'
import { HOUR, MINUTE } from './coalition.ts'
import type { SimulatedNode, World } from './world.ts'

type Disturbing = {
  readonly chance: Chance
  readonly until: number
  readonly before: (party: PartyId) => object
  readonly counted: Record<string, number>
  /** Whose witnesses lie anyway. */
  readonly lying: readonly PartyId[]
}

/** Weather, cut wires, jumping clocks, twins, crashes and stores put back from a backup, until it stops. */
export async function disturb(
  world: World,
  { chance, until, before, counted, lying }: Disturbing,
): Promise<void> {
  const { time, wires, coalition } = world
  const { members } = coalition
  const count = (what: string) => void (counted[what] = (counted[what] ?? 0) + 1)
  const backups = new Map<PartyId, string>()
  while (time.now() < until) {
    Object.assign(wires.weather, {
      latency: chance.pick([
        [20, 120],
        [5, 900],
        [50, 4_000],
      ]),
      lost: chance.pick([0, 2, 8]),
      twice: chance.pick([0, 3, 10]),
      garbled: chance.pick([0, 0, 1, 4]),
    })
    const party = chance.pick(members)
    const what = chance.pick([
      'part',
      'clock',
      'astray',
      'crash',
      'backup',
      'restore',
      'twin',
    ] as const)
    const pause = chance.whole(5 * MINUTE, 45 * MINUTE)
    if (what !== 'twin' || lying.length > 0) count(what)
    if (what === 'part')
      wires.part(chance.shuffled(members).slice(0, chance.whole(1, members.length - 1)))
    if (what === 'clock') world.skew(party, chance.whole(-100_000, 100_000))
    if (what === 'backup') backups.set(party, await world.node(party).backup())
    if (what === 'crash' || what === 'restore') {
      const node = world.node(party)
      // An act that is lost with its disk before the quorum saw it is another story: nobody can bring it back.
      const isSeen = (node.file.final()[party] ?? 0) === node.file.entries(party).length
      const old = what === 'restore' && isSeen ? backups.get(party) : undefined
      const from = old ?? (await node.backup())
      if (old !== undefined) count('put back from a backup')
      backups.delete(party)
      node.crash()
      await time.until(time.now() + pause)
      await world.start(party, { from, ...before(party) })
    } else if (what === 'astray') {
      // Further than the clocks of two nodes may be apart: nobody believes its requests, nor it those of others.
      world.skew(party, chance.pick([-1, 1]) * chance.whole(6 * MINUTE, 2 * HOUR))
      await time.until(time.now() + chance.whole(HOUR, 4 * HOUR))
      world.skew(party, chance.whole(-100_000, 100_000))
    } else if (what === 'twin') {
      if (lying.length > 0)
        await runTwice(world, chance.pick(lying), { chance, before, count, from: backups })
    } else await time.until(time.now() + pause)
    wires.part([])
    await time.until(time.now() + chance.whole(HOUR, 12 * HOUR))
  }
  Object.assign(wires.weather, { latency: [20, 120], lost: 0, twice: 0, garbled: 0 })
}

type Twice = Pick<Disturbing, 'chance' | 'before'> & {
  readonly count: (what: string) => void
  readonly from: ReadonlyMap<PartyId, string>
}

/**
 * Somebody starts a party's node a second time, from a copy of its store, and files with it while the
 * first goes on. Its witness is then two that know nothing of each other, and counts as one that lies.
 * Hours later people notice, and one of the two goes on: that which holds what the quorum saw.
 */
async function runTwice(
  world: World,
  party: PartyId,
  { chance, before, count, from }: Twice,
): Promise<void> {
  const { time } = world
  const copy = from.get(party) ?? (await world.node(party).backup())
  const twin = await world.start(party, { from: copy, isTwin: true })
  // No witness cosigns what it cannot read: of the two only that to which the address leads may speak.
  if (chance.next() < 0.5) twin.takeAddress()
  await time.until(time.now() + chance.whole(5 * MINUTE, 4 * HOUR))
  try {
    const { entry } = entryOf(world, [twin.file, party], {
      ...EVIDENCE,
      custodian: party,
      claimedAt: `${new Date(time.now()).toISOString().slice(0, 19)}Z`,
    })
    const filed = await twin.file.file(entry)
    count(filed.final ? 'a twin spoke' : 'a twin spoke before the quorum saw it')
  } catch (error) {
    if (!isRefusal(error)) throw error
    count(`a twin was refused: ${error.code}`)
  }
  await time.until(time.now() + chance.whole(HOUR, 6 * HOUR))
  const final = (node: SimulatedNode) => node.file.final()[party] ?? 0
  const isStuck = (node: SimulatedNode) => node.file.entries(party).length > final(node)
  const first = world.node(party)
  // What was said a moment ago may be on its way to the witnesses: nobody pulls the plug on it.
  for (let turn = 0; turn < 36 && isStuck(first) && final(twin) <= final(first); turn += 1)
    await time.until(time.now() + 10 * MINUTE)
  // Who holds what the quorum saw goes on; where both do, who holds what one witness may have seen besides.
  const isTwinsTurn =
    final(twin) > final(first) || (final(twin) === final(first) && isStuck(twin) && !isStuck(first))
  const store = await twin.backup()
  twin.crash()
  first.takeAddress()
  if (!isTwinsTurn) return
  count('the twin goes on')
  first.crash()
  await world.start(party, { from: store, ...before(party) })
}
