/** One file in an archive; its name is ASCII of at most 100 characters. */
export type Packed = { readonly name: string; readonly bytes: Uint8Array }

const BLOCK = 512

/** An archive in the form of POSIX.1-1988 (`ustar`); no owner and no time is in it, so that the same files give the same bytes. */
export function writeTar(files: readonly Packed[]): Uint8Array {
  const blocks = files.flatMap(({ name, bytes }) => [headerOf(name, bytes.length), padded(bytes)])
  const all = [...blocks, new Uint8Array(2 * BLOCK)]
  const archive = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const block of all) {
    archive.set(block, at)
    at += block.length
  }
  return archive
}

function padded(bytes: Uint8Array): Uint8Array {
  const block = new Uint8Array(Math.ceil(bytes.length / BLOCK) * BLOCK)
  block.set(bytes)
  return block
}

function headerOf(name: string, size: number): Uint8Array {
  const header = new Uint8Array(BLOCK)
  const put = (at: number, text: string) => header.set(new TextEncoder().encode(text), at)
  const octal = (at: number, digits: number, value: number) =>
    put(at, value.toString(8).padStart(digits, '0'))
  put(0, name)
  octal(100, 7, 0o644)
  octal(108, 7, 0)
  octal(116, 7, 0)
  octal(124, 11, size)
  octal(136, 11, 0)
  put(148, ' '.repeat(8))
  put(156, '0')
  put(257, 'ustar\u000000')
  octal(
    148,
    6,
    header.reduce((sum, byte) => sum + byte, 0),
  )
  header[154] = 0
  return header
}
