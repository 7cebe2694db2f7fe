import { globSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { writeNavigator, type Thing } from './index.ts'

type Json = Readonly<Record<string, unknown>>
type Kind = 'string' | 'number' | 'boolean' | ((value: unknown) => readonly string[])
type Rules = Readonly<Record<string, readonly [kind: Kind, required: 'yes' | 'no']>>

/**
 * The tables of layer format 4.5 (https://github.com/mitre-attack/attack-navigator, layers/LAYERFORMATv4_5.md), as far as
 * layers of ours have what is in them. A property that no table has is a fault.
 */
const faultsOf = (rules: Rules) => (value: unknown) =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? ['no object']
    : [
        ...Object.keys(value)
          .filter((name) => !Object.hasOwn(rules, name))
          .map((name) => `${name}: not in the table`),
        ...Object.entries(rules).flatMap(([name, [kind, required]]) => {
          const one = (value as Json)[name]
          if (one === undefined) return required === 'yes' ? [`${name}: missing`] : []
          if (typeof kind === 'function') return kind(one).map((fault) => `${name}.${fault}`)
          return typeof one === kind ? [] : [`${name}: no ${kind}`]
        }),
      ]
const listOf = (kind: (value: unknown) => readonly string[]) => (value: unknown) =>
  Array.isArray(value) ? value.flatMap(kind) : ['no list']
const like = (pattern: RegExp) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? [] : [`${JSON.stringify(value)} is none`]

const layer = faultsOf({
  name: ['string', 'yes'],
  description: ['string', 'no'],
  domain: [like(/^(?:enterprise|mobile|ics)-attack$/), 'yes'],
  versions: [
    faultsOf({
      attack: ['string', 'no'],
      // “Must be at least "4.9.0"”, “Must be "4.5"”.
      navigator: [like(/^(?:4\.9|[5-9]\.\d+)\.\d+$/), 'yes'],
      layer: [like(/^4\.5$/), 'yes'],
    }),
    'no',
  ],
  sorting: [(value) => ([0, 1, 2, 3].includes(value as number) ? [] : ['no order']), 'no'],
  techniques: [
    listOf(
      faultsOf({
        techniqueID: [like(/^T\d{4}(?:\.\d{3})?$/), 'yes'],
        score: ['number', 'no'],
        comment: ['string', 'no'],
        metadata: [listOf(faultsOf({ name: ['string', 'yes'], value: ['string', 'yes'] })), 'no'],
        links: [
          listOf(faultsOf({ label: ['string', 'yes'], url: [like(/^https:\/\//), 'yes'] })),
          'no',
        ],
      }),
    ),
    'no',
  ],
  gradient: [
    (value) => [
      ...faultsOf({
        colors: [listOf(like(/^#[\da-f]{6}$/i)), 'yes'],
        minValue: ['number', 'yes'],
        maxValue: ['number', 'yes'],
      })(value),
      ...((value as { minValue: number }).minValue < (value as { maxValue: number }).maxValue
        ? []
        : ['maxValue: not greater']),
      ...((value as { colors: readonly string[] }).colors.length < 2 ? ['colors: too few'] : []),
    ],
    'no',
  ],
})
const written = (things: readonly Thing[]) => {
  const value = JSON.parse(new TextDecoder().decode(writeNavigator(things).bytes)) as unknown
  return Array.isArray(value) ? (value as readonly Json[]) : [value as Json]
}

describe('a layer of ATT&CK Navigator keeps to the published tables of its format', () => {
  it('where an object says anything that it should not', () => {
    const technique = (id: string, more: object): Thing => ({
      tlp: 'TLP:GREEN',
      object: {
        type: 'attack-pattern',
        id: `attack-pattern--0b0c0d0e-0000-4000-8000-${id.replaceAll(/\D/g, '').padStart(12, '0')}`,
        external_references: [{ source_name: 'mitre-attack', external_id: id, ...more }],
      },
    })
    const things = [
      technique('T1485', { url: 'javascript:alert(1)' }),
      technique('T1566.001', { url: 7 }),
      technique('T99999', {}),
      technique('T1001', { url: 'https://a.example/"onload=' }),
      {
        tlp: '',
        object: {
          type: 'relationship',
          id: 7,
          relationship_type: 'uses',
          source_ref: {},
          target_ref: [],
        },
      },
    ]
    const all = written(things)
    expect(all.flatMap(layer)).toEqual([])
    expect(
      all
        .flatMap(({ techniques }) => techniques as readonly Json[])
        .map(({ techniqueID }) => techniqueID),
    ).toEqual(['T1001', 'T1485', 'T1566.001'])
  })

  const attack = sharedPath('data/mitre-attack')
  it.skipIf(attack === undefined)('for all of ATT&CK enterprise', () => {
    const things = globSync(`${attack}/enterprise-*-core-*.gz`).flatMap((file) =>
      (
        JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
          readonly objects: readonly Json[]
        }
      ).objects.map((object): Thing => ({ object, tlp: 'TLP:CLEAR' })),
    )
    const all = written(things)
    expect(all.flatMap(layer)).toEqual([])
    // The count that the README of the published files has.
    expect((all[0]!['techniques'] as readonly Json[]).length).toBe(691)
  })

  it('and is found out where it does not', () => {
    expect(layer({ name: 'a', domain: 'mitre-enterprise', x: 1 })).toEqual([
      'x: not in the table',
      'domain."mitre-enterprise" is none',
    ])
    expect(layer({ name: 'a', domain: 'ics-attack', techniques: [{ score: '7' }] })).toEqual([
      'techniques.techniqueID: missing',
      'techniques.score: no number',
    ])
  })
})
