import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { verifyBundle } from '@entente/accord'
import { toHex } from '@entente/log'
import { crypto } from '../src/platform/crypto.ts'
import { readAnchors, verifyToken } from '../src/timestamps/index.ts'

const read = (path: string) =>
  readFileSync(new URL(`../../../spec/vectors/${path}`, import.meta.url), 'utf8')
const list = JSON.parse(read('bad-timestamped/list.json')) as {
  charter: string
  anchor: string
  imprint: string
  tampered: { file: string; what: string; code: string }[]
}
const verify = (path: string) => verifyBundle(read(path), { charterId: list.charter, crypto })

describe('a record with a timestamp', () => {
  it('decides what it would decide without', () => {
    const { digest, proved } = verify('bundle/timestamped.json')
    expect({ digest, proved }).toEqual({
      digest: verify('bundle/quiet-modem.json').digest,
      proved: verify('bundle/quiet-modem.json').proved,
    })
  })
  it('says which hash its token has to be over, and openssl’s token is over it', () => {
    const [one] = verify('bundle/timestamped.json').timestamps
    expect(toHex(one!.imprint)).toBe(list.imprint)
    const anchors = readAnchors(list.anchor)
    const imprint = { algorithm: 'sha256' as const, hash: one!.imprint }
    const proved = verifyToken(one!.token, { imprint, nonce: BigInt(`0x${one!.nonce}`), anchors })
    expect(proved).toMatchObject({
      authority: 'O=Harbour Time, CN=Time',
      anchor: new X509Certificate(list.anchor).subject.replace('\n', ', '),
    })
  })
  test.each(list.tampered)('is refused where $what', ({ file, code }) => {
    expect(() => verify(`bad-timestamped/${file}`)).toThrow(expect.objectContaining({ code }))
  })
})
