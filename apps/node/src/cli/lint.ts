import {
  type Finding,
  findTerm,
  type Language,
  lint,
  type Reading,
  sourceText,
} from '@entente/lexicon'
import { Command, Option } from 'commander'
import { z } from 'zod'
import { readInput } from './read-input.ts'

const MOST_BYTES = 16 * 1024 * 1024

type Options = {
  readonly json: boolean
  readonly lang: Language
  readonly quiet: boolean
  readonly readings?: string
}

/** How nations read terms otherwise, as a file gives it. */
const Readings = z.array(
  z.strictObject({
    nation: z.string().min(1),
    term: z.string().refine((id) => findTerm(id) !== undefined, 'expected the id of a term'),
    reads: z.string().min(1),
    source: z.union([
      z.literal('none'),
      z.strictObject({
        instrument: z.string().min(1),
        provision: z.string().exactOptional(),
        verification: z.enum(['text-seen', 'summary-seen', 'general-knowledge']),
      }),
    ]),
  }),
)

/** `entente lint`: what a text says in the common language, and what it should say otherwise. */
export function lintCommand(): Command {
  return new Command('lint')
    .description('read a text against the common language: terms, words to avoid, legal weight')
    .argument('<file>', 'the text, in UTF-8; - reads standard input')
    .addOption(
      new Option('--lang <language>', 'language of the text').choices(['en', 'es']).default('en'),
    )
    .option('--readings <file>', 'JSON: how nations read terms otherwise')
    .option('--quiet', 'leave out the notes on terms that were used', false)
    .option('--json', 'the findings as JSON instead of lines', false)
    .addHelpText('after', '\nEnds with 0 no error, 1 a finding of severity error, 2 usage.')
    .action(async (file: string, options: Options, command: Command) => {
      const text = decode(await readInput(file, MOST_BYTES, command), command)
      const readings = await readReadings(options.readings, command)
      const findings = lint(text, { language: options.lang, readings }).filter(
        ({ severity }) => !options.quiet || severity !== 'note',
      )
      console.log(
        options.json ? JSON.stringify({ findings }) : report(findings, file, options.lang),
      )
      process.exitCode = findings.some(({ severity }) => severity === 'error') ? 1 : 0
    })
}

async function readReadings(
  file: string | undefined,
  command: Command,
): Promise<readonly Reading[]> {
  if (file === undefined) return []
  const text = decode(await readInput(file, MOST_BYTES, command), command)
  const { data, error } = Readings.safeParse(parseJson(text, command))
  if (error)
    command.error(`error: expected readings, got another form: ${z.prettifyError(error)}`, {
      exitCode: 2,
    })
  return data
}

function parseJson(text: string, command: Command): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON has no form to be explained.
    return command.error('error: expected readings in JSON, got other text', { exitCode: 2 })
  }
}

function report(findings: readonly Finding[], file: string, lang: Language): string {
  const lines = findings.map((finding) => line(finding, file, lang))
  return [...lines, summary(findings, lang)].join('\n')
}

function line(
  { span, severity, code, found, message, say, source }: Finding,
  file: string,
  lang: Language,
) {
  const head = `${file}:${span.line}:${span.column} ${SEVERITY[severity][lang]} ${code} “${found.replaceAll(/\s+/g, ' ')}”`
  const instead = say === undefined ? [] : [`  ${SAY[lang]}: ${say[lang]}`]
  return [head, `  ${message[lang]}`, ...instead, `  ${SOURCE[lang]}: ${sourceText(source)}`].join(
    '\n',
  )
}

function summary(findings: readonly Finding[], lang: Language): string {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  return (['error', 'warning', 'note'] as const)
    .map((severity) => `${COUNTED[severity][lang]}: ${count(severity)}`)
    .join(', ')
}

const SEVERITY = {
  error: { en: 'error', es: 'error' },
  warning: { en: 'warning', es: 'aviso' },
  note: { en: 'note', es: 'nota' },
} as const
const COUNTED = {
  error: { en: 'errors', es: 'errores' },
  warning: { en: 'warnings', es: 'avisos' },
  note: { en: 'notes', es: 'notas' },
} as const
const SAY = { en: 'say', es: 'diga' } as const
const SOURCE = { en: 'source', es: 'fuente' } as const

function decode(bytes: Uint8Array, command: Command): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Whatever else the bytes are, they are no text that can be read here.
    return command.error('error: expected a text in UTF-8, got other bytes', { exitCode: 2 })
  }
}
