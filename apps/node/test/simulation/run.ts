import type { ActId, PartyId, VersionState } from '@entente/accord'
import { faulty } from '@entente/log'
import type { Said } from '../../../../tools/vectors-case.ts'
import { TEXT } from '../../../../tools/vectors-play.ts'
import { insist } from './acts.ts'
import type { Chance } from './chance.ts'
import { keepCertifying, noFilings, type Filings } from './clerk.ts'
import { coalitionOf, DAY, HOUR, MINUTE } from './coalition.ts'
import { liar, type Lie } from './liar.ts'
import { outcomeOf, type Outcome } from './oracle.ts'
import { writeTexts, type Deed, type Says, type SimulatedText } from './texts.ts'
import { watch } from './watch.ts'
import { openWorld, type SimulatedNode, type World } from './world.ts'

export type SimulationOptions = {
  readonly nodes: number
  readonly seed: number
  readonly days: number
  readonly texts: number
  /** How many witnesses lie; as many as the quorum is made for, unless told. */
  readonly liars?: number
  /** How they lie; in every way unless told. */
  readonly lies?: readonly Lie[]
}

/** What a simulation came to. */
export type Report = {
  readonly nodes: number
  readonly seed: number
  readonly days: number
  readonly liars: readonly PartyId[]
  readonly acts: number
  /** Digest of the state by node, at the end. */
  readonly digests: Readonly<Record<string, string>>
  /** Acts of every strand by node, at the end. */
  readonly sizes: Readonly<Record<string, string>>
  readonly faults: readonly string[]
  readonly looked: { readonly states: number; readonly cuts: number }
  readonly fates: readonly Fate[]
  readonly unfinished: readonly string[]
  readonly filings: Filings
  readonly disturbances: Readonly<Record<string, number>>
  readonly wires: Readonly<Record<string, number>>
  readonly defects: readonly string[]
  readonly alarms: Readonly<Record<string, number>>
}

/** One text: what was expected of it, and what each node's computation made of it. */
export type Fate = {
  readonly name: string
  readonly life: string
  readonly expected: Outcome
  readonly got: Outcome
}

/** Days at the end without disturbance, for everything to reach everybody. */
const QUIET = 2 * DAY

/** Plays a coalition through weeks of acts, lies, skewed clocks, lost messages and restored stores. */
export async function simulate({
  nodes,
  seed,
  days,
  texts: count,
  liars,
  lies,
}: SimulationOptions): Promise<Report> {
  const coalition = coalitionOf(nodes)
  const world = openWorld({ coalition, seed })
  const { chance, time } = world
  const watched = watch(world)
  const lying = chance
    .fork('liars')
    .shuffled(coalition.members)
    .slice(0, liars ?? faulty(nodes))
  const before = (party: PartyId) =>
    lying.includes(party)
      ? {
          before: liar(party, {
            coalition,
            time,
            chance: chance.fork(`liar ${party}`),
            ...(lies && { lies }),
          }),
        }
      : {}
  const begun = time.now()
  const until = begun + days * DAY
  const counted: Record<string, number> = {}
  const filings = noFilings()
  const diary = new Map<string, Deed[]>()
  const unfinished = new Set<string>()
  try {
    for (const party of coalition.members) {
      world.skew(party, chance.whole(-100_000, 100_000))
      await world.start(party, before(party))
    }
    const found = foundStrands(world)
    await time.run(begun + 2 * HOUR)
    await found
    const texts = writeTexts(count, {
      members: coalition.members,
      chance: chance.fork('texts'),
      start: time.now(),
    })
    const failed: unknown[] = []
    const doing = (work: Promise<void>) => void work.catch((error: unknown) => failed.push(error))
    for (const text of texts) {
      const done: Deed[] = []
      diary.set(text.name, done)
      doing(live(world, text, { until: until - QUIET / 2, done, unfinished }))
    }
    doing(disturb(world, { chance: chance.fork('disturb'), until: until - QUIET, before, counted }))
    for (const clerk of [1, 2])
      doing(
        keepCertifying(
          world,
          { chance: chance.fork(`clerk ${clerk}`), until: until - 3 * HOUR },
          filings,
        ),
      )
    await time.run(until)
    if (failed.length > 0) throw failed[0]
    return {
      nodes,
      seed,
      days,
      liars: lying,
      filings,
      unfinished: [...unfinished],
      ...endOf(world.nodes()),
      faults: watched.faults,
      looked: watched.looked(),
      fates: fatesOf(world, texts, { diary, until }),
      disturbances: counted,
      wires: { ...world.wires.count(), turns: time.turns() },
    }
  } finally {
    await world.close()
  }
}

function endOf(nodes: readonly SimulatedNode[]) {
  const [first] = nodes
  const alarms: Record<string, number> = {}
  for (const { code } of nodes.flatMap(({ caseFiles }) => caseFiles.alarms()))
    alarms[code] = (alarms[code] ?? 0) + 1
  return {
    acts: Object.values(first!.file.final()).reduce((sum, size) => sum + size, 0),
    digests: Object.fromEntries(nodes.map(({ party, file }) => [party, file.state().digest])),
    sizes: Object.fromEntries(
      nodes.map(({ party, file }) => [party, Object.values(file.final()).join(' ')]),
    ),
    alarms,
    defects: nodes.flatMap(({ party, warnings }) =>
      warnings
        .filter((line) => !/^(strand|mirror|state)\./.test(line))
        .map((line) => `${party}: ${line}`),
    ),
  }
}

/** Every party's root keys give its ministry a key. */
async function foundStrands({ coalition, node, time }: World): Promise<void> {
  await Promise.all(
    coalition.members.map(async (party) => {
      for (;;) {
        const { final } = await node(party).file.file(coalition.keysEntry(party))
        if (final) return
        await time.until(time.now() + MINUTE)
        if ((node(party).file.final()[party] ?? 0) > 0) return
      }
    }),
  )
}

type Living = {
  readonly until: number
  readonly done: Deed[]
  readonly unfinished: Set<string>
}

/** Has everybody do what the text's life says, each in its time. */
async function live(
  world: World,
  text: SimulatedText,
  { until, done, unfinished }: Living,
): Promise<void> {
  const known: { id?: ActId } = {}
  await Promise.all(
    text.deeds
      .filter(({ at }) => at < until)
      .map(async ({ at, by, says }) => {
        const name = `${text.name} ${by} ${says.does}`
        unfinished.add(name)
        await world.time.until(at)
        const { id, at: took } = await insist(world, by, {
          make: () =>
            says.does === 'propose' || known.id ? saidOf(text, says, known.id!) : undefined,
        })
        if (says.does === 'propose') known.id = id
        done.push({ at: took, by, says })
        unfinished.delete(name)
      }),
  )
}

const KINDS = {
  'express-unanimity': 'position',
  'qualified-majority': 'situation',
  silence: 'term',
} as const

function saidOf({ name, rule, expiry }: SimulatedText, says: Says, on: ActId): Said {
  switch (says.does) {
    case 'propose':
      return {
        kind: 'propose',
        step: { id: name, kind: KINDS[rule] },
        text: TEXT,
        expiry: Math.floor(expiry / 1000),
      }
    case 'voice': {
      const { voice, vital } = says
      return {
        kind: 'comply',
        on,
        union: 'complies',
        national: voice,
        ...(voice === 'complies-with-reservation' && {
          reservations: [{ axis: 'national', clause: '1', text: 'Not this.' }],
        }),
        ...(/statement|constructively/.test(voice) && { statement: 'It is said.' }),
        ...(vital && { vital: true }),
      }
    }
    case 'withdraw':
      return { kind: 'withdraw', on }
    case 'receipt':
      return { kind: 'receipt', of: on }
    case 'extend':
      return { kind: 'extend', on, until: Math.floor(says.until / 1000) }
    case 'reaffirm':
      return { kind: 'reaffirm', on, window: says.window }
  }
}

type Disturbing = {
  readonly chance: Chance
  readonly until: number
  readonly before: (party: PartyId) => object
  readonly counted: Record<string, number>
}

/** Weather, cut wires, jumping clocks, crashes and stores put back from a backup, until it stops. */
async function disturb(
  world: World,
  { chance, until, before, counted }: Disturbing,
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
    const what = chance.pick(['part', 'clock', 'crash', 'backup', 'restore'] as const)
    const pause = chance.whole(5 * MINUTE, 45 * MINUTE)
    count(what)
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
    } else await time.until(time.now() + pause)
    wires.part([])
    await time.until(time.now() + chance.whole(HOUR, 12 * HOUR))
  }
  Object.assign(wires.weather, { latency: [20, 120], lost: 0, twice: 0, garbled: 0 })
}

function fatesOf(
  { coalition: { populations }, nodes }: World,
  texts: readonly SimulatedText[],
  {
    diary,
    until,
  }: { readonly diary: ReadonlyMap<string, readonly Deed[]>; readonly until: number },
): readonly Fate[] {
  const { state } = nodes()[0]!.file.state()
  return texts.map((text) => {
    const deeds = (diary.get(text.name) ?? []).toSorted((a, b) => a.at - b.at)
    const step = state.steps.find(({ id }) => id === text.name)
    return {
      name: text.name,
      life: `${text.rule}: ${text.life}`,
      expected: outcomeOf({ text, deeds, populations, until }),
      got: gotOf(step?.versions[0]),
    }
  })
}

const gotOf = (version: VersionState | undefined): Outcome => ({
  adopted: (version?.adopted.length ?? 0) > 0,
  ended: (version?.ended.length ?? 0) > 0,
  lapsed: (version?.lapsed?.length ?? 0) > 0,
  broken: (version?.broken?.length ?? 0) > 0,
  inForce: version?.inForce ?? false,
})
