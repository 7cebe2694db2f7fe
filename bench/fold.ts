import { canonical, createEvaluator, evaluate, kindOf, type Cut } from '@entente/accord'
import { exponentOf, median, type Figure } from './figure.ts'
import { caseOf, charter, NEXT } from './fold-case.ts'

const SIZES = [1_000, 10_000, 100_000]
/** The size that the budget is for. */
const OF = 10_000
const RUNS = 15

type Measured = { readonly n: number; readonly milliseconds: number; readonly limit: number }

/** P7: the state of a whole case from its acts, and again after one more act of each sort. */
export async function foldCase(): Promise<Figure[]> {
  const whole: Measured[] = []
  const more = new Map(Object.keys(NEXT).map((what) => [what, [] as Measured[]]))
  for (const n of SIZES) {
    const cut = caseOf(n)
    const bare = await median(RUNS, () => timed(() => effects(cut)))
    const milliseconds = await median(RUNS, () => timed(() => evaluate(charter, cut)))
    whole.push({ n, milliseconds, limit: bare })
    const limit = await median(RUNS, () => timed(() => glance(cut)))
    for (const [what, measured] of more)
      measured.push({ n, milliseconds: await oneMore(cut, what), limit })
  }
  return [
    row('fold of a case of 10,000 acts, whole; limit: what each act does, asked once', 50, whole),
    ...[...more].map(([what, measured]) =>
      row(`one more act after 10,000: ${what}; limit: each act looked at`, 1, measured),
    ),
  ]
}

function row(what: string, most: number, measured: readonly Measured[]): Figure {
  const { milliseconds, limit } = measured.find(({ n }) => n === OF)!
  return {
    id: 'P7',
    what,
    figure: milliseconds,
    unit: 'ms',
    limit,
    ratio: milliseconds / limit,
    budget: `≤ ${most} ms`,
    met: milliseconds <= most,
    sizes: measured.map(({ n, milliseconds: figure }) => ({ n, figure })),
    exponent: exponentOf(measured),
  }
}

/** Median time for a cut with one act more than the cut before; each state is held against the whole fold. */
async function oneMore(cut: Cut, what: string): Promise<number> {
  const evaluateNext = createEvaluator(charter)
  evaluateNext(cut)
  let next = cut
  let turn = 0
  const milliseconds = await median(RUNS, () => {
    next = NEXT[what]!(next, (turn += 1))
    return timed(() => evaluateNext(next))
  })
  if (canonical(evaluateNext(next)) !== canonical(evaluate(charter, next)))
    throw new Error(`expected the state of the whole fold after ${what}, got another`)
  return milliseconds
}

function timed(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

/** The limit of the whole fold: every act is asked what it does, and nothing is made of it. */
function effects(cut: Cut): number {
  let count = 0
  for (const { acts } of Object.values(cut))
    for (const { act } of acts) if (act && kindOf(act).effect?.(act)) count++
  return count
}

/** The limit of one more act: the cut is given whole, so that each act is looked at. */
function glance(cut: Cut): number {
  let count = 0
  for (const { acts } of Object.values(cut))
    for (const [index, logged] of acts.entries()) if (logged.index === index) count++
  return count
}
