import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { MAIN } from '../root.ts'

/** One running node of the exercise: a child process that speaks HTTP only. */
export type NodeProcess = {
  readonly party: string
  readonly url: string
  readonly data: string
  readonly child: ChildProcess
  /** The one-time link for its first person that the node printed when it started. */
  readonly link: string
  readonly links: readonly { readonly person: string; readonly url: string }[]
}

/** Starts a node as its own process and waits for its first line. */
export async function startNode(options: {
  readonly party: string
  readonly data: string
  readonly port: number
  readonly peers: Readonly<Record<string, string>>
  /** The `main.ts` of another build of this program; this one's unless given. */
  readonly main?: string | undefined
}): Promise<NodeProcess> {
  const peers = Object.entries(options.peers).flatMap(([party, url]) => [
    '--peer',
    `${party}=${url}`,
  ])
  const child = spawn(
    process.execPath,
    [
      '--conditions=entente-source',
      '--disable-warning=ExperimentalWarning',
      options.main ?? MAIN,
      'serve',
      '--json',
      '--data',
      options.data,
      '--port',
      String(options.port),
      ...peers,
    ],
    // The channel ends with this process, however it dies: no node is left behind.
    {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      // Five nodes on one machine: the C library keeps one heap per thread unless it is told not to.
      env: { ...process.env, MALLOC_ARENA_MAX: '1' },
    },
  )
  const lines = createInterface({ input: child.stdout! })
  const first = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve)
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`expected ${options.party}'s node to start, got exit code ${code}`)),
    )
  })
  const { url, link, links } = JSON.parse(first) as Pick<NodeProcess, 'url' | 'link' | 'links'>
  return { party: options.party, url, link, links, data: options.data, child }
}

/** Ends a node's process and waits until it is gone. */
export async function stopNode(
  node: NodeProcess,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<void> {
  if (node.child.exitCode !== null || node.child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => node.child.once('exit', () => resolve()))
  node.child.kill(signal)
  await gone
}

/** Ports below those from which Linux gives outgoing connections theirs (`net.ipv4.ip_local_port_range`, 32768 on). */
const GIVEN = { from: 10_240, below: 32_768 }

/**
 * The wished port where it is free, else a free one at random. It is used a while after it was found: one that the system
 * gives might be an outgoing connection's by then.
 */
export async function freePort(wished: number): Promise<number> {
  const listen = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const probe = createServer()
      probe.once('error', () => resolve(undefined))
      probe.listen(port, '127.0.0.1', () => {
        const address = probe.address()
        const taken = typeof address === 'object' && address ? address.port : undefined
        probe.close(() => resolve(taken))
      })
    })
  const drawn = Array.from({ length: 64 }, () => randomInt(GIVEN.from, GIVEN.below))
  for (const port of [...(wished > 0 ? [wished] : []), ...drawn]) {
    const free = await listen(port)
    if (free !== undefined) return free
  }
  throw new Error('expected a free port on 127.0.0.1, got none')
}
