import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { agree, type Agreement } from '../apps/node/src/demo/agree.ts'
import { exponentOf, median, type Figure } from './figure.ts'

const MEMBERS = [3, 9, 27]
const BUDGET = 2
/** Acts that the chair files after the position stands, to see what each costs. */
const ACTS = [1, 10, 100]

/** P10: from the last voice to `adopted` on every node, each a process of its own, and what they say to each other. */
export async function agreeOnNodes(): Promise<Figure[]> {
  const limit = (2 * (await median(50, roundTrip))) / 1000
  const runs: Run[] = []
  for (const n of MEMBERS) runs.push({ n, run: await one(n, []) })
  const { spread } = await one(9, ACTS)
  return [
    timeOf(runs, limit),
    recordOf(runs),
    bytesOf(
      `megabytes over the loopback in that time, by nodes; limit: one act of a kilobyte to each of ${LAST}`,
      runs.map(({ n, run }) => ({ n, bytes: run.bytes ?? 0 })),
      { limit: LAST * 1024, exponent: 2 },
    ),
    bytesOf(
      'megabytes over the loopback of 9 nodes while one files acts one after the other, by acts; limit: a kilobyte of each act to each',
      spread.map(({ acts, bytes }) => ({ n: acts, bytes })),
      { limit: 9 * 1024 * ACTS.at(-1)!, exponent: 1.1 },
    ),
  ]
}

type Run = { readonly n: number; readonly run: Agreement }

const LAST = MEMBERS.at(-1)!

function timeOf(runs: readonly Run[], limit: number): Figure {
  const times = runs.map(({ n, run }) => ({ n, milliseconds: run.milliseconds }))
  const seconds = times.at(-1)!.milliseconds / 1000
  return {
    id: 'P10',
    what: `from the last voice to adopted on ${LAST} nodes, each a process; limit: two HTTP round trips`,
    figure: seconds,
    unit: 's',
    limit,
    ratio: seconds / limit,
    budget: `≤ ${BUDGET} s`,
    met: seconds <= BUDGET,
    sizes: times.map(({ n, milliseconds }) => ({ n, figure: milliseconds / 1000 })),
    exponent: exponentOf(times),
  }
}

function recordOf(runs: readonly Run[]): Figure {
  const { acts, bytes, milliseconds } = runs.at(-1)!.run.record
  const limit = hashed(bytes)
  return {
    id: 'P10',
    what: `the record of ${LAST} nations, ${acts} acts, checked offline once; limit: its bytes hashed`,
    figure: milliseconds / 1000,
    unit: 's',
    limit: limit / 1000,
    ratio: milliseconds / limit,
    budget: '≤ 0.3 s',
    met: milliseconds <= 300,
    sizes: runs.map(({ n, run }) => ({ n, figure: run.record.milliseconds / 1000 })),
    exponent: exponentOf(runs.map(({ n, run }) => ({ n, milliseconds: run.record.milliseconds }))),
  }
}

function bytesOf(
  what: string,
  at: readonly { readonly n: number; readonly bytes: number }[],
  most: { readonly limit: number; readonly exponent: number },
): Figure {
  const { bytes } = at.at(-1)!
  const exponent = exponentOf(at.map(({ n, bytes: milliseconds }) => ({ n, milliseconds })))
  return {
    id: 'P10',
    what,
    figure: bytes / 1_000_000,
    unit: 'MB',
    limit: most.limit / 1_000_000,
    ratio: bytes / most.limit,
    budget: `exponent ≤ ${most.exponent}`,
    met: exponent <= most.exponent,
    sizes: at.map(({ n, bytes: sent }) => ({ n, figure: sent / 1_000_000 })),
    exponent,
  }
}

async function one(members: number, acts: readonly number[]): Promise<Agreement> {
  const data = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  try {
    const agreement = await agree(members, { data, tell: () => {}, acts })
    const digests = new Set(agreement.nodes.map(({ digest }) => digest))
    if (digests.size === 1 && agreement.nodes.every(({ standing }) => standing === 'stands'))
      return agreement
    throw new Error(`expected ${members} nodes to compute one state in which the position stands`)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** Milliseconds in which so many bytes are hashed once. */
function hashed(bytes: number): number {
  const text = Buffer.alloc(bytes, 'a')
  const startedAt = performance.now()
  hash('sha256', text)
  return performance.now() - startedAt
}

/** The limit: milliseconds of one HTTP request and its answer on this machine, over a kept connection. */
async function roundTrip(): Promise<number> {
  const server = createServer((_, answer) => answer.end('x'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await (await fetch(url)).text()
  const startedAt = performance.now()
  await (await fetch(url)).text()
  const milliseconds = performance.now() - startedAt
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
  return milliseconds
}
