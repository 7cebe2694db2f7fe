import { Command, Option } from 'commander'
import { VALUE_WORDS } from '@entente/law'
import type { Language } from '@entente/lexicon'
import type { OwnView, ViewEffect, ViewIfKept } from '../api.ts'
import { harmless } from './terminal.ts'
import { viewReport } from './law-report.ts'
import { onTerminal } from './prompt.ts'
import { readJson } from './read-input.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION, SessionError, type Client } from './session.ts'

const MOST_BYTES = 1024 * 1024

type Options = { readonly session: string; readonly lang: Language; readonly json: boolean }

/** `entente view`: how a node's own nation reads the law, its earlier views, and what another would change. */
export function viewCommand(): Command {
  return new Command('view')
    .description('how this node’s own nation reads the law; published views: entente law views')
    .addCommand(showCommand())
    .addCommand(keepCommand())
}

const command = (name: string) =>
  new Command(name)
    .exitOverride()
    .option('--session <file>', 'at which node, and who asks', SESSION)
    .addOption(
      new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en'),
    )
    .option('--json', 'as JSON', false)

const print = (lines: readonly string[]) => console.log(lines.map(harmless).join('\n'))

function showCommand(): Command {
  return command('show')
    .description('the view as it is kept, or as one of its changes left it')
    .option('--change <number>', 'the first change is 1; the latest unless given')
    .action(({ session, lang, json, change }: Options & { readonly change?: string }) =>
      refusing(async () => {
        const query = change === undefined ? '' : `?change=${encodeURIComponent(change)}`
        const own = await openSession(session).get<OwnView>(`/api/v1/view${query}`)
        if (json) return console.log(JSON.stringify(own))
        print([
          own.view ? viewReport(own.view, lang) : 'No view is kept here: nothing is guessed.',
          ...own.changes.map(({ at, by }, index) => `change ${index + 1}: ${at} ${by}`),
        ])
      }),
    )
}

type KeepOptions = Options & { readonly dryRun: boolean; readonly yes: boolean }

function keepCommand(): Command {
  const keep = command('keep')
    .description('keep a view, once it was shown what changes in open measures')
    .argument('<file>', 'the view, as JSON; - reads standard input')
    .option('--dry-run', 'show what would change, and keep nothing', false)
    .option('--yes', 'keep without asking again', false)
    .addHelpText('after', '\nEnds with 0 kept or shown, 1 refused, 2 usage.')
  return keep.action(async (file: string, options: KeepOptions) => {
    const view = await readJson(file, MOST_BYTES, keep)
    await refusing(async () => {
      const client = openSession(options.session)
      const would = await client.post<ViewIfKept>('/api/v1/view/if-kept', { view })
      if (options.dryRun && options.json) return console.log(JSON.stringify(would))
      if (!options.json) print(effectLines(would, options.lang))
      if (options.dryRun) return
      if (!options.yes) await confirm()
      await kept(client, view, options)
    })
  })
}

async function kept(client: Client, view: unknown, { json }: KeepOptions): Promise<void> {
  const own = await client.put<OwnView>('/api/v1/view', { view })
  console.log(json ? JSON.stringify(own) : `Kept as change ${own.changes.length}.`)
}

async function confirm(): Promise<void> {
  const answer = await onTerminal((ask) =>
    ask ? ask('Keep this view? yes or no', 'no') : Promise.resolve(undefined),
  )
  if (answer === 'yes') return
  throw new SessionError(
    'view.not-kept',
    answer === undefined
      ? 'expected --yes or a terminal to ask at, got neither: nothing was kept'
      : 'expected yes, got no: nothing was kept',
  )
}

/** What a view would change, measure by measure; where nothing changes that is said too. */
const effectLines = ({ measures }: ViewIfKept, lang: Language): readonly string[] =>
  measures.length === 0
    ? ['No measure is open: nothing changes.']
    : measures.flatMap((measure) => measureLines(measure, lang))

const measureLines = ({ title, was, would, rows }: ViewEffect, lang: Language) => [
  `${title}: ${VALUE_WORDS[was.value][lang]}${was.value === would.value ? ', as now' : ` → ${VALUE_WORDS[would.value][lang]}`}`,
  ...rows.map(
    (row) =>
      `  ${row.question[lang]} (${row.citation[lang]}) ${VALUE_WORDS[row.was][lang]} → ${VALUE_WORDS[row.would][lang]}`,
  ),
]
