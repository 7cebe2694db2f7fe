import { createReadStream, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { importBundle } from '../src/intelligence/import-bundle.ts'
import { intelligenceMigrations, intelligenceStore } from '../src/intelligence/object-store.ts'
import type { IntelligenceStore } from '../src/intelligence/store.ts'
import { findObjects, objectView } from '../src/intelligence/view.ts'
import { openDatabase } from '../src/platform/db/index.ts'

type Json = Readonly<Record<string, unknown>> & { readonly id: string; readonly modified?: string }

const clock = { now: () => Date.UTC(2026, 10, 25) }
const LEFT_OUT = 'left out: ../shared is not here'

async function withStore(work: (store: IntelligenceStore) => Promise<void>) {
  await using database = await openDatabase(':memory:', intelligenceMigrations)
  await work(intelligenceStore(database))
}
const take = (store: IntelligenceStore, file: string) =>
  importBundle(store, createReadStream(file), { name: basename(file), clock })

/** What a file holds by the platform's own reading. */
function objectsIn(file: string): readonly Json[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  return (JSON.parse(text) as { objects: readonly Json[] }).objects
}

/** Each object of a file is held with exactly the content it has there. */
async function expectHeld(store: IntelligenceStore, objects: readonly Json[]) {
  for (const object of objects) {
    const view = await objectView(store, object.id)
    const texts = view?.versions.map(({ text }) => JSON.parse(text) as unknown) ?? []
    expect(texts).toContainEqual(object)
  }
}

const cisa = sharedPath('data/cisa-stix21/cisa-AA23-325A-citrixbleed-lockbit.stix21.json')
describe.skipIf(!cisa)(cisa ? 'CISA’s advisory AA23-325A' : `CISA’s advisory, ${LEFT_OUT}`, () => {
  test('comes in although it lacks its own author and marking, which are named', () =>
    withStore(async (store) => {
      const report = await take(store, cisa!)
      expect(report).toMatchObject({ objects: 25, new: 25, conflicts: [], notKept: [] })
      expect(report.dangling.toSorted()).toEqual([
        'identity--b3bca3c2-1f3d-4b54-b44f-dac42c3a8f01',
        'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
      ])
      await expectHeld(store, objectsIn(cisa!))
      const { objects } = await findObjects(store, {
        q: '104.21.1.180',
        red: true,
        clock,
        limit: 5,
      })
      expect(objects.map(({ type }) => type)).toEqual(['indicator'])
    }))

  test('keeps its objects byte for byte', () =>
    withStore(async (store) => {
      await take(store, cisa!)
      const file = readFileSync(cisa!, 'utf8')
      for (const { id } of objectsIn(cisa!))
        for (const { text } of (await objectView(store, id))!.versions) expect(file).toContain(text)
    }))
})

const flows = sharedPath('data/attack-flow/stix21')
describe.skipIf(!flows)(
  flows ? 'two Attack Flows with common ids' : `Attack Flows, ${LEFT_OUT}`,
  () => {
    const files = () => [join(flows!, 'NotPetya.json'), join(flows!, 'Target_Breach.json')] as const

    test.each([
      ['NotPetya first', false],
      ['Target Breach first', true],
    ])('overwrite nothing of each other: %s', (_, turned) =>
      withStore(async (store) => {
        const [notPetya, target] = files().map(objectsIn) as [readonly Json[], readonly Json[]]
        const common = notPetya.filter(({ id }) => target.some((other) => other.id === id))
        expect(common.length).toBeGreaterThan(5)
        for (const file of turned ? files().toReversed() : files()) await take(store, file)
        await expectHeld(store, [...notPetya, ...target])
        const flow = await objectView(store, 'attack-flow--dd875c61-26a9-4b8b-879e-9f00346300fd')
        expect(flow?.versions.map(({ source }) => source).toSorted()).toEqual([
          'NotPetya.json',
          'Target_Breach.json',
        ])
        const { objects } = await findObjects(store, { q: 'NotPetya', red: true, clock, limit: 5 })
        expect(objects[0]?.id).toBe('attack-flow--dd875c61-26a9-4b8b-879e-9f00346300fd')
      }),
    )

    test('name the properties of their bundles that have no place', () =>
      withStore(async (store) => {
        expect((await take(store, files()[0])).notKept).toEqual([
          'spec_version',
          'created',
          'modified',
        ])
      }))
  },
)

const attack = sharedPath('data/mitre-attack')
describe.skipIf(!attack)(attack ? 'MITRE ATT&CK' : `MITRE ATT&CK, ${LEFT_OUT}`, () => {
  const named = (pattern: RegExp) =>
    (attack ? readdirSync(attack) : [])
      .filter((name) => pattern.test(name))
      .map((name) => join(attack!, name))
  const enterprise = named(/^enterprise-attack-18\.1-(?:core|detection|revoked)/)

  test('enterprise comes in from five files that refer to one another, in the worst order', () =>
    withStore(async (store) => {
      const reports = []
      // Relationships before their ends.
      for (const file of enterprise.toReversed()) reports.push(await take(store, file))
      expect(reports.reduce((sum, { objects }) => sum + objects, 0)).toBe(24_771)
      expect(reports.reduce((sum, report) => sum + report.new, 0)).toBe(24_771)
      expect(reports.flatMap(({ conflicts }) => conflicts)).toEqual([])
      expect(reports[0]!.dangling.length).toBeGreaterThan(0)
      expect(reports.at(-1)!.dangling).toEqual([])
      const sandworm = await objectView(
        store,
        'intrusion-set--381fcf73-60f6-4ab2-9991-6af3cbc35192',
      )
      expect(sandworm?.referredBy.map(({ id }) => id)).toContain(
        'relationship--9411254c-baa7-4e0d-abd2-da6a081add1c',
      )
      const found = await findObjects(store, { q: 'AcidRain', red: true, clock, limit: 1 })
      expect(found.objects[0]?.id).toBe('malware--04cecafd-cb5f-4daf-aa1f-73899116c4a2')
      await expectHeld(
        store,
        enterprise.flatMap(objectsIn).filter((_, index) => index % 97 === 0),
      )
      const again = await take(store, enterprise[0]!)
      expect(again).toMatchObject({ new: 0, versions: 0, held: again.objects, conflicts: [] })
    }))

  test('ICS of two releases has both versions of what changed', () =>
    withStore(async (store) => {
      const [older, newer] = named(/^ics-attack-1[68]\.1\.stix21/) as [string, string]
      const before = new Map(objectsIn(older).map((object) => [object.id, object]))
      const changed = objectsIn(newer).filter(({ id, modified }) => {
        const old = before.get(id)
        return old !== undefined && old.modified !== modified
      })
      expect(changed.length).toBeGreaterThan(0)
      await take(store, newer)
      // The older release comes after the newer one, and wins nothing. One group had no marking then: without the one that
      // it has now it goes further, and waits for a second person.
      const report = await take(store, older)
      expect(report.second).toEqual(['intrusion-set--68ba94ab-78b8-43e7-83e2-aed3466882c6'])
      expect(report.versions).toBe(changed.length - report.second.length)
      for (const { id, modified } of changed)
        expect((await objectView(store, id))?.versions.at(-1)?.modified).toBe(modified)
    }))

  test('has two groups that its domains tell differently under one date: conflicts, both kept', () =>
    withStore(async (store) => {
      const conflicts = []
      const domains =
        /^(?:enterprise-attack-18\.1-(?:core-obj|revoked)|mobile-attack|ics-attack-18)/
      for (const file of named(domains)) conflicts.push(...(await take(store, file)).conflicts)
      expect(conflicts.toSorted()).toEqual([
        'intrusion-set--68ba94ab-78b8-43e7-83e2-aed3466882c6',
        'intrusion-set--efed95ba-d7e8-47ff-8c53-99c42426ee7c',
      ])
      for (const id of conflicts) {
        const { versions } = (await objectView(store, id))!
        expect(versions.map(({ conflictsWith }) => conflictsWith.length)).toEqual([1, 1])
      }
    }))
})

const examples = sharedPath('data/oasis-stix21-examples')
describe.skipIf(!examples)(examples ? 'OASIS’s examples' : `OASIS’s examples, ${LEFT_OUT}`, () => {
  const files = (examples ? readdirSync(examples) : []).filter((name) => name.endsWith('.json'))

  test('come in where they are bundles of STIX 2.1, and are refused by name where not', async () => {
    const refused: Record<string, string> = {}
    for (const name of files)
      await withStore(async (store) => {
        const file = join(examples!, name)
        const report = await take(store, file).catch((error: Error & { code?: string }) => {
          refused[name] = error.code ?? error.message
        })
        if (report) expect(report.objects).toBe(objectsIn(file).length)
      })
    // A single object, a list of observables, and the content of a TAXII server: no bundles.
    expect(refused).toEqual({
      'interop-objectmarking-test.json': 'bundle.expected',
      'medallion-default_data.taxii21.json': 'bundle.expected',
      'sco-examples-bundle.json': 'bundle.expected',
    })
  })
})
