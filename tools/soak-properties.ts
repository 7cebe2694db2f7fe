import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const TEST = 'packages/accord/test/coalitions.test.ts'
/** Milliseconds: what one property may take over all these coalitions. */
const LONGEST = 3_600_000

/** What the test prints of itself: a word, and what it counted. */
const TOLD = /^coalitions: (\{.*\})$/

/** `properties [coalitions] [seed]`: the properties of the decision over many generated coalitions. */
export async function properties(words: readonly string[]): Promise<object> {
  const [coalitions = 20_000, seed = 1] = words.map(Number)
  const counts = { ENTENTE_COALITIONS: `${coalitions}`, ENTENTE_SEED: `${seed}` }
  const { code, lines } = await vitest(counts)
  const passed = lines.map((line) => /Tests\s+(\d+) passed \((\d+)\)/.exec(line)).find(Boolean)
  const counted = lines.map((line) => TOLD.exec(line)?.[1]).find(Boolean)
  if (code !== 0 || !passed || passed[1] !== passed[2] || !counted)
    throw new Error(`expected every property to hold, got\n${lines.join('\n')}`)
  return {
    what: 'the properties of the decision over generated coalitions of 3 to 27, with near misses',
    coalitions,
    seed,
    tests: Number(passed[1]),
    failed: 0,
    counted: JSON.parse(counted) as object,
  }
}

/** Runs the test with these words in its environment; its lines are shown as they come. */
function vitest(environment: Readonly<Record<string, string>>) {
  const lines: string[] = []
  const root = fileURLToPath(new URL('..', import.meta.url))
  const child = spawn('npx', ['vitest', 'run', TEST, `--testTimeout=${LONGEST}`], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment, NO_COLOR: '1' },
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    console.log(line)
  })
  return new Promise<{ readonly code: number | null; readonly lines: readonly string[] }>(
    (resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve({ code, lines }))
    },
  )
}
