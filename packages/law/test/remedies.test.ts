import { describe, expect, it } from 'vitest'
import { RULES } from '../src/countermeasure.ts'
import { FACT_GROUPS } from '../src/fact.ts'
import { everyCase } from './every-answer.ts'

/** What whoever plans a measure can choose otherwise. */
const CHOSEN = { ...FACT_GROUPS.measure, ...FACT_GROUPS.procedure }
const CHOOSING = RULES.filter(({ facts }) => facts.every((id) => id in CHOSEN))

/** By hand: what stops a measure and is nobody's to mend, or is mended by the rule to which it is the exception. */
const NOTHING_TO_MEND: readonly string[] = [
  'arsiwa-52-1-a: the responsible State has complied',
  'arsiwa-52-2: it is not urgent',
  'arsiwa-52-4: it does so in good faith',
  'arsiwa-25: the obligation excludes the plea',
  'arsiwa-25: there is no such peril',
  'arsiwa-25: this nation contributed to the situation',
]

describe('what is not met of a measure itself', () => {
  it('comes with what would mend it, in both languages, but where nothing would', () => {
    const without = new Set<string>()
    for (const rule of CHOOSING)
      for (const { value, because, remedy } of everyCase(rule).map((facts) => rule.test(facts))) {
        if (value !== 'not-satisfied') continue
        if (remedy === undefined) without.add(`${rule.id}: ${because?.en}`)
        else
          expect(
            [remedy.en, remedy.es].every((each) => /\S/.test(each)),
            rule.id,
          ).toBe(true)
      }
    expect([...without].toSorted()).toEqual(NOTHING_TO_MEND.toSorted())
  })
})
