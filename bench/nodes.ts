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
  const runs: { n: number; run: Agreement }[] = []
  for (const n of MEMBERS) runs.push({ n, run: await one(n, []) })
  const last = runs.at(-1)!.run
  const times = runs.map(({ n, run }) => ({ n, milliseconds: run.milliseconds }))
  const seconds = last.milliseconds / 1000
  const bytes = runs.map(({ n, run }) => ({ n, milliseconds: run.bytes ?? 0 }))
  const spread = await one(9, ACTS)
  const perAct = spread.spread.map(({ acts, bytes: sent }) => ({ n: acts, milliseconds: sent }))
  const megabytes = (at: readonly { n: number; milliseconds: number }[]) =>
    at.map(({ n, milliseconds: sent }) => ({ n, figure: sent / 1_000_000 }))
  return [
    {
      id: 'P10',
      what: `from the last voice to adopted on ${MEMBERS.at(-1)} nodes, each a process; limit: two HTTP round trips`,
      figure: seconds,
      unit: 's',
      limit,
      ratio: seconds / limit,
      budget: `≤ ${BUDGET} s`,
      met: seconds <= BUDGET,
      sizes: times.map(({ n, milliseconds }) => ({ n, figure: milliseconds / 1000 })),
      exponent: exponentOf(times),
    },
    {
      id: 'P10',
      what: `their record of ${last.record.acts} acts checked offline, once; limit: the bytes hashed`,
      figure: last.record.milliseconds / 1000,
      unit: 's',
      limit: hashed(last.record.bytes) / 1000,
      ratio: last.record.milliseconds / hashed(last.record.bytes),
      budget: '≤ 0.3 s',
      met: last.record.milliseconds <= 300,
      sizes: runs.map(({ n, run }) => ({ n, figure: run.record.milliseconds / 1000 })),
    },
    {
      id: 'P10',
      what: 'megabytes over the loopback in that time, by nodes; limit: one act of a kilobyte to each node',
      figure: (last.bytes ?? 0) / 1_000_000,
      unit: 'MB',
      limit: (MEMBERS.at(-1)! * 1024) / 1_000_000,
      ratio: (last.bytes ?? 0) / (MEMBERS.at(-1)! * 1024),
      budget: 'linear in acts: next row',
      met: true,
      sizes: megabytes(bytes),
      exponent: exponentOf(bytes),
    },
    {
      id: 'P10',
      what: 'megabytes over the loopback of 9 nodes while one files acts one after the other, by acts',
      figure: perAct.at(-1)!.milliseconds / 1_000_000,
      unit: 'MB',
      limit: (9 * 1024 * ACTS.at(-1)!) / 1_000_000,
      ratio: perAct.at(-1)!.milliseconds / (9 * 1024 * ACTS.at(-1)!),
      budget: 'exponent ≤ 1.1',
      met: exponentOf(perAct) <= 1.1,
      sizes: megabytes(perAct),
      exponent: exponentOf(perAct),
    },
  ]
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
