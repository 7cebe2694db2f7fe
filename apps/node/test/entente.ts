import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const NODE = ['--conditions=entente-source', '--disable-warning=ExperimentalWarning', MAIN]

type Ended = { readonly code: number; readonly out: string; readonly err: string }

/**
 * Runs the command as people run it, in a process of its own, and says how it ended. It is waited for, not blocked on:
 * a test that stands still does not hear that a node closed a connection, and asks its next question over it.
 */
export const entente = (...words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...NODE, ...words], (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })

/** What a command says that ends well; any other fails with what it complained of. */
export async function outputOf(...words: readonly string[]): Promise<string> {
  const { code, out, err } = await entente(...words)
  if (code !== 0) throw new Error(`expected ${words.join(' ')} to end well, got ${code}: ${err}`)
  return out
}
