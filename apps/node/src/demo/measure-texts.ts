import { readFileSync } from 'node:fs'
import type { MeasureTerms, Text } from '@entente/accord'
import { ROOT } from '../root.ts'

/** The measure of the exercise: its text, what the proposer asserts, and what each nation adds. */

export const STEP = 'measure-1'

export const measureText: Text = {
  lang: 'en',
  title: 'Suspension of the port services arrangement with Hawthorn',
  clauses: [
    {
      id: '1',
      text: 'Each nation that is itself injured suspends, towards Hawthorn, articles 3 and 4 of the port services arrangement, by its own decision and coordinated with the others.',
    },
    {
      id: '2',
      text: 'The only object is that Hawthorn ceases the activity, preserves the evidence and replaces the terminals. The suspension ends as soon as it has done so.',
    },
    {
      id: '3',
      text: 'The suspension can be lifted within a day, touches no port service to humanitarian cargo, and is reviewed by 15 January 2027 with the effects of all nations summed.',
    },
  ],
}

export type Asserted = MeasureTerms['facts']
type Example = {
  readonly asOf: string
  readonly responsible: MeasureTerms['against']
  readonly facts: Asserted
  readonly nations: readonly { readonly code: string; readonly facts: Asserted }[]
}

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`examples/quiet-modem/${path}`, ROOT), 'utf8'))
const example = () => read('measure.json') as Example

/** What calls and notices say by themselves is not said a second time. */
const SAID_BY_ACTS = new Set([
  'kind',
  'calledOn',
  'answer',
  'notifiedOn',
  'negotiationOffered',
  'assertedBy',
])

/** Facts as an act has them: who asserts them is who signs. */
const asserted = (facts: Asserted): Asserted =>
  Object.fromEntries(
    Object.entries(facts)
      .filter(([id]) => !SAID_BY_ACTS.has(id))
      .map(([id, { value, evidence, grade }]) => [
        id,
        {
          value,
          ...(evidence === undefined ? {} : { evidence }),
          ...(grade === undefined ? {} : { grade }),
        },
      ]),
  )

export function measureTerms(): MeasureTerms {
  const { asOf, responsible, facts } = example()
  return { kind: 'countermeasure', against: responsible, asOf, facts: asserted(facts) }
}

/** What a nation says of itself beside what its own calls and notices say. */
export const factsOf = (code: string): Asserted =>
  asserted(example().nations.find((nation) => nation.code === code)?.facts ?? {})

/** The invented view of one of the three nations. */
export const viewOf = (name: string): unknown => read(`views/${name.toLowerCase()}.json`)
