import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical, verifyBundle } from '@entente/accord'
import { formatVkey, fromHex, toUtf8 } from '@entente/log'
import { crypto } from '../../src/platform/crypto.ts'
import { sharedPath } from '../../../../tools/shared.ts'
import { agree, alarmed, evidence, looks, openField, sees, type Field } from './field.ts'

/** Three honest nodes, and a process that makes signatures on which libraries do not agree. */
let field: Field
const honest = ['XA', 'XC', 'CO'] as const
const ministry = [{ keyid: 'XB-mfa-1' }]

/** The second verifier: plain JavaScript that takes nothing from the packages. */
type Second = {
  readonly isKey: (key: Buffer) => boolean
  readonly verify: (key: Buffer, message: Buffer, signature: Buffer) => boolean
}
type SecondBundle = {
  readonly readBundle: (text: string, id: string) => { readonly state: unknown }
}
const second = async <T>(file: string): Promise<T> =>
  (await import(new URL(`../../../../spec/verifier/${file}`, import.meta.url).href)) as T

beforeAll(async () => {
  field = await openField({ hostile: 'XB' })
}, 60_000)
afterAll(() => field.close())

describe('row 18: a signature on which two verifiers could differ', () => {
  type Group = {
    readonly publicKey: { readonly pk: string }
    readonly tests: readonly Wycheproof[]
  }
  type Wycheproof = {
    readonly msg: string
    readonly sig: string
    readonly result: 'valid' | 'invalid' | 'acceptable'
    readonly flags: readonly string[]
  }
  const wycheproof = process.env['ENTENTE_TEST_WYCHEPROOF']

  test.skipIf(!wycheproof)(
    wycheproof
      ? 'both refuse what Wycheproof says is invalid or may be, and take what it says is valid'
      : 'the Ed25519 vectors of Wycheproof, LEFT OUT: ENTENTE_TEST_WYCHEPROOF names no file of them',
    { timeout: 60_000 },
    async () => {
      const { isKey, verify } = await second<Second>('ed25519.mjs')
      const { testGroups } = JSON.parse(readFileSync(wycheproof!, 'utf8')) as {
        testGroups: readonly Group[]
      }
      const all = testGroups.flatMap(({ publicKey, tests }) =>
        tests.map((one) => ({ ...one, pk: publicKey.pk })),
      )
      expect(all.length).toBeGreaterThan(200)
      for (const { pk, msg, sig, result, flags } of all) {
        const [k, m, s] = [pk, msg, sig].map(fromHex) as [Uint8Array, Uint8Array, Uint8Array]
        const [K, M, S] = [k, m, s].map((bytes) => Buffer.from(bytes)) as [Buffer, Buffer, Buffer]
        const ours = crypto.isKey(k) && crypto.verify(k, m, s)
        expect([sig, ...flags, ours]).toEqual([sig, ...flags, result === 'valid'])
        expect([sig, isKey(K) && verify(K, M, S)]).toEqual([sig, ours])
      }
    },
  )

  const vectors = sharedPath('vectors/ed25519/ed25519vectors.json')
  type Edge = { readonly key: string; readonly sig: string; readonly msg: string }

  test.skipIf(!vectors)(
    vectors
      ? 'both say the same of all 914 edge cases of C2SP'
      : 'the 914 edge cases of C2SP, LEFT OUT: ../shared is not here',
    { timeout: 120_000 },
    async () => {
      const { isKey, verify } = await second<Second>('ed25519.mjs')
      const edges = JSON.parse(readFileSync(vectors!, 'utf8')) as readonly Edge[]
      expect(edges).toHaveLength(914)
      for (const { key, sig, msg } of edges) {
        const [k, m, s] = [fromHex(key), toUtf8(msg), fromHex(sig)]
        const [K, M, S] = [k, m, s].map((bytes) => Buffer.from(bytes)) as [Buffer, Buffer, Buffer]
        expect([sig, isKey(K)]).toEqual([sig, crypto.isKey(k)])
        // Neither is asked about a signature before the key has its form.
        const theirs = isKey(K) && verify(K, M, S)
        expect([sig, theirs]).toEqual([sig, crypto.isKey(k) && crypto.verify(k, m, s)])
      }
    },
  )

  test('in an act: void at every node, and both verifiers read the same record of it', async () => {
    const { attacker, people } = field
    const { id, entry } = await attacker.does('sealsStretched', evidence('S + L'), ministry)
    await attacker.does('logs', [entry])
    for (const one of honest)
      expect((await sees(field, people[one], id)).void?.code).toBe('act.signature')
    await alarmed(people.XA, { kind: 'forged-act', party: 'XB', evidence: { act: id } })
    await agree(field, honest)
    const says = (party: 'XA' | 'XC' | 'CO') =>
      people[party].file(field.case, 'note', { says: 'So that every strand is witnessed.' })
    for (const one of honest) await says(one)
    await agree(field, honest)
    const record = JSON.stringify(await people.XA.ask(`/api/v1/cases/${field.case}/bundle`))
    const verified = verifyBundle(record, { charterId: field.case, crypto })
    expect(verified.trusted).toBe(true)
    const { readBundle } = await second<SecondBundle>('bundle.mjs')
    expect(canonical(readBundle(record, field.case).state)).toBe(canonical(verified.state))
  })
})

describe('row 22: a quantum adversary, later', () => {
  const mldsa = () =>
    formatVkey('pq.example/witness', 6, new Uint8Array(1312).fill(7), crypto.sha256)

  test('a case that asks for second signatures which this version does not verify is refused, not half believed', async () => {
    const { attacker, people } = field
    const { id: _id, ...fields } = field.charter
    const changed = { ...fields, second: 'ml-dsa-87' }
    const body = toUtf8(canonical(changed))
    const hex = createHash('sha256').update(body).digest('hex')
    // Birch's node offers it to all others as a case that was opened.
    const said = { [`/cases/${hex}/charter`]: body, [`/cases/${hex}/opening`]: '{}' }
    const offer = JSON.stringify({ cases: [`sha256:${hex}`] })
    for (const [path, answer] of Object.entries({ ...said, '/cases': offer }))
      await attacker.does('answersTo', path, { status: 200, body: answer })
    for (const one of honest) {
      const looked = { kind: 'false-opening', code: 'charter.malformed', party: 'XB' } as const
      const alarm = await alarmed(people[one], looked)
      expect(alarm.evidence['case']).toBe(`sha256:${hex}`)
      expect(alarm.says.en).toContain('offered a case that is not what its charter must be')
      expect(await people[one].ask('/api/v1/cases')).not.toContain(hex)
    }
    await attacker.does('answersTo', '/cases', undefined)
  })

  test('a cosignature of a key that the charter does not name is passed over beside the others, and counts for nothing', async () => {
    const { attacker, people } = field
    const history = await attacker.does('history')
    const { id, entry } = await attacker.does(
      'seals',
      evidence('with a cosignature more'),
      ministry,
    )
    const entries = [...history, entry]
    const line = await attacker.does('cosignedLater', mldsa())
    // The log's own signature, one honest witness and one of a stranger: below the quorum.
    const one = await attacker.does('asksToCosign', entries, history.length, ['XA'])
    await attacker.does('shows', '*', entries, `${one.note}${line}`)
    await looks(field, 'XC', { end: `${field.case.slice(7)}/XB/checkpoint` })
    expect((await people.XC.view(field.case)).acts.some((act) => act.id === id)).toBe(false)
    const rest = await attacker.does('asksToCosign', entries, history.length, ['XC', 'CO'])
    const lines = rest.answers.map(({ body }) => body).join('')
    await attacker.does('shows', '*', entries, `${one.note}${line}${lines}`)
    await sees(field, people.XC, id)
    await agree(field, honest)
  })
})
