import { Command, Option } from 'commander'
import { OPTION_KINDS, type OptionKind } from '@entente/law'
import type { Language } from '@entente/lexicon'
import type { NeedState, OptionsImported, OptionsView, OptionView } from '../api.ts'
import { COUN7ER_LIMITS } from '../options/coun7er.ts'
import { atCase, withCase, type CaseOptions } from './at-case.ts'
import { harmless } from './terminal.ts'
import { sessionOption } from './where.ts'
import { shownIn } from './filing.ts'
import { readInput } from './read-input.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'

/** `entente measure options`: what there is to answer with, and what each option needs. Nothing is recommended. */
export function optionsCommand(): Command {
  return new Command('options')
    .description('ways to answer: diplomatic, technical, legal, economic, each with what it needs')
    .addCommand(listCommand())
    .addCommand(importCommand())
}

type ListOptions = CaseOptions & {
  readonly lang: Language
  readonly kind?: OptionKind
  readonly technique?: string
  readonly step?: string
}

function listCommand(): Command {
  return withCase(new Command('list'))
    .description('the catalogue; with --step, what is met on the record of that measure')
    .addOption(new Option('--kind <kind>', 'of this kind only').choices([...OPTION_KINDS]))
    .option('--technique <id>', 'technical options for this technique of ATT&CK')
    .option('--step <step>', 'a measure of the case: measure-1')
    .addOption(shownIn())
    .action((options: ListOptions) =>
      refusing(async () => {
        const { kind, technique, step } = options
        const asked = new URLSearchParams({
          ...(kind === undefined ? {} : { kind }),
          ...(technique === undefined ? {} : { technique }),
        }).toString()
        const view = await (step === undefined
          ? openSession(options.session).get<OptionsView>(`/api/v1/options?${asked}`)
          : atStep(options, `${step}/options?${asked}`))
        if (options.json) return console.log(JSON.stringify(view))
        console.log(harmless(optionLines(view, options.lang).join('\n')))
      }),
    )
}

async function atStep(options: ListOptions, rest: string): Promise<OptionsView> {
  const { client, path } = await atCase(options)
  return client.get<OptionsView>(`${path}/measures/${rest}`)
}

const STATES: Readonly<Record<Language, Readonly<Record<NeedState, string>>>> = {
  en: {
    met: 'met',
    'not-met': 'not met',
    disputed: 'disputed',
    unknown: 'unknown',
    'not-asked': 'does not arise',
  },
  es: {
    met: 'se cumple',
    'not-met': 'no se cumple',
    disputed: 'controvertido',
    unknown: 'se desconoce',
    'not-asked': 'no se plantea',
  },
}
const WORDS = {
  en: { competent: 'competent', reversed: 'can it be undone', from: 'from' },
  es: { competent: 'competente', reversed: 'puede deshacerse', from: 'de' },
} as const

/** The catalogue as lines: no option stands before another for any reason but its kind. */
function optionLines({ options, imported }: OptionsView, lang: Language): readonly string[] {
  const says = WORDS[lang]
  return [
    ...options.flatMap((option: OptionView) => [
      `${option.kind}  ${option.name[lang]}  [${option.id}]`,
      `  ${option.what.says[lang]}`,
      ...option.needs.map(
        ({ state, words, citation, id }) =>
          `  - ${STATES[lang][state]}: ${words[lang]} (${citation?.[lang] ?? id})`,
      ),
      `  ${says.reversed}: ${option.reversibility.says[lang]}`,
      `  ${says.competent}: ${option.competent.says[lang]}`,
      '',
    ]),
    ...imported.map(
      ({ id, name, techniques, source, conflictsWith }) =>
        `technical  ${name}  [${id}, ${says.from} ${source}]  ${techniques.join(' ')}${conflictsWith.length > 0 ? '  CONFLICT' : ''}`,
    ),
  ]
}

function importCommand(): Command {
  return new Command('import')
    .exitOverride()
    .description(
      'takes in the catalogue that CISA publishes as COUN7ER; the same file again adds nothing',
    )
    .argument('<file>', 'latest.json of COUN7ER; - reads standard input')
    .addOption(sessionOption().default(SESSION))
    .option('--json', 'as JSON', false)
    .action((file: string, options: { session: string; json: boolean }, self: Command) =>
      refusing(async () => {
        const bytes = await readInput(file, COUN7ER_LIMITS.bytes, self)
        const taken = await openSession(options.session).post<OptionsImported>(
          '/api/v1/options/imports',
          bytes,
        )
        if (options.json) return console.log(JSON.stringify(taken))
        const { options: all, new: fresh, versions, held, conflicts } = taken
        console.log(
          `${all} options: ${fresh} new, ${versions} other versions, ${held} held already, ${conflicts.length} in conflict`,
        )
        for (const id of conflicts)
          console.log(
            `conflict: ${harmless(id)} came with another content under the same version; both are kept`,
          )
      }),
    )
}
