import { expect, test } from 'vitest'
import type { Status } from '@entente/taxii'
import { completed } from './push.ts'

const PENDING: Status = {
  id: 'x',
  status: 'pending',
  total_count: 1,
  success_count: 0,
  failure_count: 0,
  pending_count: 1,
}

test('a run waits once for a status that never is complete, and for the next one not any more', async () => {
  let asked = 0
  const waiting = {
    running: { remote: { root: '/' }, stopping: new AbortController().signal },
    client: { status: () => Promise.resolve(((asked += 1), PENDING)) },
    patience: { polls: 2 },
  }
  expect(await completed(waiting, PENDING)).toEqual(PENDING)
  expect(await completed(waiting, PENDING)).toEqual(PENDING)
  expect(asked).toBe(2)
})

test('whoever waits for a status ends when the run is to end', async () => {
  const waiting = {
    running: { remote: { root: '/' }, stopping: AbortSignal.abort() },
    client: { status: () => Promise.resolve(PENDING) },
    patience: { polls: 60 },
  }
  await expect(completed(waiting, PENDING)).rejects.toThrow(/abort/i)
})
