import { describe, expect, it } from 'vitest'
import { RULES } from '../src/countermeasure.ts'
import type { Facts } from '../src/fact.ts'
import type { Rule } from '../src/rule.ts'
import type { View } from '../src/view.ts'
import { VIEWS } from '../src/views/views.ts'
import { everyCase, findingOf } from './every-answer.ts'

const CODES = ['GB', 'FR', 'EE', 'CA'] as const
const FOUR = CODES.map((code) => VIEWS.find(({ holder }) => holder.code === code)!)
const ruleOf = (id: string): Rule => RULES.find((rule) => rule.id === id)!

/** What the four find on the same facts, each by the first letter of the value: s, d, u or n. */
const found = (rule: Rule, facts: Facts): string =>
  FOUR.map((view) => findingOf(rule, facts, readingOf(rule, view)))
    .map(({ value }) => value[0])
    .join('')

const readingOf = ({ view }: Rule, { readings }: View): string | undefined =>
  view && readings[view.issue].value

/**
 * By hand, from what each published: the rule, on which facts, what GB, FR, EE and CA find, and who
 * published nothing that was read (their letter is that of the unread issue, and no difference of theirs).
 */
type Difference = {
  readonly says: string
  readonly rule: string
  readonly facts: Facts
  readonly finds: string
  readonly unread?: readonly (typeof CODES)[number][]
}

const DUE_DILIGENCE = {
  fromTerritory: true,
  knowledge: 'actual',
  seriousConsequences: true,
  capacity: 'yes',
  stepsTaken: 'none',
} as const
const REQUEST = { request: 'covers-this', assistedMeasure: 'met', ownObligation: 'kept' } as const

const PUBLISHED: readonly Difference[] = [
  {
    says: 'sovereignty is a principle for GB and a rule for the others: its territory',
    rule: 'tallinn-4-territory',
    facts: { effect: 'permanent-loss', agentsOnTerritory: false },
    finds: 'nsss',
  },
  {
    says: 'sovereignty is a principle for GB and a rule for the others: its functions',
    rule: 'tallinn-4-functions',
    facts: { functionAffected: 'taxation', interference: 'interference' },
    finds: 'nsss',
  },
  {
    says: 'due diligence is voluntary for GB and CA, and binding for FR and EE',
    rule: 'corfu-channel-22',
    facts: DUE_DILIGENCE,
    finds: 'nssn',
  },
  {
    says: 'no notice is required for GB; what is required is to be defined for CA',
    rule: 'arsiwa-52-1-b',
    facts: { negotiationOffered: false },
    finds: 'snnd',
    unread: ['EE'],
  },
  {
    says: 'notice may come later for GB and FR; that is to be defined for CA',
    rule: 'arsiwa-52-2',
    facts: { urgency: 'rights-would-be-lost', noticeFollowsOn: '2026-03-01' },
    finds: 'sssd',
    unread: ['EE'],
  },
  {
    says: 'acting on behalf of another: GB open, FR rejects, EE supports, CA not yet',
    rule: 'arsiwa-54-on-behalf',
    facts: { request: 'covers-this' },
    finds: 'dnsn',
  },
  {
    says: 'assisting on request: GB open, FR rejects, EE and CA support',
    rule: 'arsiwa-16',
    facts: REQUEST,
    finds: 'dnss',
  },
]

/** Where nothing was read of some, and those that were read find the same: no difference between papers. */
const UNREAD: readonly Difference[] = [
  {
    says: 'no call is required for GB in all circumstances; of the others nothing was read on the call, and the article stands',
    rule: 'arsiwa-52-1-a',
    facts: { calledOn: '2026-02-01', startsOn: '2026-01-01' },
    finds: 'dnnn',
    unread: ['FR', 'EE', 'CA'],
  },
  {
    says: 'acting in one’s own right: FR rejects it and CA does not accept it yet, which is the same; of GB and EE nothing was read',
    rule: 'arsiwa-54-own-right',
    facts: { obligation: 'erga-omnes-partes' },
    finds: 'dndn',
    unread: ['GB', 'EE'],
  },
  {
    says: 'human rights: nothing of FR was read',
    rule: 'tallinn-34-38',
    facts: { rightViolated: 'unjustified', rightsJurisdiction: 'territorial' },
    finds: 'sdss',
    unread: ['FR'],
  },
  {
    says: 'humanitarian law: nothing of EE was read',
    rule: 'tallinn-part-iv',
    facts: {
      armedConflict: 'international',
      conflictNexus: true,
      humanitarianRule: 'distinction',
      conflictEffect: 'damage',
    },
    finds: 'ssds',
    unread: ['EE'],
  },
]

const named = (rows: readonly Difference[]) => rows.map((row) => [row.says, row] as const)

describe('GB, FR, EE and CA on the same facts', () => {
  it.each([...named(PUBLISHED), ...named(UNREAD)])(
    '%s',
    (_says, { rule: id, facts, finds, unread = [] }) => {
      const rule = ruleOf(id)
      expect(found(rule, facts)).toBe(finds)
      for (const view of FOUR) {
        const reading = view.readings[rule.view!.issue]
        const code = view.holder.code
        const isUnread = unread.some((each) => each === code)
        expect([code, reading.source === 'none']).toEqual([code, isUnread])
      }
    },
  )
  it('differ under two papers in each difference that is said to be published', () => {
    for (const { rule: id, finds, unread = [] } of PUBLISHED) {
      const read = CODES.flatMap((code, at) => (unread.includes(code) ? [] : [finds[at]]))
      expect(new Set(read).size, id).toBeGreaterThan(1)
    }
  })
  it('differ nowhere else: on every other rule, on every combination of facts, they find the same', () => {
    const differ = new Set([...PUBLISHED, ...UNREAD].map(({ rule }) => rule))
    let compared = 0
    for (const rule of RULES)
      if (!differ.has(rule.id))
        for (const facts of everyCase(rule)) {
          compared += 1
          expect(new Set(found(rule, facts)).size, `${rule.id} ${JSON.stringify(facts)}`).toBe(1)
        }
    process.stdout.write(
      `GB, FR, EE, CA: ${PUBLISHED.length} rules differ as published, ${UNREAD.length} where one was not read; ${RULES.length - differ.size} rules the same on ${compared} combinations of facts\n`,
    )
  })
})
