import { createInterface } from 'node:readline/promises'

/** Asks a person something; the answer in brackets is taken where nothing is typed. */
export type Ask = (question: string, usual?: string) => Promise<string>

/** Runs a dialogue on the terminal where there is one; elsewhere there is nobody to ask. */
export async function onTerminal<T>(talk: (ask: Ask | undefined) => Promise<T>): Promise<T> {
  if (!process.stdin.isTTY) return talk(undefined)
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await talk(async (question, usual) => {
      const answer = await lines.question(`${question}${usual ? ` [${usual}]` : ''}: `)
      return answer.trim() || usual || ''
    })
  } finally {
    lines.close()
  }
}
