import { Decrypter, armor } from 'age-encryption'
import * as vectors from 'cctv-age'
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decryptWith, encryptTo, newIdentity, recipientOf } from './age-file.ts'

/** C2SP's test vectors for age (https://c2sp.org/CCTV/age), as the package `cctv-age` has them. */
const CASES = Object.entries(vectors as unknown as Record<string, Uint8Array>).filter(
  ([, bytes]) => bytes instanceof Uint8Array,
)

function read(bytes: Uint8Array) {
  const at = Buffer.from(bytes).indexOf('\n\n')
  const lines = Buffer.from(bytes.subarray(0, at)).toString('utf8').split('\n')
  const said = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2))
  const body = bytes.subarray(at + 2)
  return { said, file: said('compressed')[0] === 'zlib' ? inflateSync(body) : body }
}

test('there are 143 foreign vectors', () => expect(CASES).toHaveLength(143))

test.each(CASES)('%s of C2SP opens, or does not, as it says', async (_name, bytes) => {
  const { said, file } = read(bytes)
  const decrypter = new Decrypter()
  for (const identity of said('identity')) decrypter.addIdentity(identity)
  for (const passphrase of said('passphrase')) decrypter.addPassphrase(passphrase)
  const opened = (async () => {
    const isArmored = said('armored')[0] === 'yes'
    return decrypter.decrypt(
      isArmored ? armor.decode(new TextDecoder().decode(file)) : new Uint8Array(file),
    )
  })()
  if (said('expect')[0] !== 'success') return expect(opened).rejects.toThrow()
  const hash = createHash('sha256').update(await opened)
  expect(hash.digest('hex')).toBe(said('payload')[0])
})

describe('a disclosure in an age file', () => {
  test('opens for each recipient, up to 64, and its length says only its number of kibibytes', async () => {
    const identities = await Promise.all([newIdentity(), newIdentity()])
    const recipients = await Promise.all(identities.map(recipientOf))
    const lengths = []
    for (const length of [1, 1023, 1024, 1025]) {
      const file = await encryptTo(recipients, 'A'.repeat(length))
      lengths.push(file.length)
      for (const identity of identities)
        expect(await decryptWith(identity, file)).toBe('A'.repeat(length))
    }
    const [one, , , two] = lengths
    expect(lengths).toEqual([one, one, one, two])
    expect(two! - one!).toBe(1024)
    const many = await Promise.all(
      Array.from({ length: 65 }, async () => recipientOf(await newIdentity())),
    )
    const refused = { code: 'age.recipient' }
    await expect(encryptTo(many, 'A')).rejects.toMatchObject(refused)
    expect((await encryptTo(many.slice(1), 'A')).length).toBeLessThan(192 * 1024)
  })

  test.each([
    ['nobody', []],
    ['what is no recipient', ['XB']],
    ['a recipient with a letter changed', [`age1${'q'.repeat(58)}`]],
  ])('is not made for %s', async (_what, recipients) => {
    await expect(encryptTo(recipients, 'A')).rejects.toMatchObject({ code: 'age.recipient' })
  })

  test('that was not padded, or is no age file, is refused without a word of it', async () => {
    const identity = await newIdentity()
    const { Encrypter } = await import('age-encryption')
    const encrypter = new Encrypter()
    encrypter.addRecipient(await recipientOf(identity))
    const files = [
      await encrypter.encrypt('CANARY'),
      await encrypter.encrypt(''),
      await encrypter.encrypt(`CANARY${'\n'.repeat(2042)}`),
      Buffer.from('age-encryption.org/v1\nCANARY'),
      new Uint8Array(200 * 1024),
    ]
    for (const file of files) {
      const refusal = decryptWith(identity, file)
      await expect(refusal).rejects.toMatchObject({ code: 'age.unreadable' })
      await expect(refusal).rejects.not.toThrow(/CANARY/)
    }
  })
})
