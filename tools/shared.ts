import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where published data sets and other projects' vectors lie; they are never part of this repository. */
const SHARED =
  process.env['ENTENTE_SHARED'] ?? fileURLToPath(new URL('../../shared', import.meta.url))

/** A file or folder of the shared material; undefined, and said loudly, where it is not here. */
export function sharedPath(path: string): string | undefined {
  const found = join(SHARED, path)
  if (existsSync(found)) return found
  console.warn(`LEFT OUT: ${path} is not in ${SHARED} (set ENTENTE_SHARED to where it lies)`)
  return undefined
}
