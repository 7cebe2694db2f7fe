import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CharterId } from '@entente/accord'
import { readConfig, writeConfig, type NodeConfig } from '../config.ts'
import { PartiesError } from '../parties/error.ts'
import { found } from '../parties/found.ts'
import { writeFounded } from '../parties/founded.ts'
import { lockDirectory } from '../platform/db/index.ts'
import { quietModem } from './coalition.ts'
import { freePort, startNode, stopNode, type NodeProcess } from './constellation.ts'
import {
  assetsFile,
  CSIRT_PERSON,
  foundOperators,
  lineIn,
  OPERATORS,
  type Operator,
  type OperatorCast,
} from './operators.ts'
import { logIn, type PersonClient } from './person.ts'
import type { People } from './play.ts'
import { readJsonFile } from '../platform/json-file.ts'

/** As whom Alder publishes: what this identity created, Alder may name an audience for. */
const ALDER_CERT = 'identity--17bb8652-d521-4b01-8a78-fdcf6783b0cf'
/** The statement with which Alder marks what is of the exercise; at Birch somebody has read it. */
const ALDER_STATEMENT = 'marking-definition--ea80cced-6fba-43c2-8a27-0fff0ae43efb'

const PARTIES = ['XA', 'XB', 'XC', 'CO'] as const
/** Who has a node: the parties of the coalition, and the operators, each a party of its reporting line only. */
export const NODES = [...PARTIES, 'XO', 'XL'] as const
type PartyName = (typeof NODES)[number]

/** Who at Cedar's node drafts and clears, by their ids. */
const COLLEAGUES: readonly string[] = ['drafter', 'adviser']

/** The file by which a directory is known to be an exercise's. */
const SETTING = 'exercise.json'
const Setting = z.strictObject({
  root: CharterId,
  ports: z.record(z.enum(NODES), z.int()),
})
type Setting = z.infer<typeof Setting>

export type Exercise = {
  readonly root: CharterId
  readonly nodes: Readonly<Record<PartyName, NodeProcess>>
  readonly people: People
  readonly operators: readonly OperatorCast[]
  /** Cedar's drafter and legal adviser. */
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
  const [alder, birch, cedar, chair] = await Promise.all(
    PARTIES.map((party) => logIn(nodes[party].link)),
  )
  const colleagues = await Promise.all(
    nodes.XC.links
      .filter(({ person }) => COLLEAGUES.includes(person))
      .map(async ({ person, url }) => ({ person, client: await logIn(url) })),
  )
  return {
    root: setting.root,
    nodes,
    people: { alder: alder!, birch: birch!, cedar: cedar!, chair: chair! },
    operators: await Promise.all(
      OPERATORS.map((operator) => castOf(operator, options.data, nodes)),
    ),
    colleagues,
    async restart(party) {
      nodes[party] = await start(party)
      return nodes[party]
    },
    async stop() {
      await Promise.all(Object.values(nodes).map((node) => stopNode(node)))
    },
  }
}

/** Logs both ends of a reporting line in. */
async function castOf(
  operator: Operator,
  data: string,
  nodes: Exercise['nodes'],
): Promise<OperatorCast> {
  const csirt = nodes[operator.authority].links.find(({ person }) => person === CSIRT_PERSON)!
  return {
    operator,
    officer: await logIn(nodes[operator.id].link),
    csirt: await logIn(csirt.url),
    line: lineIn(data, operator),
    assets: assetsFile(data, operator),
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

/** An operator meets its authority and nobody else. */
function peersTo(party: PartyName): readonly PartyName[] {
  const operator = OPERATORS.find(({ id }) => id === party)
  if (operator) return [operator.authority]
  const reporting = OPERATORS.filter(({ authority }) => authority === party)
  return [...PARTIES.filter((other) => other !== party), ...reporting.map(({ id }) => id)]
}

async function settle(data: string, ports: readonly number[] | 'auto') {
  const file = join(data, SETTING)
  const before = existsSync(file) ? readSetting(file) : undefined
  const root = before?.root ?? foundCoalition(data)
  foundOperators(data)
  const chosen: Record<string, number> = {}
  for (const [index, party] of NODES.entries()) {
    const wished = ports === 'auto' ? 0 : (before?.ports[party] ?? ports[index] ?? 0)
    // One after the other: two probes at once could be given the same free port.
    chosen[party] = await freePort(wished)
  }
  const setting = Setting.parse({ root, ports: chosen })
  writeFileSync(file, JSON.stringify(setting))
  return setting
}

function readSetting(file: string): Setting {
  const read = Setting.safeParse(readJsonFile(file))
  if (read.success) return read.data
  throw new PartiesError(
    'exercise.other-version',
    `expected an exercise that this version founded, got another in ${file}: begin anew with --fresh`,
  )
}

/** The first act: the root case is founded, and no other case is open but the one that anyone may read. */
export function foundCoalition(data: string): CharterId {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const directoryOf = (party: string) => join(data, party)
  const founded = found(quietModem, directoryOf, new Date())
  for (const party of PARTIES)
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
  settleSharing(directoryOf('XA'), { identities: [ALDER_CERT] })
  settleSharing(directoryOf('XB'), { accepted: [ALDER_STATEMENT] })
  return founded.root
}

function settleSharing(directory: string, settled: Partial<NodeConfig['sharing']>): void {
  const config = readConfig(directory)
  writeConfig(directory, { ...config, sharing: { ...config.sharing, ...settled } })
}
