import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseVkey } from '@entente/log'
import { crypto } from '../platform/crypto.ts'
import { AddressError } from './error.ts'
import { isNewer, parseAddress, readAddress, signAddress } from './note.ts'

type Vectors = {
  readonly log: string
  readonly examples: readonly {
    readonly name: string
    readonly why: string
    readonly note: string
    readonly held?: string
    readonly verdict: 'newer' | 'nothing new' | { readonly refused: string }
  }[]
}
const VECTORS = new URL('../../../../spec/vectors/address/list.json', import.meta.url)
const vectors = JSON.parse(readFileSync(VECTORS, 'utf8')) as Vectors
const log = parseVkey(vectors.log, crypto.sha256)

describe('a note over an address', () => {
  test.each(vectors.examples)('$name: $why', ({ note, held, verdict }) => {
    const judge = () =>
      isNewer(note, { log, crypto, ...(held === undefined ? {} : { held: parseAddress(held) }) })
    if (typeof verdict === 'object')
      expect(judge).toThrow(
        expect.objectContaining({ name: 'AddressError', code: verdict.refused }),
      )
    else expect(judge()).toBe(verdict === 'newer')
  })

  test('is read as it was signed, and is not signed over what is no address', () => {
    const signer = { name: 'xa.example/root', publicKey: log.raw, sign: () => new Uint8Array(64) }
    const said = { counter: 7, url: 'https://[2001:db8::1]:4821' }
    expect(parseAddress(signAddress(said, signer, crypto))).toEqual({
      ...said,
      origin: signer.name,
    })
    expect(() => signAddress({ counter: 7, url: 'https://a.example/b' }, signer, crypto)).toThrow(
      expect.objectContaining({ code: 'address.form' }),
    )
  })

  test('that is altered in any one place proves nothing', () => {
    const { note } = vectors.examples[0]!
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.nat(0xffff), (at, unit) => {
        const altered = note.slice(0, at) + String.fromCharCode(unit) + note.slice(at + 1)
        if (altered === note) return
        expect(() => isNewer(altered, { log, crypto })).toThrow(AddressError)
      }),
    )
  })

  test('is refused by name whatever text it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4_000 }),
      fc
        .array(fc.constantFrom('entente-address/1', '\n', '—', ' ', '1', 'https://a', '/'))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (note) => {
        expect(() => parseAddress(note)).toThrow(AddressError)
        if (!note.startsWith('http')) expect(() => readAddress(note)).toThrow(AddressError)
      }),
      { numRuns: 300 },
    )
  })
})
