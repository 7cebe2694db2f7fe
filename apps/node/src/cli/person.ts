import { Command } from 'commander'
import { readConfig, writeConfig } from '../config.ts'
import { PartiesError } from '../parties/error.ts'
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
    .action((id: string, options: Options) => refusing(() => remove(id, options.data)))
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
  const config = readConfig(data)
  const [added] = parsePerson(text)
  if (config.people.some(({ id }) => id === added!.id))
    throw new PartiesError('person.exists', `expected a new person, got ${added!.id} again`)
  const keyid =
    config.authorities.find(({ id }) => id === added!.authority)?.keyid ??
    config.people.find(({ authority }) => authority === added!.authority)?.keyid
  if (keyid === undefined)
    throw new PartiesError(
      'person.unknown',
      `expected an authority of ${config.party}, got ${added!.authority}`,
    )
  writeConfig(data, { ...config, people: [...config.people, { ...added!, keyid }] })
  console.log(`${added!.name} may log in as ${added!.role} of ${added!.authority}`)
}

function remove(id: string, data: string): void {
  const config = readConfig(data)
  const people = config.people.filter((person) => person.id !== id)
  if (people.length === config.people.length)
    throw new PartiesError('person.unknown', `expected a person of this node, got ${id}`)
  if (people.length === 0)
    throw new PartiesError('person.unknown', 'expected somebody to stay at the node, got nobody')
  writeConfig(data, { ...config, people })
}
