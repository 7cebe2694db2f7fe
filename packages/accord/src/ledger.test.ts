import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { amend, at, comply, cutOf, party, withdraw, type Drafted } from '../test/case.ts'
import {
  act,
  alder,
  assess,
  call,
  charter,
  ledger,
  notice,
  review,
  start,
  suspend,
  terminate,
  V,
} from '../test/ledger-case.ts'
import { evaluate } from './evaluate.ts'
import type { NationMeasure } from './ledger.ts'
import { verifyBundle } from './verify-bundle.ts'

describe('a nation’s part in an adopted measure', () => {
  it('may start once the call is made and its own assessment is on record', () => {
    expect(alder(call, assess)).toMatchObject({
      stage: 'may-start',
      reasons: [],
      assess: at('XA', 2),
    })
  })

  it('is barred where it is a referral as self-defence, whatever was signed of it', () => {
    const referral = (more: readonly Drafted[]) =>
      ledger({ XA: [call, assess, ...more] }, { kind: 'self-defence-referral' }).nations[
        party('XA')
      ]
    const barred = { stage: 'barred', reasons: [{ code: 'referred' }], assess: at('XA', 2) }
    expect(referral([])).toEqual(barred)
    expect(referral([start()])).toEqual({ ...barred, latest: at('XA', 3) })
    expect(referral([start(), terminate])).toEqual({ ...barred, latest: at('XA', 4) })
  })

  it('is barred without a call, which any nation may have made', () => {
    expect(alder(assess)).toMatchObject({ stage: 'barred', reasons: [{ code: 'no-call' }] })
    const { nations, calls } = ledger({ XA: [assess], XB: [call] })
    expect(nations[party('XA')]).toMatchObject({ stage: 'may-start' })
    expect(calls).toEqual([at('XB', 1)])
  })

  it('is barred without its own assessment; another nation’s does not do', () => {
    const { nations } = ledger({ XA: [call, assess] })
    expect(nations[party('XB')]).toMatchObject({
      stage: 'barred',
      reasons: [{ code: 'no-assessment' }],
    })
  })

  it('runs from its start, through reports and reviews', () => {
    const report = act('report', { on: V, reportedOn: '2026-12-20', remarks: 'As planned.' })
    expect(alder(call, assess, start())).toMatchObject({ stage: 'running', start: at('XA', 3) })
    expect(alder(call, assess, start(), report, review({}))).toMatchObject({
      stage: 'running',
      latest: at('XA', 5),
    })
  })

  describe('and its own assessment', () => {
    const lost = act('assess', {
      ...assess.act,
      outcome: 'not-satisfied',
      word: 'It was replaced.',
    })
    it('is barred where it finds the conditions not met', () => {
      expect(alder(call, lost)).toMatchObject({
        stage: 'barred',
        reasons: [{ code: 'assessed-not-satisfied', act: at('XA', 2) }],
      })
    })
    it('rests, in the same computation, once it finds so of a part that runs', () => {
      expect(alder(call, assess, start(), lost)).toMatchObject({
        stage: 'suspended',
        reasons: [{ code: 'assessed-not-satisfied', act: at('XA', 4) }],
      })
    })
    it('goes on when it assesses again, without another start', () => {
      expect(alder(call, assess, start(), lost, assess)).toMatchObject({ stage: 'running' })
    })
    it('goes on where its adviser holds otherwise than the rules', () => {
      const held = act('assess', { ...lost.act, differs: true })
      expect(alder(call, assess, start(), held)).toMatchObject({ stage: 'running' })
    })
    it('stops no other nation’s part', () => {
      const { nations } = ledger({ XA: [call, assess, start(), lost], XB: [assess, start()] })
      expect(nations[party('XA')]).toMatchObject({ stage: 'suspended' })
      expect(nations[party('XB')]).toMatchObject({ stage: 'running' })
    })
  })

  it('is suspended by an act of its own and taken up again by the next start', () => {
    expect(alder(call, assess, start(), suspend)).toMatchObject({
      stage: 'suspended',
      reasons: [{ code: 'suspended-by-act', act: at('XA', 4) }],
    })
    expect(alder(call, assess, start(), suspend, start())).toMatchObject({ stage: 'running' })
  })

  it('ends by its termination, for good', () => {
    expect(alder(call, assess, start(), terminate)).toMatchObject({ stage: 'terminated' })
    expect(alder(call, assess, start(), terminate, start())).toMatchObject({ stage: 'terminated' })
  })

  it('does not start on a certificate that adopted nothing', () => {
    expect(alder(call, assess, start(V, at('XB', 0)))).toMatchObject({ stage: 'may-start' })
    expect(alder(call, assess, start(V, at('XB', 0)))).not.toHaveProperty('start')
  })
})

describe('what stops a measure', () => {
  const running = [call, assess, start()]

  it('is the loss of one nation’s consent: under unanimity everybody’s part is suspended', () => {
    const { nations } = ledger({
      XA: running,
      XB: [assess, start()],
      XC: [withdraw(V)],
    })
    expect(nations[party('XA')]).toMatchObject({
      stage: 'suspended',
      reasons: [{ code: 'not-in-force' }],
    })
    expect(nations[party('XB')]).toMatchObject({ stage: 'suspended' })
    expect(nations[party('XC')]).toMatchObject({
      stage: 'barred',
      reasons: expect.arrayContaining([{ code: 'no-consent', act: at('XC', 1) }]),
    })
  })

  it('is an abstention, for the nation that abstains and no other', () => {
    const { nations } = ledger({
      XA: [...running, comply(V, 'abstains')],
      XB: [assess, start()],
    })
    expect(nations[party('XA')]).toMatchObject({
      stage: 'suspended',
      reasons: [{ code: 'no-consent', act: at('XA', 4) }],
    })
    expect(nations[party('XB')]).toMatchObject({ stage: 'running' })
  })

  it.each([
    ['act-ceased', { ceased: true, repaired: true }],
    ['not-proportionate', { proportionate: 'no' }],
    ['not-reversible', { reversible: 'no' }],
    ['before-a-tribunal', { ceased: true, tribunal: true }],
  ])('is a review that finds %s, for all', (code, found) => {
    const { nations } = ledger({ XA: running, XB: [assess, start(), review(found)] })
    for (const nation of ['XA', 'XB'])
      expect(nations[party(nation)]).toMatchObject({
        stage: 'suspended',
        reasons: [{ code, act: at('XB', 3) }],
      })
  })

  it('is not a review that finds the act ceased and nothing repaired', () => {
    const { nations } = ledger({ XA: [...running, review({ ceased: true })] })
    expect(nations[party('XA')]).toMatchObject({ stage: 'running' })
  })

  it('is lifted by the same nation’s next review', () => {
    const { nations } = ledger({
      XA: running,
      XB: [assess, start(), review({ proportionate: 'no' }), review({})],
    })
    expect(nations[party('XA')]).toMatchObject({ stage: 'running' })
  })

  it('bars those who have not begun', () => {
    const { nations } = ledger({ XA: [call, assess], XB: [review({ proportionate: 'no' })] })
    expect(nations[party('XA')]).toMatchObject({
      stage: 'barred',
      reasons: [{ code: 'not-proportionate' }],
    })
  })
})

describe('a measure with a new version', () => {
  it('goes on under the old one until the new one is adopted', () => {
    const { nations, version } = ledger(
      { XA: [call, assess, start()] },
      { chair: [notice, amend(V, 'measure-1', 'measure')] },
    )
    expect(version).toBe(V)
    expect(nations[party('XA')]).toMatchObject({ stage: 'running' })
  })
})

describe('the state of a case', () => {
  it('has no ledger where no measure was put', () => {
    const state = evaluate(charter, cutOf(charter, { XA: [call] }))
    expect(state).not.toHaveProperty('measures')
  })
})

describe('the records of spec/vectors/measure', () => {
  const read = (file: string) =>
    readFileSync(new URL(`../../../spec/vectors/measure/${file}`, import.meta.url), 'utf8')
  const list = JSON.parse(read('list.json')) as {
    charter: string
    records: { file: string; nations: Record<string, { stage: string; reasons: string[] }> }[]
  }
  it.each(list.records)('$file', ({ file, nations }) => {
    const { state } = verifyBundle(read(file), { charterId: list.charter, crypto })
    const parts = state.measures![0]!.nations as Record<string, NationMeasure>
    for (const [id, { stage, reasons }] of Object.entries(nations)) {
      expect(parts[id]!.stage).toBe(stage)
      expect(parts[id]!.reasons.map(({ code }) => code)).toEqual(reasons)
    }
  })
})
