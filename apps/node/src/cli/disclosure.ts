import { randomBytes } from 'node:crypto'
import { Command } from 'commander'
import { makeDisclosure, SALT_BYTES } from '@entente/accord'
import type { SealedView } from '../api.ts'
import { crypto } from '../platform/crypto.ts'
import { atCase, withCase, type CaseOptions } from './at-case.ts'
import { harmless } from './evidence.ts'
import { readInput } from './read-input.ts'
import { refusing } from './refusing.ts'

const MOST_BYTES = 12_000

/** `entente disclosure`: words that stay at home, and the digests that stand for them in acts. */
export function disclosureCommand(): Command {
  return new Command('disclosure')
    .description('words that stay at this node, of which an act has the salted digest')
    .exitOverride()
    .addCommand(sealCommand())
    .addCommand(listCommand())
}

function sealCommand(): Command {
  return withCase(new Command('seal'))
    .description('keep words at the node, and print what goes into the field `sealed` of an act')
    .requiredOption('--name <part>', 'which part of the act it is: reasons, says, aims, redLines')
    .requiredOption('--file <file>', 'the words, in UTF-8; - reads standard input')
    .addHelpText('after', '\nEnds with 0 kept, 1 refused, 2 usage.')
    .action(async (options: CaseOptions & { name: string; file: string }, command: Command) => {
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
        console.log(JSON.stringify([{ name: made.name, digest: made.digest }]))
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
        const { sealed } = await client.get<SealedView>(`${path}/disclosures`)
        if (options.disclosures)
          return console.log(JSON.stringify(sealed.flatMap(({ disclosure }) => disclosure ?? [])))
        if (options.json) return console.log(JSON.stringify(sealed))
        for (const { party, name, act, value, openedBy } of sealed) {
          const state = openedBy ? 'opened' : value === undefined ? 'not here' : 'kept here'
          console.log(harmless(`${party} ${name} of ${act} (${state})`))
          if (value !== undefined) console.log(harmless(value.replaceAll(/^/gm, '  ')))
        }
      }),
    )
}
