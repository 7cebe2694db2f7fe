import { describe, expect, it } from 'vitest'
import { RULES } from '../src/countermeasure.ts'
import { VALUES } from '../src/finding.ts'
import { turned } from '../src/trace.ts'
import { everyCase, findingOf, readingsOf } from './every-answer.ts'

// What becomes of satisfied, disputed, unknown and not satisfied (s d u n), by hand from the rules
// base: X-01 (who relies on a rule needs its own word for it), B-02, B-04, B-05, B-07, B-12, A-13, PR-01 to
// PR-03, CC-01, and collective-countermeasures, section 5. A limit binds without anybody's word.
const SAME = 'sdun'
const OPEN = 'ddun'
const DENIED = 'nnnn'
const SOVEREIGNTY = {
  rule: SAME,
  'rule-implied': SAME,
  principle: DENIED,
  'principle-partly': OPEN,
  'no-position': OPEN,
  accepted: OPEN,
  silent: OPEN,
  unknown: OPEN,
}
const BECOMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'tallinn-4-territory': SOVEREIGNTY,
  'tallinn-4-functions': SOVEREIGNTY,
  'nicaragua-205': { accepted: SAME, 'high-threshold': 'snun', silent: OPEN, unknown: OPEN },
  'charter-2-4': {
    'physical-effects': 'snun',
    'physical-and-open-to-nonphysical': SAME,
    'accepted-case-by-case': SAME,
    silent: OPEN,
    unknown: OPEN,
  },
  'corfu-channel-22': {
    binding: SAME,
    voluntary: DENIED,
    addressed: OPEN,
    silent: OPEN,
    unknown: OPEN,
  },
  'charter-51-defence': {
    accepted: SAME,
    'accepted-incl-nsa': SAME,
    'accepted-preemptive': SAME,
    open: OPEN,
    contested: OPEN,
    silent: OPEN,
    unknown: OPEN,
  },
  'tallinn-34-38': { applies: SAME, silent: OPEN, unknown: OPEN },
  'tallinn-part-iv': { applies: SAME, contested: OPEN, silent: OPEN, unknown: OPEN },
  'tallinn-32': {
    damage: 'snun',
    'above-a-minimum': 'snun',
    'also-below': SAME,
    silent: SAME,
    unknown: SAME,
  },
  'gge-2015-28-f': {
    'no-duty': 'ssun',
    'substantiation-required': 'snun',
    addressed: SAME,
    silent: SAME,
    unknown: SAME,
  },
  'arsiwa-22-cyber': {
    accepted: SAME,
    cautious: OPEN,
    addressed: OPEN,
    silent: OPEN,
    unknown: OPEN,
  },
  'arsiwa-25': { accepted: SAME, addressed: OPEN, silent: OPEN, unknown: OPEN },
  'arsiwa-16': {
    supports: SAME,
    'supports-limited': SAME,
    open: OPEN,
    'not-yet': DENIED,
    rejects: DENIED,
    silent: OPEN,
    unknown: OPEN,
  },
  'arsiwa-54-own-right': {
    supports: 'ssun',
    'supports-limited': SAME,
    open: OPEN,
    'not-yet': DENIED,
    rejects: DENIED,
    silent: OPEN,
    unknown: OPEN,
  },
  'arsiwa-54-on-behalf': {
    supports: SAME,
    'supports-limited': OPEN,
    open: OPEN,
    'not-yet': DENIED,
    rejects: DENIED,
    silent: OPEN,
    unknown: OPEN,
  },
  'arsiwa-50-1-a': { excluded: SAME, unknown: SAME },
  'arsiwa-52-1-a': {
    always: SAME,
    required: SAME,
    'not-required': 'sdud',
    silent: SAME,
    unknown: SAME,
  },
  'arsiwa-52-1-b': {
    always: SAME,
    'not-always': SAME,
    'not-required': 'ssss',
    'to-be-defined': 'sdud',
    silent: SAME,
    unknown: SAME,
  },
  'arsiwa-52-2': {
    always: DENIED,
    'not-always': 'ssun',
    'not-required': 'ssun',
    'to-be-defined': OPEN,
    silent: SAME,
    unknown: SAME,
  },
}

const viewed = RULES.filter(({ view }) => view)

describe.each(viewed.map((rule) => [rule.id, rule] as const))('the readings of %s', (id, rule) => {
  const expected = BECOMES[id] ?? {}
  it('are all accounted for', () => {
    expect(new Set(Object.keys(expected))).toEqual(new Set(readingsOf(rule)))
  })
  it.each(Object.entries(expected))(
    '%s: satisfied, disputed, unknown, not satisfied become %s',
    (reading, becomes) => {
      const letters = VALUES.map((value) => turned(rule.view!, reading, value)[0])
      expect(letters.join('')).toBe(becomes)
      // And so does every combination of facts, whatever they are.
      for (const facts of everyCase(rule)) {
        const before = VALUES.indexOf(rule.test(facts).value)
        expect(findingOf(rule, facts, reading).value[0]).toBe(becomes[before])
      }
    },
  )
  it('raise the dispute between them where one of them would change what the facts give, and only there', () => {
    for (const [at, value] of VALUES.entries()) {
      const facts = everyCase(rule).find((each) => rule.test(each).value === value)
      if (!facts) continue
      const matters = Object.values(expected).some((becomes) => becomes[at] !== SAME[at])
      const own = rule.test(facts).disputes.map(({ id: dispute }) => dispute)
      for (const reading of readingsOf(rule)) {
        const raised = findingOf(rule, facts, reading).disputes.map(({ id: dispute }) => dispute)
        const between = rule.view!.dispute.id
        expect(raised.includes(between), `${value} ${reading}`).toBe(
          matters || own.includes(between),
        )
      }
    }
  })
})

describe('a reading that leaves a rule open', () => {
  const territory = RULES.find(({ id }) => id === 'tallinn-4-territory')!
  it.each([
    ['silent', 'silence is not acceptance'],
    ['unknown', 'no source that was read says'],
    ['no-position', 'view (no-position) leaves it open'],
    ['principle-partly', 'a principle behind other rules'],
  ])('%s says why', (reading, why) => {
    const { because } = findingOf(territory, { effect: 'permanent-loss' }, reading)
    expect(because?.en).toContain(why)
  })
})
