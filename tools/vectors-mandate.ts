import {
  createStrandReader,
  evaluate,
  makeBundle,
  readCut,
  seal,
  stateDigest,
  type ActId,
  type State,
  type StrandReaders,
} from '@entente/accord'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import {
  charter,
  charterBytes,
  idOf,
  keysAdd,
  noteOf,
  openStrand,
  PARTY_IDS,
  payload,
  put,
  roots,
  threeAt,
  type Said,
} from './vectors-case.ts'
import { AFTER, certificate, complies, EVIDENCE, STEP, TEXT, type Strands } from './vectors-play.ts'

/** A record in which the mandate of Birch’s ministry ends, and what it signed after that. */

type Id = (typeof PARTY_IDS)[number]

/** The act that gives a party’s ministry its key until an instant. */
export const keysUntil = (party: Id, until: number): Said => ({
  ...keysAdd(party),
  mandate: { ...(keysAdd(party)['mandate'] as object), until },
})

/** Strands of ministries, of which some have a mandate with an end. */
export const beginUntil = (ends: Partial<Record<Id, number>>): Strands =>
  Object.fromEntries(
    PARTY_IDS.map((id) => {
      const until = ends[id]
      if (until === undefined) return [id, openStrand(id)]
      const given = payload(id, keysUntil(id, until))
      return [id, { ...openStrand(id), entries: [seal(given, roots(id))] }]
    }),
  ) as Strands

/** A certificate over the strands as they stand: the mandate of a party’s ministry has ended. */
export function mandateOver(strands: Strands, party: Id, until: number): Said {
  const of = idOf(payload(party, keysUntil(party, until)))
  return { ...certificate(strands, 'expired', of), of }
}

/**
 * All comply and the text is adopted; the tree of Birch’s strand is cosigned once more at the very end of the
 * mandate, and Cedar certifies that. Birch’s ministry signs on: it objects, complies again, and files evidence.
 */
export function mandatePlay(until = AFTER) {
  const strands = beginUntil({ XB: until })
  const { XA, XB, XC, CO } = strands
  const text = put(CO, { kind: 'propose', step: STEP, text: TEXT })
  const voices = [XA, XB, XC].map((strand) => put(strand, complies(text)))
  const adopted = put(CO, certificate(strands, 'adopted', text))
  const certified = put(XC, mandateOver(strands, 'XB', until))
  const objection = put(XB, complies(text, { national: 'objects', prev: voices[1]! }))
  const lifted = put(XB, complies(text, { prev: objection }))
  const evidence = put(XB, EVIDENCE)
  const mandate = idOf(payload('XB', keysUntil('XB', until)))
  return { strands, text, adopted, certified, objection, lifted, evidence, mandate }
}

export function mandateState(strands: Strands, sizes: Partial<Record<Id, number>> = {}): State {
  const readers = Object.fromEntries(
    PARTY_IDS.map((id) => {
      const reader = createStrandReader(charter, strands[id].party, crypto)
      for (const entry of strands[id].entries) reader.append(entry)
      return [id, reader]
    }),
  ) as StrandReaders
  const whole = Object.fromEntries(PARTY_IDS.map((id) => [id, strands[id].entries.length]))
  return evaluate(charter, readCut(charter, readers, { ...whole, ...sizes }, { crypto }))
}

export const bundleOf = (strands: Strands): string =>
  makeBundle({
    charterBytes,
    strands: PARTY_IDS.map((id) => ({
      party: strands[id].party,
      checkpoint: noteOf(strands[id], threeAt(AFTER)),
      entries: strands[id].entries,
    })),
    digest: stateDigest(mandateState(strands), crypto.sha256),
  })

type Example = {
  readonly name: string
  readonly why: string
  readonly bundle: string
  /** Written by hand: what both verifiers must say of it. */
  readonly state: {
    readonly standing: string
    readonly mandates: readonly {
      readonly party: Id
      readonly of: ActId
      readonly by: ActId
      readonly from: number
    }[]
    readonly unmandated: readonly ActId[]
    readonly void: readonly string[]
  }
}

/** What a certificate of the end of a mandate does, and what one a second too early does not. */
export function mandateExamples(): readonly Example[] {
  const over = mandatePlay()
  const early = mandatePlay(AFTER + 1)
  return [
    {
      name: 'expired',
      why: 'The tree was cosigned at the second of the end. What was signed beyond it only takes back: the objection suspends the position and is not lifted; the evidence is void.',
      bundle: bundleOf(over.strands),
      state: {
        standing: 'suspended',
        mandates: [{ party: 'XB', of: over.mandate, by: over.certified, from: 2 }],
        unmandated: [over.objection, over.lifted, over.evidence],
        void: ['mandate.expired'],
      },
    },
    {
      name: 'expired-too-early',
      why: 'The tree was last cosigned a second before the end: the certificate proves nothing, and the ministry has its mandate.',
      bundle: bundleOf(early.strands),
      state: { standing: 'stands', mandates: [], unmandated: [], void: [] },
    },
  ]
}
