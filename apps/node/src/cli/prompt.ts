import { createInterface } from 'node:readline'
import { CommanderError } from 'commander'

/** Asks a person something; the answer in brackets is taken where nothing is typed. */
export type Ask = (question: string, usual?: string) => Promise<string>

/** Runs a dialogue on the terminal where there is one; elsewhere there is nobody to ask. */
export async function onTerminal<T>(talk: (ask: Ask | undefined) => Promise<T>): Promise<T> {
  if (!process.stdin.isTTY) return talk(undefined)
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  // Read as lines, so that answers pasted all at once are all there.
  const lines = terminal[Symbol.asyncIterator]()
  let isOpen = true
  terminal.once('close', () => {
    isOpen = false
  })
  try {
    return await talk(async (question, usual) => {
      terminal.setPrompt(`${question}${usual ? ` [${usual}]` : ''}: `)
      if (isOpen) terminal.prompt()
      const { value, done } = await lines.next()
      if (done) throw new CommanderError(2, 'prompt.ended', 'expected an answer, got none')
      return value.trim() || usual || ''
    })
  } finally {
    terminal.close()
  }
}
