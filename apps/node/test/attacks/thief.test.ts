import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootSetHash, type ActId } from '@entente/accord'
import { toBase64 } from '@entente/log'
import type { AlarmKind } from '../../src/api.ts'
import { settledAt, versionOf } from '../../src/demo/play.ts'
import { readRootSet } from '../../src/parties/root-keys.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { openKeys } from '../../src/platform/keys/index.ts'
import { agree, alarmed, evidence, openField, sees, settles, type Field } from './field.ts'

/**
 * Three honest nodes, and a process that logs for Birch whatever it is handed: what a thief signed with
 * keys that it stole there, and what Birch's true root keys say of it.
 */
let field: Field
const honest = ['XA', 'XC', 'CO'] as const
const MINISTRY = 'XB-mfa-1'
const roots = [{ keyid: 'XB-root-1', key: 'root-1' }]
let version: ActId
/** The root case, in whose name key acts speak. */
let root: string
let stolen: string

type Hands = Parameters<typeof seals>[1]
const seals = (said: object, hands: { keyid: string; key?: string; directory?: string }[]) =>
  field.attacker.does('seals', said, hands)

/** Logs the act for Birch; Alder and all others hold it then. */
async function logs(said: object, hands: Hands): Promise<string> {
  const { id, entry } = await seals(said, hands)
  await field.attacker.does('logs', [entry])
  for (const one of honest) await sees(field, field.people[one], id)
  return id
}

/** The act counts for nothing anywhere, for this reason, and Alder's people are told. */
async function isVoid(id: string, code: string, kind: AlarmKind) {
  for (const one of honest) {
    const { state } = await field.people[one].view(field.case)
    expect(state.void).toContainEqual(expect.objectContaining({ act: id, code }))
  }
  await alarmed(field.people.XA, { kind, code, party: 'XB', evidence: { act: id } })
  await agree(field, honest)
}

const keysOfBirch = async () => {
  const path = `/api/v1/cases/${field.case}/keys`
  type Keys = { parties: { party: string; keys: { keyid: string; revoked?: object }[] }[] }
  const { parties } = await field.people.XA.ask<Keys>(path)
  return parties.find(({ party }) => party === 'XB')!.keys
}

beforeAll(async () => {
  field = await openField({ hostile: 'XB' })
  root = field.charter.parent!.case
  const text = { lang: 'en', title: 'A text', clauses: [{ id: '1', text: 'So.' }] }
  const step = { id: 'situation', kind: 'situation' } as const
  version = (await field.people.CO.file(field.case, 'propose', { step, text })).id
  await settledAt(field.people.XA, field.case, (view) => versionOf(view, version))
  stolen = join(field.data, 'stolen')
  mkdirSync(stolen)
}, 60_000)
afterAll(() => field.close())

describe('row 13: a thief of an authority’s key', () => {
  const thief = () => [{ keyid: MINISTRY, directory: stolen }]
  const comply = (more: object = {}) => ({
    kind: 'comply',
    on: version,
    union: 'complies',
    national: 'objects',
    ...more,
  })
  let spoken: string

  test('opens no key file without the secret of its node', async () => {
    const { attacker, directoryOf } = field
    const copied = join(field.data, 'copied')
    cpSync(join(directoryOf('XB'), 'keys'), join(copied, 'keys'), { recursive: true })
    expect(await attacker.does('opens', copied, MINISTRY)).toBe('key.unreadable')
    // From here on the thief has both.
    cpSync(
      join(directoryOf('XB'), 'keys', `${MINISTRY}.json`),
      join(stolen, 'keys', `${MINISTRY}.json`),
    )
    cpSync(join(directoryOf('XB'), 'node.key'), join(stolen, 'node.key'))
    expect(await attacker.does('opens', stolen, MINISTRY)).toBe('opened')
    expect(await attacker.does('opens', stolen, 'root-1')).toBe('key.missing')
  })

  test('signs what its mandate does not have: void', async () => {
    const step = { id: 'position', kind: 'position' }
    const text = { lang: 'en', title: 'Its own', clauses: [{ id: '1', text: 'So.' }] }
    const id = await logs({ kind: 'propose', step, text }, thief())
    await isVoid(id, 'act.not-competent', 'not-competent')
  })

  test('gives itself another key, or takes the root keys’ place: void', async () => {
    const pub = await field.attacker.does('makesKey', stolen, 'mine')
    const key = { keyid: 'XB-mfa-7', alg: 'ed25519', pub, custody: 'node-held' }
    const authority = { id: 'XB-mfa', name: 'Ministry' }
    const add = { kind: 'keys-add', charter: root, authority, key, mandate: { verbs: ['comply'] } }
    const id = await logs(add, thief())
    await isVoid(id, 'act.not-competent', 'not-competent')
    expect((await keysOfBirch()).map(({ keyid }) => keyid)).toEqual([MINISTRY])
  })

  test('speaks for Birch until Birch knows: then the key signs nothing more, and its word is withdrawn', async () => {
    const { people } = field
    spoken = await logs(comply(), thief())
    const pub = toBase64(openKeys(field.directoryOf('XB')).load(MINISTRY).publicKey)
    const revoke = { kind: 'keys-revoke', charter: root, key: { keyid: MINISTRY, pub } }
    await logs({ ...revoke, cause: 'compromise' }, roots)
    const again = await logs(comply({ national: 'complies', prev: spoken }), thief())
    await isVoid(again, 'key.revoked', 'revoked-key')
    await logs({ kind: 'disavow', acts: [spoken], reason: 'The key was copied.' }, roots)
    for (const one of honest) {
      const { state } = await settles(field, people[one], 'the word to be disowned', (view) =>
        (view.state.disavowed ?? []).some(({ act }) => act === spoken),
      )
      const [step] = state.steps
      expect(step?.versions[0]?.voices['XB' as never]).toMatchObject({ effective: 'withdrawn' })
    }
    expect(await keysOfBirch()).toMatchObject([
      { keyid: MINISTRY, revoked: { cause: 'compromise' } },
    ])
  })
})

describe('row 14: a thief of a root key', () => {
  const set = (pub: string) => ({
    root: [{ keyid: 'XB-root-9', alg: 'ed25519' as const, pub }],
    threshold: 1,
  })
  let thiefs: string

  test('rotates to keys of its own: void, for Birch committed to others', async () => {
    const pub = await field.attacker.does('makesKey', stolen, 'root-9')
    const mine = { keyid: 'XB-root-9', key: 'root-9', directory: stolen }
    const next = rootSetHash(set(pub), crypto.sha256)
    thiefs = await logs({ kind: 'keys-root', charter: root, ...set(pub), next }, [...roots, mine])
    await isVoid(thiefs, 'root.other', 'rotation-refused')
  })

  test('rotates to those that Birch committed to, without having them: void', async () => {
    const committed = readRootSet(join(field.directoryOf('XB'), 'next-root'))
    const next = rootSetHash(committed, crypto.sha256)
    const id = await logs({ kind: 'keys-root', charter: root, ...committed, next }, roots)
    await isVoid(id, 'act.not-competent', 'not-competent')
  })

  test('is out as soon as Birch rotates: what the stolen key signs then is void', async () => {
    const directory = join(field.directoryOf('XB'), 'next-root')
    const committed = readRootSet(directory)
    const hands = committed.root.map(({ keyid }) => ({
      keyid,
      key: keyid.slice('XB-'.length),
      directory,
    }))
    const after = await field.attacker.does('makesKey', stolen, 'root-after')
    const next = rootSetHash(
      { root: [{ keyid: 'XB-root-3', alg: 'ed25519', pub: after }], threshold: 1 },
      crypto.sha256,
    )
    await logs({ kind: 'keys-root', charter: root, ...committed, next }, [...roots, ...hands])
    const pub = await field.attacker.does('makesKey', stolen, 'late')
    const key = { keyid: 'XB-mfa-8', alg: 'ed25519', pub, custody: 'node-held' }
    const authority = { id: 'XB-mfa', name: 'Ministry' }
    const add = {
      kind: 'keys-add',
      charter: root,
      authority,
      key,
      mandate: { verbs: ['evidence'] },
    }
    await isVoid(await logs(add, roots), 'key.revoked', 'revoked-key')
    const forged = await logs(evidence('by the late key'), [
      { keyid: 'XB-mfa-8', key: 'late', directory: stolen },
    ])
    await isVoid(forged, 'act.unsigned', 'forged-act')
    expect((await keysOfBirch()).map(({ keyid }) => keyid)).toEqual([MINISTRY])
  })
})
