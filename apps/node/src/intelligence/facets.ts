import { QUERY_PAP, type QueryKey } from '@entente/stix'
import type { Facet, FacetCount, Facets } from '../api.ts'
import type { Clock } from '../platform/clock.ts'
import { creatorNames, readQuestion, tlpWord, type Question } from './question.ts'
import type { Cell, Condition, ImportRow, IntelligenceStore } from './store.ts'
import { FLAG, PAP, papIn } from './traits.ts'

type Store = Pick<IntelligenceStore, 'cells' | 'imports' | 'newest' | 'versions'>

/** Values of one facet that are shown; the rest is one number. */
const MOST_VALUES = 10
const DAY = 86_400_000
/** Points in time that a facet offers, in days. */
const SINCE = [1, 3, 7, 30]

/**
 * How many objects a query finds, and how many it would find with each value of each facet: the other
 * conditions hold, the facet's own do not. Everything is counted over what this person may see. How much that is not
 * is one number whatever is asked: a number that moved with the words would tell what stands in it.
 */
export async function facetsOf(
  store: Store,
  text: string,
  {
    red,
    clock,
    kept = [],
  }: { readonly red: boolean; readonly clock: Clock } & Partial<Pick<Facets, 'kept'>>,
): Promise<Facets> {
  const question = await readQuestion(store, text, { red, clock })
  const { cells, capped } = await countedFor(store, question, red)
  const imports = new Map((await store.imports()).map((one) => [one.seq, one]))
  const visible = cells.filter(({ flags }) => red || (flags & FLAG.red) === 0)
  const holds = holding(question, imports)
  const under = (key: QueryKey) => visible.filter((cell) => holds(cell, key))
  const total = sum(visible.filter((cell) => holds(cell)))
  const by = facet(under('by'), ({ creator }) => (creator === '' ? 'none' : creator))
  const names = await creatorNames(
    store,
    by.values.map(({ value }) => value).filter((value) => value !== 'none'),
    red,
  )
  return {
    total,
    ...(capped ? { capped } : {}),
    withheld: red ? 0 : await redHeld(store),
    kept,
    facets: {
      type: facet(under('type'), ({ type }) => type),
      tlp: inOrder(facet(under('tlp'), ({ tlp }) => tlpWord(tlp))),
      pap: inPapOrder(facet(under('pap'), ({ flags }) => papWord(flags))),
      by: {
        ...by,
        values: by.values.map((one) => {
          const name = names.get(one.value)
          return name === undefined ? one : { ...one, name }
        }),
      },
      from: sources(under('from'), imports),
      seen: since(under('seen'), imports, clock),
      is: states(under('is')),
    },
  }
}

/** Whether what some objects have in common is all that is asked, one key left aside. */
function holding(question: Question, imports: ReadonlyMap<number, ImportRow>) {
  return (cell: Cell, but?: QueryKey): boolean => {
    const origin = imports.get(cell.import)
    for (const [key, conditions] of question.conditions)
      if (key !== but && !conditions.every((one) => isMet(one, cell, origin))) return false
    return true
  }
}

/**
 * Whether the counts alone say that nothing is found: then no row is looked at, however many are held.
 * Counts say nothing of words, ids and dates of their own.
 */
export async function isKnownEmpty(store: Store, question: Question): Promise<boolean> {
  if (question.conditions.size === 0) return false
  const { cells } = await store.cells()
  const imports = new Map((await store.imports()).map((one) => [one.seq, one]))
  const holds = holding(question, imports)
  return !cells.some((cell) => holds(cell))
}

/** The counts that were kept as objects came in, where nothing but facets is asked; else what is found. */
function countedFor(store: Store, { phrases, ids, conditions }: Question, red: boolean) {
  const modified = conditions.get('modified') ?? []
  if (phrases.length === 0 && ids === undefined && modified.length === 0) return store.cells()
  return store.cells({ phrases, ...(ids ? { ids } : {}), conditions: modified, red })
}

async function redHeld(store: Store): Promise<number> {
  const { cells } = await store.cells()
  return sum(cells.filter(({ flags }) => (flags & FLAG.red) !== 0))
}

/** Whether what these objects have in common meets a condition; the store asks the same of each object. */
function isMet(condition: Condition, cell: Cell, origin: ImportRow | undefined): boolean {
  const met = (): boolean => {
    switch (condition.on) {
      case 'type':
        return condition.values.includes(cell.type)
      case 'creator':
        return condition.values.includes(cell.creator)
      case 'tlp':
        return condition.values.includes(cell.tlp)
      case 'pap':
        return condition.values.includes(cell.flags & PAP.mask)
      case 'source':
        return [origin?.custodian, origin?.name].some(
          (one) => one !== undefined && condition.values.includes(one),
        )
      case 'flags':
        return (cell.flags & condition.mask) !== 0
      case 'seen': {
        const at = origin?.addedAt ?? ''
        const { from = '', until } = condition
        return at !== '' && at >= from && (until === undefined || at < until)
      }
      case 'version':
        // Met by what was counted for it.
        return true
    }
  }
  return condition.on === 'version' || met() !== condition.not
}

const sum = (cells: readonly Cell[]) => cells.reduce((total, { count }) => total + count, 0)

function facet(cells: readonly Cell[], valueOf: (cell: Cell) => string): Facet {
  const counts = new Map<string, number>()
  for (const cell of cells) {
    const value = valueOf(cell)
    counts.set(value, (counts.get(value) ?? 0) + cell.count)
  }
  const values = [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const rest = values.slice(MOST_VALUES)
  return {
    values: values.slice(0, MOST_VALUES),
    ...(rest.length > 0
      ? {
          rest: {
            values: rest.length,
            count: rest.reduce((total, { count }) => total + count, 0),
          },
        }
      : {}),
  }
}

/** Labels have an order of their own: the strictest first. */
const inOrder = ({ values, ...rest }: Facet): Facet => {
  const order = [0, 1, 2, 3, 4, 5].map(tlpWord)
  return {
    ...rest,
    values: values.toSorted(
      (a, b) =>
        order.findIndex((word) => word === a.value) - order.findIndex((word) => word === b.value),
    ),
  }
}

const papWord = (flags: number): string =>
  papIn(flags)?.slice('PAP:'.length).toLowerCase() ?? 'none'

const inPapOrder = ({ values, ...rest }: Facet): Facet => ({
  ...rest,
  values: QUERY_PAP.flatMap((word) => values.filter(({ value }) => value === word)),
})

/** By party where another's node sent it, else by the file in which a person brought it. */
function sources(cells: readonly Cell[], imports: ReadonlyMap<number, ImportRow>): Facet {
  const parties = new Set<string>()
  const found = facet(cells, (cell) => {
    const { custodian, name = '' } = imports.get(cell.import) ?? {}
    if (custodian !== undefined) parties.add(custodian)
    return custodian ?? name
  })
  const withParty = (one: FacetCount) => (parties.has(one.value) ? { ...one, party: true } : one)
  return { ...found, values: found.values.map(withParty) }
}

function since(
  cells: readonly Cell[],
  imports: ReadonlyMap<number, ImportRow>,
  clock: Clock,
): Facet {
  const values = SINCE.map((days) => {
    const from = new Date(Math.max(0, clock.now() - days * DAY)).toISOString()
    const later = cells.filter((cell) => (imports.get(cell.import)?.addedAt ?? '') >= from)
    return { value: `>${days}d`, count: sum(later) }
  })
  return { values }
}

const states = (cells: readonly Cell[]): Facet => ({
  values: (['revoked', 'deprecated', 'conflict'] as const).map((state) => ({
    value: state,
    count: sum(cells.filter(({ flags }) => (flags & FLAG[state]) !== 0)),
  })),
})
