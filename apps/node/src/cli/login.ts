import { Command } from 'commander'
import type { Me } from '../api.ts'
import { refusing } from './refusing.ts'
import { logIn, SESSION } from './session.ts'

/** `entente login`: uses a one-time link, so that other commands speak to the running node. */
export function loginCommand(): Command {
  return new Command('login')
    .description('use a one-time link; the commands that speak to a running node then do so as you')
    .argument('<link>', 'the one-time link that the node printed')
    .option('--session <file>', 'where the session is kept', SESSION)
    .action((link: string, { session }: { session: string }) =>
      refusing(async () => {
        const client = await logIn(link, session)
        const { node, person } = await client.get<Me>('/api/v1/me')
        console.log(
          `${person?.name ?? 'nobody'} (${person?.role ?? 'no role'}) is logged in at ${node.name}, ${client.url}`,
        )
      }),
    )
}
