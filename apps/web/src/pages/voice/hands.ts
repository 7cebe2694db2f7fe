import { isOfTwoPersons } from '@entente/accord'
import type { Me, People } from '../../../../node/src/api.ts'

type Person = NonNullable<Me['person']>
type Colleague = People['people'][number]

/** Why a person's word alone does not have an act signed. */
export type Hindrance =
  | 'apart'
  | 'role'
  | 'ended'
  | 'mandate'
  | 'cleared'
  | 'deputy'
  | 'two-persons'

/** Through whose hands an act goes before it is signed, as this node has it. */
export type Hands = {
  readonly why: Hindrance
  /** Others who may clear it, where it needs clearance. */
  readonly clear: readonly Colleague[]
  /** Who may have it signed then. */
  readonly sign: readonly Colleague[]
}

/** What hinders this person from having an act of this kind signed by its own word; undefined where nothing does. */
export function hindranceOf(
  kind: string,
  { powers, clearance, verbs, mandate }: Person,
): Hindrance | undefined {
  if (powers.signs === 'never') return powers.drafts ? 'role' : 'apart'
  if (mandate.ended) return 'ended'
  if (!verbs.includes(kind)) return 'mandate'
  if (clearance.includes(kind)) return 'cleared'
  if (powers.signs === 'with-another') return 'deputy'
  return isOfTwoPersons(kind) ? 'two-persons' : undefined
}

/** Why this person does not sign alone, and who does; undefined where it does. */
export function handsOf(
  kind: string,
  person: Person,
  people: readonly Colleague[],
): Hands | undefined {
  const why = hindranceOf(kind, person)
  if (why === undefined) return undefined
  const isOther = ({ id }: Colleague) => id !== person.id
  const able = people.filter(({ verbs }) => verbs.includes(kind))
  return {
    why,
    clear: person.clearance.includes(kind)
      ? people.filter((one) => one.clears && isOther(one))
      : [],
    // Whoever waits for clearance alone signs what it wrote itself.
    sign: why === 'cleared' ? able : able.filter(isOther),
  }
}
