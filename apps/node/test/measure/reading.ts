import { describe, expect, test } from 'vitest'
import type { OwnView, ViewIfKept } from '../../src/api.ts'
import { STEP } from '../../src/demo/measure-texts.ts'
import type { PersonClient } from '../../src/demo/person.ts'
import { cast, on, partOf } from './stage.ts'

describe('how a nation reads the law', () => {
  const put = (person: PersonClient, view: unknown) =>
    person.ask<OwnView>('/api/v1/view', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ view }),
    })
  const ifKept = (view: unknown) => cast.birch.post<ViewIfKept>('/api/v1/view/if-kept', { view })
  const kept = () => cast.birch.ask<OwnView>('/api/v1/view')

  test('is shown with what another view would change in open measures, and nothing is kept', async () => {
    const { view, changes } = await kept()
    const same = await ifKept(view)
    expect(same.measures).toMatchObject([{ step: STEP, version: on, rows: [] }])
    const { readings } = view!
    const says = { says: 'A rule of its own.', source: 'none', on: '2026-11-25' }
    const other = { ...view!, readings: { ...readings, sovereignty: { value: 'rule', ...says } } }
    const would = await ifKept(other)
    expect(would.view.readings.sovereignty).toMatchObject({ value: 'rule', on: '2026-11-25' })
    const [effect] = would.measures
    expect(effect?.rows.length).toBeGreaterThan(0)
    expect(effect?.rows.every(({ was, would: after }) => was !== after)).toBe(true)
    // What Birch signed stays: it is told beside, and the ledger is what it was.
    expect(effect?.signed).toBe((await partOf(cast.birch))?.assessment?.outcome)
    expect((await kept()).changes).toEqual(changes)
  })

  test('stays readable, view by view', async () => {
    const { birch } = cast
    const { view, changes } = await kept()
    const { changes: after } = await put(birch, { ...view!, asOf: '2026-11-25' })
    expect(after.length).toBe(changes.length + 1)
    const before = await birch.ask<OwnView>(`/api/v1/view?change=${changes.length}`)
    expect(before.view).toEqual(view)
    expect((await kept()).view?.asOf).toBe('2026-11-25')
    await expect(birch.ask('/api/v1/view?change=999')).rejects.toThrow(/404.*view\.unknown/)
    for (const change of ['0', '-1', '1.5', 'x', '1e9'])
      await expect(birch.ask(`/api/v1/view?change=${change}`)).rejects.toThrow(
        /422.*request\.malformed/,
      )
  })

  test('is refused where it is of another, unbounded, or of another form', async () => {
    const { view } = await kept()
    for (const hostile of [
      { ...view, holder: { code: 'XA', name: 'Alder' } },
      {
        ...view,
        readings: { sovereignty: { value: 'rule', says: 'x'.repeat(8001), source: 'none' } },
      },
      { ...view, readings: { sovereignty: { value: 'conquest', says: 'x', source: 'none' } } },
      { ...view, readings: { weather: { value: 'fine', says: 'x', source: 'none' } } },
      {
        ...view,
        readings: { sovereignty: { value: 'rule', says: 'x', source: 'none', on: 'soon' } },
      },
      { ...view, documents: Array.from({ length: 1001 }, () => view?.documents[0]) },
      { ...view, readings: [] },
    ]) {
      await expect(ifKept(hostile)).rejects.toThrow(/422.*(view\.foreign|malformed)/)
      await expect(put(cast.birch, hostile)).rejects.toThrow(/422.*(view\.foreign|malformed)/)
    }
  })
})
