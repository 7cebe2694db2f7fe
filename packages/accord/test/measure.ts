import { readFileSync } from 'node:fs'
import { at, type Drafted } from './case.ts'

/** The exercise's measure as acts: the proposer's facts, each nation's own, calls and notices. */

export const V = at('CO', 0)

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

export const putMeasure: Drafted = {
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

export const called: Drafted = {
  act: {
    kind: 'call',
    for: 'measure-1',
    to: 'Hawthorn',
    demands: 'cease and repair',
    transmittedOn: '2026-11-02',
    channel: 'note verbale',
    answer: 'refused',
  },
}

/** A nation's assessment with the view in this file; with no view where there is no file. */
export const assessedBy = (code: string, file?: string): Drafted => ({
  act: {
    kind: 'assess',
    on: V,
    asOf: '2026-11-24',
    lawBase: 'entente-law-1',
    ...(file === undefined ? {} : { view: read(`views/${file}.json`) }),
    facts: without(
      example.nations.find((one) => one.code === code)!.facts,
      'calledOn',
      'answer',
      'notifiedOn',
      'negotiationOffered',
    ),
    outcome: 'disputed',
    word: 'Mine.',
  },
})
