import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StixError } from '@entente/stix'
import { readConfig } from '../config.ts'
import {
  IntelligenceError,
  intelligenceStore,
  type IntelligenceStore,
} from '../intelligence/index.ts'
import { openStore } from '../open-store.ts'
import { DatabaseError, type Database } from '../platform/db/index.ts'

/** Where the first nation of the exercise keeps its evidence: what a person tries first works there. */
export const DATA = '.entente/demo/XA'

/**
 * Opens the evidence of a data directory for as long as `work` takes. A node that runs on the
 * directory keeps everybody else out of it; then, and where there is no directory, it says so.
 */
export async function withEvidence(
  data: string,
  work: (store: IntelligenceStore) => Promise<void>,
): Promise<void> {
  if (!existsSync(data)) return refuse(`expected a data directory, got ${data}, which is not there`)
  const party = existsSync(join(data, 'node.json')) ? readConfig(data).party : ''
  let database: Database
  try {
    database = await openStore(data, party)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    refuse(`${error.code}: ${error.message}`)
    if (error.code === 'directory.held')
      console.error('A node runs on it: stop it first, or use its page or its /api/v1.')
    return
  }
  try {
    await work(intelligenceStore(database))
  } finally {
    await database.close()
  }
}

/** Says on standard error what is refused, and lets the command end with 1. */
export function refuse(line: string): void {
  console.error(`refused: ${harmless(line)}`)
  process.exitCode = 1
}

/** A refusal of what a file holds; anything else that is thrown is a defect, or no file. */
export const isRefusal = (error: unknown): error is StixError | IntelligenceError =>
  error instanceof StixError || error instanceof IntelligenceError

const WITHOUT_TERMINAL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** What others wrote must not steer the terminal it is shown on. */
export const harmless = (text: string): string => text.replace(WITHOUT_TERMINAL, '·')
