import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedCommand } from '../../src/cli/misp-feed.ts'
import { readConfig, writeConfig } from '../../src/config.ts'
import { importBundle, intelligenceStore } from '../../src/intelligence/index.ts'
import { openStore } from '../../src/open-store.ts'
import { found } from '../../src/parties/found.ts'
import { writeFounded } from '../../src/parties/founded.ts'
import { SharingSetting } from '../../src/sharing/setting.ts'
import { bundle, stream } from '../bundles.ts'
import { run } from '../command.ts'
import { withFirstCase } from '../first-case.ts'
import { DEFINITIONS, TLP2 } from '../markings.ts'
import { AUDIENCES, hiddenFrom, ROWS, SHARING, visibleTo } from './rows.ts'

/** What a feed of MISP has of every marking, in its files and in what the command says while it writes them. */
const place = mkdtempSync(join(tmpdir(), 'entente-leaks-feeds-'))
const data = join(place, 'XA')
const clock = { now: () => Date.UTC(2026, 10, 27) }

/** Anybody may read it, and it refers to everything. */
const REPORT = {
  type: 'report',
  spec_version: '2.1',
  id: 'report--5a3c2fcd-8328-42bb-a95e-000000000000',
  created: '2026-11-02T09:00:00.000Z',
  modified: '2026-11-02T09:00:00.000Z',
  name: 'All that was seen',
  published: '2026-11-02T09:00:00.000Z',
  object_refs: ROWS.map(({ id }) => id),
  object_marking_refs: [TLP2.clear],
}

beforeAll(async () => {
  const founded = found(withFirstCase, (party) => join(place, party), new Date())
  writeFounded(data, founded.charters, founded.keyActs['XA']!)
  const config = readConfig(data)
  writeConfig(data, { ...config, sharing: SharingSetting.parse(SHARING) })
  await using database = await openStore(data)
  const file = bundle(...DEFINITIONS, ...ROWS.map(({ object }) => object), REPORT)
  await importBundle(intelligenceStore(database), stream(file), { name: 'rows.json', clock })
})
afterAll(() => {
  rmSync(place, { recursive: true, force: true })
})

describe.each(AUDIENCES)('a feed for $name', ({ name, reach }) => {
  test('has of every marking what may go and nothing that may not, and says nothing of it either', async () => {
    const out = join(place, name.replace(':', '-'))
    const where = ['--audience', name, '--out', out, '--data', data]
    const told = await run(feedCommand(), REPORT.id, ...where)
    expect(told.code).toBe(0)
    const files = readdirSync(out).map((file) => readFileSync(join(out, file), 'utf8'))
    expect(files.length).toBeGreaterThan(2)
    const text = files.join('\n')
    for (const { canary } of hiddenFrom(reach)) {
      expect(text).not.toContain(canary)
      expect(told.out + told.err).not.toContain(canary)
    }
    for (const { canary } of visibleTo(reach)) expect(text).toContain(canary)
  })
})
