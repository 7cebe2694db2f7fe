import type { Pap } from '@entente/stix'
import { nameOf, type Audience, type Circle } from './audience.ts'
import { ReleaseError, type ReleaseErrorCode } from './error.ts'
import { TLP, type Tlp } from './tlp.ts'

/** How far something may go. Without a label it goes nowhere: unmarked is never clear. */
export type Marking = {
  readonly tlp?: Tlp | undefined
  /** The named audience. Where it is given nobody else is meant, whatever the label allows. */
  readonly parties?: readonly string[] | undefined
  /** Nobody but these, whoever else the label would let in. It lets nobody in. */
  readonly only?: readonly string[] | undefined
  /** The persons named; TLP:RED reaches no person who is not. */
  readonly persons?: readonly string[] | undefined
  /** True: for anyone, named or not. False: not for the public, whatever the label allows. */
  readonly public?: boolean | undefined
  /** Ours, so that we name its audience: a case or community in which it is put before others. */
  readonly own?: boolean | undefined
  /** Markings that nobody here understands: they may forbid anything. */
  readonly unknown?: readonly string[] | undefined
  /** What may be done with it, by the strictest word on any part of it. It says nothing of who may have it. */
  readonly pap?: Pap | undefined
  /** It was called back, in a sentence that says by whom, when and why: it goes to nobody until somebody decides otherwise. */
  readonly recalled?: string | undefined
  /** Fields with a marking of their own. A looser one loosens nothing. */
  readonly fields?: readonly FieldMarking[] | undefined
}

/** The marking of some fields of an object, by the selectors of STIX 2.1 section 7.2.3. */
export type FieldMarking = {
  readonly selectors: readonly string[]
  readonly tlp: Tlp
  readonly unknown: readonly string[]
}

/** A thing and how far it may go. */
export type Marked<T> = { readonly value: T; readonly marking: Marking }

declare const cleared: unique symbol

/** Something that may leave the node, for this audience and no other. Only `release` makes it. */
export type Releasable<T> = {
  readonly value: T
  readonly audience: Audience
  readonly [cleared]: true
}

/** Why an audience may see a thing, or why not. */
export type Verdict =
  | { readonly leaves: true; readonly because: string }
  | {
      readonly leaves: false
      readonly code: ReleaseErrorCode
      readonly because: string
      /** The selectors of what is kept back, where it is not the whole. */
      readonly fields?: readonly string[]
      /** What would keep it here if that did not; absent where nothing would. */
      readonly also?: readonly Reason[]
    }

/** One thing that keeps something here: what the marking would have to be instead, in a sentence. */
export type Reason = { readonly code: ReleaseErrorCode; readonly because: string }

/** Clears a thing for one audience, or refuses with what its marking would have to say. */
export function release<T>({ value, marking }: Marked<T>, audience: Audience): Releasable<T> {
  const found = obstacle(marking, audience)
  if (found) throw new ReleaseError(found.code, found.because)
  return Object.freeze({ value, audience }) as Releasable<T>
}

/** Narrower than the audience allows: nothing stricter than this label goes, not even to this node itself. */
export type Ceiling = Exclude<Tlp, 'TLP:RED'>

/** What is done with what leaves: rules and lists that block act on what they name, a bundle or a table does not. */
export type Use = 'active' | 'passive'

/** Narrower than the audience allows, whoever it is. */
export type Limits = { readonly ceiling?: Ceiling | undefined; readonly use?: Use | undefined }

/**
 * Clears several things for one audience: what may go is joined into one, and of each it is said why it
 * goes or stays. What is shown before something is sent and what is sent come from this one answer.
 */
export function releaseEach<T, Joined>(
  things: readonly Marked<T>[],
  audience: Audience,
  join: (cleared: readonly T[]) => Joined,
  limits: Limits = {},
): { readonly sent: Releasable<Joined>; readonly verdicts: readonly Verdict[] } {
  // Things have few markings: what is the same object is decided once.
  const decided = new Map<Marking, Verdict>()
  const verdicts = things.map(({ marking }) => {
    const known = decided.get(marking) ?? explain(marking, audience, limits)
    decided.set(marking, known)
    return known
  })
  const cleared: T[] = []
  for (let at = 0; at < things.length; at++)
    if (verdicts[at]!.leaves) cleared.push(things[at]!.value)
  const value = join(cleared)
  return { sent: Object.freeze({ value, audience }) as Releasable<Joined>, verdicts }
}

/** What was cleared in another form, for the same audience: `write` is given nothing but what was cleared. */
export const rewritten = <T, Written>(
  { value, audience }: Releasable<T>,
  write: (value: T) => Written,
): Releasable<Written> => Object.freeze({ value: write(value), audience }) as Releasable<Written>

/** Who of these would see it: asks the test that `release` applies, so neither can differ. */
export function preview(marking: Marking, audiences: readonly Audience[]): readonly Audience[] {
  return audiences.filter((audience) => obstacle(marking, audience) === undefined)
}

/** The answer of `release` as a sentence, without a thing. */
export function explain(
  marking: Marking,
  audience: Audience,
  { ceiling, use }: Limits = {},
): Verdict {
  const before = obstacles(marking, audience)
  const [found, ...also] = [
    ...before,
    ...(ceiling ? ceilingObstacles(marking, ceiling, before.length === 0) : []),
    ...(use === 'active' ? papObstacles(marking) : []),
  ]
  if (found) {
    const reasons = also.map(({ code, because }): Reason => ({ code, because }))
    return { leaves: false, ...found, ...(reasons.length > 0 ? { also: reasons } : {}) }
  }
  const label = marking.tlp ?? 'no marking'
  return { leaves: true, because: `${label} reaches ${nameOf(audience)}` }
}

type Obstacle = Reason & { readonly fields?: readonly string[] }

/** The first of what stands between a thing and its audience; undefined where nothing does. */
const obstacle = (marking: Marking, audience: Audience): Obstacle | undefined =>
  obstacles(marking, audience)[0]

/** Everything that stands between them. */
function obstacles(marking: Marking, audience: Audience): readonly Obstacle[] {
  const whole = wholeObstacles(marking, audience)
  return [...whole, ...fieldObstacles(marking, audience, whole.length > 0)]
}

/**
 * Whether anything of it is stricter than the ceiling, or may be: what is not understood could be anything. Where more keeps it,
 * that was said there.
 */
function ceilingObstacles(
  marking: Marking,
  ceiling: Ceiling,
  isAlone: boolean,
): readonly Obstacle[] {
  const all = [marking, ...(marking.fields ?? [])]
  const unknown = isAlone ? all.flatMap((one) => one.unknown ?? []) : []
  const strict = all.find(({ tlp }) => tlp === undefined || TLP.indexOf(tlp) < TLP.indexOf(ceiling))
  const because = `expected ${ceiling} or looser, got ${strict?.tlp ?? 'no marking'}`
  return [
    ...(unknown.length > 0 ? [notUnderstood(unknown)] : []),
    ...(strict ? [{ code: 'marking.ceiling' as const, because }] : []),
  ]
}

/**
 * PAP:RED keeps a thing off every network, PAP:AMBER allows passive checks; to block is active, which begins at PAP:GREEN
 * (https://www.misp-project.org/taxonomies.html, PAP). It binds this node's own tools as well.
 */
function papObstacles({ pap }: Marking): readonly Obstacle[] {
  if (pap !== 'PAP:RED' && pap !== 'PAP:AMBER') return []
  const because = `expected PAP:GREEN, PAP:CLEAR or no word of PAP for what blocks or answers, got ${pap}`
  return [{ code: 'marking.pap', because }]
}

const notUnderstood = (unknown: readonly string[]): Obstacle => ({
  code: 'marking.unknown',
  because: `expected markings that this node understands, got ${unknown.join(', ')}`,
})

/**
 * What is redacted keeps its id and says something else: STIX has no place for that (section 3.6), so
 * an object leaves whole or not at all.
 */
function fieldObstacles(
  marking: Marking,
  audience: Audience,
  isKept: boolean,
): readonly Obstacle[] {
  const kept = (marking.fields ?? []).filter(({ tlp, unknown }) => {
    // Where the whole stays anyway, a field is a reason of its own only where it is stricter.
    const isStricter = unknown.length > 0 || TLP.indexOf(tlp) < TLP.indexOf(marking.tlp ?? tlp)
    if (isKept && !isStricter) return false
    return wholeObstacles({ ...marking, tlp, unknown, recalled: undefined }, audience).length > 0
  })
  if (kept.length === 0) return []
  const fields = [...new Set(kept.flatMap(({ selectors }) => selectors))]
  const because = `expected every field for ${nameOf(audience)}, got markings that keep back ${fields.join(', ')}`
  return [{ code: 'marking.granular', because, fields }]
}

function wholeObstacles(marking: Marking, audience: Audience): readonly Obstacle[] {
  if (audience.kind === 'own-node') return []
  const { recalled, unknown = [] } = marking
  return [
    recalled === undefined ? undefined : { code: 'object.recalled' as const, because: recalled },
    unknown.length > 0 ? notUnderstood(unknown) : undefined,
    marking.tlp === undefined ? unlabelled(audience) : undefined,
    beyondOnly(marking, audience),
    ...(marking.tlp === undefined ? [] : audienceObstacles(marking.tlp, marking, audience)),
  ].filter((one) => one !== undefined)
}

type Others = Exclude<Audience, { readonly kind: 'own-node' }>

const unlabelled = (audience: Others) =>
  refused(`expected a TLP label for ${nameOf(audience)}, got no marking`)

function audienceObstacles(label: Tlp, marking: Marking, audience: Others): readonly Obstacle[] {
  if (label === 'TLP:CLEAR' && marking.public === true) return []
  switch (audience.kind) {
    case 'public':
      return publicObstacles(label, marking)
    case 'party':
      return partyObstacles(label, marking, audience)
    case 'circle':
      return circleObstacles(label, marking, audience.circle)
    case 'person': {
      const { person, party } = audience
      const isForPersons = marking.persons !== undefined && marking.parties === undefined
      return [
        ...personObstacles(label, marking, person),
        ...(isForPersons ? [] : partyObstacles(label, marking, { party })),
      ]
    }
  }
}

/** Whoever is not among those to whom the marking restricts it; undefined where it restricts it to nobody. */
function beyondOnly({ only }: Marking, audience: Others): Obstacle | undefined {
  if (only === undefined) return undefined
  const among = `expected one of ${only.join(', ') || 'nobody'}, to whom it is restricted`
  if (audience.kind === 'public') return refused(`${among}, got the public`)
  const parties =
    audience.kind === 'circle'
      ? audience.circle.members.map(({ party }) => party)
      : [audience.party]
  const other = parties.find((party) => !only.includes(party))
  return other === undefined ? undefined : refused(`${among}, got ${other}`)
}

const refused = (because: string): Obstacle => ({ code: 'marking.audience', because })

function publicObstacles(label: Tlp, marking: Marking): readonly Obstacle[] {
  const isNamed = marking.parties !== undefined || marking.persons !== undefined
  return [
    ...(label === 'TLP:CLEAR' ? [] : [`expected TLP:CLEAR for the public, got ${label}`]),
    ...(marking.public === false
      ? ['expected a public marking, got one that excludes the public']
      : []),
    ...(isNamed ? ['expected a public marking, got a named audience'] : []),
  ].map(refused)
}

/** A circle of nobody is nobody: what is sent to it must not reach everybody by mistake. Of each kind of reason the first. */
function circleObstacles(label: Tlp, marking: Marking, circle: Circle): readonly Obstacle[] {
  if (circle.members.length === 0) {
    const because = `expected one member or more in ${circle.name}, got none`
    return [{ code: 'audience.outside', because }]
  }
  const found = circle.members.flatMap(({ party }) =>
    partyObstacles(label, marking, { party, within: circle }),
  )
  return [...Map.groupBy(found, ({ code }) => code).values()].map(([first]) => first!)
}

type Recipient = {
  readonly party: string
  readonly clientOf?: string
  readonly within?: Circle
}

function partyObstacles(label: Tlp, marking: Marking, recipient: Recipient): readonly Obstacle[] {
  const { party, within } = recipient
  const limits = within && circleLimits(label, party, within)
  if (limits?.code === 'audience.outside') return [limits]
  return [...(limits ? [limits] : []), ...namedObstacles(label, marking, recipient)]
}

function namedObstacles(label: Tlp, marking: Marking, recipient: Recipient): readonly Obstacle[] {
  const { party, clientOf, within } = recipient
  const parties = namedFor(label, marking, within)
  const isNamed = parties?.includes(party) === true
  const isClient = clientOf !== undefined && parties?.includes(clientOf) === true
  const not = () => [notNamed(label, party, parties)]
  switch (label) {
    case 'TLP:RED':
    case 'TLP:AMBER+STRICT':
      return isNamed ? [] : not()
    case 'TLP:AMBER':
      return isNamed || isClient || isOwnClient(recipient, parties) ? [] : not()
    case 'TLP:GREEN':
    case 'TLP:CLEAR':
      return isNamed || isClient || parties === undefined ? [] : not()
  }
}

/** Whoever received TLP:AMBER without a named audience may hand it on to its own clients. */
const isOwnClient = ({ party, within }: Recipient, parties: readonly string[] | undefined) =>
  parties === undefined &&
  within?.members.some((member) => member.party === party && member.client === true) === true

/** Whether the party is in the circle at all, and whether so strict a label may be sent to it. */
function circleLimits(label: Tlp, party: string, { name, members }: Circle): Obstacle | undefined {
  const member = members.find((one) => one.party === party)
  if (!member)
    return { code: 'audience.outside', because: `expected a party of ${name}, got ${party}` }
  const { ceiling } = member
  if (ceiling === undefined || TLP.indexOf(label) >= TLP.indexOf(ceiling)) return undefined
  return {
    code: 'marking.ceiling',
    because: `expected ${ceiling} or looser for ${party} in ${name}, got ${label}`,
  }
}

/**
 * Who is named: as the marking says; else, of what is ours, the circle that it is put before.
 * TLP:RED is for individuals, and no circle names any.
 */
function namedFor(
  label: Tlp,
  { parties, own }: Marking,
  within: Circle | undefined,
): readonly string[] | undefined {
  if (parties !== undefined || own !== true || label === 'TLP:RED') return parties
  return within?.members.map(({ party }) => party)
}

function personObstacles(label: Tlp, { persons }: Marking, person: string): readonly Obstacle[] {
  if (persons?.includes(person) === true) return []
  return persons === undefined && label !== 'TLP:RED' ? [] : [notNamed(label, person, persons)]
}

function notNamed(label: Tlp, name: string, named: readonly string[] = []): Obstacle {
  const got = named.length === 0 ? 'nobody named' : named.join(', ')
  return refused(`expected ${name} among those named under ${label}, got ${got}`)
}
