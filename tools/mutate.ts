import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createVitest, type Reporter, type TestCase, type Vitest } from 'vitest/node'
import { begin } from './figures.ts'
import { pathOf, type Mutant } from './mutate-fault.ts'
import { MUTANTS } from './mutate-faults.ts'
import { PROPERTIES_TEST, PROPERTY_FAULTS, testsOf } from './mutate-properties.ts'

/**
 * Seeds one fault after the other into the rules of decision and runs their tests on each: a fault
 * that no test finds is a hole in the tests. The working tree is not touched: vitest is given the
 * faulty text when it loads the file.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CONFIG = 'tools/mutate.config.ts'

const SRC = 'packages/accord/src/'
const TEST = 'packages/accord/test/'

/** Where the examples of a file are that are not, or not all, in the test of its name: most of its faults are found there. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'rule.ts': [`${TEST}cells`, `${SRC}matter`, `${TEST}absurd`, `${SRC}parse-charter`],
  'end.ts': [`${SRC}silence`, `${SRC}certificate`, `${SRC}matter`],
  'judge.ts': [`${SRC}matter`],
  'strand.ts': [`${TEST}vectors`],
  'keys.ts': [`${SRC}keys`, `${TEST}vectors`],
  'accusation.ts': [`${SRC}fork`, `${TEST}vectors`],
  'fork.ts': [`${SRC}fork`, `${SRC}disavowal`],
  'attested.ts': [`${SRC}certificate`],
  'certificate.ts': [`${SRC}certificate`, `${TEST}cells`],
  'matter.ts': [`${SRC}matter`, `${SRC}certificate`, `${SRC}disavowal`],
  'gate.ts': [`${SRC}gate`, `${TEST}cells`, `${SRC}silence`],
  'evaluate.ts': [`${SRC}standing`, `${SRC}membership`],
  'reading.ts': [`${SRC}disavowal`, `${SRC}membership`, `${SRC}silence`, `${SRC}version`],
  'version.ts': [`${SRC}version`, `${SRC}disavowal`],
  'voice.ts': [`${SRC}gate`, `${SRC}certificate`, `${SRC}standing`],
}

/** Of a node's strand: in simulated time. */
const NODE_STAGES = [
  ['apps/node/test/simulation/recovery'],
  ['apps/node/test/simulation/'],
] as const

/** Examples of the file are quickest; then all examples; only what gets past them is tried on many worlds. */
const stagesFor = (file: string): readonly (readonly string[])[] => {
  if (file.startsWith('apps/')) return NODE_STAGES
  const own = EXAMPLES[file] ?? OWN.get(file) ?? [SRC + file.replace('.ts', '.test.ts')]
  OWN.set(file, own)
  return [own, ...STAGES]
}
const OWN = new Map<string, readonly string[]>()

const STAGES = [
  [SRC, `${TEST}absurd`, `${TEST}attached`, `${TEST}cells`, `${TEST}vectors`],
  [TEST],
] as const

/** Vitest, and what it tells of the run that is under way: what it keeps of earlier runs says nothing of this one. */
type Run = { readonly vitest: Vitest; readonly ran: TestCase[]; readonly errors: unknown[] }

/** Over the tests that the configuration names, or over this one alone. */
async function open(test?: string): Promise<Run> {
  const ran: TestCase[] = []
  const errors: unknown[] = []
  const reporter: Reporter = {
    onTestCaseResult: (test) => void ran.push(test),
    onTestModuleEnd: (module) => void errors.push(...module.errors()),
    onTestRunEnd: (_, unhandled) => void errors.push(...unhandled),
  }
  const options = { root: ROOT, config: CONFIG, watch: false, reporters: [reporter] }
  const include = test === undefined ? {} : { include: [test] }
  return { vitest: await createVitest('test', { ...options, ...include }), ran, errors }
}

/** Runs the tests of one stage up to the first that fails: resolves to its name. */
async function findFailing(
  run: Run,
  stage: readonly string[],
  isTold = false,
): Promise<string | undefined> {
  const { vitest, ran, errors } = run
  const specifications = await vitest.globTestSpecifications()
  const ours = specifications.filter(({ moduleId }) =>
    stage.some((start) => moduleId.startsWith(ROOT + start)),
  )
  if (ours.length === 0) return undefined
  ran.length = errors.length = 0
  await vitest.runTestSpecifications(ours, true)
  return failingIn(run, isTold)
}

/** Only a test that ran and failed is a finding; a run that broke in another way stops everything. */
function failingIn({ ran, errors }: Run, isTold: boolean): string | undefined {
  const failed = ran.filter((test) => test.result().state === 'failed')
  if (isTold)
    for (const test of failed)
      console.error(`${test.fullName}: ${test.result().errors?.[0]?.message ?? ''}`)
  const [first] = failed
  if (first) return `${first.module.relativeModuleId}: ${first.fullName}`
  if (errors.length > 0 || ran.length === 0)
    throw new Error('expected tests that run, got none', { cause: errors[0] })
  return undefined
}

/** Has vitest load the file of a fault anew, with the fault or without it. */
function choose(vitest: Vitest, fault: Mutant, index?: number) {
  process.env['ENTENTE_MUTANT'] = index?.toString() ?? ''
  vitest.invalidateFile(ROOT + pathOf(fault))
}

/** One worker's part of the faults: every so many-th, from a first one on. */
type Part = { readonly first: number; readonly step: number }

async function seedPart({ first, step }: Part, asked: readonly (readonly [number, Mutant])[]) {
  const run = await open()
  const { vitest } = run
  // What fails without a fault finds none: each stage passes once before a fault is sought in it.
  const sound = new Set<readonly string[]>()
  try {
    for (const [index, fault] of asked.filter((_, at) => at % step === first)) {
      let by: string | undefined
      for (const stage of stagesFor(fault.file)) {
        if (!sound.has(stage) && (await findFailing(run, stage, true)) !== undefined) {
          console.error('expected the tests to pass without a fault')
          return 1
        }
        sound.add(stage)
        choose(vitest, fault, index)
        by = await findFailing(run, stage)
        choose(vitest, fault)
        if (by !== undefined) break
      }
      const name = `${fault.file}: ${fault.what}`
      console.log(by === undefined ? `${SURVIVED} ${name}` : `${KILLED} ${name} (${by})`)
    }
    return 0
  } finally {
    await vitest.close()
  }
}

/** Seeds one fault for each property, or for those that are named, and runs that property's own test alone on it. */
async function seedProperties(named: readonly string[]): Promise<number> {
  const from = begin()
  // The same worlds each time, and enough of them that each fault has one that shows it.
  process.env['ENTENTE_SEED'] ??= '1'
  process.env['ENTENTE_COALITIONS'] ??= '1000'
  const run = await open(PROPERTIES_TEST)
  const { vitest } = run
  const asked = PROPERTY_FAULTS.filter(
    ({ property }) => named.length === 0 || named.includes(property),
  )
  const found: Record<string, string> = {}
  try {
    if ((await findFailing(run, [PROPERTIES_TEST])) !== undefined)
      throw new Error('expected every property to hold without a fault')
    for (const { property, index, fault } of asked) {
      vitest.setGlobalTestNamePattern(testsOf(property))
      choose(vitest, fault, index)
      const by = await findFailing(run, [PROPERTIES_TEST])
      choose(vitest, fault)
      const what = `${fault.file}: ${fault.what}`
      console.log(
        `${by === undefined ? SURVIVED : KILLED} ${property}: ${what} (${by ?? 'nothing'})`,
      )
      if (by !== undefined) found[property] = what
    }
  } finally {
    await vitest.close()
  }
  const count = Object.keys(found).length
  console.log(`${count} of ${asked.length} properties fell to their fault in their own test`)
  if (count < asked.length) return 1
  if (named.length === 0)
    from.keep('mutate-properties', { found: count, of: asked.length, faults: found })
  return 0
}

const KILLED = 'killed  '
const SURVIVED = 'SURVIVED'

/** A process per core, each with its part; resolves to the lines of all of them, undefined where one broke. */
async function inParts(
  count: number,
  files: readonly string[],
): Promise<readonly string[] | undefined> {
  const lines: string[] = []
  const codes = await Promise.all(
    Array.from({ length: count }, (_, first) => {
      const child = spawn(process.execPath, [...process.execArgv, SELF, ...files], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, [PART]: `${first}/${count}` },
      })
      createInterface({ input: child.stdout }).on('line', (line) => {
        lines.push(line)
        console.log(line)
      })
      return new Promise<number | null>((resolve, reject) => {
        child.once('error', reject)
        child.once('close', resolve)
      })
    }),
  )
  return codes.every((code) => code === 0) ? lines : undefined
}

const SELF = fileURLToPath(import.meta.url)
const PART = 'ENTENTE_MUTATE_PART'

async function main(): Promise<number> {
  // All of them, those of the files that are named (`-- keys.ts`), or one for each of the `properties`.
  const files = process.argv.slice(2)
  if (files[0] === 'properties') return seedProperties(files.slice(1))
  const asked = [...MUTANTS.entries()].filter(
    ([, { file }]) => files.length === 0 || files.includes(file),
  )
  const part = process.env[PART]
  if (part !== undefined) {
    const [first = 0, step = 1] = part.split('/').map(Number)
    return seedPart({ first, step }, asked)
  }
  const from = begin()
  const lines = await inParts(Math.min(2, availableParallelism()), files)
  const found = lines?.filter((line) => line.startsWith(KILLED)) ?? []
  console.log(`${found.length} of ${asked.length} seeded faults found`)
  // What a part of the faults gave says nothing of all.
  if (lines && files.length === 0)
    from.keep('mutate', {
      found: found.length,
      of: asked.length,
      survived: lines.filter((line) => line.startsWith(SURVIVED)).map((line) => nameIn(line)),
      files: byFile(asked, found),
    })
  return found.length === asked.length ? 0 : 1
}

const nameIn = (line: string) => line.slice(KILLED.length + 1)

/** How many of each file's faults were found, of how many. */
function byFile(asked: readonly (readonly [number, Mutant])[], found: readonly string[]) {
  const files = Map.groupBy(asked, ([, { file }]) => file)
  return Object.fromEntries(
    [...files].map(([file, faults]) => {
      const ours = found.filter((line) => nameIn(line).startsWith(`${file}: `))
      return [file, `${ours.length} of ${faults.length}`]
    }),
  )
}

process.exitCode = await main()
