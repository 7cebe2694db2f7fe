import {
  AccordError,
  assertAmends,
  AttachmentId,
  filedBy,
  isSameRoot,
  parseCharter,
  verifySuccessor,
  type Act,
  type Charter,
  type PartyId,
} from '@entente/accord'
import { toBase64, type Crypto } from '@entente/log'
import type { SuccessorDrafted, SuccessorsView, SuccessorTold } from '../api.ts'
import type { CaseFile, CaseFiles } from '../federation/index.ts'
import { readCard, type PartyCard } from './card.ts'
import { charterChanges, charterTold } from './charter-said.ts'
import { PartiesError } from './error.ts'
import { assertOwn } from './join.ts'
import { rootOf, rootsHeld } from './open-case.ts'
import { successorCharter, type Changes } from './successor-charter.ts'
import { assertNewNames } from './offer.ts'
import { idTold, readId } from './words.ts'

/** Charters that take the place of the coalition's present one: drafted, put before the members, taken up. */
export type Successors = {
  readonly view: () => SuccessorsView
  /** Drafts one and keeps nothing. */
  readonly draft: (changes: Changes) => SuccessorDrafted
  /** Keeps the bytes of one in the root case, so that a version may put it. */
  readonly handIn: (bytes: Uint8Array) => Promise<SuccessorDrafted>
  /** One that a version puts, or that was handed in here. */
  readonly find: (id: string) => SuccessorDrafted
  /** Takes part in the case under the adopted one whose id was compared. */
  readonly takeUp: (said: string) => Promise<CaseFile>
}

export type SuccessorsContext = {
  readonly data: string
  readonly caseFiles: CaseFiles
  readonly crypto: Crypto
}

export function createSuccessors(context: SuccessorsContext): Successors {
  const { caseFiles, crypto } = context
  const drafted = (root: CaseFile, bytes: Uint8Array): SuccessorDrafted => ({
    charter: toBase64(bytes),
    successor: toldOf(root, parseCharter(bytes, crypto), context),
  })
  const bytesOf = (id: string): { root: CaseFile; bytes: Uint8Array } => {
    const found = findBytes(rootsHeld(caseFiles), id)
    if (found) return found
    // Which charters there are is not said: nobody is to paste what they have not compared.
    throw new PartiesError(
      'charter.not-compared',
      `expected the id of a charter that was put before the members, got ${id}`,
    )
  }
  return {
    view: () => ({ successors: rootsHeld(caseFiles).flatMap((root) => putIn(root, context)) }),
    draft: (changes) => {
      const root = rootOf(caseFiles)
      return drafted(root, successorCharter(root, changes, crypto))
    },
    handIn: async (bytes) => {
      const root = rootOf(caseFiles)
      assertAmends(root, parseCharter(bytes, crypto), crypto)
      await root.attach(bytes)
      return drafted(root, bytes)
    },
    find: (id) => {
      const { root, bytes } = bytesOf(readId(id))
      return drafted(root, bytes)
    },
    takeUp: (said) => {
      const { root, bytes } = bytesOf(readId(said))
      const successor = parseCharter(bytes, crypto)
      verifySuccessor(root, root.state().state, successor, crypto)
      assertGoesOn(root.charter, successor, readCard(context.data), crypto)
      assertNewNames(successor, caseFiles.list())
      return caseFiles.add(bytes)
    },
  }
}

function findBytes(roots: readonly CaseFile[], id: string) {
  const attachment = AttachmentId.parse(id)
  for (const root of roots) {
    const bytes = root.attachments().get(attachment)
    if (bytes) return { root, bytes }
  }
  return undefined
}

/**
 * Refuses a charter that leaves this party out, or names it with other keys than this node holds. What else it says of
 * the party was read and agreed.
 */
function assertGoesOn(charter: Charter, successor: Charter, card: PartyCard, crypto: Crypto): void {
  const named = successor.parties.find(({ id }) => id === card.party)
  if (named && !isSameRoot(charter, successor, named.id))
    throw new PartiesError(
      'charter.not-own',
      `expected ${card.party} with the root keys that it has here, got it named anew: its new card’s directory joins`,
    )
  const { population: _old, ...rest } = card
  const agreed = named && {
    name: named.name,
    role: named.role,
    ...(named.population === undefined ? {} : { population: named.population }),
  }
  assertOwn(successor, { ...rest, ...agreed }, crypto)
}

/** The charters that versions of a root case put, each as it stands. */
function putIn(root: CaseFile, context: SuccessorsContext): SuccessorsView['successors'] {
  const { state } = root.state()
  const versions = state.steps.flatMap(({ kind, versions: all }) => (kind === 'charter' ? all : []))
  return versions.flatMap(({ id: version, successor: id, adopted }) => {
    if (id === undefined) return []
    const bytes = root.attachments().get(AttachmentId.parse(id))
    const successor = bytes && readTold(root, bytes, context)
    return [
      {
        case: root.charter.id,
        version,
        id,
        ...(successor ? { successor } : {}),
        adopted: adopted.length > 0,
        amended: state.amended?.some(({ on }) => on === version) ?? false,
        held: context.caseFiles.list().some(({ charter }) => charter.id === id),
      },
    ]
  })
}

/** What other parties attach may be no charter at all. */
function readTold(
  root: CaseFile,
  bytes: Uint8Array,
  context: SuccessorsContext,
): SuccessorTold | undefined {
  try {
    return toldOf(root, parseCharter(bytes, context.crypto), context)
  } catch (error) {
    if (error instanceof AccordError) return undefined
    throw error
  }
}

function toldOf(
  root: CaseFile,
  successor: Charter,
  { caseFiles, crypto }: Pick<SuccessorsContext, 'caseFiles' | 'crypto'>,
): SuccessorTold {
  const { charter } = root
  const refused = whyNone(root, successor, crypto)
  const us = (id: string) => id === caseFiles.party
  return {
    ...idTold(successor.id),
    told: charterTold(successor),
    changes: {
      en: charterChanges(charter, successor, 'en'),
      es: charterChanges(charter, successor, 'es'),
    },
    parties: [
      ...successor.parties.map(({ id, name }) => ({
        id,
        name,
        becomes: becomes(charter, successor, id),
        us: us(id),
      })),
      ...charter.parties
        .filter(({ id }) => !successor.parties.some((one) => one.id === id))
        .map(({ id, name }) => ({ id, name, becomes: 'out' as const, us: us(id) })),
    ],
    ...(refused ? { refused } : {}),
  }
}

function becomes(
  charter: Charter,
  successor: Charter,
  party: PartyId,
): SuccessorTold['parties'][number]['becomes'] {
  if (!charter.parties.some(({ id }) => id === party)) return 'new'
  return isSameRoot(charter, successor, party) ? 'goes-on' : 'named-anew'
}

function whyNone(root: CaseFile, successor: Charter, crypto: Crypto): SuccessorTold['refused'] {
  try {
    assertAmends(root, successor, crypto)
    return undefined
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    return { code: error.code, message: error.message }
  }
}

/** Refuses a version that puts what is no successor of its case, and an amendment that was not adopted. */
export function assertPutsSuccessor(file: CaseFile, act: Act, crypto: Crypto): void {
  const successor = filedBy(act)?.successor
  if (successor !== undefined) {
    const bytes = file.attachments().get(successor)
    if (!bytes)
      throw new AccordError(
        'attachment.missing',
        `expected the charter ${successor} handed in here, got none`,
      )
    assertAmends(file, parseCharter(bytes, crypto), crypto)
  }
  if (act.kind !== 'charter-amend') return
  const { steps } = file.state().state
  const isAdopted = steps.some(({ kind, versions }) =>
    versions.some(
      ({ id, successor, adopted }) =>
        kind === 'charter' && id === act.on && successor === act.to && adopted.length > 0,
    ),
  )
  if (!isAdopted)
    throw new AccordError(
      'amends.not-adopted',
      `expected an adopted version that puts ${act.to}, got ${act.on}`,
    )
}
