import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  assess,
  type Assessment,
  blankView,
  isDay,
  latestOn,
  lawDay,
  LawError,
  type MeasureFacts,
  parseMeasure,
  parseView,
  type View,
  VIEWS,
} from '@entente/law'
import type { Language } from '@entente/lexicon'
import { Command, Option } from 'commander'
import { harmless } from './terminal.ts'
import { readInput } from './read-input.ts'

const MOST_BYTES = 4 * 1024 * 1024

export type Options = { readonly json: boolean; readonly lang: Language }
export type AssessOptions = Options & {
  readonly views?: string
  readonly with?: string
  readonly asOf?: string
}

export const lang = () =>
  new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en')

/** A command that assesses the measure in a file. */
export const assessing = (name: string): Command =>
  new Command(name)
    .exitOverride()
    .argument('<file>', 'the measure and its facts, as JSON')
    .option('--views <folder>', 'views that nations entered; default: views, beside the file')
    .option('--with <codes>', 'assess under these published views too, by code and comma')
    .option(
      '--as-of <day>',
      'as of this day: of views and sources that came later nothing is used; default: the day of the facts',
    )
    .addOption(lang())
    .option('--json', 'as JSON', false)

/** Met for every nation, or not. */
export const exitCodeOf = ({ columns }: Assessment): number =>
  columns.every(({ conclusion }) => conclusion.value === 'satisfied') ? 0 : 1

/** The measure in a file under the views beside it and those asked for, with the hash of the file. */
export async function assessed(
  file: string,
  { views: folder, with: codes, asOf }: AssessOptions,
  command: Command,
): Promise<{ assessment: Assessment; factsHash: string }> {
  const bytes = await readInput(file, MOST_BYTES, command)
  const measure = onDay(read(bytes, parseMeasure, file, command), asOf, command)
  const entered = await enteredViews(folder ?? join(dirname(file), 'views'), folder, command)
  const own = measure.nations.map(
    ({ code, name }) =>
      latestOn(
        entered.filter(({ holder }) => holder.code === code),
        lawDay(measure),
      ) ?? blankView({ code, name, kind: 'state' }, measure.asOf),
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

/** The measure as of a day, or of that of its facts. */
function onDay(measure: MeasureFacts, day: string | undefined, command: Command): MeasureFacts {
  if (day === undefined) return measure
  if (!isDay(day))
    command.error(`error: expected a day as YYYY-MM-DD after --as-of, got ${harmless(day)}`, {
      exitCode: 2,
    })
  return { ...measure, lawOn: day }
}

/** Published views by their codes, each once. */
export function published(codes: string, command: Command): readonly View[] {
  const found = codes.split(',').map((code) => {
    const found = VIEWS.find(({ holder }) => holder.code === code.trim().toUpperCase())
    if (!found)
      command.error(
        `error: expected the code of a published view, got ${harmless(code)}; see entente law views`,
        { exitCode: 2 },
      )
    return found
  })
  return [...new Set(found)]
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
