/**
 * The text of a file: in UTF-16 where its first two bytes say so, in UTF-8 where it is well formed, else in Windows-1252,
 * which spreadsheets and mail programs of western Europe still write and in which every byte stands for something.
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
