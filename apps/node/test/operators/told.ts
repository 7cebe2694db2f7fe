import { describe, expect, test } from 'vitest'
import type { Desk } from '../../src/api.ts'
import { until } from '../../src/demo/person.ts'
import type { PersonClient } from '../../src/demo/person.ts'
import { CANARY, officerOfRowan, csirt, post, incidents } from './stage.ts'

const INDICATOR = 'indicator--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111'
const told = async (person: PersonClient) =>
  (await person.ask<Desk>('/api/v1/desk')).incidents.flatMap((item) =>
    item.does === 'look-at-told' ? [[item.what, item.operator, item.count]] : [],
  )

describe('beside its reports, an operator', () => {
  test('tells what it saw and how far it is: it stands on its authority’s desk until acknowledged', async () => {
    const line = (await incidents(officerOfRowan())).lines[0]!.id
    const seen = await officerOfRowan().file(line, 'sighting', {
      sightingOf: INDICATOR,
      count: 3,
      firstSeen: '2026-11-23T21:14:00Z',
    })
    const assessed = await officerOfRowan().file(line, 'self-assessment', {
      regime: 'nis2-21-2',
      measures: [{ measure: 'b', level: 'tested', assessedOn: '2026-11-20' }],
    })
    const { name } = (await incidents(csirt())).lines[0]!.operator
    await until('both on the desk', async () =>
      (await told(csirt())).length === 2 ? true : undefined,
    )
    expect(await told(csirt())).toEqual([
      ['sighting', name, 1],
      ['self-assessment', name, 1],
    ])
    expect(await told(officerOfRowan())).toEqual([])
    for (const of of [seen.id, assessed.id])
      await post(csirt(), '/api/v1/incidents/receipts', { line, of })
    expect(await told(csirt())).toEqual([])
    const { state } = await csirt().view(line)
    expect([state.sightings, state['self-assessments']]).toEqual([[seen.id], [assessed.id]])
  })

  test.each([
    ['where', { where: CANARY.id }],
    ['in words', { says: `It was ${CANARY.name}.` }],
    ['of an address', { sightingOf: CANARY.address }],
    ['under a name of its own', { sightingOf: `indicator--${CANARY.id}` }],
  ])('cannot say %s it was seen: nothing of the inventory fits in', async (_what, more) => {
    const line = (await incidents(officerOfRowan())).lines[0]!.id
    const said = { sightingOf: INDICATOR, count: 1, firstSeen: '2026-11-23T21:14:00Z', ...more }
    await expect(officerOfRowan().file(line, 'sighting', said as never)).rejects.toThrow(
      'act.malformed',
    )
  })
})
