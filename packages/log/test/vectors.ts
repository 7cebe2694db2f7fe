import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'

/** What somebody else's vectors demand; where they are not here, one skipped test that says so. */
export function describeVectors(title: string, path: string, body: (path: string) => void): void {
  const found = sharedPath(`vectors/${path}`)
  describe(title, () => {
    if (found) body(found)
    else it.skip(`left out: ${path} is not in ../shared`, () => {})
  })
}

export const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T

export const jsonFiles = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(directory, name))
