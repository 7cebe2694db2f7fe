import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Builds the page, and the program as one file a command, each unless its sources are what they were when
 * it was built last. `node tools/build.ts page` or `program` builds one of them.
 */
const root = fileURLToPath(new URL('..', import.meta.url))

/** Holds the digest of the sources of what lies beside it. */
const STAMP = '.sources'

type Part = {
  readonly folder: string
  readonly sources: readonly string[]
  readonly build: (folder: string) => Promise<void> | void
}

const PARTS: Readonly<Record<string, Part>> = {
  page: {
    folder: 'apps/web/dist/page',
    sources: [
      'apps/web/src',
      'apps/web/index.html',
      'apps/web/public',
      'apps/web/vite.config.ts',
      'packages/accord/src',
      'packages/law/src',
      'packages/lexicon/src',
      'packages/log/src',
      'packages/release/src',
      'packages/stix/src',
      'package-lock.json',
    ],
    build: () => {
      const vite = join(root, 'node_modules/vite/bin/vite.js')
      const words = [vite, 'build', 'apps/web', '--logLevel', 'warn']
      const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' })
      if (status !== 0) process.exit(status ?? 1)
    },
  },
  // As deep in the project as its sources are: what lies beside them is found from here alike.
  program: {
    folder: 'apps/node/built',
    sources: [
      'apps/node/src',
      ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`),
      'tools/build.ts',
      'package-lock.json',
    ],
    build: buildProgram,
  },
}

/** A start reads, resolves and links some hundred files of source; of what is built it reads a handful. */
async function buildProgram(folder: string): Promise<void> {
  const { build } = await import('rolldown')
  const beside = `${folder}.${process.pid}`
  await build({
    input: join(root, 'apps/node/src/main.ts'),
    cwd: root,
    platform: 'node',
    resolve: { conditionNames: ['entente-source', 'import', 'node'] },
    external: READ_FROM_THEIR_FOLDER,
    logLevel: 'warn',
    output: { dir: beside, format: 'esm' },
  })
  mkdirSync(folder, { recursive: true })
  const outdated = Math.min(Date.now() - DAY_MS, builtAt(folder) - LONGEST_MS)
  for (const name of readdirSync(beside).toSorted(startsLast))
    renameSync(join(beside, name), join(folder, name))
  rmSync(beside, { recursive: true })
  // Whatever runs finds whole files, those too that it has not loaded yet: the build before this one stays, and all of a day.
  for (const name of readdirSync(folder))
    if (statSync(join(folder, name)).mtimeMs < outdated) rmSync(join(folder, name))
}

const DAY_MS = 86_400_000
/** What a build takes at most, from its first file to its stamp. */
const LONGEST_MS = 60_000
/** When the last build was done. */
const builtAt = (folder: string) =>
  statSync(join(folder, STAMP), { throwIfNoEntry: false })?.mtimeMs ?? 0
const startsLast = (a: string, b: string) => Number(a === 'main.js') - Number(b === 'main.js')

/** Some read files that lie beside them, and none is part of any usual start. */
const READ_FROM_THEIR_FOLDER = ['docx', 'fontkit', 'ical-generator', 'nodemailer', 'pdfkit', 'pg']

function files(path: string): string[] {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    // Not a directory: a single file of the list above.
    return [path]
  }
}

function digestOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => files(join(root, source))).toSorted())
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

async function bring(name: string, part: Part): Promise<void> {
  const folder = join(root, part.folder)
  const stamp = join(folder, STAMP)
  const digest = digestOf(part.sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  // What a command says goes to standard output, and this is not it.
  process.stderr.write(`Building the ${name} (once, until it changes) …\n`)
  const startedAt = performance.now()
  await part.build(folder)
  writeFileSync(stamp, digest)
  process.stderr.write(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.\n\n`)
}

const asked = process.argv.slice(2)
for (const [name, part] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(name)) await bring(name, part)
