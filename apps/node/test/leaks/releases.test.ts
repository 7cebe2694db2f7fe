import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importBundle, intelligenceStore } from '../../src/intelligence/index.ts'
import { openStore } from '../../src/open-store.ts'
import type { Database } from '../../src/platform/db/index.ts'
import { prepare } from '../../src/sharing/index.ts'
import { SharingSetting } from '../../src/sharing/setting.ts'
import { sidsFor } from '../../src/sharing/sids.ts'
import { FORMAT_NAMES } from '../../src/sharing/write-as.ts'
import { openWarnings } from '../../src/warnings/index.ts'
import { stream } from '../bundles.ts'
import { AUDIENCES, FILE, hiddenFrom, ROWS, SHARING, visibleTo } from './rows.ts'

const clock = { now: () => Date.UTC(2026, 10, 27) }
let directory: string
let database: Database
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'entente-leaks-'))
  database = await openStore(directory)
  await importBundle(intelligenceStore(database), stream(FILE), { name: 'rows.json', clock })
})
afterAll(async () => {
  await database.close()
  rmSync(directory, { recursive: true, force: true })
})

const release = (audience: string, format: (typeof FORMAT_NAMES)[number], ids: readonly string[]) =>
  prepare(
    { ids, audience, format },
    {
      objects: intelligenceStore(database),
      directory: { charters: () => [], setting: () => SharingSetting.parse(SHARING) },
      now: '2026-11-27T00:00:00Z',
      sidsFor: (keys) => sidsFor(database, keys),
      warnings: openWarnings(database, { mode: () => 'mark', clock }).now,
    },
  )

const ASKED = AUDIENCES.flatMap((audience) =>
  FORMAT_NAMES.map((format) => ({ ...audience, format })),
)

describe.each(ASKED)('what goes to $name as $format', ({ name, reach, format }) => {
  test('has of every marking what may go, nothing that may not, and is what was previewed', async () => {
    const { preview, bundle } = await release(
      name,
      format,
      ROWS.map(({ id }) => id),
    )
    const bytes = Buffer.from(bundle.value)
    const text = bytes.toString('latin1')
    for (const { id, canary } of hiddenFrom(reach)) {
      expect(text).not.toContain(canary)
      expect(text).not.toContain(id)
    }
    // A layer has techniques alone.
    if (format !== 'navigator')
      for (const { canary } of visibleTo(reach)) expect(text).toContain(canary)
    const leaves = preview.objects.filter((line) => line.leaves).map(({ id }) => id)
    expect(leaves.toSorted()).toEqual(
      visibleTo(reach)
        .map(({ id }) => id)
        .toSorted(),
    )
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (preview.bundle) expect(preview.bundle).toMatchObject({ sha256, bytes: bytes.length })
    // An indicator is no technique: the layer of none is an empty list, and is not offered.
    else expect([format, text]).toEqual(['navigator', '[]\n'])
  })

  test('has nothing at all of one that may not go, asked for alone', async () => {
    for (const { id, canary } of hiddenFrom(reach)) {
      const { preview, bundle } = await release(name, format, [id])
      expect(preview.objects.map((line) => line.leaves)).toEqual([false])
      expect([preview.bundle, bundle.value.length]).toEqual([undefined, 0])
      // The reason names the marking, and nothing that stands in the object.
      expect(JSON.stringify(preview)).not.toContain(canary)
    }
  })
})
