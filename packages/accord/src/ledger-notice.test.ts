import { describe, expect, it } from 'vitest'
import { at, party, type Drafted } from '../test/case.ts'
import { act, assess, call, ledger, notice } from '../test/ledger-case.ts'

describe('what comes before a measure', () => {
  it.each([
    ['statement', []],
    ['demarche', []],
    ['assistance', []],
    ['retorsion', []],
    ['restrictive-measure', []],
    ['criminal-process', []],
    ['countermeasure', ['no-call', 'no-notice']],
    ['necessity', []],
    ['self-defence-referral', ['referred']],
  ])('of kind %s is barred, where nobody called or notified, by %j', (kind, reasons) => {
    const { nations } = ledger({ XA: [assess] }, { kind, chair: [] })
    const { stage, reasons: found } = nations[party('XA')]!
    expect(found.map(({ code }) => code)).toEqual(reasons)
    expect(stage).toBe(reasons.length > 0 ? 'barred' : 'may-start')
  })

  describe('and the notice', () => {
    const unnotified = (...acts: readonly Drafted[]) =>
      ledger({ XA: [call, ...acts] }, { chair: [] }).nations[party('XA')]
    const barred = { stage: 'barred', reasons: [{ code: 'no-notice' }] }
    const reading = (value: string, code = 'XA') =>
      act('assess', {
        ...assess.act,
        view: {
          holder: { code, name: 'Alder' },
          asOf: '2026-11-24',
          readings: { 'prior-notification': { value, says: 'As said.', source: 'Note 4' } },
        },
      })
    it('bars it while there is none, and any party may have given it', () => {
      expect(unnotified(assess)).toMatchObject(barred)
      expect(unnotified(notice, assess)).toMatchObject({ stage: 'may-start' })
      const { nations, notices } = ledger({ XA: [call, assess], XB: [notice] }, { chair: [] })
      expect(nations[party('XA')]).toMatchObject({ stage: 'may-start' })
      expect(notices).toEqual([at('XB', 1)])
    })
    it('is given as well where urgency is pleaded in its place', () => {
      const { notifiedOn: _, ...without } = notice.act
      const pleaded = act('notice', { ...without, urgency: 'The ports would be cut off.' })
      expect(unnotified(pleaded, assess)).toMatchObject({ stage: 'may-start' })
    })
    it('is not asked of a nation whose latest signed view does not require it', () => {
      expect(unnotified(reading('not-required'))).toMatchObject({ stage: 'may-start' })
      expect(unnotified(reading('not-required'), assess)).toMatchObject(barred)
    })
    it.each(['always', 'not-always', 'to-be-defined', 'silent', 'unknown'])(
      'is asked where its view says %s',
      (value) => {
        expect(unnotified(reading(value))).toMatchObject(barred)
      },
    )
    it('is asked where the view is another nation’s, and of every other nation', () => {
      expect(unnotified(reading('not-required', 'XB'))).toMatchObject(barred)
      const { nations } = ledger(
        { XA: [call, reading('not-required')], XB: [assess] },
        { chair: [] },
      )
      expect(nations[party('XB')]).toMatchObject(barred)
    })
  })
})
