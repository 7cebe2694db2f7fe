import type { CaseSummary, Me } from '../../../node/src/api.ts'

type Knows = {
  readonly me: Me | undefined
  readonly cases: readonly Pick<CaseSummary, 'line' | 'public'>[]
}

const person = ({ me }: Knows) => me?.person !== undefined
const isOperator = ({ me }: Knows) => me?.node.role === 'operator'

/**
 * Every place of the page in its order, and who has it: a place that a node or a person has nothing in
 * is not shown. `apart` stand below a line, for they need no account.
 */
const PLACES = [
  { to: '/', id: 'nav.desk', has: person },
  { to: '/cases', id: 'nav.cases', has: person },
  { to: '/law', id: 'nav.law', has: person },
  { to: '/objects', id: 'nav.intelligence', has: person },
  { to: '/assets', id: 'nav.assets', has: (it: Knows) => person(it) && isOperator(it) },
  {
    to: '/incidents',
    id: 'nav.incidents',
    // An operator reports on a line, and an authority receives on one.
    has: (it: Knows) => person(it) && (isOperator(it) || it.cases.some(({ line }) => line)),
  },
  {
    to: '/drafts',
    id: 'nav.drafts',
    has: ({ me }: Knows) => {
      const powers = me?.person?.powers
      return powers !== undefined && (powers.drafts || powers.clears || powers.signs !== 'never')
    },
  },
  { to: '/reminders', id: 'nav.reminders', has: person },
  { to: '/alarms', id: 'nav.alarms', has: person },
  {
    to: '/reservations',
    id: 'nav.reservations',
    // Only a member has a voice.
    has: (it: Knows) => person(it) && it.me?.node.role === 'member',
  },
  { to: '/coalition', id: 'nav.coalition', has: person },
  { to: '/lexicon', id: 'nav.lexicon', has: person },
  { to: '/milestones', id: 'nav.milestones', has: person },
  { to: '/verify', id: 'nav.verify', has: () => true, apart: true },
  {
    to: '/public',
    id: 'nav.public',
    has: (it: Knows) => !person(it) || it.cases.some((one) => one.public),
    apart: true,
  },
] as const

export type Place = (typeof PLACES)[number]

/** The places that this person has at this node, in the order of the rail. */
export const placesOf = (knows: Knows): readonly Place[] => PLACES.filter(({ has }) => has(knows))

export const isApart = (place: Place) => 'apart' in place

/** Pages that one comes to from a place, and whose paths do not say so. */
const FROM: Readonly<Record<string, readonly string[]>> = {
  '/objects': ['/imports', '/hunt', '/recalls', '/taxii'],
}

/** Which place of the rail a path belongs to: a page deeper inside belongs to the place above it. */
export const isAt = (to: string, path: string): boolean =>
  path === to ||
  (to !== '/' && path.startsWith(`${to}/`)) ||
  (FROM[to]?.some((page) => isAt(page, path)) ?? false)

/** The place that a path is, and not one inside it. */
export const placeAt = (path: string): Place | undefined => PLACES.find(({ to }) => to === path)

/** An operator’s own work comes first; everybody else reads the first four. */
const OPERATOR_NEAR: readonly string[] = ['/', '/assets', '/incidents', '/cases']

/** What stands in the bar of a small screen; the rest is behind its last word. */
export function splitForPhone(places: readonly Place[]): {
  readonly near: readonly Place[]
  readonly more: readonly Place[]
} {
  if (places.length <= 5) return { near: places, more: [] }
  const near = places.some(({ to }) => to === '/assets')
    ? places.filter(({ to }) => OPERATOR_NEAR.includes(to))
    : places.slice(0, 4)
  return { near, more: places.filter((place) => !near.includes(place)) }
}
