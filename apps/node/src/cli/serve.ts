import { setFlagsFromString } from 'node:v8'
import { Command, InvalidArgumentError } from 'commander'
import type { FoundingOptions, ServingFounding } from '../serve-founding.ts'
import { endWhenTold } from './end-when-told.ts'

/** `entente serve`: one party's node, until it is told to stop. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('run one party’s node on 127.0.0.1')
    .requiredOption('--data <directory>', 'the node’s data directory')
    .option('--port <number>', 'port to listen on; 0 takes a free one', port, 0)
    .option(
      '--peer <party=url>',
      'where another party’s node answers; repeat for each, wins over node.json',
      peer,
      {},
    )
    .option('--json', 'one line of JSON when ready', false)
    .action(async (options: Options) => {
      // A node waits most of its life. Left alone, the space for young objects grows while it starts and
      // is never given back: a third of its memory. So this stands before anything else is loaded.
      setFlagsFromString('--semi-space-growth-factor=1')
      const { refusing } = await import('./refusing.ts')
      await refusing(() => run(options), 'A node runs on it already: use its page.')
    })
}

type Options = {
  readonly data: string
  readonly port: number
  readonly peer: Readonly<Record<string, string>>
  readonly json: boolean
}

async function run(options: Options): Promise<void> {
  const { isFounded, serveFounding } = await import('../serve-founding.ts')
  if (!(await isFounded(options.data))) return setUp(options, serveFounding)
  const { serve } = await import('../serve.ts')
  const serving = await serve({ data: options.data, port: options.port, peers: options.peer })
  // From here on what is kept grows slowly, so what is cleared away is cleared away early.
  setFlagsFromString('--heap-growing-percent=20')
  const links = await serving.links()
  const { party, url } = serving
  console.log(
    options.json
      ? JSON.stringify({ ready: true, party, url, link: links[0]?.url, links })
      : [`${party} answers at ${url}`, ...linkLines(links)].join('\n'),
  )
  endWhenTold(serving)
}

type Links = readonly { readonly person: string; readonly url: string }[]

const linkLines = (links: Links) => [
  'Log in, each link once, within 15 minutes:',
  ...links.map((link) => `  ${link.person.padEnd(12)} ${link.url}`),
]

/** No party lives here yet, or one that has joined nothing: its node is set up in the page. */
async function setUp(
  { data, port: at, peer: peers, json }: Options,
  serveFounding: (options: FoundingOptions) => Promise<ServingFounding>,
): Promise<void> {
  const onJoined = (links: Links) =>
    console.log(
      json
        ? JSON.stringify({ joined: true, links })
        : ['Joined: the node runs.', ...linkLines(links)].join('\n'),
    )
  const serving = await serveFounding({ data, port: at, peers, onJoined })
  const { url, link } = serving
  console.log(
    json
      ? JSON.stringify({ ready: true, founding: true, url, link })
      : `Nothing has been joined here yet. Found a coalition, or join one, in the page; this link opens it once, within 15 minutes:\n  ${link}`,
  )
  endWhenTold(serving)
}

function port(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError(`expected a port from 0 to 65535, got ${text}`)
  return number
}

function peer(text: string, others: Record<string, string>): Record<string, string> {
  const [, party, url] = /^([A-Z]{2})=(https?:\/\/.+)$/.exec(text) ?? []
  if (!party || !url || !URL.canParse(url))
    throw new InvalidArgumentError(`expected PARTY=URL, got ${text}`)
  return { ...others, [party]: new URL(url).origin }
}
