import { Act, KINDS } from '@entente/accord'
import { describe, expect, it } from 'vitest'
import { draftedField, FIELDS, firstFilled, saidBy, type FilledKind } from './act-fields.ts'

const ON = `sha256:${'0'.repeat(64)}`
const KNOWN = Object.keys(FIELDS) as FilledKind[]
const SHARED = ['v', 'charter', 'party', 'prev', 'claimedAt', 'kind', 'on', 'for', 'certificate']

/** The names of the fields that the schema of a kind of act has. */
function schemaFields(kind: FilledKind): readonly string[] {
  const found = KINDS.find((one) => one.kind === kind)?.schema
  return Object.keys((found as unknown as { readonly shape: object }).shape)
}

const base = {
  v: 1,
  charter: ON,
  party: 'XA',
  claimedAt: '2026-11-20T10:00:00Z',
}

describe('the forms of a measure', () => {
  it.each(KNOWN)('ask for every field of %s that is its own, and for nothing else', (kind) => {
    const own = schemaFields(kind).filter((name) => !SHARED.includes(name))
    expect(FIELDS[kind].map(({ name }) => name).toSorted()).toEqual(own.toSorted())
  })

  it('leave out what was left empty, and decide nothing for anybody', () => {
    const filled = firstFilled('review', {}, '2026-11-20')
    expect(saidBy('review', filled)).toEqual({ reviewedOn: '2026-11-20' })
  })

  it('make of what was filled in an act that can be signed', () => {
    const filled = {
      ...firstFilled('review', {}, '2026-11-20'),
      ceased: 'no',
      repaired: 'no',
      proportionate: 'yes',
      reversible: 'unknown',
      tribunal: 'no',
      remarks: 'Nothing has changed.',
    }
    const read = Act.safeParse({ ...base, kind: 'review', on: ON, ...saidBy('review', filled) })
    expect(read.data).toMatchObject({ ceased: false, tribunal: false, reversible: 'unknown' })
  })

  it('refuse a notice that names neither a day nor why there is none', () => {
    const filled = {
      ...firstFilled('notice', { to: 'Hawthorn' }, '2026-11-20'),
      notifiedOn: '',
      says: 'It will be suspended.',
      offersNegotiation: 'yes',
    }
    const said = { ...base, kind: 'notice', for: 'measure-1', ...saidBy('notice', filled) }
    expect(Act.safeParse(said).success).toBe(false)
    expect(Act.safeParse({ ...said, urgency: 'It would be defeated.' }).success).toBe(true)
  })
})

describe('a drafted text', () => {
  it('is where a call and a notice begin, to be changed, and no other act', () => {
    const drafted = { text: 'Alder calls upon Hawthorn.' }
    const begun = firstFilled('call', draftedField('call', drafted), '2026-11-24')
    expect(begun['demands']).toBe(drafted.text)
    expect(saidBy('call', { ...begun, demands: 'Mine.' })['demands']).toBe('Mine.')
    expect(draftedField('notice', drafted)).toEqual({ says: drafted.text })
    expect(draftedField('review', drafted)).toEqual({})
  })
  it('fills nothing where there is none', () => {
    expect(draftedField('call', { missing: 'Missing: the demands' })).toEqual({})
    expect(draftedField('call', undefined)).toEqual({})
  })
})
