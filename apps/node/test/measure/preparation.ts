import { describe, expect, test } from 'vitest'
import type { MeasureTerms } from '@entente/accord'
import { measure } from '../../src/demo/measure.ts'
import { STEP } from '../../src/demo/measure-texts.ts'
import { settledAt, versionOf } from '../../src/demo/play.ts'
import { told, cast, on, ledger, desk } from './stage.ts'

describe('a measure is prepared', () => {
  test('by calls and a notice, and by each nation’s own assessment', async () => {
    const seen = await ledger(cast.alder)
    expect(seen?.calls.map(({ party, on: day, answer }) => [party, day, answer])).toEqual([
      ['XA', '2026-11-02', 'refused'],
      ['XB', '2026-11-02', 'ignored'],
    ])
    expect(seen?.notices.map(({ party }) => party)).toEqual(['XA'])
    expect(seen?.terms).toEqual({
      kind: 'countermeasure',
      against: { code: 'XH', name: 'Hawthorn' },
      asOf: '2026-11-24',
    })
    expect(seen?.review).toMatchObject({ dueOn: '2027-01-15', setBy: on })
    expect(told.join('\n')).toContain('Alder assesses measure 1')
  })

  test('no text of one is signed without its terms, or to deter, or with a fact the law does not know', async () => {
    const { chair, cedar, case: id } = cast
    const act = (await chair.view(id)).acts.find((one) => one.id === on)?.act
    const { text, measure: terms } = act?.kind === 'propose' ? act : expect.fail('expected a text')
    const put = (kind: 'measure' | 'termination', measured?: object) =>
      chair.file(id, 'propose', {
        step: { id: 'measure-9', kind },
        text,
        // What a program that knows no types could send.
        ...(measured === undefined ? {} : { measure: measured as MeasureTerms }),
      })
    await expect(put('measure')).rejects.toThrow(/422.*measure\.without-terms/)
    await expect(put('termination', terms)).rejects.toThrow(/422.*measure\.without-terms/)
    for (const object of ['deter', 'punish'])
      await expect(
        put('measure', { ...terms, facts: { ...terms!.facts, object: { value: object } } }),
      ).rejects.toThrow(/422.*measure\.object-refused.*Article 49\(1\)/)
    await expect(
      put('measure', { ...terms, facts: { weather: { value: 'fine' } } }),
    ).rejects.toThrow(/422.*act\.meaningless/)
    await expect(
      put('measure', { ...terms, against: { code: 'Hawthorn', name: 'Hawthorn' } }),
    ).rejects.toThrow(/422.*act\.malformed/)
    await expect(
      cedar.file(id, 'amend', {
        replaces: on,
        step: { id: STEP, kind: 'measure' },
        text,
        measure: terms!,
      }),
    ).rejects.toThrow(/403.*version\.not-chair/)
    expect((await chair.view(id)).state.steps.some(({ id: step }) => step === 'measure-9')).toBe(
      false,
    )
  })

  test('Cedar alone is awaited, and its desk says for what', async () => {
    const { cedar, alder } = cast
    await settledAt(cedar, cast.case, (view) => versionOf(view, on))
    expect(await desk(cedar)).toEqual(['assess'])
    expect(await desk(alder)).toEqual([])
    const gate = versionOf(await alder.view(cast.case), on)?.gate
    expect(gate?.reasons).toMatchObject([{ code: 'silent', member: 'XC' }])
  })

  test('is drawn on again without doing anything twice', async () => {
    const count = async () => (await cast.alder.view(cast.case)).acts.length
    const before = await count()
    await measure(cast, () => {})
    expect(await count()).toBe(before)
  })
})
