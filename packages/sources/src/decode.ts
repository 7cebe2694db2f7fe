/**
 * The text of a file: in UTF-16 where its first two bytes say so, in UTF-8 where it is well formed, else in Windows-1252,
 * which spreadsheets and mail programs of western Europe still write and in which every byte stands for something.
 */
export function decode(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The text of the beginning of a file, as far as it can be told: enough to recognise it by. */
export const decodeBeginning = (bytes: Uint8Array): string =>
  new TextDecoder(wideEncoding(bytes) ?? 'utf-8').decode(bytes)

function wideEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}
