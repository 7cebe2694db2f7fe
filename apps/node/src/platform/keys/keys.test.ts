import { randomBytes, verify, createPublicKey } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { crypto } from '../crypto.ts'
import { openKeys } from './index.ts'

const directory = mkdtempSync(join(tmpdir(), 'entente-keys-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const fresh = () => mkdtempSync(join(directory, 'node-'))

const SPKI = Buffer.from('302a300506032b6570032100', 'hex')
const isTrue = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }),
    signature,
  )

describe('a key that the node holds', () => {
  test('signs the same after a restart', () => {
    const data = fresh()
    const made = openKeys(data).create('log')
    const loaded = openKeys(data).load('log')
    expect(loaded.publicKey).toEqual(made.publicKey)
    const message = Buffer.from('act')
    expect(isTrue(made.publicKey, message, loaded.sign(message))).toBe(true)
    expect(openKeys(data).names()).toEqual(['log'])
  })

  test('lies encrypted in a file that only its owner reads', () => {
    const data = fresh()
    openKeys(data).create('log')
    const file = join(data, 'keys', 'log.json')
    for (const path of [file, join(data, 'node.key')]) {
      expect(statSync(path).mode & 0o777).toBe(0o600)
    }
    // Every PKCS#8 Ed25519 key begins so.
    const pkcs8 = Buffer.from('302e020100300506032b6570', 'hex')
    const { ciphertext } = JSON.parse(readFileSync(file, 'utf8')) as { ciphertext: string }
    expect(Buffer.from(ciphertext, 'base64').includes(pkcs8)).toBe(false)
    expect(readdirSync(join(data, 'keys'))).toEqual(['log.json'])
  })

  test('under a secret from outside leaves no secret on the disk', () => {
    const data = fresh()
    const secret = randomBytes(32).toString('base64')
    openKeys(data, secret).create('log')
    expect(readdirSync(data)).toEqual(['keys'])
    expect(openKeys(data, secret).load('log').name).toBe('log')
    const other = openKeys(data, randomBytes(32).toString('base64'))
    expect(() => other.load('log')).toThrow(expect.objectContaining({ code: 'key.unreadable' }))
  })

  test('cannot take the place of another', () => {
    const data = fresh()
    const keys = openKeys(data)
    keys.create('witness')
    keys.create('log')
    const log = join(data, 'keys', 'log.json')
    writeFileSync(log, readFileSync(join(data, 'keys', 'witness.json')))
    expect(() => openKeys(data).load('log')).toThrow(
      expect.objectContaining({ code: 'key.unreadable' }),
    )
  })

  test('and a secret that signs nothing lie encrypted alike, and are no name of a key', async () => {
    const data = fresh()
    const made = await openKeys(data).secret('age', async () => 'AGE-SECRET-KEY-CANARY')
    const again = await openKeys(data).secret('age', async () => 'another')
    expect([made, again]).toEqual(['AGE-SECRET-KEY-CANARY', 'AGE-SECRET-KEY-CANARY'])
    const file = join(data, 'keys', 'age.secret')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const { ciphertext } = JSON.parse(readFileSync(file, 'utf8')) as { ciphertext: string }
    expect(readFileSync(file).includes('CANARY')).toBe(false)
    expect(Buffer.from(ciphertext, 'base64').includes('CANARY')).toBe(false)
    expect(openKeys(data).names()).toEqual([])
    writeFileSync(file, readFileSync(file, 'utf8').replace(ciphertext, 'AAAA'))
    await expect(openKeys(data).secret('age', async () => 'another')).rejects.toMatchObject({
      code: 'key.unreadable',
    })
  })

  test('of ML-DSA-44 is kept alike, and signs what node:crypto finds true', () => {
    const data = fresh()
    const made = openKeys(data).create('second', 'ml-dsa-44')
    expect(made.publicKey).toHaveLength(1312)
    const message = Buffer.from('act')
    const loaded = openKeys(data).load('second')
    expect(loaded.publicKey).toEqual(made.publicKey)
    const signature = loaded.sign(message)
    expect(crypto.verify(made.publicKey, message, signature)).toBe(true)
    expect(crypto.verify(made.publicKey, message, signature.toReversed())).toBe(false)
    const file = readFileSync(join(data, 'keys', 'second.json'), 'utf8')
    writeFileSync(join(data, 'keys', 'second.json'), file.replace('ml-dsa-44', 'ed25519'))
    // What kind it is follows from the key: the file's word for it is for people.
    expect(openKeys(data).load('second').publicKey).toEqual(made.publicKey)
  })

  test('is made once, named plainly and missed aloud', () => {
    const keys = openKeys(fresh())
    keys.create('log')
    expect(() => keys.create('log')).toThrow(expect.objectContaining({ code: 'key.exists' }))
    expect(() => keys.load('root-1')).toThrow(expect.objectContaining({ code: 'key.missing' }))
    expect(() => keys.create('../log')).toThrow(expect.objectContaining({ code: 'key.name' }))
  })
})
