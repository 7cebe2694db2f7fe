import { createLoss, isPapTag, tlpMarking, type Loss } from '@entente/stix'
import { carrying, DEFINITION, type Carried } from './carry.ts'
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
  strictestMarking,
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
  // What stands behind the last name is a column without one.
  const widths = records.map(({ fields }) => fields.findLastIndex((one) => one.trim() !== '') + 1)
  const width = widths.reduce((most, one) => Math.max(most, one), header?.fields.length ?? 0)
  const columns = mapColumns(Array.from({ length: width }, (_, at) => header?.fields[at] ?? ''))
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
  const indicators = records.flatMap(({ fields }) => {
    const cells = columns.flatMap((column, index): readonly Cell[] => {
      const text = fields[index]?.trim() ?? ''
      return text === '' ? [] : [{ column, text }]
    })
    return rowObjects(cells, { name, at, loss })
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
type Row = { readonly name: string; readonly at: string; readonly loss: Loss }

function rowObjects(cells: readonly Cell[], row: Row): readonly Json[] {
  const said = saidBy(cells, row)
  const { name, loss } = row
  tellCells(cells, said, loss)
  return cells
    .filter(({ column }) => isColumnOfValues(column))
    .map(({ column, text }) => {
      const pattern = patternOf(text, column.kind ?? said.one('type'))
      const key = `csv ${name} ${JSON.stringify(said.record)} ${text}`
      if (pattern === undefined) {
        loss.note(column.name, 'mapped', 'note.content: no pattern of STIX compares such a value')
        const { description, confidence: _, external_references: __, ...own } = said.own
        return made(['note', key], said.common, {
          abstract: `${name}: ${said.one('type') ?? column.name}`,
          content: [text, description].filter(Boolean).join('\n'),
          object_refs: [idIn(DEFINITION[0]!)],
          ...own,
        })
      }
      loss.note(column.name, 'mapped', 'indicator.pattern')
      return made(['indicator', key], said.common, {
        name: (said.one('name') ?? meantBy(text)).slice(0, 250),
        pattern,
        pattern_type: 'stix',
        pattern_version: '2.1',
        valid_from: said.since,
        ...(said.until === undefined ? {} : { valid_until: said.until }),
        ...said.own,
      })
    })
}

const LONG_AGO = '1970-01-01T00:00:00.000Z'

type Said = {
  readonly one: (as: Column['as']) => string | undefined
  readonly record: Json
  readonly common: Common
  readonly since: string
  readonly until: string | undefined
  /** Properties that every object of the row has. */
  readonly own: Json
  readonly otherwise: Carried['otherwise']
  /** Columns of which this row has a cell that is not what such a column holds. */
  readonly unread: ReadonlySet<Column['as']>
}

/** What a row says beside its values. */
function saidBy(cells: readonly Cell[], { name, at }: Row): Said {
  const one = (as: Column['as']) => cells.find(({ column }) => column.as === as)?.text
  const all = (as: Column['as']) =>
    cells.flatMap(({ column, text }) => (column.as === as ? [text] : []))
  const day = (as: Column['as']) => instantFrom((one(as) ?? '').replace(' ', 'T'))
  const [seen, end] = [day('first_seen'), day('valid_until')]
  const created = seen ?? at
  // What had ended when it came in, and does not say when it began, has ended all the same.
  const since = seen === undefined && end !== undefined && end <= at ? LONG_AGO : created
  const until = end !== undefined && end > since ? end : undefined
  const marking = strictestMarking(all('tlp'))
  const labels = [
    ...all('labels').flatMap(listed),
    // A label of TLP that is none stays one, which release does not understand and lets go nowhere.
    ...all('tlp').flatMap((tlp) => (tlpMarking(tlp) === undefined ? [`tlp:${tlp}`] : [])),
    ...all('pap').map((pap) => (isPapTag(pap) ? pap : `pap:${pap}`)),
  ]
  const confidence = confidenceOf(one('confidence'))
  const record = Object.fromEntries(cells.map(({ column, text }) => [column.name, text]))
  const carried = carrying('csv', record)
  const references = all('reference').map((text) => referenceTo(text, name))
  const description = all('description').join('\n')
  return {
    one,
    record,
    common: { created, modified: created, markings: marking === undefined ? [] : [marking] },
    since,
    until,
    own: {
      ...(description === '' ? {} : { description }),
      ...(labels.length > 0 ? { labels: [...new Set(labels)] } : {}),
      ...(confidence === undefined ? {} : { confidence }),
      ...(references.length > 0 ? { external_references: references } : {}),
      ...carried.own,
    },
    otherwise: carried.otherwise,
    unread: new Set<Column['as']>([
      ...(seen === undefined ? (['first_seen'] as const) : []),
      ...(until === undefined ? (['valid_until'] as const) : []),
      ...(confidence === undefined ? (['confidence'] as const) : []),
    ]),
  }
}

/** A list in one cell, however who wrote it wrote lists: `a, b`, `a; b`, `a|b`, `['a', "b"]`; `nan` is how some write none. */
const listed = (text: string): readonly string[] =>
  text
    .trim()
    .replace(/^\[(.*)\]$/s, '$1')
    .split(/[,;|]/)
    .map((item) =>
      item
        .trim()
        .replace(/^(['"])(.*)\1$/s, '$2')
        .trim(),
    )
    .filter((item) => item !== '' && item.toLowerCase() !== 'nan')

function tellCells(cells: readonly Cell[], { unread, otherwise }: Said, loss: Loss): void {
  for (const { column } of cells) {
    if (isColumnOfValues(column)) continue
    if (column.as !== undefined && !unread.has(column.as))
      loss.note(column.name, 'mapped', column.to)
    else loss.note(column.name, ...otherwise)
  }
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
