import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseCharter, type PartyId } from '@entente/accord'
import { openCaseAt } from '../../test/case-at.ts'
import { withFirstCase } from '../../test/first-case.ts'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import type { Told } from '../federation/index.ts'
import { found } from '../parties/found.ts'
import { crypto } from '../platform/crypto.ts'
import type { Database } from '../platform/db/index.ts'
import { openKeys } from '../platform/keys/index.ts'
import { createAddresses, type Addresses } from './addresses.ts'
import { openAddressBook, type AddressBook } from './book.ts'
import { signAddress } from './note.ts'
import { addressMigrations, addressStore } from './store.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-addresses-'))
const founded = found(withFirstCase, (party) => join(data, party), new Date('2026-11-27T12:00:00Z'))
const charterBytes = founded.charters[0]!
const charter = parseCharter(charterBytes, crypto)
const [XA, XB, XC] = ['XA', 'XB', 'XC'] as [PartyId, PartyId, PartyId]
const originOf = (party: string) => charter.parties.find(({ id }) => id === party)!.origin

/** What a party's log signs of where its node is. */
const says = (party: string, counter: number, url: string, by = party) =>
  signAddress(
    { counter, url },
    { ...openKeys(join(data, by)).load('log'), name: originOf(party) },
    crypto,
  )

let held: Awaited<ReturnType<typeof openCaseAt>>
beforeAll(async () => {
  held = await openCaseAt('XA', { data, charter: charterBytes, urls: new Map() })
})
afterAll(async () => {
  await held.caseFiles.close()
  await held.database.close()
  rmSync(data, { recursive: true, force: true })
})

const OLD = 'http://127.0.0.1:4821'
const NEW = 'http://127.0.0.1:4899'

describe.each(STORE_KINDS)('addresses kept in $name', (kind) => {
  let place: EmptyStore
  let database: Database
  let book: AddressBook
  let addresses: Addresses
  let given: Record<string, string>
  let own: string | undefined
  let told: Told[]
  const open = async () => {
    database = await place.open(addressMigrations)
    book = await openAddressBook(addressStore(database))
    const tell = (one: Told) => Promise.resolve(void told.push(one))
    const caseFiles = { ...held.caseFiles, tell }
    addresses = createAddresses({ book, caseFiles, given: () => given, own: () => own })
  }
  beforeEach(async () => {
    given = { [XC]: OLD }
    own = undefined
    told = []
    place = await kind.empty()
    await open()
  })
  afterEach(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })
  const root = () => held.caseFiles.held().find((one) => one.charter.id === charter.id)!
  const take = (note: string) => addresses.take(root(), note, XB)
  const codes = () => told.map(({ code, isOver }) => (isOver ? `${code} is over` : code))

  test('follow a party to where its log signed, tell people, and do so after a restart', async () => {
    expect(await take(says('XC', 5, NEW))).toBe(true)
    expect(book.urlOf(XC, OLD)).toBe(NEW)
    expect(told).toMatchObject([
      { code: 'address.moved', party: 'XC', evidence: { from: OLD, to: NEW, counter: '5' } },
    ])
    expect(await take(says('XC', 5, NEW))).toBe(false)
    await database.close()
    await open()
    expect(book.urlOf(XC, OLD)).toBe(NEW)
    expect(book.where(XC, OLD)).toMatchObject({ moved: { from: OLD, to: NEW, state: 'followed' } })
  })

  test('are passed on as they are held, the own one with the others', async () => {
    own = 'https://alder.example'
    await addresses.settle()
    const note = says('XC', 5, NEW)
    await take(note)
    expect(addresses.of(root()).map(({ party, state }) => [party, state])).toEqual([
      ['XA', 'own'],
      ['XC', 'followed'],
    ])
    expect(addresses.of(root())[1]!.note).toBe(note)
    // Another address, another note, above the one before; the same address, none.
    const before = addresses.of(root())[0]!
    await addresses.settle()
    expect(addresses.of(root())[0]).toEqual(before)
    own = 'https://elsewhere.example'
    await addresses.settle()
    const after = addresses.of(root())[0]!
    expect(after.url).toBe(own)
    expect(after.counter).toBeGreaterThan(before.counter)
  })

  test('are not those of a note that is older, replayed, or by another party’s key', async () => {
    await take(says('XC', 5, NEW))
    expect(await take(says('XC', 4, 'http://127.0.0.1:1'))).toBe(false)
    const forged = says('XC', 6, 'http://127.0.0.1:1', 'XB')
    await expect(take(forged)).rejects.toMatchObject({ code: 'address.unsigned' })
    await expect(take(says('XC', 5, 'http://127.0.0.1:1'))).rejects.toMatchObject({
      code: 'address.twice',
    })
    await expect(take('x'.repeat(3_000))).rejects.toMatchObject({ code: 'address.malformed' })
    const stranger = says('XC', 6, NEW).replace(originOf('XC'), 'xz.example/root')
    await expect(take(stranger)).rejects.toMatchObject({ code: 'address.unsigned' })
    expect(book.urlOf(XC, OLD)).toBe(NEW)
    expect(codes()).toEqual([
      'address.moved',
      'address.unsigned',
      'address.twice',
      'address.malformed',
      'address.unsigned',
    ])
    // Who brought them is named, not whom they name.
    expect(told.slice(1).every(({ party }) => party === XB)).toBe(true)
  })

  test('lead nowhere nearer than the operator’s address did', async () => {
    given = { [XC]: 'https://203.0.113.7' }
    await take(says('XC', 5, 'http://127.0.0.1:5432'))
    await take(says('XC', 6, 'https://192.168.1.1'))
    await take(says('XC', 7, 'https://169.254.169.254'))
    expect(book.urlOf(XC, given[XC]!)).toBe(given[XC])
    expect(codes()).toEqual(['address.held', 'address.held', 'address.held'])
    await take(says('XC', 8, 'https://203.0.113.8'))
    expect(book.urlOf(XC, given[XC]!)).toBe('https://203.0.113.8')
    expect(book.lookupFor('https://203.0.113.8/log/x')).toBeTypeOf('function')
    expect(book.lookupFor('https://203.0.113.80/log/x')).toBeUndefined()
    // Whose address nobody gave is not asked.
    given = {}
    await take(says('XB', 5, 'https://203.0.113.9'))
    expect(book.urlOf(XB, '')).toBe('')
  })

  test('give way to the operator’s word: confirmed, another address, or refused for good', async () => {
    await take(says('XC', 5, NEW))
    given = { [XC]: NEW }
    await addresses.settle()
    expect(book.where(XC, NEW)).toEqual({ url: NEW })
    expect(codes()).toEqual(['address.moved', 'address.moved is over'])
    await take(says('XC', 6, 'http://127.0.0.1:5000'))
    expect(book.urlOf(XC, NEW)).toBe('http://127.0.0.1:5000')
    await addresses.refuse(XC)
    expect(book.urlOf(XC, NEW)).toBe(NEW)
    // Whoever was refused is not followed by the next note either.
    await take(says('XC', 7, 'http://127.0.0.1:5001'))
    expect(book.where(XC, NEW)).toMatchObject({ url: NEW, moved: { state: 'refused' } })
    expect(codes().slice(2)).toEqual(['address.moved', 'address.moved is over', 'address.held'])
    await expect(addresses.refuse(XC)).rejects.toMatchObject({ code: 'address.unknown' })
    given = { [XC]: OLD }
    expect(book.where(XC, OLD)).toEqual({ url: OLD })
    await take(says('XC', 8, NEW))
    expect(book.urlOf(XC, OLD)).toBe(NEW)
  })

  test('of this very party, signed and unknown here, are told of, and what the operator says goes above', async () => {
    own = 'https://alder.example'
    await addresses.settle()
    const { counter } = addresses.of(root())[0]!
    await take(says('XA', counter + 10, 'https://thief.example'))
    expect(told).toMatchObject([
      { code: 'address.own', party: XA, evidence: { to: 'https://thief.example' } },
    ])
    await addresses.settle()
    expect(addresses.of(root())[0]).toMatchObject({ url: own, counter: counter + 11 })
  })
})
