import { headOf } from './head.ts'
import { isCsaf } from './csaf-document.ts'
import { fromCsaf } from './csaf.ts'
import type { Techniques } from './attack.ts'
import { fromText } from './text.ts'
import { fromCve, isCve } from './cve.ts'
import { fromEuKev, fromKev, isEuKev, isKev } from './kev.ts'
import { readJson } from './json.ts'
import type { Sourced } from './making.ts'

/** What a file cannot say of itself: its name, and the instant at which it came in (RFC 3339 in UTC). */
export type Given = {
  readonly name: string
  readonly at: string
  /** Techniques of ATT&CK that are known, to tell in a text what was renumbered. */
  readonly techniques?: Techniques
}

type Reader = {
  /** Whether a value is of this format, by the names in it. It is enough to have the beginning of the file. */
  readonly is: (head: unknown) => boolean
  readonly read: (text: string, given: Given) => Sourced
}

const READERS = {
  csaf: { is: isCsaf, read: (text) => fromCsaf(readJson(text, 'a CSAF advisory')) },
  cve: { is: isCve, read: (text, { at }) => fromCve(readJson(text, 'a CVE record'), at) },
  kev: { is: isKev, read: (text) => fromKev(readJson(text, 'a catalogue of CISA')) },
  text: { is: () => false, read: fromText },
  'eu-kev': { is: isEuKev, read: (text) => fromEuKev(readJson(text, 'the EU’s catalogue')) },
} as const satisfies Readonly<Record<string, Reader>>

export type Format = keyof typeof READERS
/** The formats that are read here. */
export const FORMATS = Object.keys(READERS) as readonly Format[]

/** A file of this format as STIX 2.1. Throws a `SourceError` where it is none. */
export const fromSource = (format: Format, text: string, given: Given): Sourced =>
  READERS[format].read(text, given)

/**
 * The format of a file by how it begins; the first 64 KiB are enough. Undefined for what is not read here, STIX and MISP
 * events among it.
 */
export function recognise(beginning: string): Format | undefined {
  const head = headOf(beginning)
  if (head === undefined) return isText(beginning) ? 'text' : undefined
  return FORMATS.find((format) => READERS[format].is(head))
}

/** Words and signs, and none of what stands in files of programs and pictures; markup begins with a tag. */
const isText = (beginning: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- these are what no text has
  !/[\u0000-\u0008\u000E-\u001A\uFFFD]/.test(beginning) && !/^\s*[<{]/.test(beginning)
