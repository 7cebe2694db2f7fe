import { readConfig, writeConfig } from '../src/config.ts'
import { stopNode } from '../src/demo/constellation.ts'
import type { Exercise } from '../src/demo/exercise.ts'
import { logIn, type PersonClient } from '../src/demo/person.ts'
import { ROLES, type Role } from '../src/parties/role.ts'

/** Gives a party's node a person of every role under its first authority, and lets each of them in. */
export async function withPeople(
  exercise: Exercise,
  party: 'XA' | 'CO',
): Promise<Readonly<Record<Role, PersonClient>>> {
  const { data: directory } = exercise.nodes[party]
  const config = readConfig(directory)
  const [first] = config.people
  writeConfig(directory, {
    ...config,
    people: [...config.people, ...ROLES.map((role) => ({ ...first!, id: `a-${role}`, role }))],
  })
  await stopNode(exercise.nodes[party])
  const node = await exercise.restart(party)
  const entered = ROLES.map(async (role) => {
    const link = node.links.find(({ person }) => person === `a-${role}`)!
    return [role, await logIn(link.url)] as const
  })
  return Object.fromEntries(await Promise.all(entered)) as Record<Role, PersonClient>
}

/** What filing came to: `filed`, or the code of the refusal. */
export const outcomeOf = (filing: Promise<unknown>): Promise<string> =>
  filing.then(
    () => 'filed',
    (error: Error) => /"code":"([^"]+)"/.exec(error.message)?.[1] ?? error.message,
  )
