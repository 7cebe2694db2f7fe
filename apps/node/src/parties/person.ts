import { readConfig, writeConfig, type Person } from '../config.ts'
import { PartiesError } from './error.ts'
import { powersOf } from './role.ts'

/** Lets somebody in at a node, bound to one of its authorities and a role; a running node notices. */
export function addPerson(data: string, added: Omit<Person, 'keyid'>): void {
  const config = readConfig(data)
  if (config.people.some(({ id }) => id === added.id))
    throw new PartiesError('person.exists', `expected a new person, got ${added.id} again`)
  const keyid =
    config.authorities.find(({ id }) => id === added.authority)?.keyid ??
    config.people.find(({ authority }) => authority === added.authority)?.keyid
  if (keyid === undefined)
    throw new PartiesError(
      'person.unknown',
      `expected an authority of ${config.party}, got ${added.authority}`,
    )
  writeConfig(data, { ...config, people: [...config.people, { ...added, keyid }] })
}

/**
 * Shuts somebody out; what they signed stays on record. `by` is who asks for it at the node itself:
 * nobody leaves it without somebody who lets others in.
 */
export function removePerson(data: string, id: string, by?: string): void {
  const config = readConfig(data)
  const people = config.people.filter((person) => person.id !== id)
  if (people.length === config.people.length)
    throw new PartiesError('person.unknown', `expected a person of this node, got ${id}`)
  if (people.length === 0)
    throw new PartiesError('person.last', 'expected somebody to stay at the node, got nobody')
  if (by !== undefined && !people.some(({ role }) => powersOf(role).administers))
    throw new PartiesError(
      'person.last',
      `expected an administrator to stay at the node, got none besides ${id}`,
    )
  writeConfig(data, { ...config, people })
}
