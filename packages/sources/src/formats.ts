import type { Techniques } from './attack.ts'
import { isColumnOfValues, mapColumns } from './column.ts'
import { isCsaf } from './csaf-document.ts'
import { fromCsaf } from './csaf.ts'
import { headerOf } from './csv.ts'
import { fromCve, isCve } from './cve.ts'
import { fromCycloneDx, isCycloneDx } from './cyclonedx.ts'
import { isCycloneDxXml, readCycloneDxXml } from './cyclonedx-xml.ts'
import { SourceError } from './error.ts'
import { headOf } from './head.ts'
import { readJson } from './json.ts'
import { entriesIn } from './kev-table.ts'
import { fromEuKev, fromKev, isEuKev, isKev } from './kev.ts'
import type { Sourced } from './making.ts'
import { fromTable } from './table.ts'
import { fromText } from './text.ts'

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

const never = () => false
const isMarkup = (text: string) => /^\uFEFF?\s*</.test(text)
const isJsonText = (text: string) => /^\uFEFF?\s*[[{]/.test(text)

/** Where an entry of a table stands. */
const lineOf = (lines: readonly number[]) => (at: number) => `line ${lines[at]}`

const READERS = {
  cyclonedx: {
    is: isCycloneDx,
    read: (text, given) =>
      fromCycloneDx(
        isMarkup(text) ? readCycloneDxXml(text) : readJson(text, 'a CycloneDX bill of materials'),
        given,
      ),
  },
  cve: { is: isCve, read: (text, { at }) => fromCve(readJson(text, 'a CVE record'), at) },
  kev: {
    is: isKev,
    read: (text) => {
      if (isJsonText(text)) return fromKev(readJson(text, 'a catalogue of CISA'))
      const { entries, lines } = entriesIn(text)
      return fromKev({ catalogVersion: 'table', vulnerabilities: entries }, lineOf(lines))
    },
  },
  'eu-kev': {
    is: isEuKev,
    read: (text) => {
      if (isJsonText(text)) return fromEuKev(readJson(text, 'the EU’s catalogue'))
      const { entries, lines } = entriesIn(text)
      return fromEuKev(entries, lineOf(lines))
    },
  },
  csaf: { is: isCsaf, read: (text) => fromCsaf(readJson(text, 'a CSAF advisory')) },
  csv: { is: never, read: fromTable },
  text: { is: never, read: fromText },
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
  if (head !== undefined) return FORMATS.find((format) => READERS[format].is(head))
  if (isCycloneDxXml(beginning)) return 'cyclonedx'
  return isText(beginning) ? (tableOf(beginning) ?? 'text') : undefined
}

/** Words and signs, and none of what stands in files of programs and pictures; markup and JSON begin with other signs. */
const isText = (beginning: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- these are what no text has
  !/[\u0000-\u0008\u000E-\u001A]/.test(beginning) &&
  !/^\uFEFF?\s*(?:$|[<{]|\[\s*(?:$|[[{"\]]))/.test(beginning)

/** A table of what, by the names in its first record; undefined where that names nothing that is known. */
function tableOf(beginning: string): Format | undefined {
  let names: readonly string[]
  try {
    names = headerOf(beginning, { records: 1, field: 1_000, fields: 500 })?.fields ?? []
  } catch (error) {
    if (error instanceof SourceError) return undefined
    throw error
  }
  if (names.length < 2) return undefined
  const has = (name: string) => names.some((one) => one.trim() === name)
  if (has('cveID') && has('dateAdded')) return 'kev'
  if (has('cveID') && has('dateReported')) return 'eu-kev'
  return mapColumns(names).some(isColumnOfValues) ? 'csv' : undefined
}
