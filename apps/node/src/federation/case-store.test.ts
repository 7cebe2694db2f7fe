import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AttachmentId, CharterId, PartyId } from '@entente/accord'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import type { Database } from '../platform/db/index.ts'
import { caseMigrations, caseStore } from './case-store.ts'
import { originHash } from './origin-hash.ts'
import type { CaseStore, StrandName } from './store.ts'

const charter = `sha256:${'1'.repeat(64)}` as CharterId
const other = `sha256:${'2'.repeat(64)}` as CharterId
const strand: StrandName = { charter, party: 'XA' as PartyId }
const bytes = (...values: number[]) => Uint8Array.from(values)

/** What every store of case files promises, whatever keeps it. */
describe.each(STORE_KINDS)('case files in $name', ({ empty }) => {
  let place: EmptyStore
  let database: Database
  let store: CaseStore
  const open = async () => {
    database = await place.open(caseMigrations)
    store = caseStore(database)
  }
  const reopen = async () => {
    await database.close()
    await open()
  }
  beforeEach(async () => {
    place = await empty()
    await open()
  })
  afterEach(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })

  test('keep charters byte for byte, each once, in the order they came', async () => {
    await store.addCharter(other, bytes(0, 255))
    await store.addCharter(charter, bytes(10))
    await store.addCharter(other, bytes(0, 255))
    await reopen()
    expect(await store.charters()).toEqual([bytes(0, 255), bytes(10)])
  })

  test('keep the charter of a case that is only mirrored apart, until the case is taken part in', async () => {
    const id = `sha256:${'7'.repeat(64)}` as CharterId
    await store.addMirrored(id, bytes(7))
    await store.addMirrored(id, bytes(8))
    expect(await store.mirrored()).toEqual([bytes(7)])
    expect(await store.charters()).not.toContainEqual(bytes(7))
    await store.addCharter(id, bytes(7))
    expect(await store.mirrored()).toEqual([])
    expect((await store.charters()).at(-1)).toEqual(bytes(7))
  })

  test('keep attachments byte for byte under their case, the same bytes once', async () => {
    const id = `sha256:${'a'.repeat(64)}` as AttachmentId
    await store.attach(charter, id, bytes(0, 255))
    await store.attach(charter, id, bytes(0, 255))
    await store.attach(other, id, bytes(7))
    await reopen()
    expect([...(await store.attachments(charter))]).toEqual([[id, bytes(0, 255)]])
    expect([...(await store.attachments(other))]).toEqual([[id, bytes(7)]])
  })

  test('give a strand back in its order, whole or in part', async () => {
    const entries = Array.from({ length: 300 }, (_, at) => bytes(at % 256, 0, 255))
    await store.append(strand, { at: 0, entries: entries.slice(0, 200) })
    await store.append(strand, { at: 200, entries: entries.slice(200) })
    await reopen()
    expect(await store.size(strand)).toBe(300)
    expect(await store.entries(strand)).toEqual(entries)
    expect(await store.entries(strand, { from: 255, to: 257 })).toEqual(entries.slice(255, 257))
    expect(await store.entries({ ...strand, charter: other })).toEqual([])
    expect(await store.size({ ...strand, party: 'XB' as PartyId })).toBe(0)
  })

  test('append at exactly one place: of two writers one is refused, and leaves nothing', async () => {
    const signed = { size: 1, note: 'first' }
    const outcomes = await Promise.allSettled([
      store.append(strand, { at: 0, entries: [bytes(1)], signed }),
      store.append(strand, { at: 0, entries: [bytes(2)], signed: { size: 1, note: 'second' } }),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(outcomes[1]).toMatchObject({ reason: { code: 'strand.moved' } })
    expect(await store.entries(strand)).toEqual([bytes(1)])
    expect(await store.signed(strand)).toEqual(signed)
  })

  test('keep entries and the note that signs for them together or not at all', async () => {
    const witnessed = { size: 2, note: 'cosigned', by: 1_790_000_000 }
    await store.append(strand, { at: 0, entries: [bytes(1), bytes(2)], witnessed })
    expect(await store.witnessed(strand)).toEqual(witnessed)
    await expect(
      store.append(strand, { at: 5, entries: [bytes(3)], witnessed: { ...witnessed, size: 6 } }),
    ).rejects.toMatchObject({ code: 'strand.moved' })
    expect(await store.witnessed(strand)).toEqual(witnessed)
    expect(await store.size(strand)).toBe(2)
  })

  test('know the earliest cosigned tree that holds so many acts', async () => {
    for (const size of [2, 5, 9])
      await store.setWitnessed(strand, { size, note: `tree ${size}`, by: 100 + size })
    await store.setWitnessed(strand, { size: 5, note: 'later note over the same', by: 500 })
    expect(await store.earliest(strand, 3)).toEqual({ size: 5, note: 'tree 5', by: 105 })
    expect(await store.earliest(strand, 9)).toEqual({ size: 9, note: 'tree 9', by: 109 })
    expect(await store.earliest(strand, 10)).toBeUndefined()
    expect(await store.witnessed(strand)).toMatchObject({ note: 'later note over the same' })
  })

  test('forget a mirror, and nothing else', async () => {
    const mirror = { ...strand, party: 'XB' as PartyId }
    const witnessed = { size: 1, note: 'cosigned', by: 1 }
    for (const one of [strand, mirror])
      await store.append(one, { at: 0, entries: [bytes(1)], witnessed })
    await store.forget(mirror)
    expect(await store.size(mirror)).toBe(0)
    expect(await store.witnessed(mirror)).toBeUndefined()
    expect(await store.earliest(mirror, 0)).toBeUndefined()
    expect(await store.size(strand)).toBe(1)
    expect(await store.witnessed(strand)).toEqual(witnessed)
  })

  test('let a witness advance from where it is, once, and never back', async () => {
    const log = {
      hash: originHash('entente.example/case/xa'),
      origin: 'entente.example/case/xa',
      root: 'cm9vdA==',
      time: 1_790_000_000,
      note: 'note',
    }
    const outcomes = await Promise.all([
      store.advanceWitness({ ...log, size: 3 }, 0),
      store.advanceWitness({ ...log, size: 4 }, 0),
    ])
    expect(outcomes).toEqual([true, false])
    expect(await store.advanceWitness({ ...log, size: 9 }, 4)).toBe(false)
    expect(await store.advanceWitness({ ...log, size: 7, time: log.time + 5 }, 3)).toBe(true)
    await reopen()
    const { hash, ...kept } = { ...log, size: 7, time: log.time + 5 }
    expect(await store.witness(log.origin)).toEqual(kept)
    expect(await store.witnessByHash(hash)).toEqual(kept)
  })

  test('keep an alarm with its evidence, the same one once', async () => {
    const alarm = {
      charter,
      code: 'strand.fork',
      party: 'XB' as PartyId,
      at: '2026-11-25T12:00:00Z',
      message: 'expected one history, got two',
      evidence: { here: 'note\n\n— a b\n', there: 'other' },
    }
    await store.addAlarm(alarm)
    await store.addAlarm({ ...alarm, at: '2026-11-25T13:00:00Z' })
    await store.addAlarm({ ...alarm, evidence: { here: 'a third' } })
    await reopen()
    expect((await store.alarms()).map(({ evidence }) => evidence)).toEqual(
      expect.arrayContaining([alarm.evidence, { here: 'a third' }]),
    )
    expect(await store.alarms()).toHaveLength(2)
  })
})
