import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { toBase64 } from '@entente/log'
import {
  charter,
  fixedKey,
  headOf,
  keysAdd,
  noteOf,
  PARTY_IDS,
  put,
  roots,
  signerOf,
  threeAt,
} from '../../../tools/vectors-case.ts'
import {
  beginUntil,
  mandateOver,
  mandatePlay,
  mandateState as stateOf,
} from '../../../tools/vectors-mandate.ts'
import {
  AFTER,
  certificate,
  complies,
  STEP,
  TEXT,
  type Strands,
} from '../../../tools/vectors-play.ts'
import {
  after,
  at,
  charterOf,
  comply,
  declare,
  judge,
  propose,
  reaffirm,
  receipt,
  type Drafted,
} from '../test/case.ts'
import { deemedOn } from './deemed.ts'
import { createEvaluator } from './evaluate.ts'
import type { ActId, CharterId } from './id.ts'
import type { Result } from './kind.ts'
import { readCut, type StrandReaders } from './read-cut.ts'
import type { State } from './state.ts'
import { createStrandReader } from './strand.ts'
import { verifyBundle } from './verify-bundle.ts'

const versionIn = (strands: Strands, sizes = {}) => stateOf(strands, sizes).steps[0]!.versions[0]!

/** Birch’s ministry has a mandate until then; all have spoken but Birch. */
function waiting(national = 'complies', ends: Parameters<typeof beginUntil>[0] = { XB: AFTER }) {
  const strands = beginUntil(ends)
  const text = put(strands.CO, { kind: 'propose', step: STEP, text: TEXT })
  put(strands.XA, complies(text))
  put(strands.XC, complies(text))
  const before = national === 'silent' ? undefined : put(strands.XB, complies(text, { national }))
  return { strands, text, before }
}
/** Cedar certifies the end of Birch’s mandate, as the strands stand. */
const end = ({ strands }: { readonly strands: Strands }) =>
  put(strands.XC, mandateOver(strands, 'XB', AFTER))
const adopt = (strands: Strands, text: ActId, prev?: ActId) =>
  put(strands.CO, { ...certificate(strands, 'adopted', text), ...(prev && { prev }) })

describe('a certificate that a mandate ended', () => {
  it('proves from which place on, whoever files it', () => {
    const { strands, certified, mandate } = mandatePlay()
    expect(stateOf(strands).mandates).toEqual([
      { party: 'XB', of: mandate, by: certified, from: 2 },
    ])
    expect(stateOf(strands, { XC: 2 })).not.toHaveProperty('mandates')
  })
  it('proves it at the very second of its end and not one before', () => {
    expect(stateOf(mandatePlay(AFTER).strands).mandates).toHaveLength(1)
    expect(stateOf(mandatePlay(AFTER + 1).strands)).not.toHaveProperty('mandates')
  })
  it('proves nothing of a mandate without an end, of a key that its tree does not hold, or of another act', () => {
    const { strands, text } = waiting()
    const of = (party: 'XA' | 'XB') => mandateOver(strands, party, AFTER)
    // Alder’s ministry has no end: the act that would have given it one is in no strand.
    put(strands.XA, of('XA'))
    put(strands.XC, { ...of('XB'), of: text })
    // Of a mandate, and said on a text: that is what is said of a voice.
    put(strands.CO, { ...of('XB'), on: text })
    const cut = { ...(of('XB')['cut'] as object), XB: headOf(strands.XB, 0) }
    const closings = {
      ...(of('XB')['closings'] as object),
      XB: [noteOf(strands.XB, threeAt(AFTER), 0)],
    }
    put(strands.CO, { ...of('XB'), cut, closings })
    expect(stateOf(strands)).not.toHaveProperty('mandates')
    expect(stateOf(strands).void).toEqual([])
  })
  it('comes in the same bytes whether the cut is read whole or grew', () => {
    const { strands } = mandatePlay()
    const readers = Object.fromEntries(
      PARTY_IDS.map((id) => {
        const reader = createStrandReader(charter, strands[id].party, crypto)
        for (const entry of strands[id].entries) reader.append(entry)
        return [id, reader]
      }),
    ) as StrandReaders
    const growing = createEvaluator(charter)
    for (const XB of [2, 3, 4, 5])
      for (const XC of [2, 3]) {
        const sizes = { XA: 2, XB, XC, CO: 3 }
        const grown = growing(readCut(charter, readers, sizes, { crypto }))
        expect(grown).toEqual(stateOf(strands, sizes))
      }
  })
})

/** Another key of the same ministry. */
const again = {
  ...keysAdd('XB'),
  key: {
    ...(keysAdd('XB')['key'] as object),
    keyid: 'XB-watch-1',
    pub: toBase64(fixedKey('XB-watch-1').publicKey),
  },
}

describe('what was signed under a mandate after its certified end', () => {
  it('is void where it is on record', () => {
    const { strands, evidence } = mandatePlay()
    expect(stateOf(strands).void).toEqual([
      { party: 'XB', index: 4, act: evidence, code: 'mandate.expired' },
    ])
    expect(stateOf(strands, { XC: 2 })).toMatchObject({ evidence: [evidence], void: [] })
  })
  it('is no consent', () => {
    const story = waiting('silent')
    end(story)
    put(story.strands.XB, complies(story.text))
    adopt(story.strands, story.text)
    expect(versionIn(story.strands)).toMatchObject({ standing: 'open', adopted: [] })
    expect(versionIn(story.strands).voices).toMatchObject({ XB: { effective: 'silent' } })
  })
  it('lifts no objection, and no waiting', () => {
    for (const national of ['objects', 'awaits-instructions']) {
      const story = waiting(national)
      end(story)
      put(story.strands.XB, complies(story.text, { prev: story.before! }))
      expect(versionIn(story.strands).voices).toMatchObject({ XB: { effective: national } })
    }
  })
  it('takes back: nobody undoes an objection or a withdrawal by a certificate', () => {
    const { strands, text, before } = waiting()
    end({ strands })
    const objection = put(strands.XB, complies(text, { national: 'objects', prev: before! }))
    expect(versionIn(strands).voices).toMatchObject({ XB: { act: objection } })
    put(strands.XB, { kind: 'withdraw', on: text, prev: objection })
    expect(versionIn(strands).voices).toMatchObject({ XB: { effective: 'withdrawn' } })
  })
  it('is a text that nobody can adopt', () => {
    const strands = beginUntil({ CO: AFTER })
    const certified = put(strands.XC, mandateOver(strands, 'CO', AFTER))
    const text = put(strands.CO, { kind: 'propose', step: STEP, text: TEXT })
    const [alder] = (['XA', 'XB', 'XC'] as const).map((id) => put(strands[id], complies(text)))
    put(strands.XA, { ...certificate(strands, 'adopted', text), prev: alder })
    expect(certified).toBeDefined()
    expect(versionIn(strands)).toMatchObject({ standing: 'open', adopted: [], current: true })
  })
  it('is no longer so where the root keys give the authority another key', () => {
    const story = waiting('silent')
    end(story)
    const { strands, text } = story
    put(strands.XB, again, roots('XB'))
    put(strands.XB, complies(text), [signerOf('XB-watch-1')])
    adopt(strands, text)
    expect(versionIn(strands)).toMatchObject({ standing: 'stands' })
  })
  it('counts by another key that signed beside it', () => {
    const { strands, text } = waiting('silent')
    put(strands.XB, again, roots('XB'))
    end({ strands })
    put(strands.XB, complies(text), [signerOf('XB-mfa-1'), signerOf('XB-watch-1')])
    expect(stateOf(strands)).not.toHaveProperty('unmandated')
    expect(versionIn(strands).voices).toMatchObject({ XB: { effective: 'complies' } })
  })
})

describe('what was certified before a mandate’s end was', () => {
  it('stays so: an adoption that rested on such a voice is a fact on record', () => {
    const story = waiting('silent')
    const { strands, text } = story
    const over = mandateOver(strands, 'XB', AFTER)
    put(strands.XB, complies(text))
    const adopted = adopt(strands, text)
    expect(versionIn(strands)).toMatchObject({ standing: 'stands', adopted: [adopted] })
    put(strands.XC, over)
    expect(versionIn(strands)).toMatchObject({ standing: 'suspended', adopted: [adopted] })
  })
  it('proves what it proves: a certificate needs no mandate to be true', () => {
    const { strands, text } = waiting('complies', { CO: AFTER })
    const over = mandateOver(strands, 'CO', AFTER)
    const adopted = adopt(strands, text)
    put(strands.XC, over)
    expect(versionIn(strands)).toMatchObject({ standing: 'stands', adopted: [adopted] })
  })
})

/**
 * Under silence: Cedar’s acts were signed under a mandate whose end is certified by Birch’s second act, and
 * the certificates on the text cite that act or not.
 */
describe('under silence, what was signed after the certified end of a mandate', () => {
  const V = at('CO', 0)
  const rules = charterOf({ period: 100, steps: { term: { rule: 'silence' } } })
  const over = (drafted: Drafted) => after(drafted, 'XB', 1)
  const judged = (cedar: readonly Drafted[], isKnown: boolean, result: Result = 'adopted') => {
    const sizes = { CO: 1, XA: 1, XB: isKnown ? 2 : 1, XC: cedar.length }
    const seen = { CO: [1, 50], XA: [1, 50], XB: [1, 50], XC: [cedar.length, 50] } as const
    const closings = { CO: 105, XA: 105, XB: 105, XC: 105 }
    const trees = { early: seen, breaks: result === 'expired' ? seen : {} }
    return judge(
      rules,
      {
        CO: [propose('s', 'term', { expiry: 100 }), declare(result, V, sizes, closings, {}, trees)],
        XA: [comply(V)],
        XB: [comply(V), receipt(at('XA', 0))],
        XC: cedar,
      },
      V,
    )
  }
  it('is no receipt: silence is not deemed consent by it', () => {
    expect(judged([receipt(V)], true).adopted).toHaveLength(1)
    expect(judged([over(receipt(V))], false).adopted).toHaveLength(1)
    expect(judged([over(receipt(V))], true).adopted).toEqual([])
    expect(judged([over(receipt(V)), receipt(V)], true).adopted).toHaveLength(1)
  })
  it('is listed as no acknowledgement, and shuts the gate like none', () => {
    expect(judged([over(receipt(V))], true)).toMatchObject({
      acknowledged: [],
      gate: { reasons: [{ code: 'unacknowledged', member: 'XC' }] },
    })
  })
  it('breaks it as any break does: one certificate cannot undo what another shows', () => {
    const broken = [receipt(V), over(comply(V, 'complies', 'objects')), over(comply(V))]
    for (const isKnown of [false, true]) {
      expect(judged(broken, isKnown).adopted).toEqual([])
      expect(judged(broken, isKnown, 'expired').broken).toHaveLength(1)
    }
  })
  it('lifts no awaiting, and the silence is not adopted by the lift', () => {
    const lifted = [receipt(V), comply(V, 'awaits-instructions'), over(comply(V))]
    expect(judged(lifted, false).adopted).toHaveLength(1)
    expect(judged(lifted, true).adopted).toEqual([])
  })
})

describe('a consent after the certified end of a mandate', () => {
  it('that is known of only after the adoption leaves no consent by silence', () => {
    const V = at('CO', 0)
    const seen = { CO: [1, 50], XA: [1, 50], XB: [1, 50], XC: [1, 50] } as const
    const sizes = { CO: 1, XA: 1, XB: 1, XC: 1 }
    const closings = { CO: 105, XA: 105, XB: 105, XC: 105 }
    const version = judge(
      charterOf({ steps: { term: { rule: 'silence' } } }),
      {
        CO: [
          propose('s', 'term', { expiry: 100 }),
          declare('adopted', V, sizes, closings, {}, { early: seen }),
        ],
        XA: [comply(V)],
        XB: [comply(V), receipt(at('XA', 0))],
        XC: [after(comply(V), 'XB', 1)],
      },
      V,
    )
    expect(version).toMatchObject({
      standing: 'suspended',
      voices: { XC: { effective: 'silent' } },
      reasons: [{ code: 'unacknowledged', member: 'XC' }],
    })
    expect(version.adopted).toHaveLength(1)
    expect(deemedOn(version, {})).toEqual([])
  })
})

describe('a reaffirmation after the certified end of a mandate', () => {
  const V = at('CO', 0)
  it('reaffirms nothing in a cut that holds the certificate', () => {
    const rules = charterOf({ period: 100 })
    const lapses = (isKnown: boolean) => {
      const sizes = { CO: 2, XA: 2, XB: isKnown ? 3 : 2, XC: 2 }
      const closings = { CO: 200, XA: 200, XB: 200, XC: 200 }
      const adopted = declare(
        'adopted',
        V,
        { CO: 1, XA: 1, XB: 1, XC: 1 },
        { CO: 50, XA: 50, XB: 50, XC: 50 },
      )
      return judge(
        rules,
        {
          CO: [
            propose('position', 'position', { expiry: 100 }),
            adopted,
            declare('lapsed', V, sizes, closings, {}, { window: 1 }),
          ],
          XA: [comply(V), reaffirm(V)],
          XB: [comply(V), reaffirm(V), receipt(at('XA', 0))],
          XC: [comply(V), after(reaffirm(V), 'XB', 2)],
        },
        V,
      )
    }
    expect(lapses(false)).not.toHaveProperty('lapsed')
    expect(lapses(true).lapsed).toHaveLength(1)
    // Nor is it listed: its party is told that the window is still to be answered.
    expect(lapses(true).reaffirmed).toEqual({ XA: [1], XB: [1] })
  })
})

describe('the records of spec/vectors/mandate', () => {
  const read = (file: string) =>
    readFileSync(new URL(`../../../spec/vectors/mandate/${file}`, import.meta.url), 'utf8')
  const list = JSON.parse(read('list.json')) as {
    charter: CharterId
    records: { file: string; state: object }[]
  }
  const saidOf = (state: State) => ({
    standing: state.steps[0]!.versions[0]!.standing,
    mandates: state.mandates ?? [],
    unmandated: (state.unmandated ?? []).map(({ act }) => act),
    void: state.void.map(({ code }) => code),
  })
  it.each(list.records)('$file', ({ file, state }) => {
    const proved = verifyBundle(read(file), { charterId: list.charter, crypto })
    expect(saidOf(proved.state)).toEqual(state)
  })
})
