import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { getNorm, normFor, NORMS } from '../src/countermeasure.ts'
import type { Facts } from '../src/fact.ts'
import { answersOn, blankView, OPTION_KINDS, OPTIONS, PRECEDENTS } from '../src/index.ts'
import { parseMeasure, valuesOf } from '../src/measure.ts'
import { rulesOf } from '../src/rule.ts'
import { MADE_FROM } from './made-from.ts'
import { researchedRules } from './research.ts'

const view = blankView({ code: 'XA', name: 'Alder', kind: 'state' }, '2026-11-25')
const getOption = (id: string) => OPTIONS.find((option) => option.id === id)!
const recorded = (facts: Facts) =>
  Object.fromEntries(
    Object.entries(facts).map(([id, value]) => [id, { value, assertedBy: 'XA', evidence: [] }]),
  )
const answers = (id: string, facts: Facts, day = '2026-11-25') =>
  Object.fromEntries(answersOn(getOption(id), { facts: recorded(facts), view, day }))

describe('the options', () => {
  it('are of all four kinds, each named once', () => {
    expect(OPTIONS.length).toBe(new Set(OPTIONS.map(({ id }) => id)).size)
    for (const kind of OPTION_KINDS)
      expect(OPTIONS.filter((option) => option.kind === kind).length, kind).toBeGreaterThan(3)
  })

  it.each(OPTIONS.map((option) => [option.id, option] as const))(
    '%s names rules and incidents that there are, and a source or none for all it says',
    (_, option) => {
      const norms = new Set(NORMS.map(({ id }) => id))
      expect(option.needs.length).toBeGreaterThan(0)
      for (const need of option.needs)
        if (need.by === 'rule') expect(norms, need.norm).toContain(need.norm)
      const incidents = new Set(PRECEDENTS.map(({ id }) => id))
      for (const id of option.precedents) expect(incidents).toContain(id)
      for (const said of [option.what, option.reversibility, option.competent]) {
        expect(said.source).not.toBe('')
        expect(said.says.en).not.toBe(said.says.es)
      }
    },
  )

  /** In no sourced case did a State call its own measure a countermeasure: no incident is given as one. */
  it('that are countermeasures have no incident beside them', () => {
    for (const { as, precedents } of OPTIONS)
      if (as === 'countermeasure') expect(precedents).toEqual([])
  })
})

const notes = sharedPath('law/cases.yaml')
const rulesBase = sharedPath('law/responsibility-rules.yaml')

/** By hand: the words by which the record of an incident says that a State, or the Union, did this. */
const DONE: Readonly<Record<string, RegExp>> = {
  'national-statement': /form: (?:coordinated )?(?:statements?|foreign minister)\n/,
  'union-declaration': /by: EU\n[^]*form: declaration/,
  'summon-ambassador': /measure: Summoned/,
  'recall-ambassador': /measure: Recalled ambassador/,
  'expel-diplomats': /measure: Expelled \d+ diplomats/,
  'sever-relations': /measure: Severed diplomatic relations/,
  'criminal-proceedings': /indictment|Indictment|arrest warrant|criminal warrant/,
  'union-listing': /by: EU\n +measure: .*(?:[Ll]isted)/,
  'national-listing': /category: (?:retorsion \/ )?sanctions/,
  'joint-advisory': /joint technical advisory/,
  'assist-victim': /category: assistance/,
}

describe.skipIf(notes === undefined)('the past incidents beside an option', () => {
  it('are those of which the record says that it was done', () => {
    const records = readFileSync(notes!, 'utf8').split(/^- id: /m)
    const recordOf = (id: string): string => {
      const { entry } = PRECEDENTS.find((one) => one.id === id)!
      return records.find((record) => record.startsWith(entry))!
    }
    const beyond = OPTIONS.flatMap(({ id, precedents }) =>
      precedents
        .filter((incident) => !(DONE[id]?.test(recordOf(incident)) ?? false))
        .map((incident) => `${id}: ${incident}`),
    )
    expect(beyond).toEqual([])
  })
})

describe.skipIf(rulesBase === undefined)('a countermeasure among the options', () => {
  it('needs every gate that the rules base calls hard and that a countermeasure has', () => {
    const hard = new Set(
      [...researchedRules(readFileSync(rulesBase!, 'utf8'))].flatMap(([entry, { gate }]) =>
        gate.startsWith('hard') ? [entry] : [],
      ),
    )
    const gates = rulesOf(normFor({ kind: 'countermeasure' })!).filter(({ id }) =>
      hard.has(MADE_FROM[id] ?? ''),
    )
    expect(gates.length).toBeGreaterThan(30)
    for (const { id, as, needs } of OPTIONS) {
      if (as !== 'countermeasure') continue
      const met = new Set(
        needs.flatMap((need) =>
          need.by === 'rule' ? rulesOf(getNorm(need.norm)).map((one) => one.id) : [],
        ),
      )
      expect([id, gates.filter((gate) => !met.has(gate.id)).map((gate) => gate.id)]).toEqual([
        id,
        [],
      ])
    }
  })
})

describe('what an option needs', () => {
  it('is unknown of a recall while nobody said whether it breaks an obligation', () => {
    expect(answers('recall-ambassador', {})).toEqual({ retorsion: 'unknown' })
    expect(answers('recall-ambassador', { breaksObligation: false })).toEqual({
      retorsion: 'satisfied',
    })
    expect(answers('recall-ambassador', { breaksObligation: true })).toEqual({
      retorsion: 'not-satisfied',
    })
  })

  it('is unknown of national sanctions on the same silence, and disputed where they freeze assets of a State (rules base, RT-01)', () => {
    expect(answers('national-listing', {})).toMatchObject({ retorsion: 'unknown' })
    expect(
      answers('national-listing', { breaksObligation: false, stateAssets: true }),
    ).toMatchObject({ retorsion: 'disputed' })
  })

  it('is asked as if the measure were of that kind, whatever kind is recorded', () => {
    expect(answers('recall-ambassador', { kind: 'restrictive-measure' })).toEqual({
      retorsion: 'unknown',
    })
  })

  it('is what the regime of the Union asks of a listing', () => {
    const { facts: listed } = parseMeasure(
      JSON.parse(
        readFileSync(
          new URL('../../../examples/quiet-modem/listing.json', import.meta.url),
          'utf8',
        ),
      ),
    )
    const met: Facts = {
      ...valuesOf(listed),
      listedResponsible: true,
      listingFile: true,
      councilUnanimous: true,
    }
    expect(answers('union-listing', met)).toMatchObject({ 'cfsp-2019-797': 'satisfied' })
    // On no day on which its base is not in force, as far as was read.
    for (const [day, value] of [
      ['2019-05-16', 'unknown'],
      ['2019-05-17', 'satisfied'],
      ['2028-05-18', 'satisfied'],
      ['2028-05-19', 'unknown'],
    ] as const)
      expect([day, answers('union-listing', met, day)['cfsp-2019-797']]).toEqual([day, value])
    expect(answers('union-listing', { ...met, councilUnanimous: false })).toMatchObject({
      'cfsp-2019-797': 'not-satisfied',
    })
    expect(answers('national-listing', met)).not.toHaveProperty('cfsp-2019-797')
  })

  it('is, of a claim in the common interest, Article 48 and no injury, and never a claim for oneself', () => {
    const owed: Facts = { injury: 'none', obligation: 'erga-omnes', remedySought: 'cessation' }
    expect(answers('claim-for-others', owed)).toMatchObject({
      'arsiwa-48': 'satisfied',
      'arsiwa-48-2': 'satisfied',
    })
    expect(answers('claim-for-others', owed)).not.toHaveProperty('arsiwa-42')
    expect(answers('claim-and-demand', owed)).toMatchObject({ 'arsiwa-42': 'not-satisfied' })
    // It is a claim for those injured, whatever else is recorded, and it asks for no more.
    const repaired = { ...owed, remedySought: 'compensation', reparationFor: 'itself' } as const
    expect(answers('claim-for-others', repaired)).toMatchObject({ 'arsiwa-48-2': 'satisfied' })
    expect(answers('claim-for-others', { ...owed, remedySought: 'beyond' })).toMatchObject({
      'arsiwa-48-2': 'not-satisfied',
    })
    expect(answers('claim-for-others', { ...owed, obligation: 'bilateral' })).toMatchObject({
      'arsiwa-48': 'not-satisfied',
    })
    expect(answers('claim-for-others', {})).toMatchObject({
      'arsiwa-48': 'unknown',
      'arsiwa-48-2': 'unknown',
    })
  })

  it('is never met of a countermeasure on no facts', () => {
    const all = Object.values(answers('cyber-countermeasure', {}))
    expect(all).not.toContain('satisfied')
    expect(all.length).toBeGreaterThan(10)
  })
})
