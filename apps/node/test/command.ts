import type { Command } from 'commander'
import { vi } from 'vitest'

/** Runs a command of `entente` in this process: what it says on both streams, and how it ends. */
export async function run(command: Command, ...words: readonly string[]) {
  const [log, error] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')]
  const said = ({ mock }: typeof log) => mock.calls.flat().join('\n')
  for (const stream of [log, error]) stream.mockImplementation(() => undefined)
  try {
    await command.parseAsync([...words], { from: 'user' })
    return { code: Number(process.exitCode ?? 0), out: said(log), err: said(error) }
  } finally {
    log.mockRestore()
    error.mockRestore()
    process.exitCode = 0
  }
}
