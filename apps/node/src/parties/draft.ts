import { randomUUID } from 'node:crypto'
import { AccordError, actId, type Act, type ActId, type CharterId } from '@entente/accord'
import type { Filed } from '../api.ts'
import type { Person } from '../config.ts'
import { crypto } from '../platform/crypto.ts'
import type { GivenSignature } from '../positions/file.ts'
import type { Draft, DraftEvent, DraftStore } from './draft-store.ts'
import { PartiesError } from './error.ts'
import { assertWritesDrafts } from './may-file.ts'
import { maySign, powersOf, type Way } from './role.ts'

/** The way of an act inside its nation: written, cleared or returned, signed. Nothing of it leaves. */
export type Drafts = {
  readonly list: () => Promise<readonly Draft[]>
  readonly get: (id: string) => Promise<Draft>
  readonly events: (id: string) => Promise<readonly DraftEvent[]>
  readonly write: (person: Person, written: Written) => Promise<Draft>
  /** Other bytes in the place of a draft's: whatever was cleared is so no longer, and whoever changes it is among its authors. */
  readonly change: (person: Person, id: string, payload: string) => Promise<Draft>
  readonly clear: (person: Person, id: string, act: ActId) => Promise<Draft>
  readonly giveBack: (person: Person, id: string, comment: string) => Promise<Draft>
  readonly sign: (
    person: Person,
    id: string,
    act: ActId,
    signature?: GivenSignature,
  ) => Promise<Filed>
  readonly drop: (person: Person, id: string) => Promise<Draft>
}

type Written = { readonly case: CharterId; readonly payload: string }

export type DraftsOptions = {
  readonly store: DraftStore
  /** For the eyes of people. */
  readonly now: () => string
  /** The act that this text is, if it is one of this party in this case. */
  readonly read: (written: Written) => Act
  /** Signs exactly this text for the person's authority and files it. */
  readonly file: (written: Written, person: Person, way: SignedWay) => Promise<Filed>
}

/** How a draft comes to be signed, and the signature where it was made apart from the node. */
type SignedWay = { readonly way: Way; readonly signature?: GivenSignature | undefined }

export function createDrafts(options: DraftsOptions): Drafts {
  return { ...reading(options), ...writing(options), ...concluding(options) }
}

const getter =
  ({ store }: DraftsOptions) =>
  async (id: string): Promise<Draft> => {
    const draft = await store.find(id)
    if (draft) return draft
    throw new PartiesError('draft.unknown', `expected a draft of this node, got ${id}`)
  }

const mover =
  ({ store, now }: DraftsOptions) =>
  async (seen: Draft, next: Draft, event: Pick<DraftEvent, 'by' | 'did' | 'comment'>) => {
    const isMoved = await store.move(seen, next, { at: now(), act: next.act, ...event })
    if (isMoved) return next
    throw new PartiesError('draft.moved', 'expected the draft as it was seen, got one that changed')
  }

const idOf = (payload: string) => actId(new TextEncoder().encode(payload), crypto.sha256)

function reading(options: DraftsOptions): Pick<Drafts, 'list' | 'get' | 'events'> {
  return { list: options.store.list, get: getter(options), events: options.store.events }
}

function writing(options: DraftsOptions): Pick<Drafts, 'write' | 'change' | 'drop'> {
  const { store, now, read } = options
  const [get, move] = [getter(options), mover(options)]
  return {
    write: async (person, written) => {
      assertWritesDrafts(person)
      const { case: file, payload } = written
      const { kind } = read(written)
      const [id, act] = [randomUUID(), idOf(payload)]
      const draft = {
        id,
        case: file,
        kind,
        payload,
        act,
        authors: [person.id],
        state: 'drafted',
      } as const
      await store.add(draft, { at: now(), by: person.id, did: 'wrote', act })
      return draft
    },
    change: async (person, id, payload) => {
      assertWritesDrafts(person)
      const { clearedBy: _none, ...seen } = await open(get, id)
      const { kind } = read({ case: seen.case, payload })
      const bytes = { kind, payload, act: idOf(payload) }
      const isOwn = seen.authors.includes(person.id)
      // Who wrote it may put it forward again as it is; it does not become somebody else's by being sent again.
      if (bytes.act === seen.act && !(seen.state === 'returned' && isOwn))
        throw new PartiesError('draft.unchanged', `expected other bytes than ${seen.act}, got them`)
      const authors = isOwn ? seen.authors : [...seen.authors, person.id]
      const next = { ...seen, ...bytes, authors, state: 'drafted' } as const
      return move(seen, next, { by: person.id, did: 'wrote' })
    },
    drop: async (person, id) => {
      const draft = await open(get, id)
      const isOwn = draft.authors.includes(person.id)
      assertPower(person, isOwn || maySign(person, { via: 'author' }), 'signs alone, or its author')
      return move(draft, { ...draft, state: 'dropped' }, { by: person.id, did: 'dropped' })
    },
  }
}

function concluding(options: DraftsOptions): Pick<Drafts, 'clear' | 'giveBack' | 'sign'> {
  const { store, now, file } = options
  const [get, move] = [getter(options), mover(options)]
  return {
    clear: async (person, id, act) => {
      assertPower(person, powersOf(person.role).clears, 'clears drafts')
      const draft = await open(get, id, 'drafted')
      assertSeen(draft, act)
      if (draft.authors.includes(person.id))
        throw new PartiesError(
          'draft.own',
          'expected somebody to clear it who did not write in it, got one of its authors',
        )
      const next: Draft = { ...draft, state: 'cleared', clearedBy: person.id }
      return move(draft, next, { by: person.id, did: 'cleared' })
    },
    giveBack: async (person, id, comment) => {
      const { clears, signs } = powersOf(person.role)
      assertPower(person, clears || signs !== 'never', 'clears or signs drafts')
      const { clearedBy: _none, ...draft } = await open(get, id, 'drafted', 'cleared')
      const event = { by: person.id, did: 'returned', comment } as const
      return move(draft, { ...draft, state: 'returned' }, event)
    },
    sign: async (person, id, act, signature) => {
      const draft = await open(get, id, 'drafted', 'cleared')
      assertSeen(draft, act)
      const { authors, clearedBy } = draft
      const way = {
        via: 'draft',
        authors,
        ...(clearedBy === undefined ? {} : { clearedBy }),
      } as const
      const event = { by: person.id, did: 'signed', act } as const
      const signed = () => store.move(draft, { ...draft, state: 'signed' }, { at: now(), ...event })
      try {
        const filed = await file(draft, person, { way, signature })
        await signed()
        return filed
      } catch (error) {
        // On record already: the node was stopped before it noted so, or somebody signed meanwhile.
        if (error instanceof AccordError && error.code === 'act.twice') await signed()
        throw error
      }
    },
  }
}

/** A draft that is still under way, in one of these states where any is named. */
async function open(
  get: (id: string) => Promise<Draft>,
  id: string,
  ...states: readonly Draft['state'][]
): Promise<Draft> {
  const draft = await get(id)
  const wanted = states.length > 0 ? states : (['drafted', 'returned', 'cleared'] as const)
  if ((wanted as readonly string[]).includes(draft.state)) return draft
  throw new PartiesError(
    'draft.moved',
    `expected a draft that is ${wanted.join(' or ')}, got one that is ${draft.state}`,
  )
}

function assertPower({ id, role }: Person, has: boolean, does: string): void {
  if (has) return
  throw new PartiesError(
    'person.not-competent',
    `expected a person whose role ${does}, got ${id}, ${role}`,
  )
}

/** Cleared and signed are bytes that somebody read, not whatever stands there by now. */
function assertSeen({ act }: Draft, seen: ActId): void {
  if (act === seen) return
  throw new PartiesError('draft.moved', `expected the bytes of ${act}, got those of ${seen}`)
}
