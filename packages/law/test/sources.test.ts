import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { RULES } from '../src/countermeasure.ts'
import { ISSUES, type Issue, type Reading } from '../src/view.ts'
import { VIEWS } from '../src/views/views.ts'
import { MADE_FROM } from './made-from.ts'
import { type Researched, researchedRules, researchedViews, sourceKeys } from './research.ts'

const textOf = (file: string): string | undefined => {
  const path = sharedPath(`law/${file}`)
  return path === undefined ? undefined : readFileSync(path, 'utf8')
}
const positions = textOf('national-positions.yaml')
const collective = textOf('collective-countermeasures.md')
const rulesBase = textOf('responsibility-rules.yaml')

const dashed = (word = 'none'): string => word.replaceAll('_', '-')

/** As a view writes a source out: its keys in words, and no place in somebody’s files. */
const plain = (source: string, keys: ReadonlyMap<string, string> = new Map()): string =>
  [...keys, ['GCLP', 'Global Cyber Law Project'] as const]
    .reduce(
      (text, [key, words]) =>
        text.replaceAll(new RegExp(`(?<![\\w-])${key}(?![\\w-])`, 'g'), words),
      source,
    )
    .replaceAll(/ \(github:[^)]*\)/g, '')

const isIssue = (issue: string): issue is Issue => Object.hasOwn(ISSUES, issue)

const readingOf = ({ holder, issue }: Researched): Reading | undefined =>
  isIssue(issue) ? VIEWS.find((view) => view.holder.code === holder)?.readings[issue] : undefined

describe.skipIf(positions === undefined || collective === undefined)(
  'each value of a published view',
  () => {
    const researched = researchedViews(positions ?? '')
    const keys = sourceKeys(positions ?? '')
    it('is found in the research, all of them', () => {
      expect(researched).toHaveLength(507 + 117)
      expect(keys.size).toBe(12)
      expect(researched.filter((one) => readingOf(one) === undefined)).toEqual([])
    })
    it.each(VIEWS.map(({ holder }) => [holder.code] as const))(
      '%s: has the source, pinpoint, basis, reliability and words of the research',
      (code) => {
        for (const one of researched.filter(({ holder }) => holder === code)) {
          const reading = readingOf(one)
          const at = `${code} ${one.issue}`
          const { source = 'none', pinpoint, basis, reliability, paraphrase } = one.fields
          if (reading === undefined || reading.value === 'unknown') {
            expect([at, one.fields['value']]).toEqual([at, 'unknown'])
            continue
          }
          expect([at, reading.basis, reading.reliability]).toEqual([
            at,
            dashed(basis),
            dashed(reliability),
          ])
          expect([at, reading.says]).toEqual([at, { en: paraphrase, es: expect.any(String) }])
          const pin = pinpoint === 'null' ? undefined : pinpoint
          expect([at, reading.pinpoint && plain(reading.pinpoint)]).toEqual([
            at,
            pin && plain(pin, keys),
          ])
          if (source.startsWith('see collective-countermeasures.md'))
            standsInRow(at, source, reading.source)
          else expect([at, plain(reading.source)]).toEqual([at, plain(source, keys)])
        }
      },
    )
    /** Every address of the source stands in the row that the research refers to. */
    function standsInRow(at: string, refers: string, source: string): void {
      const name = /row (.*)$/.exec(refers)?.[1]
      const row = collective?.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? ''
      const cited = source.match(/https?:\/\/[^\s;,]+/g) ?? []
      expect([at, cited.length > 0]).toEqual([at, true])
      for (const address of cited) expect([at, row.includes(address)]).toEqual([at, true])
      for (const page of source.match(/(?<=Spacil 2023, p\. )\d+/g) ?? [])
        expect([at, row.includes(`p.${page}`)]).toEqual([at, true])
    }
  },
)

describe('a reading that is only coded in a table', () => {
  it('names that table with its source, and not the paper alone', () => {
    const coded = VIEWS.flatMap(({ holder, readings }) =>
      Object.entries(readings).flatMap(([issue, reading]) =>
        reading.value !== 'unknown' &&
        reading.basis !== 'entered' &&
        /\b(?:Coded|coded|coding)\b/.test(reading.says.en)
          ? [[`${holder.code} ${issue}`, `${reading.source} ${reading.pinpoint ?? ''}`] as const]
          : [],
      ),
    )
    expect(coded.length).toBeGreaterThan(10)
    expect(coded.filter(([, source]) => !source.includes('Global Cyber Law Project'))).toEqual([])
  })
  it('gives a paper the address of that paper', () => {
    const { documents, readings } = VIEWS.find(({ holder }) => holder.code === 'FR')!
    const shared = documents.find(({ url }) => url.startsWith('https://perma.cc/'))!
    expect(shared.date).toBe('2021')
    const ofOthers = Object.values(readings).flatMap(({ source }) =>
      source.split('; ').filter((part) => part.includes(shared.url) && !part.includes(shared.date)),
    )
    expect(ofOthers).toEqual([])
  })
})

// By hand: which works of the research stand for an instrument; the commentary goes by its articles.
const REFS: Readonly<Record<string, readonly string[]>> = {
  'Articles on Responsibility of States for Internationally Wrongful Acts (2001)': [
    'ARSIWA',
    'ARSIWA-C',
  ],
  'Report of the UN Group of Governmental Experts, A/70/174 (2015)': ['GGE15'],
  'Tallinn Manual 2.0 on the International Law Applicable to Cyber Operations (2017)': ['TM2'],
  'International Court of Justice': ['NIC', 'CORFU', 'BOS'],
  'Charter of the United Nations': ['CHARTER'],
  // The research names the convention in the pinpoint of its entry.
  'Vienna Convention on Diplomatic Relations (1961)': ['ARSIWA'],
  'Council Regulation 2019/796 on cyber-attacks': ['CFSP797'],
  'Council Decision (CFSP) 2019/797 on cyber-attacks': ['CFSP797'],
  'Treaty on the Functioning of the European Union': ['TFEU'],
  'Treaty on European Union': ['TEU'],
  'North Atlantic Treaty (1949)': ['NAT'],
  'Revised Implementing Guidelines of the Cyber Diplomacy Toolbox': ['CDT23'],
}

/** Provisions that the rules base does not name in the entry, and where they are from. */
const APART: Readonly<Record<string, string>> = {
  'gge-2015-28-f': 'A-13 cites Spacil, p. 91, and PROB, which quote paragraph 28(f)',
  'arsiwa-46':
    'CC-02 cites Jackson & Paddeu alone; the article is the one on several injured States',
  'arsiwa-47':
    'CC-02 cites Jackson & Paddeu alone; the article is the one on several responsible States',
  'arsiwa-54-on-behalf': 'CC-04 cites Spacil, p. 105, which is on Article 54',
  retorsion: 'RT-01: custom, which has no provision',
  'listing-reasons': 'RT-02 cites the regulation; the duty to give reasons is of the Treaty',
  'listing-file': 'RT-02 cites the regulation; review by the Court is of the Treaty',
  'eu-2019-796-13-2':
    'RT-02 cites Articles 1 to 6; Article 13 was read in a summary, as its source says',
  'eu-2019-796-13-3':
    'RT-02 cites Articles 1 to 6; Article 13 was read in a summary, as its source says',
  'eu-2019-796-13-4':
    'RT-02 cites Articles 1 to 6; Article 13 was read in a summary, as its source says',
}

const numbersIn = (text: string): readonly string[] =>
  text.replaceAll(/\b(?:19|20)\d\d\b/g, '').match(/\d+(?:\(\w+\))*/g) ?? []

/** Whether the pinpoints name a provision: itself, the whole that it is of, or a range of such. */
function isNamed(provision: string, pinpoints: string): boolean {
  const named = new Set(numbersIn(pinpoints))
  const whole = provision.replace(/\(.*/, '')
  if (named.has(provision) || named.has(whole)) return true
  return [...pinpoints.matchAll(/(\d+)-(\d+)/g)].some(
    ([, from, to]) => Number(from) <= Number(whole) && Number(whole) <= Number(to),
  )
}

describe.skipIf(rulesBase === undefined)('what each rule cites', () => {
  const entries = researchedRules(rulesBase ?? '')
  const isCited = (rule: (typeof RULES)[number]): boolean => {
    const { instrument, provision } = rule.source
    const from = MADE_FROM[rule.id] ?? ''
    if (instrument === 'Rules of this law base') return provision === from
    const refs = entries.get(from)?.refs.filter(({ ref }) => REFS[instrument]?.includes(ref)) ?? []
    const pinpoints = refs.map(({ pinpoint }) => pinpoint).join('; ')
    if (refs.length > 0 && pinpoints === 'whole') return true
    if (provision === 'Part IV') return pinpoints.includes(provision)
    const numbers = numbersIn(provision)
    return numbers.length > 0 && numbers.every((number) => isNamed(number, pinpoints))
  }
  it('has 83 entries, each with what it rests on', () => {
    expect(entries.size).toBe(83)
  })
  it.each(RULES.filter(({ id }) => !(id in APART)).map((rule) => [rule.id, rule] as const))(
    '%s: a provision that its entry of the rules base names',
    (_id, rule) => {
      expect(isCited(rule)).toBe(true)
    },
  )
  it('is set apart by name where the entry does not name it, and nowhere else', () => {
    const apart = RULES.filter((rule) => !isCited(rule)).map(({ id }) => id)
    expect(apart.toSorted()).toEqual(Object.keys(APART).toSorted())
  })
  it('would be found where it was invented', () => {
    const [rule] = RULES.filter(({ id }) => id === 'arsiwa-8')
    expect(rule && isCited({ ...rule, source: { ...rule.source, provision: 'Article 58' } })).toBe(
      false,
    )
    expect(rule && isCited({ ...rule, source: { ...rule.source, instrument: 'None' } })).toBe(false)
  })
})
