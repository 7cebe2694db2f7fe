import { describe, expect, it } from 'vitest'
import { fromUtf8, toBase64, toUtf8 } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { fixedKey } from '../../../tools/vectors-case.ts'
import type { PartyId } from './id.ts'
import {
  keyIdOf,
  MOST_REQUEST_BYTES,
  openRequest,
  requestId,
  requestMessage,
  requestPayload,
  sealRequest,
} from './key-request.ts'

const mine = fixedKey('a browser')
const other = fixedKey('another browser')
const keyid = keyIdOf('XA-mfa', mine.publicKey, crypto)
const fields = {
  party: 'XA' as PartyId,
  authority: { id: 'XA-mfa', name: 'Ministry of Foreign Affairs' },
  key: {
    keyid,
    alg: 'ed25519' as const,
    pub: toBase64(mine.publicKey),
    custody: 'browser-held' as const,
  },
  holder: 'A. Person',
  claimedAt: '2026-11-24T14:05:00Z',
}
const sealed = (said: Partial<typeof fields> = {}, by = mine, as = keyid) => {
  const payload = requestPayload({ ...fields, ...said })
  return sealRequest(payload, as, by.sign(requestMessage(payload)))
}
const code = (bytes: Uint8Array) => {
  try {
    openRequest(bytes, crypto)
  } catch (error) {
    return (error as { code?: string }).code
  }
  return 'opened'
}

describe('a request for a key', () => {
  it('says what was asked, by the key itself', () => {
    expect(openRequest(sealed(), crypto)).toEqual({ v: 1, ...fields })
    expect(requestId(sealed(), crypto)).toMatch(/^sha256:[0-9a-f]{64}$/)
  })
  it('has an id that follows from authority and key', () => {
    expect(keyid).toMatch(/^XA-mfa-[0-9a-f]{12}$/)
    expect(keyIdOf('XA-mfa', other.publicKey, crypto)).not.toBe(keyid)
    expect(keyIdOf('x'.repeat(64), mine.publicKey, crypto)).toHaveLength(64)
  })
  it('is refused where another key signed it: nobody asks for a key that they do not hold', () => {
    expect(code(sealed({}, other))).toBe('key-request.unproved')
  })
  it('is refused under an id of its own choosing', () => {
    const key = { ...fields.key, keyid: 'XA-mfa-1' }
    expect(code(sealed({ key }, mine, 'XA-mfa-1'))).toBe('key-request.unproved')
    expect(code(sealed({}, mine, 'XA-mfa-1'))).toBe('key-request.unproved')
  })
  it('is refused for another authority than the one that was signed', () => {
    const text = fromUtf8(sealed())
    const changed = fromUtf8(requestPayload({ ...fields, holder: 'B. Person' }))
    const { payload } = JSON.parse(text) as { payload: string }
    expect(code(toUtf8(text.replace(payload, toBase64(toUtf8(changed)))))).toBe(
      'key-request.unproved',
    )
  })
  it('is refused for a key of small order', () => {
    const neutral = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0))
    const id = keyIdOf('XA-mfa', neutral, crypto)
    const key = { ...fields.key, keyid: id, pub: toBase64(neutral) }
    expect(code(sealed({ key }, mine, id))).toBe('key.form')
  })
  it('is refused in another form of the same JSON, cut short, or too long', () => {
    const text = fromUtf8(sealed())
    for (const bytes of [`${text} `, text.slice(1), '{}', 'x'.repeat(MOST_REQUEST_BYTES + 1)])
      expect(code(toUtf8(bytes))).toBe('key-request.malformed')
  })
})
