import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ActId, CharterId } from '@entente/accord'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import type { Database } from '../platform/db/index.ts'
import { incidentMigrations, reportStore } from './report-store.ts'
import type { ReportDraft, ReportStore } from './store.ts'

const line = `sha256:${'1'.repeat(64)}` as CharterId
const draft = (id: string, more: Partial<ReportDraft> = {}): ReportDraft => ({
  id,
  line,
  incident: 'xo-1',
  regime: 'nis2',
  stage: 'early-warning',
  said: { title: 'Modems «silent»' },
  author: 'security',
  updatedAt: '2026-11-24T14:00:00Z',
  state: 'drafted',
  ...more,
})

/** What every store of reports promises. */
describe.each(STORE_KINDS)('drafts of reports, kept in $name', ({ empty }) => {
  let place: EmptyStore
  let database: Database
  let store: ReportStore
  const again = async () => {
    await database.close()
    database = await place.open(incidentMigrations)
    store = reportStore(database)
  }
  beforeEach(async () => {
    place = await empty()
    database = await place.open(incidentMigrations)
    store = reportStore(database)
  })
  afterEach(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })

  test('are found again as they were, the oldest first, after the node stopped', async () => {
    const ordered = { payload: '{}', act: `sha256:${'2'.repeat(64)}` as ActId, by: 'x', at: 'now' }
    await store.put(draft('b'))
    await store.put(draft('a', { state: 'waiting', ordered }))
    await store.put(draft('b', { said: { title: 'changed' } }))
    await again()
    expect(await store.drafts()).toEqual([
      draft('b', { said: { title: 'changed' } }),
      draft('a', { state: 'waiting', ordered }),
    ])
    expect(await store.find('a')).toEqual(draft('a', { state: 'waiting', ordered }))
    expect(await store.find('c')).toBeUndefined()
  })

  test('are no longer under way once they are filed or dropped', async () => {
    for (const [id, state] of [
      ['a', 'filed'],
      ['b', 'dropped'],
      ['c', 'drafted'],
    ] as const)
      await store.put(draft(id, { state }))
    expect((await store.drafts()).map(({ id }) => id)).toEqual(['c'])
    expect((await store.find('a'))?.state).toBe('filed')
  })

  test('and which case was opened from an incident is kept, once', async () => {
    const opened = { line, incident: 'xo-1', opened: `sha256:${'3'.repeat(64)}` as CharterId }
    await store.addOpened(opened)
    await expect(store.addOpened(opened)).rejects.toThrow()
    await again()
    expect(await store.openedCases()).toEqual([opened])
  })
})
