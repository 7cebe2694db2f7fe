import { webcrypto } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ACT_TYPE,
  actId,
  canonical,
  keyIdOf,
  openEntry,
  pae,
  requestMessage,
  requestPayload,
  seal,
  sealRequest,
  type Act,
  type ActId,
  type PartyId,
} from '@entente/accord'
import { fromUtf8, toBase64, toUtf8 } from '@entente/log'
import type { Filed, KeysView, Me, OwnKeysView } from '../../src/api.ts'
import { settledAt, versionOf } from '../../src/demo/play.ts'
import { until } from '../../src/demo/person.ts'
import { charterSaid } from '../../src/parties/charter-said.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { openKeys } from '../../src/platform/keys/index.ts'
import { payloadOf } from '../../src/positions/payload.ts'
import { withFirstCase } from '../first-case.ts'
import { agree, alarmed, openField, sees, type Field, type Name } from './field.ts'

/**
 * Keys that a browser holds. Alder's node is honest: what it takes of such a key and what it refuses. Birch's is
 * hostile: it has every key and every byte that its node has, and cannot speak for the one that it does not have.
 */
let field: Field
let version: ActId
/** The root case, in whose name key acts speak. */
let root: string

beforeAll(async () => {
  const founding = { ...withFirstCase, custody: { note: 'browser-held' } as const }
  field = await openField({ hostile: 'XB', founding })
  root = field.charter.parent!.case
  const text = { lang: 'en', title: 'A text', clauses: [{ id: '1', text: 'So.' }] }
  const step = { id: 'situation', kind: 'situation' } as const
  version = (await field.people.CO.file(field.case, 'propose', { step, text })).id
  await settledAt(field.people.XA, field.case, (view) => versionOf(view, version))
}, 60_000)
afterAll(() => field.close())

/** What a browser makes and keeps: the private half cannot be taken out of it. */
async function browserKey(party: Name) {
  const { subtle } = webcrypto
  const { privateKey, publicKey } = (await subtle.generateKey('Ed25519', false, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair
  const raw = new Uint8Array(await subtle.exportKey('raw', publicKey))
  await expect(subtle.exportKey('pkcs8', privateKey)).rejects.toThrow(/not extractable/)
  const keyid = keyIdOf(`${party}-mfa`, raw, crypto)
  const sign = async (message: Uint8Array) =>
    new Uint8Array(await subtle.sign('Ed25519', privateKey, message))
  const signature = async (payload: string) => ({
    keyid,
    sig: toBase64(await sign(pae(ACT_TYPE, toUtf8(payload)))),
  })
  const authority = { id: `${party}-mfa`, name: 'Ministry of Foreign Affairs' }
  const key = { keyid, alg: 'ed25519', pub: toBase64(raw), custody: 'browser-held' } as const
  const request = async (holder: string) => {
    const asked = { party: party as PartyId, authority, key, holder, claimedAt: NOW }
    const payload = requestPayload(asked)
    return toBase64(sealRequest(payload, keyid, await sign(requestMessage(payload))))
  }
  const add = { kind: 'keys-add', charter: root, authority, key, mandate: { verbs: VERBS } }
  return { keyid, key, sign, signature, request, add }
}
type BrowserKey = Awaited<ReturnType<typeof browserKey>>

const NOW = '2026-11-25T12:00:00Z'
const VERBS = ['comply', 'note']

test('the charter says in words which custody it asks for', () => {
  const said = (language: 'en' | 'es') =>
    charterSaid(field.charter, language).flatMap(({ title, lines }) => [title, ...lines])
  const note =
    'Note: counts only where the key is held by a browser or on a token, and not by the node'
  expect(said('en')).toEqual(expect.arrayContaining(['Custody of keys', note]))
  expect(said('es')).toContain('Custodia de las claves')
})

describe('an honest node, and the key that its person holds', () => {
  let mine: BrowserKey
  const { post, ask } = {
    post: <T>(path: string, body: unknown) => field.people.XA.post<T>(path, body),
    ask: <T>(path: string) => field.people.XA.ask<T>(path),
  }
  const files = (payload: string, signature?: object) =>
    post<Filed>(`/api/v1/cases/${field.case}/acts`, { payload, ...(signature && { signature }) })
  const comply = async (national: string, more: object = {}) => {
    const view = await field.people.XA.view(field.case)
    const said = { kind: 'comply' as const, claimedAt: NOW, on: version, union: 'complies' }
    const payload = payloadOf(view, 'XA' as PartyId, { ...said, national } as never)
    return canonical({ ...(JSON.parse(payload) as object), ...more })
  }
  /** Alder's root key signs, apart from the node, and the node files it. */
  const rootSigns = async (said: object) => {
    const { sign } = openKeys(field.directoryOf('XA')).load('root-1')
    const act = { v: 1, party: 'XA', claimedAt: NOW, ...said }
    const entry = toBase64(seal(toUtf8(canonical(act)), [{ keyid: 'XA-root-1', sign }]))
    await post(`/api/v1/cases/${root}/key-acts`, { entry })
  }
  const inCase = (says: (row: KeysView['parties'][number]['keys'][number]) => boolean) =>
    until('the register of the case to say so', async () => {
      const { parties } = await ask<KeysView>(`/api/v1/cases/${field.case}/keys`)
      return parties.find(({ party }) => party === 'XA')!.keys.find(says)
    })

  test('takes the request of the person who holds it, and of nobody else', async () => {
    const { person } = await ask<Me>('/api/v1/me')
    mine = await browserKey('XA')
    const enrols = (request: string) => post<OwnKeysView>('/api/v1/me/keys', { request })
    await expect(enrols(await mine.request('Somebody else'))).rejects.toThrow(/key\.other/)
    const stranger = await browserKey('XC')
    await expect(enrols(await stranger.request(person!.name))).rejects.toThrow(/key\.other/)
    const request = await mine.request(person!.name)
    const unsigned = fromUtf8(new Uint8Array(Buffer.from(request, 'base64'))).replace(
      /"sig":"./,
      '"sig":"_',
    )
    await expect(enrols(toBase64(toUtf8(unsigned)))).rejects.toThrow(/key-request\.malformed/)
    const { keys } = await enrols(request)
    expect(keys).toMatchObject([{ keyid: mine.keyid, state: 'asked-for', request }])
    await expect(enrols(request)).rejects.toThrow(/key\.twice/)
    // Asked for is not given: the node's key goes on.
    expect((await ask<Me>('/api/v1/me')).person?.key.custody).toBe('node-held')
  })

  test('signs nothing in its stead once the root keys gave it', { timeout: 60_000 }, async () => {
    await rootSigns(mine.add)
    await inCase(({ keyid }) => keyid === mine.keyid)
    expect((await ask<Me>('/api/v1/me')).person).toMatchObject({
      key: { keyid: mine.keyid, custody: 'browser-held' },
      verbs: [...VERBS, 'open-case'],
    })
    await expect(files(await comply('complies'))).rejects.toThrow(/403.*key\.elsewhere/)
  })

  test('files what the key signed, and every other node counts it', async () => {
    const payload = await comply('complies')
    const { id, index } = await files(payload, await mine.signature(payload))
    const seen = await sees(field, field.people.XC, id)
    expect(seen).toMatchObject({ index, keyids: [mine.keyid], custody: 'browser-held' })
    expect(seen).not.toHaveProperty('void')
    await expect(files(payload, await mine.signature(payload))).rejects.toThrow(/409.*act\.twice/)
  })

  test('refuses another key, other bytes, a place that is taken, and another form', async () => {
    const payload = await comply('objects')
    const own = await mine.signature(payload)
    const nodes = openKeys(field.directoryOf('XA')).load('XA-mfa-1')
    const sig = toBase64(nodes.sign(pae(ACT_TYPE, toUtf8(payload))))
    await expect(files(payload, { keyid: 'XA-mfa-1', sig })).rejects.toThrow(/403.*key\.other/)
    await expect(files(payload, { ...own, sig })).rejects.toThrow(/422.*act\.signature/)
    const other = await comply('abstains')
    await expect(files(other, own)).rejects.toThrow(/422.*act\.signature/)
    const { prev: _prev, ...first } = JSON.parse(payload) as Act & { prev: string }
    const stale = canonical(first)
    await expect(files(stale, await mine.signature(stale))).rejects.toThrow(/409.*act\.stale-prev/)
    await expect(files(payload, { ...own, sig: own.sig.slice(4) })).rejects.toThrow(/422/)
  })

  test('is left with the key that it holds once the other is revoked', async () => {
    const lost = { keyid: mine.keyid, pub: mine.key.pub }
    await rootSigns({ kind: 'keys-revoke', charter: root, key: lost, cause: 'lost' })
    await inCase(({ keyid, revoked }) => keyid === mine.keyid && revoked !== undefined)
    const payload = await comply('objects')
    await expect(files(payload, await mine.signature(payload))).rejects.toThrow(/403.*key\.revoked/)
    expect((await ask<OwnKeysView>('/api/v1/me/keys')).keys).toMatchObject([
      { state: 'revoked', cause: 'lost' },
    ])
    const { id } = await files(payload)
    expect((await sees(field, field.people.XC, id)).keyids).toEqual(['XA-mfa-1'])
  })
})

describe('a hostile operator, with all that its node holds', () => {
  const honest = ['XA', 'XC', 'CO'] as const
  const node = [{ keyid: 'XB-mfa-1' }]
  const note = (says: string) => ({ kind: 'note', says })
  let theirs: BrowserKey
  let entry: Uint8Array
  let id: ActId

  /** Logs it for Birch: every honest node holds it then. */
  async function logs(given: { readonly id: string; readonly entry: Uint8Array }) {
    await field.attacker.does('logs', [given.entry])
    for (const one of honest) await sees(field, field.people[one], given.id)
    return given.id
  }
  const seals = async (said: object, hands: readonly { keyid: string; key?: string }[]) =>
    field.attacker.does('seals', said, hands)
  async function isVoid(act: string, code: string) {
    for (const one of honest) {
      const { state } = await field.people[one].view(field.case)
      expect(state.void).toContainEqual(expect.objectContaining({ act, code }))
    }
    await agree(field, honest)
  }

  test(
    'logs what the person signed in the browser, and it counts',
    { timeout: 60_000 },
    async () => {
      theirs = await browserKey('XB')
      await logs(await seals(theirs.add, [{ keyid: 'XB-root-1', key: 'root-1' }]))
      const said = { v: 1, charter: field.case, party: 'XB', claimedAt: NOW, ...note('As it is.') }
      const payload = canonical(said)
      const { keyid, sig } = await theirs.signature(payload)
      const signature = new Uint8Array(Buffer.from(sig, 'base64'))
      entry = seal(toUtf8(payload), [{ keyid, sign: () => signature }])
      id = actId(openEntry(entry).payload, crypto.sha256)
      await logs({ id, entry })
      for (const one of honest) {
        const seen = await sees(field, field.people[one], id)
        expect(seen).toMatchObject({ keyids: [keyid], custody: 'browser-held' })
        expect(seen).not.toHaveProperty('void')
      }
    },
  )

  test('signs in the name of that key with another: void, and all are told', async () => {
    const forged = await logs(
      await seals(note('Forged.'), [{ keyid: theirs.keyid, key: 'XB-mfa-1' }]),
    )
    await isVoid(forged, 'act.signature')
    await alarmed(field.people.XA, { kind: 'forged-act', party: 'XB', evidence: { act: forged } })
  })

  test('puts other words under the true signature: void', async () => {
    const envelope = JSON.parse(fromUtf8(entry)) as { payload: string }
    const said = JSON.parse(Buffer.from(envelope.payload, 'base64').toString()) as object
    const payload = toUtf8(canonical({ ...said, says: 'As it is not.' }))
    const reworded = toUtf8(canonical({ ...envelope, payload: toBase64(payload) }))
    const act = actId(payload, crypto.sha256)
    await isVoid(await logs({ id: act, entry: reworded }), 'act.signature')
  })

  test('logs the true act once more: void', async () => {
    await field.attacker.does('logs', [entry])
    await until('the replay to be seen', async () => {
      const { state } = await field.people.XA.view(field.case)
      return state.void.find(({ act, code }) => act === id && code === 'act.twice')
    })
  })

  test('says it with the key that it does hold: void, for the charter asks for more', async () => {
    const weak = await logs(await seals(note('By the node.'), node))
    await isVoid(weak, 'key.custody')
    await alarmed(field.people.XA, { kind: 'not-competent', party: 'XB', evidence: { act: weak } })
  })

  test('said one thing in all, in every node’s record', async () => {
    for (const one of honest) {
      const { acts } = await field.people[one].view(field.case)
      const notes = acts.filter(
        ({ party, act, void: why }) => party === 'XB' && act?.kind === 'note' && !why,
      )
      expect(notes.map((act) => act.id)).toEqual([id])
    }
  })
})
