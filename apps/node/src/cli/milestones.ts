import { Command, Option } from 'commander'
import type { Language } from '@entente/lexicon'
import type { MilestonesView } from '../api.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'

type Options = { readonly session: string; readonly lang: Language; readonly json: boolean }

/** `entente milestones`: the ten conclusions, each with what a node can count in its cases. */
export function milestonesCommand(): Command {
  return new Command('milestones')
    .exitOverride()
    .description('the ten conclusions, each with what this node can count in its cases')
    .option('--session <file>', 'at which node, and who asks', SESSION)
    .addOption(
      new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en'),
    )
    .option('--json', 'as JSON', false)
    .action(({ session, lang, json }: Options) =>
      refusing(async () => {
        const view = await openSession(session).get<MilestonesView>('/api/v1/milestones')
        console.log(json ? JSON.stringify(view) : milestoneLines(view, lang).join('\n'))
      }),
    )
}

const milestoneLines = ({ milestones }: MilestonesView, lang: Language): readonly string[] =>
  milestones.flatMap(({ conclusion, title, counts }) => [
    `${conclusion}. ${title[lang]}`,
    ...counts.map((count) => {
      const value =
        'value' in count
          ? `${count.value}${count.of === undefined ? '' : ` / ${count.of}`}`
          : count.notCounted[lang]
      return `   ${count.label[lang]}: ${value}`
    }),
  ])
