import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { faulty, quorum } from '@entente/log'

/**
 * `npm run model`: has SPIN go through every run of the models in `spec/model/`. With the quorum of `@entente/log` no
 * run of the witnesses may break a lemma of `spec/strand.md` section 6; with one cosignature less, some run must. An
 * instant is collected in every run in which strands stop growing at last; where one never does, or an author shows an
 * act to some witnesses alone, some run must go on without. Needs `spin` and `gcc` (both in Debian's packages).
 */

const execute = promisify(execFile)
const MODELS = fileURLToPath(new URL('../spec/model/', import.meta.url))
/** Up to here each witness is a process of its own; beyond, only the counted model is small enough. */
const LARGEST_NAMED = 5
/** The Union's size. */
const LARGEST_COUNTED = 27

/** Up to here the collecting of an instant is gone through: every order in which so many witnesses are shown acts and asked. */
const LARGEST_COLLECTING = 5

type Case = {
  readonly model: string
  readonly n: number
  readonly q: number
  /** What is in the way, where the model has such a thing. */
  readonly more?: 'ENDLESS' | 'WITHHELD'
  readonly holds: boolean
}

type Verdict = { readonly errors: number; readonly states: number }

/** Of a state that must never be, and of something that must come about in the end if everybody goes on. */
const SAFETY = { compile: ['-DSAFETY'], run: [] }
const LIVENESS = { compile: ['-DNFAIR=3'], run: ['-a', '-f'] }

/** Where a search takes so long that a program made faster is worth the second that making it takes. */
const isLarge = ({ model, n }: Case) => n >= (model === 'witness-counts.pml' ? 20 : 4)

/** What SPIN finds in all runs of a model of so many witnesses, of which as many lie as may, `q` being enough. */
async function explore(one: Case, folder: string): Promise<Verdict> {
  const { model, n, q, more } = one
  const { compile, run } = model === 'collecting.pml' ? LIVENESS : SAFETY
  const defines = [`-DN=${n}`, `-DF=${faulty(n)}`, `-DQ=${q}`, ...(more ? [`-D${more}`] : [])]
  const options = { cwd: folder, encoding: 'utf8' } as const
  await execute('spin', ['-a', ...defines, join(MODELS, model)], options)
  const made = isLarge(one) ? '-O2' : '-O0'
  await execute('gcc', [made, '-w', '-DCOLLAPSE', ...compile, '-o', 'pan', 'pan.c'], options)
  const { stdout } = await execute(join(folder, 'pan'), [...run, '-m1000000', '-w24'], options)
  const errors = /errors: (\d+)/.exec(stdout)?.[1]
  const states = /(\d+) states, stored/.exec(stdout)?.[1]
  const isWhole = !/search not completed|max search depth/i.test(stdout)
  if (errors === undefined || states === undefined || (errors === '0' && !isWhole))
    throw new Error(`expected a whole search by SPIN, got\n${stdout}`)
  return { errors: Number(errors), states: Number(states) }
}

const sizes = (largest: number) => Array.from({ length: largest - 1 }, (_, index) => index + 2)

/** Every size of both models of witnesses, each with its quorum and with one cosignature less. */
const WITNESSES: readonly Case[] = sizes(LARGEST_COUNTED).flatMap((n) =>
  ['witness-counts.pml', ...(n <= LARGEST_NAMED ? ['witnesses.pml'] : [])].flatMap((model) =>
    [quorum(n), quorum(n) - 1].map((q) => ({ model, n, q, holds: q === quorum(n) })),
  ),
)

const COLLECTING: readonly Case[] = sizes(LARGEST_COLLECTING).flatMap((n) => {
  const one = { model: 'collecting.pml', n, q: quorum(n) }
  return [
    { ...one, holds: true },
    { ...one, more: 'ENDLESS', holds: false },
    { ...one, more: 'WITHHELD', holds: false },
  ] satisfies Case[]
})

const CASES = [...WITNESSES, ...COLLECTING]

/** One search after the other in a folder of its own; whoever is free takes the next. */
async function work(waiting: { next: number }, found: Promise<Verdict>[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-model-'))
  try {
    while (waiting.next < CASES.length) {
      const at = waiting.next++
      found[at] = explore(CASES[at]!, folder)
      await found[at]
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const found: Promise<Verdict>[] = []
const waiting = { next: 0 }
await Promise.all(Array.from({ length: availableParallelism() }, () => work(waiting, found)))
let failed = 0
for (const [at, one] of CASES.entries()) {
  const { errors, states } = await found[at]!
  const isExpected = (errors === 0) === one.holds
  if (!isExpected) failed++
  const said =
    errors === 0 ? `holds in all ${states.toLocaleString('en')} states` : 'counterexample'
  const { model, n, q } = one
  const more = one.more ? ` ${one.more}` : ''
  console.log(
    `${isExpected ? 'ok    ' : 'FAILED'} ${model} n=${n} f=${faulty(n)} q=${q}${more}: ${said}`,
  )
}
console.log(`${CASES.length - failed} passed, ${failed} failed, 0 skipped`)
process.exitCode = failed === 0 ? 0 : 1
