import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { median, type Figure } from './figure.ts'

const BUILD = fileURLToPath(new URL('../tools/build.ts', import.meta.url))
const MAIN = fileURLToPath(new URL('../apps/node/built/main.js', import.meta.url))
const FLAGS = ['--disable-warning=ExperimentalWarning']

type Line = { ready?: true; nodes?: { party: string; url: string; data: string; pid: number }[] }

/** P11: how long a second start takes to the first page answered, and what an idle node weighs. */
export async function startUp(): Promise<Figure[]> {
  // What is measured is a start with page and program built, as `npm start` leaves them.
  execFileSync(process.execPath, [BUILD])
  const data = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  try {
    const first = await demo(data, '--fresh')
    const count = first.nodes.length
    await stop(first.child)
    const bare = await median(3, () => bareProcesses(count))
    let idleMegabytes = 0
    const second = await median(3, async () => {
      const started = await demo(data)
      // What a start leaves behind is cleared away once the node has nothing to do.
      await pause(3000)
      idleMegabytes = Math.max(
        idleMegabytes,
        ...started.nodes.map(({ pid }) => residentMegabytes(pid)),
      )
      await stop(started.child)
      return started.milliseconds
    })
    const alone = await median(3, () => oneNode(join(data, 'XA')))
    const bareOne = await median(3, () => bareProcesses(1))
    return [
      row(
        `second start of the demo’s ${count} nodes to the first page answered`,
        [seconds(second), seconds(bare)],
        3,
        's',
      ),
      row(
        'one node’s serve to the first page answered',
        [seconds(alone), seconds(bareOne)],
        1,
        's',
      ),
      row(
        `idle memory of a node, the heaviest of ${count}`,
        [idleMegabytes, await bareMegabytes()],
        150,
        'MB',
      ),
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

const row = (
  what: string,
  [figure, limit]: readonly [number, number],
  most: number,
  unit: string,
): Figure => ({
  id: 'P11',
  what,
  figure,
  unit,
  limit,
  ratio: figure / limit,
  budget: `≤ ${most} ${unit}`,
  met: figure <= most,
  sizes: [],
})

const seconds = (milliseconds: number) => milliseconds / 1000

/** Starts the demo and measures until one of its nodes has answered the page. */
async function demo(data: string, ...more: string[]) {
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    [...FLAGS, MAIN, 'demo', '--json', '--ports', 'auto', '--data', data, ...more],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let answered: number | undefined
  const nodes = await new Promise<NonNullable<Line['nodes']>>((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`expected the demo to get ready, got exit code ${code}`)),
    )
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = JSON.parse(text) as Line & { serving?: string[] }
      const url = line.serving?.[0]
      if (url) void page(url).then(() => (answered ??= performance.now()))
      if (line.ready && line.nodes) resolve(line.nodes)
    })
  })
  if (answered === undefined) throw new Error('expected a page before the demo was ready, got none')
  return { child, nodes, milliseconds: answered - startedAt }
}

async function oneNode(data: string): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...FLAGS, MAIN, 'serve', '--json', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`expected a node, got exit code ${code}`)))
  })
  await page((JSON.parse(line) as { url: string }).url)
  const milliseconds = performance.now() - startedAt
  await stop(child)
  return milliseconds
}

async function page(url: string): Promise<void> {
  const answer = await fetch(url)
  await answer.text()
  if (!answer.ok) throw new Error(`expected a page at ${url}, got HTTP ${answer.status}`)
}

/** The limit: as many processes of the same runtime that do nothing but answer one HTTP request. */
async function bareProcesses(count: number): Promise<number> {
  const program =
    "require('node:http').createServer((q,s)=>s.end('x')).listen(0,'127.0.0.1',function(){console.log(this.address().port)})"
  const startedAt = performance.now()
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] }),
  )
  await Promise.all(
    children.map(async (child) => {
      const port = await new Promise<string>((resolve) =>
        createInterface({ input: child.stdout }).once('line', resolve),
      )
      await page(`http://127.0.0.1:${port}`)
    }),
  )
  const milliseconds = performance.now() - startedAt
  await Promise.all(children.map(stop))
  return milliseconds
}

/** The limit for memory: this runtime with nothing loaded. */
async function bareMegabytes(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 10_000)'], { stdio: 'ignore' })
  await pause(1000)
  const megabytes = residentMegabytes(child.pid!)
  await stop(child)
  return megabytes
}

function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.removeAllListeners('exit')
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await gone
}
