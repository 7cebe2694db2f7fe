import { createHash } from 'node:crypto'
import { inflateRawSync, inflateSync } from 'node:zlib'
import { wordsIn } from './words.ts'

/**
 * Finds the canary words in bytes, however they are written there: as they are, in UTF-16, with escapes of JSON, URLs and
 * HTML, in hex, in base64 of either alphabet wherever it begins, in a packed file, and each of these in another. What was
 * searched once is not searched again: nodes give many readers the same bytes.
 */
export function createFinder(): (bytes: Uint8Array) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>()
  const find = (bytes: Buffer, depth: number): ReadonlySet<string> => {
    if (bytes.length < SHORTEST) return NONE
    const hash = createHash('sha1').update(bytes).digest('base64')
    const before = known.get(hash)
    if (before) return before
    const found = new Set<string>()
    const text = bytes.toString('latin1')
    // Zeros fall out of UTF-16, of either order.
    for (const form of [text, text.replaceAll('\0', '')])
      for (const word of wordsIn(unescaped(form).toLowerCase())) found.add(word)
    if (depth < DEEPEST)
      for (const inner of [...encoded(text), ...unpacked(bytes)])
        for (const word of find(inner, depth + 1)) found.add(word)
    known.set(hash, found)
    return found
  }
  return (bytes) => find(Buffer.from(bytes), 0)
}

/** Bytes in which no word has room. */
const SHORTEST = 24
const NONE: ReadonlySet<string> = new Set()

/** An act in base64 in an entry in base64 in a bundle in base64 in JSON, and one to spare. */
const DEEPEST = 5

const unescaped = (text: string): string =>
  text
    .replaceAll(/\\u([0-9a-fA-F]{4})/g, (_all, code: string) => letter(Number.parseInt(code, 16)))
    .replaceAll(/%([0-9a-fA-F]{2})/g, (_all, code: string) => letter(Number.parseInt(code, 16)))
    .replaceAll(/&#x([0-9a-fA-F]{1,4});/g, (_all, code: string) =>
      letter(Number.parseInt(code, 16)),
    )
    .replaceAll(/&#(\d{1,5});/g, (_all, code: string) => letter(Number(code)))
const letter = (code: number) => String.fromCharCode(code)

function encoded(text: string): readonly Buffer[] {
  const hex = (text.match(/(?:[0-9a-fA-F]{2}){24,}/g) ?? []).flatMap((run) => [
    Buffer.from(run, 'hex'),
    Buffer.from(run.slice(1), 'hex'),
  ])
  // A line of base64 may be broken: what JSON and mail put between its letters falls out.
  const joined = text.replaceAll(/\\n|\r?\n/g, '')
  const runs = new Set([text, joined].flatMap((one) => one.match(/[A-Za-z0-9+/_-]{32,}/g) ?? []))
  return [
    ...hex,
    ...[...runs].flatMap((run) =>
      [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64url')),
    ),
  ]
}

/** Files of a ZIP (a Word document is one) and the streams of a PDF. */
function unpacked(bytes: Buffer): readonly Buffer[] {
  const inside: Buffer[] = []
  for (
    let at = bytes.indexOf('PK\u0003\u0004');
    at >= 0;
    at = bytes.indexOf('PK\u0003\u0004', at + 4)
  ) {
    if (at + 30 > bytes.length) break
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    inside.push(...tried(() => inflateRawSync(bytes.subarray(from))))
  }
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7))
    inside.push(...tried(() => inflateSync(bytes.subarray(at + 7))))
  return inside
}

function tried(inflate: () => Buffer): readonly Buffer[] {
  try {
    return [inflate()]
  } catch {
    return []
  }
}
