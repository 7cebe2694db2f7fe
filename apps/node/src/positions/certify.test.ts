import { afterEach, describe, expect, test } from 'vitest'
import {
  cutName,
  parseCharter,
  seal,
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
  type Signer,
} from '@entente/log'
import {
  bytesOf,
  charterFields,
  fixedKey,
  idOf,
  keysAdd,
  ministry,
  roots,
  WITNESS_NAMES,
  type Said,
} from '../../../../tools/vectors-case.ts'
import { TEXT } from '../../../../tools/vectors-play.ts'
import { openCaseFile, type HeldCase } from '../federation/case-file.ts'
import { caseMigrations, caseStore } from '../federation/case-store.ts'
import { outside } from '../federation/outside.ts'
import { createWitness } from '../federation/witness.ts'
import { crypto } from '../platform/crypto.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { draftCertificate, type Asked } from './certify.ts'

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
        .filter((party) => party.origin === origin)
        .map(({ log }) => parseVkey(log, crypto.sha256)),
  })
  const file = await openCaseFile(charter, bytes, {
    store,
    party: 'CO' as PartyId,
    logSigner: named,
    crypto,
    clock,
    witness,
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
  const world = { now: 900, file, last: new Map<string, ActId>() }
  for (const id of ['CO', 'XA', 'XB', 'XC'])
    await enter(world, id, seal(payloadOf(id, keysAdd(id)), roots(id)))
  return world
}
type World = { now: number; readonly file: HeldCase; readonly last: Map<string, ActId> }

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
    expect(await declare(world, 1005, { on, ...adopted })).toBe('certificate.untrue')
    expect(await declare(world, 1005, { on, ...expired })).toBe('certificate.untrue')
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
})
