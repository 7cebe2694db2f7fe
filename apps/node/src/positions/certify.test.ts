import { afterEach, describe, expect, test } from 'vitest'
import { seal, verifyBundle, type Act, type PartyId } from '@entente/accord'
import { toBase64 } from '@entente/log'
import type { Language } from '@entente/lexicon'
import {
  fixedKey,
  idOf,
  keysAdd,
  roots,
  signerOf,
  type Said,
} from '../../../../tools/vectors-case.ts'
import { EVIDENCE, TEXT } from '../../../../tools/vectors-play.ts'
import { crypto } from '../platform/crypto.ts'
import { remindersIn } from '../reminders/reminders.ts'
import { provedReport } from '../cli/verify-report.ts'
import { bundleOf } from './bundle.ts'
import {
  adopted,
  charter,
  closeCase,
  declare,
  ended,
  enter,
  expired,
  lapsed,
  openCase,
  payloadOf,
  put,
  receipt,
  says,
  silence,
  versionOf,
  voice,
  type World,
} from '../../test/certifying-case.ts'

afterEach(closeCase)

describe('a certificate of silence', () => {
  test('is drafted from trees at the expiry and the grace, and not before', async () => {
    const { world, on } = await silence()
    expect(versionOf(world)).toMatchObject({
      gate: { open: true, notBefore: 1005 },
      acknowledged: ['XB', 'XC'],
    })
    expect(await declare(world, 1004, { on, ...adopted })).toBe('certificate.too-early')
    expect(await declare(world, 1005, { on, ...expired })).toBe('certificate.untrue')
    expect(await declare(world, 1005, { on, ...adopted })).toBe('filed')
    expect(versionOf(world)).toMatchObject({ standing: 'stands', incomplete: ['XB', 'XC'] })
    expect(await declare(world, 1006, { on, ...adopted })).toBe('certificate.known')
  })

  test.each([
    ['two notes over the whole cut', true, 'together'],
    ['notes over each strand, where no witness vouches for a cut', false, 'closings'],
  ] as const)('carries %s', async (_, vouches, field) => {
    const { world, on } = await silence({ vouches })
    expect(await declare(world, 1005, { on, ...adopted })).toBe('filed')
    expect(versionOf(world)).toMatchObject({ standing: 'stands' })
    const { act } = world.file.logged('CO' as PartyId).at(-1)!
    const { closings, together } = act as Extract<Act, { kind: 'declare' }>
    expect(Object.keys({ ...(closings && { closings }), ...(together && { together }) })).toEqual([
      field,
    ])
  })

  test('shows that it is broken, by the tree that holds the objection', async () => {
    const { world, on } = await silence()
    await says(world, 950, voice('XB', on, 'objects'))
    await says(world, 960, voice('XB', on, 'complies'))
    expect(await declare(world, 1005, { on, ...adopted })).toBe('certificate.untrue')
    expect(await declare(world, 1005, { on, ...expired })).toBe('filed')
    expect(versionOf(world)).toMatchObject({ standing: 'broken' })
    expect(versionOf(world).broken).toHaveLength(1)
  })

  test('cannot be drafted of an acknowledgement that came too late', async () => {
    const world = await openCase()
    const on = await says(world, 900, put('term'))
    await says(world, 920, voice('XA', on, 'complies'))
    await says(world, 930, receipt('XB', on))
    await says(world, 995, receipt('XC', on))
    expect(await declare(world, 1005, { on, ...adopted })).toBe('certificate.neither')
    expect(await declare(world, 1005, { on, ...expired })).toBe('certificate.neither')
  })

  test('tells whoever verifies the record whose silence was consent', async () => {
    const { world, on } = await silence()
    const linesOf = (lang: Language) => {
      const bundle = bundleOf(world.file, [])
      const verified = verifyBundle(bundle, { charterId: charter.id, crypto })
      return provedReport(verified, lang).split('\n')
    }
    const nameOf = (party: string) => charter.parties.find(({ id }) => id === party)!.name
    expect(linesOf('en').join('\n')).not.toContain('silent with proof')
    expect(await declare(world, 1005, { on, ...adopted })).toBe('filed')
    for (const party of ['XB', 'XC'])
      expect(linesOf('en')).toContain(
        `  ${nameOf(party)} · Silent (silent with proof: its silence is consent and binds it)`,
      )
    expect(linesOf('en')).toContain(`  ${nameOf('XA')} · Complies`)
    expect(linesOf('es').filter((line) => line.includes('en silencio con prueba'))).toHaveLength(2)
    await says(world, 1010, voice('XC', on, 'complies'))
    expect(linesOf('en').filter((line) => line.includes('silent with proof'))).toHaveLength(1)
  })

  test('waits for an extension, and receipts count by it where it came in time', async () => {
    const { world, on } = await silence()
    await says(world, 950, ['CO', { kind: 'extend', on, until: 1100 }])
    expect(await declare(world, 1104, { on, ...adopted })).toBe('certificate.too-early')
    expect(await declare(world, 1105, { on, ...adopted })).toBe('filed')
    expect(versionOf(world).standing).toBe('stands')
  })

  test('lapses where who was silent does not reaffirm', async () => {
    const { world, on } = await silence()
    expect(await declare(world, 1005, { on, ...adopted })).toBe('filed')
    expect(await declare(world, 1099, { on, ...lapsed })).toBe('certificate.too-early')
    for (const id of ['XA', 'XB'])
      await says(world, 1050, [id, { kind: 'reaffirm', on, window: 1 }])
    expect(await declare(world, 1100, { on, ...lapsed })).toBe('filed')
    expect(versionOf(world)).toMatchObject({
      standing: 'lapsed',
      reasons: [{ code: 'not-reaffirmed', member: 'XC' }],
      reaffirmed: { XA: [1], XB: [1] },
    })
  })
})

describe('a reminder', () => {
  const dueOf = async (world: World, who: string, now: number) =>
    remindersIn([world.file], { party: who as PartyId, now })

  test('whose date moves is a revision of the same event, told anew', async () => {
    const world = await openCase()
    const on = await says(world, 900, put('term'))
    const [before] = await dueOf(world, 'XC', 910)
    await says(world, 920, ['CO', { kind: 'extend', on, until: 1100 }])
    const [after, ...others] = await dueOf(world, 'XC', 930)
    expect(others).toEqual([])
    expect([before!.at, after!.at]).toEqual(['1970-01-01T00:16:30Z', '1970-01-01T00:18:10Z'])
    expect([before!.moved, after!.moved]).toEqual([0, 1])
    expect(after!.event).toBe(before!.event)
    expect(after!.id).not.toBe(before!.id)
    // Another nation’s is another event: one calendar may read both.
    expect((await dueOf(world, 'XB', 930))[0]!.event).not.toBe(after!.event)
  })

  test('of a voice that ends moves with the voice', async () => {
    const world = await openCase()
    const on = await says(world, 900, put('position'))
    await says(world, 910, voice('XC', on, 'complies', { until: 950 }))
    const [before] = await dueOf(world, 'XC', 915)
    await says(world, 920, voice('XC', on, 'complies', { until: 970 }))
    const [after] = await dueOf(world, 'XC', 925)
    expect(after).toMatchObject({ what: 'voice', event: before!.event, moved: 1 })
  })

  test('says until when another hopes for an answer in a round, until it is given or not awaited any more', async () => {
    const world = await openCase()
    const asks = (more: Said = {}, prev: Said = {}): Said => ({
      ...prev,
      kind: 'sound',
      asks: {
        step: { id: 's', kind: 'term' },
        text: TEXT,
        ...more,
      },
    })
    const undated = await says(world, 900, ['XA', asks()])
    expect(await dueOf(world, 'XC', 905)).toEqual([])
    const first = await says(world, 910, ['XA', asks({ hopedBy: '1970-01-02' }, { prev: undated })])
    const [before] = await dueOf(world, 'XC', 915)
    expect(before).toMatchObject({
      what: 'sounding',
      at: '1970-01-03T00:00:00Z',
      title: TEXT.title,
      of: first,
      moved: 1,
      exercise: charter.exercise,
    })
    expect(before!.page).toContain(`/leaning?step=s&from=${encodeURIComponent(first)}`)
    expect(await dueOf(world, 'XA', 915)).toEqual([])
    const round = await says(world, 920, ['XA', asks({ hopedBy: '1970-01-05' }, { prev: first })])
    const [after, ...others] = await dueOf(world, 'XC', 925)
    expect(others).toEqual([])
    expect(after).toMatchObject({ at: '1970-01-06T00:00:00Z', event: before!.event, moved: 2 })
    const [{ id: clause }] = TEXT.clauses as unknown as readonly [{ readonly id: string }]
    const answers = { round, clauses: [{ clause, leans: 'welcomes' }] }
    await says(world, 930, ['XC', { kind: 'sound', answers }])
    expect(await dueOf(world, 'XC', 935)).toEqual([])
    expect(await dueOf(world, 'XB', 935)).toHaveLength(1)
  })
})

describe('a certificate of a vote', () => {
  test('waits for its expiry while a member is silent', async () => {
    const world = await openCase()
    const on = await says(world, 900, put('situation'))
    await says(world, 910, voice('XA', on, 'complies'))
    await says(world, 920, voice('XB', on, 'complies'))
    expect(await declare(world, 999, { on, ...adopted })).toBe('certificate.too-early')
    expect(await declare(world, 1000, { on, ...adopted })).toBe('filed')
    expect(versionOf(world)).toMatchObject({ standing: 'stands', incomplete: ['XC'] })
  })
})

describe('a certificate of an end', () => {
  async function agreed(more: Said = {}) {
    const world = await openCase()
    const on = await says(world, 900, put('position'))
    for (const id of ['XA', 'XB']) await says(world, 910, voice(id, on, 'complies'))
    const last = await says(world, 920, voice('XC', on, 'complies', more))
    expect(await declare(world, 930, { on, ...adopted })).toBe('filed')
    return { world, on, last }
  }

  test('shows since when a member was not for it, once the cure is over', async () => {
    const { world, on } = await agreed()
    await says(world, 950, voice('XC', on, 'objects'))
    expect(await declare(world, 970, { on, ...ended })).toBe('certificate.untrue')
    expect(await declare(world, 971, { on, ...ended })).toBe('filed')
    expect(versionOf(world).standing).toBe('ended')
  })

  test('is not needed for a member that withdrew: it ends at once', async () => {
    const { world, on } = await agreed()
    await says(world, 950, ['XC', { kind: 'withdraw', on }])
    expect(await declare(world, 950, { on, ...ended })).toBe('filed')
  })

  test('of one voice shows that it ran out', async () => {
    const { world, on, last } = await agreed({ until: 960 })
    const gone = { on, ...expired, of: last }
    expect(await declare(world, 959, gone)).toBe('certificate.too-early')
    expect(await declare(world, 960, gone)).toBe('filed')
    expect(versionOf(world)).toMatchObject({
      standing: 'suspended',
      voices: { XC: { effective: 'silent', ranOut: true } },
      reasons: [{ code: 'ran-out', member: 'XC' }],
    })
  })

  test('of a mandate shows that it ended, from the first tree beyond its end, and no earlier', async () => {
    const world = await openCase()
    const watch = {
      ...keysAdd('XB'),
      key: { ...(keysAdd('XB')['key'] as object), keyid: 'XB-watch-1', pub: WATCH },
      mandate: { verbs: ['evidence'], until: 950 },
    }
    const given = payloadOf('XB', watch)
    await enter(world, 'XB', seal(given, roots('XB')))
    const over = { on: idOf(given), of: idOf(given), ...expired }
    const file = async (at: number, title: string) => {
      world.now = at
      await enter(
        world,
        'XB',
        seal(payloadOf('XB', { ...EVIDENCE, title }), [signerOf('XB-watch-1')]),
      )
    }
    await file(940, 'before its end')
    expect(await declare(world, 949, over)).toBe('certificate.too-early')
    await file(960, 'the first beyond')
    await file(970, 'the second beyond')
    expect(await declare(world, 980, over)).toBe('filed')
    const { state } = world.file.state()
    expect(state.mandates).toMatchObject([{ party: 'XB', of: over.of, from: 4 }])
    expect(state.void).toMatchObject([{ party: 'XB', index: 4, code: 'mandate.expired' }])
    expect(await declare(world, 990, over)).toBe('certificate.known')
    const ours = idOf(payloadOf('XA', keysAdd('XA')))
    expect(await declare(world, 990, { ...expired, on: ours, of: ours })).toBe('certificate.untrue')
    const none = idOf(payloadOf('XA', EVIDENCE))
    expect(await declare(world, 990, { ...expired, on: none, of: none })).toBe('mandate.unknown')
  })
})

test('a round that no quorum has cosigned yet is told of by the title of its text', async () => {
  const world = await openCase()
  world.isAway = true
  const asks = { step: { id: 'term', kind: 'term' }, text: TEXT, hopedBy: '2026-12-01' }
  const of = await says(world, 910, ['CO', { kind: 'sound', asks }])
  expect(world.file.cut()['CO' as PartyId]!.acts.some(({ id }) => id === of)).toBe(false)
  const due = await remindersIn([world.file], { party: 'XA' as PartyId, now: 911 })
  expect(due).toMatchObject([{ what: 'sounding', of, title: TEXT.title }])
})

const WATCH = toBase64(fixedKey('XB-watch-1').publicKey)
