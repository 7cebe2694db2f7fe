import type { Act } from '@entente/accord'
import type { DraftView, InsideItem, Me, People } from '../api.ts'
import type { Person } from '../config.ts'
import type { Draft, DraftEvent } from './draft-store.ts'
import { maySign, powersOf, verbsOf } from './role.ts'

/** What the node says of a person beside its role: an authority without a key act yet has no verbs. */
export type Seat = {
  readonly holder: KeyHolder | undefined
  /** Kinds of act that this node signs only after a draft was cleared. */
  readonly clearance: readonly string[]
}

type KeyHolder = {
  readonly keyid: string
  readonly authority: { readonly id: string; readonly name: string }
  readonly custody: NonNullable<Me['person']>['key']['custody']
  /** None where the key signs nothing now: it was revoked, or the mandate has ended. */
  readonly verbs: readonly string[]
  /** When the mandate ends, in seconds. */
  readonly until?: number
  /** By this node's clock. */
  readonly ended: boolean
}

/** Who is logged in: its authority, its role, and what the two together leave to it. */
export function describePerson(
  { id, name, authority, keyid, role }: Person,
  { holder, clearance }: Seat,
): NonNullable<Me['person']> {
  return {
    id,
    name,
    role,
    authority: holder?.authority ?? { id: authority, name: authority },
    key: { keyid: holder?.keyid ?? keyid, custody: holder?.custody ?? 'node-held' },
    mandate: {
      ...(holder?.until === undefined ? {} : { until: holder.until }),
      ended: holder?.ended ?? false,
    },
    verbs: verbsOf(role, holder?.verbs ?? []),
    powers: powersOf(role),
    clearance,
  }
}

/** Somebody of this node, and which acts go through its hands. */
export const colleague = (
  { id, name, authority, role }: Person,
  mandate: readonly string[],
): People['people'][number] => ({
  id,
  name,
  authority,
  role,
  verbs: verbsOf(role, mandate),
  clears: powersOf(role).clears,
})

/** A draft as people of this node read it. */
export const draftView = (draft: Draft, events: readonly DraftEvent[]): DraftView => ({
  ...draft,
  history: events,
})

export type InsideOptions = {
  readonly people: readonly Person[]
  readonly clearance: readonly string[]
  /** The kinds that a person's authority may sign. */
  readonly mandateOf: (person: Person) => readonly string[]
}

/** Whom each draft under way awaits inside the nation, and for what. */
export function insideItems(
  drafts: readonly Draft[],
  person: Person,
  options: InsideOptions,
): readonly InsideItem[] {
  return drafts.flatMap((draft) => {
    const next = nextOf(draft, options)
    if (!next) return []
    const { id, case: file, kind, act } = draft
    const awaited = next.who.map(({ id: who, name, role }) => ({ id: who, name, role }))
    const mine = awaited.some((one) => one.id === person.id)
    return [
      { draft: id, case: file, kind: kind as Act['kind'], act, does: next.does, awaited, mine },
    ]
  })
}

/** A draft that waits for clearance, and the ids of those who may give it. */
export type Uncleared = { readonly draft: Draft; readonly by: readonly string[] }

/** Every draft under way that is not signed before somebody clears it. */
export const unclearedIn = (
  drafts: readonly Draft[],
  options: InsideOptions,
): readonly Uncleared[] =>
  drafts.flatMap((draft) => {
    const next = nextOf(draft, options)
    return next?.does === 'clear' ? [{ draft, by: next.who.map(({ id }) => id) }] : []
  })

function nextOf(draft: Draft, { people, clearance, mandateOf }: InsideOptions) {
  const signers = () =>
    people.filter(
      (one) =>
        mandateOf(one).includes(draft.kind) &&
        maySign(one, { via: 'draft', authors: draft.authors, ...cleared(draft) }),
    )
  switch (draft.state) {
    case 'drafted':
      return clearance.includes(draft.kind)
        ? { does: 'clear' as const, who: people.filter((one) => mayClear(one, draft)) }
        : { does: 'sign' as const, who: signers() }
    case 'returned':
      return { does: 'change' as const, who: people.filter(({ id }) => draft.authors.includes(id)) }
    case 'cleared':
      return { does: 'sign' as const, who: signers() }
    case 'signed':
    case 'dropped':
      return undefined
  }
}

const mayClear = ({ id, role }: Person, { authors }: Draft) =>
  powersOf(role).clears && !authors.includes(id)

const cleared = ({ clearedBy }: Draft) => (clearedBy === undefined ? {} : { clearedBy })
