import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { readEvents, type Json } from './event.ts'
import { fromEvent } from './from-event.ts'
import { toEvents } from './to-event.ts'

const folder = sharedPath('data/misp-events')
const more = sharedPath('data/misp-formats/events')

const OPTIONS = {
  uuidOf: () => '00000000-0000-5000-8000-000000000000',
  org: { name: 'Alder', uuid: '3d1f0d6c-6d3c-4a53-9f6f-8a4b8f2b7c11' },
}

/** Lists without a member say nothing: an event may have them or not. */
const withoutEmpty = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => !(Array.isArray(one) && one.length === 0))
      .map(([name, one]) => [name, withoutEmpty(one)]),
  )
}

const triplets = sharedPath('data/misp-formats/misp-stix')

const files = [folder, more, triplets]
  .filter((path) => path !== undefined)
  .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
  .filter((path) => path.endsWith('.json') && hasEvent(path))

function hasEvent(path: string): boolean {
  try {
    return readEvents(readFileSync(path, 'utf8')).length > 0
  } catch {
    return false
  }
}

describe.skipIf(files.length === 0)(
  files.length === 0
    ? 'MISP events of others, left out: ../shared is not here'
    : 'events of ESET, CIRCL and others',
  () => {
    test('are those that were counted', () => {
      expect(files.filter((path) => path.startsWith(folder!))).toHaveLength(5)
      expect(files).toHaveLength(16)
    })
    test.each(files)('come back from STIX as they went in: %s', (path) => {
      for (const read of readEvents(readFileSync(path, 'utf8'))) {
        const { objects, report } = fromEvent(read)
        expect(report.filter(({ fate }) => fate === 'lost')).toEqual([])
        const events = toEvents(JSON.parse(JSON.stringify(objects)) as Json[], OPTIONS)
        expect(events).toHaveLength(1)
        expect(withoutEmpty(events[0]!.Event)).toEqual(withoutEmpty(read.raw))
        expect(events[0]!.report).toEqual([])
      }
    })
  },
)
