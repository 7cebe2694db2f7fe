import { Act, type Filed } from '@entente/accord'
import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../case/case-file.ts'
import { changesOf } from './changes.ts'
import { emptyVersion, filledFrom } from './first-filled.ts'
import { freeId, kindsOf, versionFields, wrongIn, type Filled } from './version-fields.ts'

const CHARTER = `sha256:${'a'.repeat(64)}`

/** A case whose chair is this node's party, with these acts and steps; nothing else is read here. */
const caseWith = (
  { acts = [], steps = [] }: { acts?: readonly object[]; steps?: readonly string[] },
  rules: object = {},
): CaseFile =>
  ({
    us: 'CO',
    view: {
      id: CHARTER,
      charter: { chair: 'CO', steps: rules },
      acts: acts.map((act, index) => ({ act, index })),
    },
    steps: steps.map((id) => ({ id, versions: [{}] })),
  }) as unknown as CaseFile

const empty = caseWith({})
const call = { kind: 'call', for: 'measure-3' }

const measure: Filled = {
  ...emptyVersion(empty, { kind: 'measure', lang: 'en', today: '2026-11-24' }),
  title: 'Suspension of an arrangement',
  clauses: [{ id: '1', text: 'Each nation suspends article 3.' }],
  measure: {
    kind: 'countermeasure',
    code: 'XH',
    name: 'Hawthorn',
    asOf: '2026-11-24',
    facts: { object: { value: 'cease-and-repair', evidence: ['F-01'] }, stopSwitch: {} },
  },
}
const signed = (filled: Filled) =>
  Act.safeParse({
    v: 1,
    charter: CHARTER,
    party: 'CO',
    claimedAt: '2026-11-24T12:00:00Z',
    kind: 'propose',
    ...versionFields(filled),
  })
const wrong = (filled: Filled, file = empty) =>
  Object.fromEntries(wrongIn(filled, { file, isFirst: true }))
const withMeasure = (part: Partial<Filled['measure']>): Filled => ({
  ...measure,
  measure: { ...measure.measure, ...part },
})

describe('a text as it was filled in', () => {
  it('becomes an act that the schema of acts takes, terms and all', () => {
    expect(wrong(measure)).toEqual({})
    const read = signed(measure)
    expect(read.data).toMatchObject({
      step: { id: 'measure-1', kind: 'measure' },
      measure: { kind: 'countermeasure', against: { code: 'XH', name: 'Hawthorn' } },
    })
  })

  it('leaves a fact without an answer unsaid: nothing is presumed', () => {
    const { measure: said } = versionFields(measure) as { measure: { facts: object } }
    expect(Object.keys(said.facts)).toEqual(['object'])
  })

  it('is what it was when a version is taken up again', () => {
    const act = signed({
      ...measure,
      terms: ['countermeasure'],
      scales: { confidence: { scale: 'icd-203-confidence', version: '2015', value: 'moderate' } },
      expiry: '2027-01-15T12:00',
    }).data as Filed
    expect(versionFields(filledFrom(act))).toEqual({
      step: act.step,
      text: act.text,
      classification: act.classification,
      measure: act.measure,
      expiry: act.expiry,
    })
  })

  it('carries no terms where it is no measure', () => {
    expect(versionFields({ ...measure, kind: 'position' })).not.toHaveProperty('measure')
  })
})

describe('what is wrong with it', () => {
  it.each(['deter', 'punish'])('is an object to %s, before anybody signs', (object) => {
    expect(wrong(withMeasure({ facts: { object: { value: object } } }))).toEqual({
      'fact.object': 'version.error.object',
    })
  })

  it('is not the object of a statement, of which the law does not ask it', () => {
    const said = { kind: 'statement', facts: { object: { value: 'deter' } } }
    expect(wrong(withMeasure(said))).toEqual({})
  })

  it('is said at every field that is empty or of another form', () => {
    const filled = {
      ...withMeasure({ kind: '', code: 'hawthorn', name: ' ', asOf: '' }),
      id: 'Measure 1',
      title: '',
      clauses: [
        { id: '1', text: '' },
        { id: '1', text: '' },
        { id: '<b>', text: '' },
      ],
    }
    expect(wrong(filled)).toEqual({
      id: 'version.error.id',
      title: 'measure.error.line',
      'clause.0': 'version.error.clauses',
      'clause-id.1': 'version.error.clause-twice',
      'clause-id.2': 'version.error.clause-id',
      'measure.kind': 'measure.error.choice',
      'measure.code': 'version.error.code',
      'measure.name': 'measure.error.line',
      'measure.asOf': 'measure.error.day',
    })
    expect(signed(filled).success).toBe(false)
  })

  it('is a number that is none, and words that are blank', () => {
    const facts = { harm: { value: Number.NaN }, demands: { value: '  ' } }
    expect(wrong(withMeasure({ facts }))).toEqual({
      'fact.harm': 'version.error.count',
      'fact.demands': 'measure.error.prose',
    })
  })

  it('is a name that a step with a text has', () => {
    expect(wrong(measure, caseWith({ steps: ['measure-1'] }))).toEqual({
      id: 'version.error.taken',
    })
  })

  it('is a missing end under a rule that needs one', () => {
    const file = caseWith({}, { lessons: { rule: 'silence' } })
    expect(wrong({ ...measure, kind: 'lessons', id: 'lessons' }, file)).toEqual({
      expiry: 'version.error.expiry',
    })
  })

  it('is a text under participants-only that names nobody, or asks for more than it names', () => {
    const file = caseWith({}, { measure: { rule: 'participants-only' } })
    expect(wrong(measure, file)).toEqual({ names: 'version.error.names' })
    const named = { ...measure, names: ['XA', 'XB'], minimum: '3' }
    expect(wrong(named, file)).toEqual({ minimum: 'version.error.minimum' })
    expect(wrong({ ...named, minimum: '2' }, file)).toEqual({})
  })
})

describe('a new step', () => {
  it('is called after its kind, with a number where there may be several', () => {
    expect(freeId(empty, 'position')).toBe('position')
    expect(freeId(caseWith({ steps: ['position'] }), 'position')).toBe('position-1')
    expect(freeId(empty, 'measure')).toBe('measure-1')
  })

  it('takes the name under which a State was called upon', () => {
    expect(freeId(caseWith({ acts: [call] }), 'measure')).toBe('measure-3')
    expect(freeId(caseWith({ acts: [call], steps: ['measure-3'] }), 'measure')).toBe('measure-1')
  })

  it('is offered to whom the charter names, and marked where no reader has its rule', () => {
    const file = caseWith(
      {},
      { situation: { rule: 'express-unanimity', by: 'XA' }, lessons: { rule: 'unheard-of' } },
    )
    expect(kindsOf(file, ['situation', 'position', 'lessons'])).toEqual(['position', 'lessons'])
  })
})

describe('what changes in the terms', () => {
  it('is every term that says something else, and nothing beside', () => {
    const now = {
      ...measure.measure,
      name: 'Hemlock',
      facts: { object: { value: 'cease' }, stopSwitch: { value: true } },
    }
    expect(changesOf(measure.measure, now)).toEqual([
      { field: 'against', was: 'Hawthorn (XH)', now: 'Hemlock (XH)' },
      { field: 'fact', fact: 'object', was: 'cease-and-repair', now: 'cease' },
      { field: 'fact', fact: 'stopSwitch', now: true },
    ])
    expect(changesOf(measure.measure, measure.measure)).toEqual([])
  })
})
