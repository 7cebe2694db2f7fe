import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { joinCharter } from '../parties/join.ts'
import { readId } from '../parties/words.ts'
import { crypto } from '../platform/crypto.ts'
import { refusing } from './refusing.ts'

/** `entente join`: a party joins a coalition whose charter id it compared with the others. */
export function joinCommand(): Command {
  return new Command('join')
    .description('join the coalition of a charter whose id you compared with the other parties')
    .argument('<charter>', 'the charter, as its drafter sent it')
    .requiredOption('--id <id>', 'the id that was read to you: sha256:…, or its 32 words')
    .requiredOption('--data <directory>', 'the party’s data directory')
    .action((file: string, options: { id: string; data: string }) =>
      refusing(() => {
        const { charter, isNew } = joinCharter(options.data, readFileSync(file), {
          id: readId(options.id),
          crypto,
          nowAt: new Date(),
        })
        console.log(
          isNew
            ? `Joined ${charter.title}: the key acts are signed and are filed when the node starts.`
            : `${charter.title} was joined before; nothing changed.`,
        )
      }),
    )
}
