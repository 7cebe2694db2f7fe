import { describe, expect, test } from 'vitest'
import {
  at,
  charterOf,
  comply,
  cutOf,
  cutTo,
  declare,
  extend,
  party,
  propose,
  reaffirm,
  receipt,
  record,
  withdraw,
  type Drafted,
  type Strands,
} from '../test/case.ts'
import { evaluate } from './evaluate.ts'
import { createWaiting } from './waiting.ts'

const charter = charterOf({
  chair: 'CO',
  steps: { position: { rule: 'express-unanimity' }, term: { rule: 'silence', by: 'XA' } },
})
const V = at('CO', 0)
const text = propose()

/** What the last act of a party waits for, where this much of each strand is in the cut. */
function waits(strands: Strands, by: string, sizes: Readonly<Record<string, number>>) {
  const whole = cutOf(charter, strands)
  const waiting = createWaiting(charter, {
    cut: cutTo(whole, sizes),
    logged: (id) => whole[id]!.acts,
  })
  return waiting(whole[party(by)]!.acts.at(-1)!)
}

describe('an act waits', () => {
  test.each<[string, Drafted]>([
    ['a voice', comply(V)],
    ['a withdrawal', withdraw(V)],
    ['a reaffirmation', reaffirm(V)],
    ['a certificate', declare('adopted', V, {})],
  ])('%s: for the text that it is about, of whoever may file one', (_, act) => {
    expect(waits({ XB: [act] }, 'XB', { XB: 1 })).toEqual([
      { for: 'act', of: V, from: ['CO', 'XA'] },
    ])
    // Whose it is is known where it is held; what nobody witnessed yet is not in the cut.
    expect(waits({ CO: [text], XB: [act] }, 'XB', { XB: 1 })).toEqual([
      { for: 'act', of: V, from: ['CO'] },
    ])
    expect(waits({ CO: [text], XB: [act] }, 'XB', { CO: 1, XB: 1 })).toEqual([])
  })

  test('an answer: for the round; an opening: for the act whose words it opens', () => {
    const round = at('CO', 0)
    const clauses = [{ clause: '1', leans: 'welcomes' }]
    const answer: Drafted = { act: { kind: 'sound', answers: { round, clauses } } }
    const opening: Drafted = { act: { kind: 'release', of: at('XB', 1), discloses: ['words'] } }
    expect(waits({ CO: [text], XB: [answer] }, 'XB', { XB: 1 })).toEqual([
      { for: 'act', of: round, from: ['CO'] },
    ])
    expect(waits({ CO: [text], XB: [answer] }, 'XB', { CO: 1, XB: 1 })).toEqual([])
    expect(waits({ XB: [opening] }, 'XB', { XB: 1 })).toEqual([
      { for: 'act', of: at('XB', 1), from: ['XB'] },
    ])
  })

  test('an extension: for its own party’s text; a receipt: for another’s act', () => {
    expect(waits({ CO: [extend(at('CO', 1), 300)] }, 'CO', { CO: 1 })).toEqual([
      { for: 'act', of: at('CO', 1), from: ['CO'] },
    ])
    expect(waits({ XB: [receipt(V)] }, 'XB', { XB: 1 })).toEqual([
      { for: 'act', of: V, from: ['XA', 'XC', 'CO'] },
    ])
  })

  test('a certificate: for the strands that it cites further than they are here, and says nothing before', () => {
    const strands = {
      CO: [
        text,
        declare('adopted', V, { CO: 1, XA: 1, XB: 1, XC: 1 }, { CO: 9, XA: 9, XB: 9, XC: 9 }),
      ],
      XA: [comply(V)],
      XB: [comply(V)],
      XC: [comply(V)],
    }
    const adopted = (sizes: Readonly<Record<string, number>>) =>
      evaluate(charter, cutTo(cutOf(charter, strands), sizes)).steps[0]!.versions[0]!.adopted.length
    const part = { CO: 2, XA: 1 }
    expect(waits(strands, 'CO', part)).toEqual([
      { for: 'strand', from: 'XB', size: 1 },
      { for: 'strand', from: 'XC', size: 1 },
    ])
    expect(adopted(part)).toBe(0)
    const whole = { CO: 2, XA: 1, XB: 1, XC: 1 }
    expect(waits(strands, 'CO', whole)).toEqual([])
    expect(adopted(whole)).toBe(1)
  })

  test('not where it is about nothing that another act says', () => {
    expect(waits({ XA: [record('evidence')] }, 'XA', {})).toEqual([])
    expect(waits({ CO: [text] }, 'CO', {})).toEqual([])
  })
})
