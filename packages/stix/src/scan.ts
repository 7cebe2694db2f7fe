/** Where a scan stands inside one JSON value that is being passed over. */
export type Scan = {
  depth: number
  inString: boolean
  /** The next byte belongs to an escape that a chunk cut off. */
  escaped: boolean
  /** Colons outside strings: how many members the value has, as written. */
  members: number
  /** Line feeds outside strings. */
  lines: number
  /** The deepest that the value went. */
  deepest: number
}

export const freshScan = (): Scan => ({
  depth: 0,
  inString: false,
  escaped: false,
  members: 0,
  lines: 0,
  deepest: 0,
})

const QUOTE = 0x22
const BACKSLASH = 0x5c

/**
 * Passes over one object, list or string that begins at `from` or in an earlier chunk. Answers the
 * index behind its last byte, or -1 where it goes on in the next chunk. It checks nothing: it only
 * finds the end that the value has if it is JSON, and who reads the value then finds out.
 */
export function passOver(chunk: Uint8Array, from: number, scan: Scan): number {
  const { length } = chunk
  let { depth, inString } = scan
  let at = scan.escaped ? from + 1 : from
  scan.escaped = false
  for (;;) {
    if (inString) {
      at = endOfString(chunk, at)
      if (at >= length) {
        scan.escaped = at > length
        scan.depth = depth
        scan.inString = true
        return -1
      }
      inString = false
      at += 1
      if (depth === 0) return at
    }
    if (at >= length) break
    const byte = chunk[at]!
    at += 1
    switch (byte) {
      case QUOTE:
        inString = true
        break
      case 0x3a:
        scan.members += 1
        break
      case 0x0a:
        scan.lines += 1
        break
      case 0x7b:
      case 0x5b:
        depth += 1
        if (depth > scan.deepest) scan.deepest = depth
        break
      case 0x7d:
      case 0x5d:
        depth -= 1
        if (depth <= 0) return at
        break
    }
  }
  scan.depth = depth
  scan.inString = inString
  return -1
}

/** The index of the closing quote; the length or one more where it is not in this chunk. */
function endOfString(chunk: Uint8Array, from: number): number {
  const { length } = chunk
  let at = from
  while (at < length) {
    const byte = chunk[at]!
    if (byte === QUOTE) return at
    at += byte === BACKSLASH ? 2 : 1
  }
  return at
}
