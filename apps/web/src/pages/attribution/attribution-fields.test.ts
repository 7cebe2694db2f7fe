import { Act } from '@entente/accord'
import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../case/case-file.ts'
import {
  attributionFields,
  evidenceOf,
  firstFilled,
  offScale,
  type Filled,
} from './attribution-fields.ts'

const CHARTER = `sha256:${'a'.repeat(64)}`
const EVIDENCE = `sha256:${'b'.repeat(64)}` as Filled['evidence'][number]

/** A case with these acts, of which some were taken back; nothing else is read here. */
const caseWith = (acts: readonly object[], retracted: readonly object[] = []) =>
  ({ view: { acts, state: { retracted } } }) as unknown as CaseFile

const text = (classification: object, voided?: object) => ({
  act: { kind: 'propose', classification },
  void: voided,
})
const phia = { scale: 'phia', version: '2025', value: 'likely' }
const icd = { scale: 'icd-203', version: '2015', value: 'likely' }

const filled: Filled = {
  level: 'actor',
  whom: ' QUIET GULL ',
  likelihood: icd,
  confidence: { scale: 'icd-203-confidence', version: '2015', value: 'high' },
  evidence: [EVIDENCE],
  statement: ' ',
}
const read = (said: Filled) =>
  Act.safeParse({
    v: 1,
    charter: CHARTER,
    party: 'XA',
    claimedAt: '2026-11-26T05:00:00Z',
    kind: 'attribute',
    ...attributionFields(said),
  })

describe('the form of an attribution', () => {
  it('begins on the scale of the last text that counts, and decides nothing', () => {
    const { likelihood, confidence, level, whom } = firstFilled(
      caseWith([
        text({ likelihood: icd }),
        text({ likelihood: phia }),
        text({ likelihood: icd }, {}),
      ]),
    )
    expect(likelihood).toEqual({ scale: 'phia', version: '2025', value: '' })
    expect(confidence).toEqual({ scale: 'icd-203-confidence', version: '2015', value: '' })
    expect([level, whom]).toEqual([undefined, ''])
  })

  it('passes over a scale that this edition of the lexicon does not have', () => {
    const unknown = { scale: 'of-tomorrow', version: '3', value: 'likely' }
    const { likelihood } = firstFilled(caseWith([text({ likelihood: unknown })]))
    expect(likelihood).toEqual({ scale: 'icd-203', version: '2015', value: '' })
  })

  it('makes an act that the schema reads, without what is empty', () => {
    const { data } = read(filled)
    expect(data).toMatchObject({ whom: 'QUIET GULL', evidence: [EVIDENCE] })
    expect(data).not.toHaveProperty('statement')
  })

  it.each([
    ['level', { level: undefined }],
    ['whom', { whom: '  ' }],
    ['whom', { whom: 'x'.repeat(201) }],
    ['likelihood', { likelihood: { ...icd, value: '' } }],
    ['evidence', { evidence: Array.from({ length: 65 }, () => EVIDENCE) }],
    ['statement', { statement: 'x'.repeat(4001) }],
  ] as const)('is refused at %s', (field, part) => {
    const issues = read({ ...filled, ...part }).error?.issues ?? []
    expect(issues.map(({ path }) => path[0])).toEqual([field])
  })
})

describe('a value', () => {
  it('is refused where its scale does not have it, or is a scale for something else', () => {
    expect(offScale(filled)).toEqual([])
    expect(offScale({ ...filled, likelihood: { ...icd, value: 'perhaps' } })).toEqual([
      'likelihood',
    ])
    expect(offScale({ ...filled, likelihood: { ...phia, value: 'very likely' } })).toEqual([
      'likelihood',
    ])
    expect(offScale({ ...filled, confidence: icd })).toEqual(['confidence'])
    expect(offScale({ ...filled, confidence: { ...icd, scale: 'constructor' } })).toEqual([
      'confidence',
    ])
  })
})

describe('the evidence of the case', () => {
  it('tells what was taken back, and leaves out what does not count', () => {
    const file = caseWith(
      [
        { id: 'sha256:1', act: { kind: 'evidence', title: 'kept' } },
        { id: 'sha256:2', act: { kind: 'evidence', title: 'taken' } },
        { id: 'sha256:3', act: { kind: 'evidence', title: 'void' }, void: {} },
        { id: 'sha256:4', act: { kind: 'comment' } },
      ],
      [{ of: 'sha256:2', by: 'sha256:5', resting: [] }],
    )
    expect(evidenceOf(file).map(({ act, taken }) => [act.title, taken])).toEqual([
      ['kept', false],
      ['taken', true],
    ])
  })
})
