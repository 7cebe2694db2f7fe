import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseError } from './error.ts'

/** Holds a data directory until it is released or the process is gone. */
export type DirectoryLock = { readonly release: () => void }

/**
 * Keeps every other process out of a data directory. The operating system drops the lock with
 * the process that holds it, however it died, so a stale lock cannot stay behind.
 */
export function lockDirectory(directory: string): DirectoryLock {
  const holder = join(directory, 'lock.pid')
  const database = openLock(directory)
  try {
    database.exec('PRAGMA busy_timeout = 0')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!isBusy(error)) throw unwritable(directory, error)
    throw new DatabaseError(
      'directory.held',
      `expected a data directory that no other process uses, got ${directory} held by process ${pidIn(holder)}`,
      { cause: error },
    )
  }
  writeFileSync(holder, `${process.pid}\n`, { mode: 0o600 })
  return { release: () => database.close() }
}

function openLock(directory: string): DatabaseSync {
  try {
    return new DatabaseSync(join(directory, 'lock.db'))
  } catch (error) {
    throw unwritable(directory, error)
  }
}

/** SQLITE_BUSY: another connection holds the lock. Anything else is about the directory itself. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === 5

const unwritable = (directory: string, cause: unknown) =>
  new DatabaseError(
    'directory.unwritable',
    `expected a data directory that this process may write, got ${directory}: ${(cause as Error).message}`,
    { cause },
  )

function pidIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || 'unknown'
  } catch {
    // The holder took the lock and has not written its number yet.
    return 'unknown'
  }
}
