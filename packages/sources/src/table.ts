import { createLoss, tlpMarking, type Loss } from '@entente/stix'
import { carrying, DEFINITION } from './carry.ts'
import { readCsv } from './csv.ts'
import { SourceError } from './error.ts'
import { findValues } from './find.ts'
import { isColumnOfValues, mapColumns, type Column } from './column.ts'
import type { Json } from './json.ts'
import {
  whole,
  idIn,
  idOf,
  instantFrom,
  made,
  referenceTo,
  type Common,
  type Sourced,
} from './making.ts'
import { patternOf } from './pattern.ts'

const LIMITS = { records: 200_001, field: 100_000, fields: 500 }

/** How a table is read: what each column becomes, and its first rows as they came. */
export type TablePreview = {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

/** What `fromTable` will make of the columns of a table, without making it. Throws a `SourceError` as it does. */
export function previewTable(text: string, rows = 10): TablePreview {
  const { columns, records } = readTable(text)
  return { columns, rows: records.slice(0, rows).map(({ fields }) => fields) }
}

function readTable(text: string) {
  const [header, ...records] = readCsv(text, LIMITS)
  const columns = mapColumns(header?.fields ?? [])
  if (!columns.some(isColumnOfValues))
    throw new SourceError(
      'source.nothing',
      'expected a column of values (value, indicator, ip, domain, url, sha256 …) in the first line, got none',
    )
  return { columns, records }
}

/**
 * A table as indicators: a row for each value in it, by what the names of its columns say. A row has the date at which it
 * says that its value was first seen, else that at which it came in.
 */
export function fromTable(
  text: string,
  { name, at }: { readonly name: string; readonly at: string },
): Sourced {
  const { columns, records } = readTable(text)
  const loss = createLoss()
  const indicators = records.flatMap(({ fields, line }) => {
    const cells = columns.flatMap((column, index): readonly Cell[] => {
      const text = fields[index]?.trim() ?? ''
      return text === '' ? [] : [{ column, text }]
    })
    return rowObjects(cells, { line, name, at, loss })
  })
  if (indicators.length === 0)
    throw new SourceError('source.nothing', 'expected values in the rows, got none')
  return {
    id: idOf('bundle', `csv ${name} ${text}`),
    objects: whole([...DEFINITION, ...indicators]),
    fields: loss.report(),
  }
}

type Cell = { readonly column: Column; readonly text: string }
type Row = {
  readonly line: number
  readonly name: string
  readonly at: string
  readonly loss: Loss
}

function rowObjects(cells: readonly Cell[], { name, at, loss }: Row): readonly Json[] {
  const one = (as: Column['as']) => cells.find(({ column }) => column.as === as)?.text
  const all = (as: Column['as']) => cells.filter(({ column }) => column.as === as)
  const seen = instantFrom((one('first_seen') ?? '').replace(' ', 'T')) ?? at
  const labels = all('labels').flatMap(({ text }) =>
    text.split(/[,;|]/).flatMap((label) => label.trim() || []),
  )
  const tlp = one('tlp')
  const marking = tlp === undefined ? undefined : tlpMarking(tlp)
  // A label that is none stays one, which release does not understand and lets go nowhere.
  if (tlp !== undefined && marking === undefined) labels.push(`tlp:${tlp}`)
  const until = instantFrom((one('valid_until') ?? '').replace(' ', 'T'))
  const confidence = confidenceOf(one('confidence'))
  const record = Object.fromEntries(cells.map(({ column, text }) => [column.name, text]))
  const carried = carrying('csv', record)
  const common: Common = {
    created: seen,
    modified: seen,
    markings: marking === undefined ? [] : [marking],
  }
  const values = cells.filter(({ column }) => isColumnOfValues(column))
  const understood: Readonly<Record<string, boolean>> = {
    first_seen: seen !== at,
    valid_until: until !== undefined && until > seen,
    confidence: confidence !== undefined,
  }
  for (const { column } of cells) {
    if (isColumnOfValues(column)) continue
    const isKept = column.as !== undefined && understood[column.as] !== false
    if (isKept) loss.note(column.name, 'mapped', column.to)
    else loss.note(column.name, ...carried.otherwise)
  }
  const own = {
    ...(one('description')
      ? {
          description: all('description')
            .map(({ text }) => text)
            .join('\n'),
        }
      : {}),
    ...(labels.length > 0 ? { labels: [...new Set(labels)] } : {}),
    ...(confidence === undefined ? {} : { confidence }),
    ...(one('reference')
      ? { external_references: all('reference').map(({ text }) => referenceTo(text, name)) }
      : {}),
    ...carried.own,
  }
  return values.map(({ column, text }) => {
    const pattern = patternOf(text, column.kind ?? one('type'))
    const key = `csv ${name} ${JSON.stringify(record)} ${text}`
    if (pattern === undefined) {
      loss.note(
        column.name,
        'mapped',
        'note.content: it is no value that a pattern of STIX compares',
      )
      return made(['note', key], common, {
        abstract: `${name}: ${one('type') ?? column.name}`,
        content: [text, own.description].filter(Boolean).join('\n'),
        object_refs: [idIn(DEFINITION[0]!)],
        ...carried.own,
        ...(own.labels ? { labels: own.labels } : {}),
      })
    }
    loss.note(column.name, 'mapped', 'indicator.pattern')
    return made(['indicator', key], common, {
      name: (one('name') ?? meantBy(text)).slice(0, 250),
      pattern,
      pattern_type: 'stix',
      pattern_version: '2.1',
      valid_from: seen,
      ...(until !== undefined && until > seen ? { valid_until: until } : {}),
      ...own,
    })
  })
}

/** The value as it is meant, where it was made harmless. */
const meantBy = (text: string): string => findValues(text)[0]?.value ?? text

/** STIX 2.1 appendix A, the scale of None, Low, Med and High; a number stands for itself. */
const WORDS: Readonly<Record<string, number>> = {
  none: 0,
  low: 15,
  baja: 15,
  med: 50,
  medium: 50,
  media: 50,
  high: 85,
  alta: 85,
}
function confidenceOf(text: string | undefined): number | undefined {
  const word = text?.toLowerCase().replace('%', '').trim() ?? ''
  if (Object.hasOwn(WORDS, word)) return WORDS[word]
  return /^\d{1,3}$/.test(word) && Number(word) <= 100 ? Number(word) : undefined
}
