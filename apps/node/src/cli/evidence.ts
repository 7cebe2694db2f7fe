import { existsSync } from 'node:fs'
import { StixError } from '@entente/stix'
import { IntelligenceError } from '../intelligence/error.ts'
import { intelligenceStore } from '../intelligence/object-store.ts'
import type { IntelligenceStore } from '../intelligence/store.ts'
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
  let database: Database
  try {
    database = await openStore(data)
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

/** What others wrote must not steer the terminal it is shown on. */
export const harmless = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, '·')
