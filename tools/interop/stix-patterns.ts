import fc from 'fast-check'
import type { Json } from './stix-questions.ts'

const path = fc.constantFrom(
  'ipv4-addr:value',
  'domain-name:value',
  'file:name',
  'file:size',
  "file:hashes.'SHA-256'",
  'network-traffic:src_port',
  'process:x_none',
)
const constant = fc.constantFrom(
  "'198.51.100.7'",
  "'kiln.alder.example'",
  "'kiln.exe'",
  '12',
  '443',
  'true',
  "t'2026-11-02T09:00:00Z'",
  `'${'ab'.repeat(32)}'`,
  "'zz'",
)
const operator = fc.constantFrom('=', '!=', '<', '>=', 'LIKE', 'MATCHES', 'ISSUBSET', 'ISSUPERSET')
const comparison = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(path, operator, constant).map((all) => all.join(' ')) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(path, constant, constant)
      .map(([at, one, other]) => `${at} IN (${one}, ${other})`),
  },
  { weight: 1, arbitrary: path.map((at) => `EXISTS ${at}`) },
)
const test = fc.oneof(
  { weight: 3, arbitrary: comparison },
  {
    weight: 1,
    arbitrary: fc
      .tuple(comparison, fc.constantFrom('AND', 'OR'), comparison)
      .map((all) => all.join(' ')),
  },
)
const observation = fc.oneof(
  { weight: 4, arbitrary: test.map((one) => `[${one}]`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(test, fc.constantFrom('AND', 'OR', 'FOLLOWEDBY'), test)
      .map(([one, join, other]) => `[${one}] ${join} [${other}]`),
  },
  { weight: 1, arbitrary: test.map((one) => `[${one}] REPEATS 2 TIMES`) },
  { weight: 1, arbitrary: test.map((one) => `([${one}] AND [${one}]) WITHIN 60 SECONDS`) },
)
/** Right, or with a character too few. */
const written = fc.oneof(
  { weight: 5, arbitrary: observation },
  {
    weight: 1,
    arbitrary: fc
      .tuple(observation, fc.nat())
      .map(
        ([whole, at]) => whole.slice(0, at % whole.length) + whole.slice((at % whole.length) + 1),
      ),
  },
)

export const patterns = (seed: number, count: number): readonly string[] =>
  fc.sample(written, { seed, numRuns: count })

const uuid = (number: number) => `0b7f3a52-5d0f-4c3b-9d8e-00000000000${number}`
const OBSERVABLES: readonly Json[] = [
  { type: 'ipv4-addr', id: `ipv4-addr--${uuid(1)}`, value: '198.51.100.7' },
  { type: 'domain-name', id: `domain-name--${uuid(2)}`, value: 'kiln.alder.example' },
  {
    type: 'file',
    id: `file--${uuid(3)}`,
    name: 'kiln.exe',
    size: 12,
    hashes: { 'SHA-256': 'ab'.repeat(32) },
  },
  { type: 'network-traffic', id: `network-traffic--${uuid(4)}`, src_port: 443, protocols: ['tcp'] },
].map((object) => ({ spec_version: '2.1', ...object }))

/** Three observations, twenty seconds apart, each with the objects that were seen. */
export const OBSERVED: readonly (readonly Json[])[] = [[0, 1], [2], [0, 3]].map((places, at) => {
  const objects = places.map((place) => OBSERVABLES[place]!)
  const time = `2026-11-02T09:00:${at * 2}0Z`
  const observed = {
    type: 'observed-data',
    spec_version: '2.1',
    id: `observed-data--${uuid(5 + at)}`,
    created: '2026-11-02T09:00:00.000Z',
    modified: '2026-11-02T09:00:00.000Z',
    first_observed: time,
    last_observed: time,
    number_observed: 1,
    object_refs: objects.map(({ id }) => id),
  }
  return [observed, ...objects]
})
