import { Command, Option } from 'commander'
import { readConfig } from '../config.ts'
import { addClient, addCollection, addRemote, removeFrom } from '../taxii/settle.ts'
import { harmless } from './terminal.ts'
import { refusing } from './refusing.ts'

const repeated = (text: string, others: readonly string[]) => [...others, text]
const data = () =>
  new Option(
    '--data <directory>',
    'the party’s data directory; a running node notices',
  ).makeOptionMandatory()

type Data = { readonly data: string }

/** What is set up at this node: collections, clients and remotes in its `node.json`. */
export const taxiiSettingCommands = (): readonly Command[] => [
  collectionCommand(),
  clientCommand(),
  remoteCommand(),
]

function group(
  name: 'collection' | 'client' | 'remote',
  description: string,
  lines: (data: string) => readonly string[],
) {
  const command = new Command(name).description(description)
  command
    .command('list')
    .addOption(data())
    .action((options: Data) =>
      refusing(() => {
        for (const line of lines(options.data)) console.log(harmless(line))
      }),
    )
  command
    .command('remove')
    .argument('<id>')
    .addOption(data())
    .action((id: string, options: Data) => refusing(() => removeFrom(options.data, `${name}s`, id)))
  return command
}

type CollectionOptions = Data & {
  readonly title: string
  readonly audience: string
  readonly alias?: string
  readonly description?: string
  readonly takes: 'everything' | 'posted'
}

function collectionCommand(): Command {
  const command = group('collection', 'what is put before one audience here', (directory) =>
    readConfig(directory).taxii.collections.map(
      ({ id, alias = '', audience, takes, title }) =>
        `${id}  ${alias.padEnd(12)} ${audience}  ${takes}  ${title}`,
    ),
  )
  command
    .command('add')
    .addOption(data())
    .requiredOption('--title <text>', 'what it is called')
    .requiredOption('--audience <who>', 'community:ID, case:ID, public or own')
    .option('--alias <name>', 'in the place of its id in a URL')
    .option('--description <text>')
    .addOption(
      new Option('--takes <what>', 'what comes into it')
        .choices(['everything', 'posted'])
        .default('posted'),
    )
    .action(({ data: directory, ...collection }: CollectionOptions) =>
      refusing(() => console.log(addCollection(directory, collection))),
    )
  return command
}

type ClientOptions = Data & {
  readonly id: string
  readonly name?: string
  readonly party: string
  readonly reads: string[]
  readonly writes: string[]
  readonly until?: string
}

function clientCommand(): Command {
  const command = group('client', 'programs that may read or add here', (directory) => {
    const { clients, collections } = readConfig(directory).taxii
    const titles = (ids: readonly string[]) =>
      collections.flatMap(({ id, alias }) => (ids.includes(id) ? [alias ?? id] : [])).join(', ') ||
      'nothing'
    return clients.map(
      ({ id, party, name, reads, writes, until }) =>
        `${id.padEnd(20)} ${party}  ${name}: reads ${titles(reads)}; adds to ${titles(writes)}${until === undefined ? '' : `; until ${until}`}`,
    )
  })
  command
    .command('add')
    .description('let a program in; its token is shown once and kept nowhere')
    .addOption(data())
    .requiredOption('--id <name>', 'as whom it comes')
    .requiredOption('--party <XX>', 'for which party it reads')
    .option('--name <text>', 'what it is')
    .option('--reads <collection>', 'by id or alias; repeat for each', repeated, [])
    .option('--writes <collection>', 'by id or alias; repeat for each', repeated, [])
    .option('--until <instant>', '2027-01-01T00:00:00Z: from then on it is nobody')
    .action(({ data: directory, ...client }: ClientOptions) =>
      refusing(() =>
        console.log(addClient(directory, { ...client, name: client.name ?? client.id })),
      ),
    )
  return command
}

type RemoteOptions = Data & {
  readonly id: string
  readonly party: string
  readonly root: string
  readonly collection: string
  readonly user?: string
  readonly secretFile?: string
  readonly ca?: string
  readonly type?: string
  readonly pushes?: string
  readonly pulls: boolean
  readonly every?: string
}

function remoteCommand(): Command {
  const command = group('remote', 'servers of others with which this node exchanges', (directory) =>
    readConfig(directory).taxii.remotes.map(
      ({ id, party, root, collection }) => `${id.padEnd(20)} ${party}  ${root} ${collection}`,
    ),
  )
  command
    .command('add')
    .addOption(data())
    .requiredOption('--id <name>', 'what it is called here')
    .requiredOption('--party <XX>', 'whose it is')
    .requiredOption('--root <url>', 'its API root')
    .requiredOption('--collection <id>', 'the collection there')
    .option('--user <name>', 'as whom this node comes; without it the secret is a bearer token')
    .option('--secret-file <file>', 'its first line is the password or token')
    .option('--ca <file>', 'PEM of who vouches for it')
    .option('--type <types>', 'pull these types alone, with commas between')
    .option('--pushes <collection>', 'the collection here that is sent there')
    .option('--no-pulls', 'only send')
    .option('--every <seconds>', 'by itself, as often as this')
    .action(({ data: directory, type, every, ...remote }: RemoteOptions) =>
      refusing(() =>
        addRemote(directory, {
          ...remote,
          ...(type === undefined ? {} : { match: { type } }),
          ...(every === undefined ? {} : { every: Number(every) }),
        }),
      ),
    )
  return command
}
