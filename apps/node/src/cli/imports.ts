import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import type { ImportFate, ImportSummary, ImportView } from '../api.ts'
import { isRefusal } from './evidence.ts'
import { harmless, refuse } from './terminal.ts'
import { dataOption, sessionOption, type EvidenceOptions } from './where.ts'
import {
  doneLines,
  objectLines,
  previewLines,
  rowLines,
  summaryLine,
  undoLines,
} from './imports-told.ts'
import { withQuarantined, type Quarantined } from './quarantined.ts'

type Options = EvidenceOptions & { readonly json: boolean; readonly yes?: boolean }

const FATES: readonly ImportFate[] = [
  'new',
  'changed',
  'older',
  'duplicate',
  'conflict',
  'set-aside',
]

/** `entente imports`: what waits to be looked at, what was taken in, and the way back. */
export function importsCommand(): Command {
  const command = new Command('imports')
    .description('imports that wait, that were taken in, and the way back')
    .addHelpText('after', '\nEnds with 0 done, 1 refused, 2 usage.')
  command.addCommand(subcommand('list', 'the newest imports', list), { isDefault: true })
  command.addCommand(
    numbered('show', 'what would become, or became, of an import', show)
      .addArgument(
        new Argument('[place]', 'one of its objects, beside what is held').argParser(whole),
      )
      .addOption(new Option('--fate <fate>', 'only objects that come to this').choices(FATES))
      .option('--after <place>', 'objects behind this place', whole, 0),
  )
  command.addCommand(
    numbered('commit', 'take an import in, exactly as previewed', commit).option(
      '--preview <hash>',
      'only if its preview is still this one; without it, the preview is that of now',
    ),
  )
  command.addCommand(numbered('discard', 'drop an import that waits', discard))
  command.addCommand(
    numbered('undo', 'take back what an import alone brought', undo).option(
      '--dry-run',
      'only say what it would do',
      false,
    ),
  )
  return command
}

type Work<More = Options> = (
  imports: Quarantined,
  options: More,
  ...numbers: readonly number[]
) => Promise<void>

function subcommand<More extends Options>(name: string, says: string, work: Work<More>): Command {
  return new Command(name)
    .exitOverride()
    .description(says)
    .addOption(dataOption())
    .addOption(sessionOption())
    .option('--json', 'one line of JSON instead of sentences', false)
    .action(async function (this: Command) {
      const options = this.opts<More>()
      const numbers = this.processedArgs.filter((one): one is number => typeof one === 'number')
      await withQuarantined(options, async (imports) => {
        try {
          await work(imports, options, ...numbers)
        } catch (error) {
          if (!isRefusal(error)) throw error
          refuse(`${error.code}: ${error.message}`)
        }
      })
    })
}

const numbered = <More extends Options>(name: string, says: string, work: Work<More>): Command =>
  subcommand(name, says, work).addArgument(
    new Argument('<number>', 'the number of the import').argParser(whole),
  )

function whole(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 0) return number
  throw new InvalidArgumentError('expected a whole number')
}

const say = (lines: readonly string[]) => console.log(lines.map(harmless).join('\n'))

async function list(imports: Quarantined, { json }: Options): Promise<void> {
  const { imports: rows } = await imports.list(50)
  const line = (row: ImportSummary) => (json ? JSON.stringify(row) : summaryLine(row))
  say(rows.length === 0 && !json ? ['No imports.'] : rows.map(line))
}

type Showing = Options & { readonly fate?: ImportFate; readonly after: number }

const SHOWN = 100

const show: Work<Showing> = async (imports, { json, fate, after }, number, place) => {
  if (place !== undefined) {
    const object = await imports.object(number!, place)
    return say(json ? [JSON.stringify(object)] : objectLines(object))
  }
  const view = await imports.view(number!)
  if (json && fate === undefined) return say([JSON.stringify(view)])
  const page = { after, limit: SHOWN, ...(fate === undefined ? {} : { fate }) }
  const { objects, next } = await imports.objects(number!, page)
  if (json) return say(objects.map((row) => JSON.stringify(row)))
  say([
    ...previewLines(view),
    ...objects.flatMap(rowLines),
    ...(next === undefined ? [] : [`  more: --after ${next}`]),
  ])
}

const told = (view: ImportView, json: boolean) =>
  say(json ? [JSON.stringify(view)] : [summaryLine(view), ...doneLines(view)])

const commit: Work<Options & { readonly preview?: string }> = async (
  imports,
  { json, preview },
  number,
) => {
  const { preview: now = '' } = await imports.view(number!)
  told(await imports.commit(number!, preview ?? now), json)
}

const discard: Work = async (imports, { json }, number) =>
  told(await imports.discard(number!), json)

const undo: Work<Options & { readonly dryRun: boolean }> = async (
  imports,
  { json, dryRun },
  number,
) => {
  if (!dryRun) return told(await imports.undo(number!), json)
  const report = await imports.plan(number!)
  say(json ? [JSON.stringify(report)] : undoLines(report))
}
