import {
  canonical,
  olderThan,
  takenFrom,
  type HeldRecord,
  type Charter,
  type PartyId,
  type StepKind,
  type TakenFrom,
} from '@entente/accord'
import { formatVkey, parseVkey, quorum, type Crypto } from '@entente/log'
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
export type RootState = TakenFrom

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
  const { id, parent: _none, amends: _amended, keys: _roots, ...rules } = root
  const older = olderThan(root)
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
      parent: { case: id, cut, ...(older.length > 0 ? { older } : {}) },
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
  root: HeldRecord,
  sizes: Readonly<Record<PartyId, number>>,
  hashing: Pick<Crypto, 'sha256'>,
): RootState {
  for (const [party, size] of Object.entries(sizes)) {
    const held = root.entries(party as PartyId).length
    if (held < size)
      throw new PartiesError(
        'case.unready',
        `expected ${size} entries of ${party}'s strand of the root case, got ${held}`,
      )
  }
  return takenFrom(root, sizes, hashing)
}
