import { describe, expect, it } from 'vitest'
import {
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  propose,
  receipt,
  withdraw,
  type Drafted,
  type Strands,
} from '../test/case.ts'
import type { Act } from './act.ts'
import type { RuleName } from './charter.ts'
import { evaluate } from './evaluate.ts'
import { ifSaid } from './if-said.ts'
import { SPOKEN } from './voice.ts'

const V = at('CO', 0)
const EXPIRY = 100
const charterBy = (rule: RuleName, model?: string) =>
  charterOf({
    minimum: 2,
    blocking: 1,
    steps: { position: { rule, ...(model !== undefined && { model }) } },
  })
const TEXT = propose('position', 'position', {
  expiry: EXPIRY,
  names: ['XA', 'XB', 'XC'],
  minimum: 2,
})
const late = { CO: [5, 200], XA: [5, 200], XB: [5, 200], XC: [5, 200] }
const adoption = declare(
  'adopted',
  V,
  { CO: 1, XA: 1, XB: 1, XC: 1 },
  late,
  {},
  {
    early: { CO: [1, 5], XA: [1, 5], XB: [1, 5], XC: [1, 5] },
  },
)

/** What Birch says before, once the text was adopted or not, and what it is supposed to say then. */
function both(
  charter: ReturnType<typeof charterBy>,
  strands: Strands,
  supposed: readonly (readonly [string, Drafted])[],
) {
  const judge = (all: Strands) => evaluate(charter, cutOf(charter, all)).steps[0]!
  const step = judge(strands)
  const followed = supposed.reduce<Strands>(
    (all, [by, act]) => ({ ...all, [by]: [...(all[by] ?? []), act] }),
    strands,
  )
  const real = judge(followed).versions[0]!
  const acts = supposed.map(([party, { act }]) => ({ ...act, party }) as unknown as Act)
  const said = ifSaid(charter, { kind: step.kind, version: step.versions[0]! }, acts, {
    minimum: 2,
  })
  const worth = ({ gate, incomplete }: typeof real) => ({
    open: gate.open,
    why: gate.reasons.map(({ code, member, rule, source }) => ({ code, member, rule, source })),
    incomplete,
  })
  return { said: worth(said), real: worth(real), before: step.versions[0]! }
}

describe('a version if something more were said on it', () => {
  const words = (until?: number) => [
    ...SPOKEN.map((voice) => comply(V, voice, voice, { until })),
    comply(V, 'objects', 'objects', { vital: true }),
    comply(V, 'complies', 'complies', { amends: true }),
    withdraw(V),
    receipt(V),
  ]
  it.each([
    ['express-unanimity', undefined],
    ['qualified-majority', undefined],
    ['participants-only', undefined],
    ['silence', undefined],
    ['silence', 'osce'],
  ] as const)('is by %s %s what the case would be with the acts', (rule, model) => {
    const charter = charterBy(rule, model)
    let adopted = 0
    for (const isAdopted of [false, true])
      for (const earlier of words())
        for (const later of words()) {
          const first = isAdopted ? [receipt(V), earlier] : [earlier]
          const strands = {
            CO: isAdopted ? [TEXT, adoption] : [TEXT],
            XA: [comply(V)],
            XB: rule === 'silence' && isAdopted ? first : isAdopted ? [comply(V), earlier] : first,
            XC: [comply(V)],
          }
          const { said, real, before } = both(charter, strands, [['XB', later]])
          // A receipt is no voice: what it makes of a silence is not supposed here.
          if (later.act['kind'] !== 'receipt') expect(said).toEqual(real)
          if (before.adopted.length > 0) adopted += 1
        }
    expect(adopted).toBe(words().length ** 2)
  })
  it('does not let back in a voice that is certified to have run out', () => {
    const charter = charterBy('express-unanimity')
    const ran = declare('expired', V, { CO: 1, XB: 1 }, { XB: [60] }, {}, { of: at('XB', 0) })
    const strands = {
      CO: [TEXT, ran],
      XA: [],
      XB: [comply(V, 'complies', 'complies', { until: 50 })],
      XC: [comply(V)],
    }
    const { said, real } = both(charter, strands, [['XA', comply(V)]])
    expect(said).toEqual(real)
    expect(said).toMatchObject({ open: false, why: [{ code: 'ran-out', member: 'XB' }] })
  })
})
