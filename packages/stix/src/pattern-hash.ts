import type { Constant } from './pattern.ts'
import { malformed } from './pattern-token.ts'

/** Hex digits of the hashes in the vocabulary hash-algorithm-ov (STIX 2.1 section 10.6). */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['md5', 32],
  ['sha1', 40],
  ['sha256', 64],
  ['sha512', 128],
  ['sha3-256', 64],
  ['sha3-512', 128],
])

/** Fuzzy hashes are texts of their own forms; sources: ssdeep's usage, TLSH's readme (with T1 in front since 4.0). */
const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['ssdeep', /^\d{1,12}:[A-Za-z\d+/]{0,128}:[A-Za-z\d+/]{0,128}$/],
  ['tlsh', /^(?:T1)?[\da-f]{70}$/i],
])

/** The name of a hash algorithm, however it was spelt: `SHA-256`, `sha256`. */
export const algorithmOf = (name: string): string => {
  const plain = name.toLowerCase().replaceAll('_', '-')
  return /^sha-\d+$/.test(plain) ? plain.replace('-', '') : plain
}

/** Whether a text can be a hash of this algorithm; of one that is not known, every text can. */
export function isHashOf(algorithm: string, hash: string): boolean {
  const digits = DIGITS.get(algorithm)
  if (digits !== undefined) return hash.length === digits && /^[0-9a-f]*$/i.test(hash)
  const form = FORMS.get(algorithm)
  return form === undefined || form.test(hash)
}

/** A hash that no file can have is a slip of whoever wrote the pattern. */
export function assertHash(
  path: readonly string[],
  { kind, value }: Constant,
  { pattern, at }: { readonly pattern: string; readonly at: number },
): void {
  const found = path.indexOf('hashes')
  const algorithm = algorithmOf(path[found + 1] ?? '')
  const digits = found < 0 ? undefined : DIGITS.get(algorithm)
  if (digits === undefined || kind !== 'string' || isHashOf(algorithm, value)) return
  throw malformed(pattern, at, `${digits} hex digits of ${path[found + 1]}`, value.slice(0, 140))
}
