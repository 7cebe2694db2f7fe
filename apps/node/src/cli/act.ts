import { Command, Option } from 'commander'
import { KIND_NAMES, KINDS, type Act } from '@entente/accord'
import { z } from 'zod'
import { atCase } from './at-case.ts'
import { carryOut, ownKeys, several, type OwnKeys, type RootOptions } from './key-acts.ts'
import { fileSaid, withFiling, type FilingOptions } from './filing.ts'
import { readInput } from './read-input.ts'
import { refusing } from './refusing.ts'

const MOST_BYTES = 60_000

type Options = FilingOptions &
  Pick<RootOptions, 'roots' | 'out'> & { readonly template: boolean; readonly file?: string }

/** `entente act`: has an act of any kind signed, from a file of what it says. */
export function actCommand(): Command {
  const command = new Command('act')
    .description('have an act signed at a running node, from a file of what it says')
    .argument('<kind>', `one of ${KIND_NAMES.join(', ')}`)
    .addOption(new Option('--template', 'print what the file has to say, and end').default(false))
    .option('--file <file>', 'what the act says, as JSON; - reads standard input')
    .option(
      '--roots <directory>',
      'where root keys lie, for kinds that they sign; repeat',
      several,
      [],
    )
    .option('--out <file>', 'leave the act there where more root keys must sign')
    .option('--draft', 'put it before those who clear and sign, as a draft', false)
  return withFiling(command).action(async (kind: string, options: Options) => {
    const declared = KINDS.find((one) => one.kind === kind)
    if (!declared)
      return command.error(`error: expected a kind of ${KIND_NAMES.join(', ')}, got ${kind}`, {
        exitCode: 2,
      })
    if (options.template) return console.log(JSON.stringify(templateOf(declared.kind), null, 2))
    if (options.file === undefined)
      return command.error('error: expected --file or --template, got neither', { exitCode: 2 })
    const said = await readSaid(options.file, command)
    assertGivesNone(said, options.file, command)
    await refusing(async () => {
      const at = await atCase(options)
      const act = { ...said, kind: declared.kind }
      if (declared.signedBy === 'authority') return fileSaid(at, act, options)
      await carryOut(await ownKeys(at.client, at.id as OwnKeys['case']), act, options)
    })
  })
}

async function readSaid(file: string, command: Command): Promise<Record<string, unknown>> {
  const bytes = await readInput(file, MOST_BYTES, command)
  try {
    const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return z.record(z.string(), z.unknown()).parse(said)
  } catch (error) {
    if (
      !(error instanceof SyntaxError || error instanceof TypeError || error instanceof z.ZodError)
    )
      throw error
    return command.error(`error: expected a JSON object in UTF-8, got other bytes in ${file}`, {
      exitCode: 2,
    })
  }
}

/** A file may come from anybody: in which case, for whom and when something is said is not for it to say. */
function assertGivesNone(said: Record<string, unknown>, file: string, command: Command): void {
  const given = GIVEN.filter((field) => Object.hasOwn(said, field))
  if (given.length > 0)
    command.error(
      `error: expected what the template asks for, got ${given.join(', ')} in ${file}: the command and the node write that`,
      { exitCode: 2 },
    )
}

/** Filled in by the command and the node: nobody writes these into the file. */
const GIVEN = ['v', 'charter', 'party', 'prev', 'claimedAt', 'kind']

type Schema = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  /** Of an object whose names are not given: what stands under each of them. */
  readonly additionalProperties?: Schema | false
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
}

/**
 * Every field that a kind may have, with what belongs there; those that may be left out end in `?`. What stands under `…`
 * stands under each name that is chosen.
 */
export function templateOf(kind: Act['kind']): Record<string, unknown> {
  const schema = KINDS.find((one) => one.kind === kind)!.schema
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  return fieldsOf(json, GIVEN)
}

function fieldsOf(
  { properties = {}, required = [] }: Schema,
  left: readonly string[] = [],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([field]) => !left.includes(field))
      .map(([field, schema]) => [
        required.includes(field) ? field : `${field}?`,
        placeholder(schema),
      ]),
  )
}

function placeholder(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum.join(' | ')
  if (schema.anyOf) return schema.anyOf.map(placeholder).map(String).join(' | ')
  switch (schema.type) {
    case 'object':
      return schema.properties
        ? fieldsOf(schema)
        : { '…': placeholder(schema.additionalProperties || {}) }
    case 'array':
      return schema.prefixItems?.map(placeholder) ?? [placeholder(schema.items ?? {})]
    case undefined:
      return 'JSON'
    default:
      return schema.format ?? schema.type
  }
}
