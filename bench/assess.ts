import { readFileSync } from 'node:fs'
import { assess, parseMeasure, RULES, VIEWS, type MeasureFacts, type View } from '@entente/law'
import { exponentOf, type Figure } from './figure.ts'

const COUNTS = [10, 20, VIEWS.length]
/** Runs before the clock starts: a node that serves has long been compiled. */
const WARM_UP = 300
const RUNS = 31

const EXAMPLE = new URL('../examples/quiet-modem/measure.json', import.meta.url)

/** P8: one measure under every published view, and again after one fact changed. */
export function assessViews(): Promise<Figure[]> {
  const measure = everybodyInjured()
  for (let run = 0; run < WARM_UP; run++) assess(measure, VIEWS)
  const sizes: { n: number; milliseconds: number }[] = []
  for (const n of COUNTS)
    sizes.push({ n, milliseconds: fastest(() => assess(measure, VIEWS.slice(0, n))) })
  const whole = sizes.at(-1)!.milliseconds
  const bare = fastest(() => bareTests(measure, VIEWS))
  let turn = 0
  let last = assess(measure, VIEWS)
  const again = () => (last = assess(withChange(measure, (turn += 1)), VIEWS, [], last))
  for (let run = 0; run < WARM_UP; run++) again()
  const changed = fastest(again)
  const common = { id: 'P8', unit: 'ms', limit: bare }
  const rules = `${RULES.length} rules × ${VIEWS.length} views, fastest of ${RUNS}`
  return Promise.resolve([
    {
      ...common,
      what: `measure assessed, ${rules}`,
      figure: whole,
      ratio: whole / bare,
      budget: '≤ 20 ms',
      met: whole <= 20,
      sizes: sizes.map(({ n, milliseconds }) => ({ n, figure: milliseconds })),
      exponent: exponentOf(sizes),
    },
    {
      ...common,
      what: `one fact of all changed, ${rules}, from the assessment before`,
      figure: changed,
      ratio: changed / bare,
      budget: '≤ 2 ms',
      met: changed <= 2,
      sizes: [],
    },
  ])
}

/** The measure of the exercise with what Alder says of itself as the facts of everybody. */
function everybodyInjured(): MeasureFacts {
  const measure = parseMeasure(JSON.parse(readFileSync(EXAMPLE, 'utf8')))
  const alder = measure.nations.find(({ code }) => code === 'XA')!
  return { ...measure, facts: { ...measure.facts, ...alder.facts }, nations: [] }
}

function withChange(measure: MeasureFacts, turn: number): MeasureFacts {
  const capacity = { value: turn % 2 === 0 ? 'yes' : 'no', assertedBy: 'XA', evidence: [] } as const
  return { ...measure, facts: { ...measure.facts, capacity } }
}

/** The limit: every rule's own test on the same facts, and nothing combined, laid over or traced. */
function bareTests({ facts }: MeasureFacts, views: readonly View[]): number {
  const values = Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value]))
  let satisfied = 0
  for (const _ of views)
    for (const rule of RULES) if (rule.test(values).value === 'satisfied') satisfied++
  return satisfied
}

/** The fastest of many: what another process takes from this one is not the engine's cost. */
function fastest(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const startedAt = performance.now()
    work()
    return performance.now() - startedAt
  })
  return Math.min(...times)
}
