import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { sharedPath } from '../tools/shared.ts'
import { exponentOf, median, type Figure } from './figure.ts'

const MAIN = fileURLToPath(new URL('../apps/node/built/main.js', import.meta.url))
const BUILD = fileURLToPath(new URL('../tools/build.ts', import.meta.url))
const FLAGS = ['--disable-warning=ExperimentalWarning']
const RUNS = 5

/** ATT&CK enterprise v18.1: five files that refer to one another, smallest first. */
const FILES = [
  'revoked-deprecated',
  'core-objects',
  'detection',
  'core-relationships-groups-campaigns-mitigations',
  'core-relationships-software',
].map((name) => `mitre-attack/enterprise-attack-18.1-${name}.stix21.json.gz`)
/** How many of the files each size takes. */
const SIZES = [2, 4, 5]

/** What one run of the command took. */
type Run = {
  readonly out: string
  readonly milliseconds: number
  /** User and system time of all its threads. */
  readonly cpu: number
  readonly megabytes: number
}

/** P3: import of ATT&CK enterprise from the command line, against parsing the same JSON. */
export async function importAttack(): Promise<Figure[]> {
  const files = FILES.flatMap((file) => sharedPath(`data/${file}`) ?? [])
  if (files.length < FILES.length) return []
  execFileSync(process.execPath, [BUILD, 'program'])
  // Once for the runtime's cache of compiled modules, as on any but the very first start.
  await importOf(files.slice(0, 1))
  const limits = await limitsOf(files)
  const sizes: { n: number; runs: readonly Run[] }[] = []
  for (const count of SIZES) {
    const runs: Run[] = []
    for (let at = 0; at < RUNS; at++) runs.push(await importOf(files.slice(0, count)))
    sizes.push({ n: objectsOf(runs[0]!), runs })
  }
  const figure = (of: (run: Run) => number) =>
    sizes.map(({ n, runs }) => ({ n, milliseconds: middle(runs.map(of)) }))
  const objects = sizes.at(-1)!.n.toLocaleString('en')
  const what = `import of ATT&CK enterprise, ${objects} objects in five gz files, from the command line`
  const times = (part: number) => `${(part / limits.parse).toFixed(1)} ×`
  return [
    row(
      `${what}: validated, searchable, on disk; the start of the process alone is ${times(limits.start)} the parse, unpacking alone ${times(limits.unpack)}, its bytes, ids and words into bare tables of SQLite alone ${times(limits.bare)}`,
      figure(({ milliseconds }) => milliseconds),
      limits.parse,
    ),
    row(
      `${what}, processor time`,
      figure(({ cpu }) => cpu),
      limits.parseCpu,
    ),
    memory(
      what,
      Math.max(...sizes.flatMap(({ runs }) => runs.map((run) => run.megabytes))),
      limits.bytes,
    ),
  ]
}

function row(
  what: string,
  sizes: readonly { n: number; milliseconds: number }[],
  limit: number,
): Figure {
  const { milliseconds } = sizes.at(-1)!
  return {
    id: 'P3',
    what,
    figure: milliseconds / 1000,
    unit: 's',
    limit: limit / 1000,
    ratio: milliseconds / limit,
    budget: '≤ 6 × the parse',
    met: milliseconds <= 6 * limit,
    sizes: sizes.map(({ n, milliseconds: at }) => ({ n, figure: at / 1000 })),
    exponent: exponentOf(sizes),
  }
}

function memory(what: string, megabytes: number, bytes: number): Figure {
  const limit = bytes / 2 ** 20
  return {
    id: 'P3',
    what: `${what}, memory at its most, beside the size of the JSON`,
    figure: megabytes,
    unit: 'MB',
    limit,
    ratio: megabytes / limit,
    budget: '≤ 400 MB',
    met: megabytes <= 400,
    sizes: [],
  }
}

/** The limit, and three parts that no import from the command line can be without. */
async function limitsOf(files: readonly string[]) {
  const packed = files.map((file) => readFileSync(file))
  const texts = packed.map((bytes) => gunzipSync(bytes).toString())
  const parses: { wall: number; cpu: number }[] = []
  for (let at = 0; at < RUNS; at++) {
    const before = process.cpuUsage()
    const wall = timed(() => texts.map((text) => JSON.parse(text) as object))
    const { user, system } = process.cpuUsage(before)
    parses.push({ wall, cpu: (user + system) / 1000 })
  }
  return {
    parse: middle(parses.map(({ wall }) => wall)),
    parseCpu: middle(parses.map(({ cpu }) => cpu)),
    unpack: await median(RUNS, () => timed(() => packed.map((bytes) => gunzipSync(bytes)))),
    bare: await median(RUNS, () => bareInserts(texts)),
    start: await median(RUNS, async () => (await run(['import', '--help'])).milliseconds),
    bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  }
}

type Bundle = { readonly objects: readonly { id: string; name?: string; description?: string }[] }

/** Milliseconds in which SQLite alone takes the same objects, found by id and by the words of their names and descriptions. */
function bareInserts(texts: readonly string[]): number {
  const directory = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  const rows = texts
    .flatMap((text) => (JSON.parse(text) as Bundle).objects)
    .map((one) => ({
      id: one.id,
      words: `${one.name ?? ''} ${one.description ?? ''}`,
      bytes: Buffer.from(JSON.stringify(one)),
    }))
  const database = new DatabaseSync(join(directory, 'bare.db'))
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    database.exec('CREATE TABLE object (seq INTEGER PRIMARY KEY, id TEXT, bytes BLOB)')
    database.exec('CREATE INDEX object_id ON object (id)')
    database.exec("CREATE VIRTUAL TABLE words USING fts5 (said, content = '')")
    const object = database.prepare('INSERT INTO object VALUES (?, ?, ?)')
    const words = database.prepare('INSERT INTO words (rowid, said) VALUES (?, ?)')
    return timed(() => {
      database.exec('BEGIN')
      for (const [seq, row] of rows.entries()) {
        object.run(seq, row.id, row.bytes)
        words.run(seq, row.words)
      }
      database.exec('COMMIT')
    })
  } finally {
    database.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

function timed(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

/** One import into an empty directory, as a person starts it. */
async function importOf(files: readonly string[]): Promise<Run> {
  const data = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  try {
    return await run(['import', ...files, '--json', '--data', data])
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

const objectsOf = ({ out }: Run): number =>
  out
    .trim()
    .split('\n')
    .reduce((sum, line) => sum + (JSON.parse(line) as { objects: number }).objects, 0)

/** Lets the process itself say at its end what it used: the kernel counts all its threads. */
const TELLING = `data:text/javascript,${encodeURIComponent(
  'process.once("exit",()=>process.stderr.write(JSON.stringify(process.resourceUsage())))',
)}`

async function run(words: readonly string[]): Promise<Run> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...FLAGS, '--import', TELLING, MAIN, ...words])
  let [out, told] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const milliseconds = performance.now() - startedAt
  if (code !== 0) throw new Error(`expected ${words[0]} to end with 0, got ${code}: ${told}`)
  const used = JSON.parse(told) as NodeJS.ResourceUsage
  return {
    out,
    milliseconds,
    cpu: (used.userCPUTime + used.systemCPUTime) / 1000,
    megabytes: used.maxRSS / 1024,
  }
}
