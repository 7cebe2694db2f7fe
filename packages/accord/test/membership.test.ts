import { describe, expect, it } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import {
  charter,
  charterBytes,
  noteOf,
  PARTY_IDS,
  put,
  roots,
  threeAt,
  type GrowingStrand,
} from '../../../tools/vectors-case.ts'
import { AFTER, type Strands } from '../../../tools/vectors-play.ts'
import { amendedPlay, recordOf } from '../../../tools/vectors-successor.ts'
import { makeBundle, stateDigest } from '../src/bundle.ts'
import { createEvaluator } from '../src/evaluate.ts'
import type { PartyId } from '../src/id.ts'
import { readCut } from '../src/read-cut.ts'
import { verifyBundle } from '../src/verify-bundle.ts'

/** Every way in which the parties of one case go on: nobody does, one joins, one leaves, in all combinations. */

type Tail = 'nothing' | 'join' | 'leave'
const TAILS: readonly Tail[] = ['nothing', 'join', 'leave']
type World = Readonly<Record<(typeof PARTY_IDS)[number], Tail>>
const WORLDS: readonly World[] = TAILS.flatMap((XA) =>
  TAILS.flatMap((XB) => TAILS.flatMap((XC) => TAILS.map((CO) => ({ XA, XB, XC, CO })))),
)

/** The strands in which all agree on a successor that Cedar is not in, and on what follows in this world. */
function strandsIn(world: World): Strands {
  const { strands } = amendedPlay()
  for (const id of PARTY_IDS) say(strands[id], world[id])
  return strands
}

function say(strand: GrowingStrand, tail: Tail): void {
  if (tail === 'join') put(strand, { kind: 'join' })
  if (tail === 'leave') put(strand, { kind: 'leave' }, roots(strand.party))
}

const before = amendedPlay()
const { attachments, on } = before
const sizesOf = (strands: Strands) =>
  Object.fromEntries(PARTY_IDS.map((id) => [id, strands[id].entries.length]))
const SIZES = sizesOf(before.strands)

/** Every cut of what was there before anybody went on. */
const CUTS = PARTY_IDS.reduce<readonly Readonly<Record<string, number>>[]>(
  (cuts, id) =>
    cuts.flatMap((cut) =>
      Array.from({ length: SIZES[id]! }, (_, at) => ({ ...cut, [id]: at + 1 })),
    ),
  [{}],
)

function judge(strands: Strands) {
  const { readers } = recordOf(strands)
  const evaluate = createEvaluator(charter)
  return (sizes: Readonly<Record<string, number>>) =>
    evaluate(readCut(charter, readers, sizes, { crypto, attachments }))
}
const digest = (state: ReturnType<ReturnType<typeof judge>>) => stateDigest(state, crypto.sha256)
const asItWas = judge(before.strands)
const EXPECTED = CUTS.map((cut) => digest(asItWas(cut)))

describe('who joins, leaves or is left out', () => {
  it(`changes no state of a cut before that: ${WORLDS.length} worlds, ${CUTS.length} cuts each`, () => {
    const different = WORLDS.filter((world) => {
      const strands = strandsIn(world)
      const judged = judge(strands)
      // First as it is now: what is remembered of a later cut says nothing of an earlier one.
      judged(sizesOf(strands))
      return CUTS.some((cut, at) => digest(judged(cut)) !== EXPECTED[at])
    })
    expect(different).toEqual([])
  })

  it('voids no act, and takes no adoption back: the whole record verifies in every world', () => {
    const [, , adopted] = recordOf(before.strands).logged('CO' as PartyId)
    for (const world of WORLDS.filter(({ CO }) => CO === 'nothing')) {
      const strands = strandsIn(world)
      const text = makeBundle({
        charterBytes,
        strands: PARTY_IDS.map((id) => ({
          party: strands[id].party,
          checkpoint: noteOf(strands[id], threeAt(AFTER)),
          entries: strands[id].entries,
        })),
        attachments,
        digest: digest(judge(strands)(sizesOf(strands))),
      })
      const { counts, state } = verifyBundle(text, { crypto, charterId: charter.id })
      expect(counts.void).toBe(0)
      expect(state.amended).toHaveLength(1)
      const version = state.steps[0]?.versions[0]
      expect([version?.id, version?.adopted]).toEqual([on, [adopted?.id]])
      const gone = (['XA', 'XB', 'XC'] as const).filter((id) => world[id] === 'leave')
      for (const id of ['XA', 'XB', 'XC'] as const)
        expect(version?.voices[id as string as PartyId]?.effective).toBe(
          gone.includes(id) ? 'withdrawn' : 'complies',
        )
    }
  })
})
