import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readConfig, writeConfig } from '../../apps/node/src/config.ts'
import { found } from '../../apps/node/src/parties/found.ts'
import { writeFounded } from '../../apps/node/src/parties/founded.ts'
import { serve } from '../../apps/node/src/serve.ts'
import { addClient, addCollection, addRemote } from '../../apps/node/src/taxii/settle.ts'
import { withFirstCase } from '../../apps/node/test/first-case.ts'
import { startMedallion, THEIRS } from './medallion.ts'
import type { Interop, Part } from './part.ts'

const run = promisify(execFile)
const WALK = fileURLToPath(new URL('./taxii_walk.py', import.meta.url))
const MAIN = fileURLToPath(new URL('../../apps/node/src/main.ts', import.meta.url))
const FLAGS = ['--conditions=entente-source', '--disable-warning=ExperimentalWarning']
const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
const TAXII = 'application/taxii+json;version=2.1'

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const DATE = '2026-01-01T00:00:00.000Z'

/** Tools, and every third an address, which has no version. */
const OBJECTS = Array.from({ length: 40 }, (_, at) =>
  at % 3 === 2
    ? {
        type: 'ipv4-addr',
        spec_version: '2.1',
        id: `ipv4-addr--${uuid(at)}`,
        value: `198.51.100.${at}`,
        object_marking_refs: [GREEN],
      }
    : {
        type: 'tool',
        spec_version: '2.1',
        id: `tool--${uuid(at)}`,
        created: DATE,
        modified: DATE,
        name: `Tool ${at}`,
        object_marking_refs: [GREEN],
      },
)
const IDS = OBJECTS.map(({ id }) => id)

/** TAXII 2.1 with the client and the server of OASIS (taxii2-client, medallion). */
export const taxii: Part = {
  name: 'TAXII 2.1: OASIS taxii2-client and medallion',
  run: async (interop) => {
    const directoryOf = (party: string) => join(interop.directory, party)
    const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
    for (const party of ['XA', 'XB']) {
      writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
      const config = readConfig(directoryOf(party))
      const csirts = {
        id: 'csirts',
        name: 'CSIRTs',
        parties: ['XA', 'XB', 'XC'],
        ceiling: 'TLP:AMBER' as const,
      }
      writeConfig(directoryOf(party), {
        ...config,
        sharing: { ...config.sharing, communities: [csirts] },
      })
    }
    await theirClient(interop, directoryOf('XA'))
    await ourClient(interop, directoryOf('XB'))
  },
}

/** What taxii2-client makes of our server. */
async function theirClient({ check, python, directory }: Interop, data: string): Promise<void> {
  addCollection(data, { title: 'Shared', alias: 'shared', audience: 'community:csirts' })
  const token = addClient(data, {
    id: 'oasis',
    name: 'taxii2-client',
    party: 'XB',
    reads: ['shared'],
    writes: ['shared'],
  })
  const posted = join(directory, 'objects.json')
  writeFileSync(posted, JSON.stringify(OBJECTS))
  await using node = await serve({ data, port: 0, peers: {} })
  const { stdout } = await run(python, [WALK, `${node.url}/taxii2/`, 'oasis', token, posted], {
    maxBuffer: 2 ** 26,
  })
  const seen = JSON.parse(stdout) as Record<string, never>
  const is = (name: string, key: string, expected: unknown) =>
    check(`taxii2-client ${name}`, () => assert.deepEqual(seen[key], expected))
  await is('reads discovery', 'title', `TAXII of ${readConfig(data).name}`)
  await is('reads the versions of the API root', 'root_versions', [TAXII])
  await is('reads the longest body', 'max_content_length', 16 * 1024 * 1024)
  await is('lists the collections', 'collections', [['Shared', true, true]])
  await is('comes in by bearer', 'bearer', ['Shared'])
  await is('adds objects and holds the status for valid', 'status', ['complete', 40, 0, 0])
  await is('adds objects again', 'again', ['complete', 2, 0])
  await is('reads a status back', 'read_back', 40)
  await is('pages through the objects', 'pages', 6)
  await is('finds every object once and in order', 'found', IDS)
  await is('pages through the manifest', 'listed', IDS)
  await check('taxii2-client reads dates that are unique and grow', () => {
    const dates: readonly string[] = seen['dates']!
    assert.deepEqual(dates, [...new Set(dates)].toSorted())
  })
  await is('goes on from a date', 'later', IDS.slice(10))
  await is(
    'matches a type',
    'tools',
    IDS.filter((id) => id.startsWith('tool')),
  )
  await is('reads one object as it was sent', 'one', [OBJECTS[0]])
  await is('reads the versions of an object', 'versions', [DATE])
  await is('deletes an object', 'gone', 404)
  await is('is refused with a wrong password', 'refused', 401)
}

/** What our command line makes of medallion. */
async function ourClient(interop: Interop, data: string): Promise<void> {
  const { url, child } = await startMedallion(interop.python, interop.directory, {
    page: 7,
    most: 20_000,
  })
  try {
    await exchange(interop, data, url)
  } finally {
    child.kill()
  }
}

async function entente(...words: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [...FLAGS, MAIN, ...words], { maxBuffer: 2 ** 26 })
  return stdout.trim()
}

async function exchange({ check, directory }: Interop, data: string, url: string): Promise<void> {
  const secretFile = join(directory, 'secret')
  writeFileSync(secretFile, 'secret')
  const access = ['--user', 'alder', '--secret-file', secretFile, '--json']
  const root = `${url}/trust/`
  const told = async (...words: readonly string[]) =>
    JSON.parse(await entente('taxii', ...words)) as Record<string, never>
  const is = (name: string, words: readonly string[], expected: Record<string, unknown>) =>
    check(`entente ${name}`, async () => {
      const { ...seen } = await told(...words)
      for (const [key, value] of Object.entries(expected))
        assert.deepEqual([key, seen[key]], [key, value])
    })
  await is('discovers medallion', ['discover', url, ...access], {
    title: 'medallion',
    api_roots: ['/trust/'],
  })
  await is('lists its collections', ['collections', root, ...access], {
    id: THEIRS,
    can_read: true,
    can_write: true,
  })
  const pushes = addCollection(data, {
    title: 'To medallion',
    audience: 'community:csirts',
    takes: 'everything',
  })
  const remote = { party: 'XA', root, collection: THEIRS, user: 'alder', secretFile }
  addRemote(data, { ...remote, id: 'medallion', pushes })
  addRemote(data, { ...remote, id: 'tools', match: { type: 'tool' } })
  const bundle = join(directory, 'bundle.json')
  writeFileSync(
    bundle,
    JSON.stringify({ type: 'bundle', id: `bundle--${uuid(1)}`, objects: OBJECTS.slice(0, 25) }),
  )
  await entente('import', bundle, '--data', data)
  const at = ['--data', data, '--json']
  await is('pushes to it', ['push', 'medallion', ...at], { objects: 25, new: 25, failed: 0 })
  await is('pushes nothing twice', ['push', 'medallion', ...at], { objects: 0 })
  await post(root, OBJECTS.slice(25))
  // All of one addition have one date there: only what `next` gives is complete.
  await is('pulls every page of it', ['pull', 'medallion', ...at], {
    objects: 40,
    new: 15,
    held: 25,
    failed: 0,
  })
  await is('pulls on from where it was', ['pull', 'medallion', ...at], { objects: 0 })
  await is('pushes nothing back that came from there', ['push', 'medallion', ...at], { objects: 0 })
  await is('pulls one type', ['pull', 'tools', ...at], {
    objects: IDS.filter((id) => id.startsWith('tool')).length,
  })
}

async function post(root: string, objects: readonly object[]): Promise<void> {
  const answer = await fetch(`${root}collections/${THEIRS}/objects/`, {
    method: 'POST',
    headers: {
      accept: TAXII,
      'content-type': TAXII,
      authorization: `Basic ${btoa('alder:secret')}`,
    },
    body: JSON.stringify({ objects }),
  })
  assert.equal(answer.status, 202)
}
