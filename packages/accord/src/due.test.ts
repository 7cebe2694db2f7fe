import { describe, expect, it } from 'vitest'
import {
  amend,
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  extend,
  party,
  propose,
  reaffirm,
  receipt,
  withdraw,
  type Drafted,
  type Strands,
} from '../test/case.ts'
import type { SilenceShown } from './comes-to.ts'
import type { ActId } from './id.ts'
import { dueIn } from './due.ts'
import { evaluate } from './evaluate.ts'

type Silences = Readonly<Record<ActId, SilenceShown>>
const charter = charterOf({ period: 100 })
const V = at('CO', 0)
const ALL = { CO: [5, 10], XA: [5, 10], XB: [5, 10], XC: [5, 10] }
const adoption = declare('adopted', V, { CO: 1, XA: 1, XB: 1, XC: 1 }, ALL)
const due = (strands: Strands, who = 'XC', now = 50, silences: Silences = {}) => {
  const cut = cutOf(charter, strands)
  const state = evaluate(charter, cut)
  return dueIn({ charter, cut, state }, { party: party(who), now, silences })
}

const put = propose('position', 'position', { expiry: 100 })
const awaiting = (expectedAt: number): Drafted => ({
  act: { ...comply(V, 'awaits-instructions').act, expectedAt },
})

/** Everybody complied and it was adopted; then Cedar goes on. */
const adopted = (cedar: readonly Drafted[] = []): Strands => ({
  CO: [put, adoption],
  XA: [comply(V)],
  XB: [comply(V)],
  XC: [comply(V), ...cedar],
})

describe('what is due of a party', () => {
  it('is nothing where no date is on record', () => {
    expect(due({ CO: [propose()], XC: [comply(V)] })).toEqual([])
  })
  it('is a new voice before its own has run out, whether adopted or not', () => {
    expect(
      due({ CO: [propose()], XC: [comply(V, 'complies', 'complies', { until: 70 })] }),
    ).toEqual([{ what: 'voice', at: 70, of: at('XC', 0), step: 'position' }])
  })
  it('is no voice that a later one without an end replaced, or a withdrawal', () => {
    const ends = comply(V, 'complies', 'complies', { until: 70 })
    expect(due({ CO: [propose()], XC: [ends, comply(V)] })).toEqual([])
    expect(due({ CO: [propose()], XC: [ends, withdraw(V)] })).toEqual([])
  })
  it('is what its capital was expected to say, until it was said', () => {
    expect(due({ CO: [propose()], XC: [awaiting(60)] })).toEqual([
      { what: 'instructions', at: 60, of: at('XC', 0), step: 'position' },
    ])
    expect(due({ CO: [propose()], XC: [awaiting(60), comply(V)] })).toEqual([])
  })
  it('is nobody else’s business', () => {
    expect(due({ CO: [propose()], XC: [awaiting(60)] }, 'XA')).toEqual([])
    expect(due({ CO: [propose()], XC: [awaiting(60)] }, 'CO')).toEqual([])
  })
  it('is said once a version of a later text only', () => {
    expect(due({ CO: [propose(), amend(V)], XC: [awaiting(60)] })).toEqual([])
  })
})

describe('by silence', () => {
  const term = propose('term', 'term', { expiry: 100 })
  const limit = 100 - charter.notice
  it('a text is to be acknowledged more than the charter’s notice before its end', () => {
    expect(charter.notice).toBe(10)
    for (const now of [50, limit - 1])
      expect(due({ CO: [term] }, 'XC', now)).toEqual([
        { what: 'acknowledgement', at: limit, of: V, step: 'term' },
      ])
  })
  it('from then on it is to be answered before its end, and no receipt is asked for', () => {
    for (const now of [limit, 99])
      expect(due({ CO: [term] }, 'XC', now)).toEqual([
        { what: 'answer', at: 100, of: V, step: 'term' },
      ])
  })
  it('an acknowledged text is to be answered before its end', () => {
    expect(due({ CO: [term], XC: [receipt(V)] })).toEqual([
      { what: 'silence', at: 100, of: V, step: 'term' },
    ])
  })
  it('an end that was moved is the one that counts', () => {
    expect(due({ CO: [term, extend(V, 140)] })).toMatchObject([{ at: 140 - charter.notice }])
  })
  it('once its end and the charter’s grace are over, it is due of every party to certify what came of it, of those without a voice too', () => {
    const after = 100 + charter.grace
    for (const who of ['XA', 'XB', 'XC', 'CO'])
      expect(due({ CO: [term], XC: [receipt(V), comply(V)] }, who, after)).toEqual([
        { what: 'certificate', at: after, of: V, step: 'term' },
      ])
    expect(due({ CO: [term] }, 'XC', after - 1)).toMatchObject([{ what: 'answer' }])
  })
  it('whose receipt is shown to have come late is to answer, as if it had given none', () => {
    const strands = { CO: [term], XC: [receipt(V)] }
    expect(due(strands, 'XC', limit, { [V]: { late: [party('XC')] } })).toMatchObject([
      { what: 'answer', at: 100 },
    ])
  })
  it('that can be certified neither way leaves its author a new version, and nobody else anything', () => {
    const strands = { CO: [term], XA: [comply(V)], XB: [receipt(V)], XC: [receipt(V)] }
    const neither = { [V]: { late: [party('XC')], comesTo: 'neither' } } as const
    expect(due(strands, 'CO', 200, neither)).toEqual([
      { what: 'new-version', at: 105, of: V, step: 'term' },
    ])
    for (const who of ['XA', 'XB', 'XC']) expect(due(strands, who, 200, neither)).toEqual([])
  })
  it('nothing is due of who answered, nor where the silence is broken', () => {
    expect(due({ CO: [term], XC: [receipt(V), comply(V)] })).toEqual([])
    expect(due({ CO: [term], XA: [comply(V, 'objects')] })).toEqual([])
  })
  it('that is broken waits for its certificate once its time is over: until then nothing is final', () => {
    const strands = { CO: [term], XA: [comply(V, 'objects')], XC: [receipt(V)] }
    for (const who of ['CO', 'XA', 'XC'])
      expect(due(strands, who, 105)).toEqual([
        { what: 'certificate', at: 105, of: V, step: 'term' },
      ])
  })
})

describe('by majority', () => {
  const majority = charterOf({
    minimum: 1,
    blocking: 1,
    steps: { position: { rule: 'qualified-majority' } },
  })
  const dueOf = (strands: Strands, who: string, now = 50) => {
    const cut = cutOf(majority, strands)
    const state = evaluate(majority, cut)
    return dueIn({ charter: majority, cut, state }, { party: party(who), now })
  }
  const strands = { CO: [put], XA: [comply(V)], XB: [comply(V, 'objects')] }
  it('who has said nothing is to speak before the vote ends: from then on the text is adopted without it', () => {
    for (const now of [50, 150])
      expect(dueOf(strands, 'XC', now)).toEqual([
        { what: 'vote', at: 100, of: V, step: 'position' },
      ])
  })
  it('nothing is due of who spoke, of who has no voice, and once it is adopted', () => {
    for (const who of ['XA', 'XB', 'CO']) expect(dueOf(strands, who)).toEqual([])
    const late = { CO: [5, 110], XA: [5, 110], XB: [5, 110], XC: [5, 110] }
    const certificate = declare('adopted', V, { CO: 1, XA: 1, XB: 1, XC: 0 }, late)
    const both = { CO: [put, certificate], XA: [comply(V)], XB: [comply(V)] }
    expect(dueOf(both, 'XC', 150)).toEqual([])
  })
})

describe('a reaffirmation', () => {
  it('is due by the end of the window that runs', () => {
    expect(due(adopted(), 'XC', 50)).toEqual([
      { what: 'reaffirmation', at: 200, of: V, window: 1, step: 'position' },
    ])
    expect(due(adopted(), 'XC', 199)).toMatchObject([{ window: 1 }])
  })
  it('that is lacking is still due beside the one of the next window', () => {
    expect(due(adopted(), 'XC', 200)).toMatchObject([
      { window: 1, at: 200 },
      { window: 2, at: 300 },
    ])
  })
  it('that was given is not due again', () => {
    expect(due(adopted([reaffirm(V, 1)]), 'XC', 50)).toEqual([])
    expect(due(adopted([reaffirm(V, 1)]), 'XC', 250)).toMatchObject([{ window: 2, at: 300 }])
  })
  it('is not due of who withdrew: no reaffirmation of it counts any more', () => {
    expect(due(adopted([withdraw(V)]), 'XC', 250)).toEqual([])
    expect(due(adopted([withdraw(V)]), 'XA', 50)).toMatchObject([{ what: 'reaffirmation' }])
  })
  it('is not due of a text that nobody adopted', () => {
    expect(due({ CO: [put], XC: [comply(V)] }, 'XC', 250)).toEqual([])
  })
})

describe('a mandate', () => {
  const key = { keyid: 'k', alg: 'ed25519', pub: 'AAAA', custody: 'node-held' }
  const given = (until?: number, keyid = 'k', verbs = ['comply'], id = 'mfa'): Drafted => ({
    act: {
      kind: 'keys-add',
      authority: { id, name: 'Ministry' },
      key: { ...key, keyid },
      mandate: { verbs, ...(until === undefined ? {} : { until }) },
    },
  })
  const revoked: Drafted = {
    act: { kind: 'keys-revoke', key: { keyid: 'k', pub: 'AAAA' }, cause: 'replaced' },
  }
  it('with an end is to be given anew before it', () => {
    expect(due({ XC: [given(900)] })).toEqual([
      { what: 'mandate', at: 900, of: at('XC', 0), authority: 'mfa' },
    ])
  })
  it('without an end, or of a key that was taken back, is not', () => {
    expect(due({ XC: [given()] })).toEqual([])
    expect(due({ XC: [given(900), revoked] })).toEqual([])
  })
  it('that was given anew for longer, with all its verbs, is due by the later end alone', () => {
    expect(due({ XC: [given(900), given(undefined, 'k2')] })).toEqual([])
    expect(due({ XC: [given(900), given(1_900, 'k2')] })).toMatchObject([{ at: 1_900 }])
    const longer = given(1_900, 'k2').act
    const weaker = { ...longer, key: { ...key, keyid: 'k2', alg: 'ml-dsa-44' } }
    for (const other of [
      given(800, 'k2'),
      given(1_900, 'k2', ['note']),
      given(1_900, 'k2', ['comply'], 'moi'),
      { act: weaker },
    ])
      expect(due({ XC: [given(900), other] })).toContainEqual(expect.objectContaining({ at: 900 }))
  })
})

it('the earliest is first', () => {
  const both = [comply(V, 'complies', 'complies', { until: 150 })]
  expect(due(adopted(both)).map(({ what }) => what)).toEqual(['voice', 'reaffirmation'])
})
