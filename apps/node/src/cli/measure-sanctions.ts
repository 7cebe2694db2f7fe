import { Command, Option } from 'commander'
import type { Language } from '@entente/lexicon'
import type { SanctionsView } from '../api.ts'
import { atCase, withCase, type CaseOptions } from './at-case.ts'
import { sanctionsReport } from './law-sanctions.ts'
import { refusing } from './refusing.ts'

type Options = CaseOptions & { readonly lang: Language; readonly format: string }

/** `entente measure sanctions`: the sanctions test of a measure on the facts of its case. */
export function measureSanctionsCommand(): Command {
  return withCase(new Command('sanctions'))
    .description('the criteria of a listing by the Union on what is on record, article by article')
    .argument('<step>', 'measure-1')
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(['report', 'md', 'html'])
        .default('report'),
    )
    .addOption(
      new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en'),
    )
    .action((step: string, options: Options) =>
      refusing(async () => {
        const { format, json, lang } = options
        const { client, path } = await atCase(options)
        const at = `${path}/measures/${step}/sanctions`
        if (!json && format !== 'report')
          return console.log((await client.text(`${at}?format=${format}&lang=${lang}`)).trimEnd())
        const view = await client.get<SanctionsView>(at)
        console.log(json ? JSON.stringify(view) : sanctionsReport(view, lang))
      }),
    )
}
