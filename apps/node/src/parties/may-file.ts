import { isOfTwoPersons } from '@entente/accord'
import type { Person } from '../config.ts'
import { PartiesError } from './error.ts'
import { isSeenByTwo, maySign, powersOf, type Way } from './role.ts'

/**
 * Whether this person may have an act of this kind signed that comes this way. The mandate of its
 * authority is judged by every reader of the act; the role, and clearance, by this node alone.
 */
export function assertMayFile(
  person: Pick<Person, 'id' | 'role'>,
  kind: string,
  { clearance, way }: { readonly clearance: readonly string[]; readonly way: Way },
): void {
  if (!maySign(person, way))
    throw new PartiesError(
      'person.not-competent',
      way.via === 'author' && maySign(person, { via: 'draft', authors: [] })
        ? `expected a draft that somebody else wrote or cleared, got ${kind} straight from the ${person.role} ${person.id}`
        : `expected a person whose role signs, got ${person.id}, ${person.role}`,
    )
  if (isOfTwoPersons(kind) && !isSeenByTwo(person.id, way))
    throw new PartiesError(
      'draft.needed',
      `expected a draft of ${kind} that another person wrote or cleared, got one of ${person.id} alone`,
    )
  if (!clearance.includes(kind)) return
  if (way.via === 'draft' && way.clearedBy !== undefined) return
  throw new PartiesError(
    'draft.needed',
    `expected a draft of ${kind} that was cleared, got one ${way.via === 'draft' ? 'that was not' : 'straight from its author'}`,
  )
}

/** Whether this person may put acts before those who clear and sign. */
export function assertWritesDrafts({ id, role }: Pick<Person, 'id' | 'role'>): void {
  if (!powersOf(role).drafts)
    throw new PartiesError(
      'person.not-competent',
      `expected a person whose role writes drafts, got ${id}, ${role}`,
    )
}

/** Whether this person may change who comes in here and where others answer. */
export function assertAdministers({ id, role }: Pick<Person, 'id' | 'role'>, to: string): void {
  if (!powersOf(role).administers)
    throw new PartiesError(
      'person.not-competent',
      `expected an administrator to ${to}, got ${id}, ${role}`,
    )
}
