import { describe, expect, it } from 'vitest'
import { toBase64, toUtf8 } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { charterFields } from '../../../tools/vectors-case.ts'
import { attachedUnderAny } from './attached-by.ts'
import { canonical } from './canonical.ts'
import { parseFrame } from './frame.ts'
import { parseCharter } from './parse-charter.ts'
import { seal } from './sign.ts'

/** A charter as a later version may write it: other rules, fields and roles that nobody here knows. */
const later = (changed: object = {}) => {
  const fields = charterFields()
  const parties = fields.parties.map((party) => ({ ...party, seat: { since: 'spring' } }))
  return {
    ...fields,
    rules: 'entente-rules/2',
    parties: parties.map((party, at) => (at === 3 ? { ...party, role: 'observer' } : party)),
    steps: { boycott: { rule: 'lottery' } },
    horizon: ['far'],
    ...changed,
  }
}
const bytesOf = (value: unknown) => toUtf8(canonical(value))
const frameOf = (changed?: object) => parseFrame(bytesOf(later(changed)), crypto)

describe('the frame of a charter', () => {
  it('is read whatever the rules, which no reader decides by that does not know them', () => {
    const frame = frameOf()
    expect(frame).toMatchObject({
      rules: 'entente-rules/2',
      title: 'Quiet modem',
      tlp: 'TLP:GREEN',
    })
    expect(frame.parties.map(({ id }) => id)).toEqual(['XA', 'XB', 'XC', 'CO'])
    expect(Object.keys(frame.parties[0]!).toSorted()).toEqual(['id', 'log', 'name', 'origin'])
    expect(frame).not.toHaveProperty('horizon')
    expect(() => parseCharter(bytesOf(later()), crypto)).toThrow(
      expect.objectContaining({ code: 'charter.unknown-rules' }),
    )
  })

  it('of known rules is that of the whole charter', () => {
    const bytes = bytesOf(charterFields())
    const { id, witnesses, quorum } = parseCharter(bytes, crypto)
    expect(parseFrame(bytes, crypto)).toMatchObject({ id, witnesses, quorum })
  })

  it.each([
    ['rules of no version', { rules: 'other-rules/2' }, 'charter.malformed'],
    ['no quorum', { quorum: undefined }, 'charter.malformed'],
    ['a quorum by which two histories could count', { quorum: 1 }, 'charter.quorum'],
    ['a party twice', { parties: [...later().parties, later().parties[0]] }, 'charter.parties'],
    ['no party', { parties: [] }, 'charter.malformed'],
    [
      'a witness of a stranger',
      { witnesses: later().witnesses.map((one) => ({ ...one, party: 'XZ' })) },
      'charter.parties',
    ],
    [
      'a log of another name',
      { parties: later().parties.map((party) => ({ ...party, origin: `${party.origin}x` })) },
      'charter.keys',
    ],
  ])('with %s is refused', (_what, changed, code) => {
    const fields = Object.fromEntries(
      Object.entries(later(changed)).filter(([, value]) => value !== undefined),
    )
    expect(() => parseFrame(bytesOf(fields), crypto)).toThrow(expect.objectContaining({ code }))
  })
})

describe('what an act attaches under rules that are not known', () => {
  const id = `sha256:${'a'.repeat(64)}`
  const entryOf = (said: object) =>
    seal(bytesOf(said), [{ keyid: 'XA-mfa-1', sign: () => new Uint8Array(64) }])
  it('is named by attached or successor, and by nothing else', () => {
    expect(attachedUnderAny(entryOf({ kind: 'boycott', attached: id }))).toBe(id)
    expect(attachedUnderAny(entryOf({ kind: 'oracle', successor: id }))).toBe(id)
    expect(attachedUnderAny(entryOf({ kind: 'boycott', attached: 'all of it' }))).toBeUndefined()
    expect(attachedUnderAny(entryOf({ kind: 'boycott', of: id }))).toBeUndefined()
    expect(attachedUnderAny(toUtf8(toBase64(toUtf8('no envelope'))))).toBeUndefined()
  })
})
