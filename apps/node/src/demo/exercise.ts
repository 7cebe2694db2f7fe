import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readConfig, writeConfig } from '../config.ts'
import { PartiesError } from '../parties/error.ts'
import { found } from '../parties/found.ts'
import { writeFounded } from '../parties/founded.ts'
import { lockDirectory } from '../platform/db/index.ts'
import { quietModem } from './coalition.ts'
import { freePort, startNode, stopNode, type NodeProcess } from './constellation.ts'
import {
  assetsFile,
  AUTHORITY,
  CSIRT_PERSON,
  foundOperators,
  lineIn,
  OPERATOR,
  type OperatorCast,
} from './operators.ts'
import { logIn, type PersonClient } from './person.ts'
import type { Cast } from './play.ts'

/** As whom Alder publishes: what this identity created, Alder may name an audience for. */
const ALDER_CERT = 'identity--17bb8652-d521-4b01-8a78-fdcf6783b0cf'

const PARTIES = ['XA', 'XB', 'XC', 'CO'] as const
/** Who has a node: the parties of the coalition, and an operator that is a party of its reporting line only. */
const NODES = [...PARTIES, OPERATOR] as const
type PartyName = (typeof NODES)[number]

/** Who at Cedar's node drafts and clears, by their ids. */
const COLLEAGUES: readonly string[] = ['drafter', 'adviser']

/** The file by which a directory is known to be an exercise's. */
const SETTING = 'exercise.json'
const Setting = z.strictObject({
  case: z.string(),
  root: z.string(),
  // An exercise that was founded before it had an operator has no port for it yet.
  ports: z.partialRecord(z.enum(NODES), z.int()),
})

export type Exercise = {
  readonly case: string
  readonly nodes: Readonly<Record<PartyName, NodeProcess>>
  readonly cast: Cast
  readonly operators: OperatorCast
  /** Cedar's drafter and legal adviser; nobody, in an exercise that was founded before it had them. */
  readonly colleagues: readonly { readonly person: string; readonly client: PersonClient }[]
  /** Starts a party's process again after it ended, on the port it had. */
  restart(party: PartyName): Promise<NodeProcess>
  stop(): Promise<void>
}

/** Founds the exercise's coalition once, or finds the one founded before, and starts its nodes. */
export async function startExercise(options: {
  readonly data: string
  readonly fresh: boolean
  readonly ports: readonly number[] | 'auto'
}): Promise<Exercise> {
  assertIdle(options.data)
  if (options.fresh) removeExercise(options.data)
  const setting = await settle(options.data, options.ports)
  const peersOf = (party: PartyName) =>
    Object.fromEntries(
      peersTo(party).map((other) => [other, `http://127.0.0.1:${setting.ports[other]}`]),
    )
  const start = (party: PartyName) =>
    startNode({
      party,
      data: join(options.data, party),
      port: setting.ports[party]!,
      peers: peersOf(party),
    })
  const started = await Promise.all(NODES.map(start))
  const nodes = Object.fromEntries(started.map((node) => [node.party, node])) as Record<
    PartyName,
    NodeProcess
  >
  const [alder, birch, cedar, chair, rowan] = await Promise.all(
    started.map(({ link }) => logIn(link)),
  )
  const colleagues = await Promise.all(
    nodes.XC.links
      .filter(({ person }) => COLLEAGUES.includes(person))
      .map(async ({ person, url }) => ({ person, client: await logIn(url) })),
  )
  const csirt = nodes[AUTHORITY].links.find(({ person }) => person === CSIRT_PERSON)
  return {
    case: setting.case,
    nodes,
    cast: { alder: alder!, birch: birch!, cedar: cedar!, chair: chair!, case: setting.case },
    colleagues,
    operators: {
      rowan: rowan!,
      csirt: await logIn(csirt!.url),
      line: lineIn(options.data),
      assets: assetsFile(options.data),
    },
    async restart(party) {
      nodes[party] = await start(party)
      return nodes[party]
    },
    async stop() {
      await Promise.all(Object.values(nodes).map((node) => stopNode(node)))
    },
  }
}

/** Asked before anything is removed or started: the nodes of an exercise that runs are left alone. */
function assertIdle(data: string) {
  for (const party of NODES)
    if (existsSync(join(data, party))) lockDirectory(join(data, party)).release()
}

/** Removes an exercise, and no directory that never was one, whatever was asked for by mistake. */
function removeExercise(data: string) {
  if (!existsSync(data)) return
  if (!existsSync(join(data, SETTING)) && readdirSync(data).length > 0)
    throw new PartiesError(
      'exercise.missing',
      `expected the data of an exercise to begin anew, got ${data}, which holds something else`,
    )
  rmSync(data, { recursive: true, force: true })
}

/** The operator meets its authority and nobody else. */
function peersTo(party: PartyName): readonly PartyName[] {
  if (party === OPERATOR) return [AUTHORITY]
  const others = PARTIES.filter((other) => other !== party)
  return party === AUTHORITY ? [...others, OPERATOR] : others
}

async function settle(data: string, ports: readonly number[] | 'auto') {
  const file = join(data, SETTING)
  const before = existsSync(file)
    ? Setting.parse(JSON.parse(readFileSync(file, 'utf8')))
    : undefined
  const founded = before ?? foundCoalition(data)
  foundOperators(data)
  const chosen: Record<string, number> = {}
  for (const [index, party] of NODES.entries()) {
    const wished = ports === 'auto' ? 0 : (before?.ports[party] ?? ports[index] ?? 0)
    // One after the other: two probes at once could be given the same free port.
    chosen[party] = await freePort(wished)
  }
  const setting = Setting.parse({ case: founded.case, root: founded.root, ports: chosen })
  writeFileSync(file, JSON.stringify(setting))
  return setting
}

function foundCoalition(data: string) {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const directoryOf = (party: string) => join(data, party)
  const founded = found(quietModem, directoryOf, new Date())
  for (const party of PARTIES)
    writeFounded(directoryOf(party), founded.charters, [founded.keyActs[party]!])
  const alder = readConfig(directoryOf('XA'))
  const sharing = { ...alder.sharing, identities: [ALDER_CERT] }
  writeConfig(directoryOf('XA'), { ...alder, sharing })
  return founded
}
