import { describe, expect, test } from 'vitest'
import type { AssessmentDraft, AssessmentView, Desk } from '../../src/api.ts'
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
        facts: {
          allianceDecision: { value: 'consultation' },
          solidarity: { value: 'overwhelmed', evidence: ['letter of Cedar to the Presidency'] },
          solidarityCause: { value: 'disaster' },
          solidarityInvokedOn: { value: '2026-11-20' },
        },
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
    // Its day and its source stand in the record of the case, and so does each nation's own word on it.
    expect(seen.facts.solidarity).toMatchObject({
      value: 'overwhelmed',
      assertedBy: 'CO',
      evidence: ['letter of Cedar to the Presidency'],
    })
    expect(seen.facts.solidarityInvokedOn?.value).toBe('2026-11-20')
    const { payload } = await alder.post<AssessmentDraft>(
      `/api/v1/cases/${id}/measures/${referred}/assessment/draft`,
      {
        facts: {
          mutualAssistance: { value: 'cyber-alone', evidence: ['note of Alder'] },
          assistanceInvokedOn: { value: '2026-11-21' },
        },
        word: 'Exercise. Invoked, and referred.',
      },
    )
    await alder.post(`/api/v1/cases/${id}/acts`, { payload })
    await settledAt(alder, id, (view) =>
      view.acts.some(({ act: filed }) => filed?.kind === 'assess' && filed.on === version)
        ? true
        : undefined,
    )
    const after = await alder.ask<AssessmentView>(
      `/api/v1/cases/${id}/measures/${referred}/assessment`,
    )
    const own = after.nations.find(({ code }) => code === 'XA')
    expect(own?.facts.assistanceInvokedOn).toMatchObject({ value: '2026-11-21', assertedBy: 'XA' })
    expect(own?.assessment?.outcome).toBe('not-assessed')
    expect(after.rows.find(({ norm }) => norm === 'teu-42-7')?.cells[0]?.value).toBe('disputed')
    expect((await alder.ask<Desk>('/api/v1/desk')).measures).toEqual([])
    await expect(
      alder.file(id, 'start', { on: version, certificate: version, startedOn: '2027-01-20' }),
    ).rejects.toThrow('measure.referred')
  })
})
