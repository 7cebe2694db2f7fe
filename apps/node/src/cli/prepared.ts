import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseCharter } from '@entente/accord'
import { readConfig } from '../config.ts'
import { caseStore } from '../federation/index.ts'
import { intelligenceStore } from '../intelligence/index.ts'
import { instant, systemClock } from '../platform/clock.ts'
import { crypto } from '../platform/crypto.ts'
import type { Database } from '../platform/db/index.ts'
import { keepReceipt, noSetting, prepare, receiptOf, type Directory } from '../sharing/index.ts'
import type { AskedRelease } from '../sharing/api.ts'
import { sidsAsOf, sidsFor } from '../sharing/sids.ts'
import { warningsIn } from './warnings-in.ts'

/** What may go to an audience from a node that does not run, by its own cases and its own setting. */
export async function preparedIn(database: Database, data: string, asked: AskedRelease) {
  let rules: readonly string[] = []
  const { preview, bundle, leaving } = await prepare(asked, {
    objects: intelligenceStore(database),
    directory: await directoryIn(database, data),
    now: instant(systemClock),
    warnings: warningsIn(database, data).now,
    sidsFor: (keys) => sidsAsOf(database, (rules = keys)),
  })
  return {
    preview,
    bundle: async () => {
      // Nobody else has the store meanwhile: they get the numbers with which they were written.
      await sidsFor(database, rules)
      const at = instant(systemClock)
      await keepReceipt(database, { at, ...receiptOf(asked) }, leaving)
      return bundle.value
    },
  }
}

/** Where a node that does not run looks up the names of audiences. */
export async function directoryIn(database: Database, data: string): Promise<Directory> {
  const bytes = await caseStore(database).charters()
  const charters = bytes.map((one) => parseCharter(one, crypto))
  const setting = existsSync(join(data, 'node.json')) ? readConfig(data).sharing : noSetting
  return { charters: () => charters, setting: () => setting }
}
