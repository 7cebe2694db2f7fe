import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  cutName,
  parseCharter,
  seal,
  verifyBundle,
  type Act,
  type ActId,
  type PartyId,
  type StepKind,
} from '@entente/accord'
import {
  cosign,
  createTree,
  formatCheckpoint,
  leafHash,
  parseVkey,
  signNote,
  toBase64,
  type Signer,
} from '@entente/log'
import type { Language } from '@entente/lexicon'
import {
  bytesOf,
  charterFields,
  fixedKey,
  idOf,
  keysAdd,
  ministry,
  roots,
  signerOf,
  WITNESS_NAMES,
  type Said,
} from '../../../../tools/vectors-case.ts'
import { EVIDENCE, TEXT } from '../../../../tools/vectors-play.ts'
import { openCaseFile, type HeldCase } from '../federation/case-file.ts'
import { caseMigrations, caseStore } from '../federation/case-store.ts'
import { outside } from '../federation/outside.ts'
import { createWitness } from '../federation/witness.ts'
import { crypto } from '../platform/crypto.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { watchRecords } from '../alarms/index.ts'
import { remindersIn } from '../reminders/reminders.ts'
import { provedReport } from '../cli/verify-report.ts'
import { bundleOf } from './bundle.ts'
import { draftCertificate, type Asked } from './certify.ts'
import { desk } from './desk.ts'
import { keepEnds } from './silence-ends.ts'
import { silencesIn } from './silences.ts'

/** Certificates from trees that this node holds, with a clock that the test sets. */

const OFFICE = WITNESS_NAMES[3]!
const fields = charterFields()
const bytes = bytesOf({
  ...fields,
  witnesses: fields.witnesses.slice(3),
  quorum: 1,
  grace: 5,
  notice: 10,
  cure: 20,
  period: 100,
  minimum: 1,
  blocking: 4,
  steps: {
    position: { rule: 'express-unanimity' },
    term: { rule: 'silence' },
    situation: { rule: 'qualified-majority' },
  },
})
const charter = parseCharter(bytes, crypto)
const named = (name: string): Signer => ({ name, ...fixedKey(name) })
const originOf = (party: string) => charter.parties.find(({ id }) => id === party)!.origin

let database: Database
afterEach(async () => database.close())

/** A case whose only witness is this node, which vouches for whole cuts or not, and whose members act when they are told to. */
async function openCase({ vouches = true } = {}) {
  const clock = { now: () => world.now * 1000 }
  database = await openDatabase(':memory:', caseMigrations)
  const store = caseStore(database)
  const witness = createWitness({
    store,
    signer: named(OFFICE),
    clock,
    crypto,
    ...(vouches ? { jointName: () => cutName(charter) } : {}),
    logKeys: (origin) =>
      charter.parties
        .filter((party) => party.origin === origin && !world.isAway)
        .map(({ log }) => parseVkey(log, crypto.sha256)),
  })
  const file = await openCaseFile(charter, bytes, {
    store,
    party: 'CO' as PartyId,
    logSigner: named,
    crypto,
    clock,
    witness: {
      ...witness,
      vouch: async (...cut) => {
        const { meanwhile } = world
        delete world.meanwhile
        return meanwhile ? void (await meanwhile()) : witness.vouch(...cut)
      },
    },
    outside,
    quota: () => 20_000,
    submitTo: () => Promise.resolve(undefined),
    urlOf: () => undefined,
    raise: () => Promise.resolve(),
    tell: () => Promise.resolve(),
    changed: () => {},
    failed: (error) => {
      throw error
    },
  })
  const world: World = { now: 900, file, last: new Map() }
  for (const id of ['CO', 'XA', 'XB', 'XC'])
    await enter(world, id, seal(payloadOf(id, keysAdd(id)), roots(id)))
  return world
}
type World = {
  now: number
  readonly file: HeldCase
  readonly last: Map<string, ActId>
  /** What happens while the witness is asked for a cut, of which it then says nothing. */
  meanwhile?: () => Promise<unknown>
  /** The witness cosigns nothing. */
  isAway?: boolean
}

const payloadOf = (party: string, said: Said) =>
  bytesOf({ v: 1, charter: charter.id, party, claimedAt: '2026-11-24T14:05:00Z', ...said })

async function enter({ file, now }: World, party: string, entry: Uint8Array): Promise<void> {
  if (party === 'CO') return void (await file.file(entry))
  const strand = file.strand(party as PartyId)
  const tree = createTree(crypto.sha256)
  for (const one of [...strand.entries(), entry]) tree.append(leafHash(crypto.sha256, one))
  const text = formatCheckpoint({ origin: originOf(party), size: tree.size, root: tree.root() })
  const note = `${signNote(text, named(originOf(party)), crypto.sha256)}${cosign(text, named(OFFICE), now, crypto.sha256)}`
  await strand.admit([entry], { size: tree.size, note, by: now })
}

/** Has a party's ministry file what it says at this second, and gives the act's id. */
async function says(world: World, at: number, [party, said]: readonly [string, Said]) {
  world.now = at
  const { on } = said
  const subject = typeof on === 'string' ? `${party} ${on}` : undefined
  const prev = subject === undefined ? undefined : world.last.get(subject)
  const payload = payloadOf(party, prev ? { ...said, prev } : said)
  await enter(world, party, seal(payload, [ministry(party)]))
  const id = idOf(payload)
  if (subject !== undefined) world.last.set(subject, id)
  return id
}

const put = (kind: StepKind): readonly [string, Said] => [
  'CO',
  { kind: 'propose', step: { id: 's', kind }, text: TEXT, expiry: 1000 },
]
const voice = (
  party: string,
  on: ActId,
  said: string,
  more: Said = {},
): readonly [string, Said] => [party, { kind: 'comply', on, union: said, national: said, ...more }]
const receipt = (party: string, of: ActId): readonly [string, Said] => [
  party,
  { kind: 'receipt', of },
]

async function declare(world: World, at: number, asked: Asked): Promise<string> {
  world.now = at
  try {
    const { payload } = await draftCertificate(world.file, asked, {
      party: 'CO' as PartyId,
      now: at,
    })
    await world.file.file(seal(new TextEncoder().encode(payload), [ministry('CO')]))
    return 'filed'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
const versionOf = ({ file }: World) => file.state().state.steps[0]!.versions[0]!

/** A text under silence: Alder complied, Birch and Cedar acknowledged it. */
async function silence(how = {}) {
  const world = await openCase(how)
  const on = await says(world, 900, put('term'))
  await says(world, 920, voice('XA', on, 'complies'))
  await says(world, 930, receipt('XB', on))
  await says(world, 940, receipt('XC', on))
  return { world, on }
}
const adopted = { result: 'adopted' } as const
const ended = { result: 'ended' } as const
const lapsed = { result: 'lapsed' } as const
const expired = { result: 'expired' } as const

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
