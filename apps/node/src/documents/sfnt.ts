import { inflateSync } from 'node:zlib'

/** Bytes of the headers of WOFF 1.0 (https://www.w3.org/TR/WOFF/, sections 3 and 4) and of OpenType. */
const WOFF = { header: 44, entry: 20 } as const
const SFNT = { header: 12, entry: 16 } as const

/** The OpenType font in a WOFF file, unpacked once, where what embeds it would unpack it each time, and slowly. */
export function unpacked(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF')
    throw new TypeError('expected a font in WOFF, got other bytes')
  const count = woff.readUInt16BE(12)
  const sfnt = Buffer.alloc(woff.readUInt32BE(16))
  woff.copy(sfnt, 0, 4, 8)
  const power = Math.floor(Math.log2(count))
  sfnt.writeUInt16BE(count, 4)
  sfnt.writeUInt16BE(16 * 2 ** power, 6)
  sfnt.writeUInt16BE(power, 8)
  sfnt.writeUInt16BE(16 * (count - 2 ** power), 10)
  let at = SFNT.header + count * SFNT.entry
  for (let table = 0; table < count; table += 1) {
    const from = WOFF.header + table * WOFF.entry
    const to = SFNT.header + table * SFNT.entry
    const field = (byte: number) => woff.readUInt32BE(from + byte)
    const [offset, packed, length] = [field(4), field(8), field(12)] as const
    const bytes = woff.subarray(offset, offset + packed)
    woff.copy(sfnt, to, from, from + 4)
    woff.copy(sfnt, to + 4, from + 16, from + 20)
    sfnt.writeUInt32BE(at, to + 8)
    sfnt.writeUInt32BE(length, to + 12)
    const data = packed === length ? bytes : inflateSync(bytes)
    data.copy(sfnt, at)
    at += Math.ceil(length / 4) * 4
  }
  return sfnt
}
