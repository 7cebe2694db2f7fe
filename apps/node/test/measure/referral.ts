import { describe, expect, test } from 'vitest'
import type { AssessmentView, Desk } from '../../src/api.ts'
import { settledAt, step } from '../../src/demo/play.ts'
import { cast, on } from './stage.ts'

describe('a referral as self-defence', () => {
  test('is recorded with its rules, comes to no answer, asks nothing of a desk and is never begun', async () => {
    const { chair, alder, case: id } = cast
    const act = (await chair.view(id)).acts.find((one) => one.id === on)?.act
    const { text, measure: terms } = act?.kind === 'propose' ? act : expect.fail('expected a text')
    const referred = 'measure-referred'
    await chair.file(id, 'propose', {
      step: { id: referred, kind: 'measure' },
      text,
      measure: {
        ...terms!,
        kind: 'self-defence-referral',
        facts: { allianceDecision: { value: 'invoked' }, solidarity: { value: 'overwhelmed' } },
      },
    })
    const version = (await settledAt(
      alder,
      id,
      (view) => step(view, referred)?.versions.at(-1)?.id,
    ))!
    const seen = await alder.ask<AssessmentView>(
      `/api/v1/cases/${id}/measures/${referred}/assessment`,
    )
    expect(seen.nations.map(({ conclusion }) => conclusion.value)).toEqual(
      Array(3).fill('not-assessed'),
    )
    const row = (norm: string) => seen.rows.find((one) => one.norm === norm)
    expect(row('tfeu-222')).toMatchObject({ depth: 1, cells: [{ value: 'satisfied' }, {}, {}] })
    expect((await alder.ask<Desk>('/api/v1/desk')).measures).toEqual([])
    await expect(
      alder.file(id, 'start', { on: version, certificate: version, startedOn: '2027-01-20' }),
    ).rejects.toThrow('measure.referred')
  })
})
