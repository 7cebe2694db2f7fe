import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import {
  amend,
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  party,
  propose,
  withdraw,
  type Drafted,
  type Strands,
} from '../test/case.ts'
import { evaluate } from './evaluate.ts'
import type { ActId } from './id.ts'
import type { MeasureState, NationMeasure } from './ledger.ts'
import { verifyBundle } from './verify-bundle.ts'

const charter = charterOf({
  steps: { measure: { rule: 'express-unanimity' }, attribution: { rule: 'each-its-own' } },
})
const V = at('CO', 0)
const ADOPTED = at('CO', 1)
const ALL = { CO: [5, 10], XA: [5, 10], XB: [5, 10], XC: [5, 10] }
const yes = comply(V)

const against = { code: 'XH', name: 'Hawthorn' }
const act = (kind: string, fields: Record<string, unknown>): Drafted => ({
  act: { kind, ...fields },
})
const call = act('call', {
  for: 'measure-1',
  to: 'Hawthorn',
  demands: 'cease, and replace the terminals',
  transmittedOn: '2026-11-02',
  channel: 'note verbale',
})
const notice = act('notice', {
  for: 'measure-1',
  to: 'Hawthorn',
  says: 'Alder will suspend its part of the arrangement.',
  notifiedOn: '2026-11-20',
  offersNegotiation: true,
})
const assess = act('assess', {
  on: V,
  asOf: '2026-11-24',
  lawBase: 'entente-law-1',
  facts: {},
  outcome: 'disputed',
  word: 'Open to those who are injured.',
})
const start = (on: ActId = V, certificate: ActId = ADOPTED) =>
  act('start', { on, certificate, startedOn: '2026-12-15' })
const review = (found: Record<string, unknown>) =>
  act('review', {
    on: V,
    reviewedOn: '2027-01-15',
    ceased: false,
    repaired: false,
    proportionate: 'yes',
    reversible: 'yes',
    tribunal: false,
    remarks: 'Reviewed.',
    ...found,
  })
const suspend = act('suspend', { on: V, suspendedOn: '2027-01-02', reason: 'Talks have begun.' })
const terminate = act('terminate', { on: V, terminatedOn: '2027-02-01', reason: 'It has ceased.' })

/** The version of a measure of this kind. */
function put(kind: string): Drafted {
  const drafted = propose('measure-1', 'measure')
  return { act: { ...drafted.act, measure: { kind, against, asOf: '2026-11-24', facts: {} } } }
}

type Put = { readonly chair?: readonly Drafted[]; readonly kind?: string }

/** Every nation's consent lies at index 0 of its strand; then it goes on. The chair gave notice, unless its acts are given. */
function ledger(
  more: Strands = {},
  { chair = [notice], kind = 'countermeasure' }: Put = {},
): MeasureState {
  const strands: Strands = {
    CO: [put(kind), declare('adopted', V, { CO: 1, XA: 1, XB: 1, XC: 1 }, ALL), ...chair],
    XA: [yes, ...(more['XA'] ?? [])],
    XB: [yes, ...(more['XB'] ?? [])],
    XC: [yes, ...(more['XC'] ?? [])],
  }
  const { measures = [] } = evaluate(charter, cutOf(charter, strands))
  expect(measures).toHaveLength(1)
  return measures[0]!
}

const alder = (...acts: readonly Drafted[]) => ledger({ XA: acts }).nations[party('XA')]

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
