import { ID_WORDS, idWords } from '@entente/accord'
import type { IdTold } from '../api.ts'
import { PartiesError } from './error.ts'

const BYTES = new Map(ID_WORDS.map((word, byte) => [word, byte]))

const ID = /^sha256:([0-9a-f]{64})$/

/** An id as 32 words, whole: two people read them to each other before either trusts it. */
export function toWords(id: string): readonly string[] {
  const [, hex] = ID.exec(id) ?? []
  if (hex === undefined)
    throw new PartiesError(
      'id.malformed',
      `expected sha256: and 64 hex digits, got ${id.slice(0, 80)}`,
    )
  return idWords(Buffer.from(hex, 'hex'))
}

/** An id for comparing: its digits, and its words. */
export const idTold = (id: string): IdTold => ({ id, words: toWords(id) })

/** An id as somebody typed it: as digits, or as its 32 words. */
export function readId(text: string): string {
  const said = text.trim().toLowerCase()
  if (ID.test(said)) return said
  const words = said.split(/[^a-z0-9:]+/).filter((word) => word !== '')
  const unknown = words.find((word) => !BYTES.has(word))
  if (unknown !== undefined || words.length !== 32)
    throw new PartiesError(
      'id.malformed',
      `expected sha256: and 64 hex digits, or the 32 words of an id, got ${unknown ?? `${words.length} words`}`,
    )
  return `sha256:${Buffer.from(words.map((word) => BYTES.get(word)!)).toString('hex')}`
}

/** The words in rows of eight, as they are printed and read out. */
export function inRows(words: readonly string[]): string {
  const rows = Array.from({ length: Math.ceil(words.length / 8) }, (_, row) =>
    words.slice(row * 8, row * 8 + 8),
  )
  return rows.map((row) => row.join(' ')).join('\n')
}
