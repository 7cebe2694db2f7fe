import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { charter as playCharter, PARTY_IDS } from '../../../tools/vectors-case.ts'
import { play } from '../../../tools/vectors-play.ts'
import { canonical } from '../src/canonical.ts'
import type { Charter } from '../src/charter.ts'
import type { Cut, Logged } from '../src/cut.ts'
import { createEvaluator, evaluate } from '../src/evaluate.ts'
import type { PartyId } from '../src/id.ts'
import { readCut, type StrandReaders } from '../src/read-cut.ts'
import type { Standing } from '../src/state.ts'
import { createStrandReader } from '../src/strand.ts'
import { cutTo, sizesOf } from './case.ts'
import { charter as everyRule, world as everyWorld } from './rule-worlds.ts'
import { charter, nested, PARTIES, world } from './worlds.ts'

/** Each world is looked at after each of its acts, so that fewer worlds do. */
const RUNS = Math.ceil(Number(process.env['ENTENTE_WORLDS'] ?? 1_500) / 5)
function always<T>(property: fc.IProperty<T>) {
  fc.assert(property, { numRuns: RUNS })
}

/** One evaluator over these cuts, each held against the evaluation of that cut alone. */
function follow(cuts: readonly Cut[], seen?: Map<Standing, number>, rules: Charter = charter) {
  const evaluateNext = createEvaluator(rules)
  for (const cut of cuts) {
    const state = evaluateNext(cut)
    expect(canonical(state)).toBe(canonical(evaluate(rules, cut)))
    for (const { versions } of state.steps)
      for (const { standing } of versions) seen?.set(standing, (seen.get(standing) ?? 0) + 1)
  }
}

/** Every act of a world once, each strand in its order, the strands mixed by a list of draws. */
function growth(cut: Cut, draws: readonly number[], from: Readonly<Record<string, number>>): Cut[] {
  const sizes: Record<string, number> = { ...from }
  const cuts = [cutTo(cut, sizes)]
  for (let turn = 0; ; turn++) {
    const open = PARTIES.filter((id) => (sizes[id] ?? 0) < cut[id as PartyId]!.acts.length)
    const next = open[draws[turn % draws.length]! % open.length]
    if (next === undefined) return cuts
    sizes[next] = (sizes[next] ?? 0) + 1
    cuts.push(cutTo(cut, sizes))
  }
}

const draws = fc.array(fc.nat({ max: 59 }), { minLength: 1, maxLength: 40 })

describe('a case that grows', () => {
  it('is worth after each act what its acts are worth anew, in whatever order they come', () => {
    const seen = new Map<Standing, number>()
    always(fc.property(world, draws, (cut, order) => follow(growth(cut, order, {}), seen)))
    // Worlds are drawn anew in every run: enough that none is missing, not so much that chance fails it.
    for (const standing of ['open', 'stands', 'suspended', 'ended', 'superseded'] as const)
      expect(seen.get(standing), standing).toBeGreaterThan(RUNS / 100)
  })

  it('is worth the same under every rule, with receipts, extensions and reaffirmations', () => {
    const seen = new Map<Standing, number>()
    always(
      fc.property(everyWorld, draws, (cut, order) =>
        follow(growth(cut, order, {}), seen, everyRule),
      ),
    )
    for (const standing of ['open', 'broken', 'stands', 'suspended'] as const)
      expect(seen.get(standing), standing).toBeGreaterThan(0)
  })

  it('is worth the same after many acts at once', () => {
    always(
      fc.property(nested, draws, ({ full, lower, upper }, order) =>
        follow([lower, upper, ...growth(full, order, sizesOf(upper))]),
      ),
    )
  })

  it('is worth the same when a cut does not continue the one before', () => {
    always(
      fc.property(nested, nested, (one, other) =>
        follow([one.upper, one.lower, other.lower, one.full, other.full, other.upper, one.upper]),
      ),
    )
  })

  it('notices another act, another proof and another reason in the place of a known one', () => {
    let different = 0
    always(
      fc.property(world, fc.constantFrom(...PARTIES), fc.nat({ max: 20 }), (cut, by, at) => {
        const strand = cut[by as PartyId]!
        const one = strand.acts[at % Math.max(strand.acts.length, 1)]
        if (!one) return
        const next = strand.acts.find(({ act }) => act?.kind === one.act?.kind && act !== one.act)
        const { trees: _, ...unproved } = one
        const others: Logged[] = [
          { ...one, ...(next?.act && { act: next.act }) },
          unproved,
          { ...one, void: { code: 'act.twice', message: '' } },
          { ...one, void: { code: 'act.elsewhere', message: '' } },
        ]
        const cuts = others.map((other) => ({
          ...cut,
          [by]: { ...strand, acts: strand.acts.with(one.index, other) },
        }))
        follow(cuts.flatMap((changed) => [cut, changed]).concat(cuts))
        const states = [cut, ...cuts].map((each) => canonical(evaluate(charter, each)))
        different += new Set(states).size
      }),
    )
    expect(different).toBeGreaterThan(RUNS * 2)
  })

  it('gives states that later acts leave as they were', () => {
    always(
      fc.property(world, draws, (cut, order) => {
        const evaluateNext = createEvaluator(charter)
        const states = growth(cut, order, {}).map((each) => {
          const state = evaluateNext(each)
          return { state, bytes: canonical(state) }
        })
        for (const { state, bytes } of states) expect(canonical(state)).toBe(bytes)
      }),
    )
  })
})

describe('strands that are read from signed entries', () => {
  const { strands } = play()
  const whole = PARTY_IDS.flatMap((id) => strands[id].entries.map(() => id))

  it('are worth after each entry what they are worth anew, certificates before what they cite too', () => {
    let unproved = 0
    fc.assert(
      fc.property(fc.shuffledSubarray(whole, { minLength: whole.length }), (order) => {
        const readers = Object.fromEntries(
          PARTY_IDS.map((id) => [id, createStrandReader(playCharter, strands[id].party, crypto)]),
        ) as StrandReaders
        const evaluateNext = createEvaluator(playCharter)
        const sizes: Record<string, number> = {}
        for (const id of order) {
          const size = (sizes[id] ?? 0) + 1
          sizes[id] = size
          readers[id as PartyId]!.append(strands[id].entries[size - 1]!)
          const cut = readCut(playCharter, readers, sizes, { crypto })
          expect(canonical(evaluateNext(cut))).toBe(canonical(evaluate(playCharter, cut)))
          for (const { acts } of Object.values(cut))
            for (const { act, trees } of acts) if (act?.kind === 'declare' && !trees) unproved++
        }
      }),
      { numRuns: 20 },
    )
    expect(unproved).toBeGreaterThan(20)
  })
})
