import { type Tlp, TLP } from '@entente/release'
import { Command, Option } from 'commander'
import type { ImportView } from '../api.ts'
import { previewLines } from './imports-told.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'
import { harmless } from './terminal.ts'
import { sessionOption } from './where.ts'

type Options = {
  readonly session: string
  readonly to: Tlp
  readonly reason: string
  readonly json: boolean
}

/** `entente remark`: another label of TLP for an own object, which waits until it is taken in. */
export function remarkCommand(): Command {
  return new Command('remark')
    .description('put another label of TLP on an object that this party created')
    .argument('<id>', 'the STIX id of the object')
    .addOption(new Option('--to <label>', 'the label').choices(TLP).makeOptionMandatory())
    .requiredOption('--reason <text>', 'why; it stands with the import on record')
    .addOption(sessionOption().default(SESSION))
    .option('--json', 'one line of JSON instead of sentences', false)
    .addHelpText(
      'after',
      '\nIt waits among the imports: entente imports commit. A looser label is taken in by another person than you.',
    )
    .action((id: string, { session, to, reason, json }: Options) =>
      refusing(async () => {
        const client = openSession(session)
        const path = `/api/v1/objects/${encodeURIComponent(id)}/remarkings`
        const view = await client.post<ImportView>(path, { to, reason })
        console.log(json ? JSON.stringify(view) : previewLines(view).map(harmless).join('\n'))
      }),
    )
}
