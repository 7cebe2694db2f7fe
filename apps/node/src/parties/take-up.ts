import { z } from 'zod'
import {
  AccordError,
  canonical,
  CharterId,
  parseCharter,
  type Charter,
  type CharterFrame,
} from '@entente/accord'
import { type Crypto } from '@entente/log'
import type { CaseFile, HeldCaseFiles, Source } from '../federation/index.ts'
import { assertChoices, caseCharter, type Chosen } from './case-charter.ts'
import { PartiesError } from './error.ts'
import { assertNewNames, assertOffered, stateAt, type RootCase } from './offer.ts'
import { checkFrame } from './offered-frame.ts'
import { verifyOpening } from './opening.ts'
import type { OpeningStore } from './opening-store.ts'

const Offered = z.strictObject({ cases: z.array(CharterId).max(1000) })

const MOST_REFUSED = 10_000
const LIST_LIMIT = 128 * 1024
const CHARTER_LIMIT = 1024 * 1024
const OPENING_LIMIT = 16 * 1024

/**
 * Looks at the cases that a peer says were opened under a root case, and takes part in those that
 * are what they should be. Another is refused with evidence, once.
 */
export function createTakeUp(context: {
  readonly caseFiles: Pick<HeldCaseFiles, 'add' | 'get' | 'mirror' | 'mirrored' | 'raise' | 'tell'>
  readonly openings: OpeningStore
  readonly crypto: Crypto
}): (root: CaseFile, source: Source) => Promise<void> {
  const { caseFiles, openings, crypto } = context
  const refused = createNoted()
  const waiting = createNoted()
  const takeUp = async (root: CaseFile, id: CharterId, source: Source) => {
    const hex = id.slice('sha256:'.length)
    const charter = await source.get(`cases/${hex}/charter`, CHARTER_LIMIT)
    const opening = await source.get(`cases/${hex}/opening`, OPENING_LIMIT)
    if (charter.status !== 200 || opening.status !== 200) return
    const offer = { id, bytes: charter.bytes, opening: opening.bytes }
    const held = { root, cases: caseFiles.mirrored(), crypto }
    try {
      checkOffer(offer, held)
      await openings.add(id, offer.opening)
      await caseFiles.add(offer.bytes)
      await tellKnown(root, id, caseFiles)
    } catch (error) {
      if (!(error instanceof PartiesError || error instanceof AccordError)) throw error
      // This node's copy of the root case is behind: it is looked at again later.
      if (error.code === 'case.unready') return
      const mirrored = error.code === UNKNOWN ? await mirrorFrame(offer, held) : undefined
      // People are told at once; what is to be mirrored is looked at again once this node's copy of the root case is there.
      const isLater = mirrored === NOT_YET
      if (!(isLater ? waiting : refused).add(id)) return
      await caseFiles.raise(root.charter.id, {
        code: error.code,
        party: source.peer.party,
        message: error.message,
        evidence: {
          case: id,
          charter: text(charter.bytes),
          opening: text(opening.bytes),
          ...(mirrored === undefined ? {} : { mirrored }),
        },
      })
    }
  }
  /** Under rules that are not known here, what is offered can still be kept and witnessed: `yes`, not yet, or why not. */
  const mirrorFrame = async (
    offer: Parameters<typeof checkFrame>[0],
    held: Parameters<typeof checkFrame>[1],
  ): Promise<string> => {
    try {
      checkFrame(offer, held)
    } catch (error) {
      if (!(error instanceof PartiesError || error instanceof AccordError)) throw error
      return error.code === 'case.unready' ? NOT_YET : `no: ${error.code}: ${error.message}`
    }
    await openings.add(offer.id, offer.opening)
    await caseFiles.mirror(offer.bytes)
    return 'yes'
  }
  return async (root, source) => {
    const answer = await source.get('cases', LIST_LIMIT)
    if (answer.status !== 200) return
    for (const id of readOffer(answer.bytes))
      if (!caseFiles.get(id) && !refused.has(id)) await takeUp(root, id, source)
  }
}

/** Ids that were told of. A peer that invents some without end fills no memory. */
function createNoted() {
  const known = new Set<CharterId>()
  return {
    has: (id: CharterId) => known.has(id),
    /** False where it is there already. */
    add: (id: CharterId): boolean => {
      if (known.has(id)) return false
      if (known.size >= MOST_REFUSED) known.clear()
      known.add(id)
      return true
    },
  }
}

const UNKNOWN = 'charter.unknown-rules'
const NOT_YET = 'not yet: this node’s copy of the root case is behind'

/** What was told of rules that are not known is over, whoever offered the case. */
async function tellKnown(
  { charter }: CaseFile,
  id: CharterId,
  { tell }: Pick<HeldCaseFiles, 'tell'>,
): Promise<void> {
  for (const { id: party } of charter.parties)
    await tell({
      code: UNKNOWN,
      case: charter.id,
      party,
      message: 'expected rules that this node decides by, and they are',
      evidence: { case: id },
      isOver: true,
    })
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
  }: { root: RootCase; cases: readonly { readonly charter: CharterFrame }[]; crypto: Crypto },
): void {
  const charter = parseCharter(bytes, crypto)
  const { cut } = assertOffered(charter, { id, root })
  const state = stateAt(cut, root, crypto)
  const chosen = choicesIn(charter, root.charter)
  assertSame(charter, bytes, caseCharter(root.charter, chosen, state, crypto))
  // Only now are the keys that the charter hands down those that this node holds itself.
  const { party } = verifyOpening(opening, charter, crypto)
  assertChoices(root.charter, party, chosen)
  assertNewNames(charter, cases)
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
