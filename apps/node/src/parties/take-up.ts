import { z } from 'zod'
import {
  AccordError,
  canonical,
  CharterId,
  parseCharter,
  type Charter,
  type PartyId,
} from '@entente/accord'
import { type Crypto } from '@entente/log'
import type { CaseFile, HeldCaseFiles, Source } from '../federation/index.ts'
import {
  assertChoices,
  caseCharter,
  rootState,
  type Chosen,
  type RootState,
} from './case-charter.ts'
import { PartiesError } from './error.ts'
import { verifyOpening } from './opening.ts'
import type { OpeningStore } from './opening-store.ts'

const Offered = z.strictObject({ cases: z.array(CharterId).max(1000) })

type RootCase = Pick<CaseFile, 'charter' | 'logged' | 'entries'>

const MOST_REFUSED = 10_000
const LIST_LIMIT = 128 * 1024
const CHARTER_LIMIT = 1024 * 1024
const OPENING_LIMIT = 16 * 1024

/**
 * Looks at the cases that a peer says were opened under a root case, and takes part in those that
 * are what they should be. Another is refused with evidence, once.
 */
export function createTakeUp(context: {
  readonly caseFiles: Pick<HeldCaseFiles, 'add' | 'get' | 'list' | 'raise'>
  readonly openings: OpeningStore
  readonly crypto: Crypto
}): (root: CaseFile, source: Source) => Promise<void> {
  const { caseFiles, openings, crypto } = context
  const refused = new Set<CharterId>()
  const takeUp = async (root: CaseFile, id: CharterId, source: Source) => {
    const hex = id.slice('sha256:'.length)
    const charter = await source.get(`cases/${hex}/charter`, CHARTER_LIMIT)
    const opening = await source.get(`cases/${hex}/opening`, OPENING_LIMIT)
    if (charter.status !== 200 || opening.status !== 200) return
    try {
      const bytes = charter.bytes
      checkOffer({ id, bytes, opening: opening.bytes }, { root, cases: caseFiles.list(), crypto })
      await openings.add(id, opening.bytes)
      await caseFiles.add(bytes)
    } catch (error) {
      if (!(error instanceof PartiesError || error instanceof AccordError)) throw error
      // This node's copy of the root case is behind: it is looked at again later.
      if (error.code === 'case.unready') return
      // A peer that invents ids without end fills no memory.
      if (refused.size >= MOST_REFUSED) refused.clear()
      refused.add(id)
      await caseFiles.raise(root.charter.id, {
        code: error.code,
        party: source.peer.party,
        message: error.message,
        evidence: { case: id, charter: text(charter.bytes), opening: text(opening.bytes) },
      })
    }
  }
  return async (root, source) => {
    const answer = await source.get('cases', LIST_LIMIT)
    if (answer.status !== 200) return
    for (const id of readOffer(answer.bytes))
      if (!caseFiles.get(id) && !refused.has(id)) await takeUp(root, id, source)
  }
}

/** As evidence: readable, and no longer than what is kept. */
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, 60_000))

/** A list that cannot be read offers nothing: the strands are pulled all the same. */
function readOffer(bytes: Uint8Array): readonly CharterId[] {
  try {
    const read = Offered.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    return read.success ? read.data.cases : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/**
 * Refuses a case that is not what this node makes itself from its own copy of the root case and
 * the choices that its opener had.
 */
function checkOffer(
  { id, bytes, opening }: { id: CharterId; bytes: Uint8Array; opening: Uint8Array },
  {
    root,
    cases,
    crypto,
  }: { root: RootCase; cases: readonly Pick<CaseFile, 'charter'>[]; crypto: Crypto },
): void {
  const charter = parseCharter(bytes, crypto)
  if (charter.id !== id)
    throw new PartiesError('case.altered', `expected the charter ${id}, got ${charter.id}`)
  if (charter.parent?.case !== root.charter.id)
    throw new PartiesError(
      'case.not-root',
      `expected a case under ${root.charter.id}, got one under ${charter.parent?.case ?? 'none'}`,
    )
  const state = stateAt(charter.parent.cut, root, crypto)
  const chosen = choicesIn(charter, root.charter)
  assertSame(charter, bytes, caseCharter(root.charter, chosen, state, crypto))
  // Only now are the keys that the charter hands down those that this node holds itself.
  const { party } = verifyOpening(opening, charter, crypto)
  assertChoices(root.charter, party, chosen)
  assertNewNames(charter, cases)
}

/** The root case at the cut that the charter names: its strands must be one history with ours. */
function stateAt(
  cut: NonNullable<Charter['parent']>['cut'],
  root: RootCase,
  crypto: Crypto,
): RootState {
  const parties = root.charter.parties.map(({ id }) => id)
  const named = Object.keys(cut) as PartyId[]
  if (named.length !== parties.length || parties.some((party) => !cut[party]))
    throw new PartiesError(
      'case.cut',
      `expected a cut over ${parties.join(', ')}, got one over ${named.join(', ')}`,
    )
  const sizes = Object.fromEntries(parties.map((party) => [party, cut[party]!.size]))
  const state = rootState(root, sizes as Record<PartyId, number>, crypto)
  const other = parties.find((party) => state.cut[party]!.root !== cut[party]!.root)
  if (other !== undefined)
    throw new PartiesError(
      'case.cut',
      `expected the root ${state.cut[other]!.root} of ${other}'s strand at size ${cut[other]!.size}, got ${cut[other]!.root}`,
    )
  return state
}

/** What was left to whoever opened the case, as its charter has it. */
function choicesIn(charter: Charter, root: Charter): Chosen {
  const { title, parties, chair, tlp, steps, public: isPublic } = charter
  const [first] = parties
  const above = root.parties.find(({ id }) => id === first?.id)?.origin
  const [, name] =
    /^([a-z0-9-]{1,60})$/.exec(first?.origin.slice((above?.length ?? 0) + 1) ?? '') ?? []
  if (name === undefined)
    throw new PartiesError(
      'case.altered',
      `expected strands named under those of the root case, got ${first?.origin ?? 'none'}`,
    )
  const named = parties.map(({ id }) => id)
  return { title, parties: named, chair, tlp, steps, name, public: isPublic }
}

function assertSame(charter: Charter, got: Uint8Array, expected: Uint8Array): void {
  if (Buffer.from(got).equals(Buffer.from(expected))) return
  const made = JSON.parse(new TextDecoder().decode(expected)) as Record<string, unknown>
  const differing = Object.entries(charter)
    .filter(
      ([field, value]) => field !== 'id' && canonical(value) !== canonical(made[field] ?? null),
    )
    .map(([field]) => field)
  throw new PartiesError(
    'case.altered',
    `expected a charter that this node makes from its own copy of the root case, got another in ${differing.join(', ') || 'what it leaves out'}`,
  )
}

/** A strand whose name another case has would make witnesses see two histories of one log. */
export function assertNewNames(
  charter: Charter,
  cases: readonly Pick<CaseFile, 'charter'>[],
): void {
  const taken = new Set(
    cases
      .filter((file) => file.charter.id !== charter.id)
      .flatMap((file) => file.charter.parties.map(({ origin }) => origin)),
  )
  const again = charter.parties.find(({ origin }) => taken.has(origin))
  if (again)
    throw new PartiesError(
      'case.altered',
      `expected new names of strands, got ${again.origin} again`,
    )
}
