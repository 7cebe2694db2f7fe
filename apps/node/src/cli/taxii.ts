import { Resolver } from 'node:dns/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { Command } from 'commander'
import {
  taxiiClient,
  TaxiiError,
  type ApiRoot,
  type Collection,
  type TaxiiClient,
} from '@entente/taxii'
import type { RemoteView } from '../api.ts'
import { askingTaxii, authorizationOf } from '../taxii/access.ts'
import { findServers } from '../taxii/find-servers.ts'
import { harmless } from './terminal.ts'
import { exchangeCommands } from './exchange-commands.ts'
import { refusing } from './refusing.ts'
import { taxiiSettingCommands } from './taxii-setting.ts'

/** `entente taxii`: threat intelligence from and to other servers, and what programs of others may do here. */
export function taxiiCommand(): Command {
  const taxii = new Command('taxii').description(
    'exchange with TAXII 2.1 servers, and what programs of others may read and add here',
  )
  for (const command of [
    ...lookingCommands(),
    ...exchangeCommands<RemoteView>({
      kind: 'taxii',
      open: async ({ config, ...opened }) =>
        (await import('../taxii/index.ts')).openExchanges({
          ...opened,
          party: config.party,
          setting: () => config.taxii,
          warn: (line) => console.error(line),
          timed: false,
        }),
      placeOf: ({ root, collection }) => `${root} ${collection}`,
      push: 'send a remote what is new in a collection here, as far as its party may have it',
    }),
    ...taxiiSettingCommands(),
  ])
    taxii.addCommand(command)
  return taxii
}

type Access = {
  readonly user?: string
  readonly secretFile?: string
  readonly ca?: string
  readonly json: boolean
}

const withAccess = (command: Command) =>
  command
    .option('--user <name>', 'as whom; without it the secret is a bearer token')
    .option('--secret-file <file>', 'its first line is the password or token')
    .option('--ca <file>', 'PEM of who vouches for the server')
    .option('--json', 'JSON instead of lines', false)

function lookingCommands(): readonly Command[] {
  return [
    new Command('find')
      .description('the servers that a domain names by its _taxii2._tcp SRV records, best first')
      .argument('<domain>')
      .action((domain: string) =>
        refusing(async () => {
          const servers = await findServers(domain, new Resolver({ timeout: 5000, tries: 2 }))
          console.log(servers.map(harmless).join('\n'))
        }),
      ),
    withAccess(
      new Command('discover').description('what a server says of itself').argument('<url>'),
    ).action((url: string, access: Access) => refusing(() => discover(url, access))),
    withAccess(
      new Command('collections').description('the collections of an API root').argument('<root>'),
    ).action((root: string, access: Access) => refusing(() => listCollections(root, access))),
  ]
}

function clientAt(server: string, access: Access) {
  const authorization = authorizationOf(access, server)
  return taxiiClient({
    ask: askingTaxii(access, () => undefined),
    server,
    userAgent: 'entente/0.1',
    wait: (milliseconds) => pause(milliseconds),
    now: Date.now,
    chance: Math.random,
    tries: 3,
    ...(authorization === undefined ? {} : { authorization }),
  })
}

async function discover(url: string, access: Access): Promise<void> {
  const client = clientAt(url, access)
  const discovery = await client.discover()
  const named = discovery.api_roots ?? []
  const roots = []
  for (const root of named.slice(0, MOST_ROOTS)) roots.push(await rootAt(client, root))
  if (access.json) return console.log(JSON.stringify({ ...discovery, roots }))
  console.log(harmless(discovery.title))
  for (const root of roots) console.log(harmless(`  ${root.url}  ${sayRoot(root)}`))
  if (named.length > roots.length) console.log(`  and ${named.length - roots.length} more`)
}

/** Roots of which a server is asked what they are. */
const MOST_ROOTS = 50

type Root = { readonly url: string } & (ApiRoot | { readonly refusal: string })

/** A root that is another server's, or shut to this client, says nothing of the others. */
const rootAt = (client: Pick<TaxiiClient, 'root'>, url: string): Promise<Root> =>
  client.root(url).then(
    (root) => ({ url, ...root }),
    (error: unknown) => {
      if (error instanceof TaxiiError) return { url, refusal: `${error.code}: ${error.message}` }
      throw error
    },
  )

const sayRoot = (root: Root): string =>
  'refusal' in root
    ? `not read (${root.refusal})`
    : `${root.title}, at most ${root.max_content_length} bytes at a time`

async function listCollections(root: string, access: Access): Promise<void> {
  const collections = await clientAt(root, access).collections(root)
  for (const one of collections)
    console.log(access.json ? JSON.stringify(one) : harmless(lineOf(one)))
  if (collections.length === 0 && !access.json)
    console.log('No collection is there for this client.')
}

const lineOf = ({ id, alias, title, can_read: reads, can_write: writes }: Collection) =>
  `${id}  ${reads ? 'reads' : '-    '} ${writes ? 'writes' : '-     '}  ${alias ?? ''}  ${title}`
