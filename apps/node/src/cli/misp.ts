import { Command, Option } from 'commander'
import type { MispRemoteView } from '../api.ts'
import { readConfig } from '../config.ts'
import { addRemote, removeRemote, settleGroup } from '../misp/settle.ts'
import { harmless } from './terminal.ts'
import { exchangeCommands } from './exchange-commands.ts'
import { feedCommand } from './misp-feed.ts'
import { refusing } from './refusing.ts'

/** `entente misp`: events from and to instances of MISP, and from feeds. */
export function mispCommand(): Command {
  const misp = new Command('misp').description(
    'events from and to instances of MISP, from feeds, and whom their sharing groups mean',
  )
  const commands = exchangeCommands<MispRemoteView>({
    kind: 'misp',
    open: async ({ config, ...opened }) =>
      (await import('../misp/index.ts')).mispExchanges({
        ...opened,
        setting: () => config.misp,
        failed: (error) => console.error(error),
        timed: false,
      }),
    placeOf: ({ kind, url }) => `${kind} ${url}`,
    push: 'send an instance the reports that are new here, as far as its party may have them',
  })
  for (const command of [...commands, remoteCommand(), groupCommand(), feedCommand()])
    misp.addCommand(command)
  return misp
}

const data = () =>
  new Option(
    '--data <directory>',
    'the party’s data directory; a running node notices',
  ).makeOptionMandatory()

type Data = { readonly data: string }

type RemoteOptions = Data & {
  readonly id: string
  readonly party: string
  readonly kind: 'instance' | 'feed'
  readonly url: string
  readonly secretFile?: string
  readonly ca?: string
  readonly pushes?: string
  readonly pulls: boolean
  readonly publish?: boolean
  readonly every?: string
}

function remoteCommand(): Command {
  const command = new Command('remote').description('instances and feeds of this node')
  command
    .command('list')
    .addOption(data())
    .action((options: Data) =>
      refusing(() => {
        for (const { id, party, kind, url } of readConfig(options.data).misp.remotes)
          console.log(harmless(`${id.padEnd(20)} ${party}  ${kind} ${url}`))
      }),
    )
  command
    .command('remove')
    .argument('<id>')
    .addOption(data())
    .action((id: string, options: Data) => refusing(() => removeRemote(options.data, id)))
  command
    .command('add')
    .addOption(data())
    .requiredOption('--id <name>', 'what it is called here')
    .requiredOption('--party <XX>', 'whose it is')
    .requiredOption('--url <url>', 'the instance, or the folder in which manifest.json is')
    .addOption(
      new Option('--kind <which>', 'an instance has a REST interface, a feed is files')
        .choices(['instance', 'feed'])
        .default('instance'),
    )
    .option('--secret-file <file>', 'its first line is the authentication key')
    .option('--ca <file>', 'PEM of who vouches for it')
    .option('--pushes <circle>', 'community:ID or case:ID: its party gets our reports as one of it')
    .option('--no-pulls', 'only send')
    .option('--publish', 'publish there what is pushed; else it waits for somebody there')
    .option('--every <seconds>', 'by itself, as often as this')
    .action(({ data: directory, every, ...remote }: RemoteOptions) =>
      refusing(() =>
        addRemote(directory, {
          ...remote,
          ...(every === undefined ? {} : { every: Number(every) }),
        }),
      ),
    )
  return command
}

function groupCommand(): Command {
  const command = new Command('group').description('whom sharing groups of MISP mean here')
  command
    .command('list')
    .addOption(data())
    .action((options: Data) =>
      refusing(() => {
        for (const { marking, community } of readConfig(options.data).sharing.groups)
          console.log(harmless(`${marking.slice(-36)}  community:${community}`))
      }),
    )
  command
    .command('settle')
    .description('its objects may go to this community alone, as far as their labels allow')
    .argument('<uuid>', 'of the sharing group')
    .requiredOption('--community <id>', 'a community of this node')
    .addOption(data())
    .action((uuid: string, options: Data & { readonly community: string }) =>
      refusing(() => settleGroup(options.data, uuid, options.community)),
    )
  return command
}
