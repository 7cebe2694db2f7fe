import type { CharterId } from '@entente/accord'
import type { CaseView, PublicationList, SealedView } from '../../src/api.ts'
import { FORMAT_NAMES } from '../../src/sharing/write-as.ts'
import {
  answerTo,
  changesOf,
  hashOf,
  readsOf,
  type Asked,
  type Asker,
  type Known,
  type Origins,
} from './asking.ts'
import { COLLECTION, NAMES, tokenOf, type Name } from './constellation.ts'
import { createFinder } from './found.ts'
import type { Speaking } from './speaking.ts'
import type { Reader } from './table.ts'
import type { Canary } from './words.ts'

/** Somebody whose eyes saw bytes. */
export type Eyes = {
  readonly name: string
  /** Which column of the table this is, of a word. */
  readonly as: (canary: Canary) => Reader
  /** The words that stood in the bytes. */
  readonly found: Set<string>
}

export type Looked = {
  readonly eyes: readonly Eyes[]
  /** What was read: the patterns of routes that answered somebody. */
  readonly answered: ReadonlySet<string>
  readonly asked: ReadonlySet<string>
}

/** Which parties each case has. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  root: ['XA', 'XB', 'XC', 'XD'],
  public: ['XA', 'XB', 'XC', 'XD'],
  shared: ['XA', 'XB', 'XC'],
  other: ['XA', 'XD'],
  line: ['XA', 'XO'],
}
const OF_THE_OPERATOR = /^(?:incident-report|inventory) |^draft of a report$/

/** What a person of a party is to a word, by the first table of the page. */
const readerOf =
  (party: Name, isAdministrator: boolean): Eyes['as'] =>
  ({ at, kind, field }) => {
    const speaker = OF_THE_OPERATOR.test(`${kind} ${field}`) ? 'XO' : 'XA'
    if (party === speaker) return isAdministrator ? 'own administrator' : 'own people'
    if (!PLACES[at]!.includes(party)) return party === 'XO' ? 'operator' : 'coalition'
    if (party === 'XB') return isAdministrator ? 'reader’s administrator' : 'reader'
    return isAdministrator ? 'party’s administrator' : 'party'
  }

/** Every reader reads all there is to read; then, the least entitled first, each does all there is to do. */
export async function lookAround(speaking: Speaking, written: () => Buffer): Promise<Looked> {
  const { world } = speaking
  const all = await glasses(speaking)
  const { look, eyes, known, recipients } = all
  const stranger = { recipient: recipients.get('XC')! }
  const changing: (() => Promise<void>)[] = []
  const anyone = newEyes(eyes, 'anyone', () => 'anyone')
  for (const party of NAMES) {
    const node = world.nodes[party]
    await look(anyone, party, readsOf(node, known, stranger), stranger)
    changing.push(() => look(anyone, party, changesOf(node, known, stranger, {}), stranger))
  }
  for (const party of NAMES) await nodeLooks(all, party)
  const least = world.seats.toSorted((a, b) => NAMES.indexOf(b.party) - NAMES.indexOf(a.party))
  for (const { party, person, cookie } of least) {
    const asker = { cookie, recipient: recipients.get(party)! }
    const as = readerOf(party, person === 'administrator')
    const found = newEyes(eyes, `${person} of ${party}`, as)
    const node = world.nodes[party]
    // An operator's node has no public case: whoever works there reads what anyone reads, at its nation's.
    if (party === 'XO') await look(found, 'XA', readsOf(world.nodes.XA, known, stranger), stranger)
    const mine = person === 'desk' && party === 'XA' ? known : { ...known, calendars: [] }
    await look(found, party, readsOf(node, mine, asker), asker)
    const doing = () => changesOf(node, mine, asker, bodiesOf(speaking))
    changing.push(() => look(found, party, doing(), asker))
  }
  for (const change of changing) await change()
  const log = newEyes(eyes, 'what the nodes write', () => 'log')
  for (const word of all.find(written())) log.add(word)
  return all
}

/** What calls people and nodes, whoever asks for it: mail is looked at where it is sent. */
const CALLS = ['/calendar/', '/log/feed']

type Glasses = Looked & {
  readonly speaking: Speaking
  readonly eyes: Eyes[]
  readonly known: Known
  readonly recipients: ReadonlyMap<Name, string>
  readonly find: (bytes: Uint8Array) => ReadonlySet<string>
  readonly look: (
    found: Set<string>,
    of: Name,
    asked: readonly Asked[],
    asker: Asker,
  ) => Promise<void>
}

async function glasses(speaking: Speaking): Promise<Glasses> {
  const { world, desk } = speaking
  const views = await Promise.all(Object.values(world.cases).map((id) => desk.view(id)))
  const origins: Origins = new Map(
    views.map(({ charter: { id, parties } }) => [
      id,
      new Map(parties.map((party) => [party.id, party.origin])),
    ]),
  )
  const known = await knowing(speaking, views, origins)
  const find = createFinder()
  const eyes: Eyes[] = []
  const called = newEyes(eyes, 'calendars and hints', () => 'notification')
  const [answered, askedFor] = [new Set<string>(), new Set<string>()]
  return {
    speaking,
    known,
    find,
    answered,
    asked: askedFor,
    eyes,
    recipients: await recipientsOf(speaking),
    look: async (found, of, asked, asker) => {
      for (const one of asked) {
        const { status, bytes } = await answerTo(world, of, { ...asker, ...one }, origins)
        askedFor.add(`${one.method} ${one.pattern}`)
        if (status < 300) answered.add(`${one.method} ${one.pattern}`)
        const isCall = CALLS.some((path) => one.pattern.startsWith(path))
        for (const word of find(bytes))
          for (const seen of isCall ? [found, called] : [found]) seen.add(word)
      }
    },
  }
}

async function knowing(
  { world, desk, digests, drafts, objects, filed, hashes: attached }: Speaking,
  views: readonly CaseView[],
  origins: Origins,
): Promise<Known> {
  const sizes = new Map<string, number>()
  for (const { charter, acts } of views)
    for (const { id } of charter.parties) {
      const own = acts.filter(({ party, final }) => party === id && final)
      sizes.set(`${charter.id} ${id}`, own.length)
    }
  const acts = views.flatMap((view) => view.acts)
  const { publications } = await desk.ask<PublicationList>('/public/index.json')
  const { path } = await desk.post<{ path: string }>('/api/v1/reminders/calendar', {})
  return {
    world,
    sizes,
    digests,
    drafts,
    steps: ['situation', 'measure-1'],
    objects: objects.map(({ id }) => id),
    acts: actsByCase(views, new Set(filed.values())),
    origins: [...origins.values()].flatMap((one) => [...one.values()].map(hashOf)),
    publications: publications.map(({ id }) => id),
    hashes: [
      ...attached,
      ...acts.flatMap(({ act }) =>
        act?.kind === 'evidence'
          ? [...act.objects, ...(act.pointers ?? [])].map(({ sha256 }) => sha256)
          : [],
      ),
    ],
    statuses: [await posted(world)],
    calendars: [/([\w-]{43})\.ics$/.exec(path)![1]!],
  }
}

const actsByCase = (views: readonly CaseView[], filed: ReadonlySet<string>) =>
  new Map(
    views.map(({ charter, acts }) => [
      charter.id.slice('sha256:'.length),
      acts.flatMap(({ id }) => (filed.has(id) ? id : [])),
    ]),
  )

/** Birch's program adds an object at Alder, and is told under which id it may ask what became of it. */
async function posted({ nodes }: Speaking['world']): Promise<string> {
  const object = {
    type: 'tool',
    spec_version: '2.1',
    id: 'tool--5c0a9f6e-5d0f-4c3b-9d8e-0f6a1a2b3c4e',
    created: '2026-11-02T09:00:00.000Z',
    modified: '2026-11-02T09:00:00.000Z',
    name: 'nothing of anybody',
  }
  const type = 'application/taxii+json;version=2.1'
  const answer = await fetch(`${nodes.XA.url}/taxii2/api/collections/${COLLECTION}/objects/`, {
    method: 'POST',
    headers: { accept: type, 'content-type': type, authorization: `Bearer ${tokenOf('XB')}` },
    body: JSON.stringify({ objects: [object] }),
  })
  return ((await answer.json()) as { id: string }).id
}

async function recipientsOf({ world }: Speaking): Promise<ReadonlyMap<Name, string>> {
  const recipients = new Map<Name, string>()
  for (const party of NAMES) {
    const { client } = world.seat(party, 'desk')
    const { cases } = await client.ask<{ cases: { id: CharterId }[] }>('/api/v1/cases')
    const path = `/api/v1/cases/${cases[0]!.id}/disclosures`
    recipients.set(party, (await client.ask<SealedView>(path)).recipient)
  }
  return recipients
}

/** What nodes said to one another, and what a party's node is told that asks for everything. */
async function nodeLooks({ speaking, eyes, look, find, known, recipients }: Glasses, party: Name) {
  const { world } = speaking
  const reader = readerOf(party, false)
  const found = newEyes(eyes, `the wires of ${party}`, (canary) => {
    const as = reader(canary)
    return ['anyone', 'operator', 'coalition'].includes(as) ? as : 'between nodes'
  })
  for (const { asks, of, wire } of world.wires)
    if (asks === party || of === party)
      for (const word of [...find(wire.received()), ...find(wire.sent())]) found.add(word)
  const asker = { node: party, program: party, recipient: recipients.get(party)! }
  for (const of of NAMES.filter((other) => other !== party)) {
    // No signature opens the routes of persons: that they are shut without a session is asked by anyone.
    const asked = readsOf(world.nodes[of], known, asker).filter(
      ({ pattern }) => !pattern.startsWith('/api/'),
    )
    await look(found, of, asked, asker)
  }
}

function newEyes(eyes: Eyes[], name: string, as: Eyes['as']): Set<string> {
  const found = new Set<string>()
  eyes.push({ name, as, found })
  return found
}

/** Bodies that a route takes: what is only read by asking for it in a body is read as well. */
function bodiesOf({
  world,
  filed,
  objects,
}: Speaking): Readonly<Record<string, readonly unknown[]>> {
  const version = filed.get('amend')!
  const ids = objects.map(({ id }) => id)
  const audience = `case:${world.cases.shared}`
  const releases = FORMAT_NAMES.map((format) => ({ ids, audience, format }))
  return {
    'POST /api/v1/cases/:id/certificates': [{ on: version, result: 'adopted' }],
    'POST /api/v1/cases/:id/accusations': [{ of: 'XD' }],
    'POST /api/v1/cases/:id/what-if': [{ says: [] }],
    'POST /api/v1/publications': [{ what: 'position', case: world.cases.shared, version }],
    'POST /api/v1/hunts': [{ pattern: "[url:value LIKE '%']" }],
    'POST /api/v1/releases/preview': [releases.at(-1)],
    'POST /api/v1/releases': releases,
  }
}
