import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawnSync } from 'node:child_process'

/** Builds the page, unless its sources are what they were when it was built last. */
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'apps/web/dist/page')
const stamp = join(dist, '.sources')

const SOURCES = [
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
]

function files(path: string): string[] {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    // Not a directory: a single file of the list above.
    return [path]
  }
}

function digest(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => files(join(root, source))).toSorted())
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const sources = digest()
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) process.exit(0)
process.stdout.write('Building the page (the first start does this once) …\n')
const startedAt = Date.now()
const built = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'apps/web', '--logLevel', 'warn'],
  { cwd: root, stdio: 'inherit' },
)
if (built.status !== 0) process.exit(built.status ?? 1)
writeFileSync(stamp, sources)
process.stdout.write(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.\n\n`)
