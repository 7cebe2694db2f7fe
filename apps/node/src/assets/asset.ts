import { got, readCsv, SourceError } from '@entente/sources/parts'
import { algorithmOf, parseCpe } from '@entente/stix'
import { addressRange } from './address.ts'
import { COLUMNS, INVENTORY_BYTES, type Column } from './column.ts'
import { AssetsError } from './error.ts'

/** The columns that are matched. In all but the name, values are separated by spaces. */
export type MatchedColumn = 'hash' | 'address' | 'domain' | 'url' | 'cpe' | 'name'

/** One thing of an operator's own. It stays at the operator's node. */
export type Asset = {
  readonly id: string
  readonly name: string
  readonly kind: string
  /** `sha256:` and lower-case hex digits. */
  readonly hash: readonly string[]
  /** Addresses and networks that it has or is set to speak to. */
  readonly address: readonly string[]
  readonly domain: readonly string[]
  readonly url: readonly string[]
  readonly cpe: readonly string[]
  readonly owner: string
  readonly site: string
  readonly note: string
}

const LIMITS = { records: 200_001, field: 4_000, fields: 200 }
const MOST_VALUES = 64

export type Inventory = {
  readonly assets: readonly Asset[]
  /** Columns of the file that have no meaning here. */
  readonly notKept: readonly string[]
}

/** Reads an inventory whole, or refuses it with the line and the column in which it is wrong. */
export function parseInventory(bytes: Uint8Array): Inventory {
  const [header, ...records] = readCsv(textOf(bytes), LIMITS)
  if (!header)
    throw new SourceError('csv.malformed', 'expected a line of column names, got nothing')
  const { places, notKept } = readHeader(header.fields)
  const seen = new Map<string, number>()
  const assets = records.map(({ line, fields }) => {
    if (fields.length > header.fields.length)
      throw new SourceError(
        'csv.malformed',
        `expected ${header.fields.length} fields, got ${fields.length} at line ${line}`,
      )
    const asset = assetOf((column) => fields[places.get(column) ?? -1]?.trim() ?? '', line)
    const before = seen.get(asset.id)
    if (before !== undefined)
      throw new AssetsError(
        'asset.twice',
        `expected each id once, got ${got(asset.id)} of line ${before} again at line ${line}, column id`,
      )
    seen.set(asset.id, line)
    return asset
  })
  return { assets, notKept }
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length > INVENTORY_BYTES)
    throw new SourceError(
      'csv.too-large',
      `expected at most ${INVENTORY_BYTES} bytes, got ${bytes.length}`,
    )
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new SourceError('csv.malformed', 'expected text in UTF-8, got other bytes', { cause })
  }
}

function readHeader(fields: readonly string[]) {
  const places = new Map<Column, number>()
  const notKept: string[] = []
  for (const [index, field] of fields.entries()) {
    const name = field.trim().toLowerCase()
    const column = COLUMNS.find((one) => one === name)
    if (column === undefined) notKept.push(got(field.trim()))
    else if (places.has(column))
      throw new SourceError('csv.malformed', `expected each column once, got ${column} again`)
    else places.set(column, index)
  }
  for (const needed of ['id', 'name'] as const)
    if (!places.has(needed))
      throw new SourceError(
        'csv.malformed',
        `expected a column ${needed} in the first line, got ${got(fields.join(', '))}`,
      )
  return { places, notKept }
}

function assetOf(cell: (column: Column) => string, line: number): Asset {
  const text = (column: Column, most: number) => {
    const value = cell(column)
    if (value.length > most || !value.isWellFormed() || /[^\P{Cc}\t\n\r]/u.test(value))
      throw wrong(line, column, `at most ${most} characters of text`, value)
    return value
  }
  const needed = (column: 'id' | 'name', most: number) => {
    const value = text(column, most)
    if (value === '') throw wrong(line, column, 'something', value)
    return value
  }
  const values = (column: Column, read: (value: string) => string | undefined, what: string) => {
    const all = text(column, LIMITS.field)
      .split(/\s+/)
      .filter((value) => value !== '')
    if (all.length > MOST_VALUES)
      throw wrong(line, column, `at most ${MOST_VALUES} values`, `${all.length}`)
    return all.map((value) => {
      const found = read(value)
      if (found === undefined) throw wrong(line, column, what, value)
      return found
    })
  }
  return {
    id: needed('id', 120),
    name: needed('name', 200),
    kind: text('kind', 80),
    hash: values('hash', hashOf, 'an MD5, SHA-1, SHA-256 or SHA-512 hash in hex digits'),
    address: values('address', addressOf, 'an IPv4 or IPv6 address or network'),
    domain: values('domain', domainOf, 'a domain name'),
    url: values('url', urlOf, 'an absolute URL'),
    cpe: values('cpe', (value) => (parseCpe(value) ? value : undefined), 'a CPE name'),
    owner: text('owner', 200),
    site: text('site', 200),
    note: text('note', 2_000),
  }
}

const wrong = (line: number, column: Column, expected: string, was: string) =>
  new AssetsError(
    'asset.malformed',
    `expected ${expected}, got ${got(was)} at line ${line}, column ${column}`,
  )

const ALGORITHMS: ReadonlyMap<number, string> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
  [128, 'sha512'],
])

/** The number of digits tells the algorithm; a name before a colon must agree with it. */
function hashOf(value: string): string | undefined {
  const [, name, digits = ''] = /^(?:([A-Za-z0-9_-]+):)?([0-9a-fA-F]+)$/.exec(value) ?? []
  const algorithm = ALGORITHMS.get(digits.length)
  if (algorithm === undefined || (name !== undefined && algorithmOf(name) !== algorithm))
    return undefined
  return `${algorithm}:${digits.toLowerCase()}`
}

const addressOf = (value: string) => (addressRange(value) ? value.toLowerCase() : undefined)

/** Lower case and without a last dot; a name in another script is compared as its punycode. */
export function domainOf(value: string): string | undefined {
  const plain = value.toLowerCase().replace(/\.$/, '')
  if (/^[\p{L}\p{N}_*-]+(?:\.[\p{L}\p{N}_-]+)*$/u.test(plain) && plain.length <= 253) {
    // oxlint-disable-next-line no-control-regex -- ASCII is what needs no punycode
    if (/^[\u0000-\u007f]*$/.test(plain)) return plain
    const { hostname } = URL.parse(`http://${plain}/`) ?? {}
    return hostname
  }
  return undefined
}

const urlOf = (value: string) => (URL.canParse(value) ? value : undefined)
