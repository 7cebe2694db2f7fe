// Tiles and bundles of entries, by which a strand is served: spec/log.md section 5.

/** `[level, number, width]` of a tile's path; undefined where it is none. */
export function readTilePath(path) {
  const [, level, number, width = '256'] =
    /^tile\/(entries|[1-5]?[0-9]|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9][0-9]{0,2}))?$/.exec(
      path,
    ) ?? []
  if (number === undefined || number.startsWith('x000')) return undefined
  const index = Number(number.replaceAll(/[x/]/g, ''))
  const isPartial = path.includes('.p/')
  if (!Number.isSafeInteger(index) || Number(width) > (isPartial ? 255 : 256)) return undefined
  return [level === 'entries' ? level : Number(level), index, Number(width)]
}

/** The entries of a bundle, each behind its length in two bytes; undefined where it is none. */
export function readEntries(bytes) {
  const entries = []
  let at = 0
  while (at + 2 <= bytes.length) {
    const end = at + 2 + bytes.readUInt16BE(at)
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  return at === bytes.length && entries.length <= 256 ? entries : undefined
}
