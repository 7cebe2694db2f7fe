import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { assess, type Assessment } from '../src/assess.ts'
import { isAsked, flat } from '../src/trace.ts'
import { memorandum } from '../src/memorandum.ts'
import { toMarkdown } from '../src/memorandum/markdown.ts'
import { ISSUES, type Issue, type Reading, type View } from '../src/view.ts'
import { VIEWS } from '../src/views/views.ts'
import type { MeasureFacts } from '../src/measure.ts'
import { researchedViews } from './research.ts'
import { alder, everythingMet, quietModem, three, withFacts } from './example.ts'

const SRC = fileURLToPath(new URL('../src/', import.meta.url))

describe('the published views', () => {
  it('are 39, each of another holder', () => {
    expect(VIEWS).toHaveLength(39)
    expect(new Set(VIEWS.map(({ holder }) => holder.code)).size).toBe(39)
    expect(new Set(VIEWS.map(({ holder }) => holder.name)).size).toBe(39)
  })
  it.each(VIEWS.map((view) => [view.holder.name, view] as const))(
    '%s: a value of the issue’s own, with its source, or unknown without one',
    (_name, view) => {
      expect(view.exercise).toBeUndefined()
      expect(Object.keys(view.readings).toSorted()).toEqual(Object.keys(ISSUES).toSorted())
      for (const [issue, reading] of Object.entries(view.readings)) {
        expect(ISSUES[issue as Issue]).toContain(reading.value)
        if (reading.value === 'unknown') expect(reading.source).toBe('none')
        else {
          expect(reading.source).toMatch(/\S{4}/)
          expect(reading.source).not.toMatch(/unsourced|collective-countermeasures\.md/)
          expect(reading.says).toEqual({
            en: expect.stringMatching(/\S/),
            es: expect.stringMatching(/\S/),
          })
        }
      }
      for (const { title, date, url } of view.documents) {
        expect(title).toMatch(/\S/)
        expect(date).toMatch(/^\d{4}/)
        expect(url).toMatch(/\S/)
      }
    },
  )
})

/** Issues that the research has no word for, and the one in whose words they are spoken of. */
const READ_FROM: Readonly<Record<string, Issue>> = {
  'sovereignty-threshold': 'sovereignty',
  'prior-call': 'prior-notification',
  coercion: 'prohibited-intervention',
  'armed-attack': 'self-defence',
  'data-as-object': 'ihl-applies',
}

/** By hand, from those words. */
const READ_OUT: readonly string[] = [
  'BE sovereignty-threshold also-below',
  'FR sovereignty-threshold also-below',
  'IR sovereignty-threshold also-below',
  'DK sovereignty-threshold above-a-minimum',
  'NZ sovereignty-threshold above-a-minimum',
  'GB prior-call not-required',
  'CH prior-call required',
  'IL coercion high-threshold',
  'AT armed-attack also-added-up',
  'BE armed-attack also-added-up',
  'SG armed-attack also-added-up',
  'CR armed-attack gravest-alone',
  'US armed-attack every-use-of-force',
  'IL data-as-object no-object',
]

/**
 * By hand, from cells of two tables that the research cites at these commits, and in whose words it does not
 * speak of the issue.
 */
const CODED: readonly string[] = [
  'AU coercion also-loss-of-control: row AUS, Q4.3: Yes',
  'CO coercion also-loss-of-control: row COL, Q4.3: Yes',
  'CZ coercion also-loss-of-control: row CZE, Q4.3: Yes',
  'GB coercion also-loss-of-control: row GBR, Q4.3: Yes',
  'NO coercion also-loss-of-control: row NOR, Q4.3: Yes',
  'NZ coercion also-loss-of-control: row NZL, Q4.3: Yes',
  'PL coercion also-loss-of-control: row POL, Q4.3: Yes',
  'TH coercion also-loss-of-control: row THA, Q4.3: Yes',
  'FR armed-attack also-added-up: row FRA, only the most grave, aggregation: Yes',
  'CH armed-attack gravest-alone: row CHE, only the most grave: Yes',
  'CZ armed-attack gravest-alone: row CZE, only the most grave: Yes',
  'DE armed-attack gravest-alone: row DEU, only the most grave: Yes',
  'DK armed-attack gravest-alone: row DNK, only the most grave: Yes',
  'EU armed-attack gravest-alone: row EUN, only the most grave: Yes; aggregation: Ambiguous',
  'IT armed-attack gravest-alone: row ITA, only the most grave: Yes',
  'KR armed-attack gravest-alone: row KOR, only the most grave: Yes',
  'NL armed-attack gravest-alone: row NLD, only the most grave: Yes',
  'NO armed-attack gravest-alone: row NOR, only the most grave: Yes',
  'SE armed-attack gravest-alone: row SWE, only the most grave: Yes',
  'TH armed-attack gravest-alone: row THA, only the most grave: Yes',
  'XAU armed-attack gravest-alone: row AU (= African Union in this table), only the most grave: Yes',
]

const TABLES: Readonly<Record<string, RegExp>> = {
  coercion: /nonintervention-aug2026\.csv @b8137b59$/,
  'armed-attack': /selfdefense-aug2026\.csv @b8137b59$/,
}

const cellOf = (code: string, issue: string, reading: Reading): string =>
  `${code} ${issue} ${reading.value}: ${reading.value === 'unknown' ? 'none' : reading.pinpoint}`

const isCoded = (code: string, issue: string, reading: Reading): boolean =>
  CODED.includes(cellOf(code, issue, reading))

const research = sharedPath('law/national-positions.yaml')
describe.skipIf(research === undefined)('the research file and the views', () => {
  it('say the same, value by value', () => {
    const researched = researchedViews(readFileSync(research!, 'utf8')).map(
      ({ holder, issue, fields }) => `${holder} ${issue} ${fields['value']?.replaceAll('_', '-')}`,
    )
    expect(researched).toHaveLength(507 + 117)
    const ours = VIEWS.flatMap(({ holder, readings }) =>
      Object.entries(readings)
        .filter(([issue]) => !(issue in READ_FROM))
        .map(([issue, { value }]) => `${holder.code} ${issue} ${value}`),
    )
    expect(ours.toSorted()).toEqual(researched.toSorted())
  })
  it('say the same where an issue was read out of the words on another: with that source, word by word', () => {
    const found = VIEWS.flatMap(({ holder, readings }) =>
      Object.entries(READ_FROM).flatMap(([issue, from]) => {
        const reading = readings[issue as Issue]
        if (reading.value === 'unknown' || isCoded(holder.code, issue, reading)) return []
        const { onRecord: _beside, value: _kept, ...said } = readings[from]
        expect(reading, `${holder.code} ${issue}`).toEqual({ ...said, value: reading.value })
        return [`${holder.code} ${issue} ${reading.value}`]
      }),
    )
    expect(found.toSorted()).toEqual(READ_OUT.toSorted())
  })
  it('and what was read in a cell of a table is cited with its row, in a table that the research cites', () => {
    const notes = readFileSync(research!, 'utf8').replaceAll(/\s+/g, ' ')
    const found = VIEWS.flatMap(({ holder, readings }) =>
      Object.entries(TABLES).flatMap(([issue, table]) => {
        const reading = readings[issue as Issue]
        if (reading.value === 'unknown' || !isCoded(holder.code, issue, reading)) return []
        expect(reading.source).toMatch(table)
        expect(notes).toContain(reading.source)
        expect(reading.reliability).toBe('expert-reviewed-coding')
        return [cellOf(holder.code, issue, reading)]
      }),
    )
    expect(found.toSorted()).toEqual(CODED.toSorted())
  })
})

describe('outside the views, the past incidents and the options taken in them', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') &&
      !/^(views|precedents|options)\//.test(file) &&
      !file.endsWith('.test.ts'),
  )
  // The name of a treaty is not the name of its parties.
  const text = files
    .map((file) => readFileSync(SRC + file, 'utf8'))
    .join('\n')
    .replaceAll(/Treaty on (?:the Functioning of the )?European Union/g, '')
  it.each(VIEWS.map(({ holder }) => [holder.name, holder.code] as const))(
    'the law knows no %s (%s)',
    (name, code) => {
      expect(files.length).toBeGreaterThan(40)
      const found = [name, shortName(name), code].filter((word) =>
        new RegExp(`\\b${word.replaceAll(/[()]/g, '.')}\\b`).test(text),
      )
      expect(found).toEqual([])
    },
  )
})

/** As one would write it in a sentence. */
const shortName = (name: string): string =>
  name.replace(/ \(.*\)| Republic| Federation|Republic of | and its.*/g, '')

// By hand: which rules are read under an issue. No other cell may move when a reading does.
const READ_UNDER: Readonly<Record<Issue, readonly string[]>> = {
  sovereignty: ['tallinn-4-territory', 'tallinn-4-functions'],
  'prohibited-intervention': ['nicaragua-205'],
  coercion: [],
  'armed-attack': [],
  'data-as-object': [],
  'use-of-force': ['charter-2-4'],
  'due-diligence': ['corfu-channel-22'],
  'attribution-evidence-duty': ['gge-2015-28-f'],
  countermeasures: ['arsiwa-22-cyber'],
  'sovereignty-threshold': [],
  'prior-call': ['arsiwa-52-1-a'],
  'prior-notification': ['arsiwa-52-1-b', 'arsiwa-52-2'],
  'forcible-countermeasures': ['arsiwa-50-1-a'],
  'collective-own-right': ['arsiwa-54-own-right'],
  'collective-on-behalf': ['arsiwa-54-on-behalf'],
  'collective-assistance': ['arsiwa-16'],
  necessity: ['arsiwa-25'],
  'collective-countermeasures': [],
  'self-defence': ['charter-51-defence'],
  'ihl-applies': ['tallinn-part-iv'],
  'human-rights': ['tallinn-34-38'],
}

// By hand: what each rule is part of, up to the whole.
const PART_OF: Readonly<Record<string, readonly string[]>> = {
  'tallinn-4-territory': ['arsiwa-2-b', 'arsiwa-2-act', 'arsiwa-2', 'arsiwa-22'],
  'tallinn-4-functions': ['arsiwa-2-b', 'arsiwa-2-act', 'arsiwa-2', 'arsiwa-22'],
  'nicaragua-205': ['arsiwa-2-b', 'arsiwa-2-act', 'arsiwa-2', 'arsiwa-22'],
  'charter-2-4': ['arsiwa-2-b', 'arsiwa-2-act', 'arsiwa-2', 'arsiwa-22'],
  'charter-51-defence': ['charter-51', 'self-defence-referral'],
  'tallinn-part-iv': ['arsiwa-2-b', 'arsiwa-2-act', 'arsiwa-2', 'arsiwa-22'],
  'tallinn-34-38': ['arsiwa-2-b', 'arsiwa-2-act', 'arsiwa-2', 'arsiwa-22'],
  'corfu-channel-22': ['arsiwa-2', 'arsiwa-22'],
  'gge-2015-28-f': ['proof', 'arsiwa-22'],
  'arsiwa-22-cyber': ['arsiwa-22'],
  'arsiwa-52-1-a': ['arsiwa-52', 'arsiwa-22'],
  'arsiwa-52-1-b': ['arsiwa-52-notice', 'arsiwa-52', 'arsiwa-22'],
  'arsiwa-52-2': ['arsiwa-52-notice', 'arsiwa-52', 'arsiwa-22'],
  'arsiwa-50-1-a': ['arsiwa-50', 'arsiwa-22'],
  'arsiwa-54-own-right': ['title-without-injury', 'title-own', 'title', 'arsiwa-22'],
  'arsiwa-54-on-behalf': ['title', 'arsiwa-22'],
  'arsiwa-16': ['title', 'arsiwa-22'],
  'arsiwa-25': [],
}

/** Several measures, so that every rule that a view is laid over is asked in one of them. */
const MEASURES = [
  everythingMet,
  withFacts(everythingMet, {
    kind: 'self-defence-referral',
    attackStage: 'ongoing',
    attackAuthor: 'state',
    defenceReasons: true,
    councilReport: true,
    councilReportedOn: '2026-11-20',
  }),
  withFacts(everythingMet, {
    rightViolated: 'unjustified',
    rightsJurisdiction: 'territorial',
    armedConflict: 'international',
    conflictNexus: true,
    humanitarianRule: 'distinction',
    conflictEffect: 'damage',
  }),
  withFacts(everythingMet, { effect: 'none', coercion: 'none', scaleOfForce: 'economic-collapse' }),
  withFacts(everythingMet, {
    form: 'joint',
    injury: 'none',
    allEntitled: true,
    evidencePublished: 'none',
  }),
  withFacts(everythingMet, {
    form: 'assistance',
    request: 'covers-this',
    assistedMeasure: 'met',
    ownObligation: 'kept',
  }),
  withFacts(everythingMet, {
    form: 'on-behalf',
    request: 'covers-this',
    notifiedOn: '2026-12-20',
    urgency: 'secrecy-only',
    noticeFollowsOn: '2026-12-20',
  }),
  withFacts(everythingMet, {
    kind: 'necessity',
    peril: 'grave',
    onlyWay: true,
    impairsOthers: false,
    ownContribution: 'none',
  }),
]

/** What a cell shows, by nation and rule; with the reading that was laid over it, or the finding alone. */
const cellsOf = ({ columns }: Assessment, withReading: boolean): ReadonlyMap<string, string> =>
  new Map(
    columns.flatMap(({ holder, trace }) =>
      flat(trace).map((each) => [
        `${holder.code} ${each.norm}`,
        isAsked(each)
          ? [
              each.finding.value,
              ...each.finding.disputes.map(({ id }) => id),
              withReading ? each.view?.reading.value : '',
            ].join(' ')
          : 'not-asked',
      ]),
    ),
  )

const changed = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] => [...before.keys()].filter((key) => before.get(key) !== after.get(key))

function altered(view: View, issue: Issue, value: string): View {
  const says = { en: 'altered', es: 'alterada' }
  const reading = { value, says, source: 'altered', basis: 'none', reliability: 'none' }
  return { ...view, readings: { ...view.readings, [issue]: reading } }
}

const isAskedIn = (measure: MeasureFacts, norms: readonly string[]): boolean => {
  const cells = cellsOf(assess(measure, [VIEWS[0]!]), false)
  return norms.some(
    (norm) => (cells.get(`${VIEWS[0]!.holder.code} ${norm}`) ?? 'not-asked') !== 'not-asked',
  )
}

describe('one value changed in one view', () => {
  const issues = Object.keys(ISSUES) as Issue[]
  it.each(issues)('%s: moves its holder’s cells that are read under it, and no other', (issue) => {
    const rules = READ_UNDER[issue]
    const asking = MEASURES.filter((measure) => isAskedIn(measure, rules)).slice(-2)
    expect(asking.length > 0).toBe(rules.length > 0)
    let alterations = 0
    for (const measure of asking.length > 0 ? asking : MEASURES.slice(0, 1))
      for (const [at, view] of VIEWS.entries()) {
        // Two neighbours stand for the others: their cells must not move.
        const views = [view, VIEWS.at(at - 1)!, alder]
        const before = assess(measure, views)
        const shownBefore = cellsOf(before, true)
        const foundBefore = cellsOf(before, false)
        const key = (norm: string) => `${view.holder.code} ${norm}`
        const shown = rules.filter(
          (norm) => foundBefore.get(key(norm))?.startsWith('not-asked') === false,
        )
        for (const value of ISSUES[issue].filter((each) => each !== view.readings[issue].value)) {
          const after = assess(measure, [altered(view, issue, value), ...views.slice(1)])
          const moved = changed(foundBefore, cellsOf(after, false))
          // A whole moves only if one of its parts does: its value and disputes come from them.
          const wholes = shown
            .filter((norm) => moved.includes(key(norm)))
            .flatMap((norm) => PART_OF[norm] ?? [])
            .filter((norm) => moved.includes(key(norm)))
          expect(changed(shownBefore, cellsOf(after, true)).toSorted()).toEqual(
            [...new Set([...shown, ...wholes])].map(key).toSorted(),
          )
          alterations += 1
        }
      }
    const values = VIEWS.length * (ISSUES[issue].length - 1)
    expect(alterations).toBe(values * Math.max(1, asking.length))
  })
  it('moves one column of all 39', () => {
    const before = cellsOf(assess(everythingMet, VIEWS), true)
    const views = VIEWS.map((view) =>
      view.readings.sovereignty.value === 'principle' ? altered(view, 'sovereignty', 'rule') : view,
    )
    const holder = VIEWS.find((view) => view.readings.sovereignty.value === 'principle')!.holder
      .code
    // By hand: the limb on territory is met under a rule, and not under a principle.
    const after = cellsOf(assess(everythingMet, views), true)
    expect(before.get(`${holder} tallinn-4-territory`)).toContain('not-satisfied')
    expect(after.get(`${holder} tallinn-4-territory`)).toMatch(/^satisfied/)
    expect(new Set(changed(before, after).map((key) => key.split(' ')[0]))).toEqual(
      new Set([holder]),
    )
  })
})

describe('the names of those who published a view', () => {
  it('are there in both languages, each once', () => {
    for (const lang of ['en', 'es'] as const) {
      const names = VIEWS.map(({ holder }) => holder.names?.[lang] ?? '')
      expect(names.filter((name) => name.trim() === '')).toEqual([])
      expect(new Set(names).size).toBe(VIEWS.length)
    }
  })

  it('stand in a Spanish sentence in Spanish, whoever is named there', () => {
    const differing = VIEWS.flatMap(({ holder }) =>
      holder.names && holder.names.en !== holder.names.es ? [holder.names.en] : [],
    )
    expect(differing.length).toBeGreaterThan(20)
    const { columns } = assess(quietModem, VIEWS)
    const named = columns.flatMap(({ conclusion: { words } }) =>
      [...words.es.matchAll(/(?:visión de|discutido por) ([^:;]+)/g)].flatMap(([, names]) =>
        names!.split(', '),
      ),
    )
    expect(named.length).toBeGreaterThan(VIEWS.length)
    expect(named.filter((name) => differing.includes(name))).toEqual([])
    const words = columns.map(({ conclusion }) => conclusion.words.es).join('\n')
    expect(words).toContain('según la visión de Alemania')
    expect(words).toMatch(/discutido por [^\n]*Reino Unido de Gran Bretaña e Irlanda del Norte/)
  })

  it('stand in a Spanish memorandum in Spanish', () => {
    const spanish = toMarkdown(memorandum(assess(quietModem, [...three, ...VIEWS]), { lang: 'es' }))
    expect(spanish).toContain('Países Bajos (Reino de los)')
    expect(spanish).not.toMatch(/^[|#-]* ?Germany|: Germany|; Germany|Netherlands \(Kingdom/m)
  })
})
