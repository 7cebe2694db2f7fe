import { randomBytes } from 'node:crypto'
import {
  createStrandReader,
  parseCharter,
  type Charter,
  type CharterId,
  type PartyId,
} from '@entente/accord'
import { readConfig } from '../config.ts'
import { crypto } from '../platform/crypto.ts'
import { openKeys } from '../platform/keys/index.ts'
import { caseCharter, rootState, type Chosen } from './case-charter.ts'
import { draftCharter } from './draft-charter.ts'
import { keyAct } from './key-act.ts'
import { makeParty } from './make-party.ts'
import type { Role } from './role.ts'

/** Who founds a coalition and opens its first case, and under which rules. */
export type Founding = {
  readonly slug: string
  readonly coalition: string
  /** Of a first case that is opened at once; none unless said. */
  readonly title?: string
  readonly exercise: boolean
  readonly tlp: Charter['tlp']
  readonly chair: string
  readonly steps: Charter['steps']
  readonly grace: number
  readonly notice: number
  readonly cure: number
  readonly minimum?: number
  readonly blocking?: number
  /** Seconds after which every member has to reaffirm; never unless said. */
  readonly period?: number
  /** The least custody of keys per verb; none unless said. */
  readonly custody?: NonNullable<Charter['custody']>
  /** What is to be reached by when; nothing unless said. */
  readonly goals?: NonNullable<Charter['goals']>
  /** Second signatures on every act; none unless said. */
  readonly second?: NonNullable<Charter['second']>
  readonly parties: readonly FoundingParty[]
}

export type FoundingWithCase = Founding & { readonly title: string }

type FoundingParty = {
  readonly id: string
  readonly name: string
  readonly role: 'member' | 'organisation' | 'community' | 'operator'
  readonly population?: number
  /** How many root keys, and how many of them sign; one unless said. */
  readonly roots?: { readonly count: number; readonly threshold: number }
  readonly authority: {
    readonly id: string
    readonly name: string
    /** What it may sign; what befits the party's role unless said. */
    readonly verbs?: readonly string[]
  }
  readonly person: { readonly id: string; readonly name: string; readonly role?: Role }
  /** Who works for the same authority beside the signatory: who drafts, who clears. */
  readonly colleagues?: readonly {
    readonly id: string
    readonly name: string
    readonly role: Role
  }[]
}

export type Founded = {
  readonly root: CharterId
  /** The first case, where one was opened at once. */
  readonly case?: CharterId
  /** The case that anyone may read, in which the coalition publishes. */
  readonly public: CharterId
  /** Charters in the order in which a node takes them up, and the key acts of each party. */
  readonly charters: readonly Uint8Array[]
  readonly keyActs: Readonly<Record<string, readonly Uint8Array[]>>
}

/**
 * Founds an exercise in one go, as its parties would one after the other: each makes its keys in
 * its own data directory, the root charter is drafted from their cards, each joins it with a
 * root-signed key act, and a case is opened for what is published, and a first one where it has a title.
 */
export function found(
  founding: FoundingWithCase,
  directoryOf: (party: string) => string,
  nowAt: Date,
): Founded & { readonly case: CharterId }
export function found(
  founding: Founding,
  directoryOf: (party: string) => string,
  nowAt: Date,
): Founded
export function found(
  founding: Founding,
  directoryOf: (party: string) => string,
  nowAt: Date,
): Founded {
  const cards = founding.parties.map(({ authority, person, colleagues = [], ...party }) =>
    makeParty(directoryOf(party.id), {
      ...party,
      second: founding.second !== undefined,
      // It is played with what standards set apart for examples.
      ...(founding.exercise === true ? { warninglists: 'mark' as const } : {}),
      authorities: [authority],
      people: [{ role: 'signatory' as const, ...person }, ...colleagues].map((one) => ({
        ...one,
        authority: authority.id,
      })),
    }),
  )
  const origin = `entente.example/${founding.slug}/${randomBytes(4).toString('hex')}/root`
  const { slug: _slug, parties: _parties, coalition, title, ...rules } = founding
  const rootBytes = draftCharter({ ...rules, title: coalition, origin }, cards, crypto)
  const root = parseCharter(rootBytes, crypto)
  const keyActs = Object.fromEntries(
    cards.map(({ party }) => {
      const directory = directoryOf(party)
      const keys = openKeys(directory, process.env['ENTENTE_NODE_KEY'])
      return [party, keyAct(readConfig(directory), root.id, { keys, nowAt })]
    }),
  )
  const caseBytes =
    title === undefined
      ? undefined
      : caseUnder(root, keyActs, { title, tlp: root.tlp, name: 'case-1' })
  const publicBytes = caseUnder(root, keyActs, {
    title: `Publications: ${coalition}`,
    tlp: 'TLP:CLEAR',
    name: 'public',
    public: true,
  })
  return {
    root: root.id,
    ...(caseBytes ? { case: parseCharter(caseBytes, crypto).id } : {}),
    public: parseCharter(publicBytes, crypto).id,
    charters: [rootBytes, ...(caseBytes ? [caseBytes] : []), publicBytes],
    keyActs,
  }
}

/** A case of all parties, opened when each has filed its key act and nothing else. */
function caseUnder(
  root: Charter,
  keyActs: Founded['keyActs'],
  chosen: Pick<Chosen, 'title' | 'tlp' | 'name' | 'public'>,
) {
  const readers = Object.fromEntries(
    root.parties.map(({ id }) => {
      const reader = createStrandReader(root, id, crypto)
      for (const entry of keyActs[id]!) reader.append(entry)
      return [id, reader]
    }),
  )
  const state = rootState(
    {
      charter: root,
      logged: (party) => readers[party]!.strand().acts,
      entries: (party) => keyActs[party]!,
    },
    Object.fromEntries(root.parties.map(({ id }) => [id, keyActs[id]!.length])) as Record<
      PartyId,
      number
    >,
    crypto,
  )
  const parties = root.parties.map(({ id }) => id)
  const { chair, steps } = root
  return caseCharter(root, { ...chosen, parties, chair, steps }, state, crypto)
}
