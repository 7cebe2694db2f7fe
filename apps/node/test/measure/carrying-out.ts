import { describe, expect, test } from 'vitest'
import type {
  CertificateDraft,
  DivergenceView,
  Filed,
  MilestonesView,
  WhatIfView,
} from '../../src/api.ts'
import { STEP, factsOf } from '../../src/demo/measure-texts.ts'
import { settledAt, versionOf } from '../../src/demo/play.ts'
import { byCommandLine, saidIn } from '../by-command-line.ts'
import { cast, on, everyone, goOn, ledger, partOf, stages, desk, draft } from './stage.ts'

describe('before every voice is in', () => {
  test('a start is refused with every reason', async () => {
    const { alder, case: id } = cast
    await expect(
      alder.file(id, 'start', { on, certificate: on, startedOn: '2026-12-15' }),
    ).rejects.toThrow(/409.*measure\.barred.*not-in-force/)
  })

  test('a part that was not begun is neither reported on nor ended', async () => {
    const { alder, case: id } = cast
    await expect(
      alder.file(id, 'terminate', { on, terminatedOn: '2026-12-15', reason: 'None.' }),
    ).rejects.toThrow('measure.not-begun')
    await expect(
      alder.file(id, 'report', { on, reportedOn: '2026-12-15', remarks: 'None.' }),
    ).rejects.toThrow('measure.not-begun')
  })

  test('a nation is told what would follow if it complied, and nothing is signed', async () => {
    const { cedar, case: id } = cast
    const before = (await cedar.view(id)).digest
    const act = { kind: 'comply', on, union: 'complies', national: 'complies' }
    const { changes } = await cedar.post<WhatIfView>(`/api/v1/cases/${id}/what-if`, {
      supposed: [{ party: 'XC', act }],
    })
    expect(changes).toMatchObject([
      { of: 'version', version: on, was: { open: false }, would: { open: true } },
      { of: 'measure', party: 'XC' },
    ])
    expect((await cedar.view(id)).digest).toBe(before)
    for (const supposed of [
      { party: 'XZ', act },
      { party: 'XC', act: { ...act, union: 'shrugs' } },
    ])
      await expect(
        cedar.post(`/api/v1/cases/${id}/what-if`, { supposed: [supposed] }),
      ).rejects.toThrow(/422.*act\.(elsewhere|malformed)/)
  })

  test('only words are missing, no change of text', async () => {
    const { texts, laws } = await cast.chair.ask<DivergenceView>(
      `/api/v1/cases/${cast.case}/divergence`,
    )
    expect(texts.find((one) => one.step === STEP)?.unites).toEqual({
      state: 'awaited',
      awaited: ['XC'],
    })
    expect(laws[0]).toMatchObject({ assessed: ['XA', 'XB'], awaited: ['XC'] })
    expect(laws[0]?.readings).toContainEqual({
      issue: 'sovereignty',
      cells: { XA: 'rule', XB: 'principle' },
    })
  })
})

describe('a measure is carried out', () => {
  test('Cedar assesses and complies, anyone declares, and who assessed may start', async () => {
    const { cedar, birch, case: id } = cast
    const { payload } = await draft(cedar, { facts: factsOf('XC'), word: 'Assistance only.' })
    await cedar.post<Filed>(`/api/v1/cases/${id}/acts`, { payload })
    await cedar.file(id, 'comply', { on, union: 'complies', national: 'complies' })
    await settledAt(birch, id, (view) => versionOf(view, on)?.gate.open || undefined)
    const wanted = { on, result: 'adopted' }
    const drafted = await birch.post<CertificateDraft>(`/api/v1/cases/${id}/certificates`, wanted)
    await byCommandLine('declare', saidIn(JSON.parse(drafted.payload)), { by: birch, case: id })
    for (const person of everyone())
      await settledAt(person, id, (view) => versionOf(view, on)?.inForce || undefined)
    expect(await stages(birch)).toEqual({ XA: 'may-start', XB: 'may-start', XC: 'may-start' })
    expect(await desk(birch)).toEqual(['start'])
  })

  test('Alder starts, reports and reviews it', async () => {
    const { alder, cedar } = cast
    const [certificate] = (await ledger(alder))!.adopted
    const begun = { on, certificate, startedOn: '2026-12-15' }
    await byCommandLine('start', begun, { by: alder, case: cast.case })
    await goOn(async () => (await ledger(alder))?.review.last !== undefined)
    await settledAt(cedar, cast.case, (view) =>
      view.state.measures?.[0]?.nations['XA' as never]?.stage === 'running' ? true : undefined,
    )
    expect(await partOf(alder)).toMatchObject({
      stage: 'running',
      reasons: [],
      restsOn: [
        { what: 'call', holds: true },
        { what: 'notice', holds: true },
        { what: 'assessment', holds: true },
        { what: 'adoption', holds: true },
        { what: 'consent', holds: true },
      ],
    })
    const seen = await ledger(alder)
    expect(seen?.review).toMatchObject({ dueOn: '2027-01-15', isOver: false })
    // The memorandum has the day of the latest review, and the word of each adviser.
    const memorandum = await alder.ask(
      `/api/v1/cases/${cast.case}/measures/${STEP}/memorandum?format=json`,
    )
    const written = JSON.stringify(memorandum)
    expect(written).toContain(`Review on 2027-01-15 (${seen?.review.last?.act})`)
    expect(written).toContain('“Assistance only.”')
  })

  test('and is counted where it can be', async () => {
    const { milestones, stages } = await cast.alder.ask<MilestonesView>('/api/v1/milestones')
    const of = (id: string) =>
      milestones.flatMap(({ counts }) => counts).find((one) => one.id === id)
    expect(of('measures-assessed')).toMatchObject({ value: 3, of: 3 })
    expect(of('parts-running')).toMatchObject({ value: 1, of: 3 })
    expect(of('positions-in-force')).toMatchObject({ value: 1, of: 1 })
    expect(of('days-witnessed')).toHaveProperty('value')
    expect(of('objectives')).toHaveProperty('notCounted')
    const own = stages.cases.find((one) => one.case === cast.case)!.stages
    const seen = own.map(({ stage }) => stage)
    for (const stage of ['opened', 'proposed', 'adopted', 'assessed', 'started'] as const)
      expect(seen).toContain(stage)
    for (const [place, { at: reached, after, spent }] of own.entries()) {
      expect(after).toBe(reached - own[0]!.at)
      expect(spent).toBe(own[place + 1] && own[place + 1]!.at - reached)
    }
  })
})

describe('a review is due, and finds something', () => {
  const review = (nextOn: string, found: object = {}) =>
    cast.alder.file(cast.case, 'review', {
      on,
      reviewedOn: '2026-11-24',
      ceased: false,
      repaired: false,
      proportionate: 'yes',
      reversible: 'yes',
      tribunal: false,
      remarks: 'Looked at again.',
      nextOn,
      ...found,
    })
  // Later on the same day counts in the order of ids: each of these is a day later.
  const onDay = (reviewedOn: string) => ({ reviewedOn })

  test('the desk says so from the day after, and no more once it is made', async () => {
    const { alder } = cast
    await review('2026-11-25', onDay('2027-02-01'))
    expect((await ledger(alder))?.review).toMatchObject({ dueOn: '2026-11-25', isOver: true })
    expect(await desk(alder)).toEqual(['review'])
    await review('2030-01-01', onDay('2027-02-02'))
    expect(await desk(alder)).toEqual([])
  })

  test('what has ceased and was repaired has to end; a later review lifts it', async () => {
    const { alder, birch } = cast
    await review('2030-01-01', { ...onDay('2027-02-03'), ceased: true, repaired: true })
    expect(await partOf(alder)).toMatchObject({ stage: 'suspended' })
    expect(await desk(alder)).toEqual(['terminate'])
    await settledAt(birch, cast.case, (view) =>
      view.state.measures?.[0]?.nations['XB' as never]?.stage === 'barred' ? true : undefined,
    )
    expect((await partOf(birch))?.reasons.map(({ code }) => code)).toEqual(['act-ceased'])
    await review('2030-01-01', onDay('2027-02-04'))
    expect(await partOf(alder)).toMatchObject({ stage: 'running' })
  })
})
