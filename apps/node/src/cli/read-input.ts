import { createReadStream } from 'node:fs'
import type { Command } from 'commander'

/** The bytes of a file, or of standard input for `-`; what cannot be read or is too long is a usage error. */
export async function readInput(
  file: string,
  mostBytes: number,
  command: Command,
): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      size += (chunk as Buffer).length
      if (size > mostBytes) break
      chunks.push(chunk as Buffer)
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    command.error(`error: expected a file that can be read, got ${file} (${String(error.code)})`, {
      exitCode: 2,
    })
  }
  if (size > mostBytes)
    command.error(`error: expected at most ${mostBytes} bytes, got more`, { exitCode: 2 })
  return Buffer.concat(chunks)
}

/** The JSON in a file or on standard input, whatever it says; other bytes end the command. */
export async function readJson(file: string, most: number, command: Command): Promise<unknown> {
  const bytes = await readInput(file, most, command)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
    return command.error(`error: expected JSON in UTF-8, got other bytes in ${file}`, {
      exitCode: 2,
    })
  }
}
