import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { openStore } from '../open-store.ts'
import type { WarningListsView, WarningListTaken } from '../warnings/api.ts'
import type { Warnings } from '../warnings/index.ts'
import { isRefusal } from './evidence.ts'
import { harmless, refuse } from './terminal.ts'
import { dataOption, sessionOption } from './where.ts'
import { readInput } from './read-input.ts'
import { refusing } from './refusing.ts'
import { openSession } from './session.ts'
import { warningsIn } from './warnings-in.ts'

type Options = { readonly data: string; readonly session?: string; readonly json: boolean }
type Lists = Pick<Warnings, 'load' | 'remove' | 'view'>

const MOST_BYTES = 32 * 1024 * 1024

/** `entente warninglists`: lists of values that say nothing ill of whoever uses them. */
export function warninglistsCommand(): Command {
  const lists = new Command('warninglists').description(
    'lists of known-good values (MISP’s format): kept out of matching, Suricata rules and plain lists',
  )
  command(lists, 'load', 'take lists in, each in the place of one of the same name')
    .argument('<files...>', 'files in the format of MISP warninglists; - reads standard input')
    .action((files: readonly string[], options: Options, self: Command) =>
      withLists(options, async ({ load }) => {
        for (const file of files) {
          const bytes = await readInput(file, MOST_BYTES, self)
          const taken = await load(new TextDecoder().decode(bytes))
          console.log(options.json ? JSON.stringify(taken) : told(file, taken))
        }
      }),
    )
  command(lists, 'list', 'the lists in force, and what in them is not looked for').action(
    (options: Options) =>
      withLists(options, async ({ view }) => {
        const shown = await view()
        console.log(options.json ? JSON.stringify(shown) : toldAll(shown))
      }),
  )
  command(lists, 'remove', 'take a list that was loaded away')
    .argument('<name>', 'its name')
    .action((name: string, options: Options) =>
      withLists(options, async ({ remove }) => {
        await remove(name)
        if (!options.json) console.log(harmless(`removed: ${name}`))
      }),
    )
  return lists
}

const command = (lists: Command, name: string, description: string) =>
  lists
    .command(name)
    .description(description)
    .addOption(dataOption())
    .addOption(sessionOption())
    .addOption(new Option('--json', 'JSON instead of sentences').default(false))

async function withLists({ data, session }: Options, work: (lists: Lists) => Promise<void>) {
  await refusing(async () => {
    try {
      if (session !== undefined) await work(atNode(session))
      else if (existsSync(data)) await inDirectory(data, work)
      else refuse(`expected a data directory, got ${data}, which is not there`)
    } catch (error) {
      if (!isRefusal(error)) throw error
      refuse(`${error.code}: ${error.message}`)
    }
  })
}

function atNode(session: string): Lists {
  const client = openSession(session)
  const at = '/api/v1/warninglists'
  return {
    load: (text) => client.post(at, new TextEncoder().encode(text)),
    remove: async (name) => {
      await client.delete(`${at}?${new URLSearchParams({ name }).toString()}`)
    },
    view: () => client.get(at),
  }
}

async function inDirectory(data: string, work: (lists: Lists) => Promise<void>) {
  await using database = await openStore(data)
  await work(warningsIn(database, data))
}

const told = (file: string, { name, entries, refused }: WarningListTaken): string =>
  harmless(
    `${basename(file)}: ${name}, ${entries} entries${refused > 0 ? `, ${refused} of them not looked for` : ''}`,
  )

function toldAll({ mode, lists, refused }: WarningListsView): string {
  const lines = [
    mode === 'suppress'
      ? 'Values on these lists are kept out of matching, Suricata rules and plain lists, and counted.'
      : 'Values on these lists are marked, and nothing is kept out (warninglists in node.json).',
    ...lists.map(
      ({ name, type, entries, own }) =>
        `  ${String(entries).padStart(7)}  ${type.padEnd(9)}  ${name}${own ? ' (comes with the program)' : ''}`,
    ),
    ...refused.map(
      ({ list, entry, because }) => `  not looked for in ${list}: ${entry}: ${because}`,
    ),
  ]
  return harmless(lines.join('\n'))
}
