import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readEnvelope } from '@entente/taxii'
import {
  freePort,
  startNode,
  stopNode,
  type NodeProcess,
} from '../apps/node/src/demo/constellation.ts'
import { logIn, type PersonClient } from '../apps/node/src/demo/person.ts'
import { nations } from '../apps/node/src/demo/nations.ts'
import type { Facets } from '../apps/node/src/api.ts'
import { found } from '../apps/node/src/parties/found.ts'
import { writeFounded } from '../apps/node/src/parties/founded.ts'
import { chanceOf } from '../apps/node/test/simulation/chance.ts'
import { cuttingProxy, type CuttingProxy } from './cutting-proxy.ts'

/** Nodes, each a process; the objects that each of them has at first; and how often one is killed. */
const NODES = 9
const OBJECTS = 60_000
const KILLS = 18
/** Of so many nodes one pushes to the next. */
const PUSHES_EACH = 3
const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
const TYPE = 'application/taxii+json;version=2.1'
/** Objects of one addition. */
const AT_ONCE = 500
/** Milliseconds after which what is not everywhere is held to be lost. */
const PATIENCE = 60 * 60_000

type Member = {
  readonly party: string
  readonly data: string
  readonly port: number
  readonly proxy: CuttingProxy
  readonly token: string
  node: NodeProcess
  person: PersonClient
}

/**
 * `exchange [objects]`: nine nodes in a ring, each a process with a store of its own, have different objects and each has by TAXII
 * from both its neighbours whatever those have, what they have from others too: what comes from the far side was handed on four
 * times. Each pulls; but every third pushes to the next, which does not pull from it. On the way connections are refused, answered
 * with 503 and cut within an answer, and nodes are killed and started again. At the end all have the same objects, compared by the
 * hash of all their bytes.
 */
export async function exchange(words: readonly string[]): Promise<object> {
  const [objects = OBJECTS] = words.map(Number)
  const directory = mkdtempSync(join(tmpdir(), 'entente-soak-'))
  const members = await settle(directory, objects)
  try {
    const startedAt = performance.now()
    const kills = await killing(members, async () => {
      const counts = await Promise.all(members.map(countOf))
      return counts.every((count) => count === objects)
    })
    const seconds = (performance.now() - startedAt) / 1000
    const digests = await Promise.all(members.map(digestOf))
    const [first] = digests
    if (digests.some(({ digest, count }) => digest !== first!.digest || count !== objects))
      throw new Error(`expected the same ${objects} objects at all, got ${JSON.stringify(digests)}`)
    const of = (what: keyof CuttingProxy['counts']) =>
      members.reduce((sum, { proxy }) => sum + proxy.counts[what], 0)
    const exchanged = of('objects')
    return {
      what: 'objects by TAXII among nodes in a ring, each a process: drops, restarts, and the same objects at all of them',
      nodes: members.length,
      objects,
      exchanged,
      posted: of('posted'),
      perSecond: Math.round(exchanged / seconds),
      pages: of('pages'),
      refused: of('refused'),
      cut: of('cut'),
      kills,
      seconds: Math.round(seconds),
      sameAtAll: digests.length,
      digest: first!.digest,
    }
  } finally {
    await Promise.all(members.map(({ node }) => stopNode(node)))
    await Promise.all(members.map(({ proxy }) => proxy.close()))
    rmSync(directory, { recursive: true, force: true })
  }
}

type Place = Omit<Member, 'node' | 'person'>

/** Founds the coalition, gives each its share of the objects and two neighbours, and starts all. */
async function settle(directory: string, objects: number): Promise<readonly Member[]> {
  const founding = nations(NODES)
  const parties = founding.parties.map(({ id }) => id)
  const directoryOf = (party: string) => join(directory, party)
  const founded = found(founding, directoryOf, new Date())
  const places: Place[] = []
  for (const [at, party] of parties.entries()) {
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
    const port = await freePort(0)
    const proxy = await cuttingProxy(`http://127.0.0.1:${port}`, at)
    places.push({ party, data: directoryOf(party), port, proxy, token: randomUUID() })
  }
  const doesPush = (at: number) => at % PUSHES_EACH === 0
  for (const [at, place] of places.entries()) {
    const [before, after] = [(at + NODES - 1) % NODES, (at + 1) % NODES]
    settleOne(place, places, {
      pulls: [...(doesPush(before) ? [] : [places[before]!]), places[after]!],
      ...(doesPush(at) ? { pushes: places[after]! } : {}),
      ...(doesPush(before) ? { takes: places[before]! } : {}),
    })
  }
  const each = Math.ceil(objects / NODES)
  const members: Member[] = []
  for (const [at, place] of places.entries()) {
    const member = { ...place, ...(await start(place)) }
    members.push(member)
    await add(member, at * each, Math.min(each, objects - at * each))
  }
  return members
}

const COLLECTION = '00000000-0000-4000-8000-000000000001'

/** From whom a node takes what they offer, to whom it brings what it has, and from whom it lets that be brought. */
type Neighbours = {
  readonly pulls: readonly Place[]
  readonly pushes?: Place
  readonly takes?: Place
}

/** Says in `node.json` what this node offers to all, and what it exchanges with its neighbours. */
function settleOne(
  { party, data, port, token }: Place,
  all: readonly Place[],
  { pulls, pushes, takes }: Neighbours,
): void {
  const secretFile = join(data, 'taxii-token')
  writeFileSync(secretFile, token, { mode: 0o600 })
  const parties = all.map((one) => one.party)
  const file = join(data, 'node.json')
  const config = JSON.parse(readFileSync(file, 'utf8')) as object
  const setting = {
    ...config,
    peers: Object.fromEntries(
      all.flatMap((one) => (one.port === port ? [] : [[one.party, urlOf(one)]])),
    ),
    sharing: { communities: [{ id: 'all', name: 'All', parties, ceiling: 'TLP:AMBER' }] },
    taxii: {
      collections: [
        { id: COLLECTION, title: 'All', audience: 'community:all', takes: 'everything' },
      ],
      clients: all.map((one) => ({
        id: one.party.toLowerCase(),
        name: one.party,
        party: one.party,
        token: hashOf(one.token),
        reads: [COLLECTION],
        writes: one.party === party || one === takes ? [COLLECTION] : [],
      })),
      remotes: pulls.map((one) => ({
        id: one.party.toLowerCase(),
        party: one.party,
        root: `${one.proxy.url}/taxii2/api/`,
        collection: COLLECTION,
        ...(one === pushes ? { pushes: COLLECTION } : {}),
        secretFile,
        every: 5,
      })),
    },
  }
  writeFileSync(file, JSON.stringify(setting))
}

const urlOf = ({ port }: Pick<Place, 'port'>) => `http://127.0.0.1:${port}`
const hashOf = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')

async function start({ party, data, port }: Place): Promise<Pick<Member, 'node' | 'person'>> {
  const node = await startNode({ party, data, port, peers: {} })
  return { node, person: await logIn(node.link) }
}

const indicator = (number: number) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  name: `Indicator ${number}`,
  pattern: `[ipv4-addr:value = '${number >> 24}.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}']`,
  pattern_type: 'stix',
  valid_from: '2026-01-01T00:00:00Z',
  object_marking_refs: [GREEN],
})

const endpoint = (member: Place, more = '') =>
  `${urlOf(member)}/taxii2/api/collections/${COLLECTION}/objects/${more}`

/** As a node's own program adds to it. */
async function add(member: Member, from: number, count: number): Promise<void> {
  for (let done = 0; done < count; done += AT_ONCE) {
    const objects = Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, at) =>
      indicator(from + done + at),
    )
    const answer = await fetch(endpoint(member), {
      method: 'POST',
      headers: { accept: TYPE, 'content-type': TYPE, authorization: `Bearer ${member.token}` },
      body: JSON.stringify({ objects }),
    })
    const status = (await answer.json()) as { readonly success_count?: number }
    if (status.success_count !== objects.length)
      throw new Error(
        `expected ${objects.length} added, got ${JSON.stringify(status).slice(0, 300)}`,
      )
  }
}

/** Kills a node every few seconds and starts it again, then waits for the end. */
async function killing(members: readonly Member[], isDone: () => Promise<boolean>) {
  const chance = chanceOf(members.length, 'kills')
  const until = performance.now() + PATIENCE
  let kills = 0
  for (;;) {
    await pause(chance.whole(2_000, 6_000))
    if (await isDone()) return kills
    if (performance.now() > until) throw new Error('expected all objects everywhere in time')
    if (kills >= KILLS) continue
    const member = chance.pick(members)
    await stopNode(member.node, 'SIGKILL')
    kills += 1
    await pause(chance.whole(0, 3_000))
    Object.assign(member, await start(member))
  }
}

/** What a node offers, page by page, to a program of its own. */
async function* offeredBy(member: Member): AsyncGenerator<readonly Uint8Array[]> {
  let more = ''
  do {
    const answer = await fetch(endpoint(member, `?limit=1000${more}`), {
      headers: { accept: TYPE, authorization: `Bearer ${member.token}` },
    })
    const page = readEnvelope(new Uint8Array(await answer.arrayBuffer()))
    yield page.objects
    more = page.next === undefined ? '' : `&next=${page.next}`
  } while (more !== '')
}

/** Objects that a node holds by its own count. */
const countOf = async ({ person }: Member) =>
  (await person.ask<Facets>('/api/v1/objects/facets?q=type:indicator')).total

/** The hash over the hashes of all bytes of all objects, in the order of these hashes. */
async function digestOf(
  member: Member,
): Promise<{ readonly digest: string; readonly count: number }> {
  const hashes: string[] = []
  for await (const objects of offeredBy(member)) hashes.push(...objects.map(hashOf))
  return { digest: hashOf(hashes.toSorted().join('\n')), count: hashes.length }
}
