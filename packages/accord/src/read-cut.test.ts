import { describe, expect, it } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import {
  charter,
  headOf,
  noteOf,
  openStrand,
  PARTY_IDS,
  put,
  threeAt,
  WITNESS_NAMES,
  type Said,
} from '../../../tools/vectors-case.ts'
import {
  AFTER,
  BEFORE,
  certificate,
  complies,
  STEP,
  TEXT,
  type Strands,
} from '../../../tools/vectors-play.ts'
import { evaluate } from './evaluate.ts'
import type { ActId } from './id.ts'
import { readCut, type StrandReaders } from './read-cut.ts'
import { createStrandReader } from './strand.ts'

/** A text on which all three agreed, with real keys, trees and notes. */
function agreed() {
  const strands = Object.fromEntries(PARTY_IDS.map((id) => [id, openStrand(id)])) as Strands
  const on = put(strands.CO, { kind: 'propose', step: STEP, text: TEXT })
  for (const id of ['XA', 'XB', 'XC'] as const) put(strands[id], complies(on))
  return { strands, on }
}

type Certificate = {
  readonly cut: Record<string, { size: number; root: string }>
  readonly closings: Record<string, string[]>
}

/** What becomes of a certificate that is changed before the chair signs it. */
function certified(
  change: (said: Certificate, strands: Strands) => Said = (said) => said as unknown as Said,
  sizes: Readonly<Record<string, number>> = {},
) {
  const { strands, on } = agreed()
  const good = certificate(strands, 'adopted', on) as unknown as Certificate
  const id = put(strands.CO, { ...(good as object), ...change(good, strands) })
  return read(strands, id, sizes)
}

function read(strands: Strands, id: ActId, sizes: Readonly<Record<string, number>> = {}) {
  const readers = Object.fromEntries(
    PARTY_IDS.map((party) => {
      const reader = createStrandReader(charter, strands[party].party, crypto)
      for (const entry of strands[party].entries) reader.append(entry)
      return [party, reader]
    }),
  ) as StrandReaders
  const whole = Object.fromEntries(PARTY_IDS.map((party) => [party, strands[party].entries.length]))
  const cut = readCut(charter, readers, { ...whole, ...sizes }, { crypto })
  const logged = cut[strands.CO.party]!.acts.find((one) => one.id === id)
  const adopted = evaluate(charter, cut).steps[0]?.versions[0]?.adopted ?? []
  return { code: logged?.void?.code, adopted: adopted.length, trees: logged?.trees }
}

describe('a certificate with the cosigned trees of its cut', () => {
  it('proves them, with the times of every witness', () => {
    const { code, adopted, trees } = certified()
    expect({ code, adopted }).toEqual({ code: undefined, adopted: 1 })
    expect(trees?.closings).toMatchObject({
      XA: {
        size: 2,
        times: [
          ...WITNESS_NAMES.slice(0, 3).map((name) => [name, BEFORE]),
          ...WITNESS_NAMES.slice(0, 3).map((name) => [name, AFTER]),
        ],
      },
    })
  })
  it('stays as it is while it cites more than the cut holds: it says nothing yet', () => {
    expect(certified(undefined, { XB: 1 })).toMatchObject({ code: undefined, adopted: 0 })
  })
  it('proves nothing where fewer than the quorum cosigned', () => {
    const two = Object.fromEntries(WITNESS_NAMES.slice(0, 2).map((name) => [name, BEFORE]))
    const said = certified(({ closings }, { XB }) => ({
      closings: { ...closings, XB: [noteOf(XB, two)] },
    }))
    expect(said).toMatchObject({ code: undefined, adopted: 0 })
  })
  it('gathers the witnesses of several notes over one tree', () => {
    const one = (name: string) => ({ [name]: BEFORE })
    const said = certified(({ closings }, { XB }) => ({
      closings: {
        ...closings,
        XB: WITNESS_NAMES.slice(0, 3).map((name) => noteOf(XB, one(name))),
      },
    }))
    expect(said.adopted).toBe(1)
  })
})

const withoutBirch = <T>(record: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(record).filter(([id]) => id !== 'XB'))

describe('a certificate is void', () => {
  const rootOf = (byte: string) => `${byte.repeat(43)}=`
  it.each<[string, string, (said: Certificate, strands: Strands) => Said]>([
    [
      'that leaves a party out of its cut',
      'certificate.cut',
      ({ cut }) => ({ cut: withoutBirch(cut) }),
    ],
    [
      'that brings notes about a stranger',
      'certificate.cut',
      ({ closings }) => ({ closings: { ...closings, XZ: closings['XA'] } }),
    ],
    [
      'that cites another root than the strand has',
      'certificate.tree',
      ({ cut, closings }) => ({
        cut: { ...cut, XB: { size: 2, root: rootOf('A') } },
        closings: withoutBirch(closings),
      }),
    ],
    [
      'whose note is about another size',
      'certificate.tree',
      ({ closings }, { XB }) => ({
        closings: { ...closings, XB: [noteOf(XB, threeAt(BEFORE), 1)] },
      }),
    ],
    [
      "whose note is about another party's strand",
      'certificate.note',
      ({ closings }) => ({ closings: { ...closings, XB: closings['XA'] } }),
    ],
    [
      'whose note is none',
      'certificate.note',
      ({ closings }) => ({ closings: { ...closings, XB: ['seen by all'] } }),
    ],
    [
      'with a cosignature that is false',
      'certificate.note',
      ({ closings }, { XB }) => {
        const [early, late] = [BEFORE, AFTER].map((time) => noteOf(XB, threeAt(time)))
        const forged = [...early!.split('\n').slice(0, -2), late!.split('\n').at(-2), ''].join('\n')
        // The last line is a true cosignature of the same tree, with one letter of it changed.
        const at = forged.length - 12
        const letter = forged[at] === 'A' ? 'B' : 'A'
        return {
          closings: { ...closings, XB: [forged.slice(0, at) + letter + forged.slice(at + 1)] },
        }
      },
    ],
    [
      'with an early tree that is not of the strand',
      'certificate.tree',
      ({ closings }, { XB }) => {
        const other = openStrand('XB')
        put(other, complies(`sha256:${'0'.repeat(64)}` as ActId))
        return {
          closings,
          since: { XB: { size: headOf(XB).size, notes: [noteOf(other, threeAt(BEFORE))] } },
        }
      },
    ],
    [
      'whose early tree has another size than it says',
      'certificate.tree',
      ({ closings }, { XB }) => ({
        closings,
        since: { XB: { size: 1, notes: [noteOf(XB, threeAt(BEFORE))] } },
      }),
    ],
  ])('%s', (_, code, change) => {
    expect(certified(change)).toMatchObject({ code, adopted: 0 })
  })
})

describe('a cut', () => {
  it('has a strand of every party, of size 0 where none is asked for', () => {
    const { strands } = agreed()
    const readers = Object.fromEntries(
      PARTY_IDS.map((id) => [id, createStrandReader(charter, strands[id].party, crypto)]),
    ) as StrandReaders
    const cut = readCut(charter, readers, {}, { crypto })
    expect(Object.values(cut).map(({ acts }) => acts.length)).toEqual([0, 0, 0, 0])
  })
  it('is not read where a strand is missing', () => {
    expect(() => readCut(charter, {}, {}, { crypto })).toThrow(
      expect.objectContaining({ code: 'strand.missing', place: { party: 'XA' } }),
    )
  })
})
