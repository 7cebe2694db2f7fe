import { fork, type ChildProcess } from 'node:child_process'
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPosted } from '../apps/node/src/taxii/posting.ts'
import { addEntries, collectionRow } from '../apps/node/src/taxii/entries.ts'
import { keepMarkings, markedBy } from '../apps/node/src/taxii/marking.ts'
import type { Tables } from '../apps/node/src/taxii/tables.ts'
import { intelligenceStore } from '../apps/node/src/intelligence/index.ts'
import { startMedallion, THEIRS } from '../tools/interop/medallion.ts'
import { exponentOf, type Figure } from './figure.ts'
import { COLLECTION, openBench, TOKEN } from './taxii-server.ts'

const SERVER = fileURLToPath(new URL('./taxii-server.ts', import.meta.url))
const TYPE = 'application/taxii+json;version=2.1'
const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
const POST = 250
const PAGE = 1_000
/** Added over HTTP; as many again straight into the store. */
const ADDED = 10_000
/** How large a collection is that is read. */
const SIZES = [2_000, 20_000, 500_000]
/** Objects read before it is measured: what runs for days is measured, not its first second. */
const WARM = 100_000
const THEIR_SIZE = 2_000
const ROUNDS = 5
/** Pages from memory a round. */
const FIXED = 200

const indicator = (number: number) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  name: `Indicator ${number}`,
  description: 'An address from which terminals were told to wipe themselves',
  pattern: `[ipv4-addr:value = '${number >> 24}.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}']`,
  pattern_type: 'stix',
  valid_from: '2026-01-01T00:00:00Z',
  object_marking_refs: [GREEN],
})

const batches = (from: number, count: number, size: number) =>
  Array.from({ length: Math.ceil(count / size) }, (_, at) =>
    Array.from({ length: Math.min(size, count - at * size) }, (__, one) =>
      indicator(from + at * size + one),
    ),
  )

async function started(what: 'store' | 'bytes', file: string) {
  const flags = ['--conditions=entente-source', '--disable-warning=ExperimentalWarning']
  const child = fork(SERVER, [what, file], { execArgv: flags, stdio: 'inherit' })
  const url = await new Promise<string>((resolve) =>
    child.once('message', (said) => resolve(said as string)),
  )
  return { child, url }
}

async function stopped(child: ChildProcess) {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

type Peer = { readonly root: string; readonly authorization: string; readonly collection: string }

const ours = (url: string): Peer => ({
  root: `${url}/taxii2/api/`,
  authorization: `Bearer ${TOKEN}`,
  collection: COLLECTION,
})

/** Objects a second, one request after the other. */
async function add({ root, authorization, collection }: Peer, count: number): Promise<number> {
  const bodies = batches(0, count, POST).map((objects) => JSON.stringify({ objects }))
  const from = performance.now()
  for (const body of bodies) {
    const answer = await fetch(`${root}collections/${collection}/objects/`, {
      method: 'POST',
      headers: { accept: TYPE, 'content-type': TYPE, authorization },
      body,
    })
    const { success_count: successes } = (await answer.json()) as { success_count: number }
    if (answer.status !== 202 || successes !== Math.min(POST, count))
      throw new Error(`expected 202, got ${answer.status}`)
  }
  return (count * 1000) / (performance.now() - from)
}

/** Objects a second over the whole collection, and one page of it. */
async function read({ root, authorization, collection }: Peer, count: number) {
  let [found, more, page] = [0, '', new Uint8Array()]
  const from = performance.now()
  do {
    const url = `${root}collections/${collection}/objects/?limit=${PAGE}${more}`
    const answer = await fetch(url, { headers: { accept: TYPE, authorization } })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (page.length === 0) page = bytes
    const next = /^\{"more":true,"next":"([^"]+)"/.exec(
      Buffer.from(bytes.subarray(0, 200)).toString(),
    )
    // Where the members stand in another order the whole has to be read.
    const theirs =
      next === null
        ? (JSON.parse(Buffer.from(bytes).toString()) as { more?: boolean; next?: string })
        : undefined
    more = next ? `&next=${next[1]}` : theirs?.more === true ? `&next=${theirs.next}` : ''
    found += PAGE
  } while (more !== '')
  if (found < count) throw new Error(`expected ${count} objects, got ${found}`)
  return { rate: (count * 1000) / (performance.now() - from), page }
}

/** The same rows straight into the store, as many in a transaction as in a request. */
async function insert(file: string, count: number, size: number): Promise<number> {
  await using database = await openBench(file)
  const store = intelligenceStore(database)
  const encoder = new TextEncoder()
  let took = 0
  for (const objects of batches(0, count, size)) {
    const posted = readPosted(
      objects.map((one) => encoder.encode(JSON.stringify(one))),
      '',
    )
    const sound = posted.flatMap((one) => ('fault' in one ? [] : [one]))
    const texts = sound.map(({ value }) => markedBy(value, true))
    const from = performance.now()
    await store.receive(
      { name: 'bench', addedAt: '2026-01-01T00:00:00.000Z', outside: true },
      async (add_, inside) => {
        const db = inside.as<Tables>()
        const taken = await add_(sound)
        const marked = await keepMarkings(db, texts)
        const adding = sound.map(({ id, type, version, modified }, at) => ({
          object: id,
          type,
          version,
          ...(modified === undefined ? {} : { said: modified }),
          content: taken[at]!.seq,
          marked: marked.get(texts[at]!)!,
          posted: true,
        }))
        await addEntries(db, await collectionRow(db, COLLECTION), adding, Date.now() * 1000)
      },
    )
    took += performance.now() - from
  }
  return (count * 1000) / took
}

/** What medallion does in the same run, where its packages are there (`npm run test:interop` brings them). */
async function theirs(directory: string): Promise<{ add: number; read: number } | undefined> {
  const [python] = globSync('node_modules/.cache/interop-*/bin/python', {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  })
  if (python === undefined) return undefined
  const place = fileURLToPath(new URL(`../${python}`, import.meta.url))
  const { url, child } = await startMedallion(place, directory, { page: PAGE, most: 2 ** 24 })
  const peer = {
    root: `${url}/trust/`,
    authorization: `Basic ${btoa('alder:secret')}`,
    collection: THEIRS,
  }
  try {
    return { add: await add(peer, THEIR_SIZE), read: (await read(peer, THEIR_SIZE)).rate }
  } finally {
    child.kill()
  }
}

const rounded = (rate: number) => Math.round(rate).toLocaleString('en')

/** P1: objects added over HTTP, against the same rows straight into the store. */
export async function addObjects(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  try {
    const { child, url } = await started('store', join(directory, 'served.db'))
    const rate = await add(ours(url), ADDED)
    await stopped(child)
    const limit = await insert(join(directory, 'straight.db'), ADDED, POST)
    const peer = await theirs(directory)
    const beside = peer ? `; medallion in memory and without validation: ${rounded(peer.add)}` : ''
    return [
      {
        id: 'P1',
        what: `TAXII add: ${ADDED.toLocaleString('en')} indicators, ${POST} a request, validated and on disk${beside}`,
        figure: rate,
        unit: 'objects/s',
        limit,
        ratio: rate / limit,
        budget: '≥ 30 % of the limit and ≥ 5,000 objects/s',
        met: rate >= 0.3 * limit && rate >= 5_000,
        sizes: [],
      },
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** P2: a whole collection read over HTTP, against the same server that sends the same bytes from memory. */
export async function getObjects(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  try {
    const sizes: { n: number; figure: number; milliseconds: number }[] = []
    let limit = 0
    for (const n of SIZES) {
      const file = join(directory, `${n}.db`)
      await insert(file, n, 5_000)
      const { child, url } = await started('store', file)
      const { page } = await read(ours(url), n)
      for (let warm = n; warm < WARM; warm += n) await read(ours(url), n)
      const bytes = join(directory, 'page.json')
      writeFileSync(bytes, page)
      const fixed = await started('bytes', bytes)
      await readFixed(fixed.url, 20)
      // In turn, so that a slow moment of the machine is one of both.
      let [served, sent] = [0, 0]
      for (let round = 0; round < ROUNDS; round++) {
        served += 1_000 / (await read(ours(url), n)).rate
        sent += 1_000 / (await readFixed(fixed.url, FIXED))
      }
      await stopped(child)
      await stopped(fixed.child)
      rmSync(file)
      const figure = (ROUNDS * 1_000) / served
      limit = (ROUNDS * 1_000) / sent
      sizes.push({ n, figure, milliseconds: (n * 1000) / figure })
    }
    const peer = await theirs(directory)
    const { n, figure } = sizes.at(-1)!
    const beside = peer
      ? `; medallion, ${THEIR_SIZE.toLocaleString('en')} in memory: ${rounded(peer.read)}`
      : ''
    return [
      {
        id: 'P2',
        what: `TAXII get: a collection of ${n.toLocaleString('en')} indicators, ${PAGE.toLocaleString('en')} a page${beside}`,
        figure,
        unit: 'objects/s',
        limit,
        ratio: figure / limit,
        budget: '≥ 40 % of the limit and ≥ 30,000 objects/s; flat',
        met: figure >= 0.4 * limit && figure >= 30_000,
        sizes: sizes.map((one) => ({ n: one.n, figure: one.figure })),
        exponent: exponentOf(sizes),
      },
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Objects a second where so many pages are sent from memory. */
async function readFixed(url: string, pages: number): Promise<number> {
  const from = performance.now()
  for (let at = 0; at < pages; at++) await (await fetch(url)).arrayBuffer()
  return (pages * PAGE * 1000) / (performance.now() - from)
}
