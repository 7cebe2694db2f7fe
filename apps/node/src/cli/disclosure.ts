import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { Command, InvalidArgumentError } from 'commander'
import { makeDisclosure, SALT_BYTES } from '@entente/accord'
import type { SealedPartView, SealedView } from '../api.ts'
import { crypto } from '../platform/crypto.ts'
import { atCase, withCase, type CaseOptions } from './at-case.ts'
import { harmless } from './terminal.ts'
import { readInput } from './read-input.ts'
import { refusing } from './refusing.ts'

const MOST_BYTES = 12_000
/** An age file for 64 recipients. */
const MOST_FILE = 192 * 1024

/** `entente disclosure`: words that stay at home, and the digests that stand for them in acts. */
export function disclosureCommand(): Command {
  return new Command('disclosure')
    .description('words that stay at this node, of which an act has the salted digest')
    .exitOverride()
    .addCommand(sealCommand())
    .addCommand(listCommand())
    .addCommand(sendCommand())
    .addCommand(openCommand())
    .addCommand(eraseCommand())
}

type SealOptions = CaseOptions & {
  readonly name: string
  readonly file: string
  readonly to: readonly string[]
}

function sealCommand(): Command {
  return withCase(new Command('seal'))
    .description('keep words at the node, and print what goes into the field `sealed` of an act')
    .requiredOption(
      '--name <part>',
      'which part of the act it is: reasons, says, aims, redLines, facts',
    )
    .requiredOption('--file <file>', 'the words, in UTF-8; - reads standard input')
    .option('--to <party>', 'whose node gets the words, said in the act; repeat', several, [])
    .addHelpText('after', '\nEnds with 0 kept, 1 refused, 2 usage.')
    .action(async (options: SealOptions, command: Command) => {
      const bytes = await readInput(options.file, MOST_BYTES, command)
      await refusing(async () => {
        const made = makeDisclosure(
          {
            name: options.name,
            value: new TextDecoder().decode(bytes),
            salt: randomBytes(SALT_BYTES),
          },
          crypto.sha256,
        )
        const { client, path } = await atCase(options)
        await client.post(`${path}/disclosures`, { disclosures: [made.disclosure] })
        const { name, digest: of } = made
        const to = options.to.length > 0 ? { to: options.to } : {}
        console.log(JSON.stringify([{ name, digest: of, ...to }]))
      })
    })
}

function listCommand(): Command {
  return withCase(new Command('list'))
    .description('every sealed part of a case, with its words where this node has them')
    .option(
      '--disclosures',
      'print only what this node keeps, as entente verify --disclosures reads it',
      false,
    )
    .addHelpText('after', '\nEnds with 0 told, 1 refused, 2 usage.')
    .action(async (options: CaseOptions & { disclosures: boolean }) =>
      refusing(async () => {
        const { client, path } = await atCase(options)
        const { sealed, recipient, watched } = await client.get<SealedView>(`${path}/disclosures`)
        if (options.disclosures)
          return console.log(JSON.stringify(sealed.flatMap(({ disclosure }) => disclosure ?? [])))
        if (options.json) return console.log(JSON.stringify({ recipient, sealed }))
        console.log(`This node opens what is encrypted to:\n  ${recipient}`)
        console.log(watched.en)
        for (const part of sealed) console.log(harmless(tellPart(part)))
      }),
    )
}

const STATES = {
  own: 'kept here',
  opened: 'opened to all parties, and it is what was signed',
  delivered: 'delivered here, and it is what was signed',
  'not-delivered': 'not delivered',
  'not-for-us': 'not for this party',
  erased: 'erased here',
} as const satisfies Record<SealedPartView['delivery'], string>

function tellPart(part: SealedPartView): string {
  const { party, name, act, digest, delivery, value, readers, alsoIn = [] } = part
  return [
    `${party} ${name} of ${act} (${STATES[delivery]})`,
    `  digest ${digest}`,
    ...alsoIn.map(
      (other) => `  the same digest is in ${other.act} of ${other.party}: one of them copied it`,
    ),
    ...(readers?.length ? [`  handed to ${readers.join(', ')}`] : []),
    ...(value === undefined ? [] : [value.replaceAll(/^/gm, '  ')]),
  ].join('\n')
}

type SendOptions = CaseOptions & {
  readonly digest: string
  readonly to?: string
  readonly recipient: readonly string[]
  readonly out?: string
}

function sendCommand(): Command {
  return withCase(new Command('send'))
    .description('hand a part that this party sealed to another reader; the act stays as it is')
    .requiredOption('--digest <digest>', 'which part, as entente disclosure list shows it', digest)
    .option('--to <party>', 'a party of the case, whose node may fetch it from now on')
    .option('--recipient <age1…>', 'or whoever opens the file of --out; repeat', several, [])
    .option('--out <file>', 'where the age file goes, to be carried by hand')
    .addHelpText('after', '\nEnds with 0 handed over, 1 refused, 2 usage.')
    .action(async (options: SendOptions, command: Command) => {
      const { to, recipient, out } = options
      if (
        (to === undefined) === (out === undefined) ||
        (out === undefined) !== (recipient.length === 0)
      )
        command.error('expected --to PARTY, or --recipient and --out FILE', { exitCode: 2 })
      await refusing(async () => {
        const { client, path } = await atCase(options)
        const part = `${path}/disclosures/${options.digest}`
        if (to !== undefined) {
          await client.post(`${part}/readers`, { to })
          return console.log(harmless(`The node of ${to} may fetch ${options.digest} now.`))
        }
        const file = await client.bytes(`${part}/files`, { recipients: recipient })
        writeFileSync(out!, file, { mode: 0o600, flag: 'wx' })
        console.log(
          harmless(`${out} opens for ${recipient.length} age recipient(s) and nobody else.`),
        )
      })
    })
}

function openCommand(): Command {
  return withCase(new Command('open'))
    .description(
      'take in an age file that was carried here, and check its words against the digest',
    )
    .requiredOption('--file <file>', 'the age file; - reads standard input')
    .option('--from <party>', 'whose part it is, where two parties have its digest')
    .addHelpText('after', '\nEnds with 0 opened and true, 1 refused, 2 usage.')
    .action(async (options: CaseOptions & { file: string; from?: string }, command: Command) => {
      const bytes = await readInput(options.file, MOST_FILE, command)
      await refusing(async () => {
        const { client, path } = await atCase(options)
        const file = Buffer.from(bytes).toString('base64')
        const { digests } = await client.post<{ digests: readonly string[] }>(
          `${path}/disclosures/files`,
          { file, ...(options.from === undefined ? {} : { from: options.from }) },
        )
        const { sealed } = await client.get<SealedView>(`${path}/disclosures`)
        const opened = sealed.filter((part) => digests.includes(part.digest))
        console.log(
          options.json ? JSON.stringify(opened) : harmless(opened.map(tellPart).join('\n')),
        )
      })
    })
}

function eraseCommand(): Command {
  return withCase(new Command('erase'))
    .description('delete the words of a part at this node, for good; every proof stays as it was')
    .requiredOption('--digest <digest>', 'which part, as entente disclosure list shows it', digest)
    .option('--yes', 'do it; else it is only said what would be deleted', false)
    .addHelpText('after', '\nEnds with 0 erased or said, 1 refused, 2 usage.')
    .action((options: CaseOptions & { digest: string; yes: boolean }) =>
      refusing(async () => {
        const { client, path } = await atCase(options)
        const { sealed } = await client.get<SealedView>(`${path}/disclosures`)
        const parts = sealed.filter((part) => part.digest === options.digest)
        if (!options.yes) {
          console.log(harmless(parts.map(tellPart).join('\n')))
          return console.log(
            'Nothing is erased. The same command with --yes erases these words here.',
          )
        }
        await client.post(`${path}/disclosures/${options.digest}/erase`)
        console.log(
          'Erased at this node. Other nodes that have the words keep them until they erase them.',
        )
      }),
    )
}

const several = (value: string, before: readonly string[]): readonly string[] => [...before, value]

function digest(text: string): string {
  if (/^[A-Za-z0-9_-]{43}$/.test(text)) return text
  throw new InvalidArgumentError(`expected a digest of 43 letters, got ${text.slice(0, 60)}`)
}
