import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { verifyBundle, type CharterId, type Standing } from '@entente/accord'
import { found } from '../parties/found.ts'
import { crypto } from '../platform/crypto.ts'
import { writeFounded } from '../parties/founded.ts'
import { freePort, startNode, stopNode, type NodeProcess } from './constellation.ts'
import { nations } from './nations.ts'
import { logIn, type PersonClient } from './person.ts'
import type { Tell } from './play.ts'
import { positionV2 } from './texts.ts'

/** How the position stands at one member's node, and the digest of the state it computed. */
type Outcome = {
  readonly member: string
  readonly standing: Standing
  readonly digest: string
}

export type Agreement = {
  readonly nodes: readonly Outcome[]
  /** Milliseconds from the last voice to `adopted` on every node. */
  readonly milliseconds: number
  /** Bytes over the loopback in the same time, whoever sent them; undefined off Linux. */
  readonly bytes: number | undefined
  /** The record as the last member's node gives it, checked without any node against the charter's id alone. */
  readonly record: { readonly bytes: number; readonly acts: number; readonly milliseconds: number }
  /** What the loopback carried while the chair filed so many acts more, until every node held them. */
  readonly spread: readonly { readonly acts: number; readonly bytes: number }[]
}

const PATIENCE = 120_000

/** The coalition while its nodes run. */
type Running = {
  /** The first is in the chair. */
  readonly people: readonly PersonClient[]
  readonly case: CharterId
  /** Ends a node, has something done to its data directory, and starts it again. */
  readonly without: (
    party: string,
    work: (node: Pick<NodeProcess, 'data'>) => Promise<void>,
  ) => Promise<PersonClient>
}

type Wanted = {
  readonly data: string
  readonly tell: Tell
  readonly acts?: readonly number[]
  /** Which build of this program a party runs, by its `main.ts`; this one unless named. */
  readonly buildOf?: (party: string, directory: string) => Promise<string | undefined>
  /** Done with the nodes before anything is put to them. */
  readonly before?: (running: Running) => Promise<void>
  readonly then?: (running: Running) => Promise<void>
}

/** Founds a coalition, starts a process per nation, and has all of them adopt a common position. */
export async function agree(
  members: number,
  { data, tell, acts = [], buildOf = () => Promise.resolve(undefined), before, then }: Wanted,
): Promise<Agreement> {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const directoryOf = (party: string) => join(data, party)
  const founding = nations(members)
  const founded = found(founding, directoryOf, new Date())
  const parties = founding.parties.map(({ id }) => id)
  for (const party of parties)
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
  tell(`${members} nations have made their keys and founded the coalition.`)
  const starts = await startsOf(parties, { directoryOf, buildOf })
  const nodes = await startAll(starts)
  try {
    tell(`${members} nodes run.`)
    const people = await Promise.all(nodes.map(({ link }) => logIn(link, PATIENCE)))
    const running: Running = {
      people,
      case: founded.case,
      without: async (party, work) => {
        const place = nodes.findIndex((node) => node.party === party)
        await stopNode(nodes[place]!)
        await work(nodes[place]!)
        nodes[place] = await startNode(starts[place]!)
        people[place] = await logIn(nodes[place]!.link, PATIENCE)
        return people[place]!
      },
    }
    await before?.(running)
    const adopted = await adopt(people, founded.case, tell)
    const record = checked(await people.at(-1)!.record(founded.case), founded.case, adopted.nodes)
    tell(`The record of ${members} nations proves itself offline.`)
    const spread: { acts: number; bytes: number }[] = []
    for (const count of acts)
      spread.push({ acts: count, bytes: await spreadOf(people, founded.case, count) })
    await then?.(running)
    return { ...adopted, record, spread }
  } finally {
    await Promise.all(nodes.map((node) => stopNode(node)))
  }
}

type Start = Parameters<typeof startNode>[0]

async function startsOf(
  parties: readonly string[],
  {
    directoryOf,
    buildOf,
  }: { readonly directoryOf: (party: string) => string } & Required<Pick<Wanted, 'buildOf'>>,
): Promise<readonly Start[]> {
  const urls: Record<string, string> = {}
  const ports: Record<string, number> = {}
  for (const party of parties) {
    // One after the other: two probes at once could be given the same free port.
    ports[party] = await freePort(0)
    urls[party] = `http://127.0.0.1:${ports[party]}`
  }
  return Promise.all(
    parties.map(async (party) => {
      const { [party]: _self, ...peers } = urls
      const data = directoryOf(party)
      return { party, data, port: ports[party]!, peers, main: await buildOf(party, data) }
    }),
  )
}

async function startAll(starts: readonly Start[]): Promise<NodeProcess[]> {
  const started = await Promise.allSettled(starts.map(startNode))
  const nodes = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const refused = started.find((one) => one.status === 'rejected')
  if (!refused) return nodes
  await Promise.all(nodes.map((node) => stopNode(node)))
  throw refused.reason
}

async function adopt(
  people: readonly PersonClient[],
  id: CharterId,
  tell: Tell,
): Promise<Omit<Agreement, 'spread' | 'record'>> {
  const [chair, ...others] = people
  const step = { id: 'position', kind: 'position' } as const
  const { id: on } = await onceAsked(() => chair!.file(id, 'propose', { step, text: positionV2 }))
  tell(`${chair!.name}, in the chair, puts the common position.`)
  const complies = { on, union: 'complies', national: 'complies' } as const
  await Promise.all(
    others.map(async (person) => {
      await until(async () => positionAt(person, id).then(({ version }) => version?.id === on))
      await onceAsked(() => person.file(id, 'comply', complies))
    }),
  )
  tell(`${others.length} nations comply, towards the Union and as to their own interests.`)
  // Nobody is still taking in what others said before: the time is of the last voice alone.
  await until(() => isOneState(people, id))
  await onceAsked(() => chair!.file(id, 'comply', complies))
  const [startedAt, bytesBefore] = [performance.now(), loopbackBytes()]
  tell(`${chair!.name} complies as the last.`)
  await until(async () => positionAt(chair!, id).then(({ version }) => version?.gate.open === true))
  await chair!.declare(id, on, 'adopted')
  tell(`${chair!.name} declares it adopted.`)
  const standingOf = async (person: PersonClient) =>
    (await positionAt(person, id)).version?.standing
  await Promise.all(
    people.map((person) => until(async () => (await standingOf(person)) === 'stands')),
  )
  const milliseconds = performance.now() - startedAt
  const bytesAfter = loopbackBytes()
  tell(`It stands on all ${people.length} nodes.`)
  // The states are compared where everybody holds every act.
  let nodes: readonly Outcome[] = []
  await until(async () => {
    const views = await Promise.all(people.map((person) => positionAt(person, id)))
    nodes = views.map(({ digest, version }, index) => ({
      member: people[index]!.party,
      standing: version?.standing ?? 'open',
      digest,
    }))
    return new Set(nodes.map(({ digest }) => digest)).size === 1
  })
  const bytes =
    bytesBefore === undefined || bytesAfter === undefined ? undefined : bytesAfter - bytesBefore
  return { nodes, milliseconds, bytes }
}

/** Throws unless the record proves, by itself, the state that the nodes computed. */
function checked(text: string, charterId: CharterId, nodes: readonly Outcome[]) {
  const startedAt = performance.now()
  const { trusted, digest, counts } = verifyBundle(text, { charterId, crypto })
  const milliseconds = performance.now() - startedAt
  if (!trusted || digest !== nodes[0]?.digest)
    throw new Error(`expected the record to prove ${nodes[0]?.digest}, got ${digest}`)
  return { bytes: text.length, acts: counts.acts, milliseconds }
}

export async function isOneState(people: readonly PersonClient[], id: CharterId): Promise<boolean> {
  const digests = await Promise.all(people.map(async (one) => (await one.state(id)).digest))
  return new Set(digests).size === 1
}

/** The chair files so many notes one after the other: bytes over the loopback until every node computed them in. */
async function spreadOf(people: readonly PersonClient[], id: CharterId, count: number) {
  const chair = people[0]!
  const before = loopbackBytes() ?? 0
  for (let n = 0; n < count; n += 1)
    await chair.file(id, 'note', { says: `Note ${n} of ${count}, as a desk officer writes one.` })
  await until(() => isOneState(people, id))
  return (loopbackBytes() ?? 0) - before
}

/** The position's latest version as that person's node has it. */
async function positionAt(person: PersonClient, id: CharterId) {
  const { state, digest } = await person.state(id)
  const step = state.steps.find(({ kind }) => kind === 'position')
  return { digest, version: step?.versions.at(-1) }
}

/** A node that has just started may not have reached its witnesses yet: it then logs nothing, and is asked again. */
async function onceAsked<T>(file: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + PATIENCE; ; await pause(500))
    try {
      return await file()
    } catch (error) {
      const isUnasked = error instanceof Error && error.message.includes('"strand.unasked"')
      if (!isUnasked || Date.now() > end) throw error
    }
}

export async function until(isSo: () => Promise<boolean>, patience = PATIENCE): Promise<void> {
  for (const end = Date.now() + patience; !(await isSo()); await pause(200))
    if (Date.now() > end)
      throw new Error(`expected it within ${patience / 1000} s: ${String(isSo)}`)
}

/** What the loopback interface has carried so far (proc(5), /proc/net/dev). */
function loopbackBytes(): number | undefined {
  try {
    const line = readFileSync('/proc/net/dev', 'utf8')
      .split('\n')
      .find((one) => /^\s*lo:/.test(one))
    return line === undefined ? undefined : Number(line.trim().split(/[\s:]+/)[1])
  } catch {
    // Not Linux: the bytes are not counted.
    return undefined
  }
}
