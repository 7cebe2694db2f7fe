import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createStrandReader, parseCharter, type PartyId } from '@entente/accord'
import { readConfig } from '../config.ts'
import { crypto } from '../platform/crypto.ts'
import { openKeys } from '../platform/keys/index.ts'
import { draftCharter } from './draft-charter.ts'
import { keyAct } from './key-act.ts'
import { makeParty } from './make-party.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-second-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))
const at = (name: string) => join(data, name)
const made = (directory: string, id: string, said: object = {}) =>
  makeParty(at(directory), {
    id,
    name: 'Alder',
    role: 'member',
    population: 5,
    authorities: [{ id: `${id}-mfa`, name: 'Ministry of Foreign Affairs' }],
    people: [{ id: 'desk', name: 'Desk officer', authority: `${id}-mfa`, role: 'signatory' }],
    ...said,
  })
const rules = {
  title: 'Coalition',
  exercise: true,
  tlp: 'TLP:GREEN',
  steps: {},
  grace: 1,
  notice: 1,
  cure: 1,
  chair: 'XA',
  origin: 'entente.example/coalition/root',
} as const

describe('a party that is founded with second keys', () => {
  const alder = made('alder', 'XA', { second: true, roots: { count: 3, threshold: 2 } })
  const birch = made('birch', 'XB', { second: true })
  const cedar = made('cedar', 'XC')

  test('has as many root keys of each kind, two per authority, and a witness of ML-DSA-44', () => {
    const kinds = alder.root.map(({ alg }) => alg)
    expect(kinds.filter((alg) => alg === 'ml-dsa-44')).toHaveLength(3)
    expect(kinds.filter((alg) => alg === 'ed25519')).toHaveLength(3)
    const { authorities } = readConfig(at('alder'))
    expect(authorities[0]).toMatchObject({ keyid: 'XA-mfa-1', second: 'XA-mfa-second-1' })
  })

  test('joins a coalition that asks for them: its key acts count', () => {
    const bytes = draftCharter({ ...rules, second: 'ml-dsa-44' }, [alder, birch], crypto)
    const charter = parseCharter(bytes, crypto)
    const keys = openKeys(at('alder'))
    const entries = keyAct(readConfig(at('alder')), charter.id, { keys, nowAt: new Date() })
    expect(entries).toHaveLength(2)
    const reader = createStrandReader(charter, 'XA' as PartyId, crypto)
    for (const entry of entries) expect(reader.append(entry).void).toBe(undefined)
    expect([...reader.keys().authorities.keys()]).toEqual(['XA-mfa-1', 'XA-mfa-second-1'])
  })

  test('cannot be joined there by one without them', () => {
    expect(() => draftCharter({ ...rules, second: 'ml-dsa-44' }, [alder, cedar], crypto)).toThrow(
      expect.objectContaining({ code: 'charter.keys' }),
    )
  })

  test('has at most four root keys of each kind', () => {
    expect(() => made('five', 'XD', { second: true, roots: { count: 5, threshold: 3 } })).toThrow(
      expect.objectContaining({ code: 'card.malformed' }),
    )
  })
})
