import { readFileSync } from 'node:fs'
import { assess } from '@entente/law'
import { describe, expect, it } from 'vitest'
import { at, charterOf, comply, cutOf, type Drafted, type Strands } from '../test/case.ts'
import { measureFacts } from './facts.ts'

const charter = charterOf({ steps: { measure: { rule: 'express-unanimity' } } })
const V = at('CO', 0)

type Given = Readonly<Record<string, { value: string; evidence: string[]; assertedBy?: string }>>
type Example = { facts: Given; nations: { code: string; facts: Given }[] }
const read = (path: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../examples/quiet-modem/${path}`, import.meta.url), 'utf8'),
  )
const example = read('measure.json') as Example
const without = (facts: Given, ...ids: string[]) =>
  Object.fromEntries(
    Object.entries(facts)
      .filter(([id]) => !ids.includes(id))
      .map(([id, { assertedBy: _by, ...fact }]) => [id, fact]),
  )
const nation = (code: string) => example.nations.find((one) => one.code === code)!.facts

const put: Drafted = {
  act: {
    kind: 'propose',
    step: { id: 'measure-1', kind: 'measure' },
    text: {
      lang: 'en',
      title: 'Suspension of the port services arrangement',
      clauses: [{ id: '1', text: 'It is suspended.' }],
    },
    measure: {
      kind: 'countermeasure',
      against: { code: 'XH', name: 'Hawthorn' },
      asOf: '2026-11-24',
      facts: without(example.facts, 'kind'),
    },
  },
}
const call = (transmittedOn: string, answer: string): Drafted => ({
  act: {
    kind: 'call',
    for: 'measure-1',
    to: 'Hawthorn',
    demands: 'cease and repair',
    transmittedOn,
    channel: 'note verbale',
    answer,
  },
})
const notice: Drafted = {
  act: {
    kind: 'notice',
    for: 'measure-1',
    to: 'Hawthorn',
    says: 'We have decided.',
    notifiedOn: '2026-11-20',
    offersNegotiation: true,
  },
}
const assessed = (code: string, file: string): Drafted => ({
  act: {
    kind: 'assess',
    on: V,
    asOf: '2026-11-24',
    lawBase: 'entente-law-1',
    view: read(`views/${file}.json`),
    facts: without(nation(code), 'calledOn', 'answer', 'notifiedOn', 'negotiationOffered'),
    outcome: 'disputed',
    word: 'Mine.',
  },
})
const factsOf = (strands: Strands) =>
  measureFacts(charter, cutOf(charter, { CO: [put], ...strands }), V)!

describe('the acts of a case, as the law is given them', () => {
  it('say of a version without a measure nothing', () => {
    const position: Drafted = { act: { ...put.act, measure: undefined } }
    expect(measureFacts(charter, cutOf(charter, { CO: [position] }), V)).toBeUndefined()
  })

  it('have the proposer’s facts for all and each nation’s own over them', () => {
    const { measure } = factsOf({ XA: [assessed('XA', 'alder')] })
    expect(measure.facts).toMatchObject({
      kind: { value: 'countermeasure', assertedBy: 'CO', evidence: [V] },
      object: { value: 'cease-and-repair', assertedBy: 'CO' },
    })
    expect(measure.nations.map(({ code }) => code)).toEqual(['XA', 'XB', 'XC'])
    expect(measure.nations[0]!.facts).toMatchObject({
      actor: { value: 'state-organ', assertedBy: 'XA', grade: 'A2' },
    })
    expect(measure.nations[1]!.facts).toEqual({})
  })

  it('have a fact whose grade is of another edition, without that grade', () => {
    const { act } = assessed('XA', 'alder')
    const facts = {
      ceased: { value: false, grade: 'sure' },
      adoption: { value: 'denies', grade: 'B2' },
    }
    const { measure } = factsOf({ XA: [{ act: { ...act, facts } }] })
    expect(measure.nations[0]!.facts).toEqual({
      ceased: { value: false, assertedBy: 'XA', evidence: [] },
      adoption: { value: 'denies', assertedBy: 'XA', evidence: [], grade: 'B2' },
    })
  })

  it('have the day of the call and of the notice from these acts, the latest of each', () => {
    const { measure } = factsOf({
      XA: [call('2026-10-01', 'pending'), call('2026-11-02', 'refused'), notice],
    })
    expect(measure.nations[0]!.facts).toEqual({
      calledOn: { value: '2026-11-02', assertedBy: 'XA', evidence: [at('XA', 1)] },
      answer: { value: 'refused', assertedBy: 'XA', evidence: [at('XA', 1)] },
      notifiedOn: { value: '2026-11-20', assertedBy: 'XA', evidence: [at('XA', 2)] },
      negotiationOffered: { value: true, assertedBy: 'XA', evidence: [at('XA', 2)] },
    })
    expect(measure.nations[1]!.facts).toEqual({})
  })

  it('have what the latest review found in the place of what the proposer held', () => {
    const review = (reviewedOn: string, ceased: boolean): Drafted => ({
      act: {
        kind: 'review',
        on: V,
        reviewedOn,
        ceased,
        repaired: ceased,
        proportionate: 'yes',
        reversible: 'yes',
        tribunal: false,
        remarks: 'Seen.',
      },
    })
    const { measure } = factsOf({
      XA: [review('2027-03-01', true)],
      XB: [review('2027-01-15', false)],
    })
    expect(measure.facts).toMatchObject({
      ceased: { value: true, assertedBy: 'XA' },
      reparation: { value: 'full' },
    })
  })

  it('give the same assessment as the same facts written into one file', () => {
    const strands: Strands = {
      XA: [call('2026-11-02', 'refused'), notice, assessed('XA', 'alder')],
      XB: [call('2026-11-02', 'ignored'), assessed('XB', 'birch')],
      XC: [assessed('XC', 'cedar')],
    }
    const { measure, views } = factsOf(strands)
    expect(views.map(({ view }) => view?.holder.name)).toEqual(['Alder', 'Birch', 'Cedar'])
    const { columns } = assess(
      measure,
      views.flatMap(({ view }) => view ?? []),
    )
    expect(columns.map(({ conclusion }) => conclusion.value)).toHaveLength(3)
    // What was not said cannot have been met: Cedar called upon nobody.
    expect(columns[2]!.facts).not.toHaveProperty('calledOn')
    expect(columns[0]!.facts).toHaveProperty('calledOn')
  })

  it('name where an assessment says otherwise than the nation’s own call or notice, and keep both', () => {
    const own = assessed('XA', 'alder')
    const contrary = {
      act: {
        ...own.act,
        facts: { notifiedOn: { value: '2026-11-18' }, answer: { value: 'refused' } },
      },
    }
    const { conflicts, measure } = factsOf({
      XA: [call('2026-11-02', 'refused'), notice, contrary],
    })
    expect(conflicts).toEqual([
      {
        party: 'XA',
        fact: 'notifiedOn',
        recorded: { value: '2026-11-20', assertedBy: 'XA', evidence: [at('XA', 1)] },
        asserted: { value: '2026-11-18', assertedBy: 'XA', evidence: [at('XA', 2)] },
      },
    ])
    expect(measure.nations[0]!.facts).toMatchObject({ notifiedOn: { value: '2026-11-18' } })
    expect(factsOf({ XA: [notice, own] }).conflicts).toEqual([])
    expect(factsOf({ XA: [contrary] }).conflicts).toEqual([])
  })

  it('leave out what counts for nothing', () => {
    const cut = cutOf(charter, { CO: [put], XA: [call('2026-11-02', 'refused'), comply(V)] })
    const voided = Object.fromEntries(
      Object.entries(cut).map(([id, strand]) => [
        id,
        {
          ...strand,
          acts: strand.acts.map((logged) =>
            logged.act?.kind === 'call'
              ? { ...logged, void: { code: 'act.signature', message: 'false' } }
              : logged,
          ),
        },
      ]),
    ) as typeof cut
    expect(measureFacts(charter, voided, V)!.measure.nations[0]!.facts).toEqual({})
  })
})
