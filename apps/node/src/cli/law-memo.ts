import { writeFileSync } from 'node:fs'
import { type Document, memorandum } from '@entente/law'
import { type Command, Option } from 'commander'
import { type Format, FORMATS, writeDocument } from '../documents/index.ts'
import { assessed, assessing, type AssessOptions, exitCodeOf } from './law-assessed.ts'

/** How a document is written, and where to. */
export type DocumentOptions = {
  readonly format: Format
  readonly marking?: string
  readonly out?: string
}
type MemoOptions = AssessOptions & DocumentOptions

/** Options of a command that writes a document. */
export const writing = (command: Command): Command =>
  command
    .option('--marking <marking>', 'the marking on its first page')
    .option('--out <file>', 'the file it is written to; docx and pdf are written to no terminal')

/** `entente law memo`: the assessment as a document. */
export function memoCommand(): Command {
  return writing(assessing('memo'))
    .description('the assessment in writing, for a legal adviser')
    .addOption(new Option('--format <format>', 'how it is written').choices(FORMATS).default('md'))
    .addHelpText('after', '\nEnds with 0 met for every nation, 1 not so for one of them, 2 usage.')
    .action(async (file: string, options: MemoOptions, command: Command) => {
      const { marking, lang: language } = options
      const { assessment, factsHash } = await assessed(file, options, command)
      const cover = { lang: language, factsHash, ...(marking === undefined ? {} : { marking }) }
      const format = options.json ? 'json' : options.format
      await writeOut(memorandum(assessment, cover), { ...options, format }, command)
      process.exitCode = exitCodeOf(assessment)
    })
}

/** Writes a document to a new file, or to standard output where that can show it. */
export async function writeOut(
  document: Document,
  { format, out }: DocumentOptions,
  command: Command,
): Promise<void> {
  if (out === undefined && process.stdout.isTTY && (format === 'docx' || format === 'pdf'))
    command.error(`error: expected a file after --out for ${format}, got a terminal`, {
      exitCode: 2,
    })
  const written = await writeDocument(document, format)
  if (out === undefined) process.stdout.write(written)
  else put(out, written, command)
}

function put(out: string, written: Uint8Array | string, command: Command): void {
  try {
    writeFileSync(out, written, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    command.error(`error: expected a new file after --out, got ${out} (${String(error.code)})`, {
      exitCode: 2,
    })
  }
}
