import { hash } from 'node:crypto'
import { readBundle, StixError, type Received } from '@entente/stix'
import type { Named } from './named.ts'

/** What is wrong with the bytes that a custodian sent for an object it named; undefined where nothing is. */
export type Fault = { readonly code: string; readonly message: string }

/** Around the bytes of one object these make a bundle, so that it comes in on the path of every import. */
export const HEAD =
  '{"type":"bundle","id":"bundle--00000000-0000-5000-8000-000000000000","objects":['
export const TAIL = ']}'

/**
 * Whether these are the bytes that the act names, and one STIX object of that id and date. The hash
 * alone would let a custodian name bytes that hold more than the object, or none.
 */
export function faultIn(bytes: Uint8Array, named: Named): Fault | undefined {
  const got = hash('sha256', bytes)
  if (got !== named.sha256)
    return {
      code: 'object.altered',
      message: `expected ${named.id} with the SHA-256 ${named.sha256} that the act names, got ${got}`,
    }
  try {
    return mismatch(readAll(bytes), bytes, named)
  } catch (error) {
    if (!(error instanceof StixError)) throw error
    return { code: error.code, message: `${named.id}: ${error.reason}` }
  }
}

function readAll(bytes: Uint8Array): readonly Received[] {
  const objects: Received[] = []
  const reader = readBundle((object) => void objects.push(object))
  const encoder = new TextEncoder()
  for (const piece of [encoder.encode(HEAD), bytes, encoder.encode(TAIL)]) reader.push(piece)
  reader.end()
  return objects
}

function mismatch(
  objects: readonly Received[],
  bytes: Uint8Array,
  { id, modified }: Named,
): Fault | undefined {
  const [object] = objects
  const isWhole = objects.length === 1 && object?.bytes.length === bytes.length
  if (isWhole && object.id === id && object.modified === modified) return undefined
  const got = isWhole
    ? `${object.id} of ${object.modified ?? 'no date'}`
    : 'bytes that are not one object'
  return {
    code: 'object.other',
    message: `expected ${id} of ${modified ?? 'no date'}, got ${got}`,
  }
}
