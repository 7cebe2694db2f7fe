import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tlp } from '@entente/release'
import { intelligenceMigrations, intelligenceStore } from '../src/intelligence/object-store.ts'
import { importBundle } from '../src/intelligence/import-bundle.ts'
import { findObjects } from '../src/intelligence/view.ts'
import { openDatabase } from '../src/platform/db/index.ts'
import { parseInventory } from '../src/assets/asset.ts'
import { stream } from './bundles.ts'

type Json = Readonly<Record<string, unknown>>

const FOLDER = new URL('../../../examples/quiet-modem/', import.meta.url)
const text = readFileSync(new URL('quiet-modem.json', FOLDER), 'utf8')
const readme = readFileSync(new URL('README.md', FOLDER), 'utf8')
const { objects } = JSON.parse(text) as { objects: readonly Json[] }
const ofType = (type: string) => objects.filter((object) => object['type'] === type)

/** STIX 2.1 section 2.9: UUIDv5 of the contributing properties as canonical JSON, here of flat values. */
function observableId(type: string, contributing: Json): string {
  const namespace = Buffer.from('00abedb4aa42466c9c01fed23315a9b7', 'hex')
  const sorted = Object.fromEntries(
    Object.entries(contributing).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
  const hash = createHash('sha1').update(namespace).update(JSON.stringify(sorted)).digest()
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${type}--${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

describe('the exercise’s own evidence', () => {
  test('comes in whole, refers to nothing that is missing and loses nothing', async () => {
    await using database = await openDatabase(':memory:', intelligenceMigrations)
    const store = intelligenceStore(database)
    const clock = { now: () => Date.UTC(2026, 10, 25) }
    expect(
      await importBundle(store, stream(text), { name: 'quiet-modem.json', clock }),
    ).toMatchObject({
      objects: 43,
      new: 43,
      conflicts: [],
      dangling: [],
      notKept: [],
    })
    const found = await findObjects(store, { q: 'exercise', red: true, clock, limit: 100 })
    const types = new Set(found.objects.map(({ type }) => type))
    for (const type of ['malware', 'indicator', 'incident', 'report', 'intrusion-set'])
      expect(types).toContain(type)
  })

  test('says of every object that it is of the exercise, and how far it may go', () => {
    const [statement] = objects.filter((object) => object['definition_type'] === 'statement')
    expect(JSON.stringify(statement)).toContain('Exercise Quiet Modem 26')
    for (const object of objects) {
      if (object['type'] === 'marking-definition') continue
      const markings = object['object_marking_refs'] as readonly string[]
      expect(markings).toContain(statement?.['id'])
      expect(markings.flatMap((id) => tlp(id) ?? [])).toHaveLength(1)
    }
  })

  test('has the observables’ ids that their content gives', () => {
    const [file] = ofType('file')
    const [traffic] = ofType('network-traffic')
    const [software] = ofType('software')
    const pick = (object: Json | undefined, ...keys: readonly string[]) =>
      Object.fromEntries(keys.map((key) => [key, object?.[key]]))
    const expected = [
      ...[...ofType('ipv4-addr'), ...ofType('domain-name')].map((object) =>
        observableId(object['type'] as string, pick(object, 'value')),
      ),
      observableId('file', pick(file, 'hashes', 'name')),
      observableId('software', pick(software, 'cpe', 'name', 'vendor', 'version')),
      observableId(
        'network-traffic',
        pick(traffic, 'start', 'end', 'src_ref', 'dst_ref', 'src_port', 'dst_port', 'protocols'),
      ),
    ]
    expect(expected).toHaveLength(6)
    const ids = objects.map(({ id }) => id)
    for (const id of expected) expect(ids).toContain(id)
  })

  test('names addresses and names that are kept for examples, and the hash of a text of ours', () => {
    for (const { value } of ofType('ipv4-addr'))
      expect(value).toMatch(/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./)
    for (const { value } of ofType('domain-name')) expect(value).toMatch(/\.example$/)
    const [line] = /^Entente, exercise .+$/m.exec(readme) ?? []
    const sha256 = createHash('sha256').update(`${line}\n`).digest('hex')
    expect(ofType('file')[0]).toMatchObject({
      hashes: { 'SHA-256': sha256 },
      size: line!.length + 1,
    })
    expect(ofType('indicator').some(({ pattern }) => String(pattern).includes(sha256))).toBe(true)
  })

  test('has an indicator that a product meets by its CPE name or its own', () => {
    const [software] = ofType('software')
    const { cpe, name } = software as { cpe: string; name: string }
    const pattern = `[software:cpe = '${cpe}' OR software:name = '${name}']`
    expect(ofType('indicator').map((indicator) => indicator['pattern'])).toContain(pattern)
    expect(cpe).toMatch(/^cpe:2\.3:h:vesta:/)
  })

  test.each(['rowan', 'linden'])('goes with the inventory of %s, which can be read', (operator) => {
    const csv = readFileSync(new URL(`${operator}-assets.csv`, FOLDER))
    const { assets } = parseInventory(csv)
    expect(assets.length).toBeGreaterThan(7)
    const addresses = assets.flatMap(({ address }) => address)
    for (const one of addresses)
      expect(String(one)).toMatch(/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.|^2001:db8:/)
  })

  test('gives a source for every fact it takes from what was published', () => {
    const sources = objects.flatMap(
      (object) => (object['external_references'] ?? []) as readonly Json[],
    )
    expect(sources.length).toBeGreaterThan(8)
    for (const { url } of sources) if (url !== undefined) expect(readme).toContain(hostOf(url))
  })
})

const hostOf = (url: unknown) => new URL(String(url)).host
