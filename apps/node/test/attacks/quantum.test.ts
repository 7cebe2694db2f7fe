import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical, verifyBundle } from '@entente/accord'
import { parseNote, parseVkey, toBase64 } from '@entente/log'
import { crypto } from '../../src/platform/crypto.ts'
import { until } from '../../src/demo/person.ts'
import { versionOf } from '../../src/demo/play.ts'
import { openKeys } from '../../src/platform/keys/index.ts'
import { withFirstCase } from '../first-case.ts'
import {
  agree,
  alarmed,
  evidence,
  looks,
  openField,
  says,
  sees,
  settles,
  type Field,
} from './field.ts'

/**
 * Three honest nodes of a coalition that asks for second signatures, and a process that has every Ed25519 key of
 * Birch, as whoever computes them from their public halves would; it has none of Birch's ML-DSA-44 keys.
 */
let field: Field
const honest = ['XA', 'XC', 'CO'] as const
const FIRST = { keyid: 'XB-mfa-1' }
const SECOND = 'XB-mfa-second-1'
/** A true signature by a key of ML-DSA-44 that is not the one of that name. */
const false2 = (keyid = SECOND) => ({ keyid, key: 'witness' })

beforeAll(async () => {
  const founding = { ...withFirstCase, second: 'ml-dsa-44' } as const
  field = await openField({ hostile: 'XB', founding })
}, 60_000)
afterAll(() => field.close())

async function isVoid({ id, entry }: { id: string; entry: Uint8Array }, code: string) {
  const { attacker, people } = field
  await attacker.does('logs', [entry])
  for (const one of honest) expect((await sees(field, people[one], id)).void?.code).toBe(code)
  const alarm = await alarmed(people.XA, {
    kind: 'forged-act',
    code,
    party: 'XB',
    evidence: { act: id },
  })
  expect(alarm.severity).toBe('critical')
  await agree(field, honest)
}

describe('row 22: a quantum adversary, who signs with every Ed25519 key of a nation', () => {
  test('an act of its ministry without the second signature, or with a false one, is void at every node', async () => {
    const { attacker } = field
    const stripped = await attacker.does('seals', evidence('without a second signature'), [FIRST])
    await isVoid(stripped, 'act.second-missing')
    const both = [FIRST, false2()]
    const forged = await attacker.does('seals', evidence('with a false one'), both)
    await isVoid(forged, 'act.second-signature')
  })

  test('its root keys of Ed25519 give no key to anybody', async () => {
    const { attacker } = field
    const pub = toBase64(openKeys(field.directoryOf('XB')).load('witness').publicKey)
    const said = {
      kind: 'keys-add',
      authority: { id: 'XB-mfa', name: 'Ministry of Foreign Affairs' },
      key: { keyid: 'XB-mfa-second-9', alg: 'ml-dsa-44', pub, custody: 'node-held' },
      mandate: { verbs: ['evidence'] },
    }
    const root = { keyid: 'XB-root-1', key: 'root-1' }
    await isVoid(await attacker.does('seals', said, [root]), 'act.second-missing')
  })

  test('a tree that no witness cosigned with ML-DSA-44 counts nowhere, and who is shown it is told', async () => {
    const { attacker, people } = field
    const digest = await agree(field, honest)
    const history = await attacker.does('history')
    const { id, entry } = await attacker.does('seals', evidence('under false witnesses'), [FIRST])
    const entries = [...history, entry]
    const note = await attacker.does('cosignsWith', entries, [])
    const lines = await Promise.all(
      field.charter.witnesses.map(({ vkey }) => attacker.does('cosignedLater', vkey)),
    )
    await attacker.does('shows', '*', entries, `${note}${lines.join('')}`)
    await alarmed(people.XC, { kind: 'unproved-bytes', code: 'strand.checkpoint', party: 'XB' })
    await looks(field, 'XA', { end: `${field.case.slice(7)}/XB/checkpoint`, times: 1 })
    for (const one of honest) {
      const { acts } = await people[one].view(field.case)
      expect(acts.some((act) => act.id === id)).toBe(false)
    }
    expect(await agree(field, honest)).toBe(digest)
  })

  test('the honest speak on with both signatures, and both verifiers read the record', async () => {
    const { attacker, people } = field
    const both = [FIRST, { keyid: SECOND }]
    const true2 = await attacker.does('seals', evidence('by Birch itself'), both)
    await attacker.does('logs', [true2.entry])
    expect((await sees(field, people.XA, true2.id)).void).toBe(undefined)
    const step = { id: 'situation', kind: 'situation' } as const
    const text = { lang: 'en', title: 'A text', clauses: [{ id: '1', text: 'So.' }] }
    const { id: on } = await people.CO.file(field.case, 'propose', { step, text })
    const voice = { on, union: 'complies', national: 'complies' } as const
    for (const party of ['XA', 'XC'] as const) {
      await sees(field, people[party], on)
      await people[party].file(field.case, 'comply', voice)
    }
    const birch = await attacker.does('seals', { kind: 'comply', ...voice }, both)
    await attacker.does('logs', [birch.entry])
    for (const one of honest) await sees(field, people[one], birch.id)
    const { id: adopted } = await until('the chair to certify it', () =>
      people.CO.declare(field.case, on, 'adopted').catch((error: Error) => {
        if (/closing.unreached|certificate.untrue/.test(error.message)) return undefined
        throw error
      }),
    )
    await settles(field, people.XA, 'it to be adopted', (view) =>
      Boolean(versionOf(view, on)?.adopted.includes(adopted)),
    )
    for (const one of honest) {
      const { id } = await says(field, one, `said by ${one}`)
      const seen = await sees(field, people.XA, id)
      expect(seen.void).toBe(undefined)
    }
    await agree(field, honest)
    const record = JSON.stringify(await people.XA.ask(`/api/v1/cases/${field.case}/bundle`))
    const verified = verifyBundle(record, { charterId: field.case, crypto })
    expect(verified.trusted).toBe(true)
    const { strands } = JSON.parse(record) as { strands: readonly { checkpoint: string }[] }
    const witnesses = field.charter.witnesses.map(({ vkey }) => parseVkey(vkey, crypto.sha256))
    expect(witnesses.map(({ type }) => type)).toEqual([6, 6, 6, 6])
    for (const { checkpoint } of strands) {
      const by = parseNote(checkpoint).signatures.filter(({ id }) =>
        witnesses.some((one) => one.id === id),
      )
      expect(by.map(({ signature }) => signature.length)).toEqual(by.map(() => 8 + 2420))
    }
    const { readBundle } = (await import(
      new URL('../../../../spec/verifier/bundle.mjs', import.meta.url).href
    )) as { readBundle: (text: string, id: string) => { readonly state: unknown } }
    expect(canonical(readBundle(record, field.case).state)).toBe(canonical(verified.state))
  })
})
