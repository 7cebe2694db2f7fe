import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { argumentOf } from '../src/argument.ts'
import { assess } from '../src/assess.ts'
import { NORMS, RULES } from '../src/countermeasure.ts'
import { isBy, laterOf } from '../src/dated.ts'
import type { MeasureFacts } from '../src/measure.ts'
import { memorandum } from '../src/memorandum.ts'
import { toMarkdown } from '../src/memorandum/markdown.ts'
import { isLater } from '../src/norm-on.ts'
import { sanctionsDocument } from '../src/sanctions/document.ts'
import { sanctionsTest } from '../src/sanctions/form.ts'
import { findTraced, flat, isAsked } from '../src/trace.ts'
import { type Issue, ISSUES, type Reading, type View } from '../src/view.ts'
import { laterIn, latestOn, viewOn } from '../src/view-on.ts'
import { VIEWS } from '../src/views/views.ts'
import { alder, everythingMet, quietModem, three, withFacts } from './example.ts'

describe('a date and a day', () => {
  it.each([
    ['2019-05-17', '2019-05-17', true],
    ['2019-05-17', '2019-05-16', false],
    // A month and a year count from their ends: nobody can tell on which day of them it was.
    ['2022-04', '2022-04-30', false],
    ['2022-04', '2022-05-01', true],
    ['2021', '2021-12-31', false],
    ['2021', '2022-01-01', true],
    ['2017-2021', '2020-06-01', false],
    ['2017-2021', '2022-01-01', true],
    ['2021 ff.', '2026-01-01', false],
    ['none', '2026-01-01', false],
  ])('%s was there on %s: %s', (date, day, was) => {
    expect(isBy(date, day)).toBe(was)
  })
  it('of two, the later is the one that counts from later', () => {
    expect(laterOf('2021-07-13', '2021')).toBe('2021')
    expect(laterOf('2022-04', '2022-04-30')).toBe('2022-04')
    expect(laterOf('2019-05-29', '2021-07-13')).toBe('2021-07-13')
    expect(laterOf('2021 ff.', '2024-01-01')).toBe('2021 ff.')
  })
})

const viewOf = (code: string): View => VIEWS.find(({ holder }) => holder.code === code)!
const reads = (code: string, issue: Issue, day: string): Reading =>
  viewOn(viewOf(code), day).readings[issue]

describe('a published view on a day', () => {
  // By hand, from the documents of each and what the sources of its readings name.
  it.each<[string, Issue, string, string, string]>([
    ['FR', 'collective-own-right', '2019-09-08', '2019-09-09', 'rejects'],
    ['FR', 'sovereignty', '2019-09-08', '2019-09-09', 'rule'],
    ['EE', 'collective-on-behalf', '2019-05-28', '2019-05-29', 'supports'],
    ['GB', 'sovereignty', '2018-05-22', '2018-05-23', 'principle'],
    ['GB', 'prior-notification', '2021-06-30', '2021-07-01', 'not-required'],
    ['GB', 'prior-call', '2021-06-30', '2021-07-01', 'not-required'],
    ['GB', 'collective-assistance', '2022-05-18', '2022-05-19', 'open'],
    ['CA', 'due-diligence', '2022-04-30', '2022-05-01', 'voluntary'],
    // New Zealand published twice: in December 2020, and again in July 2025.
    ['NZ', 'self-defence', '2020-11-30', '2020-12-01', 'accepted-preemptive'],
    ['NZ', 'sovereignty', '2025-07-31', '2025-08-01', 'rule'],
    // What does not say in which of the papers it stands counts from the last of them.
    ['NZ', 'countermeasures', '2025-12-31', '2026-01-01', 'accepted'],
    // What is dated “2021 ff.” has no end but the day on which it was read.
    ['CN', 'countermeasures', '2026-11-22', '2026-11-23', 'cautious'],
  ])('%s on %s: unknown on %s, and on %s %s', (...[code, issue, before, on, value]) => {
    const was = reads(code, issue, before)
    expect(was).toMatchObject({ value: 'unknown', source: 'none', later: { value } })
    expect(was).toHaveProperty('later.on')
    expect(reads(code, issue, on).value).toBe(value)
  })
  it('names the document that came later', () => {
    expect(reads('NZ', 'sovereignty', '2021-06-01')).toMatchObject({
      later: { on: '2025-07', title: 'Updated statement' },
    })
    expect(viewOn(viewOf('NZ'), '2021-06-01').readings['self-defence'].value).toBe(
      'accepted-preemptive',
    )
  })
  it('is that view itself from the day to which it is stated, and nothing of it before its first document', () => {
    for (const view of VIEWS) {
      expect(viewOn(view, view.asOf)).toBe(view)
      const before = viewOn(view, '2011-12-31')
      expect(Object.values(before.readings).every(({ value }) => value === 'unknown')).toBe(true)
      const said = Object.values(view.readings).filter(({ value }) => value !== 'unknown')
      expect(laterIn(before)).toHaveLength(said.length)
      expect(before.asOf).toBe('2011-12-31')
    }
  })
  it('only grows: what was known on a day is known, as it was, on every later one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VIEWS), day, day, (view, a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a]
        const [was, is] = [viewOn(view, first).readings, viewOn(view, second).readings]
        for (const issue of Object.keys(ISSUES) as Issue[])
          if (was[issue].value !== 'unknown') expect(is[issue]).toBe(was[issue])
      }),
    )
  })
})

describe('views that a nation entered', () => {
  const old = { ...alder, asOf: '2024-01-10' }
  const sovereignty: Reading<'sovereignty'> = {
    ...alder.readings.sovereignty,
    value: 'principle',
    says: 'a principle',
    source: 'ours',
    basis: 'entered',
    reliability: 'none',
  }
  const renewed: View = {
    ...alder,
    asOf: '2026-05-02',
    readings: { ...alder.readings, sovereignty },
  }
  it('are used from their own day, the latest on the day', () => {
    expect(latestOn([renewed, old], '2026-05-01')).toBe(old)
    expect(latestOn([renewed, old], '2026-05-02')).toBe(renewed)
    expect(latestOn([renewed, old], '2024-01-09')).toBe(old)
    expect(latestOn([], '2024-01-09')).toBeUndefined()
  })
  it('answer as they stood then, and the other way after', () => {
    const found = (on: string) =>
      assess({ ...everythingMet, lawOn: on }, [latestOn([old, renewed], on)!]).rows.find(
        ({ norm }) => norm === 'tallinn-4-territory',
      )!.cells[0]!.finding
    expect(found('2026-05-01')).toMatchObject({ value: 'satisfied' })
    expect(found('2026-05-02')).toMatchObject({ value: 'not-satisfied' })
    expect(laterIn(viewOn(old, '2023-01-01')).map(({ on }) => on)).toContain('2024-01-10')
  })
})

const day = fc.constantFrom(
  '1950-01-01',
  '2001-12-11',
  '2001-12-12',
  '2015-07-21',
  '2017-06-01',
  '2019-05-16',
  '2019-05-29',
  '2019-09-09',
  '2020-12-01',
  '2021-07-13',
  '2022-05-19',
  '2023-06-07',
  '2024-11-18',
  '2025-08-01',
  '2026-05-02',
  '2026-11-24',
)

/** Everything that whoever asks is told: but not what is named as later, which is told of what is not used. */
const toldOn = (measure: MeasureFacts, views: readonly View[], published: readonly View[]) => {
  const { rows, columns, disputes } = assess(measure, views, published)
  const cells = rows.map(({ norm, cells: each }) => [
    norm,
    each.map(({ finding }) =>
      finding === 'not-asked' ? finding : [finding.value, finding.asks, finding.disputes.length],
    ),
  ])
  return {
    cells,
    conclusions: columns.map(({ conclusion }) => conclusion),
    held: disputes.map(({ id, decisiveFor, sides }) => [
      id,
      decisiveFor,
      sides.map(({ holders }) => holders.map(({ code }) => code)),
    ]),
  }
}

/** The same view with every reading that came after the day turned into another one. */
function alteredAfter(view: View, on: string, at: number): View {
  const cut = viewOn(view, on)
  const readings = (Object.keys(ISSUES) as Issue[]).map((issue) => {
    const reading = view.readings[issue]
    if (cut.readings[issue] === reading && reading.value !== 'unknown') return [issue, reading]
    if (reading.value === 'unknown') return [issue, reading]
    const values = ISSUES[issue].filter((each) => each !== 'unknown')
    return [issue, { ...reading, value: values[at % values.length] }]
  })
  return { ...view, readings: Object.fromEntries(readings) as View['readings'] }
}

describe('an answer as of a day', () => {
  it('never depends on a later view, of its own nation or of another', () => {
    fc.assert(
      fc.property(day, fc.nat(6), fc.nat(38), (on, at, first) => {
        const measure = { ...everythingMet, lawOn: on }
        const views = [VIEWS[first]!, VIEWS[(first + 7) % 39]!, alder]
        const other = (view: View) => alteredAfter(view, on, at)
        expect(toldOn(measure, views.map(other), VIEWS.map(other))).toEqual(
          toldOn(measure, views, VIEWS),
        )
      }),
      { numRuns: 60 },
    )
  })
  it('never says of a rule whose source is later that it is met or not met', () => {
    const measures = [everythingMet, withFacts(everythingMet, LISTED)]
    fc.assert(
      fc.property(day, fc.constantFrom(...measures), fc.constantFrom(...VIEWS), (on, put, view) => {
        const [column] = assess({ ...put, lawOn: on }, [view]).columns
        const asked = flat(column!.trace).filter(isAsked)
        const later = asked.filter(
          ({ kind, norm }) => kind === 'rule' && isLater(sourceOf(norm), on),
        )
        expect(column!.conclusion.later).toEqual(later.map(({ norm }) => norm))
        for (const { finding, facts } of later) {
          expect([finding.value, facts]).toEqual(['unknown', []])
          expect(finding.because?.en).toContain('later day')
        }
      }),
      { numRuns: 80 },
    )
  })
  it('is, on the day to which all is stated, the one that it was before anybody asked for a day', () => {
    const told = toldOn(quietModem, three, VIEWS)
    expect(toldOn({ ...quietModem, lawOn: '2026-11-24' }, three, VIEWS)).toEqual(told)
    expect(told.conclusions.flatMap(({ later }) => later)).toEqual([])
  })
  it('is taken from an earlier assessment only of the same day', () => {
    const first = assess({ ...everythingMet, lawOn: '2026-11-24' }, [alder], VIEWS)
    const then = { ...everythingMet, lawOn: '2001-01-01' }
    expect(assess(then, [alder], VIEWS, first)).toEqual(assess(then, [alder], VIEWS))
  })
})

const sourceOf = (norm: string) => RULES.find(({ id }) => id === norm)!.source

/** A listing with every criterion met. */
const LISTED = {
  kind: 'restrictive-measure',
  listingUnder: 'union',
  breaksObligation: false,
  stateAssets: false,
  attackAction: 'access',
  attackUnauthorised: true,
  attemptedOnly: false,
  significantEffect: true,
  factorData: true,
  fromOutside: true,
  externalThreat: true,
  threatToMember: true,
  listedResponsible: true,
  listedWho: 'one',
  listedConduct: 'conduct',
  effectStated: 'effect',
  reasonsOwn: true,
  listingFile: 'reviewable',
  listingProposed: true,
  councilUnanimous: true,
}

describe('the source of a rule', () => {
  const listing = (on: string) =>
    assess({ ...withFacts(everythingMet, LISTED), lawOn: on }, [alder]).columns[0]!
  it('of a regulation is not applied before its day: a listing then cannot be said to be met', () => {
    const before = listing('2019-05-16').conclusion
    expect(before.value).toBe('unknown')
    expect(before.later).toContain('eu-2019-796-1-3')
    expect(before.words).toMatchObject({
      en: expect.stringContaining('sources of the law are of a later day'),
      es: expect.stringContaining('hay fuentes del derecho de un día posterior'),
    })
    expect(before.words.en).not.toContain('facts are missing')
    expect(listing('2019-05-17').conclusion.later).toEqual([])
    expect(listing('2019-05-17').conclusion.value).not.toBe('unknown')
  })
  it('is in force until its end: after it a listing cannot be said to be met, and the end is named', () => {
    const [last, after] = ['2028-05-18', '2028-05-19'].map((on) => listing(on))
    expect([last!.conclusion.value, last!.conclusion.ended]).toEqual(['satisfied', []])
    const { value, words, ended, later } = after!.conclusion
    expect([value, later]).toEqual(['unknown', []])
    expect(ended).toEqual(
      expect.arrayContaining(['eu-2019-796-1-1', 'cfsp-2019-797-6-1-unanimity']),
    )
    expect(words).toMatchObject({
      en: expect.stringContaining('not in force on that day'),
      es: expect.stringContaining('no están en vigor ese día'),
    })
    const found = findTraced(after!.trace, 'eu-2019-796-1-3')!
    expect(isAsked(found) && found.finding.because).toMatchObject({
      en: expect.stringMatching(/Article 1\(3\) runs until 2028-05-18; whether it was prolonged/),
      es: expect.stringMatching(/rige hasta 2028-05-18/),
    })
    const claims = argumentOf(after!)
    expect(claims.find(({ id }) => id === 'eu-2019-796-1-3')?.facts).toEqual([])
    // The form says the same, and the two documents tell it.
    const measure = { ...withFacts(everythingMet, LISTED), lawOn: '2028-05-19' }
    const asked = assess(measure, [alder])
    expect(sanctionsTest(asked).criteria[0]!.result).toBe('unknown')
    expect(sanctionsTest(assess({ ...measure, lawOn: '2028-05-18' }, [alder])).lawOn).toBe(
      '2028-05-18',
    )
    for (const lang of ['en', 'es'] as const)
      for (const document of [memorandum(asked, { lang }), sanctionsDocument(asked, { lang })]) {
        const text = toMarkdown(document)
        expect(text).toContain('2028-05-19')
        expect(text).toMatch(
          lang === 'en' ? /(runs|in force) until 2028-05-18/ : /(rige|en vigor) hasta 2028-05-18/,
        )
      }
  })
  it('that ended stops no measure of another kind, and is the only one of which an end was read', () => {
    const on = (lawOn: string) =>
      assess({ ...everythingMet, lawOn }, [alder]).columns[0]!.conclusion
    expect(on('2099-01-01')).toEqual(on('2028-05-18'))
    const ends = new Set(RULES.flatMap(({ source }) => source.until ?? []))
    expect([...ends]).toEqual(['2028-05-18'])
    const told = /\b(?:runs?|applies|in force|expires?|prolonged) (?:un)?(?:til|to)\b/
    const untold = NORMS.filter(
      ({ source }) => told.test(source.restatement.en) && source.until === undefined,
    )
    expect(untold.map(({ id }) => id)).toEqual([])
  })
  it('is named with its date, and no fact is asked for it', () => {
    const { trace } = listing('2019-05-16')
    const found = flat(trace).find(({ norm }) => norm === 'eu-2019-796-1-3')!
    expect(isAsked(found) && found.finding).toMatchObject({
      value: 'unknown',
      because: { en: expect.stringMatching(/2019\/796, Article 1\(3\) is of 2019-05-17/) },
    })
    const claims = argumentOf(listing('2019-05-16'))
    expect(claims.find(({ id }) => id === 'eu-2019-796-1-3')?.facts).toEqual([])
  })
  it('before the Articles of 2001 leaves a countermeasure open, whatever the facts', () => {
    const { conclusion } = assess({ ...everythingMet, lawOn: '2001-12-11' }, [alder]).columns[0]!
    expect(conclusion.value).toBe('unknown')
    expect(conclusion.later).toContain('arsiwa-4')
  })
  it('leaves what stops a measure stopped: a rule of a later day excuses nothing', () => {
    const stopped = withFacts(everythingMet, { settlement: 'broken', ownReading: 'rejects' })
    const { conclusion } = assess({ ...stopped, lawOn: '2001-12-11' }, [alder]).columns[0]!
    // Our own rules on consistency have no date: they are policy, and no law of any day.
    expect(conclusion.value).toBe('not-satisfied')
  })
  it('has a date, or is custom or a rule of our own', () => {
    for (const { id, source } of RULES)
      if (source.since === 'none')
        expect([id, source.instrument]).toEqual([
          id,
          source.verification === 'engine-rule'
            ? 'Rules of this law base'
            : 'Customary international law',
        ])
      else expect(source.since, id).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/)
  })
})

/** Under which key the research has each instrument; where it has none, the date stands in the name itself. */
const KEYS: Readonly<Record<string, string>> = {
  'Articles on Responsibility of States for Internationally Wrongful Acts (2001)': 'ARSIWA',
  'Charter of the United Nations': 'CHARTER',
  'North Atlantic Treaty (1949)': 'NAT',
  'Treaty on European Union': 'TEU',
  'Treaty on the Functioning of the European Union': 'TFEU',
  'Council Decision (CFSP) 2019/797 on cyber-attacks': 'CFSP797',
  'Council Regulation 2019/796 on cyber-attacks': 'CFSP797',
  'Revised Implementing Guidelines of the Cyber Diplomacy Toolbox': 'CDT23',
  'Report of the UN Group of Governmental Experts, A/70/174 (2015)': 'GGE15',
  'Tallinn Manual 2.0 on the International Law Applicable to Cyber Operations (2017)': 'TM2',
}
const HOLDINGS: Readonly<Record<string, string>> = {
  'nicaragua-193': 'NIC',
  'nicaragua-205': 'NIC',
  'bosnia-209': 'BOS',
  'corfu-channel-22': 'CORFU',
}

const research = sharedPath('law/responsibility-rules.yaml')
describe.skipIf(research === undefined)('the dates of the sources', () => {
  it('are those of the research, each, and none is invented', () => {
    const text = readFileSync(research!, 'utf8')
    const dateOf = (key: string) =>
      new RegExp(`^  ${key}:\\n(?:    .*\\n)*?    date: '?([\\d-]+)`, 'm').exec(text)?.[1]
    const unnamed: string[] = []
    for (const { id, source } of RULES) {
      const key = HOLDINGS[id] ?? KEYS[source.instrument]
      if (key !== undefined) expect([id, source.since]).toEqual([id, dateOf(key)])
      else if (source.since !== 'none') {
        unnamed.push(id)
        expect(source.instrument).toContain(`(${source.since})`)
      }
    }
    expect(unnamed).toEqual(['vcdr-22'])
  })
  it('and the end of the framework on cyber-attacks is the one in the record of it', () => {
    const cases = readFileSync(sharedPath('law/cases.yaml')!, 'utf8')
    expect(cases).toContain('framework to 18 May 2028')
    const ended = RULES.filter(({ source }) => source.until !== undefined)
    for (const { source } of ended) expect(source.instrument).toMatch(/on cyber-attacks$/)
    expect(ended).toHaveLength(
      RULES.filter(({ source }) => KEYS[source.instrument] === 'CFSP797').length,
    )
  })
})
