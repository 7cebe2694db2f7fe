import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { addPerson, removePerson } from '../parties/person.ts'
import { person as parsePerson } from './init.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'

type Options = { readonly data: string }

/** `entente person`: who may log in at a node, for which authority, in which role. */
export function personCommand(): Command {
  const person = new Command('person').description(
    'who may log in at a node; a running node notices',
  )
  const data = ['--data <directory>', 'the party’s data directory'] as const
  person
    .command('add')
    .description('let someone in; their one-time link comes from serve, or from person link')
    .argument('<id=name,authority,role>', 'anna=Anna Berg,XA-mfa,legal-adviser')
    .requiredOption(...data)
    .action((text: string, options: Options) => refusing(() => add(text, options.data)))
  person
    .command('list')
    .description('the persons in node.json')
    .requiredOption(...data)
    .action((options: Options) =>
      refusing(() => {
        for (const one of readConfig(options.data).people)
          console.log(
            `${one.id.padEnd(12)} ${one.role.padEnd(14)} ${one.authority.padEnd(12)} ${one.name}`,
          )
      }),
    )
  person
    .command('remove')
    .description('shut someone out; what they signed stays on record')
    .argument('<id>')
    .requiredOption(...data)
    .action((id: string, options: Options) => refusing(() => removePerson(options.data, id)))
  person
    .command('link')
    .description('a one-time link for someone, made by an administrator at the running node')
    .argument('<id>')
    .option('--session <file>', 'the administrator’s session', SESSION)
    .action((id: string, { session }: { session: string }) =>
      refusing(async () => {
        const client = openSession(session)
        const { path } = await client.post<{ path: string }>(`/api/v1/people/${id}/links`)
        console.log(`${client.url}${path}`)
      }),
    )
  return person
}

function add(text: string, data: string): void {
  const [added] = parsePerson(text)
  addPerson(data, added!)
  console.log(`${added!.name} may log in as ${added!.role} of ${added!.authority}`)
}
