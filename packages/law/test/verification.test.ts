import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { getNorm, RULES } from '../src/countermeasure.ts'
import { MADE_FROM } from './made-from.ts'

const research = sharedPath('law/responsibility-rules.yaml')

const levels = new Map<string, string>()
let id = ''
for (const line of research === undefined ? '' : readFileSync(research, 'utf8').split('\n')) {
  id = /^- id: ([A-Z]+-\d+)$/.exec(line)?.[1] ?? id
  const level = /^ {2}verification: (\w+)/.exec(line)?.[1]
  if (level !== undefined) levels.set(id, level.replaceAll('_', '-'))
}

describe.skipIf(research === undefined)('how far a rule’s source was read', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s: as the rules base says',
    (ruleId, rule) => {
      expect(levels.size).toBe(83)
      const entry = MADE_FROM[ruleId] ?? ''
      const level = levels.get(entry) ?? ''
      const siblings = Object.values(MADE_FROM).filter((other) => other === entry)
      // An entry of several provisions was not read equally far in each: never further than it says.
      if (siblings.length > 2 && rule.source.verification === 'general-knowledge')
        expect(['summary-seen', 'general-knowledge']).toContain(level)
      else expect(rule.source.verification).toBe(level)
    },
  )
})

describe('the rules base', () => {
  it.skipIf(research === undefined)(
    'is converted whole: each entry is a rule, or is put together of rules',
    () => {
      // E-01, the two elements of a wrongful act, is put together: ARSIWA 2.
      expect(getNorm('arsiwa-2-act').kind).toBe('all')
      const made = new Set(['E-01', ...RULES.map(({ id: ruleId }) => MADE_FROM[ruleId])])
      expect([...levels.keys()].filter((entry) => !made.has(entry))).toEqual([])
      expect(Object.keys(MADE_FROM).toSorted()).toEqual(
        RULES.map(({ id: each }) => each).toSorted(),
      )
    },
  )
})

describe('every source', () => {
  it('is restated in our words and quotes nothing', () => {
    for (const { source } of RULES) expect(source.quote).toBeUndefined()
  })
})
