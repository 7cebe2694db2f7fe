import { suricataRules, writeCsv, writeList, writeNavigator } from '@entente/export'
import type { LeftOut, LookOptions, Thing } from '@entente/export'
import type { FieldFate } from '@entente/misp'
import { rewritten, type Releasable, type Use } from '@entente/release'
import type { ReleaseFormat } from './api.ts'
import { read, type Content } from './marked.ts'
import { writeBundle } from './write-bundle.ts'
import { writeEvents } from './write-events.ts'

/** In what a release is written, as what it is sent, and whether it is made to act on what it names. */
export const FORMATS = {
  stix: { type: 'application/stix+json;version=2.1', name: 'release.json', use: 'passive' },
  misp: { type: 'application/json', name: 'release.json', use: 'passive' },
  csv: { type: 'text/csv;charset=utf-8;header=present', name: 'release.csv', use: 'passive' },
  suricata: { type: 'application/x-tar', name: 'release.tar', use: 'active' },
  navigator: { type: 'application/json', name: 'layer.json', use: 'passive' },
  list: { type: 'text/plain;charset=utf-8', name: 'release.txt', use: 'active' },
} as const satisfies Record<
  ReleaseFormat,
  { readonly type: string; readonly name: string; readonly use: Use }
>
export const FORMAT_NAMES = Object.keys(FORMATS) as [ReleaseFormat, ...ReleaseFormat[]]

/** A content and the label under which it goes. */
export type Labelled = Content & { readonly label: string }

/** What was written of what was cleared, and what of that is not in it. */
export type Written = {
  readonly bytes: Releasable<Uint8Array>
  /** Objects, events, lines, rules, values or techniques that are in it. */
  readonly entries: number
  readonly fields?: readonly FieldFate[]
  readonly left?: readonly LeftOut[]
  /** The ids of the objects of which something is in it; absent where all of them are. */
  readonly ids?: ReadonlySet<string>
  /** Cells that begin with an apostrophe because a spreadsheet would take them for a formula. */
  readonly guarded?: number
  /** Rules on URLs of https. */
  readonly encrypted?: number
}

type Writing = LookOptions & {
  /** Numbers that rules keep from one release to the next. */
  readonly sidsFor: (keys: readonly string[]) => Promise<ReadonlyMap<string, number>>
  readonly only?: string
}

/** Writes what was cleared, and nothing else. */
export async function writeAs(
  format: ReleaseFormat,
  sent: Releasable<readonly Labelled[]>,
  { sidsFor, ...options }: Writing,
): Promise<Written> {
  const contents = sent.value
  if (contents.length === 0) return { bytes: rewritten(sent, () => new Uint8Array()), entries: 0 }
  const put = <W extends { readonly bytes: Uint8Array }>(
    write: (all: readonly Labelled[]) => W,
  ) => {
    const released = rewritten(sent, write)
    return { ...released.value, bytes: rewritten(released, ({ bytes }) => bytes) }
  }
  switch (format) {
    case 'stix':
      return { ...put((all) => ({ bytes: writeBundle(all) })), entries: contents.length }
    case 'misp':
      return { ...put(writeEvents), entries: contents.length }
    case 'csv': {
      const { noColumn, ...written } = put((all) => writeCsv(thingsOf(all)))
      const fields = noColumn.map(({ field, count }) => ({
        field,
        fate: 'lost' as const,
        as: 'no column',
        count,
      }))
      return { ...written, fields, entries: contents.length }
    }
    case 'list':
      return put((all) => writeList(thingsOf(all), options))
    case 'navigator':
      return put((all) => writeNavigator(thingsOf(all)))
    case 'suricata': {
      const rules = rewritten(sent, (all) => suricataRules(thingsOf(all), options))
      const { keys, left, encrypted, ids } = rules.value
      const sids = await sidsFor(keys)
      const bytes = rewritten(rules, ({ write }) => write(sids))
      return { bytes, left, encrypted, ids, entries: keys.length }
    }
  }
}

const thingsOf = (contents: readonly Labelled[]): readonly Thing[] =>
  contents.map(({ bytes, label, from, source }) => ({
    object: read(bytes),
    tlp: label,
    from: from?.custodian ?? source,
  }))
