import { Command } from 'commander'
import { readAddress } from '../addresses/note.ts'
import { readConfig, writeConfig } from '../config.ts'
import { refusing } from './refusing.ts'

type Options = { readonly data: string }

/** `entente move`: where this node answers from now on. A running node notices, signs it, and tells its peers. */
export function moveCommand(): Command {
  return new Command('move')
    .description('say where this party’s own node answers others; its log signs it for them')
    .argument('<url>', 'https://host[:port], or http on this very machine')
    .requiredOption('--data <directory>', 'the party’s data directory')
    .action((url: string, { data }: Options) =>
      refusing(() => {
        const address = readAddress(url)
        const config = readConfig(data)
        writeConfig(data, { ...config, address })
        console.log(
          `${config.party} says that it answers at ${address}: its node signs that when it runs, and the others are told by it and by one another`,
        )
      }),
    )
}
