import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { define, findTerm, label, LANGUAGES, TERMS } from './index.ts'
import { acts } from './term/act.ts'
import { attributions } from './term/attribution.ts'
import { exchanges } from './term/exchange.ts'
import { incidents } from './term/incident.ts'
import { intelligence } from './term/intelligence.ts'
import { internationalLaw } from './term/international-law.ts'
import { keys } from './term/keys.ts'
import { measureActs } from './term/measure-act.ts'
import { operations } from './term/operation.ts'
import { parties } from './term/party.ts'
import { records } from './term/record.ts'
import { responses } from './term/response.ts'
import { standings } from './term/standing.ts'
import { steps } from './term/step.ts'
import { voices } from './term/voice.ts'
import type { Entry, FieldEntry, Mapping } from './term.ts'

const FIELD: readonly Readonly<Record<string, FieldEntry>>[] = [
  incidents,
  operations,
  attributions,
  internationalLaw,
  responses,
]
const GROUPS: readonly Readonly<Record<string, Entry>>[] = [
  ...FIELD,
  parties,
  records,
  acts,
  exchanges,
  keys,
  measureActs,
  steps,
  voices,
  standings,
  intelligence,
]

// Read by literal: the lexicon imports nothing, so a new value of accord must be added here by hand,
// and accord's own types then refuse to call a label that does not exist.
const SPOKEN = [
  'objects',
  'awaits-instructions',
  'abstains-constructively',
  'abstains',
  'complies-with-reservation',
  'complies-with-statement',
  'complies',
  'withdrawn',
  'silent',
]
const STANDING = [
  'open',
  'broken',
  'stands',
  'stands-with-reservations',
  'weakened',
  'suspended',
  'ended',
  'lapsed',
  'superseded',
]
const KINDS = [
  'keys-add',
  'keys-revoke',
  'keys-root',
  'disavow',
  'accuse',
  'evidence',
  'attribute',
  'propose',
  'amend',
  'comply',
  'withdraw',
  'declare',
]
const STEPS = [
  'situation',
  'attribution',
  'position',
  'measure',
  'termination',
  'lessons',
  'charter',
  'term',
  'advisory',
]
const RULES = [
  'express-unanimity',
  'silence',
  'qualified-majority',
  'participants-only',
  'each-its-own',
]

describe('the common language', () => {
  it.each([
    ['voice', SPOKEN],
    ['standing', STANDING],
    ['kind of act', KINDS],
    ['kind of step', STEPS],
    ['decision rule', RULES],
  ])('has a term for every %s', (_what, ids) => {
    for (const id of ids) expect(findTerm(id)?.id).toBe(id)
  })

  it.each(LANGUAGES)('is complete in %s', (lang) => {
    for (const { id } of TERMS) {
      expect(label(id, lang).trim(), id).not.toBe('')
      expect(define(id, lang), id).toMatch(/^\p{Lu}.*\.$/u)
    }
  })

  it.each(LANGUAGES)('gives no label twice in %s', (lang) => {
    const labels = TERMS.map(({ id }) => label(id, lang))
    expect(labels.filter((each, index) => labels.indexOf(each) !== index)).toEqual([])
  })

  it('translates every definition', () => {
    for (const { id } of TERMS) expect(define(id, 'es'), id).not.toBe(define(id, 'en'))
  })

  it('has each id once over all groups', () => {
    expect(TERMS).toHaveLength(GROUPS.flatMap((group) => Object.keys(group)).length)
  })

  it('knows nothing by a name that every object has', () => {
    expect(findTerm('constructor')).toBeUndefined()
    expect(findTerm('__proto__')).toBeUndefined()
  })
})

describe('the relations of terms', () => {
  const termOf = (id: string) => {
    const term = findTerm(id)
    if (term === undefined) throw new TypeError(`expected a term, got ${id}`)
    return term
  }

  it('resolve', () => {
    const written = GROUPS.flatMap((group) => Object.values(group)).flatMap(
      ({ broader, related = [] }) => [...related, ...(broader === undefined ? [] : [broader])],
    )
    for (const id of written) expect(findTerm(id)?.id, id).toBe(id)
  })

  it('are seen from both sides', () => {
    for (const { id, broader, narrower, related } of TERMS) {
      if (broader !== undefined) expect(termOf(broader).narrower, id).toContain(id)
      for (const other of narrower) expect(termOf(other).broader).toBe(id)
      for (const other of related) expect(termOf(other).related).toContain(id)
      expect(related, id).not.toContain(id)
    }
  })

  it('say of no term that it is both narrower than another and merely related to it', () => {
    for (const { id, related } of TERMS)
      for (let at = termOf(id).broader; at !== undefined; at = termOf(at).broader)
        expect(related, id).not.toContain(at)
  })

  it('never come back to where they began', () => {
    for (const { id } of TERMS) {
      const seen = new Set<string>()
      for (let at = findTerm(id); at !== undefined; at = findTerm(at.broader ?? '')) {
        expect(seen.has(at.id), id).toBe(false)
        seen.add(at.id)
      }
    }
  })
})

describe('a source', () => {
  it('says how far it was read, or that the term is our own', () => {
    for (const { source } of TERMS)
      if (source !== 'none') expect(source.instrument.trim()).not.toBe('')
  })
})

describe('the words of the field', () => {
  const field = TERMS.filter(({ vocabulary }) => vocabulary === 'field')

  it('are at least forty, apart from the product’s own', () => {
    expect(field.length).toBeGreaterThanOrEqual(40)
    const inField = FIELD.flatMap((group) => Object.keys(group))
    expect(field.map(({ id }) => id).toSorted()).toEqual(inField.toSorted())
  })

  it.each(LANGUAGES)('are found by their own name, in %s', (lang) => {
    for (const { id, label: name, forms } of field)
      expect(forms?.[lang], id).toContain(name[lang].toLowerCase().replaceAll('-', ' '))
  })

  it.each(LANGUAGES)('share no form, in %s', (lang) => {
    const forms = field.flatMap((term) => term.forms?.[lang] ?? [])
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([])
  })
})

describe('a mapping', () => {
  const mappings: readonly (Mapping & { readonly id: string })[] = TERMS.flatMap(
    ({ id, mappings: own = [] }) => own.map((mapping) => ({ id, ...mapping })),
  )
  const of = (scheme: Mapping['scheme']) =>
    mappings.filter((mapping) => mapping.scheme === scheme).map(({ notation }) => notation)

  it('says exact of one term only for each value', () => {
    const exact = mappings
      .filter(({ match }) => match === 'exact')
      .map(({ scheme, notation }) => `${scheme} ${notation}`)
    expect(exact.filter((each, index) => exact.indexOf(each) !== index)).toEqual([])
  })

  const rsit = sharedPath('data/rsit/rsit-machinev1.json')
  it.skipIf(!rsit)('leads to a class or type that RSIT has', () => {
    const { predicates, values } = JSON.parse(readFileSync(rsit!, 'utf8')) as {
      predicates: { value: string }[]
      values: { predicate: string; entry: { value: string }[] }[]
    }
    const known = [
      ...predicates.map(({ value }) => value),
      ...values.flatMap(({ predicate, entry }) =>
        entry.map(({ value }) => `${predicate}:${value}`),
      ),
    ]
    expect(of('rsit').length).toBeGreaterThan(0)
    for (const notation of of('rsit')) expect(known).toContain(notation)
  })

  const attack = sharedPath('data/mitre-attack/enterprise-attack-18.1-core-objects.stix21.json.gz')
  it.skipIf(!attack)('leads to a technique that ATT&CK 18.1 has', () => {
    const { objects } = JSON.parse(gunzipSync(readFileSync(attack!)).toString()) as {
      objects: { type: string; external_references?: { external_id?: string }[] }[]
    }
    const known = objects
      .filter(({ type }) => type === 'attack-pattern')
      .map(({ external_references: [first] = [] }) => first?.external_id)
    expect(of('attack').length).toBeGreaterThan(0)
    for (const notation of of('attack')) expect(known).toContain(notation)
  })
})
