import { randomBytes } from 'node:crypto'
import { parseCharter, type Charter, type PartyId } from '@entente/accord'
import type { Crypto } from '@entente/log'
import type { CaseFile, CaseFiles } from '../federation/index.ts'
import { assertChoices, caseCharter, rootState, type Chosen } from './case-charter.ts'
import { PartiesError } from './error.ts'
import { signOpening, verifyOpening } from './opening.ts'
import type { OpeningStore } from './opening-store.ts'
import { reportingLine } from './reporting-line.ts'

/** What whoever opens a case says; what it leaves out is as the root charter has it. */
export type Wanted = {
  readonly title: string
  /** All parties of the root case that have not left it unless said otherwise; the opener is always one. */
  readonly parties?: readonly PartyId[] | undefined
  readonly chair?: PartyId | undefined
  readonly tlp?: Charter['tlp'] | undefined
  readonly steps?: Charter['steps'] | undefined
  /** A case that anyone may read. */
  readonly public?: true | undefined
}

export type Opener = {
  readonly party: PartyId
  readonly keyid: string
  readonly sign: (message: Uint8Array) => Uint8Array
  /** For the eyes of people. */
  readonly claimedAt: string
}

export type OpenCaseContext = {
  readonly caseFiles: CaseFiles
  readonly openings: OpeningStore
  readonly crypto: Crypto
}

/**
 * Opens a case under the root case and takes part in it. No root key is needed: the charter hands
 * down the keys that the root's strands gave. The others learn of it from this node.
 */
export async function openCase(
  { caseFiles, openings, crypto }: OpenCaseContext,
  wanted: Wanted,
  opener: Opener,
): Promise<CaseFile> {
  const root = rootOf(caseFiles)
  const chosen = choose(root, wanted, opener.party)
  assertChoices(root.charter, opener.party, chosen)
  const state = rootState(root, root.final(), crypto)
  assertKeys(chosen.parties, state.keys)
  const bytes = caseCharter(root.charter, chosen, state, crypto)
  const charter = parseCharter(bytes, crypto)
  const { party, keyid, sign, claimedAt } = opener
  const opening = signOpening(
    { charter: root.charter.id, case: charter.id, party, claimedAt },
    { keyid, sign },
  )
  verifyOpening(opening, charter, crypto)
  // First who opened it: a case that is held is offered to the others only with its opening.
  await openings.add(charter.id, opening)
  return caseFiles.add(bytes, { isNew: true })
}

/** Every root case of a coalition that this node has, those under earlier charters too. */
export const rootsHeld = (caseFiles: Pick<CaseFiles, 'list'>): readonly CaseFile[] =>
  caseFiles.list().filter(({ charter }) => charter.parent === undefined && !reportingLine(charter))

/** Those in which a coalition goes on: their charter is amended by no other that is held here. */
function rootsAmong(caseFiles: Pick<CaseFiles, 'list'>): readonly CaseFile[] {
  const roots = rootsHeld(caseFiles)
  const amended = new Set(roots.flatMap(({ charter }) => charter.amends?.case ?? []))
  return roots.filter(({ charter }) => !amended.has(charter.id))
}

/** The root case where this node takes part in exactly one coalition. */
export function findRoot(caseFiles: Pick<CaseFiles, 'list'>): CaseFile | undefined {
  const [root, another] = rootsAmong(caseFiles)
  return another ? undefined : root
}

/** The root case of this node's coalition. */
export function rootOf(caseFiles: Pick<CaseFiles, 'list'>): CaseFile {
  const roots = rootsAmong(caseFiles)
  const [root] = roots
  if (root && roots.length === 1) return root
  throw new PartiesError(
    'case.not-root',
    `expected one root case at this node, got ${roots.length}: entente join takes part in one`,
  )
}

/** Who is named unless the opener says otherwise: whoever has not left the root case. */
function whoIsIn({ charter, state, logged }: CaseFile): readonly PartyId[] {
  const { left = [] } = state().state
  const isGone = (party: PartyId) => logged(party).some(({ id }) => left.includes(id))
  return charter.parties.map(({ id }) => id).filter((id) => !isGone(id))
}

function choose(rootCase: CaseFile, wanted: Wanted, opener: PartyId): Chosen {
  const { charter: root } = rootCase
  const named = new Set([opener, ...(wanted.parties ?? whoIsIn(rootCase))])
  const chair = wanted.chair ?? (named.has(root.chair) ? root.chair : opener)
  return {
    title: wanted.title,
    parties: [...named],
    chair,
    tlp: wanted.tlp ?? (wanted.public ? 'TLP:CLEAR' : root.tlp),
    public: wanted.public,
    steps: wanted.steps ?? inside(root.steps, named),
    // Nothing of the title: whoever witnesses a strand reads its name, and need not be of the case.
    name: `case-${randomBytes(8).toString('hex')}`,
  }
}

/** A step whose versions an absent party would file is filed by the chair instead. */
export function inside(steps: Charter['steps'], parties: ReadonlySet<PartyId>): Charter['steps'] {
  return Object.fromEntries(
    Object.entries(steps).map(([kind, { rule, by }]) => [
      kind,
      by !== undefined && parties.has(by) ? { rule, by } : { rule },
    ]),
  )
}

/** Who has not joined the root case yet could say nothing in this one. */
function assertKeys(
  parties: readonly PartyId[],
  keys: Readonly<Record<PartyId, readonly string[]>>,
) {
  const keyless = parties.filter((party) => (keys[party] ?? []).length === 0)
  if (keyless.length > 0)
    throw new PartiesError(
      'case.unready',
      `expected a cosigned key act of every party in the root case, got none yet of ${keyless.join(', ')}`,
    )
}
