import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fromBase64, toBase64 } from '@entente/log'
import { writeOver } from '../platform/durable.ts'
import { readJsonFile } from '../platform/json-file.ts'

const Founded = z.strictObject({
  charters: z.array(z.base64()).min(1),
  /** Log entries that open this party's strand of the first charter. */
  entries: z.array(z.base64()),
})

/** A charter to take up, and the entries with which this party's strand of it begins. */
export type TakeUp = { readonly charter: Uint8Array; readonly entries: readonly Uint8Array[] }

const file = (dataDirectory: string) => join(dataDirectory, 'founding.json')

/** Leaves the charters and the party's own key act where its node finds them at start. */
export function writeFounded(
  dataDirectory: string,
  charters: readonly Uint8Array[],
  entries: readonly Uint8Array[],
): void {
  writeOver(
    file(dataDirectory),
    JSON.stringify({ charters: charters.map(toBase64), entries: entries.map(toBase64) }),
  )
}

/** What the founding left for this node; nothing where it was not founded here. */
export function foundedIn(dataDirectory: string): readonly TakeUp[] {
  if (!existsSync(file(dataDirectory))) return []
  const { charters, entries } = Founded.parse(readJsonFile(file(dataDirectory)))
  return charters.map((charter, index) => ({
    charter: fromBase64(charter),
    entries: index === 0 ? entries.map(fromBase64) : [],
  }))
}
