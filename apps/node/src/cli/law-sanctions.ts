import {
  countsInWords,
  getFact,
  RESULT_WORDS,
  sanctionsDocument,
  sanctionsTest,
  type SanctionsTest,
} from '@entente/law'
import type { InLanguages, Language } from '@entente/lexicon'
import { type Command, Option } from 'commander'
import { type Format, FORMATS } from '../documents/index.ts'
import { exerciseLine } from './law-named.ts'
import { dayLine } from './law-report.ts'
import { harmless } from './terminal.ts'
import { assessed, assessing, type AssessOptions } from './law-assessed.ts'
import { type DocumentOptions, writeOut, writing } from './law-memo.ts'

const WORDS = {
  missing: { en: 'nobody has answered', es: 'nadie ha respondido' },
  notARuling: {
    en: 'Decision support, not a ruling: whether anybody is listed the Council decides. The draft of the reasons is in --format md.',
    es: 'Ayuda para decidir, no un dictamen: si se incluye a alguien lo decide el Consejo. El borrador de la motivación está en --format md.',
  },
} as const satisfies Readonly<Record<string, InLanguages>>

type Options = AssessOptions &
  Omit<DocumentOptions, 'format'> & { readonly format: Format | 'report' }

/** `entente law sanctions`: the criteria of a listing by the Union, and a draft of its reasons. */
export function sanctionsCommand(): Command {
  return writing(assessing('sanctions'))
    .description(
      'the criteria of a listing by the Union, article by article, and a draft of its reasons',
    )
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(['report', ...FORMATS])
        .default('report'),
    )
    .addHelpText('after', '\nEnds with 0 every criterion met, 1 not so, 2 usage.')
    .action(async (file: string, options: Options, command: Command) => {
      const { assessment, factsHash } = await assessed(file, options, command)
      const { lang, marking, format } = options
      const test = sanctionsTest(assessment)
      const cover = { factsHash, ...(marking === undefined ? {} : { marking }) }
      if (options.json || format === 'json') console.log(JSON.stringify({ ...test, ...cover }))
      else if (format === 'report') console.log(sanctionsReport(test, lang))
      else
        await writeOut(
          sanctionsDocument(assessment, { lang, ...cover }),
          { ...options, format },
          command,
        )
      process.exitCode = test.criteria[0]?.result === 'satisfied' ? 0 : 1
    })
}

/** The criteria of a listing at a terminal: what each comes to, nation by nation, and what nobody has answered. */
export function sanctionsReport(test: SanctionsTest, lang: Language): string {
  const { nations, criteria } = test
  // A reason stands once, where it is first met: several criteria may rest on one provision.
  const told = new Set<string>()
  const isNew = (why: string): boolean => !told.has(why) && told.add(why).has(why)
  const lines = criteria.flatMap(({ depth, question, source, cells, asks, result }) => {
    const indent = '  '.repeat(depth)
    const said = cells.map(
      ({ value }, at) => `${nations[at]?.name[lang]} ${RESULT_WORDS[value][lang]}`,
    )
    const open = asks.filter((_fact, at) =>
      cells.every(({ answers }) => answers[at]?.value === undefined),
    )
    return [
      `${indent}${question[lang]} ${RESULT_WORDS[result][lang]}`,
      `${indent}  ${source.citation[lang]}; ${said.join(', ')}`,
      ...cells
        .flatMap(({ value, because }) => (value === 'unknown' && because ? because[lang] : []))
        .filter(isNew)
        .map((why) => `${indent}  ${why}`),
      ...open.map(
        (id) => `${indent}  ${WORDS.missing[lang]}: ${getFact(id).question[lang]} (${id})`,
      ),
    ]
  })
  return [
    exerciseLine(test, lang),
    dayLine(test.lawOn, lang),
    countsInWords(test, lang),
    '',
    ...lines,
    '',
    WORDS.notARuling[lang],
  ]
    .map(harmless)
    .join('\n')
}
