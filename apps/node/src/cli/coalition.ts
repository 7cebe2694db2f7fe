import { Command } from 'commander'
import type { CoalitionView } from '../api.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'
import { addSuccessorCommands } from './successor.ts'
import { harmless } from './terminal.ts'

type Options = { readonly session: string; readonly json: boolean }

/** `entente coalition`: who is in it, who has joined, where they answer, and how its charter is changed. */
export function coalitionCommand(): Command {
  const coalition = new Command('coalition')
    .description('the coalition of a running node: who has joined, and where they answer')
    .option('--session <file>', 'who asks', SESSION)
    .option('--json', 'as JSON', false)
    .action(({ session, json }: Options) =>
      refusing(async () => {
        const view = await openSession(session).get<CoalitionView>('/api/v1/coalition')
        console.log(json ? JSON.stringify(view) : harmless(told(view)))
      }),
    )
  addSuccessorCommands(coalition)
  return coalition
}

function told({ charter, parties, stands }: CoalitionView): string {
  if (!charter) return 'This node takes part in no coalition.'
  return [
    `${charter.told.en.title}: ${stands ? 'it stands' : 'it does not stand yet'}`,
    `  ${charter.id}`,
    ...parties.map(({ id, name, address, status, joined, us }) =>
      [
        `  ${id} ${name}:`,
        joined ? 'joined,' : 'has not joined yet,',
        us ? 'this node' : `${address ?? 'no address'}, ${status}`,
      ].join(' '),
    ),
  ].join('\n')
}
