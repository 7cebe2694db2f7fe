import { Command } from 'commander'
import { ActId } from '@entente/accord'
import type { Language } from '@entente/lexicon'
import type { CaseView, Desk, DraftView, Filed, InsideItem } from '../api.ts'
import { harmless } from './terminal.ts'
import { draftLine, shownIn } from './filing.ts'
import { actIn, previewOf } from './preview.ts'
import { proved, seenBy } from './proved.ts'
import { readInput } from './read-input.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'

type Session = { readonly session: string }

const session = ['--session <file>', 'who does it', SESSION] as const
const path = (id: string, verb = '') => `/api/v1/drafts/${encodeURIComponent(id)}${verb}`
const tell = (view: DraftView) => console.log(draftLine(view))

/** `entente draft`: acts on their way inside the nation, at a running node. */
export function draftCommand(): Command {
  const draft = new Command('draft').description(
    'acts on their way to a signature, inside this nation',
  )
  readingCommands(draft)
  writingCommands(draft)
  concludingCommands(draft)
  return draft
}

function readingCommands(draft: Command): void {
  draft
    .command('list')
    .description('drafts under way')
    .option('--all', 'also those signed or dropped', false)
    .option(...session)
    .action((options: Session & { all: boolean }) =>
      refusing(async () => {
        const client = openSession(options.session)
        const { drafts } = await client.get<{ drafts: readonly DraftView[] }>('/api/v1/drafts')
        const { inside } = await client.get<Desk>('/api/v1/desk')
        for (const view of drafts)
          if (options.all || !['signed', 'dropped'].includes(view.state))
            console.log([draftLine(view), ...awaitedLines(view, inside)].join('\n'))
      }),
    )
  draft
    .command('show')
    .description(
      'what would be signed, in plain words and byte for byte, and what became of it so far',
    )
    .argument('<id>')
    .option(...session)
    .addOption(shownIn())
    .action((id: string, { session: at, lang }: Session & { lang: Language }) =>
      refusing(async () => {
        const client = openSession(at)
        const view = await client.get<DraftView>(path(id))
        const around = await client.get<CaseView>(`/api/v1/cases/${view.case}`)
        const value: unknown = JSON.parse(view.payload)
        const { inside } = await client.get<Desk>('/api/v1/desk')
        const lines = [draftLine(view), ...history(view), ...awaitedLines(view, inside), '']
        console.log(lines.join('\n'))
        console.log(previewOf(around, actIn(value), lang))
        console.log(`\n${harmless(JSON.stringify(value, null, 2))}`)
      }),
    )
}

function writingCommands(draft: Command): void {
  draft
    .command('write')
    .description('put an act before those who clear and sign')
    .argument('<file>', 'the act, canonical JSON; - reads standard input')
    .option('--draft <id>', 'in the place of this draft’s bytes')
    .option(...session)
    .action((file: string, options: Session & { draft?: string }, command: Command) =>
      refusing(async () => {
        const bytes = Buffer.from(await readInput(file, 65_536, command))
        const payload = bytes.toString('utf8').trim()
        const client = openSession(options.session)
        tell(
          options.draft === undefined
            ? await client.post('/api/v1/drafts', { case: charterIn(payload), payload })
            : await client.post(path(options.draft, '/change'), { payload }),
        )
      }),
    )
}

function concludingCommands(draft: Command): void {
  const act = ['--act <id>', 'the act’s id, as draft show gave it'] as const
  draft
    .command('clear')
    .description('clear exactly the bytes of this act for signature')
    .argument('<id>')
    .requiredOption(...act)
    .option(...session)
    .action((id: string, options: Session & { act: string }) =>
      refusing(async () => {
        const client = openSession(options.session)
        tell(await client.post(path(id, '/clear'), { act: options.act }))
      }),
    )
  draft
    .command('return')
    .description('give a draft back to its author')
    .argument('<id>')
    .requiredOption('--comment <text>', 'why')
    .option(...session)
    .action((id: string, options: Session & { comment: string }) =>
      refusing(async () => {
        const client = openSession(options.session)
        tell(await client.post(path(id, '/return'), { comment: options.comment }))
      }),
    )
  draft
    .command('sign')
    .description('sign exactly the bytes of this act and file it')
    .argument('<id>')
    .requiredOption(...act)
    .option(...session)
    .action((id: string, options: Session & { act: string }) =>
      refusing(async () => {
        const client = openSession(options.session)
        const { case: charter } = await client.get<DraftView>(path(id))
        const filed = await client.post<Filed>(path(id, '/sign'), { act: options.act })
        const shown = await proved(client, { charter, act: ActId.parse(options.act) }, filed)
        console.log(`${shown.id} is on record at index ${shown.index}, ${seenBy(shown)}`)
      }),
    )
}

const DOES: Readonly<Record<InsideItem['does'], string>> = {
  clear: 'cleared',
  sign: 'signed',
  change: 'changed',
}

/** Whom a draft under way awaits inside the nation, and for what. */
export const awaitedLines = (
  { id }: Pick<DraftView, 'id'>,
  inside: readonly InsideItem[],
): readonly string[] =>
  inside
    .filter(({ draft }) => draft === id)
    .map(({ does, awaited }) => {
      const names = awaited.map(({ name, role }) => `${name} (${role})`).join(', ')
      return harmless(
        `  is to be ${DOES[does]} by ${awaited.length > 0 ? names : 'somebody who is not at this node'}`,
      )
    })

/** The case that an act names; the node says what is wrong where it names none. */
function charterIn(payload: string): unknown {
  try {
    return (JSON.parse(payload) as { charter?: unknown } | null)?.charter
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const history = ({ history: events }: DraftView) =>
  events.map(({ at, by, did, comment }) =>
    harmless(`  ${at.slice(0, 16)} ${by} ${did}${comment === undefined ? '' : `: ${comment}`}`),
  )
