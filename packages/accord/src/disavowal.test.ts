import { describe, expect, it } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { otherSize, sameSize } from '../../../tools/vectors-acts-alarm.ts'
import {
  charter,
  fixedKey,
  noteOf,
  openStrand,
  PARTY_IDS,
  put,
  roots,
  signerOf,
  type GrowingStrand,
} from '../../../tools/vectors-case.ts'
import {
  ATTRIBUTION,
  certificate,
  complies,
  EVIDENCE,
  STEP,
  TEXT,
  type Strands,
} from '../../../tools/vectors-play.ts'
import { toBase64 } from '@entente/log'
import { createEvaluator, evaluate } from './evaluate.ts'
import type { ActId } from './id.ts'
import { readCut, type StrandReaders } from './read-cut.ts'
import { createStrandReader } from './strand.ts'

type Sizes = Readonly<Partial<Record<(typeof PARTY_IDS)[number], number>>>

const begin = () => Object.fromEntries(PARTY_IDS.map((id) => [id, openStrand(id)])) as Strands
const readersOf = (strands: Strands) =>
  Object.fromEntries(
    PARTY_IDS.map((id) => {
      const reader = createStrandReader(charter, strands[id].party, crypto)
      for (const entry of strands[id].entries) reader.append(entry)
      return [id, reader]
    }),
  ) as StrandReaders
const cutOf = (strands: Strands, sizes: Sizes = {}) => {
  const whole = Object.fromEntries(PARTY_IDS.map((id) => [id, strands[id].entries.length]))
  return readCut(charter, readersOf(strands), { ...whole, ...sizes }, { crypto })
}
const stateOf = (strands: Strands, sizes: Sizes = {}) => evaluate(charter, cutOf(strands, sizes))
const disown = (strand: GrowingStrand, ...acts: ActId[]) =>
  put(strand, { kind: 'disavow', acts, reason: 'The key was stolen.' }, roots(strand.party))

/** A text that all members comply with; adopted. */
function agreed() {
  const strands = begin()
  const text = put(strands.CO, { kind: 'propose', step: STEP, text: TEXT })
  const voices = (['XA', 'XB', 'XC'] as const).map((id) => put(strands[id], complies(text)))
  const adopted = put(strands.CO, certificate(strands, 'adopted', text))
  return { strands, text, voices, adopted }
}
/** Two notes over two acts each: this strand, and another that its log might have shown. */
function forkOf(strand: GrowingStrand): readonly [string, string] {
  const other = openStrand(strand.party)
  put(other, { ...EVIDENCE, title: 'Something else' })
  return [noteOf(strand, {}, 2), noteOf(other, {}, 2)]
}
const versionIn = (strands: Strands, sizes: Sizes = {}) =>
  stateOf(strands, sizes).steps[0]!.versions[0]!

describe('a voice that its party disowns', () => {
  it('is withdrawn from there, by the disavowal, because of a compromise', () => {
    const { strands, voices } = agreed()
    const by = disown(strands.XB, voices[1]!)
    const version = versionIn(strands)
    expect(version.voices).toMatchObject({
      XB: { effective: 'withdrawn', act: by, cause: 'compromise' },
    })
    expect(version).toMatchObject({ standing: 'suspended', inForce: false })
    expect(stateOf(strands).disavowed).toEqual([{ party: 'XB', act: voices[1], by }])
  })
  it('was what it was before: an adoption that rested on it stays one', () => {
    const { strands, voices, adopted } = agreed()
    disown(strands.XB, voices[1]!)
    expect(versionIn(strands).adopted).toEqual([adopted])
    expect(versionIn(strands, { XB: 2 })).toMatchObject({ standing: 'stands' })
    expect(stateOf(strands, { XB: 2 })).not.toHaveProperty('disavowed')
  })
  it('cannot be given again: a thief may have wanted just that', () => {
    const { strands, text, voices } = agreed()
    disown(strands.XB, voices[1]!)
    put(strands.XB, complies(text, { prev: voices[1]! }))
    expect(versionIn(strands).voices).toMatchObject({ XB: { effective: 'withdrawn' } })
  })
  it('and was replaced before, changes nothing: the later voice is the nation’s own', () => {
    const { strands, text, voices } = agreed()
    put(strands.XB, complies(text, { prev: voices[1]!, national: 'abstains' }))
    disown(strands.XB, voices[1]!)
    expect(versionIn(strands).voices).toMatchObject({ XB: { effective: 'abstains' } })
  })
  it('does not come back: a withdrawal that a thief filed is final as any', () => {
    const { strands, text, voices } = agreed()
    const stolen = put(strands.XB, { kind: 'withdraw', on: text, prev: voices[1]! })
    disown(strands.XB, stolen)
    expect(versionIn(strands).voices).toMatchObject({ XB: { effective: 'withdrawn', act: stolen } })
  })
})

describe('a text that its party disowns', () => {
  it('stays on record, and nobody can adopt it any more', () => {
    const strands = begin()
    const text = put(strands.CO, { kind: 'propose', step: STEP, text: TEXT })
    const [alder, birch] = (['XA', 'XB', 'XC'] as const).map((id) =>
      put(strands[id], complies(text)),
    )
    const early = certificate(strands, 'adopted', text)
    disown(strands.CO, text)
    put(strands.XA, { ...certificate(strands, 'adopted', text), prev: alder })
    expect(stateOf(strands).void).toEqual([])
    expect(versionIn(strands)).toMatchObject({
      id: text,
      current: false,
      standing: 'open',
      adopted: [],
    })
    // A certificate of what was true before the disavowal is one whenever it is filed.
    const adopted = put(strands.XB, { ...early, prev: birch })
    expect(versionIn(strands)).toMatchObject({ standing: 'stands', adopted: [adopted] })
  })
  it('is current no more whether the cut is read whole or grew', () => {
    const strands = begin()
    const text = put(strands.CO, { kind: 'propose', step: STEP, text: TEXT })
    disown(strands.CO, text)
    const growing = createEvaluator(charter)
    const readers = readersOf(strands)
    for (const CO of [2, 3]) {
      const sizes = { XA: 1, XB: 1, XC: 1, CO }
      const grown = growing(readCut(charter, readers, sizes, { crypto }))
      expect(grown).toEqual(stateOf(strands, sizes))
      expect(grown.steps[0]!.versions[0]!.current).toBe(CO === 2)
    }
  })
  it('and that was adopted before stands as it stood', () => {
    const { strands, text, adopted } = agreed()
    disown(strands.CO, text)
    expect(versionIn(strands)).toMatchObject({ standing: 'stands', adopted: [adopted] })
  })
})

describe('a certificate that its party disowns', () => {
  it('proves what it proves, whoever filed it', () => {
    const { strands, adopted } = agreed()
    const before = versionIn(strands)
    disown(strands.CO, adopted)
    expect(versionIn(strands)).toEqual(before)
  })
})

describe('a record that its party disowns', () => {
  it('is void from there, and was none before', () => {
    const strands = begin()
    const gone = put(strands.XA, ATTRIBUTION)
    const stays = put(strands.XA, EVIDENCE)
    disown(strands.XA, gone)
    expect(stateOf(strands, { XA: 3 })).toMatchObject({ attributions: [gone], void: [] })
    expect(stateOf(strands)).toMatchObject({
      attributions: [],
      evidence: [stays],
      void: [{ party: 'XA', index: 1, act: gone, code: 'act.disavowed' }],
    })
  })
  it('is the same whether the cut is read whole or grew', () => {
    const strands = begin()
    const gone = put(strands.XA, ATTRIBUTION)
    disown(strands.XA, gone)
    const growing = createEvaluator(charter)
    const readers = readersOf(strands)
    for (const size of [1, 2, 3]) {
      const sizes = { XA: size, XB: 1, XC: 1, CO: 1 }
      const grown = growing(readCut(charter, readers, sizes, { crypto }))
      expect(grown).toEqual(stateOf(strands, sizes))
    }
  })
})

describe('a strand whose log signed two histories', () => {
  const watch = {
    kind: 'keys-add',
    authority: { id: 'XA-watch', name: 'Watch' },
    key: {
      keyid: 'XA-watch-1',
      alg: 'ed25519',
      pub: toBase64(fixedKey('XA-watch-1').publicKey),
      custody: 'node-held',
    },
    mandate: { verbs: ['accuse'] },
  }
  function forked(accusation = sameSize) {
    const strands = begin()
    const early = put(strands.XB, EVIDENCE)
    const late = put(strands.XB, ATTRIBUTION)
    put(strands.XA, watch, roots('XA'))
    const proof = put(strands.XA, accusation, [signerOf('XA-watch-1')])
    return { strands, early, late, proof }
  }

  it.each([
    ['of one size', sameSize],
    ['of two sizes', otherSize],
  ])('is frozen from where they may part, by two notes %s', (_, accusation) => {
    const { strands, early, late, proof } = forked(accusation)
    expect(stateOf(strands)).toMatchObject({
      evidence: [early],
      attributions: [],
      forked: [{ party: 'XB', size: 2, by: proof }],
      void: [{ party: 'XB', index: 2, act: late, code: 'strand.forked' }],
    })
  })
  it('is what it was in a cut without the proof', () => {
    const { strands, early, late } = forked()
    const state = stateOf(strands, { XA: 2 })
    expect(state).toMatchObject({ evidence: [early], attributions: [late], void: [] })
    expect(state).not.toHaveProperty('forked')
  })
  /** Birch’s log is proved to have signed two histories, which may be one up to its second act. */
  const accuse = (strands: Strands) => {
    put(strands.XA, watch, roots('XA'))
    return put(strands.XA, sameSize, [signerOf('XA-watch-1')])
  }
  /** Birch put a record first, so that its voice stands where the two histories part. */
  function spokenLate() {
    const strands = begin()
    const text = put(strands.CO, { kind: 'propose', step: STEP, text: TEXT })
    put(strands.XB, EVIDENCE)
    const [alder, birch, cedar] = (['XA', 'XB', 'XC'] as const).map((id) =>
      put(strands[id], complies(text)),
    )
    return { strands, text, alder: alder!, birch: birch!, cedar: cedar! }
  }

  it('gives no consent from where they part: it is as silent as it was', () => {
    const { strands, text, alder } = spokenLate()
    accuse(strands)
    expect(versionIn(strands).voices).toMatchObject({ XB: { effective: 'silent' } })
    put(strands.XA, { ...certificate(strands, 'adopted', text), prev: alder })
    expect(versionIn(strands)).toMatchObject({ standing: 'open', adopted: [] })
  })
  it('does not take back what was adopted before the proof: it is suspended', () => {
    const { strands, text, alder } = spokenLate()
    const adopted = put(strands.XA, { ...certificate(strands, 'adopted', text), prev: alder })
    accuse(strands)
    expect(versionIn(strands)).toMatchObject({ standing: 'suspended', adopted: [adopted] })
  })
  it('can still take its consent back, and a fork never undoes an objection', () => {
    const { strands, text, birch } = spokenLate()
    accuse(strands)
    put(strands.XB, complies(text, { prev: birch, national: 'objects' }))
    expect(versionIn(strands).voices).toMatchObject({ XB: { effective: 'objects' } })
  })
  it('keeps the consent that it gave before they part', () => {
    const { strands, voices } = agreed()
    put(strands.XB, EVIDENCE)
    accuse(strands)
    expect(versionIn(strands)).toMatchObject({
      standing: 'stands',
      voices: { XB: { effective: 'complies', act: voices[1] } },
    })
  })
  it('and whose consent was lifted after they part does not get it back by its own lie', () => {
    const { strands, text, voices } = agreed()
    const objection = put(strands.XB, complies(text, { prev: voices[1]!, national: 'objects' }))
    put(strands.XB, complies(text, { prev: objection }))
    accuse(strands)
    expect(versionIn(strands).voices).toMatchObject({ XB: { effective: 'objects' } })
  })
  it('has no text adopted that it filed from there on', () => {
    const strands = begin()
    put(strands.CO, EVIDENCE)
    const text = put(strands.CO, { kind: 'propose', step: STEP, text: TEXT })
    const [alder] = (['XA', 'XB', 'XC'] as const).map((id) => put(strands[id], complies(text)))
    const proof = { ...sameSize, of: 'CO', notes: forkOf(strands.CO) }
    put(strands.XA, watch, roots('XA'))
    put(strands.XA, proof, [signerOf('XA-watch-1')])
    put(strands.XA, { ...certificate(strands, 'adopted', text), prev: alder! })
    const state = stateOf(strands)
    expect(state).toMatchObject({ forked: [{ party: 'CO', size: 2 }] })
    expect(state.steps[0]!.versions[0]).toMatchObject({ standing: 'open', adopted: [] })
  })

  it('still takes a revocation, and proofs against others', () => {
    const { strands } = forked()
    put(
      strands.XB,
      {
        kind: 'keys-revoke',
        key: { keyid: 'XB-mfa-1', pub: toBase64(fixedKey('XB-mfa-1').publicKey) },
        cause: 'compromise',
      },
      roots('XB'),
    )
    put(strands.XB, { ...EVIDENCE, title: 'after' })
    expect(stateOf(strands).void.map(({ code }) => code)).toEqual(['strand.forked', 'key.revoked'])
  })
  it('is the same whether the cut is read whole or grew', () => {
    const { strands } = forked()
    const growing = createEvaluator(charter)
    const readers = readersOf(strands)
    for (const [XA, XB] of [
      [1, 1],
      [2, 3],
      [3, 3],
    ] as const) {
      const sizes = { XA, XB, XC: 1, CO: 1 }
      expect(growing(readCut(charter, readers, sizes, { crypto }))).toEqual(stateOf(strands, sizes))
    }
  })
})
