import { TLP } from '@entente/release'
import {
  instantKey,
  PAP_LEVELS,
  QUERY_IS,
  QUERY_KEYS,
  QUERY_LIMITS,
  QUERY_PAP,
  QUERY_TLP,
  readQuery,
  type Query,
  type QueryFault,
  type QueryIs,
  type QueryKey,
  type Term,
  type When,
} from '@entente/stix'
import { instant, type Clock } from '../platform/clock.ts'
import { IntelligenceError } from './error.ts'
import { phrasesOf } from './search.ts'
import type { Condition, IntelligenceStore } from './store.ts'
import { tellObjects } from './names.ts'
import { FLAG, papBits, UNLABELLED } from './traits.ts'

type Store = Pick<IntelligenceStore, 'cells' | 'newest' | 'versions'>

/** A query as the store is asked: the words, the ids, and for each key the conditions that are alternatives. */
export type Question = {
  readonly phrases: readonly string[]
  readonly ids?: readonly string[]
  readonly conditions: ReadonlyMap<QueryKey, readonly Condition[]>
}

/** Reads what a person typed, or says what was expected, where, and what to do. */
export async function readQuestion(
  store: Store,
  text: string,
  { red, clock }: { readonly red: boolean; readonly clock: Clock },
): Promise<Question> {
  const query = readQuery(text)
  if ('expected' in query) throw new IntelligenceError('query.malformed', sayFault(query))
  const creators = await creatorsOf(store, query, red)
  const conditions = new Map<QueryKey, readonly Condition[]>()
  for (const key of QUERY_KEYS) {
    const terms = query.terms.filter((term) => term.key === key)
    const read = [false, true].flatMap((not) =>
      conditionsOf(
        terms.filter((term) => term.not === not),
        not,
        { clock, creators },
      ),
    )
    if (read.length > 0) conditions.set(key, read)
  }
  return {
    phrases: query.words.flatMap(phrasesOf),
    ...(query.ids.length > 0 ? { ids: query.ids } : {}),
    conditions,
  }
}

type Reading = { readonly clock: Clock; readonly creators: ReadonlyMap<string, readonly string[]> }

/** Conditions of one key, all with or all without a hyphen: alternatives become one, points in time stay apart. */
function conditionsOf(
  terms: readonly Term[],
  not: boolean,
  { clock, creators }: Reading,
): readonly Condition[] {
  const [first] = terms
  if (!first) return []
  switch (first.key) {
    case 'type':
      return [{ on: 'type', not, values: valuesOf(terms) }]
    case 'by':
      return [
        { on: 'creator', not, values: valuesOf(terms).flatMap((one) => creators.get(one) ?? []) },
      ]
    case 'from':
      return [{ on: 'source', not, values: valuesOf(terms) }]
    case 'tlp':
      return [{ on: 'tlp', not, values: valuesOf(terms).map(tlpIndex) }]
    case 'pap':
      return [{ on: 'pap', not, values: valuesOf(terms).map(papBitsOf) }]
    case 'is':
      return [
        { on: 'flags', not, mask: valuesOf(terms).reduce((mask, one) => mask | maskOf(one), 0) },
      ]
    case 'seen':
    case 'modified': {
      const key = first.key
      return terms.map((term) => readWhen(key, term.value as When, not, clock))
    }
  }
}

/** As texts are kept: PostgreSQL has no NUL in one. */
const valuesOf = (terms: readonly Term[]): readonly string[] =>
  terms.flatMap(({ value }) => (typeof value === 'string' ? [value.replaceAll('\0', ' ')] : []))

/** `red` is the first label of `TLP`; `none` stands behind the last. */
const tlpIndex = (word: string): number => {
  const at = TLP.findIndex((label) => label === `TLP:${word.toUpperCase()}`)
  return at < 0 ? UNLABELLED : at
}

export const tlpWord = (index: number): (typeof QUERY_TLP)[number] =>
  QUERY_TLP.find((word) => tlpIndex(word) === index) ?? 'none'

/** What `pap:` asks for, as objects are listed; `none` has no bits. */
const papBitsOf = (word: string): number =>
  papBits(PAP_LEVELS.find((level) => level === `PAP:${word.toUpperCase()}`))

const maskOf = (word: string): number => FLAG[word as QueryIs]

const HOUR = 3_600_000

function readWhen(key: 'seen' | 'modified', when: When, not: boolean, clock: Clock): Condition {
  const at =
    'day' in when
      ? `${when.day}T00:00:00.000Z`
      : instant({ now: () => Math.max(0, clock.now() - when.hoursAgo * HOUR) })
  const on = key === 'seen' ? 'seen' : 'version'
  const bound = key === 'seen' ? at : (instantKey(at) ?? at)
  return when.side === 'later' ? { on, not, from: bound } : { on, not, until: bound }
}

/** The identities that a name or an id in `by:` means, of those that made something held here. */
async function creatorsOf(
  store: Store,
  query: Query,
  red: boolean,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = valuesOf(query.terms.filter(({ key }) => key === 'by'))
  if (asked.length === 0) return new Map()
  const { cells } = await store.cells()
  const names = await creatorNames(store, [...new Set(cells.map(({ creator }) => creator))], red)
  return new Map(
    asked.map((wanted) => [
      wanted,
      // What says no author has none.
      wanted === 'none'
        ? ['']
        : [...names].flatMap(([id, name]) =>
            id === wanted || name?.toLowerCase() === wanted.toLowerCase() ? [id] : [],
          ),
    ]),
  )
}

/** What these identities are called, as far as they are held and may be seen. */
export async function creatorNames(
  store: Pick<IntelligenceStore, 'newest' | 'versions'>,
  ids: readonly string[],
  red: boolean,
): Promise<ReadonlyMap<string, string | undefined>> {
  const asked = ids.filter((id) => id !== '')
  const tell = await tellObjects(store, asked, red)
  return new Map(asked.map((id) => [id, tell(id).name]))
}

const list = (words: readonly string[]) => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** What each place of a query takes. */
const EXPECTED: Readonly<Record<QueryFault['expected'], string>> = {
  key: `one of ${QUERY_KEYS.map((key) => `${key}:`).join(', ')} before the colon, or the whole in quotes to look for it as words`,
  quote: 'a closing quotation mark',
  shorter: `at most ${QUERY_LIMITS.characters} characters`,
  fewer: `at most ${QUERY_LIMITS.parts} words and conditions`,
  type: 'a STIX type such as type:indicator',
  tlp: `a label, tlp: with ${list(QUERY_TLP)}`,
  pap: `a word of PAP, pap: with ${list(QUERY_PAP)}`,
  is: `is: with ${list(QUERY_IS)}`,
  by: 'the name or the id of an identity, by:"A name"',
  from: 'two letters of a party or the name of a file, from:XB',
  seen: 'a point in time: seen:>7d (later than seven days ago; h, d, w) or seen:<2026-11-01',
  modified:
    'a point in time: modified:>7d (later than seven days ago; h, d, w) or modified:<2026-11-01',
}

const sayFault = ({ expected, got, from }: QueryFault): string =>
  `expected ${EXPECTED[expected]}, at character ${from + 1}, got ${JSON.stringify(got.slice(0, 80))}`
