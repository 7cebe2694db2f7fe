import fc from 'fast-check'
import type { Act } from '../src/act.ts'
import type { Cut, Logged } from '../src/cut.ts'
import type { PartyId } from '../src/id.ts'

/** An act of a drawn cut in whose place a fork is proved, a party leaves, or its root keys disown what it said before. */
export type Twist = {
  readonly by: number
  readonly at: number
  readonly does: 'accuse' | 'leave' | 'disavow'
  readonly pick: number
}

export const twists: fc.Arbitrary<readonly Twist[]> = fc
  .array(
    fc.record({
      by: fc.nat({ max: 4 }),
      at: fc.nat({ max: 13 }),
      does: fc.constantFrom('accuse' as const, 'leave' as const, 'disavow' as const),
      pick: fc.nat({ max: 50 }),
    }),
    { maxLength: 3 },
  )
  // Disavowals last, and one: what is named has to be what is there.
  .map((all) => [
    ...all.filter(({ does }) => does !== 'disavow'),
    ...all.filter(({ does }) => does === 'disavow').slice(0, 1),
  ])

const NOTE = (size: number) => {
  const filler = (bytes: number) => Buffer.alloc(bytes, 1).toString('base64')
  return `log.example\n${size}\n${filler(32)}\n\n— log.example ${filler(68)}\n`
}
const STAYING = new Set(['propose', 'amend'])
const HEARD = new Set(['comply', 'withdraw', 'propose', 'amend', 'extend', 'receipt', 'reaffirm'])

/** What is on record in a forked strand counts for nothing; drawn worlds have evidence alone. */
const frozen = (cut: Cut, of: PartyId, size: number): Cut => ({
  ...cut,
  [of]: {
    ...cut[of]!,
    acts: cut[of]!.acts.map((one) =>
      one.act?.kind === 'evidence' && one.index >= size && !one.void
        ? { ...one, void: { code: 'strand.forked', message: 'Its log signed two histories.' } }
        : one,
    ),
  },
})

export function twisted(cut: Cut, { by, at, does, pick }: Twist): Cut {
  const parties = Object.keys(cut) as PartyId[]
  const party = parties[by % parties.length]!
  const acts = [...cut[party]!.acts]
  const { id, index, keyids, act } = acts[at] ?? {}
  if (!id || !act || index === undefined || !keyids || STAYING.has(act.kind)) return cut
  const put = (said: object) => {
    const { v, charter, claimedAt } = act
    const whole = { v, charter, party, claimedAt, ...said } as unknown as Act
    acts[at] = { id, party, index, keyids, act: whole }
  }
  if (does === 'accuse') {
    const of = parties[pick % parties.length]!
    const size = pick % 11
    put({ kind: does, of, notes: [NOTE(size), NOTE(size)] })
    return frozen({ ...cut, [party]: { ...cut[party]!, acts } }, of, size)
  }
  if (does === 'leave') {
    put({ kind: does })
    const late = { code: 'act.after-leave', message: 'It had left.' }
    for (const [place, { trees: _trees, unmandated: _unmandated, ...one }] of [
      ...acts.entries(),
    ].slice(at + 1))
      acts[place] = { ...one, void: late }
  }
  if (does === 'disavow') {
    const isNamed = (one: Logged) =>
      !one.void && (one.index + pick) % 2 === 0 && HEARD.has(one.act!.kind)
    const named = acts.slice(0, at).filter(isNamed)
    put({ kind: does, acts: named.map((one) => one.id), reason: 'The key was stolen.' })
    for (const one of named) acts[one.index] = { ...one, disavowed: { by: id, from: at } }
  }
  return { ...cut, [party]: { ...cut[party], acts } }
}
