import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDisclosure, type ActId } from '@entente/accord'
import type { AlarmKind, RemindersView, SealedView } from '../../src/api.ts'
import { until } from '../../src/demo/person.ts'
import { settledAt, versionOf } from '../../src/demo/play.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { withFirstCase } from '../first-case.ts'
import { agree, alarmed, openField, sees, type Field } from './field.ts'

/** Three honest nations, and a process in the place of the chair that puts the texts. */
let field: Field
const OFFICE = [{ keyid: 'CO-office-1' }]
const honest = ['XA', 'XB', 'XC'] as const
const now = () => Math.floor(Date.now() / 1000)
const text = (title: string) => ({
  lang: 'en',
  title,
  clauses: [{ id: '1', text: 'Modems are signed for.' }],
})

type Cut = Awaited<ReturnType<typeof taken>>
const taken = () => field.attacker.does('takesCut')

/** What a certificate says of a cut, with one note per strand unless told. */
const citing = (cut: Cut, notes: Readonly<Record<string, readonly string[]>> = {}) => ({
  cut: Object.fromEntries(
    Object.entries(cut).map(([party, { size, root }]) => [party, { size, root }]),
  ),
  closings: Object.fromEntries(
    Object.entries(cut).map(([party, { note }]) => [party, notes[party] ?? [note]]),
  ),
})

/** Fresh cosignatures of every tree of the cut, and how many witnesses refused one. */
async function closed(cut: Cut) {
  let refused = 0
  const notes: Record<string, string[]> = {}
  for (const [party, one] of Object.entries(cut)) {
    const { note, statuses } = await field.attacker.does('recosigns', one)
    refused += statuses.filter((status) => status !== 200).length
    notes[party] = statuses.includes(200) ? [note] : [one.note]
  }
  return { notes, refused }
}

/** What a certificate of the same party on the same text follows. */
const last = new Map<string, string>()

async function declares(said: { readonly on: string; readonly result: string } & object) {
  const { attacker } = field
  const prev = last.get(said.on)
  const act = { kind: 'declare', ...said, ...(prev ? { prev } : {}) }
  const declared = await attacker.does('seals', act, OFFICE)
  await attacker.does('logs', [declared.entry])
  last.set(said.on, declared.id)
  return declared.id
}

/** Every node holds the certificate, believes nothing of it, and says so to its people: to those about whom it lies, too. */
async function isNotBelieved(id: string, on: string, { code, kind }: Found) {
  const { people } = field
  for (const one of honest) {
    await sees(field, people[one], id)
    const view = await people[one].view(field.case)
    const found = view.state.void.find(({ act }) => act === id)?.code
    expect(found).toBe(code === 'certificate.unproved' ? undefined : code)
    const version = versionOf(view, on)!
    for (const results of [version.ended, version.lapsed ?? [], version.adopted])
      expect(results).not.toContain(id)
  }
  for (const one of honest)
    await alarmed(people[one], { kind, code, party: 'CO', evidence: { act: id } })
  await agree(field, honest)
}
type Found = { readonly code: string; readonly kind: AlarmKind }
const UNPROVED: Found = { code: 'certificate.unproved', kind: 'false-certificate' }

/** Texts under silence, each put by the chair: by what the chair will do with them. */
const NAMES = ['closed', 'objected', 'extended', 'late', 'unreceived'] as const
const texts = {} as Record<(typeof NAMES)[number], ActId>
const expiry = () => ends
let ends: number
/** Every strand before anybody objected and before the end was put off. */
let before: Cut

const made = (value: string) =>
  makeDisclosure({ name: 'says', value, salt: randomBytes(16) }, crypto.sha256)

/** The chair seals words for Alder in a note. */
const seals = async (digest: string) => {
  const note = { kind: 'note', sealed: [{ name: 'says', digest, to: ['XA'] }] }
  const { id, entry } = await field.attacker.does('seals', note, OFFICE)
  await field.attacker.does('logs', [entry])
  await sees(field, field.people.XA, id)
}

/** What the chair signs at the beginning and never sends. */
const never = made('words that never come')

beforeAll(async () => {
  field = await openField({
    hostile: 'CO',
    founding: {
      ...withFirstCase,
      grace: 1,
      notice: 1,
      cure: 1,
      period: 100_000,
      steps: { term: { rule: 'silence' } },
    },
  })
  const { attacker, people } = field
  await seals(never.digest)
  ends = now() + 16
  for (const [at, name] of NAMES.entries()) {
    const step = { id: `term-${at}`, kind: 'term' }
    const act = { kind: 'propose', step, text: text(name), expiry: ends }
    const { id, entry } = await attacker.does('seals', act, OFFICE)
    await attacker.does('logs', [entry])
    texts[name] = id
  }
  for (const one of honest) {
    const person = people[one]
    await settledAt(person, field.case, (view) => versionOf(view, texts.unreceived)?.id)
    for (const [name, of] of Object.entries(texts))
      if (name !== 'unreceived' || one !== 'XC') await person.file(field.case, 'receipt', { of })
  }
  // Somebody has to be for a text: what each of them lacks beside is what its test is about.
  for (const on of Object.values(texts))
    await people.XA.file(field.case, 'comply', { on, union: 'complies', national: 'complies' })
  before = await taken()
  const objects = { on: texts.objected, union: 'complies', national: 'objects' } as const
  await people.XB.file(field.case, 'comply', objects)
  const extend = { kind: 'extend', on: texts.extended, until: ends + 3600 }
  const extended = await attacker.does('seals', extend, OFFICE)
  await attacker.does('logs', [extended.entry])
  last.set(texts.extended, extended.id)
  await agree(field, honest)
}, 60_000)
afterAll(() => field.close())

const closedAt = async () => {
  const wait = expiry() + 2 - now()
  if (wait > 0) await pause(wait * 1000)
}
const early = () =>
  Object.fromEntries(
    honest.map((one) => [one, { size: before[one]!.size, notes: [before[one]!.note] }]),
  )

describe('row 9: the proposer', () => {
  test('closes early: the times of the witnesses are not those of the end', async () => {
    const cut = await taken()
    const { notes } = await closed(cut)
    expect(now()).toBeLessThan(expiry())
    const said = { on: texts.closed, result: 'adopted', early: early() }
    await isNotBelieved(await declares({ ...said, ...citing(cut, notes) }), texts.closed, UNPROVED)
    // Its own witness says the end is over: one of them is no quorum.
    const own: Record<string, string[]> = {}
    for (const [party, [note]] of Object.entries(notes))
      own[party] = [await field.attacker.does('addsOwnWitness', note!, expiry() + 10)]
    await isNotBelieved(await declares({ ...said, ...citing(cut, own) }), texts.closed, UNPROVED)
  })

  test('moves the times in the cosignatures: they are not true any more', async () => {
    const cut = await taken()
    const note = await field.attacker.does('retimes', cut['XA']!.note, 3600)
    const said = { on: texts.closed, result: 'adopted', ...citing(cut, { XA: [note] }) }
    const found = { code: 'certificate.note', kind: 'false-certificate' } as const
    await isNotBelieved(await declares(said), texts.closed, found)
  })

  test(
    'hides an objection: no witness closes a tree that lacks it',
    { timeout: 30_000 },
    async () => {
      await closedAt()
      const cut = { ...(await taken()), XB: before['XB']! }
      const { notes, refused } = await closed(cut)
      expect(refused).toBe(3)
      const said = { on: texts.objected, result: 'adopted', early: early(), ...citing(cut, notes) }
      await isNotBelieved(await declares(said), texts.objected, UNPROVED)
      expect(versionOf(await field.people.XA.view(field.case), texts.objected)).toMatchObject({
        inForce: false,
        adopted: [],
      })
    },
  )

  test('hides that it put the end off: no witness closes its own tree that lacks it', async () => {
    const cut = { ...(await taken()), CO: before['CO']! }
    const { notes, refused } = await closed(cut)
    expect(refused).toBe(3)
    const said = { on: texts.extended, result: 'adopted', early: early(), ...citing(cut, notes) }
    await isNotBelieved(await declares(said), texts.extended, UNPROVED)
  })
})

test('row 12: somebody says that a silent member agreed which never had the text: it proves nothing', async () => {
  const cut = await taken()
  const { notes, refused } = await closed(cut)
  expect(refused).toBe(0)
  const said = { on: texts.unreceived, result: 'adopted', early: early(), ...citing(cut, notes) }
  const id = await declares(said)
  await isNotBelieved(id, texts.unreceived, UNPROVED)
  // Cedar is the one that never had it: its people learn that somebody says it agreed.
  const alarm = await alarmed(field.people.XC, { ...UNPROVED, party: 'CO', evidence: { act: id } })
  expect(alarm).toMatchObject({ severity: 'serious', caseId: field.case })
  expect(alarm.next.en).toContain('Nothing is adopted, ended or lapsed by it')
  expect(versionOf(await field.people.XC.view(field.case), texts.unreceived)).toMatchObject({
    inForce: false,
    adopted: [],
  })
})

test('row 10: the proposer never closes: another party publishes the certificate, and it stands', async () => {
  await closedAt()
  const { people } = field
  // Whoever said nothing else to the chair is told that what came of it waits, and that it need not wait for the chair.
  const waiting = async (one: (typeof honest)[number]) => {
    const { reminders } = await people[one].ask<RemindersView>('/api/v1/reminders')
    return reminders.find(({ of, what }) => of === texts.closed && what === 'certificate')
  }
  for (const one of honest)
    expect(await waiting(one)).toMatchObject({
      isOver: true,
      says: { en: 'Certify what came of a silence that has ended' },
      then: { en: expect.stringContaining('any party can') },
    })
  const unclosed = {
    kind: 'unclosed-silence',
    party: 'CO',
    evidence: { act: texts.closed },
  } as const
  for (const one of honest) {
    const alarm = await alarmed(people[one], unclosed)
    expect(alarm).toMatchObject({ code: 'silence.unclosed', severity: 'notice' })
    expect(alarm).not.toHaveProperty('ended')
    expect(alarm.next.en).toContain('any party can certify it')
    expect(alarm.next.es).toContain('cualquier parte puede certificarlo')
  }
  const { id } = await people.XC.declare(field.case, texts.closed, 'adopted')
  for (const one of honest) {
    const view = await until(`${one} to hold it`, async () => {
      const found = versionOf(await people[one].view(field.case), texts.closed)
      return found?.adopted.includes(id) ? found : undefined
    })
    expect(view.inForce).toBe(true)
    expect(await waiting(one)).toBeUndefined()
    await until(`${one} to be told that it is over`, async () =>
      (await alarmed(people[one], unclosed)).ended ? true : undefined,
    )
  }
})

test('row 10: nor does a later objection keep it from being adopted: any party certifies what was so at the end, and it is suspended', async () => {
  const { people } = field
  // Cedar filed its certificate in between: a tree from then shows that it had not objected.
  const objection = await people.XC.file(field.case, 'comply', {
    on: texts.late,
    union: 'complies',
    national: 'objects',
  })
  await sees(field, people.XA, objection.id)
  const { id } = await people.XA.declare(field.case, texts.late, 'adopted')
  for (const one of honest) {
    const found = await until(`${one} to hold it`, async () => {
      const version = versionOf(await people[one].view(field.case), texts.late)
      return version?.adopted.includes(id) ? version : undefined
    })
    expect(found).toMatchObject({ standing: 'suspended', inForce: false })
    expect(found.reasons).toContainEqual(expect.objectContaining({ code: 'objects', member: 'XC' }))
  }
  await agree(field, honest)
})

test.each([
  ['ends', { result: 'ended' }],
  ['lets lapse', { result: 'lapsed', window: 1 }],
])('row 11: a party %s what stands: it stands all the same', async (_does, result) => {
  const { people } = field
  const cut = await taken()
  const { notes } = await closed(cut)
  const since = early()
  const more = result.result === 'ended' ? { since } : {}
  const said = { on: texts.closed, ...result, ...more, ...citing(cut, notes) }
  await isNotBelieved(await declares(said), texts.closed, UNPROVED)
  expect(versionOf(await people.XB.view(field.case), texts.closed)?.inForce).toBe(true)
})

describe('row 16: a party commits to words that it never delivers', () => {
  const partAt = async (digest: string) => {
    const { sealed } = await field.people.XA.ask<SealedView>(
      `/api/v1/cases/${field.case}/disclosures`,
    )
    return sealed.find((part) => part.digest === digest)
  }
  test('Alder is shown that they did not come, and is told when they are overdue', async () => {
    const { digest } = never
    const part = await until('it to be not delivered', async () => {
      const one = await partAt(digest)
      return one?.delivery === 'not-delivered' ? one : undefined
    })
    expect(part).not.toHaveProperty('value')
    await alarmed(field.people.XA, { kind: 'not-delivered', party: 'CO', evidence: { digest } })
  })

  test('or sends others in their place: they are not taken, and Alder is told', async () => {
    const { digest } = made('words that were signed')
    await field.attacker.does('deliversFalsely', digest, made('words that were not').disclosure)
    await seals(digest)
    await alarmed(field.people.XA, { kind: 'false-disclosure', party: 'CO', evidence: { digest } })
    expect(await partAt(digest)).toMatchObject({ delivery: 'not-delivered' })
    expect(await partAt(digest)).not.toHaveProperty('value')
  })
})
