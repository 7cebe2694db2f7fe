import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { readBundle, type SetAside } from './bundle.ts'
import { StixError } from './error.ts'
import { parsePattern } from './pattern.ts'
import { validateObject } from './validate.ts'

type Json = Readonly<Record<string, unknown>>

const textOf = (file: string) => {
  const bytes = readFileSync(file)
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
}
const objectsIn = (file: string) =>
  (JSON.parse(textOf(file)) as { readonly objects?: readonly Json[] }).objects ?? []
const filesIn = (folder: string, like: RegExp) =>
  readdirSync(folder)
    .filter((name) => like.test(name))
    .map((name) => join(folder, name))
const faultsIn = (objects: readonly Json[]) =>
  objects.flatMap((object) =>
    validateObject(object, { advice: false }).map(({ section, path }) => `${section} ${path}`),
  )

const data = sharedPath('data')
describe.skipIf(!data)(
  data ? 'published STIX' : 'published STIX, left out: ../shared is not here',
  () => {
    it.each([
      ['mitre-attack', /stix21\.json\.gz$/, 33_004],
      ['cisa-stix21', /stix21\.json$/, 25],
      ['misp-formats/misp-stix', /stix21\.json$/, 74],
      ['oasis-stix21-examples', /^(?!medallion|sco-|interop|LICENSE).*\.json$/, 321],
    ])('conforms: %s', (folder, like, count) => {
      const objects = filesIn(join(data!, folder), like).flatMap(objectsIn)
      expect([objects.length, faultsIn(objects)]).toEqual([count, []])
    })

    it('conforms in Attack Flow but for three URLs that were made harmless and do not say so', () => {
      const files = filesIn(join(data!, 'attack-flow/stix21'), /\.json$/)
      expect(faultsIn(files.flatMap(objectsIn))).toEqual(
        Array.from({ length: 3 }, () => '6.15 .value'),
      )
    })

    it('says which version it is in the bundle, where STIX 2.1 has no place for it', () => {
      const aside: SetAside[] = []
      const reader = readBundle(() => {}, { onSetAside: (object) => void aside.push(object) })
      reader.push(readFileSync(join(data!, 'attack-flow/stix21/NotPetya.json')))
      expect(reader.end().notKept).toEqual(['spec_version', 'created', 'modified'])
      expect(aside).toEqual([])
    })

    it('is refused where it is a list of observables and no bundle', () => {
      const reader = readBundle(() => {})
      const bytes = readFileSync(join(data!, 'oasis-stix21-examples/sco-examples-bundle.json'))
      expect(() => reader.push(bytes)).toThrow(StixError)
    })

    it('has patterns that are read, compound ones too', () => {
      const files = [
        ...filesIn(join(data!, 'cisa-stix21'), /stix21\.json$/),
        ...filesIn(join(data!, 'misp-formats/misp-stix'), /stix21\.json$/),
        join(data!, 'oasis-stix21-examples/apt1.json'),
        join(data!, 'oasis-stix21-examples/poisonivy.json'),
      ]
      const patterns = files
        .flatMap(objectsIn)
        .filter(({ pattern_type: type }) => type === 'stix')
        .map(({ pattern }) => String(pattern))
      expect(patterns.length).toBeGreaterThan(50)
      expect(patterns.filter((pattern) => pattern.includes(' AND ')).length).toBeGreaterThan(3)
      for (const pattern of patterns) expect(() => parsePattern(pattern)).not.toThrow()
    })
  },
)
