import { describe, expect, it } from 'vitest'
import { seal } from './sign.ts'
import { fromBase64, toBase64 } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import {
  bytesOf,
  charter,
  charterBytes,
  charterFields,
  fixedKey,
  keysAdd,
  payload,
  roots,
} from '../../../tools/vectors-case.ts'
import type { PartyId } from './id.ts'
import { charterId, parseCharter } from './parse-charter.ts'
import { createStrandReader } from './strand.ts'

type Fields = ReturnType<typeof charterFields>
type Change = (fields: Fields) => Record<string, unknown>

const parse = (change: Change) =>
  parseCharter(bytesOf({ ...charterFields(), ...change(charterFields()) }), crypto)
const refusalOf = (change: Change) => {
  try {
    parse(change)
  } catch (error) {
    return (error as { code?: string }).code
  }
  return 'accepted'
}

/** The charter with something else in the first party, Alder. */
const alder =
  (more: (party: Fields['parties'][number]) => Record<string, unknown>): Change =>
  ({ parties: [first, ...others] }) => ({ parties: [{ ...first, ...more(first!) }, ...others] })

describe('a charter', () => {
  it('is what it says, and its id is the hash of its bytes', () => {
    expect(parseCharter(charterBytes, crypto)).toEqual({ ...charterFields(), id: charter.id })
    expect(charterId(charterBytes, crypto)).toBe(charter.id)
  })
  it.each([
    ['by silence', () => ({ steps: { term: { rule: 'silence', model: 'osce' } } })],
    [
      'by majority with its numbers',
      () => ({ steps: { position: { rule: 'qualified-majority' } }, minimum: 1, blocking: 1 }),
    ],
    [
      'with a least custody for what authorities sign',
      () => ({ custody: { comply: 'browser-held', publish: 'token' } }),
    ],
    ['by participants', () => ({ steps: { measure: { rule: 'participants-only' } } })],
  ] as const)('may decide %s', (_how, change) => {
    expect(refusalOf(change)).toBe('accepted')
  })
  it('may ask for more witnesses than the least', () => {
    expect(refusalOf(() => ({ quorum: 4 }))).toBe('accepted')
  })
})

const neutral = toBase64(Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0)))

describe('a charter is refused', () => {
  it.each<[string, string, Change]>([
    [
      'under rules that this reader does not know',
      'charter.unknown-rules',
      () => ({ rules: 'entente-rules/2' }),
    ],
    [
      'that decides by majority without its numbers',
      'charter.rule-data',
      () => ({ steps: { position: { rule: 'qualified-majority' } } }),
    ],
    [
      'that decides by majority without a blocking minority',
      'charter.rule-data',
      () => ({ steps: { position: { rule: 'qualified-majority' } }, minimum: 2 }),
    ],
    [
      'that decides by majority without a least number',
      'charter.rule-data',
      () => ({ steps: { position: { rule: 'qualified-majority' } }, blocking: 2 }),
    ],
    [
      'whose least number is 0',
      'charter.malformed',
      () => ({ steps: { position: { rule: 'qualified-majority' } }, minimum: 0, blocking: 2 }),
    ],
    [
      'whose blocking minority is 0',
      'charter.malformed',
      () => ({ steps: { position: { rule: 'qualified-majority' } }, minimum: 2, blocking: 0 }),
    ],
    [
      'that names a model of silence for another rule',
      'charter.rule-data',
      () => ({ steps: { position: { rule: 'express-unanimity', model: 'osce' } } }),
    ],
    [
      'that names a model of silence that nobody has',
      'charter.malformed',
      () => ({ steps: { term: { rule: 'silence', model: 'parlour' } } }),
    ],
    ['with a field that nobody knows', 'charter.malformed', () => ({ secret: true })],
    [
      'with one party only',
      'charter.malformed',
      ({ parties }) => ({ parties: parties.slice(0, 1) }),
    ],
    ['with a population of 0', 'charter.malformed', alder(() => ({ population: 0 }))],
    [
      'with a population that is no whole number',
      'charter.malformed',
      alder(() => ({ population: 40.5 })),
    ],
    [
      'with a population beyond the safe integers',
      'charter.malformed',
      alder(() => ({ population: 2 ** 53 })),
    ],
    [
      'with a member without population',
      'charter.population',
      alder(() => ({ role: 'member', population: undefined })),
    ],
    ['with a population without voice', 'charter.population', alder(() => ({ role: 'operator' }))],
    [
      'with populations that cannot be counted together',
      'charter.population',
      alder(() => ({ population: 2 ** 53 - 1 })),
    ],
    [
      'with a party twice',
      'charter.parties',
      ({ parties }) => ({ parties: [...parties, { ...parties[0], origin: 'xa.example/other' }] }),
    ],
    [
      'with two strands of one name',
      'charter.parties',
      alder(() => ({ origin: 'xb.example/quiet-modem' })),
    ],
    [
      'with a least custody for what root keys sign',
      'charter.custody',
      () => ({ custody: { 'keys-add': 'token' } }),
    ],
    [
      'with a least custody for no kind of act',
      'charter.custody',
      () => ({ custody: { applaud: 'token' } }),
    ],
    [
      'with a least custody that every key has',
      'charter.malformed',
      () => ({ custody: { comply: 'node-held' } }),
    ],
    ['whose chair is a stranger', 'charter.parties', () => ({ chair: 'XZ' })],
    [
      'that lets a stranger file',
      'charter.parties',
      () => ({ steps: { position: { rule: 'express-unanimity', by: 'XZ' } } }),
    ],
    [
      'with a witness of a stranger',
      'charter.parties',
      ({ witnesses }) => ({ witnesses: witnesses.map((one) => ({ ...one, party: 'XZ' })) }),
    ],
    [
      'without a member',
      'charter.parties',
      ({ parties }) => ({
        parties: parties.map((party) => ({
          ...party,
          population: undefined,
          role: 'organisation',
        })),
      }),
    ],
    ['with a threshold above its root keys', 'charter.keys', alder(() => ({ threshold: 3 }))],
    [
      'with a root key twice',
      'charter.keys',
      alder(({ root }) => ({ root: [root[0], { ...root[0], keyid: 'XA-root-9' }] })),
    ],
    [
      'with a root key id twice',
      'charter.keys',
      alder(({ root }) => ({ root: [root[0], { ...root[1], keyid: root[0]!.keyid }] })),
    ],
    [
      'with a root key of small order',
      'key.form',
      alder(({ root }) => ({ root: [root[0], { ...root[1], pub: neutral }] })),
    ],
    [
      'with a root key of 31 bytes',
      'key.form',
      alder(({ root }) => ({ root: [root[0], { ...root[1], pub: toBase64(new Uint8Array(31)) }] })),
    ],
    [
      "with a log key of another's name",
      'charter.keys',
      ({ parties }) => alder(() => ({ log: parties[1]!.log }))(charterFields()),
    ],
    [
      'with a log key that is a witness key',
      'charter.keys',
      ({ witnesses }) => alder(() => ({ log: witnesses[0]!.vkey }))(charterFields()),
    ],
    [
      'with a log key that is none',
      'charter.keys',
      alder(() => ({ log: 'xa.example+00000000+AAAA' })),
    ],
    [
      'with a witness twice',
      'charter.keys',
      ({ witnesses }) => ({ witnesses: [...witnesses, witnesses[0]] }),
    ],
    [
      'with a log key in the place of a witness key',
      'charter.keys',
      ({ parties }) => ({ witnesses: parties.map(({ log }) => ({ vkey: log })) }),
    ],
    [
      'with a quorum below the least: two trees of a strand could both count',
      'charter.quorum',
      () => ({ quorum: 2 }),
    ],
    ['with a quorum above its witnesses', 'charter.quorum', () => ({ quorum: 5 })],
    [
      'that hands keys down without a parent',
      'charter.key-act',
      () => ({ keys: { XA: [toBase64(seal(payload('XA', keysAdd('XA')), roots('XA')))] } }),
    ],
    [
      'that hands keys down to a stranger',
      'charter.parties',
      () => ({ parent: { case: charter.id, cut: {} }, keys: { XZ: [] } }),
    ],
  ])('%s', (_, code, change) => {
    expect(refusalOf((fields) => JSON.parse(JSON.stringify(change(fields))) as Fields)).toBe(code)
  })
  it('in another form than the canonical one', () => {
    const bytes = new TextEncoder().encode(JSON.stringify(charterFields(), null, 1))
    expect(() => parseCharter(bytes, crypto)).toThrow(
      expect.objectContaining({ code: 'json.not-canonical' }),
    )
  })
})

describe('a charter of a case below another', () => {
  const parent = { case: charter.id, cut: {} }
  const entry = toBase64(seal(payload('XA', keysAdd('XA')), roots('XA')))

  it('hands down key acts of the parent case, and the strand begins with their keys', () => {
    const below = parse(() => ({ parent, keys: { XA: [entry] } }))
    const { authorities } = createStrandReader(below, 'XA' as PartyId, crypto).keys()
    expect([...authorities.keys()]).toEqual(['XA-mfa-1'])
    expect(authorities.get('XA-mfa-1')?.publicKey).toEqual(fixedKey('XA-mfa-1').publicKey)
  })
  it('takes the same key act in a strand for the one it is: a key stands once', () => {
    const below = parse(() => ({ parent, keys: { XA: [entry] } }))
    const reader = createStrandReader(below, 'XA' as PartyId, crypto)
    expect(reader.append(fromBase64(entry)).void?.code).toBe('act.twice')
  })
  it('takes a later key act of the parent, copied as it is', () => {
    const below = parse(() => ({ parent }))
    const reader = createStrandReader(below, 'XA' as PartyId, crypto)
    expect(reader.append(fromBase64(entry)).void).toBeUndefined()
    expect(reader.keys().authorities.has('XA-mfa-1')).toBe(true)
  })
  it.each<[string, string]>([
    [
      'that one root key signed of two',
      toBase64(seal(payload('XA', keysAdd('XA')), roots('XA').slice(0, 1))),
    ],
    [
      "that another party's root keys signed",
      toBase64(seal(payload('XA', keysAdd('XA')), roots('XB'))),
    ],
    [
      'that is of another case',
      toBase64(
        seal(payload('XA', { ...keysAdd('XA'), charter: `sha256:${'0'.repeat(64)}` }), roots('XA')),
      ),
    ],
    ['that is no entry', toBase64(new TextEncoder().encode('keys'))],
  ])('is refused with a key act %s', (_, act) => {
    expect(refusalOf(() => ({ parent, keys: { XA: [act] } }))).toBe('charter.key-act')
  })
  it('is refused with the same key act twice', () => {
    expect(refusalOf(() => ({ parent, keys: { XA: [entry, entry] } }))).toBe('charter.key-act')
  })
})
