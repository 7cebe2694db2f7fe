import { instantKey, isId } from '@entente/stix'
import { TaxiiError } from './error.ts'
import { readTimestamp, type Micros } from './timestamp.ts'

/** Which versions of an object are wanted (section 3.4.1). `at` holds instants as they sort. */
export type VersionsWanted =
  | 'all'
  | { readonly first: boolean; readonly last: boolean; readonly at: ReadonlySet<string> }

/** What a reader asks of a collection: everything given holds together. */
export type Question = {
  /** Strictly after. */
  readonly after: Micros
  readonly limit: number
  readonly ids?: readonly string[]
  readonly types?: readonly string[]
  /** Absent: the latest version of STIX in which each object is there. */
  readonly specVersions?: readonly string[]
  readonly versions: VersionsWanted
}

/** The parameters of TAXII 2.1 section 3.4; each endpoint has some of them. */
export type Parameter =
  | 'added_after'
  | 'limit'
  | 'next'
  | 'match[id]'
  | 'match[type]'
  | 'match[version]'
  | 'match[spec_version]'

/** More values than this in one parameter are nobody's question. */
const MOST_VALUES = 1_000

const LAST: VersionsWanted = { first: false, last: true, at: new Set() }

/** Reads the parameters that an endpoint has; others may be ignored (section 3.4), and are. */
export function readQuestion(
  query: URLSearchParams,
  allowed: readonly Parameter[],
  bounds: { readonly context: string; readonly mostPerPage: number },
): Question {
  const given = (name: Parameter) => (allowed.includes(name) ? once(query, name) : undefined)
  const after = given('added_after')
  const limit = given('limit')
  // What has no value says nothing: clients send an empty `next` along.
  const next = given('next') || undefined
  const ids = listIn(given('match[id]'), 'match[id]', 'STIX ids', isId)
  const types = listIn(given('match[type]'), 'match[type]', 'STIX types', (one) =>
    /^[a-z0-9][a-z0-9-]{1,248}[a-z0-9]$/.test(one),
  )
  const specVersions = listIn(
    given('match[spec_version]'),
    'match[spec_version]',
    'versions of STIX such as 2.1',
    (one) => /^\d{1,3}\.\d{1,3}$/.test(one),
  )
  const from = after === undefined ? 0 : readAfter(after)
  return {
    after: next === undefined ? from : Math.max(from, readNext(next, contextOf(query, bounds))),
    limit: limit === undefined ? bounds.mostPerPage : readLimit(limit, bounds.mostPerPage),
    ...(ids ? { ids } : {}),
    ...(types ? { types } : {}),
    ...(specVersions ? { specVersions } : {}),
    versions: readVersions(given('match[version]')),
  }
}

/** Where the next page begins, as text that means something to nobody but the same question. */
export function writeNext(
  last: Micros,
  query: URLSearchParams,
  bounds: { readonly context: string },
): string {
  return `${last.toString(36)}.${contextOf(query, bounds)}`
}

/**
 * Sections 3.4 and App. B: `next` is the client's word. It only says how far the same question was
 * answered, which `added_after` could say as well; whatever else it is, is refused.
 */
function readNext(text: string, context: string): Micros {
  const [, at, of] = /^([0-9a-z]{1,11})\.([0-9a-f]{8})$/.exec(text) ?? []
  const last = at === undefined ? Number.NaN : Number.parseInt(at, 36)
  if (!Number.isSafeInteger(last) || of !== context)
    throw malformed('next', 'what this server gave for the same question', text)
  return last
}

/** A short print of what was asked but for the page: of every other question it is another. */
function contextOf(query: URLSearchParams, { context }: { readonly context: string }): string {
  const asked = [...query]
    .filter(([name]) => name !== 'next' && name !== 'limit')
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
  // FNV-1a: it finds slips, and keeps nobody out.
  let print = 0x811c9dc5
  for (const char of [context, ...asked].join('\n'))
    print = Math.imul(print ^ char.codePointAt(0)!, 0x01000193)
  return (print >>> 0).toString(16).padStart(8, '0')
}

function once(query: URLSearchParams, name: Parameter): string | undefined {
  const values = query.getAll(name)
  if (values.length > 1)
    throw new TaxiiError(
      'parameter.malformed',
      `expected ${name} once, got it ${values.length} times`,
    )
  return values[0]
}

const malformed = (name: Parameter, expected: string, value: string) =>
  new TaxiiError(
    'parameter.malformed',
    `expected ${name} as ${expected}, got ${JSON.stringify(value.slice(0, 60))}`,
  )

function readAfter(text: string): Micros {
  const micros = readTimestamp(text)
  if (micros === undefined)
    throw malformed('added_after', 'a timestamp such as 2026-11-24T09:00:00.000000Z', text)
  return micros
}

function readLimit(text: string, most: number): number {
  if (!/^[0-9]{1,15}$/.test(text) || Number(text) === 0)
    throw malformed('limit', 'a whole number above 0', text)
  return Math.min(Number(text), most)
}

function listIn(
  text: string | undefined,
  name: Parameter,
  expected: string,
  isOne: (value: string) => boolean,
): readonly string[] | undefined {
  if (text === undefined) return undefined
  const values = text.split(',')
  if (values.length > MOST_VALUES)
    throw malformed(name, `at most ${MOST_VALUES} ${expected}`, `${values.length} of them`)
  const wrong = values.find((value) => !isOne(value))
  if (wrong !== undefined) throw malformed(name, `${expected} with commas between`, wrong)
  return values
}

function readVersions(text: string | undefined): VersionsWanted {
  if (text === undefined) return LAST
  const name = 'match[version]'
  const values = text.split(',')
  if (values.length > MOST_VALUES) throw malformed(name, `at most ${MOST_VALUES} versions`, text)
  const keys = values.map((value) => {
    const key = ['all', 'first', 'last'].includes(value) ? value : instantKey(value)
    if (key === undefined) throw malformed(name, 'all, first, last or timestamps', value)
    return key
  })
  if (new Set(keys).size < keys.length) throw malformed(name, 'each version once', text)
  if (keys.includes('all')) {
    if (keys.length > 1) throw malformed(name, 'all by itself', text)
    return 'all'
  }
  return {
    first: keys.includes('first'),
    last: keys.includes('last'),
    at: new Set(keys.filter((key) => key !== 'first' && key !== 'last')),
  }
}

/**
 * Which versions of one object are wanted, of those that this reader may see, oldest first by their
 * own date. Versions are instants: one may be written in more ways than one.
 */
export function wantedOf<T extends { readonly version: string }>(
  versions: readonly T[],
  wanted: VersionsWanted,
): readonly T[] {
  if (wanted === 'all') return versions
  const [first, last] = [versions[0]?.version, versions.at(-1)?.version]
  return versions.filter(
    ({ version }) =>
      (wanted.first && version === first) ||
      (wanted.last && version === last) ||
      wanted.at.has(version),
  )
}
