import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { compare, compareRanges, findScale, isOnScale, type ScaleValue, SCALES } from './scale.ts'

type Taxonomy = {
  predicates: { value: string }[]
  values?: { predicate: string; entry: { value: string; expanded: string }[] }[]
}
const taxonomy = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Taxonomy
const entriesOf = ({ values = [] }: Taxonomy, predicate: string) =>
  values.find((each) => each.predicate === predicate)!.entry

const icd = (value: string): ScaleValue => ({ scale: 'icd-203', version: '2015', value })
const phia = (value: string): ScaleValue => ({ scale: 'phia', version: '2025', value })
const tlp = (version: string, value: string): ScaleValue => ({ scale: 'tlp', version, value })

describe('the scale of ICD 203', () => {
  // Section D.6.e(2)(a) of the directive prints the seven bands side by side.
  it('has the seven bands that the directive prints', () => {
    const bands = findScale('icd-203', '2015')!.degrees.map(({ value, percent }) => [
      value,
      percent?.from,
      percent?.to,
    ])
    expect(bands).toEqual([
      ['almost no chance', 1, 5],
      ['very unlikely', 5, 20],
      ['unlikely', 20, 45],
      ['roughly even chance', 45, 55],
      ['likely', 55, 80],
      ['very likely', 80, 95],
      ['almost certain', 95, 99],
    ])
  })

  const path = sharedPath('data/misp-taxonomies/estimative-language.machinetag.json')
  it.skipIf(!path)('agrees with the taxonomy that restates it', () => {
    const { degrees } = findScale('icd-203', '2015')!
    const stated = entriesOf(taxonomy(path!), 'likelihood-probability').map(
      ({ value, expanded }) => [
        value,
        ...(/(\d+)-(\d+)%/.exec(expanded) ?? []).slice(1).map(Number),
      ],
    )
    expect(
      degrees.map(({ value, percent }) => [value.replaceAll(' ', '-'), percent?.from, percent?.to]),
    ).toEqual(stated)
    const levels = entriesOf(taxonomy(path!), 'confidence-in-analytic-judgment')
    expect(findScale('icd-203-confidence', '2015')!.degrees.map(({ value }) => value)).toEqual(
      levels.map(({ value }) => value),
    )
  })
})

describe('the yardstick of PHIA', () => {
  it('leaves the gaps that the publication leaves', () => {
    const { degrees } = findScale('phia', '2025')!
    expect(degrees.map(({ percent }) => [percent?.from, percent?.to])).toEqual([
      [0, 5],
      [10, 20],
      [25, 35],
      [40, 50],
      [55, 75],
      [80, 90],
      [95, 100],
    ])
  })
})

describe('the Admiralty scale', () => {
  it('always says source and information together', () => {
    const admiralty = (value: string) => isOnScale({ scale: 'admiralty', version: '1', value })
    expect(admiralty('B2')).toBe(true)
    expect(admiralty('B')).toBe(false)
    expect(admiralty('2')).toBe(false)
    expect(admiralty('2B')).toBe(false)
    expect(admiralty('G1')).toBe(false)
    expect(findScale('admiralty', '1')!.degrees).toHaveLength(36)
  })

  const path = sharedPath('data/misp-taxonomies/admiralty-scale.machinetag.json')
  it.skipIf(!path)('has every grade of the taxonomy that restates it, but its addition G', () => {
    const letters = entriesOf(taxonomy(path!), 'source-reliability').map(({ value }) => value)
    const digits = entriesOf(taxonomy(path!), 'information-credibility').map(({ value }) => value)
    const grades = letters
      .filter((letter) => letter !== 'g')
      .flatMap((letter) => digits.map((digit) => letter.toUpperCase() + digit))
    expect(findScale('admiralty', '1')!.degrees.map(({ value }) => value)).toEqual(grades)
  })

  it('ranks no grade above another', () => {
    const [a1, f6] = ['A1', 'F6'].map((value) => ({ scale: 'admiralty', version: '1', value }))
    expect(compare(a1!, f6!)).toBe('incomparable')
    expect(compare(a1!, a1!)).toBe('equal')
  })
})

describe('the Traffic Light Protocol', () => {
  it('gets stricter from CLEAR to RED', () => {
    expect(compare(tlp('2.0', 'TLP:CLEAR'), tlp('2.0', 'TLP:GREEN'))).toBe('below')
    expect(compare(tlp('2.0', 'TLP:AMBER+STRICT'), tlp('2.0', 'TLP:AMBER'))).toBe('above')
    expect(compare(tlp('2.0', 'TLP:AMBER+STRICT'), tlp('2.0', 'TLP:RED'))).toBe('below')
  })

  it('reads WHITE of the first version as CLEAR of the second', () => {
    expect(compare(tlp('1.0', 'TLP:WHITE'), tlp('2.0', 'TLP:CLEAR'))).toBe('equal')
    expect(compare(tlp('2.0', 'TLP:RED'), tlp('1.0', 'TLP:WHITE'))).toBe('above')
    expect(isOnScale(tlp('2.0', 'TLP:WHITE'))).toBe(false)
    expect(isOnScale(tlp('1.0', 'TLP:AMBER+STRICT'))).toBe(false)
  })

  const path = sharedPath('data/misp-taxonomies/tlp.machinetag.json')
  it.skipIf(!path)('has the labels of the taxonomy that restates it, but its additions', () => {
    const stated = taxonomy(path!)
      .predicates.map(({ value }) => `TLP:${value.toUpperCase()}`)
      .filter((label) => !['TLP:EX:CHR', 'TLP:UNCLEAR', 'TLP:WHITE'].includes(label))
    const labels = findScale('tlp', '2.0')!.degrees.map(({ value }) => value)
    expect(labels.toSorted()).toEqual(stated.toSorted())
  })
})

describe('a value', () => {
  it('stands on a scale only with its scale, its version and its exact word', () => {
    expect(isOnScale(icd('very likely'))).toBe(true)
    expect(isOnScale({ scale: 'icd-203-confidence', version: '2015', value: 'high' })).toBe(true)
    expect(isOnScale(icd('Very likely'))).toBe(false)
    expect(isOnScale(icd('highly probable'))).toBe(false)
    expect(isOnScale({ ...icd('likely'), version: '2022' })).toBe(false)
    expect(isOnScale({ ...icd('likely'), scale: 'constructor' })).toBe(false)
    expect(isOnScale(phia('very likely'))).toBe(false)
  })

  it('stands once on its scale, and each scale and version once in the lexicon', () => {
    const keys = SCALES.map(({ id, version }) => `${id}@${version}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { id, degrees } of SCALES)
      expect(new Set(degrees.map(({ value }) => value)).size, id).toBe(degrees.length)
  })

  it('becomes in a later version only what that version has', () => {
    for (const { degrees } of SCALES)
      for (const { becomes } of degrees) if (becomes) expect(isOnScale(becomes)).toBe(true)
  })
})

describe('two values', () => {
  it('of one scale are compared by its order, though their bands touch', () => {
    expect(compare(icd('likely'), icd('very likely'))).toBe('below')
    expect(compare(icd('almost certain'), icd('very likely'))).toBe('above')
  })

  it.each([
    // 55-75 within 55-80; 40 to under 50 across 45-55; 80-90 begins where 55-80 ends; 95-99 within 95-100
    ['likely', 'likely', 'inside'],
    ['realistic possibility', 'roughly even chance', 'overlaps'],
    ['highly likely', 'likely', 'above'],
    ['almost certain', 'almost certain', 'around'],
    ['unlikely', 'unlikely', 'inside'],
    ['remote chance', 'almost no chance', 'around'],
    ['highly unlikely', 'likely', 'below'],
  ] as const)('of two scales are compared by range: “%s” to “%s” is %s', (one, other, is) => {
    expect(compare(phia(one), icd(other))).toBe(is)
  })

  it.each([
    [[40, 50], [40, 50], 'equal'],
    [[40, 50], [40, 60], 'inside'],
    [[30, 50], [40, 50], 'around'],
    [[30, 60], [40, 50], 'around'],
    [[30, 45], [40, 50], 'overlaps'],
    [[30, 40], [40, 50], 'below'],
    [[50, 60], [40, 50], 'above'],
  ] as const)('by range, %j beside %j is %s', ([from, to], [low, high], is) => {
    expect(compareRanges({ from, to }, { from: low, to: high })).toBe(is)
  })

  it('are not compared where the sources give no ranges', () => {
    const high = { scale: 'icd-203-confidence', version: '2015', value: 'high' }
    expect(compare(high, { scale: 'phia-confidence', version: '2025', value: 'high' })).toBe(
      'incomparable',
    )
    expect(compare(icd('likely'), high)).toBe('incomparable')
    expect(compare(icd('likely'), icd('perhaps'))).toBe('incomparable')
  })

  it('say of each other the converse', () => {
    const converse = {
      equal: 'equal',
      below: 'above',
      above: 'below',
      inside: 'around',
      around: 'inside',
      overlaps: 'overlaps',
      incomparable: 'incomparable',
    } as const
    const values = SCALES.flatMap(({ id, version, degrees }) =>
      degrees.map(({ value }) => ({ scale: id, version, value })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...values), fc.constantFrom(...values), (one, other) => {
        expect(compare(other, one)).toBe(converse[compare(one, other)])
      }),
      { numRuns: 2000 },
    )
  })
})
