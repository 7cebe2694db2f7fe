import { describe, expect, it } from 'vitest'
import {
  at,
  charterOf,
  comply,
  cutOf as cutOfCase,
  declare,
  party,
  propose,
  type Drafted,
  type Strands,
} from '../test/case.ts'
import type { Cut } from './cut.ts'
import { evaluate } from './evaluate.ts'
import { roundsAwait, roundsIn } from './soundings.ts'

const TEXT = {
  lang: 'en',
  title: 'What might be put',
  clauses: [
    { id: '1', text: 'They did it.' },
    { id: '2', text: 'They stop.' },
  ],
}
const asks = (): Drafted => ({
  act: { kind: 'sound', asks: { step: { id: 'position', kind: 'position' }, text: TEXT } },
})
const cutOf = (strands: Strands) => cutOfCase(charterOf(), strands)
type Leans = Readonly<Record<string, string>>
const answers = (round: string, leans: Leans): Drafted => ({
  act: {
    kind: 'sound',
    answers: {
      round,
      clauses: Object.entries(leans).map(([clause, word]) => ({ clause, leans: word })),
    },
  },
})
const actsOf = (cut: Cut) => Object.values(cut).flatMap(({ acts }) => acts)
const rows = (cut: Cut) =>
  roundsIn(actsOf(cut)).map(({ clauses }) =>
    clauses.map(({ id, leanings }) => [id, leanings.map((one) => `${one.party} ${one.leans}`)]),
  )

describe('a sounding', () => {
  const round = at('CO', 0)
  it('has the parties’ answers side by side, clause by clause', () => {
    const cut = cutOf({
      CO: [asks()],
      XB: [answers(round, { '1': 'cannot-accept', '2': 'welcomes' })],
      XA: [answers(round, { '2': 'can-live-with' })],
    })
    expect(rows(cut)).toEqual([
      [
        ['1', ['XB cannot-accept']],
        ['2', ['XA can-live-with', 'XB welcomes']],
      ],
    ])
  })
  it('shows the last answer of each party by its strand, in whatever order acts are given', () => {
    const cut = cutOf({
      CO: [asks()],
      XA: [answers(round, { '1': 'cannot-accept' }), answers(round, { '1': 'welcomes' })],
    })
    expect(rows(cut)).toEqual([
      [
        ['1', ['XA welcomes']],
        ['2', []],
      ],
    ])
    expect(roundsIn(actsOf(cut).toReversed())[0]?.answered).toEqual([
      { party: 'XA', act: at('XA', 1) },
    ])
  })
  it('leaves out what answers no round, another act, a clause that is not asked, or is void', () => {
    const cut = cutOf({
      CO: [asks(), propose()],
      XA: [answers(at('XZ', 7), { '1': 'welcomes' })],
      XB: [answers(at('CO', 1), { '1': 'welcomes' })],
      XC: [answers(round, { '99': 'welcomes' })],
    })
    expect(rows(cut)).toEqual([
      [
        ['1', []],
        ['2', []],
      ],
    ])
    const voided = actsOf(cutOf({ CO: [asks()], XA: [answers(round, { '1': 'welcomes' })] })).map(
      (logged) =>
        logged.party === party('XA') ? { ...logged, void: { code: '', message: '' } } : logged,
    )
    expect(roundsIn(voided)[0]?.answered).toEqual([])
  })
  it('is no voice: whatever is answered, no gate and no standing changes', () => {
    const text = at('CO', 0)
    const spoken = { XA: [comply(text)], XB: [comply(text)], XC: [] as Drafted[] }
    const before = evaluate(charterOf(), cutOf({ CO: [propose()], ...spoken }))
    for (const leans of ['welcomes', 'can-live-with', 'has-difficulty', 'cannot-accept']) {
      const cut = cutOf({
        CO: [propose(), asks()],
        XA: [...spoken.XA, answers(at('CO', 1), { '1': leans })],
        XB: [...spoken.XB, answers(text, { '1': leans })],
        XC: [answers(at('CO', 1), { '1': leans, '2': leans })],
      })
      const after = evaluate(charterOf(), cut)
      expect(after.steps).toEqual(before.steps)
      expect(after.soundings).toHaveLength(4)
      expect(after.void).toEqual([])
    }
  })
})

describe('what a round waits for', () => {
  const round = at('CO', 0)
  const charter = charterOf()
  const all = { '1': 'welcomes', '2': 'welcomes' }
  const others = ['XA', 'XB', 'XC']
  const awaits = (strands: Strands, left: readonly string[] = []) => {
    const cut = cutOf(strands)
    const { steps } = evaluate(charter, cut)
    return roundsAwait(roundsIn(actsOf(cut)), {
      parties: charter.parties,
      steps,
      left: left.map(party),
    })
  }
  /** Where an answer is awaited, it is no more once it is given; and no gate knows of any of it. */
  const isPlayedOn = (strands: Strands, of = round) => {
    const { from } = awaits(strands).get(of)!
    const said = Object.fromEntries(
      charter.parties.map(({ id }) => [
        id,
        [...(strands[id] ?? []), ...(from.includes(id) ? [answers(of, all)] : [])],
      ]),
    )
    expect(awaits(said).get(of)).toEqual({ code: 'answered', from: [] })
    expect(evaluate(charter, cutOf(said)).steps).toEqual(evaluate(charter, cutOf(strands)).steps)
  }
  const V = at('CO', 1)
  const agreed = { XA: [comply(V)], XB: [comply(V)], XC: [comply(V)] }
  const certified = declare(
    'adopted',
    V,
    { CO: 2, XA: 1, XB: 1, XC: 1 },
    { CO: 10, XA: 10, XB: 10, XC: 10 },
  )

  it.each<[string, Strands, readonly string[]]>([
    ['before a text is put', { CO: [asks()] }, others],
    ['with answers still out', { CO: [asks()], XB: [answers(round, all)] }, ['XA', 'XC']],
    [
      'of a clause alone',
      { CO: [asks()], XB: [answers(round, { '1': 'welcomes' })] },
      ['XA', 'XC'],
    ],
    ['to another round', { CO: [asks()], XB: [answers(at('XA', 7), all)] }, others],
    ['once a text is put', { CO: [asks(), propose()] }, others],
    ['once all agreed and nothing is certified', { CO: [asks(), propose()], ...agreed }, others],
  ])('%s: the answers of those who gave none', (_, strands, from) => {
    expect(awaits(strands).get(round)).toEqual({ code: 'answers', from })
    isPlayedOn(strands)
  })

  it('once a text of its step is adopted, or whoever asks asked anew: nobody’s', () => {
    const adopted = { CO: [asks(), propose(), certified], ...agreed }
    expect(awaits(adopted).get(round)).toEqual({ code: 'adopted', from: [] })
    const anew = { CO: [asks(), asks()], XA: [answers(round, all)] }
    expect(awaits(anew).get(round)).toEqual({ code: 'asked-anew', from: [] })
    expect(awaits(anew).get(at('CO', 1))).toEqual({ code: 'answers', from: others })
    isPlayedOn(anew, at('CO', 1))
  })

  it('of a party that left: nothing', () => {
    expect(awaits({ CO: [asks()] }, ['XB']).get(round)?.from).toEqual(['XA', 'XC'])
  })
})
