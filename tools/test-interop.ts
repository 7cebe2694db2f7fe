import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomInt } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Part } from './interop/part.ts'
import { misp } from './interop/misp.ts'
import { stixOracles } from './interop/stix-oracles.ts'
import { suricata } from './interop/suricata.ts'
import { taxii } from './interop/taxii.ts'

/** Everything that our code and others' have to agree on; `npm run test:interop -- taxii` runs some. */
const PARTS: readonly Part[] = [stixOracles, suricata, taxii, misp]

const REQUIREMENTS = fileURLToPath(new URL('./interop/requirements.txt', import.meta.url))
const CACHE = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url))

/** Python with the packages asked for; undefined where they cannot be had. */
function environment(): string | undefined {
  const print = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 16)
  const place = join(CACHE, `interop-${print}`)
  const python = join(place, 'bin', 'python')
  const done = join(place, 'complete')
  if (existsSync(done)) return python
  rmSync(place, { recursive: true, force: true })
  const made = spawnSync('python3', ['-m', 'venv', '--without-pip', place], { stdio: 'inherit' })
  if (made.status !== 0) return undefined
  const words = [
    '-m',
    'pip',
    '--python',
    python,
    'install',
    '--quiet',
    '--disable-pip-version-check',
  ]
  const network = ['--retries', '1', '--timeout', '15', '--require-hashes', '-r', REQUIREMENTS]
  if (spawnSync('python3', [...words, ...network], { stdio: 'inherit' }).status !== 0)
    return undefined
  writeFileSync(done, '')
  return python
}

/** What is made by chance is other in every run, and the same again with `ENTENTE_SEED`. */
const seed = Number(process.env['ENTENTE_SEED'] ?? randomInt(2 ** 31))

const counts = { passed: 0, failed: 0, skipped: 0 }

async function check(name: string, work: () => Promise<void> | void): Promise<void> {
  try {
    await work()
    counts.passed += 1
    console.log(`  ✓ ${name}`)
  } catch (error) {
    counts.failed += 1
    console.log(`  ✗ ${name}\n${error instanceof Error ? error.message : String(error)}`)
  }
}

async function run(parts: readonly Part[], python: string): Promise<void> {
  for (const { name, run: work } of parts) {
    console.log(`\n${name}`)
    const directory = mkdtempSync(join(tmpdir(), 'entente-interop-'))
    try {
      await check('runs to its end', () => work({ check, python, directory, seed }))
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  }
}

const named = process.argv.slice(2)
const parts = PARTS.filter(
  ({ name }) => named.length === 0 || named.some((word) => name.toLowerCase().includes(word)),
)
const python = environment()
if (python === undefined) {
  console.log(
    'LEFT OUT: the Python packages of tools/interop/requirements.txt cannot be had; is there a network?',
  )
  counts.skipped = parts.length
} else {
  console.log(execFileSync(python, ['--version'], { encoding: 'utf8' }).trim())
  console.log(`seed ${seed}: ENTENTE_SEED=${seed} npm run test:interop runs the same again`)
  await run(parts, python)
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = counts.failed === 0 ? 0 : 1
