import { describe, expect, it } from 'vitest'
import { RULES } from '../src/countermeasure.ts'
import { FACTS, getFact, type FactId, type Facts } from '../src/fact.ts'
import type { Rule } from '../src/rule.ts'
import { compareForms } from '../src/forms.ts'
import type { Issue, View } from '../src/view.ts'
import { VIEWS } from '../src/views/views.ts'
import { everyCase, findingOf, readingsOf, samples } from './every-answer.ts'
import { everythingMet, withFacts } from './example.ts'

/** Words and days have no end of answers: a gap in them would be a gap in what is asked, and not in the answers. */
const isWhole = (rule: Rule, facts: Facts) => rule.facts.every((id) => facts[id] !== undefined)

const valueIn = (rule: Rule, facts: Facts, reading: string | undefined) =>
  findingOf(rule, facts, reading).value

const CASES = new Map(RULES.map((rule) => [rule, everyCase(rule)] as const))

/** Counts that a lawyer reads: what a test found, and not only that it passed. */
const print = (line: string) => void process.stdout.write(`${line}\n`)

describe('gaps', () => {
  it('no rule is left without an answer by any combination of facts under any reading', () => {
    let asked = 0
    for (const [rule, cases] of CASES)
      for (const reading of readingsOf(rule))
        for (const facts of cases) {
          asked += 1
          const { value, because, asks } = findingOf(rule, facts, reading)
          expect(value, rule.id).toMatch(/^(satisfied|not-satisfied|disputed|unknown)$/)
          // Whoever reads it is told why, or what is missing.
          expect(because !== undefined || (asks?.length ?? 0) > 0, rule.id).toBe(true)
        }
    print(
      `gaps: ${RULES.length} rules, ${asked} combinations of facts and readings, each with an answer`,
    )
  })

  it('where every fact is given, what stays unknown is named: what was recorded shows neither one nor the other', () => {
    const open: string[] = []
    for (const [rule, cases] of CASES)
      for (const reading of readingsOf(rule)) {
        const unknown = cases.filter(
          (facts) => isWhole(rule, facts) && valueIn(rule, facts, reading) === 'unknown',
        )
        if (unknown.length > 0)
          open.push(`${rule.id}${reading === undefined ? '' : ` under ${reading}`}`)
      }
    print(`gaps: unknown with every fact given: ${open.join(', ') || 'none'}`)
    expect(open).toEqual(NOT_SHOWN)
  })

  it('every answer to a question changes the finding of some rule, or is named as one that only decides what is asked', () => {
    const idle: string[] = []
    for (const id of Object.keys(FACTS) as FactId[]) {
      const fact = getFact(id)
      if (fact.type === 'words' || fact.type === 'day' || fact.type === 'count') continue
      const readers = RULES.filter((rule) => rule.facts.includes(id))
      const bears = readers.some((rule) =>
        readingsOf(rule).some((reading) =>
          CASES.get(rule)!.some(
            (facts) =>
              new Set(samples(id).map((value) => valueIn(rule, { ...facts, [id]: value }, reading)))
                .size > 1,
          ),
        ),
      )
      if (!bears) idle.push(id)
    }
    print(`gaps: facts that no rule's finding turns on: ${idle.join(', ') || 'none'}`)
    expect(idle).toEqual(ONLY_TELLS)
  })
})

/** Readings under which whoever is not injured has no countermeasure of its own. */
const CLOSED = ['rejects', 'not-yet']
const readingOf = ({ readings }: View, issue: Issue) => readings[issue]?.value

/** How a nation may stand towards the breach: its injury, to whom the obligation is owed, and whether a victim asked. */
const STANDINGS = ['own-right', 'specially-affected', 'none'].flatMap((injury) =>
  ['bilateral', 'erga-omnes-partes', 'erga-omnes', 'peremptory'].flatMap((obligation) =>
    ['covers-this', 'covers-less', 'none'].map((request) => ({ injury, obligation, request })),
  ),
)

/** How many forms are open to a nation that stands so, under this view. */
function openRoutes(view: View, standing: (typeof STANDINGS)[number]): number {
  const assistedMeasure = standing.request === 'none' ? 'none' : 'met'
  const facts = { ...standing, memberOfGroup: true, assistedMeasure, ownObligation: 'kept' }
  return compareForms(withFacts(everythingMet, facts), view).filter(
    ({ value }) => value === 'satisfied' || value === 'disputed',
  ).length
}

describe('routes', () => {
  it('are counted for every way of standing towards the breach, under every published view', () => {
    const counts = new Map<string, number[]>()
    const unexplained: string[] = []
    for (const standing of STANDINGS)
      for (const view of VIEWS) {
        const { injury, obligation, request } = standing
        const open = openRoutes(view, standing)
        // A State that is not injured needs a breach owed to all, or a victim who asked: and a view that lets it.
        const isClosed = CLOSED.includes(String(readingOf(view, 'collective-own-right')))
        const mayOwn = obligation !== 'bilateral' && !isClosed
        if (open === 0 && (injury !== 'none' || mayOwn))
          unexplained.push(`${view.holder.code} ${injury} ${obligation} ${request}`)
        const key = injury === 'none' ? `not injured, request ${request}` : 'injured'
        const before = counts.get(key) ?? [0, 0, 0]
        counts.set(
          key,
          before.map((count, at) => count + Number(Math.min(open, 2) === at)),
        )
      }
    for (const [key, [none, one, several]] of counts)
      print(
        `routes, ${key}: ${none} without one (gap), ${one} with one, ${several} with several (overlap)`,
      )
    // Whoever is injured has a route of its own under every view.
    expect(counts.get('injured')![0]).toBe(0)
    expect(unexplained).toEqual([])
  })
})

describe('overlaps', () => {
  it('no two rules give the same answer to the same facts in every case, but those that are named', () => {
    const same: string[] = []
    const bySeen = Map.groupBy(RULES, (rule) => rule.facts.toSorted().join(' '))
    for (const rules of bySeen.values())
      for (const [at, one] of rules.entries())
        for (const other of rules.slice(at + 1)) {
          if (one.view || other.view) continue
          const isSame = CASES.get(one)!.every(
            (facts) => valueIn(one, facts, undefined) === valueIn(other, facts, undefined),
          )
          if (isSame) same.push(`${one.id} = ${other.id}`)
        }
    print(`overlaps: ${same.join(', ') || 'none'}`)
    expect(same).toEqual(SAME)
  })
})

/** Territory alone is no proof for or against (rules base, A-11), nor is an explanation that is still open (A-14), nor a review that is overdue (T-02). */
const NOT_SHOWN: readonly string[] = [
  'arsiwa-17',
  'arsiwa-18',
  'gge-2015-28-f-territory',
  'arsiwa-22-prior',
  'arsiwa-44-45',
  'arsiwa-49-1-mistake',
  'own-evidence',
  'own-review',
]
/** They decide which questions arise at all: the form, and the regime of a listing. */
const ONLY_TELLS: readonly string[] = ['form', 'listingUnder']
/** Two provisions with one test, each with its own source. */
const SAME: readonly string[] = []
