import { writeFileSync } from 'node:fs'
import { memorandum } from '@entente/law'
import { type Command, Option } from 'commander'
import { type Format, FORMATS, writeDocument } from '../documents/index.ts'
import { assessed, assessing, type AssessOptions, exitCodeOf } from './law-assessed.ts'

type MemoOptions = AssessOptions & {
  readonly format: Format
  readonly marking?: string
  readonly out?: string
}

/** `entente law memo`: the assessment as a document. */
export function memoCommand(): Command {
  return assessing('memo')
    .description('the assessment in writing, for a legal adviser')
    .addOption(new Option('--format <format>', 'how it is written').choices(FORMATS).default('md'))
    .option('--marking <marking>', 'the marking on its first page')
    .option('--out <file>', 'the file it is written to; docx and pdf are written to no terminal')
    .addHelpText('after', '\nEnds with 0 met for every nation, 1 not so for one of them, 2 usage.')
    .action(async (file: string, options: MemoOptions, command: Command) => {
      const { marking, out, lang: language } = options
      const format = options.json ? 'json' : options.format
      if (out === undefined && process.stdout.isTTY && (format === 'docx' || format === 'pdf'))
        command.error(`error: expected a file after --out for ${format}, got a terminal`, {
          exitCode: 2,
        })
      const { assessment, factsHash } = await assessed(file, options, command)
      const cover = { lang: language, factsHash, ...(marking === undefined ? {} : { marking }) }
      const written = await writeDocument(memorandum(assessment, cover), format)
      if (out === undefined) process.stdout.write(written)
      else put(out, written, command)
      process.exitCode = exitCodeOf(assessment)
    })
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
