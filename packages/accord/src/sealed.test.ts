import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import type { Act } from './act.ts'
import { AccordError } from './error.ts'
import type { ActId, PartyId } from './id.ts'
import { makeDisclosure, readDisclosure, sealedIn } from './sealed.ts'

const { sha256 } = crypto
const salt = (fill = 7) => new Uint8Array(16).fill(fill)
const made = makeDisclosure({ name: 'reasons', value: 'It is the truth.', salt: salt() }, sha256)
const id = (name: string) => `sha256:${name.padStart(64, '0')}` as ActId

type Said = { readonly kind: 'comply' | 'note' | 'release' } & Readonly<Record<string, unknown>>
const act = (name: string, said: Said, party = 'XA') => ({
  id: id(name),
  party: party as PartyId,
  act: said as unknown as Act,
})
const sealing = (name: string, digest = made.digest, party = 'XA') =>
  act(name, { kind: 'comply', on: id('9'), sealed: [{ name: 'reasons', digest }] }, party)
const opening = (name: string, of: string, disclosure = made.disclosure, party = 'XA') =>
  act(name, { kind: 'release', of: id(of), discloses: [disclosure] }, party)

describe('a digest that two parties have', () => {
  const acts = [sealing('1'), sealing('2', made.digest, 'XB')]
  const from = (party: string) => ({ disclosure: made.disclosure, from: party as PartyId })
  it('is opened with the party that gave the words, and shown with the other', () => {
    const sealed = sealedIn(acts, [from('XA')], sha256)
    expect(sealed.map(({ party, value }) => [party, value])).toEqual([
      ['XA', 'It is the truth.'],
      ['XB', undefined],
    ])
    expect(sealed.map(({ alsoIn }) => alsoIn)).toEqual([
      [{ party: 'XB', act: id('2') }],
      [{ party: 'XA', act: id('1') }],
    ])
  })
  it('is opened with neither by the words of a third', () => {
    expect(() => sealedIn(acts, [from('XC')], sha256)).toThrow(
      expect.objectContaining({ code: 'disclosure.stray' }),
    )
  })
  it('is opened with both by words of which nobody knows whence they came', () => {
    const sealed = sealedIn(acts, [made.disclosure], sha256)
    expect(sealed.map(({ value }) => value)).toEqual(['It is the truth.', 'It is the truth.'])
  })
  it('of one party alone, said again, is no double', () => {
    const [first] = sealedIn([sealing('1'), sealing('2')], [], sha256)
    expect(first).not.toHaveProperty('alsoIn')
  })
})

describe('a disclosure', () => {
  it('has the digest that RFC 9901 gives for its example in section 4.2', () => {
    const disclosure = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0'
    expect(readDisclosure(disclosure, sha256)).toEqual({
      disclosure,
      digest: 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0',
      name: 'family_name',
      value: 'Möbius',
    })
  })
  it('is read back as it was made, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }), (value) => {
        fc.pre(value.isWellFormed() && !/[^\P{Cc}\t\n]/u.test(value))
        const one = makeDisclosure({ name: 'says', value, salt: salt() }, sha256)
        expect(readDisclosure(one.disclosure, sha256)).toEqual(one)
        expect(one.value).toBe(value)
      }),
    )
  })
  it('of the same words under another salt has another digest', () => {
    const other = makeDisclosure({ name: 'reasons', value: made.value, salt: salt(8) }, sha256)
    expect(other.digest).not.toBe(made.digest)
  })
  it('is not made with a salt that could be guessed', () => {
    const short = { name: 'reasons', value: 'So.', salt: new Uint8Array(15) }
    expect(() => makeDisclosure(short, sha256)).toThrow('16 bytes')
  })
  it.each([
    ['nothing', ''],
    ['padding', `${made.disclosure}=`],
    ['letters of the other base64', 'W+/b'],
    ['bits left over', 'WyJ'],
    ['no JSON', Buffer.from('reasons').toString('base64url')],
    ['no UTF-8', Buffer.from([0x5b, 0xff, 0x5d]).toString('base64url')],
    ['an array of two, for an element of an array', of(['a'.repeat(22), 'x'])],
    ['an array of four', of(['a'.repeat(22), 'reasons', 'x', 'y'])],
    ['an object', of({ 0: 'a'.repeat(22), 1: 'reasons', 2: 'x', length: 3 })],
    ['a salt of 21 letters', of(['a'.repeat(21), 'reasons', 'x'])],
    ['a number for a salt', of([1, 'reasons', 'x'])],
    ['a name that is none', of(['a'.repeat(22), '__proto__ ', 'x'])],
    ['no words', of(['a'.repeat(22), 'reasons', ''])],
    ['an object for words', of(['a'.repeat(22), 'reasons', { x: 1 }])],
    ['a terminal’s escape', of(['a'.repeat(22), 'reasons', '\u001b[2J'])],
    ['16,001 letters', 'A'.repeat(16_001)],
    ['depth', of(JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`))],
  ])('with %s is refused with a code', (_what, text) => {
    expect(() => readDisclosure(text, sha256)).toThrow(
      expect.objectContaining({ code: 'disclosure.malformed' }),
    )
  })
  it('of any bytes is read or refused, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(of)), (text) => {
        try {
          readDisclosure(text, sha256)
        } catch (error) {
          expect(error).toBeInstanceOf(AccordError)
        }
      }),
    )
  })
})

function of(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

describe('the sealed parts of a case', () => {
  const acts = [sealing('1')]
  it('are there without their words', () => {
    expect(sealedIn(acts, [], sha256)).toEqual([
      { act: id('1'), party: 'XA', name: 'reasons', digest: made.digest },
    ])
  })
  it('have them where a disclosure is handed over', () => {
    expect(sealedIn(acts, [made.disclosure], sha256)).toMatchObject([{ value: made.value }])
  })
  it('have them where their own party opened them, and say by which act', () => {
    expect(sealedIn([...acts, opening('2', '1')], [], sha256)).toMatchObject([
      { value: made.value, openedBy: id('2') },
    ])
  })
  it('are not opened by another party, a void act, or what only looks like a disclosure', () => {
    for (const more of [
      opening('2', '1', made.disclosure, 'XB'),
      { ...opening('2', '1'), void: { code: 'act.not-competent' } },
      opening('2', '1', of(['a'.repeat(22), 'reasons', 'Another.'])),
      opening('2', '1', 'AAAA'),
    ])
      expect(sealedIn([...acts, more], [], sha256)[0]).not.toHaveProperty('value')
  })
  it('refuse a disclosure that belongs to none of them, were it one letter', () => {
    const other = makeDisclosure(
      { name: 'reasons', value: 'It is the truth!', salt: salt() },
      sha256,
    )
    expect(() => sealedIn(acts, [other.disclosure], sha256)).toThrow(
      expect.objectContaining({ code: 'disclosure.stray' }),
    )
  })
  it('refuse a disclosure under another name than the act has for its digest', () => {
    const aims = makeDisclosure({ name: 'aims', value: 'So.', salt: salt() }, sha256)
    expect(() => sealedIn([sealing('1', aims.digest)], [aims.disclosure], sha256)).toThrow(
      expect.objectContaining({ code: 'disclosure.stray' }),
    )
  })
})
