import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import { nextOf, type Next, type RuleName, type VersionState } from '@entente/accord'
import {
  at,
  comply,
  declare,
  party,
  receipt,
  withdraw,
  type Drafted,
} from '../../../../../packages/accord/test/case.ts'
import {
  EXPIRY,
  GATED,
  GRACE,
  late,
  SPOKEN,
  V,
  world,
  worlds,
  yes,
  type World,
} from '../../../test/next-worlds.ts'
import { en } from '../../i18n/en/index.ts'
import { offersOf } from './gate-offers.ts'
import { sentencesOf } from './next-said.ts'

const nextIn = ({ charter, version, ...looked }: World): Next => nextOf(charter, version, looked)

const STANDINGS: readonly VersionState['standing'][] = [
  'open',
  'broken',
  'stands',
  'stands-with-reservations',
  'weakened',
  'suspended',
  'ended',
  'lapsed',
  'superseded',
]

describe('every state of every rule', () => {
  it('is among these worlds', () => {
    const had = new Set(worlds.map(({ version }) => `${version.rule} ${version.standing}`))
    const missing = GATED.flatMap((rule) =>
      STANDINGS.filter((standing) => !had.has(`${rule} ${standing}`)).map(
        (standing) => `${rule} ${standing}`,
      ),
    )
    // Only a silence is broken.
    expect(missing).toEqual(
      GATED.filter((rule) => rule !== 'silence').map((rule) => `${rule} broken`),
    )
  })

  it('offers a certificate of adoption exactly where the gate is open and its time is over', () => {
    for (const one of worlds) {
      const { standing, current } = one.version
      const { gate } = one.pastEnd ?? one.version
      const isOver = gate.notBefore === undefined || gate.notBefore <= one.now
      const isShown = (one.silence?.comesTo ?? 'adopted') === 'adopted'
      const offers = offersOf(one.charter, one.version, one).map(({ result }) => result)
      const isEarlier = one.silence?.earlier === true
      const isDue =
        current && isOver && isShown && (isEarlier || (standing === 'open' && gate.open))
      const isAwaited = ['declare', 'declare-while', 'declare-earlier'].includes(nextIn(one).code)
      expect(isAwaited, one.says).toBe(isDue)
      if (one.version.rule !== 'each-its-own')
        expect(offers.includes('adopted'), one.says).toBe(isDue)
    }
  })

  it('awaits a new version of its author where something came too late, and offers no certificate', () => {
    const said = late.map((one) => [
      one.says,
      nextIn(one).code,
      offersOf(one.charter, one.version, one).length,
    ])
    expect(said).toEqual([
      ['silence, a receipt in time, at 200', 'declare', 1],
      ['silence, a receipt that came late, at 200', 'undecided', 0],
      ['silence, a consent that came late, at 200', 'undecided', 0],
      ['silence, a waiting that was lifted late, at 200', 'undecided', 0],
      ['silence, a waiting that was lifted in time, at 200', 'declare', 1],
    ])
    // What the state alone says is the same in all of them: the trees tell them apart.
    for (const { version } of late) expect(version.gate.open).toBe(true)
    expect(nextIn(late[1]!)).toEqual({ code: 'undecided', from: ['CO'] })
  })

  it('awaits the same of whoever sealed its reasons, before and after it opened them', () => {
    const digest = 'A'.repeat(43)
    const sealed = ({ act, ...one }: Drafted): Drafted => ({
      ...one,
      act: act['kind'] === 'comply' ? { ...act, sealed: [{ name: 'reasons', digest }] } : act,
    })
    const opening = (of: string): Drafted => ({
      act: { kind: 'release', of, discloses: ['words'] },
    })
    const voices = SPOKEN.map((voice) => [comply(V, voice)])
    for (const rule of GATED)
      for (const XC of [...voices, [yes, withdraw(V)]])
        for (const now of [50, EXPIRY + 2, 200]) {
          const said = (acts: readonly Drafted[]) => {
            const one = world('Cedar', rule, { XA: [yes], XB: [receipt(V)], XC: acts }, { now })
            return [
              nextIn(one),
              offersOf(one.charter, one.version, one).map(({ result }) => result),
            ]
          }
          const kept = XC.map(sealed)
          expect(said(kept)).toEqual(said(XC))
          expect(said([...kept, opening(at('XC', 0))])).toEqual(said(XC))
        }
  })

  it('awaits another voice of whose end has come, and offers no adoption on it', () => {
    const short = comply(V, 'complies', 'complies', { until: 10 })
    const at = (rule: RuleName, now: number, CO: readonly Drafted[] = []) =>
      world('Cedar until 10', rule, { CO, XA: [yes], XB: [yes], XC: [short] }, { now })
    const says = (one: World) => ({
      next: nextIn(one),
      offers: offersOf(one.charter, one.version, one).map(({ result }) => result),
    })
    expect(says(at('express-unanimity', 9))).toEqual({
      next: { code: 'declare-while', from: 'anybody', by: 10 },
      offers: ['adopted'],
    })
    expect(says(at('express-unanimity', 1_000))).toEqual({
      next: { code: 'voices', from: ['XC'] },
      offers: ['expired'],
    })
    // A majority is met without it, though its vote is not over before the expiry.
    expect(says(at('qualified-majority', 50))).toMatchObject({ next: { code: 'vote' } })
    expect(says(at('participants-only', 50))).toMatchObject({ next: { code: 'declare' } })
    // A silence needs voices that hold until its end.
    for (const now of [5, 50])
      expect(says(at('silence', now))).toMatchObject({ next: { code: 'outlast', from: ['XC'] } })
    // What is adopted stands until somebody certifies it.
    const stands = at('express-unanimity', 1_000, [
      declare(
        'adopted',
        V,
        { CO: 1, XA: 1, XB: 1, XC: 1 },
        { CO: [5, 5], XA: [5, 5], XB: [5, 5], XC: [5, 5] },
      ),
    ])
    expect(stands.version.standing).toBe('stands')
    expect(says(stands)).toEqual({
      next: { code: 'run-out', from: ['XC'] },
      offers: ['expired'],
    })
  })

  it('says when instructions are expected, of those whose word is awaited', () => {
    const waits = [comply(V, 'awaits-instructions')]
    const expected = { [party('XB')]: 60, [party('XC')]: 70 }
    for (const [rule, code] of [
      ['express-unanimity', 'voices'],
      ['silence', 'instruct'],
    ] as const) {
      const one = world('Cedar awaits', rule, { XA: [yes], XB: [yes], XC: waits })
      const next = nextOf(one.charter, one.version, { ...one, expected })
      expect(next).toMatchObject({ code, from: ['XC'], expected: { XC: 70 } })
      expect(next.expected).not.toHaveProperty('XB')
      const intl = createIntl({ locale: 'en-GB', messages: en, timeZone: 'UTC' })
      expect(sentencesOf(intl, next, { rule, nameOf: () => 'Cedar' })).toContain(
        'Instructions are expected by Cedar 1 Jan 1970, 00:01 UTC.',
      )
    }
  })

  it('asks who acknowledged too late for a voice, as who did not', () => {
    const { charter, version } = late[1]!
    const silence = { late: [party('XC')] }
    expect(nextOf(charter, version, { now: 95, silence })).toMatchObject({
      code: 'answer',
      from: ['XC'],
    })
    expect(nextOf(charter, version, { now: 95 }).code).toBe('silence')
  })

  it('asks for an acknowledgement only as long as one helps, and for consent until the end', () => {
    const of = (now: number) => nextIn(world('nothing said', 'silence', { XA: [yes] }, { now }))
    const from = ['XB', 'XC']
    const after = EXPIRY + GRACE
    expect(of(EXPIRY - 11)).toEqual({ code: 'acknowledge', from, by: EXPIRY - 10, after })
    expect(of(EXPIRY - 10)).toEqual({ code: 'answer', from, by: EXPIRY, after })
    expect(of(EXPIRY - 1)).toEqual({ code: 'answer', from, by: EXPIRY, after })
    expect(of(EXPIRY)).toEqual({ code: 'grace', from: [], by: after })
    expect(of(after)).toEqual({ code: 'declare-broken', from: 'anybody' })
  })

  it('says of what is suspended from when on its end can be certified', () => {
    const suspended = worlds.filter(({ version }) => version.standing === 'suspended')
    expect(suspended.length).toBeGreaterThan(0)
    for (const one of suspended) {
      const next = nextOf(one.charter, one.version, { ...one, ending: 321 })
      // What nobody can restore need not wait for the time of cure.
      expect(next.after, one.says).toBe(next.code === 'restore' ? 321 : undefined)
      expect(nextIn(one), one.says).not.toHaveProperty('after')
    }
  })
})
