import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { getNorm, RULES } from '../src/countermeasure.ts'
import { type FactId, getFact } from '../src/fact.ts'
import { memorandum } from '../src/memorandum.ts'
import { toMarkdown } from '../src/memorandum/markdown.ts'
import { alder, everythingMet, withFacts } from './example.ts'

// By hand, from the notes: hard gates that are asked only once somebody has raised them, and an answer that raises each.
const GATES: Readonly<Record<string, readonly [FactId, unknown]>> = {
  'arsiwa-12-13': ['obligationInForce', true],
  'tallinn-24': ['executor', optionOf('executor')],
  'arsiwa-55': ['specialRegime', optionOf('specialRegime')],
  'arsiwa-51-54': ['measuresCounted', optionOf('measuresCounted')],
  'own-view': ['ownReading', optionOf('ownReading')],
  'own-authority': ['authority', optionOf('authority')],
  'arsiwa-6-47': ['secondment', optionOf('secondment')],
}

function optionOf(id: FactId): string | undefined {
  const fact = getFact(id)
  return fact.type === 'choice' ? Object.keys(fact.options)[0] : undefined
}

const assumes = (facts: Readonly<Record<string, unknown>>) =>
  assess(withFacts(everythingMet, facts), [alder]).columns[0]!.conclusion.assumes.map(
    ({ norm }) => norm,
  )

describe('a rule that no measure may pass over', () => {
  it('is one of these, each with what is assumed in both languages', () => {
    const assumed = RULES.filter((rule) => rule.assumed).map(({ id }) => id)
    expect(assumed.toSorted()).toEqual(Object.keys(GATES).toSorted())
  })
  it('is named as assumed in the conclusion where nobody has raised it', () => {
    expect([...assumes({})].toSorted()).toEqual(Object.keys(GATES).toSorted())
  })
  it.each(Object.entries(GATES))(
    '%s: is asked, and assumed no more, once raised',
    (id, [fact, value]) => {
      expect(getNorm(id).arises?.({})).toBe(false)
      expect(value).toBeDefined()
      expect(assumes({ [fact]: value })).toEqual(assumes({}).filter((each) => each !== id))
    },
  )
  it('is assumed of no measure that does not reach it', () => {
    expect(assumes({ kind: 'retorsion', breaksObligation: false })).toEqual([])
  })
  it.each(['en', 'es'] as const)(
    'stands in the memorandum in %s, above and in the trace',
    (lang) => {
      const text = toMarkdown(memorandum(assess(everythingMet, [alder]), { lang }))
      for (const id of Object.keys(GATES)) {
        const said = getNorm(id).assumed![lang]
        expect(text.split(said).length - 1).toBeGreaterThanOrEqual(2)
      }
    },
  )
})
