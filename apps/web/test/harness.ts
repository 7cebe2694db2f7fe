import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Whose seat a window takes: a party's own person; at Birch's or Alder's node who receives reports; at Cedar's who
 * drafts, who clears.
 */
export const PARTIES = [
  'XA',
  'XB',
  'XC',
  'CO',
  'XO',
  'XL',
  'CSIRT',
  'CSIRT-XA',
  'DRAFTER',
  'ADVISER',
] as const
export type PartyName = (typeof PARTIES)[number]

/** The running exercise: three nations, a chair and two operators, played up to the point where Cedar is awaited. */
export type Demo = {
  readonly case: string
  readonly nodes: Readonly<
    Record<PartyName, { readonly url: string; readonly pid: number; readonly data: string }>
  >
  /** One-time links: each logs one person in, once. */
  readonly links: Readonly<Record<PartyName, string>>
  stop(): Promise<void>
}

type Ready = {
  readonly ready: true
  readonly case: string
  readonly nodes: readonly { party: PartyName; url: string; pid: number; data: string }[]
  readonly links: readonly { party: PartyName; as: string; url: string }[]
}

/** Chromium where the environment names one, else where Debian puts it. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM']
  return [named, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  )
}

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })

/** What runs the program as `npm start` does: what is built of it, which whoever tells stories builds first. */
export const ENTENTE = ['--disable-warning=ExperimentalWarning', 'apps/node/built/main.js']

const PATIENCE_MS = 180_000

/** Starts the real product as a person would, with its own data, and waits until it has played. */
export async function startDemo(): Promise<Demo> {
  const data = mkdtempSync(join(tmpdir(), 'entente-web-'))
  const child = spawn(
    process.execPath,
    [...ENTENTE, 'demo', '--fresh', '--data', join(data, 'demo'), '--ports', 'auto', '--json'],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const stop = async () => {
    await ended(child)
    rmSync(data, { recursive: true, force: true })
  }
  try {
    const ready = await becomesReady(child)
    const seats = [
      ['XB', 'csirt', 'CSIRT'],
      ['XA', 'csirt', 'CSIRT-XA'],
      ['XC', 'drafter', 'DRAFTER'],
      ['XC', 'adviser', 'ADVISER'],
    ] as const
    const nodes = [
      ...ready.nodes,
      ...seats.map(([of, , party]) => ({
        ...ready.nodes.find((one) => one.party === of)!,
        party,
      })),
    ]
    const links = ready.links.map(({ party: of, as, url }) => {
      const seat = seats.find(([party, role]) => party === of && role === as)?.[2]
      return { party: seat ?? of, url }
    })
    return {
      case: ready.case,
      nodes: byParty(nodes, ({ url, pid, data: directory }) => ({ url, pid, data: directory })),
      links: byParty(links, ({ url }) => url),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function becomesReady(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`expected the demo to be ready within ${PATIENCE_MS / 1000} s`)),
      PATIENCE_MS,
    )
    child.once('exit', (code) =>
      reject(new Error(`expected the demo to get ready, got exit code ${String(code)}`)),
    )
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const said = JSON.parse(line) as Ready | { readonly ready?: undefined }
      if (said.ready !== true) return
      clearTimeout(timer)
      resolve(said)
    })
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await gone
}

function byParty<T extends { readonly party: PartyName }, U>(
  all: readonly T[],
  value: (one: T) => U,
): Record<PartyName, U> {
  const found = Object.fromEntries(all.map((one) => [one.party, value(one)]))
  for (const party of PARTIES)
    if (!(party in found)) throw new Error(`expected the demo to have a node of ${party}`)
  return found as Record<PartyName, U>
}
