import { concat } from './base64.ts'
import { LogError } from './error.ts'
import type { Tree } from './tree.ts'

// C2SP tlog-tiles: tiles of 256 hashes, 8 levels of the tree in one tile level.
export const TILE_WIDTH = 256
const MOST_ENTRY_BYTES = 65_535

/** `x001/x234/067`, with `.p/W` for a tile that is not full. */
function numberPath(index: number, width: number): string {
  if (!Number.isSafeInteger(index) || index < 0)
    throw new LogError('tile.malformed', `expected a tile number, got ${index}`)
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.match(/.{3}/g)!
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return width === TILE_WIDTH ? path : `${path}.p/${width}`
}

export const tilePath = (level: number, index: number, width = TILE_WIDTH): string =>
  `tile/${level}/${numberPath(index, width)}`

export const entriesPath = (index: number, width = TILE_WIDTH): string =>
  `tile/entries/${numberPath(index, width)}`

export type TilePath = {
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
}

/** Reads a tile's path; the one spelling of it and no other. */
export function parseTilePath(path: string): TilePath {
  const [, levelText, numberText, widthText] =
    /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(
      path,
    ) ?? []
  if (!levelText || !numberText) throw malformed(path)
  const level = levelText === 'entries' ? 'entries' : Number(levelText)
  const index = Number(numberText.replaceAll(/[x/]/g, ''))
  const width = widthText === undefined ? TILE_WIDTH : Number(widthText)
  if ((level !== 'entries' && level > 63) || width < 1 || (widthText && width >= TILE_WIDTH))
    throw malformed(path)
  const again = level === 'entries' ? entriesPath(index, width) : tilePath(level, index, width)
  if (again !== path) throw malformed(path)
  return { level, index, width }
}

const malformed = (path: string) =>
  new LogError(
    'tile.malformed',
    `expected the path of a tile, got ${JSON.stringify(path.slice(0, 100))}`,
  )

/** The hashes of a tile, one after the other. */
export function tile(tree: Tree, level: number, index: number, width: number): Uint8Array {
  return concat(
    ...Array.from({ length: width }, (_, at) =>
      tree.subtreeHash(level * 8, index * TILE_WIDTH + at),
    ),
  )
}

/** Entries, each behind its length in two bytes. */
export function encodeEntries(entries: readonly Uint8Array[]): Uint8Array {
  return concat(
    ...entries.flatMap((entry) => {
      if (entry.length > MOST_ENTRY_BYTES)
        throw new LogError(
          'entry.too-large',
          `expected at most ${MOST_ENTRY_BYTES} bytes, got ${entry.length}`,
        )
      return [Uint8Array.of(entry.length >> 8, entry.length & 255), entry]
    }),
  )
}

export function decodeEntries(bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    const length = at + 2 <= bytes.length ? (bytes[at]! << 8) | bytes[at + 1]! : undefined
    if (length === undefined || at + 2 + length > bytes.length)
      throw new LogError('entries.malformed', `expected a whole entry at byte ${at}, got the end`)
    if (entries.length === TILE_WIDTH)
      throw new LogError('entries.malformed', `expected at most ${TILE_WIDTH} entries, got more`)
    entries.push(bytes.slice(at + 2, at + 2 + length))
    at += 2 + length
  }
  return entries
}
