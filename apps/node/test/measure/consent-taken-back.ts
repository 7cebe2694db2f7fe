import { describe, expect, test } from 'vitest'
import { verifyBundle } from '@entente/accord'
import { STEP } from '../../src/demo/measure-texts.ts'
import { settledAt } from '../../src/demo/play.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { byCommandLine } from '../by-command-line.ts'
import { told, cast, on, everyone, goOn, ledger, partOf, stages, desk } from './stage.ts'

describe('a consent is taken back', () => {
  test('everything that rested on it is suspended in the same computation, on every node', async () => {
    const { cedar, case: id } = cast
    await cedar.file(id, 'withdraw', { on, reason: 'Talks have begun.' })
    for (const person of everyone())
      await settledAt(person, id, (view) =>
        view.state.measures?.[0]?.nations['XA' as never]?.stage === 'suspended' ? true : undefined,
      )
    const alders = await partOf(cast.birch, 'XA' as never)
    expect(alders?.reasons).toContainEqual({ code: 'not-in-force' })
    expect(alders?.restsOn).toContainEqual(
      expect.objectContaining({ what: 'adoption', holds: false }),
    )
    expect(await stages(cast.birch)).toEqual({
      XA: 'suspended',
      XB: 'barred',
      XC: 'barred',
    })
  })

  test('Alder’s desk says so, and Alder says it too', async () => {
    const { alder } = cast
    expect(await desk(alder)).toEqual(['suspend'])
    await goOn(async () => (await desk(alder)).length === 0)
    expect(told.join('\n')).toContain('Alder suspends its part')
  })

  test('nobody begins it again', async () => {
    const { alder, birch, case: id } = cast
    for (const person of [alder, birch]) {
      const [certificate] = (await ledger(person))!.adopted
      await expect(
        person.file(id, 'start', { on, certificate: certificate!, startedOn: '2027-01-20' }),
      ).rejects.toThrow('measure.barred')
    }
  })

  test('Alder ends its part for good', async () => {
    const { alder, case: id } = cast
    const way = { by: alder, case: id }
    await byCommandLine('report', { on, reportedOn: '2027-01-30', remarks: 'It rests.' }, way)
    await byCommandLine('suspend', { on, suspendedOn: '2027-01-31', reason: 'Talks go on.' }, way)
    const ended = { on, terminatedOn: '2027-02-01', reason: 'It has ceased.' }
    await byCommandLine('terminate', ended, way)
    for (const person of everyone())
      await settledAt(person, id, (view) =>
        view.state.measures?.[0]?.nations['XA' as never]?.stage === 'terminated' ? true : undefined,
      )
    expect(await desk(alder)).toEqual([])
  })

  test('and the whole record verifies offline', async () => {
    const { cedar, case: id } = cast
    const bundle = await cedar.ask<object>(`/api/v1/cases/${id}/bundle`)
    const verified = verifyBundle(JSON.stringify(bundle), { charterId: id, crypto })
    expect(verified.state.measures).toMatchObject([
      { step: STEP, nations: { XA: { stage: 'terminated' } } },
    ])
  })
})
