import type { Constant } from './pattern.ts'
import { malformed } from './pattern-token.ts'

/** Hex digits of the hashes in the vocabulary hash-algorithm-ov (STIX 2.1 section 10.6). */
const DIGITS: Readonly<Record<string, number>> = {
  md5: 32,
  sha1: 40,
  sha256: 64,
  sha512: 128,
  'sha3-256': 64,
  'sha3-512': 128,
}

/** The name of a hash algorithm, however it was spelt: `SHA-256`, `sha256`. */
export const algorithmOf = (name: string): string => {
  const plain = name.toLowerCase().replaceAll('_', '-')
  return /^sha-\d+$/.test(plain) ? plain.replace('-', '') : plain
}

/** A hash that no file can have is a slip of whoever wrote the pattern. */
export function assertHash(
  path: readonly string[],
  { kind, value }: Constant,
  { pattern, at }: { readonly pattern: string; readonly at: number },
): void {
  const found = path.indexOf('hashes')
  const digits = found < 0 ? undefined : DIGITS[algorithmOf(path[found + 1] ?? '')]
  if (digits === undefined || kind !== 'string') return
  if (value.length === digits && /^[0-9a-f]*$/i.test(value)) return
  throw malformed(pattern, at, `${digits} hex digits of ${path[found + 1]}`, value.slice(0, 140))
}
