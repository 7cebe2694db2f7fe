import {
  compilePattern,
  indexPatterns,
  instantKey,
  isObservableType,
  observedIn,
  parsePattern,
  referencesOf,
  StixError,
  textOf,
  type CompiledPattern,
  type Observation,
  type Observed,
  type Test,
} from '@entente/stix'
import type { HuntEvent } from './api.ts'
import type { Since } from './since.ts'
import type { IntelligenceStore } from './store.ts'
import { valuesOf } from './names.ts'
import { nameOf } from './words.ts'

type Json = Readonly<Record<string, unknown>>

export type Hunt = {
  readonly pattern: string
  /** Whether what is TLP:RED is looked at. */
  readonly red: boolean
  /** Ends it early; what was found until then was told. */
  readonly signal?: AbortSignal
}

type Held = {
  readonly store: Pick<IntelligenceStore, 'newest' | 'cells'>
  readonly since: Since
}

/** Cyber-observable objects that are looked at by themselves (STIX 2.1 section 6). */
const OBSERVABLES = [
  'artifact',
  'autonomous-system',
  'directory',
  'domain-name',
  'email-addr',
  'email-message',
  'file',
  'ipv4-addr',
  'ipv6-addr',
  'mac-addr',
  'mutex',
  'network-traffic',
  'process',
  'software',
  'url',
  'user-account',
  'windows-registry-key',
  'x509-certificate',
]

const PAGE = 200
const MOST_TOLD = 1_000
/** How far references are followed from what was observed. */
const DEEPEST = 3

/**
 * Puts a pattern to everything held: to each observed-data object with what it names, and, where one pair of brackets met
 * is the whole pattern met, to each cyber-observable object by itself, of other types too where the pattern names them.
 * What is found is told as it is found, the newest version of each object once; in between, how far it has come. Throws
 * `StixError` before anything is told where the pattern is not read.
 */
export async function* hunt(
  { store, since }: Held,
  { pattern, red, signal }: Hunt,
): AsyncGenerator<HuntEvent> {
  const { bound, brackets } = compilePattern(pattern)
  const isAlone = isOfOne(bound)
  const types = ['observed-data', ...(isAlone ? [...OBSERVABLES, ...othersIn(pattern)] : [])]
  const { cells } = await store.cells()
  const of = cells.reduce((sum, { type, count }) => sum + (types.includes(type) ? count : 0), 0)
  const see = streamOf(pattern)
  const counts = { looked: 0, found: 0, withheld: 0, unread: 0 }
  const look = async (type: string, id: string): Promise<HuntEvent | undefined> => {
    const object = (await valuesOf(store, [id], red)).get(id)
    counts.looked += 1
    if (!object) {
      counts.withheld += 1
      return undefined
    }
    try {
      const met =
        type === 'observed-data'
          ? see(await observedWith(store, object, red)).flatMap(({ observed }) => observed)
          : brackets.some((meets) => meets(alone(object)))
            ? [{ id }]
            : []
      if (met.length === 0) return undefined
      counts.found += 1
      if (counts.found > MOST_TOLD) return undefined
      const name = nameOf(object)
      const ids = met.map((one) => one.id)
      return { kind: 'found', id, type, ...(name === undefined ? {} : { name }), observed: ids }
    } catch (error) {
      if (!(error instanceof StixError)) throw error
      counts.unread += 1
      return undefined
    }
  }
  for (const type of types)
    for await (const ids of isAlone ? pagesOf(since, type) : inTime({ store, since }, type, red)) {
      if (signal?.aborted) return
      for (const id of ids) {
        if (signal?.aborted) return
        const found = await look(type, id)
        if (found) yield found
      }
      yield { kind: 'progress', of, ...counts }
    }
  yield { kind: 'done', of, ...counts }
}

/** Puts a pattern to a stream. Throws where what was kept of it is too much to be combined; what follows is looked at all the same. */
function streamOf(pattern: string): ReturnType<typeof indexPatterns>['see'] {
  const begin = () => indexPatterns([{ id: 'hunt', pattern }])
  let stream = begin()
  return (observed) => {
    const matches = stream.see(observed)
    const [refused] = stream.refused
    if (!refused) return matches
    stream = begin()
    throw refused.error
  }
}

/** Whether one pair of brackets met is the whole pattern met. */
const isOfOne = (bound: CompiledPattern['bound']): boolean =>
  bound.kind === 'observed' || (bound.kind === 'or' && bound.of.every(isOfOne))

/** Every object of a type once, in the order in which they came. */
async function* pagesOf(since: Since, type: string): AsyncGenerator<readonly string[]> {
  const seen = new Set<string>()
  for (let after = 0; ;) {
    const page = await since(type, after, PAGE)
    if (page.length === 0) return
    after = page.at(-1)!.seq
    const ids = [...new Set(page.map(({ id }) => id))].filter((id) => !seen.has(id))
    for (const id of ids) seen.add(id)
    yield ids
  }
}

/**
 * The same in the order in which they were observed: of what is joined by order and time only so much is kept as waits for
 * what is to come, whatever came here first.
 */
async function* inTime(
  { store, since }: Held,
  type: string,
  red: boolean,
): AsyncGenerator<readonly string[]> {
  const all: { readonly id: string; readonly at: string }[] = []
  for await (const ids of pagesOf(since, type)) {
    const objects = await valuesOf(store, ids, red)
    // What this person may not see is counted all the same, wherever it stands.
    for (const id of ids)
      all.push({ id, at: instantKey(textOf(objects.get(id)?.['first_observed'])) ?? '' })
    // Whoever waits sees that it goes on, and may end it.
    yield []
  }
  const inOrder = all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  for (let from = 0; from < inOrder.length; from += PAGE)
    yield inOrder.slice(from, from + PAGE).map(({ id }) => id)
}

/** Types that a pattern names and STIX does not have: custom observables, and those of extensions. */
function othersIn(pattern: string): readonly string[] {
  const found = new Set<string>()
  const walk = (test: Test): void => {
    if (test.kind !== 'comparison') return test.of.forEach(walk)
    if (isObservableType(test.type) && !OBSERVABLES.includes(test.type)) found.add(test.type)
  }
  const inEach = (observation: Observation): void => {
    if (observation.kind === 'observed') walk(observation.test)
    else if (observation.kind === 'or') observation.of.forEach(inEach)
  }
  inEach(parsePattern(pattern))
  return [...found]
}

/** An object by itself: nothing that it refers to is asked, and it has no time. */
const alone = (object: Json): Observed => ({
  id: String(object['id']),
  first: 0,
  last: 0,
  times: 1,
  objects: [object],
  lookup: () => undefined,
})

/** An observation with the objects that it names, and those that they name; what this person may not see is not there. */
async function observedWith(store: Held['store'], observed: Json, red: boolean): Promise<Observed> {
  const found = new Map<string, Json>()
  let next = referencesOf(observed)
  for (let depth = 0; depth < DEEPEST && next.length > 0; depth++) {
    const ids = [...new Set(next)].filter((id) => !found.has(id))
    next = []
    for (const [id, object] of await valuesOf(store, ids, red)) {
      found.set(id, object)
      next = [...next, ...referencesOf(object)]
    }
  }
  return observedIn([observed, ...found.values()])[0]!
}
