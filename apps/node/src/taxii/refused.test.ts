import { describe, expect, test } from 'vitest'
import type { Status, StatusDetails } from '@entente/taxii'
import { refusedOf } from './refused.ts'

const SENT = [
  { object: 'tool--1', said: '2026-01-01T00:00:00Z' },
  { object: 'tool--1', said: '2026-02-01T00:00:00Z' },
  { object: 'ipv4-addr--2', said: '2026-11-24T09:00:00.000001Z' },
  { object: 'tool--3', said: '2026-03-01T00:00:00Z' },
] as const

const status = (
  failed: number,
  failures: StatusDetails[],
  successes: StatusDetails[] = [],
): Status => ({
  id: 'x',
  status: 'complete',
  total_count: SENT.length,
  success_count: SENT.length - failed,
  failure_count: failed,
  pending_count: 0,
  failures,
  successes,
})
const refused = (of: Status) => [...refusedOf(SENT, of).keys()].map((one) => SENT.indexOf(one))

describe('what a server did not take', () => {
  test('is not known of any where it only counts some, and is where it counts all', () => {
    const unsure = (of: Status) => [...refusedOf(SENT, of).values()].map((one) => one.unsure)
    expect(unsure(status(1, []))).toEqual([true, true, true, true])
    expect(unsure(status(4, []))).toEqual(Array.from({ length: 4 }, () => undefined))
    expect(unsure(status(1, [{ id: 'tool--3', version: SENT[3].said }]))).toEqual([undefined])
  })
  test.each([
    ['is what it names', status(1, [{ id: 'tool--1', version: SENT[1].said }]), [1]],
    [
      'is the same version in other words',
      status(1, [{ id: 'tool--1', version: '2026-02-01T00:00:00.000000Z' }]),
      [1],
    ],
    [
      'is every version of it where the version named is none that was sent',
      status(1, [{ id: 'ipv4-addr--2', version: '1970-01-01T00:00:00Z' }]),
      [2],
    ],
    [
      'is every version of it where no version is named',
      status(1, [{ id: 'tool--1', version: '' }]),
      [0, 1],
    ],
    ['may be any of them where it only counts', status(1, []), [0, 1, 2, 3]],
    [
      'may be any of them where it names another',
      status(1, [{ id: 'tool--9', version: '' }]),
      [0, 1, 2, 3],
    ],
    [
      'may be any but those it says it took',
      status(
        1,
        [],
        SENT.slice(1).map(({ object: id, said: version }) => ({ id, version })),
      ),
      [0],
    ],
    ['is nothing where it took all', status(0, []), []],
  ])('%s', (_, of, expected) => {
    expect(refused(of).toSorted((a, b) => a - b)).toEqual(expected)
  })
})
