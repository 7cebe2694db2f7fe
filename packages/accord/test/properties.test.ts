import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../src/canonical.ts'
import type { Charter } from '../src/charter.ts'
import type { Cut, Logged } from '../src/cut.ts'
import { evaluate } from '../src/evaluate.ts'
import type { PartyId } from '../src/id.ts'
import type { VersionState } from '../src/state.ts'
import { cutOf, cutTo, record, versionsOf, withdraw } from './case.ts'
import { isMet, proves, provesEnd, sizesOf, voicesOf } from './oracle.ts'
import { charter, MEMBERS, nested, PARTIES, world } from './worlds.ts'

// The letters are those of the design's list of properties, here for express unanimity; S2, S4, S7 and S8, and all of
// them under the other rules, are in coalitions.test.ts.

const RUNS = Number(process.env['ENTENTE_WORLDS'] ?? 1_500)
function always<T>(property: fc.IProperty<T>) {
  fc.assert(property, { numRuns: RUNS })
}

const judged = (cut: Cut): VersionState[] =>
  versionsOf(charter, cut).filter(({ rule }) => rule === 'express-unanimity')
const certificates = (cut: Cut): Logged[] =>
  Object.values(cut).flatMap(({ acts }) => acts.filter(({ act }) => act?.kind === 'declare'))

describe('a version in force', () => {
  it('S1, S3: has every voice, none that shuts, one that is for, and no double third', () => {
    let inForce = 0
    always(
      fc.property(world, (cut) => {
        for (const version of judged(cut)) {
          const voices = voicesOf(charter, cut, { on: version.id, sizes: sizesOf(cut) })
          expect(version.gate.open).toBe(isMet(charter, voices))
          if (version.inForce) {
            expect(isMet(charter, voices)).toBe(true)
            inForce++
          }
        }
      }),
    )
    expect(inForce).toBeGreaterThan(RUNS / 20)
  })
})

describe('what is certified', () => {
  it('S5: is adopted exactly where there is an instant at which all trees of the cut met the rule', () => {
    const seen = { yes: 0, no: 0 }
    always(
      fc.property(world, (cut) => {
        const said = new Set(judged(cut).flatMap(({ adopted }) => adopted))
        const counted = new Set(judged(cut).map(({ id }) => id))
        for (const certificate of certificates(cut)) {
          const { act } = certificate
          if (act?.kind !== 'declare' || act.result !== 'adopted' || !counted.has(act.on)) continue
          expect(said.has(certificate.id)).toBe(proves(charter, cut, certificate))
          seen[said.has(certificate.id) ? 'yes' : 'no']++
        }
      }),
    )
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(RUNS / 20)
  })

  it('S6: is ended exactly where it was adopted and stays unmet whoever else complies', () => {
    const seen = { yes: 0, no: 0 }
    always(
      fc.property(world, (cut) => {
        const said = new Set(judged(cut).flatMap(({ ended }) => ended))
        const counted = new Set(judged(cut).map(({ id }) => id))
        for (const certificate of certificates(cut)) {
          const { act } = certificate
          if (act?.kind !== 'declare' || act.result !== 'ended' || !counted.has(act.on)) continue
          expect(said.has(certificate.id)).toBe(provesEnd(charter, cut, certificate))
          seen[said.has(certificate.id) ? 'yes' : 'no']++
        }
      }),
    )
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(RUNS / 50)
  })

  it('S9: rests on nothing beyond what it cites', () => {
    always(
      fc.property(world, (cut) => {
        for (const { adopted, ended } of judged(cut))
          for (const id of [...adopted, ...ended]) {
            const logged = certificates(cut).find((one) => one.id === id)!
            const cited = logged.act?.kind === 'declare' ? logged.act.cut : {}
            const sizes = Object.fromEntries(
              Object.entries(cited).map(([party, { size }]) => [party, size]),
            )
            const least = cutTo(cut, { ...sizes, [logged.party]: logged.index + 1 })
            const there = judged(least).flatMap((one) => [...one.adopted, ...one.ended])
            expect(there).toContain(id)
          }
      }),
    )
  })
})

describe('along growing cuts', () => {
  it('M1: adopted and ended never revert', () => {
    always(
      fc.property(nested, ({ lower, upper }) => {
        const later = new Map(judged(upper).map((version) => [version.id, version]))
        for (const { id, adopted, ended } of judged(lower)) {
          expect(later.get(id)?.adopted).toEqual(expect.arrayContaining([...adopted]))
          expect(later.get(id)?.ended).toEqual(expect.arrayContaining([...ended]))
        }
      }),
    )
  })

  it('R1: what ended or was superseded is never in force again', () => {
    let final = 0
    always(
      fc.property(nested, ({ lower, upper }) => {
        const later = new Map(judged(upper).map((version) => [version.id, version]))
        for (const { id, standing } of judged(lower)) {
          if (standing !== 'ended' && standing !== 'superseded') continue
          final++
          expect(['ended', 'superseded']).toContain(later.get(id)?.standing)
          expect(later.get(id)?.inForce).toBe(false)
        }
      }),
    )
    expect(final).toBeGreaterThan(RUNS / 100)
  })

  it('R2: who withdrew stays withdrawn', () => {
    always(
      fc.property(nested, ({ lower, upper }) => {
        const later = new Map(judged(upper).map(({ id, voices }) => [id, voices]))
        for (const { id, voices } of judged(lower))
          for (const [member, { effective }] of Object.entries(voices))
            if (effective === 'withdrawn')
              expect(later.get(id)?.[member as PartyId]?.effective).toBe('withdrawn')
      }),
    )
  })
})

describe('sovereignty', () => {
  it("V1: a member's voice depends on its own strand only", () => {
    always(
      fc.property(world, fc.constantFrom(...MEMBERS), (cut, member) => {
        // The filers keep their strands, else there is no version to speak on.
        const filers = new Set(['XA', 'CO', member])
        const alone = Object.fromEntries(
          Object.entries(cut).map(([id, strand]) => [
            id,
            filers.has(id) ? strand : { ...strand, acts: [] },
          ]),
        ) as Cut
        const voiceOf = (of: Cut) => judged(of).map(({ voices }) => voices[member as PartyId])
        expect(voiceOf(alone)).toEqual(voiceOf(cut))
      }),
    )
  })

  it('V2: it can always leave, by one act of its own', () => {
    always(
      fc.property(world, fc.constantFrom(...MEMBERS), (cut, member) => {
        for (const { id } of judged(cut)) {
          const [left] = Object.values(cutOf(charter, { [member]: [withdraw(id)] }))
            .flatMap(({ acts }) => acts)
            .map((logged) => ({ ...logged, index: cut[member as PartyId]!.acts.length }))
          const strand = cut[member as PartyId]!
          const after = { ...cut, [member]: { ...strand, acts: [...strand.acts, left!] } }
          const version = judged(after).find((one) => one.id === id)!
          expect(version.inForce).toBe(false)
          expect(version.voices[member as PartyId]?.effective).toBe('withdrawn')
          expect(['open', 'suspended', 'ended', 'superseded']).toContain(version.standing)
        }
      }),
    )
  })

  it('V3: steps do not touch one another', () => {
    always(
      fc.property(world, (cut) => {
        const steps = evaluate(charter, cut).steps
        for (const { id, versions } of steps) {
          const ours = new Set<string>(versions.map((version) => version.id))
          const only = Object.fromEntries(
            Object.entries(cut).map(([party, strand]) => [
              party,
              {
                ...strand,
                acts: strand.acts.map((one) => (isAbout(one, id, ours) ? one : blank(one))),
              },
            ]),
          ) as Cut
          expect(evaluate(charter, only).steps.find((step) => step.id === id)?.versions).toEqual(
            versions,
          )
        }
      }),
    )
  })
})

const isAbout = ({ act }: Logged, step: string, versions: ReadonlySet<string>): boolean =>
  act !== undefined &&
  (('step' in act && act.step.id === step) || ('on' in act && versions.has(act.on)))

/** Another act in the same place, which decides nothing. */
const blank = ({ party, index, id, keyids }: Logged): Logged => ({
  ...Object.values(cutOf(charter, { [party]: [record('evidence')] })).flatMap(
    ({ acts }) => acts,
  )[0]!,
  party,
  index,
  id,
  keyids,
})

describe('the same cut', () => {
  it('D1: gives the same bytes, in whatever order parties and strands are listed', () => {
    always(
      fc.property(
        world,
        fc.shuffledSubarray([...PARTIES], { minLength: PARTIES.length }),
        (cut, order) => {
          const mixed: Charter = {
            ...charter,
            parties: order.map((id) => charter.parties.find((party) => party.id === id)!),
          }
          const strands = Object.fromEntries(
            order.toReversed().map((id) => [id, cut[id as PartyId]!]),
          ) as Cut
          expect(canonical(evaluate(mixed, strands))).toBe(canonical(evaluate(charter, cut)))
        },
      ),
    )
  })

  it('changes nothing that it is given', () => {
    always(
      fc.property(world, (cut) => {
        const before = canonical(cut)
        evaluate(charter, cut)
        expect(canonical(cut)).toBe(before)
      }),
    )
  })

  it('knows nothing of a party that the charter does not have', () => {
    const stranger = { party: 'XZ' as PartyId, root: '', acts: [] }
    const cut = cutOf(charter, {})
    expect(evaluate(charter, { ...cut, XZ: stranger } as Cut)).toEqual(evaluate(charter, cut))
  })
})
