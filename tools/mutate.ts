import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createVitest, type TestRunResult, type Vitest } from 'vitest/node'
import type { Mutant } from './mutate-fault.ts'
import { MUTANTS } from './mutate-faults.ts'

/**
 * Seeds one fault after the other into the rules of decision and runs their tests on each: a fault
 * that no test finds is a hole in the tests. The working tree is not touched: vitest is given the
 * faulty text when it loads the file.
 */

let STAGE: unknown
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CONFIG = 'tools/mutate.config.ts'

/** Where the examples of a file are that have another name than it. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'rule.ts': 'packages/accord/test/cells.test.ts',
  'end.ts': 'packages/accord/src/silence.test.ts',
  'judge.ts': 'packages/accord/src/matter.test.ts',
  'strand.ts': 'packages/accord/test/vectors.test.ts',
  'accusation.ts': 'packages/accord/test/vectors.test.ts',
}

/** Examples of the file are quickest; then all examples; only what gets past them is tried on many worlds. */
const stagesFor = (file: string) => [
  [EXAMPLES[file] ?? `packages/accord/src/${file.replace('.ts', '.test.ts')}`],
  ...STAGES,
]

const STAGES = [
  [
    'packages/accord/src/',
    'packages/accord/test/absurd',
    'packages/accord/test/attached',
    'packages/accord/test/cells',
    'packages/accord/test/vectors',
  ],
  ['packages/accord/test/'],
] as const

/** Runs one stage after the other, and stops at the first in which a test fails. */
async function areFailing(
  vitest: Vitest,
  stages?: readonly (readonly string[])[],
): Promise<boolean> {
  const specifications = await vitest.globTestSpecifications()
  for (const stage of stages ?? STAGES) {
    const ours = specifications.filter(({ moduleId }) =>
      stage.some((start) => moduleId.startsWith(ROOT + start)),
    )
    STAGE = stage.length === 1 ? stage[0] : `${stage.length}`; if (ours.length === 0) continue
    // Without a fault nothing should fail: what does is named.
    const isTold = stages === undefined
    if (isFailing(await vitest.runTestSpecifications(ours, true), isTold)) return true
  }
  return false
}

/** Only a test that ran and failed is a finding; a run that broke in another way stops everything. */
function isFailing({ testModules, unhandledErrors }: TestRunResult, isTold: boolean): boolean {
  const tests = testModules.flatMap((module) => [...module.children.allTests()])
  const failed = tests.filter((test) => test.result().state === 'failed')
  if (isTold)
    for (const test of failed)
      console.error(`${test.fullName}: ${test.result().errors?.[0]?.message ?? ''}`)
  if (failed.length > 0) return true
  const errors = [...unhandledErrors, ...testModules.flatMap((module) => module.errors())]
  if (errors.length > 0 || tests.length === 0)
    throw new Error('expected tests that run, got none', { cause: errors[0] })
  return false
}

/** Has vitest load the file of a fault anew, with the fault or without it. */
function choose(vitest: Vitest, { file }: Mutant, index?: number) {
  process.env['ENTENTE_MUTANT'] = index?.toString() ?? ''
  vitest.invalidateFile(`${ROOT}packages/accord/src/${file}`)
}

/** One worker's part of the faults: every so many-th, from a first one on. */
type Part = { readonly first: number; readonly step: number }

async function seedPart({ first, step }: Part, asked: readonly (readonly [number, Mutant])[]) {
  const options = { root: ROOT, config: CONFIG, watch: false, reporters: [{}] }
  const vitest = await createVitest('test', options)
  try {
    const t1 = performance.now(); const bad = first === 0 && !process.env.NOBASE && (await areFailing(vitest)); console.error('T base', (performance.now()-t1)/1000); if (bad) {
      console.error('expected the tests to pass without a fault')
      return 1
    }
    for (const [index, fault] of asked.filter((_, at) => at % step === first)) {
      choose(vitest, fault, index)
      const t0 = performance.now(); const isFound = await areFailing(vitest, stagesFor(fault.file)); console.error(`T ${((performance.now()-t0)/1000).toFixed(2)} stage ${STAGE} ${fault.file}: ${fault.what}`)
      choose(vitest, fault)
      console.log(`${isFound ? KILLED : 'SURVIVED'} ${fault.file}: ${fault.what}`)
    }
    return 0
  } finally {
    await vitest.close()
  }
}

const KILLED = 'killed  '

/** A process per core, each with its part; resolves to how many faults all of them found, undefined where one broke. */
async function inParts(count: number, files: readonly string[]): Promise<number | undefined> {
  let found = 0
  const codes = await Promise.all(
    Array.from({ length: count }, (_, first) => {
      const child = spawn(process.execPath, [...process.execArgv, SELF, ...files], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, [PART]: `${first}/${count}` },
      })
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.startsWith(KILLED)) found += 1
        console.log(line)
      })
      return new Promise<number | null>((resolve, reject) => {
        child.once('error', reject)
        child.once('close', resolve)
      })
    }),
  )
  return codes.every((code) => code === 0) ? found : undefined
}

const SELF = fileURLToPath(import.meta.url)
const PART = 'ENTENTE_MUTATE_PART'

async function main(): Promise<number> {
  // All of them, or those of the files that are named: `npm run mutate -- keys.ts`.
  const files = process.argv.slice(2)
  const asked = [...MUTANTS.entries()].filter(
    ([, { file }]) => files.length === 0 || files.includes(file),
  )
  const part = process.env[PART]
  if (part !== undefined) {
    const [first = 0, step = 1] = part.split('/').map(Number)
    return seedPart({ first, step }, asked)
  }
  const found = await inParts(Math.min(2, availableParallelism()), files)
  console.log(`${found ?? 0} of ${asked.length} seeded faults found`)
  return found === asked.length ? 0 : 1
}

process.exitCode = await main()
