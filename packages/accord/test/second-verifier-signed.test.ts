import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { charter, charterBytes, PARTY_IDS } from '../../../tools/vectors-case.ts'
import type { Strands } from '../../../tools/vectors-play.ts'
import { canonical } from '../src/canonical.ts'
import { evaluate } from '../src/evaluate.ts'
import { readCut, type StrandReaders } from '../src/read-cut.ts'
import type { State } from '../src/state.ts'
import { createStrandReader } from '../src/strand.ts'
import { event, Telling, type Event, type Id } from './signed-stories.ts'

/**
 * Signed strands read by both verifiers, entry by entry, with all that `spec/state.md` says of void entries in section 2.
 */

type Second = {
  readonly readCharter: (bytes: Buffer) => object
  readonly beginStrand: (charter: object, party: string) => object
  readonly take: (strand: object, entry: Buffer) => unknown
  readonly cutOf: (charter: object, strands: ReadonlyMap<string, object>) => object
  readonly stateOf: (charter: object, cut: object) => State
}
const modules = await Promise.all(
  ['charter', 'strand', 'cut', 'state'].map(
    (name) => import(new URL(`../../../spec/verifier/${name}.mjs`, import.meta.url).href),
  ),
)
const second = Object.assign({}, ...modules) as Second
const secondCharter = second.readCharter(Buffer.from(charterBytes))

type Sizes = Readonly<Record<Id, number>>

function secondState(strands: Strands, sizes: Sizes): State {
  const read = new Map(
    PARTY_IDS.map((id) => {
      const strand = second.beginStrand(secondCharter, id)
      for (const entry of strands[id].entries.slice(0, sizes[id]))
        second.take(strand, Buffer.from(entry))
      return [id, strand] as const
    }),
  )
  return second.stateOf(secondCharter, second.cutOf(secondCharter, read))
}

const readersOf = (strands: Strands) =>
  Object.fromEntries(
    PARTY_IDS.map((id) => {
      const reader = createStrandReader(charter, strands[id].party, crypto)
      for (const entry of strands[id].entries) reader.append(entry)
      return [id, reader]
    }),
  ) as StrandReaders

const RUNS = Math.ceil(Number(process.env['ENTENTE_WORLDS'] ?? 1_500) / 30)

const story = fc.record({
  events: fc.array(event, { minLength: 12, maxLength: 45 }),
  cuts: fc.array(fc.tuple(...PARTY_IDS.map(() => fc.nat({ max: 100 }))), {
    maxLength: 2,
  }),
})

/** What so many stories never lack. */
const OFTEN = [
  'measures',
  'retracted',
  'disavowed',
  'forked',
  'mandates',
  'unmandated',
  'mandate.expired',
  'resting',
  'receipts',
  'comments',
  'act.not-competent',
  'act.disavowed',
  'strand.forked',
  'certificate.tree',
  'certificate.cut',
  'barred',
  'referred',
  'running',
  'suspended',
  'stands',
  'open',
]

const occurringIn = (state: State): readonly string[] => [
  ...Object.keys(state),
  ...(state.retracted ?? []).flatMap(({ resting }) => (resting.length > 0 ? 'resting' : [])),
  ...state.void.map(({ code }) => code),
  ...(state.measures ?? []).flatMap(({ nations }) =>
    Object.values(nations).flatMap(({ stage, reasons }) => [
      stage,
      ...reasons.map(({ code }) => code),
    ]),
  ),
  ...state.steps.flatMap(({ versions }) => versions.map(({ standing }) => standing)),
]

describe('strands that the second verifier reads from signed entries', () => {
  it('are worth the same, cut by cut', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(story, ({ events, cuts }) => {
        const telling = new Telling()
        const texts = [5, 3, 1, 6].map((pick): Event => ({ does: 'text', by: 'CO', pick }))
        const begin: Event[] = [
          { does: 'evidence', by: 'XA', pick: 0 },
          { does: 'attribute', by: 'XA', pick: 0 },
          ...texts,
          { does: 'agree', by: 'CO', pick: 1 },
          { does: 'begin', by: 'XA', pick: 0 },
          { does: 'begin', by: 'XB', pick: 0 },
        ]
        for (const one of [...begin, ...events]) telling.tell(one)
        const { strands } = telling
        const readers = readersOf(strands)
        for (const parts of [[100, 100, 100, 100], ...cuts]) {
          const sizes = Object.fromEntries(
            PARTY_IDS.map((id, at) => [
              id,
              Math.round((parts[at]! * strands[id].entries.length) / 100),
            ]),
          ) as Sizes
          const state = evaluate(charter, readCut(charter, readers, sizes, { crypto }))
          expect(canonical(secondState(strands, sizes))).toBe(canonical(state))
          for (const what of occurringIn(state)) seen.add(what)
        }
      }),
      { numRuns: RUNS },
    )
    expect(OFTEN.filter((what) => !seen.has(what))).toEqual([])
  })
})
