import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical, parseCharter, verifyBundle } from '@entente/accord'
import { formatVkey, fromHex, toUtf8 } from '@entente/log'
import { crypto } from '../../src/platform/crypto.ts'
import { sharedPath } from '../../../../tools/shared.ts'
import { agree, alarmed, evidence, looks, openField, sees, type Field } from './field.ts'

/** Three honest nodes, and a process that makes signatures on which libraries do not agree. */
let field: Field
const honest = ['XA', 'XC', 'CO'] as const
const ministry = [{ keyid: 'XB-mfa-1' }]

/** The second verifier: written from the specification alone, in another language. */
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

  test('a charter that rests on a key that this version does not verify is refused, not half believed', () => {
    const { id: _id, ...fields } = field.charter
    const [, ...others] = fields.witnesses
    const changed = { ...fields, witnesses: [{ vkey: mldsa() }, ...others] }
    expect(() => parseCharter(toUtf8(canonical(changed)), crypto)).toThrow(
      expect.objectContaining({ code: 'charter.malformed' }),
    )
  })

  test('a cosignature of such a key beside the others is passed over, and counts for nothing', async () => {
    const { attacker, people } = field
    const history = await attacker.does('history')
    const { id, entry } = await attacker.does(
      'seals',
      evidence('with a cosignature more'),
      ministry,
    )
    const entries = [...history, entry]
    const line = await attacker.does('cosignedLater', mldsa())
    // The log's own signature, one honest witness and one that nobody verifies: below the quorum.
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
