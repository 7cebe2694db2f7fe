import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  assess,
  type Assessment,
  blankView,
  getFact,
  holderName,
  LawError,
  memorandum,
  parseMeasure,
  parseView,
  RULES,
  sanctionsDocument,
  sanctionsTest,
  toHtml,
  toMarkdown,
  VALUE_WORDS,
  type View,
  VIEWS,
} from '@entente/law'
import type { Language } from '@entente/lexicon'
import { Command, Option } from 'commander'
import { harmless } from './evidence.ts'
import { argued, argumentReport } from './law-argument.ts'
import { compared, compareReport, explained, explainReport } from './law-explain.ts'
import { lawReport, viewReport } from './law-report.ts'
import { sanctionsReport } from './law-sanctions.ts'
import { readInput } from './read-input.ts'

const MOST_BYTES = 4 * 1024 * 1024

type Options = { readonly json: boolean; readonly lang: Language }
type AssessOptions = Options & { readonly views?: string; readonly with?: string }

/** `entente law`: rules, published views, and one measure under each nation's view, offline. */
export function lawCommand(): Command {
  return new Command('law')
    .description('rules of State responsibility, published views, and a measure under each view')
    .addCommand(rulesCommand())
    .addCommand(viewsCommand())
    .addCommand(testCommand())
    .addCommand(explainCommand())
    .addCommand(compareCommand())
    .addCommand(sanctionsCommand())
    .addCommand(memoCommand())
}

const lang = () =>
  new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en')

function rulesCommand(): Command {
  return new Command('rules')
    .exitOverride()
    .description('list the rules: provision, question, how far the source was read')
    .addOption(lang())
    .option('--json', 'as JSON', false)
    .action(({ json, lang: language }: Options) => {
      const rules = RULES.map(({ id, source, question, facts, view }) => ({
        id,
        source,
        verification: source.verification,
        question,
        facts,
        ...(view ? { issue: view.issue } : {}),
      }))
      const line = ({ id, source, question }: (typeof rules)[number]) =>
        `${id.padEnd(24)} ${source.citation[language]} (${source.verification})\n${' '.repeat(25)}${question[language]}`
      console.log(json ? JSON.stringify({ rules }) : rules.map(line).join('\n'))
    })
}

function viewsCommand(): Command {
  return new Command('views')
    .exitOverride()
    .description('list the published views, or show one with its sources')
    .argument('[code]', 'code of the holder')
    .addOption(lang())
    .option('--json', 'as JSON', false)
    .action((code: string | undefined, { json, lang: language }: Options, command: Command) => {
      if (code === undefined) {
        console.log(
          json
            ? JSON.stringify({ views: VIEWS })
            : VIEWS.map((view) => viewLine(view, language)).join('\n'),
        )
        return
      }
      const [view] = published(code, command)
      console.log(json ? JSON.stringify(view) : viewReport(view!, language))
    })
}

const viewLine = ({ holder, readings }: View, lang: Language): string => {
  const values = Object.values(readings)
  const read = values.filter(({ value }) => value !== 'unknown').length
  return `${holder.code.padEnd(4)} ${holderName(holder, lang)} ${lang === 'es' ? `(leídas ${read} de ${values.length} cuestiones)` : `(${read} of ${values.length} issues read)`}`
}

const assessing = (name: string): Command =>
  new Command(name)
    .exitOverride()
    .argument('<file>', 'the measure and its facts, as JSON')
    .option('--views <folder>', 'views that nations entered; default: views, beside the file')
    .option('--with <codes>', 'assess under these published views too, by code and comma')
    .addOption(lang())
    .option('--json', 'as JSON', false)

function testCommand(): Command {
  return assessing('test')
    .description('assess a measure once per nation: rules by nations, with what is disputed on top')
    .addHelpText('after', '\nEnds with 0 met for every nation, 1 not so for one of them, 2 usage.')
    .action(async (file: string, options: AssessOptions, command: Command) => {
      const { assessment } = await assessed(file, options, command)
      console.log(
        options.json ? JSON.stringify(answer(assessment)) : lawReport(assessment, options.lang),
      )
      process.exitCode = exitCodeOf(assessment)
    })
}

function explainCommand(): Command {
  return assessing('explain')
    .description(
      'the whole argument, nation by nation and line by line; or why one rule answers so, and who differs',
    )
    .option('--rule <id>', 'one rule, by its id: entente law rules')
    .option('--nation <code>', 'one nation')
    .action(
      async (
        file: string,
        options: AssessOptions & { readonly rule?: string; readonly nation?: string },
        command: Command,
      ) => {
        const { assessment } = await assessed(file, options, command)
        if (options.rule === undefined) {
          const columns = columnsOf(assessment, options.nation, command)
          console.log(
            options.json ? JSON.stringify(argued(columns)) : argumentReport(columns, options.lang),
          )
          return
        }
        const rule = RULES.find(({ id }) => id === options.rule)
        if (!rule)
          command.error(
            `error: expected the id of a rule, got ${harmless(options.rule)}; see entente law rules`,
            { exitCode: 2 },
          )
        const told = explained(assessment, rule)
        console.log(options.json ? JSON.stringify(told) : explainReport(told, options.lang))
      },
    )
}

function columnsOf(
  { columns }: Assessment,
  nation: string | undefined,
  command: Command,
): Assessment['columns'] {
  const found = columns.filter(({ holder }) => nation === undefined || holder.code === nation)
  if (found.length === 0)
    command.error(
      `error: expected the code of a nation of the measure, got ${harmless(nation ?? '')}; it has ${columns.map(({ holder }) => holder.code).join(', ')}`,
      { exitCode: 2 },
    )
  return found
}

function compareCommand(): Command {
  return assessing('compare')
    .description('the five forms of acting together, nation by nation, on the same facts')
    .action(async (file: string, options: AssessOptions, command: Command) => {
      const { assessment } = await assessed(file, options, command)
      const told = compared(assessment)
      console.log(options.json ? JSON.stringify(told) : compareReport(told, options.lang))
    })
}

function memoCommand(): Command {
  return assessing('memo')
    .description('the assessment in writing, for a legal adviser')
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(['markdown', 'html'])
        .default('markdown'),
    )
    .option('--marking <marking>', 'the marking on its first page')
    .addHelpText('after', '\nEnds with 0 met for every nation, 1 not so for one of them, 2 usage.')
    .action(
      async (
        file: string,
        options: AssessOptions & { readonly format: string; readonly marking?: string },
        command: Command,
      ) => {
        const { assessment, factsHash } = await assessed(file, options, command)
        const { marking } = options
        const document = memorandum(assessment, {
          lang: options.lang,
          factsHash,
          ...(marking === undefined ? {} : { marking }),
        })
        const text = options.format === 'html' ? toHtml(document) : toMarkdown(document)
        console.log(options.json ? JSON.stringify(document) : text.trimEnd())
        process.exitCode = exitCodeOf(assessment)
      },
    )
}

function sanctionsCommand(): Command {
  return assessing('sanctions')
    .description(
      'the criteria of a listing by the Union, article by article, and a draft of its reasons',
    )
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(['report', 'markdown', 'html'])
        .default('report'),
    )
    .option('--marking <marking>', 'the marking on its first page')
    .addHelpText('after', '\nEnds with 0 every criterion met, 1 not so, 2 usage.')
    .action(
      async (
        file: string,
        options: AssessOptions & { readonly format: string; readonly marking?: string },
        command: Command,
      ) => {
        const { assessment, factsHash } = await assessed(file, options, command)
        const { lang: language, marking, format } = options
        const test = sanctionsTest(assessment)
        const cover = { lang: language, factsHash, ...(marking === undefined ? {} : { marking }) }
        const write = format === 'html' ? toHtml : toMarkdown
        console.log(
          options.json
            ? JSON.stringify({ ...test, factsHash, ...(marking === undefined ? {} : { marking }) })
            : format === 'report'
              ? sanctionsReport(test, language)
              : write(sanctionsDocument(assessment, cover)).trimEnd(),
        )
        process.exitCode = test.criteria[0]?.result === 'satisfied' ? 0 : 1
      },
    )
}

const exitCodeOf = ({ columns }: Assessment): number =>
  columns.every(({ conclusion }) => conclusion.value === 'satisfied') ? 0 : 1

/** What a program reads of an assessment: conclusions and cells; the rules are in `law rules`. */
const answer = ({ measure, disputes, rows, columns }: Assessment) => ({
  measure: measure.id,
  exercise: measure.exercise,
  conclusions: columns.map(({ holder, conclusion }) => ({
    nation: holder.code,
    ...conclusion,
    asks: conclusion.asks.map((id) => ({ fact: id, question: getFact(id).question })),
  })),
  disputes,
  rows: rows.map(({ norm, cells }) => ({
    norm,
    cells: cells.map(({ nation, finding }) => ({
      nation,
      value: finding === 'not-asked' ? finding : finding.value,
      words: VALUE_WORDS[finding === 'not-asked' ? finding : finding.value],
    })),
  })),
})

async function assessed(
  file: string,
  { views: folder, with: codes }: AssessOptions,
  command: Command,
): Promise<{ assessment: Assessment; factsHash: string }> {
  const bytes = await readInput(file, MOST_BYTES, command)
  const measure = read(bytes, parseMeasure, file, command)
  const entered = await enteredViews(folder ?? join(dirname(file), 'views'), folder, command)
  const own = measure.nations.map(
    ({ code, name }) =>
      entered.find(({ holder }) => holder.code === code) ??
      blankView({ code, name, kind: 'state' }, measure.asOf),
  )
  const added = codes === undefined ? [] : published(codes, command)
  const views = [
    ...own,
    ...added.filter(({ holder }) => !own.some((view) => view.holder.code === holder.code)),
  ]
  if (views.length === 0)
    command.error('error: expected nations in the file or codes after --with, got none', {
      exitCode: 2,
    })
  const factsHash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  return { assessment: assess(measure, views, VIEWS), factsHash }
}

function published(codes: string, command: Command): readonly View[] {
  return codes.split(',').map((code) => {
    const found = VIEWS.find(({ holder }) => holder.code === code.trim().toUpperCase())
    if (!found)
      command.error(
        `error: expected the code of a published view, got ${harmless(code)}; see entente law views`,
        { exitCode: 2 },
      )
    return found
  })
}

/** A folder that was asked for must be there; the default one may be missing. */
async function enteredViews(
  folder: string,
  asked: string | undefined,
  command: Command,
): Promise<readonly View[]> {
  try {
    const names = await readdir(folder)
    return await Promise.all(
      names
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map(async (name) => {
          const file = join(folder, name)
          return read(await readInput(file, MOST_BYTES, command), parseView, file, command)
        }),
    )
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    if (asked !== undefined)
      command.error(`error: expected a folder of views, got ${folder}`, { exitCode: 2 })
    return []
  }
}

function read<T>(
  bytes: Uint8Array,
  parse: (json: unknown) => T,
  file: string,
  command: Command,
): T {
  try {
    return parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (error) {
    if (error instanceof LawError)
      command.error(`error: ${file}: ${error.code}: ${harmless(error.message)}`, { exitCode: 2 })
    if (error instanceof SyntaxError || error instanceof TypeError)
      command.error(`error: expected JSON in UTF-8, got other bytes in ${file}`, { exitCode: 2 })
    throw error
  }
}
