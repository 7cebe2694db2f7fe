import type { Tlp } from './tlp.ts'

/** Who would receive it. */
export type Audience =
  | { readonly kind: 'own-node' }
  /**
   * `clientOf`: the party whose client it is; TLP:AMBER reaches a recipient's clients. `within`: the
   * case or community as one of which it receives.
   */
  | {
      readonly kind: 'party'
      readonly party: string
      readonly clientOf?: string
      readonly within?: Circle
    }
  | { readonly kind: 'person'; readonly person: string; readonly party: string }
  /** Everybody in a case or community: what one of them may not have goes to none. */
  | { readonly kind: 'circle'; readonly circle: Circle }
  | { readonly kind: 'public' }

/** The parties of a case, or the members of a community. */
export type Circle = {
  /** As it is shown: `case Quiet Modem`, `community csirts`. */
  readonly name: string
  readonly members: readonly Member[]
}

/**
 * `ceiling`: the strictest label under which anything is sent to it. `client`: it is a client of this
 * node's own organisation, to which TLP:AMBER that this organisation received may be handed on.
 */
export type Member = { readonly party: string; readonly ceiling?: Tlp; readonly client?: true }

/** How a sentence names who would receive. */
export function nameOf(audience: Audience): string {
  switch (audience.kind) {
    case 'own-node':
      return 'this node'
    case 'party':
      return audience.party
    case 'person':
      return audience.person
    case 'circle':
      return audience.circle.name
    case 'public':
      return 'the public'
  }
}
