import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KIND_NAMES, parseCharter, type CharterId } from '@entente/accord'
import { readConfig, writeConfig } from '../../src/config.ts'
import { logIn, until, type PersonClient } from '../../src/demo/person.ts'
import { readCard } from '../../src/parties/card.ts'
import { found } from '../../src/parties/found.ts'
import { writeFounded } from '../../src/parties/founded.ts'
import { makeParty } from '../../src/parties/make-party.ts'
import { joinLine, lineCharter } from '../../src/parties/reporting-line.ts'
import { OPEN_CASE } from '../../src/parties/role.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { serve, type Serving } from '../../src/serve.ts'
import { OURS } from '../markings.ts'
import type { Aviary } from './words.ts'
import { recordWire, type Wire } from '../wire.ts'

/**
 * Alder speaks and chairs; Birch is handed what is sealed; Cedar is in the case and handed nothing; Dogwood is in
 * another case of Alder's and not in this one; an operator reports to Alder.
 */
export const NAMES = ['XA', 'XB', 'XC', 'XD', 'XO'] as const
export type Name = (typeof NAMES)[number]

/** A person of a node, with the session that a browser would have. */
export type Seat = {
  readonly party: Name
  readonly person: string
  readonly client: PersonClient
  readonly cookie: string
}

export type World = {
  readonly nodes: Readonly<Record<Name, Serving>>
  readonly directoryOf: (party: string) => string
  readonly cases: Readonly<Record<'root' | 'public' | 'shared' | 'other' | 'line', CharterId>>
  readonly seats: readonly Seat[]
  /** The person of that id at that party's node. */
  readonly seat: (party: Name, person: string) => Seat
  /** What each node got from each other one, and what it was asked. */
  readonly wires: readonly { readonly asks: Name; readonly of: Name; readonly wire: Wire }[]
  readonly close: () => Promise<void>
}

/** Every kind: what an authority may sign here is not what this is about. */
const VERBS = [...KIND_NAMES, OPEN_CASE]

const STEPS = {
  situation: { rule: 'express-unanimity' },
  measure: { rule: 'participants-only' },
  lessons: { rule: 'silence' },
  charter: { rule: 'participants-only' },
} as const

const person = (
  id: string,
  role: 'signatory' | 'drafter' | 'legal-adviser' | 'deputy' | 'administrator',
) => ({
  id,
  name: `${id} of the node`,
  role,
})
const ADMINISTRATOR = person('administrator', 'administrator')
const COLLEAGUES = {
  XA: [
    person('drafter', 'drafter'),
    person('adviser', 'legal-adviser'),
    person('deputy', 'deputy'),
    ADMINISTRATOR,
  ],
  XB: [ADMINISTRATOR],
  XC: [ADMINISTRATOR],
  XD: [],
}

export async function openWorld(words: Aviary): Promise<World> {
  const data = mkdtempSync(join(tmpdir(), 'entente-canary-'))
  const directoryOf = (party: string) => join(data, party)
  const founded = foundCoalition(directoryOf)
  const line = foundLine(directoryOf)
  settleSharing(directoryOf('XA'))
  const { nodes, wires } = await startNodes(directoryOf)
  const seats = await enterAll(nodes)
  const seat = (party: Name, id: string) => {
    const one = seats.find((other) => other.party === party && other.person === id)
    if (one) return one
    throw new Error(`expected ${id} at the node of ${party}, got nobody`)
  }
  const chair = seat('XA', 'desk').client
  const shared = await openCase(chair, words.in('charter', 'its title'), ['XB', 'XC'])
  const other = await openCase(chair, words.in('charter', 'its title', 'other'), ['XD'])
  settleTaxii(directoryOf('XA'), shared)
  return {
    nodes,
    directoryOf,
    cases: { root: founded.root, public: founded.public, shared, other, line },
    seats,
    seat,
    wires,
    close: async () => {
      await Promise.all(Object.values(nodes).map((node) => node[Symbol.asyncDispose]()))
      await Promise.all(wires.map(({ wire }) => wire.stop()))
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function foundCoalition(directoryOf: (party: string) => string) {
  const member = (id: 'XA' | 'XB' | 'XC' | 'XD', name: string) => ({
    id,
    name,
    role: 'member' as const,
    population: 25,
    authority: { id: `${id}-mfa`, name: 'Ministry of Foreign Affairs', verbs: VERBS },
    person: { id: 'desk', name: `Desk officer of ${name}` },
    colleagues: COLLEAGUES[id],
  })
  const parties = [
    member('XA', 'Alder'),
    member('XB', 'Birch'),
    member('XC', 'Cedar'),
    member('XD', 'Dogwood'),
  ]
  const founded = found(
    {
      slug: 'canary-26',
      coalition: 'Coalition of four',
      exercise: true,
      tlp: 'TLP:AMBER+STRICT',
      chair: 'XA',
      steps: STEPS,
      grace: 1,
      notice: 1,
      cure: 60,
      parties,
    },
    directoryOf,
    new Date(),
  )
  for (const { id } of parties)
    writeFounded(directoryOf(id), founded.charters, founded.keyActs[id]!)
  return founded
}

function foundLine(directoryOf: (party: string) => string): CharterId {
  makeParty(directoryOf('XO'), {
    id: 'XO',
    name: 'Rowan Wind Power',
    role: 'operator',
    authorities: [{ id: 'XO-security', name: 'Security of Rowan', verbs: VERBS }],
    people: [person('desk', 'signatory'), ADMINISTRATOR].map((one) => ({
      ...one,
      authority: 'XO-security',
    })),
  })
  const charter = lineCharter(
    { operator: readCard(directoryOf('XO')), authority: readCard(directoryOf('XA')) },
    {
      title: 'Reports of Rowan to Alder',
      exercise: true,
      tlp: 'TLP:AMBER+STRICT',
      origin: 'entente.example/canary-26/line',
    },
    crypto,
  )
  const { id } = parseCharter(charter, crypto)
  for (const party of ['XA', 'XO'])
    joinLine(directoryOf(party), charter, { id, crypto, nowAt: new Date() })
  return id
}

/** As whom Alder publishes what it puts before the others. */
function settleSharing(directory: string): void {
  const config = readConfig(directory)
  writeConfig(directory, { ...config, sharing: { ...config.sharing, identities: [OURS] } })
}

/** Where the programs of other parties read at Alder what is put before the shared case, and add. */
export const COLLECTION = '5c0a9f6e-5d0f-4c3b-9d8e-0f6a1a2b3c4d'
/** What a party's program says to be let in. */
export const tokenOf = (party: Name) => `the token of ${party}`.replaceAll(' ', '-')

function settleTaxii(directory: string, shared: CharterId): void {
  const collection = { id: COLLECTION, title: 'Of the case', audience: `case:${shared}` }
  const clients = (['XB', 'XC', 'XD'] as const).map((party) => ({
    id: party.toLowerCase(),
    name: 'a program',
    party,
    token: createHash('sha256').update(tokenOf(party)).digest('hex'),
    reads: [COLLECTION],
    writes: [COLLECTION],
  }))
  const taxii = { collections: [{ ...collection, takes: 'everything' as const }], clients }
  writeConfig(directory, { ...readConfig(directory), taxii })
}

const isPeer = (asks: Name, of: Name) =>
  asks !== of && (asks !== 'XO' || of === 'XA') && (of !== 'XO' || asks === 'XA')

/** Every node reaches every other by a wire of its own that keeps what passes. */
async function startNodes(directoryOf: (party: string) => string) {
  const pairs = NAMES.flatMap((asks) =>
    NAMES.filter((of) => isPeer(asks, of)).map((of) => ({ asks, of })),
  )
  const wires = await Promise.all(
    pairs.map(async (pair) => ({ ...pair, wire: await recordWire() })),
  )
  const started = await Promise.all(
    NAMES.map(async (party) => {
      const peers = wires
        .filter(({ asks }) => asks === party)
        .map(({ of, wire }) => [of, `http://127.0.0.1:${wire.port}`] as const)
      const node = await serve({
        data: directoryOf(party),
        port: 0,
        peers: Object.fromEntries(peers),
      })
      for (const { of, wire } of wires)
        if (of === party) wire.target = Number(new URL(node.url).port)
      return [party, node] as const
    }),
  )
  return { wires, nodes: Object.fromEntries(started) as Record<Name, Serving> }
}

const enterAll = async (nodes: World['nodes']): Promise<readonly Seat[]> =>
  (
    await Promise.all(
      NAMES.map(async (party) => {
        const links = await nodes[party].links()
        return Promise.all(
          links.map(async ({ person: id, url }) => {
            const client = await logIn(url)
            const entered = await fetch(await client.link(), { redirect: 'manual' })
            const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
            return { party, person: id, client, cookie }
          }),
        )
      }),
    )
  ).flat()

const openCase = (person: PersonClient, title: string, parties: readonly string[]) =>
  until(`the key acts of ${parties.join(', ')} to be known`, async () => {
    try {
      return (await person.post<{ id: CharterId }>('/api/v1/cases', { title, parties })).id
    } catch (error) {
      if (String(error).includes('case.unready')) return undefined
      throw error
    }
  })
