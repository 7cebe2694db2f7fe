import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  canonical,
  createStrandReader,
  parseCharter,
  type Charter,
  type PartyId,
} from '@entente/accord'
import { formatVkey, toBase64 } from '@entente/log'
import { crypto } from '../platform/crypto.ts'
import { openKeys } from '../platform/keys/index.ts'
import { assertCompared, cardBytes, cardId, parseCard, readCard } from './card.ts'
import { draftCharter, slugOf, type Rules } from './draft-charter.ts'
import { foundedIn } from './founded.ts'
import { joinCharter } from './join.ts'
import { makeParty, type Profile } from './make-party.ts'
import { toWords } from './words.ts'

const place = mkdtempSync(join(tmpdir(), 'entente-join-'))
const at = (name: string) => join(place, name)
afterAll(() => rmSync(place, { recursive: true, force: true }))
const nowAt = new Date('2026-11-25T12:00:00Z')

const profile = (id: string, role: Profile['role'] = 'member'): Profile => ({
  id,
  name: `Party ${id}`,
  role,
  ...(role === 'member' ? { population: 10 } : {}),
  authorities: [
    { id: `${id}-mfa`, name: 'Ministry of Foreign Affairs' },
    { id: `${id}-legal`, name: 'Legal Service', verbs: ['evidence'] },
  ],
  people: [{ id: 'desk', name: 'Desk', authority: `${id}-mfa`, role: 'signatory' }],
})
const rules: Rules = {
  title: 'Coalition of the Coast',
  chair: 'CO',
  exercise: true,
  tlp: 'TLP:AMBER+STRICT',
  steps: { position: { rule: 'express-unanimity' } },
  grace: 120,
  notice: 3600,
  cure: 3600,
  origin: 'entente.example/coast/0/root',
}
const [alder, birch, office, grid] = [
  makeParty(at('alder'), profile('XA')),
  makeParty(at('birch'), profile('XB')),
  makeParty(at('office'), profile('CO', 'organisation')),
  makeParty(at('grid'), profile('GR', 'operator')),
]
const bytes = draftCharter(rules, [alder, birch, office, grid], crypto)
const charter = parseCharter(bytes, crypto)
const joinAs = (name: string, as = bytes, id: string = parseCharter(as, crypto).id) =>
  joinCharter(at(name), as, { id, crypto, nowAt })

describe('a party card', () => {
  test('has public keys, and nothing of any private one', () => {
    const card = readFileSync(join(at('alder'), 'card.json'), 'utf8')
    expect(Object.keys(JSON.parse(card) as object)).toEqual([
      'log',
      'name',
      'next',
      'party',
      'population',
      'role',
      'root',
      'threshold',
      'v',
      'witness',
    ])
    const keys = openKeys(at('alder'))
    const known = ['root-1', 'log', 'witness'].map((name) => toBase64(keys.load(name).publicKey))
    expect([alder.root[0]?.pub, alder.log]).toEqual(known.slice(0, 2))
    expect(alder.witness).toBe(
      formatVkey('xa.example/witness', 4, keys.load('witness').publicKey, crypto.sha256),
    )
  })
  test('has one id, however it is read', () => {
    expect(cardId(cardBytes(parseCard(cardBytes(alder))), crypto)).toBe(
      cardId(readFileSync(join(at('alder'), 'card.json')), crypto),
    )
    expect(readCard(at('alder'))).toEqual(alder)
  })
  test('is refused in another form of the same JSON, or with more in it', () => {
    const text = new TextDecoder().decode(cardBytes(alder))
    for (const wrong of [` ${text}`, text.replace('"v":1', '"v":1,"w":1'), '{}', 'no'])
      expect(() => parseCard(new TextEncoder().encode(wrong)), wrong).toThrow(
        expect.objectContaining({ code: 'card.malformed' }),
      )
  })
  test('is compared with what was read out, to the last digit and word', () => {
    const id = cardId(cardBytes(alder), crypto)
    const words = toWords(id)
    for (const said of [id, words.join(' '), ` ${words.join(', ').toUpperCase()}`])
      expect(() => assertCompared(alder, said, crypto)).not.toThrow()
    const nextDigit = ((Number.parseInt(id.at(-1)!, 16) + 1) % 16).toString(16)
    const otherWord = toWords(`sha256:${'0'.repeat(64)}`)[0] === words[31] ? 'zombie' : 'actor'
    for (const [said, code] of [
      [`${id.slice(0, -1)}${nextDigit}`, 'card.not-compared'],
      [[...words.slice(0, 31), otherWord].join(' '), 'card.not-compared'],
      [words.slice(0, 31).join(' '), 'id.malformed'],
      ['', 'id.malformed'],
    ] as const)
      expect(() => assertCompared(alder, said, crypto), said).toThrow(
        expect.objectContaining({ code, message: expect.not.stringContaining(id) as string }),
      )
  })
  test('is made once: a directory where a party lives is left alone', () => {
    const before = readFileSync(join(at('alder'), 'card.json'))
    expect(() => makeParty(at('alder'), profile('XA'))).toThrow(
      expect.objectContaining({ code: 'party.exists' }),
    )
    expect(readFileSync(join(at('alder'), 'card.json'))).toEqual(before)
  })
  test('is not made of a person who works for nobody', () => {
    const people = [{ id: 'desk', name: 'Desk', authority: 'XB-mfa', role: 'drafter' as const }]
    expect(() => makeParty(at('nobody'), { ...profile('XC'), people })).toThrow(
      expect.objectContaining({ code: 'person.unknown' }),
    )
    expect(existsSync(at('nobody'))).toBe(false)
  })
})

describe('a charter drafted from cards', () => {
  test('gives every strand its own name and every member its weight', () => {
    expect(charter.parties.map(({ id, origin, population }) => [id, origin, population])).toEqual([
      ['XA', 'entente.example/coast/0/root/xa', 10],
      ['XB', 'entente.example/coast/0/root/xb', 10],
      ['CO', 'entente.example/coast/0/root/co', undefined],
      ['GR', 'entente.example/coast/0/root/gr', undefined],
    ])
  })
  test('has members and organisations witness, and no operator', () => {
    expect(charter.witnesses.map(({ party }) => party)).toEqual(['XA', 'XB', 'CO'])
    expect(charter.quorum).toBe(2)
  })
  test('lets others be named as witnesses', () => {
    const of = (witnesses: string[]) =>
      parseCharter(draftCharter({ ...rules, witnesses }, [alder, office, grid], crypto), crypto)
    expect(of(['XA', 'CO', 'GR', 'ZZ'].slice(0, 3)).witnesses).toHaveLength(3)
  })
  test.each([
    ['the same card twice', [alder, alder, office], 'charter.parties'],
    ['a chair without a card', [alder, birch], 'charter.parties'],
    ['nobody with a voice', [office, grid], 'charter.parties'],
  ])('is refused with %s', (_what, cards, code) => {
    expect(() => draftCharter(rules, cards, crypto)).toThrow(expect.objectContaining({ code }))
  })
  test.each([
    ['Coalición del Norte', 'coalicion-del-norte'],
    ['  VESTA / wiper (2026) ', 'vesta-wiper-2026'],
    ['联盟', 'case'],
  ])('%s is named %s in its strands', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })
})

describe('joining', () => {
  const changed = (change: (party: Charter['parties'][number]) => object, more: object = {}) => {
    const said = JSON.parse(new TextDecoder().decode(bytes)) as Charter
    const parties = said.parties.map((party) =>
      party.id === 'XB' ? { ...party, ...change(party) } : party,
    )
    return new TextEncoder().encode(canonical({ ...said, parties, ...more }))
  }
  const anothers = toBase64(openKeys(at('grid')).load('witness').publicKey)

  test.each([
    ['another weight', () => changed(() => ({ population: 9 }))],
    ['another name', () => changed(() => ({ name: 'Beech' }))],
    ['another root key', () => changed(({ root }) => ({ root: [{ ...root[0]!, pub: anothers }] }))],
    [
      'one more root key',
      () =>
        changed(({ root }) => ({
          root: [...root, { keyid: 'XB-root-2', alg: 'ed25519', pub: anothers }],
        })),
    ],
    [
      'another log',
      () =>
        changed(({ origin }) => ({
          log: formatVkey(origin, 1, openKeys(at('grid')).load('log').publicKey, crypto.sha256),
        })),
    ],
    [
      'another witness key',
      () =>
        changed(() => ({}), {
          witnesses: charter.witnesses.map((witness) =>
            witness.party === ('XB' as PartyId)
              ? {
                  ...witness,
                  vkey: formatVkey(
                    'xb.example/witness',
                    4,
                    openKeys(at('grid')).load('witness').publicKey,
                    crypto.sha256,
                  ),
                }
              : witness,
          ),
        }),
    ],
  ])('is refused where the charter names the party with %s', (_what, forged) => {
    expect(() => joinAs('birch', forged())).toThrow(
      expect.objectContaining({ code: 'charter.not-own' }),
    )
    expect(foundedIn(at('birch'))).toEqual([])
  })

  test('is refused where the charter does not name the party', () => {
    const without = draftCharter(rules, [alder, office], crypto)
    expect(() => joinAs('birch', without)).toThrow(
      expect.objectContaining({ code: 'charter.not-own' }),
    )
  })

  test('is refused with the id of another charter, and does not say which the file has', () => {
    const other = `sha256:${'0'.repeat(64)}`
    const joining = () => joinAs('birch', bytes, other)
    expect(joining).toThrow(expect.objectContaining({ code: 'charter.not-compared' }))
    expect(joining).not.toThrow(charter.id)
  })

  test('gives every authority its key and its verbs, signed by the root key', () => {
    joinAs('alder')
    const [{ charter: kept, entries } = { charter: undefined, entries: [] }] = foundedIn(
      at('alder'),
    )
    expect(kept && Buffer.from(kept).equals(Buffer.from(bytes))).toBe(true)
    const reader = createStrandReader(charter, 'XA' as PartyId, crypto)
    for (const entry of entries) expect(reader.append(entry)).not.toHaveProperty('void')
    const given = [...reader.keys().authorities.values()]
    const published = ['publish', 'recall']
    const exchanged = ['sound', 'comment', 'note', 'release']
    const measures = 'call notice assess start report review suspend terminate'.split(' ')
    expect(given.map(({ authority, mandate }) => [authority.id, mandate.verbs])).toEqual([
      [
        'XA-mfa',
        [
          'join',
          'evidence',
          'evidence-withdraw',
          'attribute',
          'objective',
          'comply',
          'withdraw',
          'receipt',
          'reaffirm',
          'declare',
          ...exchanged,
          ...measures,
          ...published,
          'accuse',
          'open-case',
        ],
      ],
      ['XA-legal', ['evidence']],
    ])
  })

  test('works where the charter has the party witness nothing', () => {
    const only = draftCharter({ ...rules, witnesses: ['CO'] }, [birch, office], crypto)
    expect(joinAs('birch', only).isNew).toBe(true)
  })

  test('is done once: another coalition is refused, the same changes nothing', () => {
    expect(() => joinAs('birch')).toThrow(expect.objectContaining({ code: 'party.joined' }))
    expect(joinAs('alder').isNew).toBe(false)
  })

  test('is refused where no party lives', () => {
    expect(() => joinAs('nowhere')).toThrow(expect.objectContaining({ code: 'card.missing' }))
  })
})
