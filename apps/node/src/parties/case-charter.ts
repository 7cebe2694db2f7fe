import {
  canonical,
  kindOf,
  type Charter,
  type Head,
  type Logged,
  type PartyId,
  type StepKind,
} from '@entente/accord'
import {
  createTree,
  formatVkey,
  leafHash,
  parseVkey,
  quorum,
  toBase64,
  type Crypto,
} from '@entente/log'
import { PartiesError } from './error.ts'

/** What whoever opens a case is free to choose; everything else comes from the root charter. */
export type Chosen = {
  readonly title: string
  readonly parties: readonly PartyId[]
  readonly chair: PartyId
  readonly tlp: Charter['tlp']
  readonly steps: Charter['steps']
  /** The last part of the names of its strands. */
  readonly name: string
  /** A case that anyone may read: what is published, and nothing else, counts in it. */
  readonly public?: true | undefined
}

/** What the root case held when the case was opened: where each strand stood, and which keys it gave. */
export type RootState = {
  readonly cut: Readonly<Record<PartyId, Head>>
  readonly keys: Readonly<Record<PartyId, readonly string[]>>
}

/** One strand of the root case, as far as it is held here. */
export type RootStrand = {
  readonly logged: (party: PartyId) => readonly Logged[]
  readonly entries: (party: PartyId) => readonly Uint8Array[]
}

/**
 * The charter of a case under a root charter: its canonical bytes, the same on every node that
 * makes it from the same choices and the same root strands.
 */
export function caseCharter(
  root: Charter,
  { title, parties, chair, tlp, steps, name, public: isPublic }: Chosen,
  { cut, keys }: RootState,
  { sha256 }: Pick<Crypto, 'sha256'>,
): Uint8Array {
  const { id, parent: _none, amends: _older, keys: _roots, ...rules } = root
  const takesPart = ({ id: party }: { id: PartyId }) => parties.includes(party)
  const witnesses = root.witnesses.filter(({ party }) => party && parties.includes(party))
  const all = witnesses.length === root.witnesses.length
  const named = root.parties.filter(takesPart).map((party) => {
    const origin = `${party.origin}/${name}`
    return {
      ...party,
      origin,
      log: formatVkey(origin, 1, parseVkey(party.log, sha256).raw, sha256),
    }
  })
  return new TextEncoder().encode(
    canonical({
      ...rules,
      ...(isPublic ? { public: true } : {}),
      title,
      parent: { case: id, cut },
      keys: Object.fromEntries(
        Object.entries(keys).filter(([party]) => parties.includes(party as PartyId)),
      ),
      chair,
      tlp,
      parties: named,
      witnesses,
      // All the root's witnesses: its quorum, which may be more than the least.
      quorum: all ? root.quorum : quorum(witnesses.length),
      steps,
    }),
  )
}

/** Refuses choices that the root charter does not leave to whoever opens a case. */
export function assertChoices(
  root: Charter,
  opener: string,
  { parties, chair, steps, tlp, public: isPublic }: Chosen,
): void {
  if (isPublic && tlp !== 'TLP:CLEAR')
    throw new PartiesError(
      'case.public',
      `expected TLP:CLEAR for a case that anyone may read, got ${tlp}`,
    )
  const strangers = [chair, opener, ...parties].filter(
    (party) => !parties.includes(party as PartyId) || !root.parties.some(({ id }) => id === party),
  )
  if (strangers.length > 0)
    throw new PartiesError(
      'case.stranger',
      `expected chair, opener and parties among those of the root case, got ${[...new Set(strangers)].join(', ')}`,
    )
  if (chair !== root.chair && chair !== opener)
    throw new PartiesError(
      'case.stranger',
      `expected ${root.chair} or the opener ${opener} as chair, got ${chair}`,
    )
  if (!root.witnesses.some(({ party }) => party && parties.includes(party)))
    throw new PartiesError(
      'case.too-small',
      'expected at least one party that the root charter names as a witness, got none',
    )
  for (const [kind, { rule, by }] of Object.entries(steps)) {
    const agreed = root.steps[kind as StepKind]
    if (!agreed) continue
    const filer = agreed.by !== undefined && parties.includes(agreed.by) ? agreed.by : undefined
    if (rule === agreed.rule && by === filer) continue
    throw new PartiesError(
      'case.rule',
      `expected ${agreed.rule} for ${kind} with versions by ${filer ?? 'the chair'} as the root charter has it, got ${rule} by ${by ?? 'the chair'}`,
    )
  }
}

/** The root's strands up to these sizes: their roots, and the key acts in force in them, byte for byte. */
export function rootState(
  root: RootStrand,
  sizes: Readonly<Record<PartyId, number>>,
  { sha256 }: Pick<Crypto, 'sha256'>,
): RootState {
  const cut: Record<PartyId, Head> = {}
  const keys: Record<PartyId, readonly string[]> = {}
  for (const [id, size] of Object.entries(sizes)) {
    const party = id as PartyId
    const entries = root.entries(party).slice(0, size)
    if (entries.length < size)
      throw new PartiesError(
        'case.unready',
        `expected ${size} entries of ${party}'s strand of the root case, got ${entries.length}`,
      )
    const tree = createTree(sha256)
    for (const entry of entries) tree.append(leafHash(sha256, entry))
    cut[party] = { size, root: toBase64(tree.root()) }
    keys[party] = root
      .logged(party)
      .slice(0, size)
      .filter(({ act, void: voided }) => act && !voided && kindOf(act).keys)
      .map(({ index }) => toBase64(entries[index]!))
  }
  return { cut, keys }
}
