import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PartyId } from '@entente/accord'
import type { AlarmsView, CaseView } from '../src/api.ts'
import { stopNode } from '../src/demo/constellation.ts'
import { begin } from '../src/demo/begin.ts'
import { startExercise, type Exercise } from '../src/demo/exercise.ts'
import { logIn } from '../src/demo/person.ts'
import { play, settledAt, type Cast } from '../src/demo/play.ts'

const data = join(mkdtempSync(join(tmpdir(), 'entente-altered-')), 'demo')
let exercise: Exercise
let cast: Cast

beforeAll(async () => {
  exercise = await startExercise({ data, fresh: true, ports: 'auto' })
  cast = await begin(exercise, () => undefined)
  await play(cast, () => undefined)
}, 120_000)

afterAll(async () => {
  await exercise.stop()
  rmSync(join(data, '..'), { recursive: true, force: true })
})

describe('Birch’s store, edited by hand', () => {
  test('makes the others refuse with evidence, and keep what they had', async () => {
    const { alder, birch: author, chair, case: id } = cast
    const { XB: said } = (await author.view(id)).state.cut as Record<string, { size: number }>
    const holds = (seen: CaseView) =>
      seen.state.cut['XB' as PartyId]?.size === said?.size ? seen : undefined
    const before = await settledAt(alder, id, holds)
    await stopNode(exercise.nodes.XB)
    const database = new DatabaseSync(join(data, 'XB', 'entente.db'))
    // One entry of Birch's strand in this case takes the bytes of another.
    const changed = database
      .prepare(
        `update entry set bytes = (select bytes from entry other where other.charter = ? and other.party = 'XB' and other.position = 0)
         where charter = ? and party = 'XB' and position = 1`,
      )
      .run(id, id)
    database.close()
    expect(changed.changes).toBe(1)
    await exercise.restart('XB').then(
      ({ link }) => logIn(link),
      () => undefined,
    )
    const view = await settledAt(
      alder,
      id,
      (seen) => (seen.peers.find(({ party }) => party === 'XB')?.alarms.length ? seen : undefined),
      60,
    )
    const birch = view.peers.find(({ party }) => party === 'XB')
    expect(birch?.status).toBe('refused')
    expect(birch?.alarms[0]).toMatchObject({ party: 'XB', evidence: expect.objectContaining({}) })
    expect(Object.keys(birch!.alarms[0]!.evidence).length).toBeGreaterThan(1)
    expect(view.state.cut).toEqual(before.state.cut)
    const { alarms, open } = await alder.ask<AlarmsView>('/api/v1/alarms')
    const told = alarms.find((alarm) => alarm.party === 'XB' && alarm.severity !== 'notice')
    expect(told).toMatchObject({
      partyName: 'Birch',
      caseId: id,
      says: { en: expect.stringContaining('Birch'), es: expect.stringContaining('Birch') },
      next: { en: expect.stringContaining('Birch') },
      evidence: expect.objectContaining({}),
    })
    expect(['altered-strand', 'unproved-bytes', 'two-histories']).toContain(told!.kind)
    expect(open).toBe(alarms.length)
    await settledAt(
      chair,
      id,
      (seen) =>
        seen.peers.find(({ party }) => party === 'XB')?.status === 'refused' ? true : undefined,
      60,
    )
  })
})
