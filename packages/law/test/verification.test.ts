import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { getNorm, RULES } from '../src/countermeasure.ts'

/** Which entry of the rules base each rule was made from. */
const MADE_FROM: Readonly<Record<string, string>> = {
  'arsiwa-4': 'A-01',
  'arsiwa-5': 'A-02',
  'arsiwa-6': 'A-03',
  'arsiwa-7': 'A-04',
  'arsiwa-9': 'A-06',
  'arsiwa-10': 'A-07',
  'arsiwa-16-aid': 'A-09',
  'arsiwa-17': 'A-10',
  'arsiwa-18': 'A-10',
  'gge-2015-28-f-territory': 'A-11',
  'arsiwa-8': 'A-05',
  'arsiwa-11': 'A-08',
  'bosnia-209': 'A-12',
  'gge-2015-28-f': 'A-13',
  'arsiwa-49-1-mistake': 'A-14',
  'arsiwa-12-13': 'B-01',
  'tallinn-4-territory': 'B-02',
  'tallinn-4-functions': 'B-03',
  'nicaragua-205': 'B-04',
  'charter-2-4': 'B-05',
  'corfu-channel-22': 'B-07',
  'vcdr-22': 'B-08',
  'tallinn-34-38': 'B-09',
  'tallinn-part-iv': 'B-10',
  'arsiwa-55-treaty': 'B-11',
  'tallinn-32': 'B-12',
  'arsiwa-14-15': 'B-13',
  'arsiwa-20-excuse': 'P-01',
  'arsiwa-21-excuse': 'P-02',
  'arsiwa-22-excuse': 'P-03',
  'arsiwa-23-excuse': 'P-04',
  'arsiwa-24-excuse': 'P-05',
  'arsiwa-25-excuse': 'P-06',
  'arsiwa-26-27': 'P-07',
  'arsiwa-43': 'I-03',
  'arsiwa-44-45': 'I-04',
  'arsiwa-30-31': 'I-05',
  'tallinn-24': 'C-03',
  'arsiwa-55': 'L-10',
  'arsiwa-22-cyber': 'C-01',
  'arsiwa-22-prior': 'X-02',
  'arsiwa-49-1-prior': 'C-01',
  'arsiwa-25': 'N-01',
  'arsiwa-42': 'I-01',
  'arsiwa-46': 'CC-02',
  'arsiwa-47': 'CC-02',
  'arsiwa-48': 'I-02',
  'arsiwa-16': 'CC-03',
  'arsiwa-54-own-right': 'CC-01',
  'arsiwa-54-on-behalf': 'CC-04',
  'arsiwa-49-1-object': 'L-01',
  'arsiwa-49-1-target': 'C-02',
  'arsiwa-49-2': 'L-02',
  'arsiwa-49-3': 'L-03',
  'arsiwa-50-1-a': 'L-05',
  'arsiwa-50-1-b': 'L-06',
  'arsiwa-50-1-c': 'L-07',
  'arsiwa-50-1-d': 'L-08',
  'arsiwa-50-2-a': 'L-09',
  'arsiwa-50-2-b': 'L-11',
  'arsiwa-51': 'L-04',
  'arsiwa-52-1-a': 'PR-01',
  'arsiwa-52-1-b': 'PR-02',
  'arsiwa-52-2': 'PR-03',
  'arsiwa-52-3': 'PR-04',
  'arsiwa-52-4': 'PR-05',
  'arsiwa-53': 'T-01',
  retorsion: 'RT-01',
  'cfsp-2019-797': 'RT-02',
  'council-10289-23': 'RT-03',
  'charter-51-attack': 'B-06',
  'charter-51-defence': 'SD-01',
  'nat-5': 'SD-02',
  'teu-42-7': 'SD-03',
  'nicaragua-193': 'SD-04',
  'tfeu-222': 'SD-05',
  'charter-33-42': 'SC-01',
  'charter-33': 'PS-01',
  'charter-51-apart': 'CC-06',
  'arsiwa-51-54': 'CC-05',
  'own-view': 'X-01',
  'own-authority': 'X-03',
  'own-evidence': 'X-04',
  'arsiwa-6-47': 'X-05',
  'own-review': 'T-02',
}

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
      expect(rule.source.verification).toBe(levels.get(MADE_FROM[ruleId] ?? ''))
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
