import { Command, InvalidArgumentError } from 'commander'
import { readConfig } from '../config.ts'
import { addPeers, originOf, removePeer } from '../parties/peers.ts'
import { refusing } from './refusing.ts'

type Options = { readonly data: string }

/** `entente peer`: where the other parties' nodes answer. A running node notices. */
export function peerCommand(): Command {
  const peer = new Command('peer').description('where the other parties’ nodes answer')
  const data = ['--data <directory>', 'the party’s data directory'] as const
  peer
    .command('add')
    .description('say where parties’ nodes answer, or that they moved')
    .argument('<party-and-url...>', 'two capitals and an address, for each: XB http://host:port')
    .requiredOption(...data)
    .action((named: readonly string[], options: Options) =>
      refusing(() => {
        const added = pairs(named)
        addPeers(options.data, added)
        for (const [party, url] of Object.entries(added)) console.log(`${party} answers at ${url}`)
      }),
    )
  peer
    .command('remove')
    .description('forget where a party’s node answers')
    .argument('<party>', 'two capitals: XB', partyId)
    .requiredOption(...data)
    .action((party: string, options: Options) => refusing(() => removePeer(options.data, party)))
  peer
    .command('list')
    .description('the peers in node.json')
    .requiredOption(...data)
    .action((options: Options) =>
      refusing(() => {
        for (const [party, url] of Object.entries(readConfig(options.data).peers))
          console.log(`${party} ${url}`)
      }),
    )
  return peer
}

function pairs(named: readonly string[]): Readonly<Record<string, string>> {
  if (named.length % 2 !== 0)
    throw new InvalidArgumentError('expected a party and an address for each, got one alone')
  return Object.fromEntries(
    named.flatMap((party, at) =>
      at % 2 === 0 ? [[partyId(party), originOf(named[at + 1]!)]] : [],
    ),
  )
}

function partyId(text: string): string {
  if (/^[A-Z]{2}$/.test(text)) return text
  throw new InvalidArgumentError(`expected two capitals, got ${text}`)
}
