import type { Comparison, Constant, Untested } from '@entente/stix'
import { algorithmOf, compareCpe, parseCpe, type Cpe } from '@entente/stix'
import { addressRange, isInside, isSingle, type AddressRange } from './address.ts'
import { domainOf, type Asset, type MatchedColumn } from './asset.ts'

/** How a value of an asset meets what an indicator names. */
type Relation =
  /** The same value. */
  | 'same'
  /** The asset's address lies in the indicator's network. */
  | 'inside'
  /** The indicator's address lies in the asset's network: which host has it, the inventory does not say. */
  | 'around'
  /** The indicator's `LIKE` takes it. */
  | 'like'
  /** The indicator's CPE name takes the asset's in. */
  | 'covers'
  /** The asset's CPE name leaves open what the indicator's fixes, such as the version. */
  | 'may-cover'

/** One value of one asset that one comparison meets. */
export type Hit = {
  readonly asset: Asset
  readonly column: MatchedColumn
  readonly value: string
  readonly relation: Relation
}

export const isCertain = ({ relation }: Hit) => relation !== 'around' && relation !== 'may-cover'

/** What the inventory can answer of one comparison, made ready to be looked up. */
export type Question = {
  readonly column: MatchedColumn
  /** What stands in this column can answer it: `sha256:` for a hash of that algorithm alone. */
  readonly prefix: string
  readonly isNegated: boolean
  readonly find: (index: AssetIndex) => readonly Hit[]
}

type Entry<T> = { readonly asset: Asset; readonly text: string; readonly value: T }

/** An inventory by its values. */
export type AssetIndex = {
  readonly assets: readonly Asset[]
  /** By column and value in lower case; hashes, names, domains and URLs. */
  readonly exact: ReadonlyMap<string, readonly Asset[]>
  readonly addresses: readonly Entry<AddressRange>[]
  readonly networks: readonly Entry<AddressRange>[]
  readonly cpes: readonly Entry<Cpe>[]
}

const EXACT = ['hash', 'domain', 'url'] as const
const keyOf = (column: MatchedColumn, value: string) =>
  `${column} ${column === 'url' ? value : value.toLowerCase()}`

export function indexAssets(assets: readonly Asset[]): AssetIndex {
  const exact = new Map<string, Asset[]>()
  const ranges: Entry<AddressRange>[] = []
  const cpes: Entry<Cpe>[] = []
  const add = (column: MatchedColumn, value: string, asset: Asset) => {
    const key = keyOf(column, value)
    const others = exact.get(key)
    if (others) others.push(asset)
    else exact.set(key, [asset])
  }
  for (const asset of assets) {
    add('name', asset.name, asset)
    for (const column of EXACT) for (const value of asset[column]) add(column, value, asset)
    for (const text of asset.address) {
      const value = addressRange(text)
      if (value) ranges.push({ asset, text, value })
    }
    for (const text of asset.cpe) {
      const value = parseCpe(text)
      if (value) cpes.push({ asset, text, value })
    }
  }
  const addresses = ranges
    .filter(({ value }) => isSingle(value))
    .toSorted((a, b) => (a.value.from < b.value.from ? -1 : a.value.from > b.value.from ? 1 : 0))
  const networks = ranges.filter(({ value }) => !isSingle(value))
  return { assets, exact, addresses, networks, cpes }
}

/** What an inventory can be asked for this comparison, or why it cannot answer it. */
export function questionOf(comparison: Comparison): Question | Untested {
  const untested = (because: string): Untested => ({ text: comparison.text, because })
  const column = columnOf(comparison)
  if (column === undefined) return untested('an inventory has no column for it')
  if (comparison.operator === 'EXISTS') return untested('it asks for no value')
  const finders = comparison.constants.map((constant) => finderOf(column, comparison, constant))
  const failed = finders.find((finder) => typeof finder === 'string')
  if (failed !== undefined) return untested(failed)
  const all = finders as readonly Finder[]
  return {
    column,
    prefix: column === 'hash' ? hashPrefix(comparison) : '',
    isNegated: comparison.isNegated !== (comparison.operator === '!='),
    find: (index) => all.flatMap((find) => find(index)),
  }
}

type Finder = (index: AssetIndex) => readonly Hit[]

function columnOf({ type, path, constants }: Comparison): MatchedColumn | undefined {
  const property = `${type}:${path.join('.')}`
  if (path[0] === 'hashes' && path.length === 2 && /^(?:file|artifact)$/.test(type)) return 'hash'
  switch (property) {
    case 'ipv4-addr:value':
    case 'ipv6-addr:value':
    case 'domain-name:resolves_to_refs.[*].value':
      return 'address'
    case 'domain-name:value':
      return 'domain'
    case 'url:value':
      return 'url'
    case 'software:name':
      return 'name'
    case 'software:cpe':
      return 'cpe'
    case 'network-traffic:src_ref.value':
    case 'network-traffic:dst_ref.value':
      return constants.every(({ value }) => addressRange(String(value))) ? 'address' : 'domain'
    default:
      return undefined
  }
}

const hashPrefix = ({ path }: Comparison) =>
  path[1] === '[*]' ? '' : `${algorithmOf(path[1] ?? '')}:`

/** How to look one constant up, or why that cannot be done. */
function finderOf(
  column: MatchedColumn,
  comparison: Comparison,
  { kind, value }: Constant,
): Finder | string {
  if (kind !== 'string') return 'an inventory has texts, and it compares with something else'
  switch (comparison.operator) {
    case '=':
    case '!=':
    case 'IN':
      return equalTo(column, comparison, value)
    case 'LIKE':
      return likeFinder(column, value)
    case 'ISSUBSET':
    case 'ISSUPERSET':
      return networkFinder(column, comparison.operator, value)
    case 'MATCHES':
      return 'regular expressions of others are not run here'
    case '<':
    case '>':
    case '<=':
    case '>=':
      return 'values of an inventory have no order'
    case 'EXISTS':
      return 'it asks for no value'
  }
}

function equalTo(column: MatchedColumn, comparison: Comparison, value: string): Finder | string {
  switch (column) {
    case 'hash':
      return hashFinder(hashPrefix(comparison), value)
    case 'domain':
      return exactFinder(column, domainOf(value) ?? value)
    case 'url':
    case 'name':
      return exactFinder(column, value)
    case 'address': {
      const range = addressRange(value)
      if (!range) return `${value.slice(0, 80)} is no address`
      return (index) => addressHits(index, range)
    }
    case 'cpe': {
      const cpe = parseCpe(value)
      if (!cpe) return `${value.slice(0, 80)} is no CPE name`
      return ({ cpes }) => cpes.flatMap((entry) => cpeHit(cpe, entry))
    }
  }
}

const exactFinder =
  (column: MatchedColumn, value: string): Finder =>
  ({ exact }) =>
    (exact.get(keyOf(column, value)) ?? []).map((asset) => ({
      asset,
      column,
      value: column === 'name' ? asset.name : value,
      relation: 'same',
    }))

/** `hashes[*]` asks for any algorithm. */
function hashFinder(prefix: string, value: string): Finder {
  const prefixes = prefix === '' ? ['md5:', 'sha1:', 'sha256:', 'sha512:'] : [prefix]
  const finders = prefixes.map((one) => exactFinder('hash', `${one}${value.toLowerCase()}`))
  return (index) => finders.flatMap((find) => find(index))
}

/** Both ways: the asset's address in the indicator's network, and the indicator's in the asset's. */
function addressHits(index: AssetIndex, range: AddressRange): readonly Hit[] {
  const relation = isSingle(range) ? 'same' : 'inside'
  return [...insideHits(index, range, relation), ...aroundHits(index, range)]
}

function insideHits(
  { addresses, networks }: AssetIndex,
  range: AddressRange,
  relation: Relation,
): readonly Hit[] {
  const hits: Hit[] = []
  for (let at = firstFrom(addresses, range.from); at < addresses.length; at += 1) {
    const entry = addresses[at]!
    if (entry.value.from > range.to) break
    if (isInside(entry.value, range)) hits.push(addressHit(entry, relation))
  }
  for (const entry of networks)
    if (isInside(entry.value, range)) hits.push(addressHit(entry, relation))
  return hits
}

const aroundHits = ({ networks }: AssetIndex, range: AddressRange): readonly Hit[] =>
  networks
    .filter(({ value }) => isInside(range, value) && !isInside(value, range))
    .map((entry) => addressHit(entry, 'around'))

const addressHit = ({ asset, text }: Entry<AddressRange>, relation: Relation): Hit => ({
  asset,
  column: 'address',
  value: text,
  relation,
})

/** The place of the first address that is not before this one. */
function firstFrom(addresses: readonly Entry<AddressRange>[], from: bigint): number {
  let [low, high] = [0, addresses.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (addresses[middle]!.value.from < from) low = middle + 1
    else high = middle
  }
  return low
}

function cpeHit(named: Cpe, { asset, text, value }: Entry<Cpe>): readonly Hit[] {
  const answer = compareCpe(named, value)
  if (answer === 'not') return []
  const relation = answer === 'covers' ? 'covers' : 'may-cover'
  return [{ asset, column: 'cpe', value: text, relation }]
}

function networkFinder(
  column: MatchedColumn,
  operator: 'ISSUBSET' | 'ISSUPERSET',
  value: string,
): Finder | string {
  const range = addressRange(value)
  if (column !== 'address' || !range) return `${operator} asks for a network of addresses`
  if (operator === 'ISSUBSET') return (index) => insideHits(index, range, 'inside')
  return (index) =>
    [...addressHits(index, range)]
      .filter(({ value: text }) => {
        const own = addressRange(text)
        return own !== undefined && isInside(range, own)
      })
      .map((hit) => ({ ...hit, relation: 'same' }))
}

const MOST_LIKE = 1_000

/** `%` stands for any text, `_` for one character (STIX 2.1 section 9.6.1); case is not looked at. */
function likeFinder(column: MatchedColumn, pattern: string): Finder | string {
  if (pattern.length > MOST_LIKE) return `LIKE takes at most ${MOST_LIKE} characters here`
  const wanted = Array.from(pattern.normalize('NFC').toLowerCase())
  const takes = (value: string) => isLike(Array.from(value.normalize('NFC').toLowerCase()), wanted)
  return ({ assets }) =>
    assets.flatMap((asset) =>
      valuesOf(asset, column)
        .filter((value) => takes(plainOf(column, value)))
        .map((value) => ({ asset, column, value, relation: 'like' as const })),
    )
}

/** A hash without the name of its algorithm. */
const plainOf = (column: MatchedColumn, value: string) =>
  column === 'hash' ? value.slice(value.indexOf(':') + 1) : value

/** Without backtracking over more than the last `%`: at most the product of both lengths. */
function isLike(text: readonly string[], wanted: readonly string[]): boolean {
  let [at, next, star, from] = [0, 0, -1, 0]
  while (at < text.length) {
    if (wanted[next] === '%') [star, from, next] = [next, at, next + 1]
    else if (next < wanted.length && (wanted[next] === '_' || wanted[next] === text[at]))
      [at, next] = [at + 1, next + 1]
    else if (star >= 0) [next, from, at] = [star + 1, from + 1, from + 1]
    else return false
  }
  return wanted.slice(next).every((sign) => sign === '%')
}

/** What an asset has in a column. */
export const valuesOf = (asset: Asset, column: MatchedColumn): readonly string[] =>
  column === 'name' ? [asset.name] : asset[column]
