import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faulty, quorum } from '@entente/log'

/**
 * `npm run model`: has SPIN go through every run of the witnesses' model in `spec/model/`. With the quorum of
 * `@entente/log` no run may break a lemma of `spec/strand.md` section 6; with one cosignature less, some run
 * must. Needs `spin` and `gcc` (both in Debian's packages).
 */

const MODELS = fileURLToPath(new URL('../spec/model/', import.meta.url))
/** Up to here each witness is a process of its own; beyond, only the counted model is small enough. */
const LARGEST_NAMED = 5
/** The Union's size. */
const LARGEST_COUNTED = 27

type Verdict = { readonly errors: number; readonly states: number }

/** What SPIN finds in all runs of a model of `n` witnesses of which `f` lie, `q` being enough. */
function explore(
  model: string,
  size: { n: number; f: number; q: number },
  folder: string,
): Verdict {
  const defines = Object.entries(size).map(([name, value]) => `-D${name.toUpperCase()}=${value}`)
  const options = { cwd: folder, encoding: 'utf8' } as const
  execFileSync('spin', ['-a', ...defines, join(MODELS, model)], options)
  execFileSync('gcc', ['-O2', '-w', '-DSAFETY', '-DCOLLAPSE', '-o', 'pan', 'pan.c'], options)
  const { stdout, status } = spawnSync(join(folder, 'pan'), ['-m1000000', '-w24'], options)
  const errors = /errors: (\d+)/.exec(stdout)?.[1]
  const states = /(\d+) states, stored/.exec(stdout)?.[1]
  const isWhole = status === 0 && !/search not completed|max search depth/i.test(stdout)
  if (errors === undefined || states === undefined || (errors === '0' && !isWhole))
    throw new Error(`expected a whole search by SPIN, got\n${stdout}`)
  return { errors: Number(errors), states: Number(states) }
}

/** Every size of both models, each with its quorum and with one cosignature less. */
const CASES = Array.from({ length: LARGEST_COUNTED - 1 }, (_, index) => index + 2).flatMap((n) =>
  ['witness-counts.pml', ...(n <= LARGEST_NAMED ? ['witnesses.pml'] : [])].flatMap((model) =>
    [quorum(n), quorum(n) - 1].map((q) => ({ model, size: { n, f: faulty(n), q } })),
  ),
)

const folder = mkdtempSync(join(tmpdir(), 'entente-model-'))
let failed = 0
try {
  for (const { model, size } of CASES) {
    const { errors, states } = explore(model, size, folder)
    const isExpected = (errors === 0) === (size.q === quorum(size.n))
    if (!isExpected) failed++
    const found =
      errors === 0 ? `holds in all ${states.toLocaleString('en')} states` : 'counterexample'
    console.log(
      `${isExpected ? 'ok    ' : 'FAILED'} ${model} n=${size.n} f=${size.f} q=${size.q}: ${found}`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${CASES.length - failed} passed, ${failed} failed, 0 skipped`)
process.exitCode = failed === 0 ? 0 : 1
