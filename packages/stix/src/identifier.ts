/** Two hyphens and a UUID. */
const TAIL = 38
/** Section 3.1: how long a type may be. */
const TYPE = { least: 3, most: 250 }

/**
 * A STIX identifier: type, two hyphens, UUID (section 2.9). RFC 4122 section 3: written in lower case,
 * read in either; published files have both.
 */
export function isId(value: unknown): value is string {
  if (typeof value !== 'string') return false
  const split = value.length - TAIL
  return split >= TYPE.least && split <= TYPE.most && isType(value, split) && hasUuid(value, split)
}

function isType(value: string, end: number): boolean {
  for (let at = 0; at < end; at++) {
    const code = value.charCodeAt(at)
    const isInner = code === HYPHEN && at > 0 && at < end - 1
    if (!isInner && !(code >= 0x61 && code <= 0x7a) && !(code >= 0x30 && code <= 0x39)) return false
  }
  return true
}

const HYPHEN = 0x2d
/** Where a UUID has hyphens, after the two before it. */
const isBreak = (at: number) => at < 2 || at === 10 || at === 15 || at === 20 || at === 25

function hasUuid(value: string, from: number): boolean {
  for (let at = 0; at < TAIL; at++) {
    const code = value.charCodeAt(from + at)
    if (isBreak(at) ? code !== HYPHEN : !isHex(code)) return false
  }
  return true
}

const isHex = (code: number) =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46)

/** The type that an identifier names. */
export const typeOfId = (id: string): string => id.slice(0, -TAIL)
/** The UUID of an identifier, in lower case. */
export const uuidOf = (id: string): string => id.slice(-36).toLowerCase()
/** The digit of an identifier's UUID that says its version, and the one that says its variant (RFC 4122). */
export const versionOf = (id: string): string => id[id.length - 22]!
export const variantOf = (id: string): string => id[id.length - 17]!
