import { isDeepStrictEqual } from 'node:util'
import type { ActId, PartyId, State } from '@entente/accord'
import { faulty } from '@entente/log'
import type { HeldCase } from '../../src/federation/index.ts'
import { insist } from './acts.ts'
import { keepCertifying, noFilings, type Filings } from './clerk.ts'
import { coalitionOf, DAY, HOUR, MINUTE } from './coalition.ts'
import { disturb } from './disturb.ts'
import { liar, type Lie } from './liar.ts'
import { outcomesOf, type Outcome } from './oracle.ts'
import { saidOf } from './said.ts'
import { succeed, type Succession } from './succession.ts'
import { writeTexts, type Deed, type SimulatedText } from './texts.ts'
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
  /** Told after each day, with the messages that were sent so far. */
  readonly told?: (day: number, asked: number) => void
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
  /** What became of the case under the successor. */
  readonly successor: Succession
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

/** How many texts ended in each way; what was adopted and then ended is in two of them. */
export function endsOf(fates: readonly Fate[]) {
  const count = (is: (got: Outcome) => boolean) => fates.filter(({ got }) => is(got)).length
  return {
    adopted: count(({ adopted }) => adopted),
    inForce: count(({ inForce }) => inForce),
    ended: count(({ ended }) => ended),
    lapsed: count(({ lapsed }) => lapsed),
    broken: count(({ broken }) => broken),
    open: count(({ adopted, broken }) => !adopted && !broken),
  }
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
  told,
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
    doing(
      disturb(world, {
        chance: chance.fork('disturb'),
        until: until - QUIET,
        before,
        counted,
        lying,
      }),
    )
    const succession = succeed(world, { begun: time.now() + 4 * DAY, until: until - QUIET / 2 })
    doing(succession.done)
    for (const clerk of [1, 2])
      doing(
        keepCertifying(
          world,
          { chance: chance.fork(`clerk ${clerk}`), until: until - 3 * HOUR },
          filings,
        ),
      )
    for (let day = 1; day <= days; day++) {
      await time.run(begun + day * DAY)
      told?.(day, world.wires.count()['asked'] ?? 0)
    }
    if (failed.length > 0) throw failed[0]
    return {
      nodes,
      seed,
      days,
      liars: lying,
      filings,
      unfinished: [...unfinished],
      successor: succession.came(),
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
    digests: ofEach(nodes, (file) => file.state().digest),
    sizes: ofEach(nodes, (file) => Object.values(file.final()).join(' ')),
    alarms,
    defects: nodes.flatMap(({ party, warnings }) =>
      warnings
        .filter((line) => !/^(strand|mirror|state)\./.test(line))
        .map((line) => `${party}: ${line}`),
    ),
  }
}

/** What each node holds of all cases, in the same order. */
const ofEach = (nodes: readonly SimulatedNode[], what: (file: HeldCase) => string) =>
  Object.fromEntries(
    nodes.map(({ party, caseFiles }) => [
      party,
      caseFiles
        .held()
        .map((file) => `${file.charter.id} ${what(file)}`)
        .toSorted()
        .join(' '),
    ]),
  )

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
          make: (node) =>
            says.does === 'propose' || known.id
              ? saidOf(text, says, { on: known.id!, node })
              : undefined,
        })
        if (says.does === 'propose') known.id = id
        done.push({ at: took, by, says })
        unfinished.delete(name)
      }),
  )
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
    const outcomes = outcomesOf({ text, deeds, populations, until })
    const got = gotOf(state, text.name)
    const expected = outcomes.find((one) => isDeepStrictEqual(one, got)) ?? outcomes[0]!
    return { name: text.name, life: `${text.rule}: ${text.life}`, expected, got }
  })
}

function gotOf({ steps, measures = [] }: State, name: string): Outcome {
  const version = steps.find(({ id }) => id === name)?.versions[0]
  const measure = measures.find(({ step }) => step === name)
  const stages = Object.entries(measure?.nations ?? {}).map(
    ([id, { stage }]) => [id, stage] as const,
  )
  return {
    adopted: (version?.adopted.length ?? 0) > 0,
    ended: (version?.ended.length ?? 0) > 0,
    lapsed: (version?.lapsed?.length ?? 0) > 0,
    broken: (version?.broken?.length ?? 0) > 0,
    inForce: version?.inForce ?? false,
    ...(measure && { nations: Object.fromEntries(stages) }),
  }
}
