import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64 } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { keysRevoke } from '../../../tools/vectors-acts-keys.ts'
import {
  bytesOf,
  charter,
  charterFields,
  fixedKey,
  keysAdd,
  payload,
  roots,
  signerOf,
  type Said,
} from '../../../tools/vectors-case.ts'
import { certOf } from '../../../tools/vectors-example.ts'
import { EVIDENCE } from '../../../tools/vectors-play.ts'
import type { Charter } from './charter.ts'
import type { PartyId } from './id.ts'
import { authorityKey, rootSetHash } from './keys.ts'
import { parseCharter } from './parse-charter.ts'
import { seal, type ActSigner } from './sign.ts'
import { createStrandReader } from './strand.ts'

const XA = 'XA' as PartyId
const rootKey = (name: string, keyid = name) => ({
  keyid,
  alg: 'ed25519' as const,
  pub: toBase64(fixedKey(name).publicKey),
})
const as = (keyid: string, name: string): ActSigner => ({ keyid, sign: fixedKey(name).sign })

/** The charter with other root keys of Alder. */
function chartered(alder: Readonly<Record<string, unknown>>): Charter {
  const fields = charterFields()
  const parties = fields.parties.map((party) =>
    party.id === 'XA' ? { ...party, ...alder } : party,
  )
  return parseCharter(bytesOf({ ...fields, parties }), crypto)
}

const twoOfThree = chartered({ root: ['a', 'b', 'c'].map((name) => rootKey(name)), threshold: 2 })
const given = (said: Said, by: readonly ActSigner[], of = twoOfThree) =>
  seal(payload('XA', { charter: of.id, ...said }), by)
const code = (of: Charter, entries: readonly Uint8Array[]) => {
  const reader = createStrandReader(of, XA, crypto)
  return entries.map((entry) => reader.append(entry).void?.code ?? 'counts')
}

describe('two of three root keys', () => {
  const names = ['a', 'b', 'c', 'd'] as const
  it('sign a key act, whichever two; and no fewer, and no stranger', () => {
    fc.assert(
      fc.property(fc.subarray([...names], { minLength: 1 }), (by) => {
        const own = by.filter((name) => name !== 'd').length
        const entry = given(keysAdd('XA'), by.map(signerOf))
        const expected = own >= 2 ? 'counts' : own === 1 ? 'act.not-competent' : 'act.unsigned'
        expect(code(twoOfThree, [entry])).toEqual([expected])
      }),
    )
  })

  it('are not one key under two ids: a charter with such a set is refused', () => {
    const root = [rootKey('a'), rootKey('a', 'again'), rootKey('b')]
    expect(() => chartered({ root, threshold: 2 })).toThrow(
      expect.objectContaining({ code: 'charter.keys' }),
    )
  })

  it('are not one key signing in the name of two', () => {
    const forged = given(keysAdd('XA'), [signerOf('a'), as('b', 'a')])
    expect(code(twoOfThree, [forged])).toEqual(['act.signature'])
  })

  it('are not one root key and the key that it gives', () => {
    const entry = given(keysAdd('XA'), [signerOf('a'), signerOf('XA-mfa-1')])
    expect(code(twoOfThree, [entry])).toEqual(['act.not-competent'])
  })
})

describe('a change of root keys', () => {
  const next = (root: readonly ReturnType<typeof rootKey>[], threshold = root.length) => ({
    root,
    threshold,
  })
  const later = next([rootKey('z')])
  const rotation = (set: ReturnType<typeof next>): Said => ({
    kind: 'keys-root',
    ...set,
    next: rootSetHash(later, crypto.sha256),
  })
  const committedTo = (set: ReturnType<typeof next>) =>
    chartered({
      root: [rootKey('a'), rootKey('b')],
      threshold: 2,
      next: rootSetHash(set, crypto.sha256),
    })

  it.each([
    ['one key under two ids', [rootKey('c'), rootKey('c', 'again')], [as('again', 'c')]],
    ['a key that it replaces', [rootKey('c'), rootKey('a', 'again')], [as('again', 'a')]],
    ['an id that it replaces', [rootKey('c'), rootKey('d', 'a')], []],
  ])('to a committed set with %s is void', (_, root, more) => {
    const set = next(root)
    const of = committedTo(set)
    const by = [signerOf('a'), signerOf('b'), signerOf('c'), ...more]
    expect(code(of, [given(rotation(set), by, of)])).toEqual(['key.twice'])
  })

  it('to the key of an authority is void', () => {
    const set = next([rootKey('XA-mfa-1', 'c')])
    const of = committedTo(set)
    const old = [signerOf('a'), signerOf('b')]
    expect(
      code(of, [
        given(keysAdd('XA'), old, of),
        given(rotation(set), [...old, as('c', 'XA-mfa-1')], of),
      ]),
    ).toEqual(['counts', 'key.twice'])
  })

  it('with a false signature of a new key is void, though enough others are true', () => {
    const set = next([rootKey('c'), rootKey('d')], 1)
    const of = committedTo(set)
    const by = [signerOf('a'), signerOf('b'), signerOf('c'), as('d', 'e')]
    expect(code(of, [given(rotation(set), by, of)])).toEqual(['act.signature'])
  })

  it('leaves what the authorities have, and leads on to the set after it', () => {
    const set = next([rootKey('c'), rootKey('d'), rootKey('e')], 2)
    const of = committedTo(set)
    const old = [signerOf('a'), signerOf('b')]
    const entries = [
      given(keysAdd('XA'), old, of),
      given(rotation(set), [...old, signerOf('c'), signerOf('e')], of),
      given(EVIDENCE, [signerOf('XA-mfa-1')], of),
      given(certOf('XA'), [signerOf('d'), signerOf('e')], of),
      given({ ...rotation(later), next: of.id }, [signerOf('c'), signerOf('d'), signerOf('z')], of),
      given(keysRevoke('XA-mfa-1'), [signerOf('z')], of),
      given(keysRevoke('XA-cert-1'), [signerOf('c'), signerOf('d')], of),
    ]
    expect(code(of, entries)).toEqual([
      'counts',
      'counts',
      'counts',
      'counts',
      'counts',
      'counts',
      'key.revoked',
    ])
  })
})

describe('a copy of a key act in a case below', () => {
  const key = (party: string) => toBase64(seal(payload(party, keysAdd(party)), roots(party)))
  const fields = charterFields()
  const below = parseCharter(
    bytesOf({
      ...fields,
      title: 'Below',
      parent: { case: charter.id, cut: {} },
      keys: { XA: [key('XA')] },
    }),
    crypto,
  )
  const copy = (said: Said) => seal(payload('XA', said), roots('XA'))
  const add = copy(certOf('XA'))
  const revoke = copy(keysRevoke('XA-cert-1'))
  const spoken = (n: number) =>
    seal(payload('XA', { ...EVIDENCE, charter: below.id, title: `no. ${n}` }), [
      signerOf('XA-cert-1'),
    ])

  it('revokes from its place on, and not before', () => {
    expect(code(below, [add, spoken(1), revoke, spoken(2)])).toEqual([
      'counts',
      'counts',
      'counts',
      'key.revoked',
    ])
  })

  it('that comes before the key itself spends it: it is given nothing any more', () => {
    expect(code(below, [revoke, add, spoken(1)])).toEqual(['counts', 'key.twice', 'key.revoked'])
  })

  it('that comes before the key itself spends its id too: no other key is given under it', () => {
    const { key: certKey, ...said } = certOf('XA') as { key: object }
    const other = copy({ ...said, key: { ...certKey, ...rootKey('another', 'XA-cert-1') } })
    expect(code(below, [other])).toEqual(['counts'])
    expect(code(below, [revoke, other])).toEqual(['counts', 'key.twice'])
  })

  it('in whatever order: after a revocation its key signs nothing that counts', () => {
    const all = [add, revoke, spoken(1), spoken(2), copy(keysRevoke('XA-mfa-1'))]
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4]), (order) => {
        const judged = code(
          below,
          order.map((at) => all[at]!),
        )
        const revoked = order.indexOf(1)
        const after = order.flatMap((at, place) =>
          (at === 2 || at === 3) && revoked !== -1 && place > revoked ? [judged[place]] : [],
        )
        expect(after.filter((verdict) => verdict === 'counts')).toEqual([])
      }),
    )
  })

  it('is known with the place from which it counts, and a key of the charter without one', () => {
    const reader = createStrandReader(below, XA, crypto)
    reader.append(spoken(0))
    for (const entry of [add, revoke]) reader.append(entry)
    const { authorities, spent } = reader.keys()
    expect(authorities.get('XA-mfa-1')).not.toHaveProperty('from')
    expect(spent.get('XA-cert-1')).toMatchObject({ cause: 'compromise', from: 2, was: { from: 1 } })
    expect(authorityKey(reader.keys(), 'XA-cert-1')?.authority.id).toBe('XA-cert')
  })
})

describe('a charter that hands down revocations and root keys', () => {
  it('gives a strand that begins where the parent’s stood', () => {
    const set = { root: [rootKey('c'), rootKey('d')], threshold: 1 }
    const parent = chartered({ next: rootSetHash(set, crypto.sha256) })
    const by = roots('XA')
    const entries = [
      given(keysAdd('XA'), by, parent),
      given(keysRevoke('XA-mfa-1'), by, parent),
      given({ kind: 'keys-root', ...set, next: parent.id }, [...by, signerOf('c')], parent),
      given(certOf('XA'), [signerOf('d')], parent),
    ]
    const fields = JSON.parse(JSON.stringify(parent)) as Record<string, unknown>
    delete fields['id']
    const below = parseCharter(
      bytesOf({
        ...fields,
        parent: { case: parent.id, cut: {} },
        keys: { XA: entries.map(toBase64) },
      }),
      crypto,
    )
    const said = (keyid: string) =>
      seal(payload('XA', { ...EVIDENCE, charter: below.id }), [signerOf(keyid)])
    expect(code(below, [said('XA-mfa-1'), said('XA-cert-1')])).toEqual(['key.revoked', 'counts'])
  })
})
