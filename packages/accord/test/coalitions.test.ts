import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { canonical } from '../src/canonical.ts'
import type { Cut, Logged } from '../src/cut.ts'
import { evaluate } from '../src/evaluate.ts'
import type { ActId, PartyId } from '../src/id.ts'
import type { VersionState } from '../src/state.ts'
import { at, cutOf, cutTo, record, versionsOf, withdraw } from './case.ts'
import {
  coalition,
  EXPIRY,
  growing,
  PERIOD,
  TEXTS,
  type Coalition,
  type Text,
} from './coalitions.ts'

/**
 * The sixteen properties of the design (8-trust.md, 5.3), each by its letter, with the decision table of
 * 2-domain.md. What a property asks is said here anew, of the acts alone; R1 and R2 share one test.
 */

const RUNS = Number(process.env['ENTENTE_COALITIONS'] ?? 400)
const SEED = Number(process.env['ENTENTE_SEED'] ?? Date.now() % 2 ** 31)
process.stdout.write(`coalitions: ENTENTE_SEED=${SEED} ENTENTE_COALITIONS=${RUNS}\n`)
function always<T>(property: fc.IProperty<T>) {
  fc.assert(property, { numRuns: RUNS, seed: SEED })
}

const tally = {
  worlds: 0,
  adopted: 0,
  silence: 0,
  inForce: 0,
  ended: 0,
  lapsed: 0,
  broken: 0,
  gated: 0,
}
afterAll(() => {
  process.stdout.write(`coalitions: ${JSON.stringify(tally)}\n`)
})

type Declared = Extract<NonNullable<Logged['act']>, { kind: 'declare' }>
type Certificate = Logged & { readonly act: Declared }
const FOR = new Set(['complies', 'complies-with-statement', 'complies-with-reservation'])
const SHUTS = new Set(['objects', 'awaits-instructions', 'withdrawn', 'silent'])

const stateOf = (charter: Coalition['charter'], cut: Cut, text: Text): VersionState | undefined =>
  versionsOf(charter, cut).find(({ id }) => id === TEXTS[text])
const strand = (cut: Cut, id: string) => cut[id as PartyId]!.acts
const certificates = (cut: Cut, result: Declared['result'], on: Text): Certificate[] =>
  Object.values(cut).flatMap(({ acts }) =>
    acts.filter(
      (one): one is Certificate =>
        one.act?.kind === 'declare' && one.act.result === result && one.act.on === TEXTS[on],
    ),
  )
const sizesIn = ({ act }: Certificate): Record<string, number> =>
  Object.fromEntries(Object.entries(act.cut).map(([id, { size }]) => [id, size]))
/** The cut that a certificate cites. */
const citedBy = (cut: Cut, one: Certificate): Cut => cutTo(cut, sizesIn(one))

/** A member's last word on a text, in its own strand. */
function word(cut: Cut, id: string, on: ActId): { voice: string; vital: boolean } {
  let last = { voice: 'silent', vital: false }
  for (const { act } of strand(cut, id)) {
    if (last.voice === 'withdrawn') break
    if (act?.kind === 'withdraw' && act.on === on) last = { voice: 'withdrawn', vital: false }
    if (act?.kind !== 'comply' || act.on !== on) continue
    // Of the words used here the union voice always complies, so that the national one is the weaker.
    last = { voice: act.national, vital: act.vital === true }
  }
  return last
}
const people = ({ charter }: Coalition, ids: readonly string[]) =>
  charter.parties.reduce(
    (sum, { id, population = 0 }) => sum + (ids.includes(id) ? population : 0),
    0,
  )
const saying = (world: Coalition, cut: Cut, on: Text, is: (voice: string) => boolean) =>
  world.members.filter((id) => is(word(cut, id, TEXTS[on]).voice))

const isDoubleThird = (world: Coalition, cut: Cut, on: Text): boolean => {
  const aside = saying(world, cut, on, (voice) => voice === 'abstains-constructively')
  const isThird = aside.length * 3 >= world.members.length
  return aside.length > 0 && isThird && people(world, aside) * 3 >= people(world, world.members)
}
const isMajority = (world: Coalition, cut: Cut): boolean => {
  const { members, charter } = world
  const yes = saying(world, cut, 'Q', (voice) => FOR.has(voice))
  const isPeople =
    people(world, yes) * 100 >= people(world, members) * 65 ||
    members.length - yes.length < charter.blocking!
  return yes.length * 100 >= members.length * 55 && yes.length >= charter.minimum! && isPeople
}
const isUnanimous = (world: Coalition, cut: Cut): boolean =>
  saying(world, cut, 'U', (voice) => SHUTS.has(voice)).length === 0 &&
  saying(world, cut, 'U', (voice) => FOR.has(voice)).length > 0

/** Distinct witnesses of a tree at or after an instant, or before it. */
const names = (
  times: readonly (readonly [string, number])[] | undefined,
  is: (time: number) => boolean,
) => new Set(times?.filter(([, time]) => is(time)).map(([name]) => name)).size

const texts = ['U', 'S', 'Q', 'N'] as const

describe('in coalitions of 3 to 27', () => {
  it('S1: a position in force has a word of every member, none that objects or awaits, none withdrawn', () => {
    always(
      fc.property(coalition, (world) => {
        const state = stateOf(world.charter, world.cut, 'U')
        tally.worlds++
        for (const text of texts) {
          const { adopted, ended, lapsed, broken, inForce } = stateOf(
            world.charter,
            world.cut,
            text,
          )!
          if (adopted.length > 0) tally.adopted++
          if (adopted.length > 0 && text === 'S') tally.silence++
          if (ended.length > 0) tally.ended++
          if (lapsed) tally.lapsed++
          if (broken) tally.broken++
          if (inForce) tally.inForce++
        }
        if (state?.inForce) expect(isUnanimous(world, world.cut)).toBe(true)
      }),
    )
  })

  it('S2: by majority nothing is in force without 55 %, and 65 % or fewer not for it than block', () => {
    always(
      fc.property(coalition, (world) => {
        if (stateOf(world.charter, world.cut, 'Q')?.inForce)
          expect(isMajority(world, world.cut)).toBe(true)
      }),
    )
  })

  it('S3: nothing is in force while a third of members and of people stands aside', () => {
    always(
      fc.property(coalition, (world) => {
        for (const text of ['U', 'S'] as const)
          if (stateOf(world.charter, world.cut, text)?.inForce)
            expect(isDoubleThird(world, world.cut, text)).toBe(false)
      }),
    )
  })

  it('S4: what silence adopted has late closings by the quorum, no break in them, and a receipt or a word in time of each', () => {
    always(
      fc.property(coalition, (world) => {
        const { charter, cut, members } = world
        const { quorum, grace, notice } = charter
        if (!stateOf(charter, cut, 'S')?.adopted.length) return
        const isClean = certificates(cut, 'adopted', 'S').some((one) => {
          const inside = citedBy(cut, one)
          const moved = (of: Cut) =>
            strand(of, 'XA').flatMap(({ act }) => (act?.kind === 'extend' ? act.until : []))
          const end = Math.max(EXPIRY, ...moved(inside)) + grace
          const filers = one.trees?.early['XA' as PartyId]
          const due = Math.max(EXPIRY, ...moved(cutTo(cut, { XA: filers?.size ?? 0 })))
          return members.every((id) => {
            const early = one.trees?.early[id as PartyId]
            const had = cutTo(cut, { [id]: early?.size ?? 0 })
            const isTimely =
              names(early?.times, (time) => time < due - notice) >= quorum &&
              (id === 'XA' ||
                strand(had, id).some(({ act }) => act?.kind === 'receipt' && act.of === TEXTS.S))
            const spoke =
              names(early?.times, (time) => time < due) >= quorum &&
              word(had, id, TEXTS.S).voice !== 'silent'
            return (
              names(one.trees?.closings[id as PartyId]?.times, (time) => time >= end) >= quorum &&
              !strand(inside, id).some(
                ({ act }) =>
                  (act?.kind === 'withdraw' ||
                    (act?.kind === 'comply' && act.national === 'objects')) &&
                  act.on === TEXTS.S,
              ) &&
              (isTimely || spoke)
            )
          })
        })
        expect(isClean).toBe(true)
      }),
    )
  })

  it('S5: what is adopted has a ground: a certificate in whose own cut the rule is met', () => {
    always(
      fc.property(coalition, (world) => {
        const { charter, cut, named, minimum } = world
        const isMet: Record<Text, (of: Cut) => boolean> = {
          U: (of) => isUnanimous(world, of) && !isDoubleThird(world, of, 'U'),
          S: (of) => saying(world, of, 'S', (voice) => FOR.has(voice)).length > 0,
          Q: (of) =>
            isMajority(world, of) &&
            !world.members.some((id) => {
              const { voice, vital } = word(of, id, TEXTS.Q)
              return vital && voice === 'objects'
            }),
          N: (of) => named.filter((id) => FOR.has(word(of, id, TEXTS.N).voice)).length >= minimum,
        }
        for (const text of texts)
          if (stateOf(charter, cut, text)?.adopted.length)
            expect(
              certificates(cut, 'adopted', text).some((one) => isMet[text](citedBy(cut, one))),
              text,
            ).toBe(true)
      }),
    )
  })

  it('S6: nobody ends what was not adopted in the cut that the end cites', () => {
    always(
      fc.property(coalition, ({ charter, cut }) => {
        for (const text of texts)
          for (const id of stateOf(charter, cut, text)?.ended ?? []) {
            const end = certificates(cut, 'ended', text).find((one) => one.id === id)!
            expect(stateOf(charter, citedBy(cut, end), text)?.adopted).not.toEqual([])
          }
      }),
    )
  })

  it('S7: nothing lapses but by proof that a member did not reaffirm for the window that is due', () => {
    always(
      fc.property(coalition, ({ charter, cut, members }) => {
        for (const text of texts)
          for (const id of stateOf(charter, cut, text)?.lapsed ?? []) {
            const lapse = certificates(cut, 'lapsed', text).find((one) => one.id === id)!
            // Window 0 is no act at all: a bad vector of `declare` says so.
            const { window = 0 } = lapse.act
            const inside = citedBy(cut, lapse)
            expect(
              members.some(
                (member) =>
                  names(
                    lapse.trees?.closings[member as PartyId]?.times,
                    (time) => time >= EXPIRY + window * PERIOD,
                  ) >= charter.quorum &&
                  !strand(inside, member).some(
                    ({ act }) =>
                      act?.kind === 'reaffirm' && act.on === TEXTS[text] && act.window === window,
                  ),
              ),
            ).toBe(true)
          }
      }),
    )
  })

  it('S8: no nation may start or goes on with a measure that is not in force, or without its own consent', () => {
    always(
      fc.property(coalition, ({ charter, cut }) => {
        const version = stateOf(charter, cut, 'N')!
        for (const { nations } of evaluate(charter, cut).measures ?? [])
          for (const [member, { stage, start }] of Object.entries(nations)) {
            if (stage === 'barred' || stage === 'suspended') tally.gated++
            if (stage !== 'running' && stage !== 'may-start') continue
            expect(version.inForce).toBe(true)
            expect(FOR.has(word(cut, member, TEXTS.N).voice)).toBe(true)
            if (stage === 'may-start')
              expect(strand(cut, member).some(({ act }) => act?.kind === 'assess')).toBe(true)
            const begun = strand(cut, member).find(({ id }) => id === start)?.act
            if (begun?.kind === 'start') expect(version.adopted).toContain(begun.certificate)
          }
      }),
    )
  })

  it('S9: no certificate speaks of what comes after it in its own strand', () => {
    let future = 0
    always(
      fc.property(coalition, ({ charter, cut }) => {
        const isFuture = (one: Logged) =>
          one.act?.kind === 'declare' && one.act.cut[one.party]!.size > one.index
        const without = blanked(charter, cut, isFuture)
        if (Object.values(cut).some(({ acts }) => acts.some(isFuture))) future++
        expect(versionsOf(charter, without)).toEqual(versionsOf(charter, cut))
      }),
    )
    expect(future).toBeGreaterThan(RUNS / 50)
  })

  it('M1: adopted, ended, lapsed and broken never revert', () => {
    always(
      fc.property(growing, ({ charter, lower, upper }) => {
        for (const text of texts) {
          const before = stateOf(charter, lower, text)
          const after = stateOf(charter, upper, text)
          for (const fact of ['adopted', 'ended', 'lapsed', 'broken'] as const)
            expect(after?.[fact] ?? []).toEqual(expect.arrayContaining([...(before?.[fact] ?? [])]))
        }
      }),
    )
  })

  it('R1, R2: what ended or lapsed is never in force again, and who withdrew stays withdrawn', () => {
    always(
      fc.property(growing, ({ charter, members, lower, upper }) => {
        for (const text of texts) {
          const before = stateOf(charter, lower, text)
          const after = stateOf(charter, upper, text)
          if (before?.ended.length || before?.lapsed) expect(after?.inForce).toBe(false)
          for (const id of members as readonly PartyId[])
            if (before?.voices[id]?.effective === 'withdrawn')
              expect(after?.voices[id]?.effective).toBe('withdrawn')
        }
      }),
    )
  })

  it("V1: a member's voice depends on its own strand only", () => {
    always(
      fc.property(coalition, fc.nat(), ({ charter, members, cut }, draw) => {
        const member = members[draw % members.length]! as PartyId
        // The filer keeps its strand, else there is no text to speak on.
        const alone = Object.fromEntries(
          Object.entries(cut).map(([id, one]) => [
            id,
            id === 'XA' || id === member ? one : { ...one, acts: [] },
          ]),
        ) as Cut
        for (const text of texts)
          expect(stateOf(charter, alone, text)?.voices[member]).toEqual(
            stateOf(charter, cut, text)?.voices[member],
          )
      }),
    )
  })

  it('V2: every member can leave by one act of its own, and what needs all falls with it', () => {
    always(
      fc.property(coalition, fc.nat(), ({ charter, members, cut }, draw) => {
        const member = members[draw % members.length]! as PartyId
        for (const text of texts) {
          const [left] = strand(cutOf(charter, { [member]: [withdraw(TEXTS[text])] }), member)
          const own = cut[member]!
          const act = { ...left!, index: own.acts.length, id: at(member, 4_095) }
          const after = { ...cut, [member]: { ...own, acts: [...own.acts, act] } }
          const version = stateOf(charter, after, text)!
          if (text === 'U' || text === 'S') expect(version.inForce).toBe(false)
          if (version.voices[member]) expect(version.voices[member].effective).toBe('withdrawn')
          if (text === 'N') {
            const { nations } = evaluate(charter, after).measures![0]!
            expect(['running', 'may-start']).not.toContain(nations[member]?.stage)
          }
        }
      }),
    )
  })

  it('V3: acts on other texts change nothing of a text', () => {
    always(
      fc.property(coalition, fc.constantFrom(...texts), ({ charter, cut }, text) => {
        const step = text.toLowerCase()
        const ours = new Set<string>(
          evaluate(charter, cut)
            .steps.find(({ id }) => id === step)!
            .versions.map(({ id }) => id),
        )
        const isOther = ({ act }: Logged) =>
          act !== undefined &&
          !('step' in act && act.step.id === step) &&
          !('on' in act && ours.has(act.on)) &&
          !('of' in act && typeof act.of === 'string' && ours.has(act.of))
        const find = (of: Cut) => evaluate(charter, of).steps.find(({ id }) => id === step)
        expect(find(blanked(charter, cut, isOther))).toEqual(find(cut))
      }),
    )
  })

  it('D1: the same cut has the same bytes, in whatever order parties, witnesses and strands are listed', () => {
    always(
      fc.property(coalition, fc.nat({ max: 26 }), ({ charter, cut }, turn) => {
        const turned = <T>(list: readonly T[]): T[] => [
          ...list.slice(turn % list.length).toReversed(),
          ...list.slice(0, turn % list.length),
        ]
        const mixed = {
          ...charter,
          parties: turned(charter.parties),
          witnesses: turned(charter.witnesses),
        }
        const strands = Object.fromEntries(turned(Object.entries(cut))) as Cut
        expect(canonical(evaluate(mixed, strands))).toBe(canonical(evaluate(charter, cut)))
      }),
    )
  })

  it('these worlds are worth something: each thing that can become of a text became of many', () => {
    for (const [what, many] of Object.entries(tally))
      expect(many, what).toBeGreaterThan(what === 'worlds' ? 0 : RUNS / 25)
  })
})

/** The same cut with other acts, which decide nothing, in some places. */
function blanked(charter: Coalition['charter'], cut: Cut, is: (one: Logged) => boolean): Cut {
  return Object.fromEntries(
    Object.entries(cut).map(([by, one]) => {
      const [blank] = strand(cutOf(charter, { [by]: [record('evidence')] }), by)
      const acts = one.acts.map((act) => {
        if (!is(act)) return act
        const { party, index, id, keyids } = act
        return { ...blank!, party, index, id, keyids }
      })
      return [by, { ...one, acts }]
    }),
  ) as Cut
}
