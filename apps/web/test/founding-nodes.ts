import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ENTENTE, ROOT } from './harness.ts'

/** A node that has joined nothing, started as a person starts it. */
export type NewNode = { readonly url: string; readonly link: string; stop(): Promise<void> }

const PATIENCE_MS = 60_000

/** `entente serve` on a directory of its own in which no party lives yet. */
export async function startNewNode(): Promise<NewNode> {
  const place = mkdtempSync(join(tmpdir(), 'entente-found-'))
  const child = spawn(
    process.execPath,
    [...ENTENTE, 'serve', '--data', join(place, 'data'), '--json'],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const stop = async () => {
    await ended(child)
    rmSync(place, { recursive: true, force: true })
  }
  try {
    return { ...(await firstLine(child)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function firstLine(child: ChildProcess): Promise<{ url: string; link: string }> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`expected a node within ${PATIENCE_MS / 1000} s, got none`)),
      PATIENCE_MS,
    )
    child.once('exit', (code) =>
      reject(new Error(`expected a node, got exit code ${String(code)}`)),
    )
    createInterface({ input: child.stdout! }).once('line', (line) => {
      clearTimeout(timer)
      const said = JSON.parse(line) as { founding?: true; url: string; link: string }
      if (said.founding) resolve(said)
      else reject(new Error(`expected a node that is being set up, got ${line.slice(0, 200)}`))
    })
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await gone
}
