import type { Mutant } from './mutate-fault.ts'
import { MUTANTS } from './mutate-faults.ts'

/** The test of the properties of the decision: each of its tests is named after those that it shows. */
export const PROPERTIES_TEST = 'packages/accord/test/coalitions.test.ts'

/** One of the seeded faults, under which a property no longer holds. */
type Broken = readonly [property: string, file: string, what: string]

/** For each property of the decision a fault that its own test has to find, whatever the others find. */
const BROKEN: readonly Broken[] = [
  ['S1', 'rule.ts', 'express-unanimity, awaits-instructions: bound instead of shuts'],
  ['S2', 'standing.ts', 'in force without looking again'],
  ['S3', 'rule.ts', 'under unanimity the double third is dropped'],
  ['S4', 'silence.ts', 'a receipt is not needed'],
  ['S5', 'certificate.ts', 'adoption is not checked'],
  ['S6', 'certificate.ts', 'what was not adopted can be ended'],
  ['S7', 'end.ts', 'a text lapses without a closing'],
  ['S8', 'ledger.ts', 'a consent that fell away is not missed'],
  ['S9', 'matter.ts', 'a certificate cites its own future'],
  ['M1', 'judge.ts', 'what is met no more was never adopted'],
  ['R1', 'standing.ts', 'ended is forgotten'],
  ['R2', 'voice.ts', 'a withdrawal is not final'],
  ['V1', 'evaluate.ts', 'one member speaks for all'],
  ['V2', 'rule.ts', 'express-unanimity, withdrawn: bound instead of shuts'],
  ['V3', 'evaluate.ts', 'voices on other versions count'],
  ['D1', 'evaluate.ts', 'parties come in the order of the charter'],
]

/** A fault by its place among all seeded ones, and the property that falls with it. */
export type PropertyFault = {
  readonly property: string
  readonly index: number
  readonly fault: Mutant
}

export const PROPERTY_FAULTS: readonly PropertyFault[] = BROKEN.map(([property, file, what]) => {
  const index = MUTANTS.findIndex((one) => one.file === file && one.what === what)
  const fault = MUTANTS[index]
  if (!fault) throw new Error(`expected “${what}” among the faults in ${file}`)
  return { property, index, fault }
})

/** The names of the tests that show a property. */
export const testsOf = (property: string): RegExp => new RegExp(`\\b${property}(, [A-Z]\\d)*: `)
