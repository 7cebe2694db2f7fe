import { createReadStream, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPlaybook, toCourseOfAction } from '@entente/cacao'
import { sharedPath } from '../../../tools/shared.ts'
import type { ImportFate } from '../src/api.ts'
import {
  createQuarantine,
  intelligenceStore,
  type IntelligenceStore,
  type Quarantine,
} from '../src/intelligence/index.ts'
import { importBundle } from '../src/intelligence/import-bundle.ts'
import { intelligenceMigrations } from '../src/intelligence/object-store.ts'
import { openDatabase } from '../src/platform/db/index.ts'
import { bundle, DATE, identity, stream, uuid } from './bundles.ts'
import { TLP2 } from './markings.ts'

/** Traps of published data, by the numbers that their list has, as an import's preview tells them. */

const clock = { now: () => Date.UTC(2026, 10, 25) }
const LEFT_OUT = 'left out: ../shared is not here'

async function withQuarantine(
  work: (quarantine: Quarantine, store: IntelligenceStore) => Promise<void>,
) {
  await using database = await openDatabase(':memory:', intelligenceMigrations)
  const objects = intelligenceStore(database)
  const holding = { stays: () => Promise.resolve(new Map()), remove: () => Promise.resolve() }
  await work(createQuarantine({ database, objects, clock, holding }), objects)
}

const bring = (quarantine: Quarantine, content: string) =>
  quarantine.bring(stream(content), { name: 'file.json' })
const bringFile = (quarantine: Quarantine, file: string) =>
  quarantine.bring(createReadStream(file), { name: basename(file) })
async function commit(quarantine: Quarantine, file: string) {
  const { number, preview } = await bringFile(quarantine, file)
  return quarantine.commit(number, { preview: preview! })
}
const idsOf = async (quarantine: Quarantine, number: number, fate: ImportFate) =>
  (await quarantine.objects(number, { fate, after: 0, limit: 500 })).objects.map(({ id }) => id)

type Json = Readonly<Record<string, unknown>> & { readonly id: string; readonly modified?: string }
const objectsIn = (file: string) =>
  (JSON.parse(readFileSync(file, 'utf8')) as { objects: readonly Json[] }).objects

describe('an import’s preview', () => {
  test('trap 1: same id and date, other content: a conflict, in the file and beside what is held', () =>
    withQuarantine(async (quarantine) => {
      const first = await bring(
        quarantine,
        bundle(identity('a'), identity('a', { description: 'other' })),
      )
      expect(first.counts).toEqual({ new: 1, conflict: 1 })
      expect(await quarantine.object(first.number, 2)).toMatchObject({
        fate: 'conflict',
        beside: { text: JSON.stringify(identity('a')) },
        differs: [{ property: 'description', after: '"other"' }],
      })
      await quarantine.commit(first.number, { preview: first.preview! })
      const third = await bring(quarantine, bundle(identity('a', { description: 'third' })))
      expect(third.counts).toEqual({ conflict: 1 })
    }))

  test('trap 2: what refers to what comes later in the file, or nowhere, is told apart', () =>
    withQuarantine(async (quarantine) => {
      const nobody = `identity--${uuid('nobody')}`
      const { dangling } = await bring(
        quarantine,
        bundle(
          identity('a', { created_by_ref: identity('later').id }),
          identity('b', { created_by_ref: nobody }),
          identity('later'),
        ),
      )
      expect(dangling).toEqual({ count: 1, ids: [nobody] })
    }))

  test('trap 3: STIX 2.0 is lifted, a bundle’s own properties are named, observables without a bundle are refused', () =>
    withQuarantine(async (quarantine) => {
      const { spec_version: _, ...older } = identity('older')
      const text = JSON.stringify({
        type: 'bundle',
        id: `bundle--${uuid('bundle')}`,
        spec_version: '2.0',
        created: DATE,
        objects: [older],
      })
      expect(await bring(quarantine, text)).toMatchObject({
        lifted: 1,
        notKept: ['spec_version', 'created'],
        counts: { new: 1 },
      })
      const observable = { type: 'ipv4-addr', id: `ipv4-addr--${uuid('ip')}`, value: '192.0.2.1' }
      await expect(bring(quarantine, JSON.stringify([observable]))).rejects.toMatchObject({
        code: 'bundle.expected',
      })
    }))

  test('trap 6: every way of marking comes to one label, and what nobody marked is not clear', () =>
    withQuarantine(async (quarantine) => {
      const refs = (id: string) => ({ object_marking_refs: [id] })
      const tags = (tag: string) => ({ labels: [tag] })
      const white1 = 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9'
      const acs = `marking-definition--${uuid('acs')}`
      const { markings } = await bring(
        quarantine,
        bundle(
          identity('1', refs(white1)),
          identity('2', refs(TLP2.clear)),
          identity('3', tags('tlp:white')),
          identity('4', tags('TLP:AMBER')),
          identity('5', { ...refs(TLP2.green), ...tags('tlp:red') }),
          identity('6', refs(acs)),
          identity('7', tags('cert-fr:TLP="clear"')),
          identity('8', tags('tlp:purple')),
          identity('9'),
        ),
      )
      expect(markings).toEqual([
        { label: 'TLP:RED', count: 1 },
        { label: 'TLP:AMBER', count: 1 },
        { label: 'TLP:CLEAR', count: 4 },
        { label: 'none', count: 3 },
        { label: 'other', count: 2 },
      ])
    }))
})

const flows = sharedPath('data/attack-flow/stix21')
describe.skipIf(!flows)(flows ? 'published attack flows' : `attack flows, ${LEFT_OUT}`, () => {
  test('trap 1: Target’s flow changes NotPetya’s under its id, which is told before and undone after', () =>
    withQuarantine(async (quarantine, store) => {
      const [notPetya, target] = ['NotPetya.json', 'Target_Breach.json'].map((name) =>
        join(flows!, name),
      ) as [string, string]
      const before = new Map(objectsIn(notPetya).map((object) => [object.id, object]))
      const shared = objectsIn(target).filter(({ id }) => before.has(id))
      const flow = 'attack-flow--dd875c61-26a9-4b8b-879e-9f00346300fd'
      expect(shared.map(({ id }) => id)).toContain(flow)
      await commit(quarantine, notPetya)
      const view = await bringFile(quarantine, target)
      const told = await Promise.all(
        (['changed', 'older', 'conflict', 'duplicate'] as const).map((fate) =>
          idsOf(quarantine, view.number, fate),
        ),
      )
      expect(new Set(told.flat())).toEqual(new Set(shared.map(({ id }) => id)))
      expect(told.slice(0, 3).flat()).toContain(flow)
      await quarantine.commit(view.number, { preview: view.preview! })
      expect(await store.contents(flow)).toHaveLength(2)
      await quarantine.undo(view.number)
      const [left, ...others] = await store.contents(flow)
      expect(others).toEqual([])
      expect(JSON.parse(new TextDecoder().decode(left!.bytes))).toEqual(before.get(flow))
    }))

  test('trap 1: Ragnar Locker’s flow changes REvil’s under its id, and what both say alike is a duplicate', () =>
    withQuarantine(async (quarantine, store) => {
      await commit(quarantine, join(flows!, 'REvil.json'))
      const view = await bringFile(quarantine, join(flows!, 'Ragnar_Locker.json'))
      const flow = 'attack-flow--058d93c8-baa2-46fb-b620-29d0fb2da0b5'
      expect(await idsOf(quarantine, view.number, 'changed')).toEqual([flow])
      expect(view.counts).toMatchObject({ changed: 1, duplicate: 2 })
      await quarantine.commit(view.number, { preview: view.preview! })
      expect(await store.contents(flow)).toHaveLength(2)
    }))
})

const cisa = sharedPath('data/cisa-stix21/cisa-AA23-325A-citrixbleed-lockbit.stix21.json')
describe.skipIf(!cisa)(cisa ? 'CISA’s advisory AA23-325A' : `CISA’s advisory, ${LEFT_OUT}`, () => {
  test('trap 2, trap 6: its author and its marking are missing, and its label is known all the same', () =>
    withQuarantine(async (quarantine) => {
      const { dangling, markings, counts } = await bringFile(quarantine, cisa!)
      expect(counts).toEqual({ new: 25 })
      expect(dangling?.ids.toSorted()).toEqual([
        'identity--b3bca3c2-1f3d-4b54-b44f-dac42c3a8f01',
        'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
      ])
      expect(markings?.map(({ label }) => label)).toContain('TLP:CLEAR')
    }))
})

const misp = sharedPath('data/misp-events')
describe.skipIf(!misp)(misp ? 'published MISP events' : `MISP events, ${LEFT_OUT}`, () => {
  test('tell what becomes of each field before they are taken in, as taking in does', () =>
    withQuarantine(async (quarantine, store) => {
      const file = join(misp!, 'telebots_misp-telebots.json')
      const view = await bringFile(quarantine, file)
      const name = basename(file)
      const report = await importBundle(store, createReadStream(file), { name, clock })
      expect(view.converted).toEqual(report.converted)
      expect(view.counts.new).toBe(report.new)
    }))
})

const attack = sharedPath('data/mitre-attack')
describe.skipIf(!attack)(attack ? 'ATT&CK as published' : `ATT&CK, ${LEFT_OUT}`, () => {
  test.each([
    ['PROMETHIUM', 'efed95ba-d7e8-47ff-8c53-99c42426ee7c', 'core-objects', 'mobile-attack-18.1'],
    ['APT34', '68ba94ab-78b8-43e7-83e2-aed3466882c6', 'revoked-deprecated', 'ics-attack-18.1'],
  ])('trap 1: %s is a conflict between two of its domains', (name, uuid, part, domain) =>
    withQuarantine(async (quarantine, store) => {
      const file = (of: string) => join(attack!, `${of}.stix21.json.gz`)
      await commit(quarantine, file(`enterprise-attack-18.1-${part}`))
      const { number, counts, preview } = await bringFile(quarantine, file(domain))
      const id = `intrusion-set--${uuid}`
      expect(counts.conflict).toBe(1)
      expect(await idsOf(quarantine, number, 'conflict')).toEqual([id])
      await quarantine.commit(number, { preview: preview! })
      const held = await store.contents(id)
      expect(held.map((one) => [one.name, one.modified])).toEqual([
        [name, held[0]!.modified],
        [name, held[0]!.modified],
      ])
    }),
  )
})

const playbooks = sharedPath('data/cacao-openc2/cacao20')
describe.skipIf(!playbooks)(playbooks ? 'playbooks of SOARCA' : `playbooks, ${LEFT_OUT}`, () => {
  test('trap 1: three playbooks of one id are three contents, of which none writes over another', () =>
    withQuarantine(async (quarantine, store) => {
      const files = ['-parallels_', '-changed-', '-'].map((part) =>
        readFileSync(join(playbooks!, `soarca-test${part}playbook.json`)),
      )
      const objects = files.map((bytes) => toCourseOfAction(readPlaybook(bytes), bytes))
      const [{ id }] = objects as [{ id: string }]
      expect(new Set(objects.map((one) => one['id']))).toEqual(new Set([id]))
      const view = await bring(quarantine, bundle(...objects))
      expect(view.counts).toMatchObject({ new: 1 })
      await quarantine.commit(view.number, { preview: view.preview! })
      const held = (await store.contents(id)).map(({ bytes }) => new TextDecoder().decode(bytes))
      expect(held.toSorted()).toEqual(objects.map((one) => JSON.stringify(one)).toSorted())
    }))
})
