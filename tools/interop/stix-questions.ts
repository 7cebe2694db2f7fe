import fc from 'fast-check'
import { GOOD, ID } from '../../packages/stix/test/example-objects.ts'

export type Json = Readonly<Record<string, unknown>>

/** Values that are right in one place and wrong in another. */
const VALUES: readonly unknown[] = [
  'a',
  '',
  'tcp',
  'TLP',
  5,
  -1,
  0.5,
  70_000,
  true,
  false,
  null,
  [],
  ['a'],
  [1],
  {},
  { a: 'b' },
  { 'a b': 'c' },
  { MD5: 'd41d8cd98f00b204e9800998ecf8427e' },
  { MD5: 'zz' },
  '2026-11-02T09:00:00.000Z',
  '2026-11-02T09:00:00Z',
  '2026-11-03T09:00:00.000001Z',
  '2026-11-02 09:00:00Z',
  '2026-02-30T09:00:00.000Z',
  'en',
  'es-MX',
  '192.0.2.1',
  '2001:db8::1',
  'a@alder.example',
  'https://alder.example/a',
  '0badf00d',
  'YWxkZXI=',
  `identity--${ID}`,
  `file--${ID}`,
  `url--${ID}`,
  `relationship--${ID}`,
  [`identity--${ID}`],
  [`url--${ID}`],
  [`relationship--${ID}`],
  [`marking-definition--${ID}`],
]

const types = Object.keys(GOOD)
const change = (type: string) =>
  fc.tuple(
    fc.constantFrom(
      ...Object.keys(GOOD[type]!),
      'labels',
      'lang',
      'confidence',
      'revoked',
      'x_own',
      'defanged',
      'created_by_ref',
      'object_marking_refs',
      'description',
      'first_seen',
    ),
    fc.oneof(fc.constant(undefined), fc.constantFrom(...VALUES)),
  )

/** An object of one of the types, right in all but a place or two, or in all. */
const changed: fc.Arbitrary<Json> = fc
  .constantFrom(...types)
  .chain((type) =>
    fc
      .array(change(type), { maxLength: 2 })
      .map((changes) =>
        Object.fromEntries(
          [...Object.entries(GOOD[type]!), ...changes].filter(
            ([key, value], at, all) =>
              value !== undefined || !all.slice(at).some(([other]) => other === key),
          ),
        ),
      ),
  )

export const objects = (seed: number, count: number): readonly Json[] =>
  fc
    .sample(changed, { seed, numRuns: count })
    .map((object) => JSON.parse(JSON.stringify(object)) as Json)
    .filter((object) => typeof object['type'] === 'string' && types.includes(object['type']))

/** Observables with whatever their ids are made of. */
const observable: fc.Arbitrary<Json> = fc.oneof(
  ...(
    [
      ['ipv4-addr', { value: fc.ipV4() }],
      ['domain-name', { value: fc.string({ unit: 'binary' }) }],
      ['autonomous-system', { number: fc.maxSafeInteger() }],
      ['mutex', { name: fc.string({ unit: 'grapheme' }) }],
      ['software', { name: fc.string(), version: fc.string(), vendor: fc.string() }],
      [
        'file',
        {
          name: fc.string({ unit: 'grapheme' }),
          hashes: fc
            .subarray(HASHES())
            .filter((all) => all.length > 0)
            .map((all) => Object.fromEntries(all)),
        },
      ],
      ['user-account', { user_id: fc.string(), account_login: fc.string() }],
      [
        'windows-registry-key',
        {
          key: fc.string(),
          values: fc.array(fc.record({ name: fc.string(), data: fc.string() }), {
            minLength: 1,
            maxLength: 3,
          }),
        },
      ],
      [
        'network-traffic',
        {
          src_ref: fc.constant(`ipv4-addr--${ID}`),
          src_port: fc.nat(65_535),
          protocols: fc.constant(['tcp']),
          start: fc.constantFrom(
            '2026-11-02T09:00:00Z',
            '2026-11-02T09:00:00.000Z',
            '2026-11-02T09:00:00.123Z',
            '2026-11-02T09:00:00.100Z',
          ),
        },
      ],
      [
        'x509-certificate',
        { serial_number: fc.string(), hashes: fc.constant({ 'SHA-256': 'ab'.repeat(32) }) },
      ],
    ] as const
  ).map(([type, properties]) =>
    fc.record({ type: fc.constant(type), ...properties } as Record<string, fc.Arbitrary<unknown>>),
  ),
)

function HASHES(): [string, string][] {
  return [
    ['MD5', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['SHA-1', 'ab'.repeat(20)],
    ['SHA-256', 'ab'.repeat(32)],
    ['SHA-512', 'ab'.repeat(64)],
    ['SHA3-256', 'cd'.repeat(32)],
  ]
}

export const observables = (seed: number, count: number): readonly Json[] =>
  fc.sample(observable, { seed, numRuns: count })
