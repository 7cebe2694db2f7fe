import {
  type Assessment,
  getFact,
  getNorm,
  isKept,
  keptIn,
  LAW_EDITION,
  laterIn,
  lawDay,
  RULES,
  VALUE_WORDS,
  VIEWS,
} from '@entente/law'
import type { InLanguages, Language } from '@entente/lexicon'
import { Command } from 'commander'
import { harmless } from './terminal.ts'
import { argued, argumentReport } from './law-argument.ts'
import {
  assessed,
  assessing,
  type AssessOptions,
  exitCodeOf,
  lang,
  type Options,
  published,
} from './law-assessed.ts'
import { compared, compareReport, contraryOf, explained, explainReport } from './law-explain.ts'
import { exerciseLine, namesAmong } from './law-named.ts'
import { memoCommand } from './law-memo.ts'
import { sanctionsCommand } from './law-sanctions.ts'
import { lawReport, viewReport } from './law-report.ts'
import { viewsReport } from './law-views.ts'

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

function rulesCommand(): Command {
  return new Command('rules')
    .exitOverride()
    .description('list the rules: provision, question, how far the source was read')
    .addOption(lang())
    .option('--json', 'as JSON', false)
    .action(({ json, lang: language }: Options) => {
      const rules = RULES.map((rule) => {
        const { id, source, question, facts, view } = rule
        return {
          id,
          source,
          verification: source.verification,
          question,
          facts,
          ...(view ? { issue: view.issue } : {}),
          disputes: contraryOf(rule, VIEWS),
        }
      })
      const line = ({ id, source, question }: (typeof rules)[number]) =>
        `${id.padEnd(24)} ${source.citation[language]} (${source.verification})\n${' '.repeat(25)}${question[language]}`
      console.log(
        json ? JSON.stringify({ edition: LAW_EDITION, rules }) : rules.map(line).join('\n'),
      )
    })
}

function viewsCommand(): Command {
  return new Command('views')
    .exitOverride()
    .description('nations by issues with how sure each value is, or one view with its sources')
    .argument('[code]', 'code of the holder')
    .addOption(lang())
    .option('--json', 'as JSON', false)
    .action((code: string | undefined, { json, lang: language }: Options, command: Command) => {
      if (code === undefined) {
        console.log(json ? JSON.stringify({ views: VIEWS }) : viewsReport(VIEWS, language))
        return
      }
      const [view] = published(code, command)
      console.log(json ? JSON.stringify(view) : viewReport(view!, language))
    })
}

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
        const columns = columnsOf(assessment, options.nation, command)
        const nameOf = namesAmong(assessment.known, options.lang)
        if (options.rule === undefined) {
          console.log(
            options.json
              ? JSON.stringify(argued(columns))
              : under(assessment, argumentReport(columns, nameOf, options.lang), options.lang),
          )
          return
        }
        const rule = RULES.find(({ id }) => id === options.rule)
        if (!rule)
          command.error(
            `error: expected the id of a rule, got ${harmless(options.rule)}; see entente law rules`,
            { exitCode: 2 },
          )
        const told = explained({ ...assessment, columns }, rule)
        console.log(
          options.json
            ? JSON.stringify(told)
            : under(assessment, explainReport(told, nameOf, options.lang), options.lang),
        )
      },
    )
}

function columnsOf(
  { columns }: Assessment,
  nation: string | undefined,
  command: Command,
): Assessment['columns'] {
  const code = nation?.trim().toUpperCase()
  const found = columns.filter(
    ({ holder }) => code === undefined || holder.code.toUpperCase() === code,
  )
  if (found.length === 0)
    command.error(
      `error: expected the code of a nation of the measure, got ${harmless(nation ?? '')}; it has ${columns.map(({ holder }) => holder.code).join(', ')}`,
      { exitCode: 2 },
    )
  return found
}

function compareCommand(): Command {
  return assessing('compare')
    .description(
      'the five forms of acting together, nation by nation and in order, on the same facts',
    )
    .action(async (file: string, options: AssessOptions, command: Command) => {
      const { assessment } = await assessed(file, options, command)
      const told = compared(assessment)
      console.log(
        options.json
          ? JSON.stringify(told)
          : under(
              assessment,
              compareReport(told, namesAmong(assessment.known, options.lang), options.lang),
              options.lang,
            ),
      )
    })
}

/** A report under the line that says what it is about. */
const under = ({ measure }: Assessment, report: string, language: Language): string =>
  `${harmless(exerciseLine(measure, language))}\n\n${report}`

const inBoth = (say: (language: Language) => string): InLanguages => ({
  en: say('en'),
  es: say('es'),
})

/** What a program reads of an assessment: conclusions and cells; the rules are in `law rules`. */
const answer = ({ measure, disputes, rows, columns }: Assessment) => ({
  measure: measure.id,
  exercise: measure.exercise,
  asOf: lawDay(measure),
  edition: LAW_EDITION,
  conclusions: columns.map(({ holder, view, conclusion }) => ({
    nation: holder.code,
    ...conclusion,
    // What would mend an answer that is kept would tell it.
    remedies: conclusion.remedies.filter(({ norm }) => !isKept(norm)),
    asks: conclusion.asks.map((id) => ({ fact: id, question: getFact(id).question })),
    later: conclusion.later.map((norm) => ({ norm, since: getNorm(norm).source.since })),
    ended: conclusion.ended.map((norm) => ({ norm, until: getNorm(norm).source.until })),
    laterReadings: laterIn(view),
  })),
  disputes,
  rows: rows.map(({ norm, cells }) => ({
    norm,
    cells: cells.map(({ nation, finding }) => ({
      nation,
      ...(finding === 'not-asked'
        ? { value: finding, words: VALUE_WORDS[finding] }
        : isKept(norm)
          ? { value: 'kept', words: inBoth((language) => keptIn({ norm, finding }, language)!) }
          : { value: finding.value, words: VALUE_WORDS[finding.value] }),
    })),
  })),
})
