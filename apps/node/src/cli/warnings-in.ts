import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { systemClock as clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/index.ts'
import { openWarnings, type Warnings } from '../warnings/index.ts'

/** The warning lists of a node that does not run; of a directory without `node.json` known-good values are kept out. */
export const warningsIn = (database: Database, data: string): Warnings =>
  openWarnings(database, {
    mode: () => (existsSync(join(data, 'node.json')) ? readConfig(data).warninglists : 'suppress'),
    clock,
  })
