import { describe, expect, test } from 'vitest'
import type { Act } from './act.ts'
import { whyMeaningless } from './meaning.ts'

const shared = {
  v: 1,
  charter: `sha256:${'a'.repeat(64)}`,
  party: 'XA',
  claimedAt: '2026-11-26T12:00:00Z',
}
const on = `sha256:${'b'.repeat(64)}`
const attribution = {
  kind: 'attribute',
  level: 'actor',
  whom: 'QUIET GULL',
  likelihood: { scale: 'icd-203', version: '2015', value: 'likely' },
  confidence: { scale: 'icd-203-confidence', version: '2015', value: 'moderate' },
  evidence: [],
}
const assessment = {
  kind: 'assess',
  on,
  asOf: '2026-11-26',
  lawBase: 'entente-law-1',
  facts: {},
  outcome: 'unknown',
  word: 'Not yet.',
}
const why = (act: object) => whyMeaningless({ ...shared, ...act } as unknown as Act)

describe('what an act says', () => {
  test.each([
    ['a value of its scale', attribution],
    [
      'a scale that the lexicon does not know',
      { ...attribution, likelihood: { scale: 'our-own', version: '1', value: 'perhaps' } },
    ],
    ['no facts', assessment],
    ['a fact that the law asks for', { ...assessment, facts: { ceased: { value: false } } }],
    [
      'a fact that is graded on both axes',
      { ...assessment, facts: { ceased: { value: false, grade: 'F6' } } },
    ],
    ['an act without such words', { kind: 'withdraw', on }],
  ])('has a meaning with %s', (_, act) => expect(why(act)).toBeUndefined())

  test.each([
    [
      'a word that is not on its scale',
      { ...attribution, likelihood: { ...attribution.likelihood, value: 'surely' } },
      'expected a value of icd-203 2015, got surely',
    ],
    [
      'a fact that no rule asks for',
      { ...assessment, facts: { weather: { value: 'fine' } } },
      'expected the id of a fact, got weather',
    ],
    [
      'a fact of another type',
      { ...assessment, facts: { ceased: { value: 'no' } } },
      'expected true or false for ceased, got "no"',
    ],
    [
      'a grade of one axis alone',
      { ...assessment, facts: { ceased: { value: false, grade: 'B' } } },
      'expected a grade of the Admiralty scale for ceased, as B2, got "B"',
    ],
    ['a view that is none', { ...assessment, view: { holder: 1 } }, 'expected'],
    [
      'a classification whose severity is not on its scale',
      {
        kind: 'propose',
        step: { id: 'situation', kind: 'situation' },
        text: { lang: 'en', title: 'T', clauses: [{ id: '1', text: 'T' }] },
        classification: {
          terms: ['wiper'],
          severity: { scale: 'nis2-incident', version: '2022', value: 'bad' },
        },
      },
      'expected a value of nis2-incident 2022, got bad',
    ],
  ])('has none with %s', (_, act, message) => expect(why(act)).toContain(message))
})
