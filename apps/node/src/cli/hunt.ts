import { Command, Option } from 'commander'
import type { HuntEvent } from '../api.ts'
import { isRefusal, withEvidence } from './evidence.ts'
import { harmless, refuse } from './terminal.ts'
import { dataOption, sessionOption, type EvidenceOptions } from './where.ts'

type Options = EvidenceOptions & { readonly json: boolean; readonly progress: boolean }

const HELP = `
The pattern is one of STIX 2.1, section 9: entente hunt "[ipv4-addr:value ISSUBSET '198.51.100.0/24']"
It is put to every observation that is held, with what it names, and, where it is one pair of brackets or several joined
by OR, to every cyber-observable object by itself; of each the newest version. Interrupting it loses nothing that was told.
Ends with 0 looked through, 1 the pattern is refused, 2 usage.`

/** `entente hunt`: a new pattern over all that was ever observed here. */
export function huntCommand(): Command {
  return new Command('hunt')
    .description('put a STIX pattern to everything observed that is held')
    .argument('<pattern>', 'a pattern of STIX 2.1')
    .addOption(dataOption())
    .addOption(sessionOption())
    .option('--no-progress', 'nothing on standard error while it goes on')
    .addOption(new Option('--json', 'one line of JSON for each that is found').default(false))
    .addHelpText('after', HELP)
    .action(async (pattern: string, { json, progress, ...options }: Options) => {
      await withEvidence(options, async ({ hunt }) => {
        try {
          for await (const event of hunt(pattern)) tell(event, { json, progress })
        } catch (error) {
          if (!isRefusal(error)) throw error
          refuse(`${error.code}: ${error.message}`)
        }
      })
    })
}

function tell(event: HuntEvent, { json, progress }: Pick<Options, 'json' | 'progress'>): void {
  switch (event.kind) {
    case 'found':
      return console.log(json ? JSON.stringify(event) : harmless(lineOf(event)))
    case 'progress':
      if (progress) console.error(`${event.looked} of ${event.of}, ${event.found} found`)
      return
    case 'done':
      return console.error(
        [
          `${event.found} found in ${event.looked}`,
          ...(event.withheld > 0 ? [`${event.withheld} are TLP:RED, and not for this role`] : []),
          ...(event.unread > 0 ? [`${event.unread} could not be looked at`] : []),
        ].join('; '),
      )
  }
}

const lineOf = ({ id, name, observed }: Extract<HuntEvent, { kind: 'found' }>): string =>
  `${id}${name === undefined ? '' : `  ${name}`}${observed.length > 1 ? `  with ${observed.filter((one) => one !== id).join(', ')}` : ''}`
