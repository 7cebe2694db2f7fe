import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  canonical,
  createStrandReader,
  openEntry,
  parseCharter,
  rootSetHash,
  seal,
  type PartyId,
} from '@entente/accord'
import { findTerm, LANGUAGES } from '@entente/lexicon'
import { WOULD } from '../../test/by-command-line.ts'
import { countersign, readLeft, toldLeft } from '../cli/key-acts.ts'
import { crypto } from '../platform/crypto.ts'
import { draftCharter } from './draft-charter.ts'
import { foundedIn } from './founded.ts'
import { joinCharter } from './join.ts'
import { makeParty } from './make-party.ts'
import { makeNextRoot, nextNumber, readRootSet, rootSigners } from './root-keys.ts'

const place = mkdtempSync(join(tmpdir(), 'entente-roots-'))
const at = (name: string) => join(place, name)
afterAll(() => rmSync(place, { recursive: true, force: true }))

const three = { count: 3, threshold: 2 }
const profile = (id: string) => ({
  id,
  name: `Party ${id}`,
  role: 'member' as const,
  population: 10,
  authorities: [{ id: `${id}-mfa`, name: 'Ministry' }],
  people: [{ id: 'desk', name: 'Desk', authority: `${id}-mfa`, role: 'signatory' as const }],
})
const alder = makeParty(at('alder'), { ...profile('XA'), roots: three, nextRoot: at('safe') })
const birch = makeParty(at('birch'), profile('XB'))
const bytes = draftCharter(
  {
    title: 'Coast',
    chair: 'XA',
    exercise: true,
    tlp: 'TLP:GREEN',
    steps: {},
    grace: 1,
    notice: 1,
    cure: 1,
    origin: 'entente.example/coast/0/root',
  },
  [alder, birch],
  crypto,
)
const charter = parseCharter(bytes, crypto)
const act = (said: object) =>
  new TextEncoder().encode(
    canonical({
      v: 1,
      charter: charter.id,
      party: 'XA',
      claimedAt: '2026-11-26T04:00:00Z',
      ...said,
    }),
  )

describe('the root keys of a party', () => {
  test('are as many as it said, the next ones in a directory of their own', () => {
    expect(alder.root.map(({ keyid }) => keyid)).toEqual(['XA-root-1', 'XA-root-2', 'XA-root-3'])
    expect(alder.threshold).toBe(2)
    const next = readRootSet(at('safe'))
    expect(next.root.map(({ keyid }) => keyid)).toEqual(['XA-root-4', 'XA-root-5', 'XA-root-6'])
    expect(alder.next).toBe(rootSetHash(next, crypto.sha256))
    expect(existsSync(join(at('alder'), 'next-root'))).toBe(false)
    expect(readRootSet(join(at('birch'), 'next-root')).root).toHaveLength(1)
  })

  test('sign together for what they give when the party joins', () => {
    joinCharter(at('alder'), bytes, { id: charter.id, crypto, nowAt: new Date(0) })
    const [{ entries } = { entries: [] }] = foundedIn(at('alder'))
    const reader = createStrandReader(charter, 'XA' as PartyId, crypto)
    expect(entries.map((entry) => reader.append(entry).void)).toEqual([undefined])
    expect(openEntry(entries[0]!).signatures).toHaveLength(3)
  })

  test('of which two sign a change, one here and one elsewhere, with two of the next', () => {
    const reader = createStrandReader(charter, 'XA' as PartyId, crypto)
    const set = readRootSet(at('safe'))
    const then = makeNextRoot(at('then'), 'XA', { ...three, first: nextNumber(set) })
    expect(makeNextRoot(at('then'), 'XA', { ...three, first: 99 })).toEqual(then)
    const next = rootSetHash(then, crypto.sha256)
    const all = rootSigners([at('alder')], 'XA')
    const file = at('act.json')
    writeFileSync(file, seal(act({ kind: 'keys-root', ...set, next }), all.slice(0, 2)))
    expect(reader.check(readLeft(file).entry).void?.code).toBe('act.not-competent')
    // Whoever holds the other key reads what it is about to sign, with no node at hand.
    for (const lang of LANGUAGES) {
      const told = toldLeft(readLeft(file), lang)
      expect(told).toContain(`${WOULD[lang]}: ${findTerm('keys-root')!.label[lang]}`)
      expect(told).toContain('XA-root-4')
      expect(told).toContain(charter.id)
    }
    expect(countersign(readLeft(file), [at('safe')])).toHaveLength(5)
    expect(reader.append(readLeft(file).entry).void).toBeUndefined()
    expect([...reader.keys().root.keys()]).toEqual(['XA-root-4', 'XA-root-5', 'XA-root-6'])
  })

  test('are missed aloud where none lie', () => {
    const missing = expect.objectContaining({ code: 'root.missing' }) as Error
    expect(() => rootSigners([at('nowhere')], 'XA')).toThrow(missing)
    expect(() => readRootSet(at('alder'))).toThrow(missing)
    expect(existsSync(at('nowhere'))).toBe(false)
  })
})
