import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Hono } from 'hono'
import type { PartyId } from '@entente/accord'
import { remembering } from '@entente/log'
import {
  caseMigrations,
  caseStore,
  createFeeds,
  federationRoutes,
  openCaseFiles,
  startPulling,
  type HeldCase,
  type HeldCaseFiles,
  type Pulling,
} from '../../src/federation/index.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { openDatabase, type Database } from '../../src/platform/db/index.ts'
import { notFound, onError } from '../../src/platform/http/problem.ts'
import { chanceOf, type Chance } from './chance.ts'
import { HOUR, MINUTE, type Coalition } from './coalition.ts'
import { simulatedTime, type Time } from './time.ts'
import { simulatedWires, urlOf, type Host, type Wires } from './wires.ts'

/** A node as it is put together for production, but for its wires, its timers and its clock. */
export type SimulatedNode = {
  readonly party: PartyId
  readonly clock: Clock
  readonly caseFiles: HeldCaseFiles
  readonly file: HeldCase
  readonly pulling: Pulling
  readonly isAlive: () => boolean
  /** Every line in which it told of a defect or of something wrong with a peer. */
  readonly warnings: readonly string[]
  /** Copies its store as a backup would, at this moment; gives the copy's path. */
  readonly backup: () => Promise<string>
  /** From now on the party's address leads to this instance. */
  readonly takeAddress: () => void
  /** As if its machine lost power: nothing it has begun ends. */
  readonly crash: () => void
}

export type World = {
  readonly coalition: Coalition
  readonly time: Time
  readonly wires: Wires
  readonly chance: Chance
  readonly nodes: () => readonly SimulatedNode[]
  readonly node: (party: PartyId) => SimulatedNode
  /** Starts a party's node on an empty store, or on the copy of one. */
  readonly start: (party: PartyId, options?: StartOptions) => Promise<SimulatedNode>
  /** How far a node's clock is from true time, in milliseconds; it may jump either way. */
  readonly skew: (party: PartyId, milliseconds: number) => void
  readonly onNode: (listener: (node: SimulatedNode) => void) => void
  readonly close: () => Promise<void>
}

export type StartOptions = {
  readonly from?: string
  /** A second instance with the same keys: it asks others, and nobody reaches it unless it takes the address. */
  readonly isTwin?: boolean
  /** Stands before the node and may answer in its place. */
  readonly before?: Before
}

/** An answer in the place of the node's own; or none at all; or the node's own. */
export type Before = (request: Request) => Promise<Response | 'none' | 'its own'>

export type WorldOptions = {
  readonly coalition: Coalition
  readonly seed: number
  readonly start?: number
  /** Milliseconds between two rounds of pulling. */
  readonly interval?: number
}

/** 2026-11-24T12:00:00Z */
const START = 1_795_521_600_000

/**
 * What half a second is to a node. The more nodes there are the longer each waits, up to twenty rounds where it hears a feed: the days
 * at the end, in which all come together, must hold that twice.
 */
const intervalFor = (nodes: number): number => 40 * MINUTE * Math.min(1, 12 / (nodes - 1))

/** Nodes of one coalition in one process, in simulated time, over a simulated network. */
export function openWorld({
  coalition,
  seed,
  start = START,
  interval = intervalFor(coalition.members.length),
}: WorldOptions): World {
  const time = simulatedTime(start)
  const chance = chanceOf(seed)
  const wires = simulatedWires(time, chance.fork('wires'))
  const nodes = new Map<PartyId, SimulatedNode>()
  const twins: SimulatedNode[] = []
  const skews = new Map<PartyId, number>()
  const listeners: ((node: SimulatedNode) => void)[] = []
  const folder = mkdtempSync(join(tmpdir(), 'entente-simulation-'))
  const databases: Database[] = []
  const copies = { made: 0 }
  const shared = { coalition, time, wires, chance, interval, crypto: remembering(crypto) }
  return {
    coalition,
    time,
    wires,
    chance,
    nodes: () => [...nodes.values(), ...twins.filter(({ isAlive }) => isAlive())],
    node: (party) => nodes.get(party)!,
    skew: (party, milliseconds) => void skews.set(party, milliseconds),
    onNode: (listener) => void listeners.push(listener),
    start: async (party, options = {}) => {
      const database = await openDatabase(':memory:', caseMigrations)
      if (options.from !== undefined) await restore(database, options.from)
      databases.push(database)
      const clock = { now: () => Math.floor(time.now() + (skews.get(party) ?? 0)) }
      const copyTo = () => {
        const directory = join(folder, `${copies.made++}`)
        mkdirSync(directory)
        return join(directory, 'entente.db')
      }
      const node = await startNode(party, { ...shared, ...options, database, clock, copyTo })
      if (options.isTwin) twins.push(node)
      else nodes.set(party, node)
      for (const listener of listeners) listener(node)
      return node
    },
    close: async () => {
      for (const node of [...nodes.values(), ...twins]) node.crash()
      // What was under way may still read a store: it ends in this time, without an answer.
      await time.run(time.now() + HOUR)
      for (const database of databases) await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Puts a backup into an empty store of the same program. */
async function restore(database: Database, from: string): Promise<void> {
  const db = database.as<Record<string, never>>()
  await sql.raw(`attach database '${from}' as backup`).execute(db)
  const { rows } = await sql<{
    name: string
  }>`select name from backup.sqlite_master where type = 'table' and name not like 'sqlite_%'`.execute(
    db,
  )
  for (const { name } of rows) {
    await sql.raw(`delete from main.${name}`).execute(db)
    await sql.raw(`insert into main.${name} select * from backup.${name}`).execute(db)
  }
  await sql.raw('detach database backup').execute(db)
}

type Starting = StartOptions & {
  readonly coalition: Coalition
  readonly time: Time
  readonly wires: Wires
  readonly chance: Chance
  readonly interval: number
  readonly crypto: typeof crypto
  readonly database: Database
  readonly clock: Clock
  readonly copyTo: () => string
}

async function startNode(party: PartyId, options: Starting): Promise<SimulatedNode> {
  const { coalition, time, wires, chance, interval, database, clock, copyTo } = options
  const life = { isOver: false }
  const isAlive = () => !life.isOver
  const warnings: string[] = []
  const born = time.now()
  const own = chance.fork(`${party} ${born} ${options.isTwin ? 'twin' : ''}`)
  const caseFiles = await openCaseFiles({
    store: caseStore(database),
    party,
    logSigner: coalition.logSigner,
    witnessSigner: coalition.witnessSigner(party),
    clock,
    crypto: options.crypto,
    warn: (line) => void warnings.push(line),
    peers: () => coalition.members.map((peer) => ({ party: peer, url: urlOf(peer) })),
    outside: {
      network: wires.of(party, isAlive),
      chance: own.next,
      timers: {
        elapsed: () => time.now() - born,
        after: (milliseconds, run) => time.after(milliseconds, () => isAlive() && run()),
      },
    },
  })
  const { charter } = await caseFiles.add(coalition.charterBytes)
  const file = caseFiles.held().find((one) => one.charter.id === charter.id)!
  const host = hostOf(caseFiles, { ...options, warnings })
  const takeAddress = () => wires.host(party, host)
  if (!options.isTwin) takeAddress()
  const pulling = startPulling({ caseFiles, interval, audit: 24 * HOUR })
  return {
    party,
    clock,
    caseFiles,
    file,
    pulling,
    isAlive,
    warnings,
    takeAddress,
    backup: async () => {
      const to = copyTo()
      await sql.raw(`vacuum into '${to}'`).execute(database.as())
      return to
    },
    crash: () => {
      life.isOver = true
      if (!options.isTwin) wires.host(party, undefined)
    },
  }
}

/** What other nodes ask of this one, as `serve` puts it together. */
function hostOf(
  caseFiles: HeldCaseFiles,
  { before, warnings }: Pick<Starting, 'before'> & { readonly warnings: string[] },
): Host {
  const app = new Hono()
  app.onError(onError((line) => void warnings.push(line)))
  app.notFound(notFound)
  app.route('/', createFeeds(caseFiles).routes)
  app.route('/', federationRoutes({ caseFiles, name: caseFiles.party }))
  return async (request) => {
    // A copy, since a body is read once.
    const answer = before ? await before(request.clone()) : 'its own'
    if (answer === 'its own') return app.fetch(request)
    return answer === 'none' ? undefined : answer
  }
}
