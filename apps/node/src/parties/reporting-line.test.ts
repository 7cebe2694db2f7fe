import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { canonical, createStrandReader, parseCharter, type PartyId } from '@entente/accord'
import { crypto } from '../platform/crypto.ts'
import { makeParty } from './make-party.ts'
import { joinLine, lineCharter, linesIn, reportingLine } from './reporting-line.ts'

const place = mkdtempSync(join(tmpdir(), 'entente-line-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

const nowAt = new Date('2026-11-24T12:00:00Z')
const directory = (name: string) => join(place, name)
const party = (
  id: string,
  role: 'member' | 'operator',
  verbs: readonly string[] = role === 'member' ? ['receipt'] : ['incident-report'],
) =>
  makeParty(directory(id), {
    id,
    name: `Party ${id}`,
    role,
    ...(role === 'member' ? { population: 10 } : {}),
    authorities: [
      { id: `${id}-first`, name: 'First body', verbs },
      { id: `${id}-other`, name: 'Other body', verbs: ['comply'] },
    ],
    people: [{ id: 'one', name: 'One', authority: `${id}-first`, role: 'signatory' }],
  })

const authority = party('XB', 'member')
const operator = party('XO', 'operator')
const said = {
  title: 'Reports',
  exercise: true,
  tlp: 'TLP:AMBER',
  origin: 'b.example/line',
} as const
const bytes = lineCharter({ operator, authority }, said, crypto)
const charter = parseCharter(bytes, crypto)
const join2 = (name: string, id: string = charter.id) =>
  joinLine(directory(name), bytes, { id, crypto, nowAt })

describe('a reporting line', () => {
  test('is a case of two, witnessed by the recipient alone', () => {
    expect(charter).toMatchObject({ chair: 'XB', quorum: 1, steps: {}, exercise: true })
    expect(charter.witnesses.map((witness) => witness.party)).toEqual(['XB'])
    const ends = reportingLine(charter)
    expect([ends?.operator.id, ends?.authority.id]).toEqual(['XO', 'XB'])
  })

  test('is told from any other case', () => {
    const other = (change: object) =>
      reportingLine({ ...charter, ...change } as Parameters<typeof reportingLine>[0])
    const [first, second] = charter.parties
    expect(other({ witnesses: [{ party: 'XO', vkey: '' }] })).toBeUndefined()
    expect(other({ parent: { case: charter.id, cut: {} } })).toBeUndefined()
    expect(other({ parties: [first, { ...second, role: 'community' }] })).toBeUndefined()
    expect(other({ quorum: 2 })).toBeUndefined()
  })

  test('is joined with its id, by the bodies that report or acknowledge and by no other', () => {
    for (const name of ['XO', 'XB']) {
      expect(join2(name)).toMatchObject({ isNew: true })
      expect(join2(name)).toMatchObject({ isNew: false })
      const [line, ...more] = linesIn(directory(name))
      expect(more).toEqual([])
      const reader = createStrandReader(charter, name as PartyId, crypto)
      for (const entry of line!.entries) expect(reader.append(entry)).not.toHaveProperty('void')
      expect([...reader.keys().authorities.keys()]).toEqual([`${name}-first-1`])
    }
  })

  test('is not joined under another id, by a stranger, or where nobody may sign', () => {
    const other = `sha256:${'0'.repeat(64)}`
    expect(() => join2('XO', other)).toThrow('expected the charter whose id you compared')
    party('XC', 'member')
    expect(() => join2('XC')).toThrow('expected a charter that names XC')
    const mute = party('XD', 'member', ['comply'])
    const theirs = lineCharter({ operator, authority: mute }, said, crypto)
    const { id } = parseCharter(theirs, crypto)
    expect(() => joinLine(directory('XD'), theirs, { id, crypto, nowAt })).toThrow('sign receipt')
    expect(linesIn(directory('XD'))).toEqual([])
  })

  test('is not made of two nations, and no other charter is joined as one', () => {
    const nation = party('XE', 'member')
    expect(() => lineCharter({ operator: nation, authority }, said, crypto)).toThrow(
      'expected an operator',
    )
    const { id: _id, ...plain } = charter
    const twice = new TextEncoder().encode(
      canonical({ ...plain, witnesses: [{ party: 'XO', vkey: operator.witness }] }),
    )
    const { id } = parseCharter(twice, crypto)
    expect(() => joinLine(directory('XO'), twice, { id, crypto, nowAt })).toThrow(
      'as the only witness',
    )
  })
})
