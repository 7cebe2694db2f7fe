import { ReleaseError } from './error.ts'
import type { Tlp } from './tlp.ts'

/** How far something may go. Without a label it goes nowhere: unmarked is never clear. */
export type Marking = {
  readonly tlp?: Tlp | undefined
  /** The named audience. Where it is given nobody else is meant, whatever the label allows. */
  readonly parties?: readonly string[] | undefined
  /** The persons named; TLP:RED reaches no person who is not. */
  readonly persons?: readonly string[] | undefined
  /** True: for anyone, named or not. False: not for the public, whatever the label allows. */
  readonly public?: boolean | undefined
}

/** Who would receive it. */
export type Audience =
  | { readonly kind: 'own-node' }
  /** `clientOf`: the party whose client it is; TLP:AMBER reaches a recipient's clients. */
  | { readonly kind: 'party'; readonly party: string; readonly clientOf?: string }
  | { readonly kind: 'person'; readonly person: string; readonly party: string }
  | { readonly kind: 'public' }

declare const cleared: unique symbol

/** Something that may leave the node, for this audience and no other. Only `release` makes it. */
export type Releasable<T> = {
  readonly value: T
  readonly audience: Audience
  readonly [cleared]: true
}

/** Clears a thing for one audience, or refuses with what its marking would have to say. */
export function release<T>(value: T, marking: Marking, audience: Audience): Releasable<T> {
  const needed = obstacle(marking, audience)
  if (needed !== undefined) throw new ReleaseError('marking.audience', needed)
  return Object.freeze({ value, audience }) as Releasable<T>
}

/** Who of these would see it: asks the test that `release` applies, so neither can differ. */
export function preview(marking: Marking, audiences: readonly Audience[]): readonly Audience[] {
  return audiences.filter((audience) => obstacle(marking, audience) === undefined)
}

/** What stands between a thing and its audience; undefined where nothing does. */
function obstacle(marking: Marking, audience: Audience): string | undefined {
  if (audience.kind === 'own-node') return undefined
  const label = marking.tlp
  if (label === undefined) return `expected a TLP label for ${nameOf(audience)}, got no marking`
  if (label === 'TLP:CLEAR' && marking.public === true) return undefined
  switch (audience.kind) {
    case 'public':
      return publicObstacle(label, marking)
    case 'party':
      return partyObstacle(label, marking, audience)
    case 'person':
      return (
        personObstacle(label, marking, audience.person) ??
        (marking.persons !== undefined && marking.parties === undefined
          ? undefined
          : partyObstacle(label, marking, { party: audience.party }))
      )
  }
}

function publicObstacle(label: Tlp, marking: Marking): string | undefined {
  if (label !== 'TLP:CLEAR') return `expected TLP:CLEAR for the public, got ${label}`
  if (marking.public === false) return 'expected a public marking, got one that excludes the public'
  const isNamed = marking.parties !== undefined || marking.persons !== undefined
  return isNamed ? 'expected a public marking, got a named audience' : undefined
}

function partyObstacle(
  label: Tlp,
  { parties }: Marking,
  { party, clientOf }: { party: string; clientOf?: string },
): string | undefined {
  const isNamed = parties?.includes(party) === true
  const isClient = clientOf !== undefined && parties?.includes(clientOf) === true
  switch (label) {
    case 'TLP:RED':
    case 'TLP:AMBER+STRICT':
      return isNamed ? undefined : notNamed(label, party, parties)
    case 'TLP:AMBER':
      return isNamed || isClient ? undefined : notNamed(label, party, parties)
    case 'TLP:GREEN':
    case 'TLP:CLEAR':
      return isNamed || isClient || parties === undefined
        ? undefined
        : notNamed(label, party, parties)
  }
}

function personObstacle(label: Tlp, { persons }: Marking, person: string): string | undefined {
  if (persons?.includes(person) === true) return undefined
  return persons === undefined && label !== 'TLP:RED' ? undefined : notNamed(label, person, persons)
}

function notNamed(label: Tlp, name: string, named: readonly string[] = []): string {
  const got = named.length === 0 ? 'nobody named' : named.join(', ')
  return `expected ${name} among those named under ${label}, got ${got}`
}

function nameOf(audience: Exclude<Audience, { kind: 'own-node' }>): string {
  switch (audience.kind) {
    case 'party':
      return audience.party
    case 'person':
      return audience.person
    case 'public':
      return 'the public'
  }
}
