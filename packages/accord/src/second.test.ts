import { formatVkey, toBase64 } from '@entente/log'
import { describe, expect, it } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { secondBytes, secondKey, secondOf } from '../../../tools/vectors-acts-second.ts'
import {
  bytesOf,
  type charterFields,
  fixedKey,
  fixedSecond,
  keysAdd,
  ministry,
  payload,
  roots,
  signerOf,
  type Said,
} from '../../../tools/vectors-case.ts'
import { EVIDENCE } from '../../../tools/vectors-play.ts'
import { party } from '../test/case.ts'
import { parseCanonical } from './canonical.ts'
import { parseCharter } from './parse-charter.ts'
import { rootSetHash } from './keys.ts'
import { seal, type ActSigner } from './sign.ts'
import { createStrandReader } from './strand.ts'

const asking = parseCharter(secondBytes, crypto)
const fieldsOf = () => parseCanonical(secondBytes) as ReturnType<typeof charterFields> & Said
const bothRoots = [...roots('XA'), ...['XA-root-3', 'XA-root-4'].map(secondOf)]
const entry = (said: Said, by: readonly ActSigner[], of = asking.id) =>
  seal(payload('XA', { charter: of, ...said }), by)

const refusedAs = (changed: object): string | undefined => {
  try {
    parseCharter(bytesOf({ ...fieldsOf(), ...changed }), crypto)
    return undefined
  } catch (error) {
    return (error as { code?: string }).code
  }
}

/** Every choice among these, the empty one left out. */
const choices = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: 2 ** all.length - 1 }, (_, at) =>
    all.filter((_one, bit) => ((at + 1) >> bit) & 1),
  )

describe('a charter that asks for second signatures', () => {
  it('is refused where a party has fewer second root keys than its threshold', () => {
    const { parties } = fieldsOf()
    const [alder, ...others] = parties
    expect(refusedAs({ parties: [{ ...alder!, root: alder!.root.slice(0, 3) }, ...others] })).toBe(
      'charter.keys',
    )
    expect(refusedAs({ parties })).toBe(undefined)
  })
  it('is refused where it asks for another kind, and where a key is not of the kind it says', () => {
    expect(refusedAs({ second: 'ed25519' })).toBe('charter.malformed')
    const { parties } = fieldsOf()
    const [alder, ...others] = parties
    const [first, ...root] = alder!.root
    const lying = [{ ...first!, alg: 'ml-dsa-44' }, ...root]
    expect(refusedAs({ parties: [{ ...alder!, root: lying, threshold: 1 }, ...others] })).toBe(
      'key.form',
    )
  })
  it('counts no second key to a threshold of first ones', () => {
    const { parties } = fieldsOf()
    const [alder, ...others] = parties
    expect(refusedAs({ parties: [{ ...alder!, threshold: 3 }, ...others] })).toBe('charter.keys')
  })
  it('may name witnesses whose keys are of ML-DSA-44', () => {
    const { witnesses } = fieldsOf()
    const [{ party }, ...others] = witnesses as [{ party: string; vkey: string }]
    const name = 'xa.example/witness'
    const vkey = formatVkey(name, 6, fixedSecond(name).publicKey, crypto.sha256)
    expect(refusedAs({ witnesses: [{ party, vkey }, ...others] })).toBe(undefined)
  })
})

describe('what is taken from an act', () => {
  const reader = () => {
    const one = createStrandReader(asking, party('XA'), crypto)
    for (const said of [keysAdd('XA'), secondKey()]) one.append(entry(said, bothRoots))
    return one
  }
  const here = reader()

  it('is seen, whichever of its signatures it is', () => {
    const all = [ministry('XA'), secondOf('XA-mfa-second-1')]
    const said = choices(all).map((by) => [
      by.map(({ keyid }) => keyid),
      here.check(entry(EVIDENCE, by)).void?.code,
    ])
    expect(said).toEqual([
      [['XA-mfa-1'], 'act.second-missing'],
      [['XA-mfa-second-1'], 'act.not-competent'],
      [['XA-mfa-1', 'XA-mfa-second-1'], undefined],
    ])
  })
  it('is seen of a key act: it counts by two of each kind, and by no others of its signers', () => {
    const act = secondKey({}, 'XA-mfa-second-2')
    for (const by of choices(bothRoots))
      expect([by.length, here.check(entry(act, by)).void === undefined]).toEqual([
        by.length,
        by.length === 4,
      ])
  })
  it('is void with its own code where one bit of the second signature was turned', () => {
    const { sign } = secondOf('XA-mfa-second-1')
    for (const at of [0, 31, 32, 1_200, 2_335, 2_419]) {
      const turned = (message: Uint8Array) =>
        sign(message).map((byte, index) => (index === at ? byte ^ 1 : byte))
      const by = [ministry('XA'), { keyid: 'XA-mfa-second-1', sign: turned }]
      expect(here.check(entry(EVIDENCE, by)).void?.code).toBe('act.second-signature')
    }
    const short = (message: Uint8Array) => sign(message).subarray(1)
    const by = [ministry('XA'), { keyid: 'XA-mfa-second-1', sign: short }]
    expect(here.check(entry(EVIDENCE, by)).void?.code).toBe('act.second-signature')
  })
  it('makes no second signature once its key is revoked', () => {
    const one = reader()
    const { pub } = secondKey()['key'] as { pub: string }
    const key = { keyid: 'XA-mfa-second-1', pub }
    one.append(entry({ kind: 'keys-revoke', key, cause: 'compromise' }, bothRoots))
    const by = [ministry('XA'), secondOf('XA-mfa-second-1')]
    expect(one.check(entry(EVIDENCE, by)).void?.code).toBe('act.second-missing')
  })
})

describe('root keys of both kinds', () => {
  const rootKey = (n: number, alg: 'ed25519' | 'ml-dsa-44') => {
    const keyid = `XA-root-${n}`
    const { publicKey } = (alg === 'ed25519' ? fixedKey : fixedSecond)(keyid)
    return { keyid, alg, pub: toBase64(publicKey) }
  }
  const set = {
    root: [5, 6, 7, 8]
      .map((n) => rootKey(n, 'ed25519'))
      .concat([9, 10, 11, 12].map((n) => rootKey(n, 'ml-dsa-44'))),
    threshold: 4,
  }
  const { parties } = fieldsOf()
  const [alder, ...others] = parties
  const next = rootSetHash(set, crypto.sha256)
  const charter = parseCharter(
    bytesOf({ ...fieldsOf(), parties: [{ ...alder!, next }, ...others] }),
    crypto,
  )
  const rotation: Said = { kind: 'keys-root', ...set, next }
  const firsts = [5, 6, 7, 8].map((n) => signerOf(`XA-root-${n}`))
  const seconds = [9, 10, 11, 12].map((n) => secondOf(`XA-root-${n}`))
  const verdict = (by: readonly ActSigner[]) =>
    createStrandReader(charter, party('XA'), crypto).check(entry(rotation, by, charter.id)).void
      ?.code

  it('are replaced by a set whose second keys sign as well, in an entry of less than 64 KiB', () => {
    const by = [...bothRoots, ...firsts, ...seconds]
    expect(entry(rotation, by, charter.id).length).toBeLessThan(65_536)
    expect(verdict(by)).toBe(undefined)
  })
  it('are not replaced where one of the new second keys did not sign', () => {
    expect(verdict([...bothRoots, ...firsts, ...seconds.slice(1)])).toBe('act.second-missing')
  })
  it('are not replaced where a second key of the old set did not sign', () => {
    const by = [...bothRoots.slice(0, 3), ...firsts, ...seconds]
    expect(verdict(by)).toBe('act.second-missing')
  })
})

describe('a case below one that asks for none', () => {
  const { second: _asked, ...unasking } = fieldsOf()
  const above = parseCharter(bytesOf({ ...unasking, title: 'Above' }), crypto)
  const of = above.id
  const signed = (said: Said, by: readonly ActSigner[]) => entry(said, by, of)
  const below = parseCharter(
    bytesOf({
      ...fieldsOf(),
      parent: { case: of, cut: {} },
      keys: { XA: [keysAdd('XA'), secondKey()].map((said) => toBase64(signed(said, roots('XA')))) },
    }),
    crypto,
  )
  const reader = () => createStrandReader(below, party('XA'), crypto)

  it('takes key acts over that its own id vouches for, and asks of every act in it', () => {
    const both = [ministry('XA'), secondOf('XA-mfa-second-1')]
    expect(reader().check(entry(EVIDENCE, both, below.id)).void).toBe(undefined)
    expect(reader().check(entry(EVIDENCE, both.slice(0, 1), below.id)).void?.code).toBe(
      'act.second-missing',
    )
  })
  it('asks it of a later key act that is copied into it', () => {
    const later = secondKey({}, 'XA-mfa-second-2')
    expect(reader().check(signed(later, roots('XA'))).void?.code).toBe('act.second-missing')
    expect(reader().check(signed(later, bothRoots)).void).toBe(undefined)
  })
})
