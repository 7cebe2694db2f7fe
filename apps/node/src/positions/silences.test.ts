import { afterEach, describe, expect, test, vi } from 'vitest'
import { type ActId, type PartyId } from '@entente/accord'
import { type Said } from '../../../../tools/vectors-case.ts'
import { EVIDENCE } from '../../../../tools/vectors-play.ts'
import { outside } from '../federation/outside.ts'
import { watchRecords } from '../alarms/index.ts'
import { remindersIn } from '../reminders/reminders.ts'
import { desk } from './desk.ts'
import { keepEnds } from './silence-ends.ts'
import { silencesIn } from './silences.ts'
import {
  adopted,
  closeCase,
  declare,
  expired,
  openCase,
  put,
  receipt,
  says,
  versionOf,
  voice,
} from '../../test/certifying-case.ts'

afterEach(closeCase)

describe('what the trees held here show of a silence', () => {
  /** Alder complied, Birch acknowledged in time; what Cedar does. */
  type Cedar = readonly (readonly [number, (on: ActId) => readonly [string, Said]])[]
  const having = (...cedar: Cedar) => havingIn({}, ...cedar)
  async function havingIn(how: { readonly vouches?: boolean }, ...cedar: Cedar) {
    const world = await openCase(how)
    const on = await says(world, 900, put('term'))
    await says(world, 920, voice('XA', on, 'complies'))
    await says(world, 930, receipt('XB', on))
    for (const [at, act] of cedar) await says(world, at, act(on))
    return { world, on, shown: async (now: number) => (await silencesIn(world.file, now))[on] }
  }
  const acknowledges = (on: ActId) => receipt('XC', on)
  const complies = (on: ActId) => voice('XC', on, 'complies')
  const awaits = (on: ActId) => voice('XC', on, 'awaits-instructions')
  const objects = (on: ActId) => voice('XC', on, 'objects')

  test.each([
    ['a receipt in time', 'adopted', [[940, acknowledges]]],
    ['a consent in time', 'adopted', [[999, complies]]],
    ['nothing at all', 'broken', []],
    ['an objection in the grace', 'broken', [[1002, objects]]],
    ['a receipt after the notice', 'neither', [[990, acknowledges]]],
    ['a consent after the end', 'neither', [[1000, complies]]],
    [
      'a waiting that was lifted after the end',
      'neither',
      [
        [950, awaits],
        [1001, complies],
      ],
    ],
    [
      'a waiting that was lifted in time',
      'adopted',
      [
        [950, awaits],
        [960, complies],
      ],
    ],
  ] as const)('after %s it comes to %s, as the certificates say', async (_, comesTo, cedar) => {
    const { world, on, shown } = await having(...cedar)
    expect(await shown(1004)).not.toHaveProperty('comesTo')
    expect(await shown(1005)).toMatchObject({ comesTo })
    const refused = comesTo === 'neither' ? 'certificate.neither' : 'certificate.untrue'
    if (comesTo !== 'adopted') expect(await declare(world, 1005, { on, ...adopted })).toBe(refused)
    if (comesTo !== 'broken') expect(await declare(world, 1005, { on, ...expired })).toBe(refused)
    if (comesTo === 'adopted') expect(await declare(world, 1005, { on, ...adopted })).toBe('filed')
    if (comesTo === 'broken') expect(await declare(world, 1005, { on, ...expired })).toBe('filed')
    // What is certified is not asked of trees any more.
    if (comesTo !== 'neither') expect(await shown(1006)).toBeUndefined()
  })

  test('a late receipt is seen from the notice on, and its member is asked for a voice', async () => {
    const { world, on, shown } = await having([990, acknowledges])
    expect(await shown(990)).toEqual({ late: ['XC'] })
    const dueOf = async (who: string, now: number) =>
      (await remindersIn([world.file], { party: who as PartyId, now })).map(({ what }) => what)
    expect(await dueOf('XC', 991)).toEqual(['answer'])
    expect(await dueOf('XB', 991)).toEqual(['silence'])
    // Nobody has a certificate to make any more; whoever put it has a new version left.
    expect(await dueOf('CO', 1005)).toEqual(['new-version'])
    for (const who of ['XA', 'XB', 'XC']) expect(await dueOf(who, 1005)).toEqual([])
    const deskOf = async (who: string, now: number) =>
      (await desk([world.file], { party: who as PartyId }, now)).items.map(({ does }) => does)
    expect(await deskOf('CO', 1005)).toEqual(['amend'])
    for (const who of ['XA', 'XB', 'XC']) expect(await deskOf(who, 1005)).toEqual([])
    expect(on).toBe(versionOf(world).id)
  })

  describe('after the end', () => {
    const other = ['XC', EVIDENCE] as const
    const withdraws = (on: ActId) => ['XC', { kind: 'withdraw', on }] as const

    test.each([
      ['an objection', 'adopted', [[940, acknowledges]], objects],
      ['a withdrawal of a consent', 'adopted', [[940, complies]], withdraws],
      ['a receipt', 'broken', [], acknowledges],
      ['a consent', 'broken', [], complies],
    ] as const)(
      '%s leaves what was on record to be certified, where a tree from between shows it: %s',
      async (_, comesTo, before, late) => {
        const { world, on, shown } = await having(...before)
        await says(world, 1006, other)
        await says(world, 1010, late(on))
        const standing = versionOf(world)
        expect(await shown(1011)).toMatchObject({ comesTo, earlier: true })
        const [right, wrong] = comesTo === 'adopted' ? [adopted, expired] : [expired, adopted]
        expect(await declare(world, 1011, { on, ...wrong })).toBe('certificate.untrue')
        expect(await declare(world, 1011, { on, ...right })).toBe('filed')
        const { act } = world.file.logged('CO' as PartyId).at(-1)!
        // Cedar's key and what it said in time, what it filed at 1006, and not what came after.
        expect(act).toMatchObject({ cut: { XC: { size: before.length + 2 } } })
        expect(standing).toMatchObject({ adopted: [] })
        expect(versionOf(world)).toMatchObject(
          comesTo === 'adopted'
            ? { standing: 'suspended', inForce: false, adopted: [expect.any(String)] }
            : { standing: 'broken', broken: [expect.any(String)] },
        )
      },
    )

    test('an objection that arrives while witnesses are asked takes nothing back that was so', async () => {
      const { world, on } = await having([940, acknowledges])
      await says(world, 1006, other)
      world.meanwhile = () => says(world, 1011, objects(on))
      expect(await declare(world, 1011, { on, ...adopted })).toBe('filed')
      expect(versionOf(world)).toMatchObject({ standing: 'suspended' })
    })

    test.each([
      ['an objection before it, of which it was silent after', 1004, true],
      ['an objection of which no tree from between shows that it was none', 1010, false],
    ] as const)('%s: nothing is drafted of an earlier cut', async (_, at, isBetween) => {
      const { world, on, shown } = await having([940, acknowledges])
      await says(world, at, objects(on))
      if (isBetween) {
        await says(world, 1006, other)
        await says(world, 1010, complies(on))
      }
      expect(await shown(1011)).toEqual({ late: [], comesTo: isBetween ? 'broken' : 'neither' })
      const refused = isBetween ? 'certificate.untrue' : 'certificate.neither'
      expect(await declare(world, 1011, { on, ...adopted })).toBe(refused)
    })

    test.each([
      ['an objection', 'adopted', [[940, acknowledges]], objects, true],
      ['an objection', 'adopted', [[940, acknowledges]], objects, false],
      ['a withdrawal of a consent', 'adopted', [[940, complies]], withdraws, true],
      ['a receipt', 'broken', [], acknowledges, true],
      ['a consent', 'broken', [], complies, false],
    ] as const)(
      '%s leaves what was on record to be certified, where the trees of the end were kept: %s',
      async (...[, comesTo, before, late, vouches]) => {
        const { world, on, shown } = await havingIn({ vouches }, ...before)
        expect(await keepEnds(world.file, 1004)).toBe(1005)
        expect(await world.file.closed(on)).toBeUndefined()
        world.now = 1006
        expect(await keepEnds(world.file, 1006)).toBeUndefined()
        await says(world, 1010, late(on))
        // What was kept is kept once: the later act is in no tree of the end.
        expect(await keepEnds(world.file, 1010)).toBeUndefined()
        expect(await shown(1011)).toMatchObject({ comesTo, earlier: true })
        const [right, wrong] = comesTo === 'adopted' ? [adopted, expired] : [expired, adopted]
        expect(await declare(world, 1011, { on, ...wrong })).toBe('certificate.untrue')
        expect(await declare(world, 1011, { on, ...right })).toBe('filed')
        const { act } = world.file.logged('CO' as PartyId).at(-1)!
        expect(act).toMatchObject({ cut: { XC: { size: before.length + 1 } } })
        expect(versionOf(world)).toMatchObject(
          comesTo === 'adopted' ? { standing: 'suspended' } : { standing: 'broken' },
        )
        expect(versionOf(world)[comesTo]).toEqual([expect.any(String)])
      },
    )

    test('what comes while the trees of the end are collected, and collected again, does not take their place', async () => {
      const { world, on, shown } = await having([940, acknowledges])
      world.now = 1006
      const both = [keepEnds(world.file, 1006), keepEnds(world.file, 1006)]
      expect(await Promise.all(both)).toEqual([undefined, 1066])
      await says(world, 1010, objects(on))
      expect(await keepEnds(world.file, 1066)).toBeUndefined()
      expect(await shown(1066)).toMatchObject({ comesTo: 'adopted', earlier: true })
    })

    test('an end that an extension moved is kept anew, and witnesses that are away are asked again', async () => {
      const { world, on } = await having([940, acknowledges])
      world.now = 1006
      await keepEnds(world.file, 1006)
      await says(world, 1007, ['CO', { kind: 'extend', on, until: 1100 }])
      expect(await keepEnds(world.file, 1008)).toBe(1105)
      expect((await world.file.closed(on))?.at).toBeLessThan(1105)
      world.now = 1106
      world.isAway = true
      expect(await keepEnds(world.file, 1106)).toBe(1166)
      delete world.isAway
      world.now = 1166
      expect(await keepEnds(world.file, 1166)).toBeUndefined()
      expect((await world.file.closed(on))?.at).toBeGreaterThanOrEqual(1105)
      expect(await declare(world, 1170, { on, ...adopted })).toBe('filed')
    })

    test('a node keeps the trees of the end by itself, when the time has come', async () => {
      const { world, on } = await having([940, acknowledges])
      const { id } = world.file.charter
      const set: { readonly run: () => void; readonly after: number }[] = []
      const timers = {
        ...outside.timers,
        after: (milliseconds: number, run: () => void) => {
          set.push({ run, after: milliseconds })
          return () => {}
        },
      }
      world.now = 950
      const watch = watchRecords(
        {
          list: () => [world.file],
          get: (one) => (one === id ? world.file : undefined),
          onChange: () => () => {},
          outside: { ...outside, timers },
          clock: { now: () => world.now * 1000 },
          warn: (line) => {
            throw new Error(line)
          },
        },
        () => Promise.resolve(),
      )
      set.shift()!.run()
      await vi.waitFor(() => expect(set).toMatchObject([{ after: 55_000 }]))
      world.now = 1005
      set.shift()!.run()
      await vi.waitFor(async () => expect(await world.file.closed(on)).toMatchObject({ at: 1005 }))
      await watch.stop()
    })

    test('the desk and the reminders ask for the certificate, and for no new version', async () => {
      const { world } = await having([940, acknowledges])
      await says(world, 1006, other)
      await says(world, 1010, objects(versionOf(world).id))
      const dueOf = async (who: string) =>
        (await remindersIn([world.file], { party: who as PartyId, now: 1011 })).map(
          ({ what }) => what,
        )
      const deskOf = async (who: string) =>
        (await desk([world.file], { party: who as PartyId }, 1011)).items.map(({ does }) => does)
      for (const who of ['CO', 'XA', 'XC']) {
        expect(await dueOf(who)).toEqual(['certificate'])
        expect(await deskOf(who)).toEqual(['declare-adopted'])
      }
    })
  })

  test('an extension that came after the end moves no receipt', async () => {
    const { world, on, shown } = await having([1040, acknowledges])
    await says(world, 1050, ['CO', { kind: 'extend', on, until: 1100 }])
    expect(await shown(1060)).toEqual({ late: ['XC'] })
    expect(await shown(1105)).toMatchObject({ comesTo: 'neither' })
    expect(await declare(world, 1105, { on, ...adopted })).toBe('certificate.neither')
  })
})
