import { PartiesError } from './error.ts'

/** What a person is at this node. The authority for which it acts has a mandate besides. */
export const ROLES = ['drafter', 'legal-adviser', 'signatory', 'deputy', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** What a role allows at the node: nobody outside ever learns of it. */
export type Powers = {
  /** Writes and changes drafts, and drops its own. */
  readonly drafts: boolean
  /** Clears a draft for signature, or returns it with a comment. */
  readonly clears: boolean
  /** Whether it may have acts signed: by its own word, or only what somebody else wrote or cleared. */
  readonly signs: 'alone' | 'with-another' | 'never'
  /** Brings objects in, hands them out, and sees what is TLP:RED: the node’s machine needs none of it. */
  readonly handles: boolean
  /** Gives others their one-time links. */
  readonly administers: boolean
}

const POWERS: Readonly<Record<Role, Powers>> = {
  drafter: { drafts: true, clears: false, signs: 'never', handles: true, administers: false },
  'legal-adviser': {
    drafts: true,
    clears: true,
    signs: 'never',
    handles: true,
    administers: false,
  },
  signatory: { drafts: true, clears: false, signs: 'alone', handles: true, administers: false },
  // Whoever stands in for the signatory does so under four eyes.
  deputy: { drafts: true, clears: false, signs: 'with-another', handles: true, administers: false },
  administrator: {
    drafts: false,
    clears: false,
    signs: 'never',
    handles: false,
    administers: true,
  },
}

export const powersOf = (role: Role): Powers => POWERS[role]

/** How an act comes to its signature: straight from its author, or as a draft that others saw. */
export type Way =
  | { readonly via: 'author' }
  | { readonly via: 'draft'; readonly authors: readonly string[]; readonly clearedBy?: string }

/** Whether a role lets this person have an act signed that comes this way. */
export function maySign({ id, role }: { readonly id: string; readonly role: Role }, way: Way) {
  switch (powersOf(role).signs) {
    case 'never':
      return false
    case 'alone':
      return true
    case 'with-another':
      return isSeenByTwo(id, way)
  }
}

/** Whether another person wrote it whole, or cleared it. */
export const isSeenByTwo = (id: string, way: Way): boolean =>
  way.via === 'draft' && (!way.authors.includes(id) || (way.clearedBy ?? id) !== id)

/** The verb of whoever may open a case under the root case. It is no kind of act: a case is a charter. */
export const OPEN_CASE = 'open-case'

/** The verbs that are left to a person: what its authority's mandate has and its role does not take. */
export function verbsOf(role: Role, mandate: readonly string[]): readonly string[] {
  switch (powersOf(role).signs) {
    case 'never':
      return []
    case 'alone':
      return mandate
    case 'with-another':
      // A case is opened by no draft.
      return mandate.filter((verb) => verb !== OPEN_CASE)
  }
}

/** Whether a role has a part in drafts: who writes, clears or signs reads them, and nobody else. */
export function readsDrafts(role: Role): boolean {
  const { drafts, clears, signs } = powersOf(role)
  return drafts || clears || signs !== 'never'
}

/** Refuses whoever has no part in drafts, of acts and of reports. */
export function assertReadsDrafts({ id, role }: { readonly id: string; readonly role: Role }) {
  if (readsDrafts(role)) return
  throw new PartiesError(
    'person.not-competent',
    `expected a person who writes, clears or signs, got ${id}, ${role}`,
  )
}

/** Refuses whoever has no part in what the objects say. */
export function assertHandles(
  { id, role }: { readonly id: string; readonly role: Role },
  does: string,
) {
  if (powersOf(role).handles) return
  throw new PartiesError(
    'person.not-competent',
    `expected a person whose role ${does}, got ${id}, ${role}`,
  )
}
