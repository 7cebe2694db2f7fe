/**
 * Whether a version of a product is affected, by the algorithm of the CVE record format
 * (https://github.com/CVEProject/cve-schema, versions.md). What cannot be compared is said, never guessed: records name
 * addresses, branches and words where a version should stand.
 */

export type VersionRange = {
  readonly version: string
  readonly status: string
  readonly versionType?: string | undefined
  readonly lessThan?: string | undefined
  readonly lessThanOrEqual?: string | undefined
  readonly changes?: readonly { readonly at: string; readonly status: string }[] | undefined
}
export type VersionedProduct = {
  readonly versions?: readonly VersionRange[] | undefined
  /** Of versions that no range has; `unknown` where it is not said. */
  readonly defaultStatus?: string | undefined
}
export type VersionVerdict = {
  readonly affected: 'yes' | 'no' | 'cannot-tell'
  /** The range that decided, or what could not be compared. */
  readonly because: string
}

/** Whether this version of the product is affected. */
export function affects(product: VersionedProduct, version: string): VersionVerdict {
  for (const range of product.versions ?? []) {
    const isIn = covers(range, version)
    if (isIn === undefined)
      return {
        affected: 'cannot-tell',
        because: `${version} cannot be compared with ${sayRange(range)}`,
      }
    if (isIn) return statusIn(range, version)
  }
  const status = product.defaultStatus ?? 'unknown'
  return verdict(status, `no range names ${version}, and all others are ${status}`)
}

/** `14.1 up to, but not, 8.50 (patch)` */
export function sayRange({
  version,
  versionType,
  lessThan,
  lessThanOrEqual,
}: VersionRange): string {
  const to =
    lessThan !== undefined
      ? ` up to, but not, ${lessThan}`
      : lessThanOrEqual !== undefined
        ? ` up to and with ${lessThanOrEqual}`
        : ''
  return `${version}${to}${versionType === undefined ? '' : ` (${versionType})`}`
}

const verdict = (status: string, because: string): VersionVerdict => ({
  affected: status === 'affected' ? 'yes' : status === 'unaffected' ? 'no' : 'cannot-tell',
  because,
})

function statusIn(range: VersionRange, version: string): VersionVerdict {
  let { status } = range
  for (const change of sorted(range)) {
    const order = compare(change.at, version, range.versionType)
    if (order === undefined)
      return {
        affected: 'cannot-tell',
        because: `${version} cannot be compared with ${change.at}, where the status changes`,
      }
    if (order <= 0) status = change.status
  }
  return verdict(status, `${version} is in ${sayRange(range)}, which is ${status}`)
}

const sorted = ({ changes = [], versionType }: VersionRange) =>
  changes.toSorted((a, b) => compare(a.at, b.at, versionType) ?? 0)

/** Whether a range has a version; undefined where that cannot be told. */
function covers(range: VersionRange, version: string): boolean | undefined {
  const { version: from, versionType: type } = range
  const to = range.lessThan ?? range.lessThanOrEqual
  if (to === undefined) {
    const order = compare(from, version, type)
    // A name that is no number is another version, unless it is a branch or an address of one.
    return order === undefined ? undefined : order === 0
  }
  const lower = from === '0' ? -1 : compare(from, version, type)
  const upper = compare(version, to, type)
  // An upper end below the lower one counts in another way than the versions do.
  const ends = from === '0' ? -1 : compare(from, to, type)
  if (ends === undefined || ends > 0) return undefined
  if (lower === undefined || upper === undefined) return undefined
  return lower <= 0 && (range.lessThan === undefined ? upper <= 0 : upper < 0)
}

/** Types whose order is in a repository, not in the text. */
const HISTORIES = new Set(['git', 'hg', 'mercurial', 'svn', 'bzr', 'cvs'])
const NUMBERS = /^v?(\d{1,40}(?:\.\d{1,40}){0,15}(?:\.\*)?|\*)$/i
const SEMVER =
  /^v?(\d{1,40}(?:\.\d{1,40}){0,2}(?:\.\*)?|\*)(?:-([0-9a-z.-]{1,100}))?(?:\+[0-9a-z.-]{1,100})?$/i

/**
 * Negative where the first comes before the second, positive where behind, 0 where they are the same; undefined where that
 * cannot be told. Dotted numbers are compared number by number whatever the type is called, for no scheme orders them
 * otherwise; what stands behind a hyphen only in semantic versions, and what has words in it not at all.
 */
function compare(a: string, b: string, type = 'custom'): number | undefined {
  if (a === b) return 0
  if (HISTORIES.has(type.toLowerCase())) return undefined
  const [, numbersA] = NUMBERS.exec(a) ?? []
  const [, numbersB] = NUMBERS.exec(b) ?? []
  if (numbersA !== undefined && numbersB !== undefined) return byNumbers(numbersA, numbersB)
  return type.toLowerCase() === 'semver' ? bySemver(a, b) : undefined
}

function byNumbers(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [one, other] = [left[at] ?? '0', right[at] ?? '0']
    if (one === '*' || other === '*') return one === other ? 0 : one === '*' ? 1 : -1
    const order = byDigits(one, other)
    if (order !== 0) return order
  }
  return 0
}

/** Numbers of any length. */
function byDigits(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')]
  if (one.length !== other.length) return one.length - other.length
  return one < other ? -1 : one > other ? 1 : 0
}

/** https://semver.org section 11. */
function bySemver(a: string, b: string): number | undefined {
  const [, coreA, preA] = SEMVER.exec(a) ?? []
  const [, coreB, preB] = SEMVER.exec(b) ?? []
  if (coreA === undefined || coreB === undefined) return undefined
  const order = byNumbers(coreA, coreB)
  if (order !== 0 || preA === preB) return order
  if (preA === undefined || preB === undefined) return preA === undefined ? 1 : -1
  const [left, right] = [preA.split('.'), preB.split('.')]
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const between = byIdentifier(left[at]!, right[at]!)
    if (between !== 0) return between
  }
  return left.length - right.length
}

function byIdentifier(a: string, b: string): number {
  const [isA, isB] = [/^\d+$/.test(a), /^\d+$/.test(b)]
  if (isA && isB) return byDigits(a, b)
  if (isA !== isB) return isA ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}
