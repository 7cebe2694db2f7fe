import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { remembering, toUtf8 } from '@entente/log'
import { crypto as native } from '../../../apps/node/src/platform/crypto.ts'
import {
  bytesOf,
  charter,
  charterBytes,
  charterFields,
  ministry,
  openStrand,
  PARTY_IDS,
  payload,
} from '../../../tools/vectors-case.ts'
import { ATTRIBUTION, complies, EVIDENCE, play, STEP, TEXT } from '../../../tools/vectors-play.ts'
import type { Act } from '../src/act.ts'
import { parseCanonical } from '../src/canonical.ts'
import { verifyStrandCheckpoint } from '../src/checkpoint.ts'
import { AccordError } from '../src/error.ts'
import { evaluate } from '../src/evaluate.ts'
import { parseCharter } from '../src/parse-charter.ts'
import { readCut, type StrandReaders } from '../src/read-cut.ts'
import { openEntry, seal } from '../src/sign.ts'
import type { State } from '../src/state.ts'
import { createStrandReader } from '../src/strand.ts'
import { verifyBundle } from '../src/verify-bundle.ts'

/** Inputs that a hostile peer could send: a refusal with a code, or nothing; never a crash. */

// Nearly all of each input is good: what is true in it is proved once.
const crypto = remembering(native)

vi.setConfig({ testTimeout: 240_000 })
const SEED = Number(process.env['ENTENTE_SEED'] ?? Date.now() % 2 ** 31)
const RUNS = Number(process.env['ENTENTE_HOSTILE'] ?? 5_000)
process.stdout.write(`hostile input: ENTENTE_SEED=${SEED}\n`)

const good = readFileSync(
  new URL('../../../spec/vectors/bundle/quiet-modem.json', import.meta.url),
  'utf8',
)
const trusted = verifyBundle(good, { crypto, charterId: charter.id })

/** Runs what may refuse; anything thrown but a refusal with a code fails the test. */
function refusalOf(run: () => unknown): string | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    expect(error.code).toMatch(/^[a-z]+\.[a-z0-9-]+$/)
    expect(error.message.length).toBeLessThan(2_000)
    return error.code
  }
}

/** Values that break what is careless: wrong types, huge, deep, odd keys, lone surrogates. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    null,
    -1,
    0,
    2 ** 53,
    1e308,
    '',
    '\ud800',
    '\u0000',
    'constructor',
    [],
    {},
    { ['__proto__']: 1 },
    { constructor: {}, toString: 1 },
    'a'.repeat(70_000),
    Array(70).fill('x'),
    JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`),
  ),
)

/** Where in a value something can be put. */
type Path = readonly (string | number)[]
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))]
}

function put(value: unknown, [key, ...rest]: Path, strangeValue: unknown): unknown {
  if (key === undefined) return strangeValue
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) }
  const at = copy as Record<string | number, unknown>
  at[key] = put(at[key], rest, strangeValue)
  return copy
}

/** A value with one to three strange things in it. */
const spoilt = (value: unknown): fc.Arbitrary<unknown> => {
  const paths = pathsOf(value)
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), strange), { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce<unknown>((now, [path, what]) => {
        try {
          return put(now, path, what)
        } catch {
          // An earlier change took the place away.
          return now
        }
      }, value),
    )
}

/** Canonical bytes where there are any, else plain JSON. */
function written(value: unknown): Uint8Array {
  try {
    return bytesOf(value)
  } catch {
    return toUtf8(JSON.stringify(value ?? null))
  }
}

const ACTS = [
  EVIDENCE,
  ATTRIBUTION,
  { kind: 'propose', step: STEP, text: TEXT },
  complies(charter.id as never, { reservations: [{ axis: 'union', text: 'No.' }] }),
  { kind: 'withdraw', on: charter.id },
].map((said) => JSON.parse(new TextDecoder().decode(payload('XA', said))) as unknown)

const certificate = Object.values(trusted.cut)
  .flatMap(({ acts }) => acts)
  .find(({ act }) => act?.kind === 'declare')!.act

describe('hostile bytes', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ maxLength: 200 }).map(toUtf8),
    fc.json().map(toUtf8),
  )

  it(`as an entry, a charter, a note, a record: ${RUNS} of each are refused with a code`, () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const text = new TextDecoder().decode(some)
        expect(refusalOf(() => openEntry(some))).toMatch(/^envelope\./)
        expect(refusalOf(() => parseCharter(some, crypto))).toMatch(/^(json|charter)\./)
        expect(
          refusalOf(() => verifyStrandCheckpoint(charter, openStrand('XA').party, text, crypto)),
        ).toMatch(/^checkpoint\./)
        expect(refusalOf(() => verifyBundle(text, { crypto }))).toBe('bundle.malformed')
        refusalOf(() => parseCanonical(some))
      }),
      { numRuns: RUNS, seed: SEED },
    )
  })
})

describe('hostile acts', () => {
  const strand = openStrand('XA')
  const reader = createStrandReader(charter, strand.party, crypto)
  reader.append(strand.entries[0]!)
  const act = fc.oneof(...[...ACTS, certificate].map(spoilt))

  it(`signed by a true key: ${RUNS} are void with a code, refused with one, or well-formed`, () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(act, (value) => {
        let verdict = 'too large to seal'
        const code = refusalOf(() => {
          const entry = seal(written(value), [ministry('XA')])
          verdict = reader.check(entry).void?.code ?? 'counts'
        })
        const key = code ?? verdict
        seen.set(key, (seen.get(key) ?? 0) + 1)
      }),
      { numRuns: RUNS, seed: SEED },
    )
    // Most of them are malformed; a generator that only made good ones would test nothing.
    expect(seen.get('act.malformed') ?? 0).toBeGreaterThan(RUNS / 2)
    expect(reader.tree.size).toBe(1)
  })

  it(`in a hostile envelope: ${RUNS} are refused with a code, or void with one`, () => {
    const envelope: unknown = JSON.parse(
      new TextDecoder().decode(seal(payload('XA', EVIDENCE), [ministry('XA')])),
    )
    let refused = 0
    fc.assert(
      fc.property(spoilt(envelope), (value) => {
        if (refusalOf(() => reader.check(written(value))) !== undefined) refused++
      }),
      { numRuns: RUNS, seed: SEED },
    )
    expect(refused).toBeGreaterThan(RUNS / 2)
  })
})

describe('hostile certificates', () => {
  const { strands } = play()
  const readersWith = (entry: Uint8Array) =>
    Object.fromEntries(
      PARTY_IDS.map((id) => {
        const reader = createStrandReader(charter, strands[id].party, crypto)
        for (const one of strands[id].entries) reader.append(one)
        if (id === 'CO') reader.append(entry)
        return [id, reader]
      }),
    ) as StrandReaders
  const prev = strands.CO.entries.length - 1
  const { closings, cut, ...fields } = certificate as Extract<Act, { kind: 'declare' }>
  const last = trusted.cut[strands.CO.party]!.acts[prev]!.id
  const body = { ...fields, prev: last, closings, cut }

  it(`${RUNS / 20} are void, or prove what is true, and leave the rest of the case as it is`, () => {
    fc.assert(
      fc.property(spoilt(body), (value) => {
        refusalOf(() => {
          const readers = readersWith(seal(written(value), [ministry('CO')]))
          const sizes = Object.fromEntries(
            Object.values(readers).map(({ party, tree }) => [party, tree.size]),
          )
          const state = evaluate(charter, readCut(charter, readers, sizes, { crypto }))
          const standings = (of: State) =>
            of.steps.flatMap(({ versions }) => versions.map(({ standing }) => standing))
          expect(standings(state)).toEqual(standings(trusted.state))
        })
      }),
      { numRuns: RUNS / 20, seed: SEED },
    )
  })
})

describe('hostile charters', () => {
  it(`${RUNS} with strange things in them are refused with a code, or are charters`, () => {
    let refused = 0
    fc.assert(
      fc.property(spoilt(charterFields()), (value) => {
        if (refusalOf(() => parseCharter(written(value), crypto)) !== undefined) refused++
      }),
      { numRuns: RUNS, seed: SEED },
    )
    expect(refused).toBeGreaterThan(RUNS / 2)
  })
})

describe('hostile records', () => {
  const bundle: unknown = JSON.parse(good)

  it(`${RUNS / 4} with strange things in them are refused with a code, or prove the same`, () => {
    fc.assert(
      fc.property(spoilt(bundle), (value) => {
        const text = JSON.stringify(value)
        refusalOf(() =>
          expect(verifyBundle(text, { crypto, charterId: charter.id }).digest).toBe(trusted.digest),
        )
      }),
      { numRuns: RUNS / 4, seed: SEED },
    )
  })

  it('4000 with one bit flipped are refused, or prove the same state', () => {
    const bytes = Buffer.from(good)
    const seen = { refused: 0, same: 0 }
    fc.assert(
      fc.property(fc.nat({ max: bytes.length * 8 - 1 }), (bit) => {
        const flipped = Buffer.from(bytes)
        flipped[bit >> 3]! ^= 1 << (bit & 7)
        const code = refusalOf(() => {
          const verified = verifyBundle(flipped.toString(), { crypto, charterId: charter.id })
          expect(verified.digest).toBe(trusted.digest)
          expect(verified.state).toEqual(trusted.state)
        })
        seen[code === undefined ? 'same' : 'refused']++
      }),
      { numRuns: 4_000, seed: SEED },
    )
    // Only the white space that JSON allows may change without a trace, and this record has none.
    expect(seen.refused).toBeGreaterThan(3_950)
    process.stdout.write(`bit flips: ${seen.refused} refused, ${seen.same} the same state\n`)
  })

  it('nothing of it depends on the bytes of the charter beyond their hash', () => {
    expect(parseCharter(charterBytes, crypto)).toEqual(trusted.charter)
  })
})
