import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../src/canonical.ts'
import type { Charter } from '../src/charter.ts'
import type { Cut } from '../src/cut.ts'
import { evaluate } from '../src/evaluate.ts'
import type { PartyId } from '../src/id.ts'
import type { Sizes } from '../src/matter.ts'
import type { ReasonCode, Standing, State } from '../src/state.ts'
import { charter as everyRule, nested as nestedUnderEveryRule } from './rule-worlds.ts'
import { twisted, twists } from './twists.ts'
import { charter, nested } from './worlds.ts'

/**
 * The state once more by the verifier in `spec/verifier`, which follows the pages of `spec/` and shares no line with this
 * package: two programs, one state, whatever was said and certified.
 */

type Second = {
  readonly stateOf: (
    charter: Charter,
    cut: ReadonlyMap<string, { readonly root: string; readonly acts: readonly object[] }>,
  ) => State
}
const second = (await import(
  new URL('../../../spec/verifier/state.mjs', import.meta.url).href
)) as Second

const secondState = (rules: Charter, cut: Cut): State =>
  second.stateOf(
    rules,
    new Map(
      Object.keys(cut)
        .toSorted()
        .map((party) => {
          const { root, acts } = cut[party as PartyId]!
          return [
            party,
            { root, acts: acts.map(({ void: why, ...one }) => ({ ...one, void: why?.code })) },
          ]
        }),
    ),
  )

const RUNS = Math.ceil(Number(process.env['ENTENTE_WORLDS'] ?? 1_500) / 2)
type What = `is ${Standing}` | `because ${ReasonCode}` | 'waits' | 'ran out'

/** Both states of a cut, held against one another; what occurs in them is noted. */
function compare(rules: Charter, cut: Cut, seen: Set<What>) {
  const state = evaluate(rules, cut)
  expect(canonical(secondState(rules, cut))).toBe(canonical(state))
  for (const { standing, reasons, gate, ranOut } of state.steps.flatMap((step) => step.versions)) {
    seen.add(`is ${standing}`)
    for (const { code } of [...reasons, ...gate.reasons]) seen.add(`because ${code}`)
    if (gate.notBefore !== undefined) seen.add('waits')
    if (ranOut) seen.add('ran out')
  }
}

/** The same cut, but that some voices come with a text that the member would have instead. */
const amending = (cut: Cut, place: number): Cut =>
  Object.fromEntries(
    Object.entries(cut).map(([party, strand]) => [
      party,
      {
        ...strand,
        acts: strand.acts.map((one) =>
          one.act?.kind === 'comply' && one.index % 8 === place
            ? { ...one, act: { ...one.act, amendment: [{ id: '1', text: 'Otherwise.' }] } }
            : one,
        ),
      },
    ]),
  ) as Cut

/** The same cut, but that some acts were signed under mandates whose end two other acts certify. */
const ending = (cut: Cut, place: number): Cut =>
  Object.fromEntries(
    Object.entries(cut).map(([party, strand], which) => [
      party,
      {
        ...strand,
        acts: strand.acts.map((one) =>
          HEARD.has(one.act?.kind ?? '') && !one.void && (one.index + which + place) % 5 === 0
            ? { ...one, unmandated: [[knownAt(cut, place), knownAt(cut, place + 1)]] }
            : one,
        ),
      },
    ]),
  ) as Cut

const HEARD = new Set(['propose', 'amend', 'comply', 'withdraw', 'reaffirm', 'receipt'])
const knownAt = (cut: Cut, place: number) => {
  const parties = Object.keys(cut) as PartyId[]
  const cited = Object.fromEntries(parties.map((id) => [id, 0])) as Sizes
  return { by: parties[place % parties.length]!, at: place % 7, cited }
}

/** Both states of three cuts of each world, and all that occurred in them. */
function compareAll(worlds: typeof nested, charters: readonly Charter[]): Set<What> {
  const seen = new Set<What>()
  fc.assert(
    fc.property(
      worlds,
      fc.constantFrom(...charters),
      fc.nat({ max: 12 }),
      twists,
      (cuts, rules, place, odd) => {
        for (const cut of [cuts.full, cuts.lower, cuts.upper])
          compare(rules, odd.reduce(twisted, (place % 2 ? amending : ending)(cut, place)), seen)
      },
    ),
    { numRuns: RUNS },
  )
  return seen
}

describe('the second verifier', () => {
  it('computes the same state of cases by unanimity', () => {
    const seen = compareAll(nested, [charter])
    expect(seen).toContain('is superseded')
    expect(seen).toContain('because later-version')
    expect(seen).toContain('because double-third')
  })

  it('computes the same state under every rule, and every choice that a charter has in one', () => {
    const term = (model: 'osce' | 'nato'): Charter => ({
      ...everyRule,
      doubleThirdUnderMajority: true,
      steps: { ...everyRule.steps, term: { rule: 'silence', model } },
    })
    const seen = compareAll(nestedUnderEveryRule, [everyRule, term('osce'), term('nato')])
    const standings = [
      'open',
      'broken',
      'stands',
      'stands-with-reservations',
      'weakened',
      'suspended',
      'ended',
      'lapsed',
    ] as const
    const codes = [
      'silent',
      'unacknowledged',
      'ran-out',
      'objects',
      'awaits-instructions',
      'withdrawn',
      'brake',
      'broken',
      'nobody-for',
      'double-third',
      'below-members',
      'below-minimum',
      'below-population',
      'participants-missing',
      'reserves',
      'consent-lost',
      'not-reaffirmed',
      'not-declared',
    ] as const
    const wanted: What[] = [
      ...standings.map((standing) => `is ${standing}` as const),
      ...codes.map((code) => `because ${code}` as const),
      'waits',
      'ran out',
    ]
    expect(wanted.filter((what) => !seen.has(what))).toEqual([])
  })
})
