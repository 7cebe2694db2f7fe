import type { Command } from 'commander'
import { atCase, caseViewOf } from './at-case.ts'
import { carryOut, ownKeys, withRoots, type OwnKeys, type RootOptions } from './key-acts.ts'
import { refusing } from './refusing.ts'
import { harmless, onOneLine } from './terminal.ts'

type Options = RootOptions & { readonly case: string; readonly reason?: string }

/** `entente keys leave`: the root keys take their nation out of one case, for good. */
export function leaveCommand(command: Command): void {
  withRoots(command.command('leave'))
    .description('leave a case: withdrawn from every text in it, for good, and nothing undoes it')
    .requiredOption('--case <id>', 'which case, or how its id begins')
    .option('--reason <text>', 'words; all parties read them')
    .action((options: Options) =>
      refusing(async () => {
        const found = await atCase({ ...options, json: false })
        const { charter } = await caseViewOf(found)
        const at = await ownKeys(found.client, found.id as OwnKeys['case'])
        console.log(
          `${harmless(onOneLine(`${at.own.name} leaves ${charter.title}`))}. It is withdrawn from every text there, its authorities can say nothing more in it, and nothing undoes that.`,
        )
        await carryOut(
          at,
          {
            kind: 'leave',
            ...(options.reason === undefined ? {} : { reason: options.reason }),
          },
          options,
        )
      }),
    )
}
