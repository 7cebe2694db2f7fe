import { copyFileSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KeysView } from '../src/api.ts'
import { freePort } from '../src/demo/constellation.ts'
import type { PersonClient } from '../src/demo/person.ts'
import { entente, twoNations } from './two-nations.ts'

/** Two of three root keys sign for each nation, and those of Alder lie in two places. */

let place: ReturnType<typeof twoNations>
let alder: PersonClient
const session = () => join(place.directory, 'alder.session')
const elsewhere = () => join(place.directory, 'elsewhere')
const keys = (...words: readonly string[]) => entente('keys', ...words, '--session', session())

beforeAll(async () => {
  place = twoNations({ count: 3, threshold: 2 })
  const [a, b] = await Promise.all([freePort(0), freePort(0)])
  const at = (port: number) => `http://127.0.0.1:${port}`
  const [{ person }] = await Promise.all([
    place.start('XA', { XB: at(b) }, a),
    place.start('XB', { XA: at(a) }, b),
  ])
  alder = person
  await entente('login', await alder.link(), '--session', session())
  const here = join(place.dataOf('XA'), 'keys')
  mkdirSync(join(elsewhere(), 'keys'), { recursive: true, mode: 0o700 })
  copyFileSync(join(place.dataOf('XA'), 'node.key'), join(elsewhere(), 'node.key'))
  for (const name of readdirSync(here).filter((one) => /^root-[23]\.json$/.test(one)))
    renameSync(join(here, name), join(elsewhere(), 'keys', name))
}, 60_000)
afterAll(() => place.end())

const isRevoked = async () => {
  const { parties } = await alder.ask<KeysView>(`/api/v1/cases/${place.case}/keys`)
  const own = parties.find(({ party }) => party === 'XA')!
  return own.keys.some(({ keyid, revoked }) => keyid === 'XA-mfa-1' && revoked !== undefined)
}

describe('a key act that one root key alone may not sign', () => {
  const revoke = ['revoke', 'XA-mfa-1', '--cause', 'lost', '--roots'] as const
  const left = () => join(place.directory, 'left.json')

  test('is not filed, and not left anywhere unless somebody says where', async () => {
    const { code, err } = await keys(...revoke, place.dataOf('XA'))
    expect(code).toBe(1)
    expect(err).toContain('root.missing')
    expect(await isRevoked()).toBe(false)
  })

  test(
    'is left for whoever holds the others, and counts for nothing before',
    { timeout: 60_000 },
    async () => {
      const { code, out } = await keys(...revoke, place.dataOf('XA'), '--out', left())
      expect([code, out]).toEqual([0, expect.stringContaining(`entente keys sign ${left()}`)])
      const early = await keys('file', left(), '--yes')
      expect(early.code).toBe(1)
      expect(await isRevoked()).toBe(false)
    },
  )

  test(
    'is on record once two signed it, each where its key lies',
    { timeout: 60_000 },
    async () => {
      const sign = ['keys', 'sign', left(), '--roots', elsewhere()]
      // Shown before it is signed, and signed at nobody's word but that person's.
      const shown = await entente(...sign, '--dry-run')
      expect(shown.out).toMatch(/\(XA\) would sign: .*\n[^]*XA-mfa-1/)
      expect(shown.out).not.toContain('is signed by')
      const unasked = await entente(...sign)
      expect([unasked.code, unasked.err]).toEqual([1, expect.stringContaining('act.unsigned')])
      const signed = await entente(...sign, '--yes')
      expect(signed.out).toMatch(/is signed by XA-root-1, XA-root-2/)
      const dry = await keys('file', left(), '--dry-run')
      expect(dry.code).toBe(0)
      // What is filed is shown in plain words first, and filed at nobody's word but that person's.
      expect(dry.out).toMatch(/Alder \(XA\) would sign: .*\n[^]*XA-mfa-1/)
      expect(dry.out).toMatch(/It is signed by XA-root-1, XA-root-2[.,]/)
      const mute = await keys('file', left())
      expect([mute.code, mute.err]).toEqual([1, expect.stringContaining('nothing was filed')])
      expect(await isRevoked()).toBe(false)
      const filed = await keys('file', left(), '--yes')
      expect([filed.code, filed.err]).toEqual([0, ''])
      expect([filed.code, filed.out]).toEqual([0, expect.stringContaining('is on record')])
      expect(await isRevoked()).toBe(true)
    },
  )
})
