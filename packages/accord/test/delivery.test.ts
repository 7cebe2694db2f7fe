import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEqual } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { charter, noteOf, PARTY_IDS, threeAt } from '../../../tools/vectors-case.ts'
import { AFTER, play, type Strands } from '../../../tools/vectors-play.ts'
import { canonical } from '../src/canonical.ts'
import { verifyStrandCheckpoint } from '../src/checkpoint.ts'
import { AccordError } from '../src/error.ts'
import { evaluate } from '../src/evaluate.ts'
import { readCut, type StrandReaders } from '../src/read-cut.ts'
import type { State } from '../src/state.ts'
import { createStrandReader } from '../src/strand.ts'

/** Signed entries with their cosigned checkpoints, as one node hands them to another. */

type Parcel = {
  readonly party: (typeof PARTY_IDS)[number]
  /** The place of the first entry; the checkpoint is over all up to the last. */
  readonly from: number
  readonly entries: readonly Uint8Array[]
  readonly checkpoint: string
}

const { strands, ids } = play()
const wholeSizes = Object.fromEntries(PARTY_IDS.map((id) => [id, strands[id].entries.length]))

/** One parcel for every stretch of every strand. */
const PARCELS: readonly Parcel[] = PARTY_IDS.flatMap((party) =>
  strands[party].entries.flatMap((_, from, entries) =>
    entries.slice(from).map((__, more) => {
      const size = from + more + 1
      return {
        party,
        from,
        entries: entries.slice(from, size),
        checkpoint: noteOf(strands[party], threeAt(AFTER), size),
      }
    }),
  ),
)

/** A node that takes parcels as they come: what it has is passed over, what has a gap waits. */
function createNode() {
  const readers = Object.fromEntries(
    PARTY_IDS.map((id) => [id, createStrandReader(charter, strands[id].party, crypto)]),
  ) as StrandReaders
  const waiting: Parcel[] = []
  const sizes = () =>
    Object.fromEntries(Object.values(readers).map(({ party, tree }) => [party, tree.size]))

  const take = ({ party, from, entries, checkpoint }: Parcel): boolean => {
    const reader = readers[strands[party].party]!
    if (from > reader.tree.size) return false
    const note = verifyStrandCheckpoint(charter, reader.party, checkpoint, crypto)
    for (const entry of entries.slice(reader.tree.size - from)) reader.append(entry)
    expect(isEqual(reader.tree.root(note.size), note.root)).toBe(true)
    return true
  }
  const receive = (parcel: Parcel) => {
    waiting.push(parcel)
    // Whatever came too early is tried again whenever something else comes.
    for (let taken = true; taken;) {
      const ready = waiting.findIndex((one) => take(one))
      taken = ready >= 0
      if (taken) waiting.splice(ready, 1)
    }
  }
  const state = (): State => evaluate(charter, readCut(charter, readers, sizes(), { crypto }))
  return { receive, state, sizes }
}

const LAST = PARTY_IDS.map((party) =>
  PARCELS.findLast((parcel) => parcel.party === party && parcel.from === 0)!,
)

/** Some parcels, some of them several times, in any order; in the end each strand once whole. */
const delivery = fc
  .tuple(
    fc.array(fc.constantFrom(...PARCELS), { maxLength: 24 }),
    fc.shuffledSubarray(LAST, { minLength: LAST.length }),
    fc.nat(),
  )
  .map(([some, whole, at]) => some.toSpliced(at % (some.length + 1), 0, ...whole))

describe('whatever the order, however often and however late entries arrive', () => {
  const expected = (() => {
    const node = createNode()
    for (const parcel of LAST) node.receive(parcel)
    return canonical(node.state())
  })()

  it('the play is one in which everything that is decided happens', () => {
    const { steps } = JSON.parse(expected) as State
    expect(steps[0]?.versions).toMatchObject([
      { id: ids.first, standing: 'open' },
      { id: ids.second, standing: 'suspended', adopted: [ids.adopted] },
    ])
  })

  it('every node has the same bytes in the end', () => {
    fc.assert(
      fc.property(delivery, delivery, delivery, (...deliveries) => {
        for (const parcels of deliveries) {
          const node = createNode()
          for (const parcel of parcels) node.receive(parcel)
          expect(node.sizes()).toEqual(wholeSizes)
          expect(canonical(node.state())).toBe(expected)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('nodes that hold the same cut on the way have the same bytes on the way', () => {
    const seen = new Map<string, string>()
    fc.assert(
      fc.property(delivery, (parcels) => {
        const node = createNode()
        for (const parcel of parcels) {
          node.receive(parcel)
          const cut = canonical(node.sizes())
          const state = canonical(node.state())
          expect(seen.get(cut) ?? state).toBe(state)
          seen.set(cut, state)
        }
      }),
      { numRuns: 60 },
    )
    expect(seen.size).toBeGreaterThan(20)
  })

  it('what is final on the way is final in the end', () => {
    fc.assert(
      fc.property(delivery, (parcels) => {
        const node = createNode()
        const final = new Map<string, readonly string[]>()
        for (const parcel of parcels) {
          node.receive(parcel)
          for (const { id, adopted, ended } of node
            .state()
            .steps.flatMap(({ versions }) => versions)) {
            const now = [...adopted, ...ended]
            expect(now).toEqual(expect.arrayContaining([...(final.get(id) ?? [])]))
            final.set(id, now)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('an older cut is read from longer strands as it was when they were short', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 6 }), { minLength: 4, maxLength: 4 }), (lengths) => {
        const sizes = Object.fromEntries(
          PARTY_IDS.map((id, index) => [id, Math.min(lengths[index]!, wholeSizes[id]!)]),
        )
        const long = readersOf(strands, wholeSizes)
        const short = readersOf(strands, sizes)
        const stateOf = (readers: StrandReaders) =>
          canonical(evaluate(charter, readCut(charter, readers, sizes, { crypto })))
        expect(stateOf(long)).toBe(stateOf(short))
      }),
      { numRuns: 60 },
    )
  })
})

function readersOf(of: Strands, sizes: Readonly<Record<string, number>>): StrandReaders {
  return Object.fromEntries(
    PARTY_IDS.map((id) => {
      const reader = createStrandReader(charter, of[id].party, crypto)
      for (const entry of of[id].entries.slice(0, sizes[id])) reader.append(entry)
      return [id, reader]
    }),
  ) as StrandReaders
}

describe('a reader', () => {
  it('takes nothing in that it only checks', () => {
    const reader = createStrandReader(charter, strands.XA.party, crypto)
    const [first] = strands.XA.entries
    expect(reader.check(first!)).toEqual(reader.append(first!))
    expect(reader.tree.size).toBe(1)
  })
  it('knows what the next act on a subject has to name', () => {
    const reader = readersOf(strands, wholeSizes)[strands.CO.party]!
    expect(reader.latest('step:position')).toBe(ids.second)
    expect(reader.latest(ids.second)).toBe(ids.adopted)
    expect(reader.latest('step:other')).toBeUndefined()
  })
  it.each([-1, 1.5, 99, Number.NaN])('has no strand of size %s', (size) => {
    const reader = createStrandReader(charter, strands.XA.party, crypto)
    expect(() => reader.strand(size)).toThrow(AccordError)
  })
  it('is of a party of the charter only', () => {
    expect(() => createStrandReader(charter, 'XZ' as never, crypto)).toThrow(
      expect.objectContaining({ code: 'strand.unknown' }),
    )
  })
})
