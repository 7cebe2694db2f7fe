import { describe, expect, test } from 'vitest'
import { parseCharter } from '@entente/accord'
import { explain } from '@entente/release'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quietModem } from '../demo/coalition.ts'
import { found } from '../parties/found.ts'
import { makeParty } from '../parties/make-party.ts'
import { lineCharter } from '../parties/reporting-line.ts'
import { crypto } from '../platform/crypto.ts'
import { circleOfCase, readAudience } from './audience.ts'
import { SharingSetting } from './setting.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-audience-'))
const lineData = mkdtempSync(join(tmpdir(), 'entente-line-'))
const network = {
  id: 'XF',
  name: 'Network of response teams',
  role: 'community' as const,
  authority: { id: 'XF-hub', name: 'Hub' },
  person: { id: 'desk', name: 'Desk of the hub' },
}
const founding = { ...quietModem, title: 'Wiper', parties: [...quietModem.parties, network] }
const { charters } = found(founding, (party) => join(data, party), new Date('2026-11-24T12:00:00Z'))
rmSync(data, { recursive: true, force: true })
const charter = parseCharter(charters[1]!, crypto)

const setting = (more: object = {}) => SharingSetting.parse(more)
const community = {
  id: 'teams',
  name: 'Response teams',
  parties: ['XB'],
  ceiling: 'TLP:AMBER',
  party: 'XF',
}
const goes = (tlp: 'TLP:AMBER' | 'TLP:GREEN', party: string, settled: SharingSetting) => {
  const within = circleOfCase(charter, settled)
  return explain({ tlp, own: true }, { kind: 'party', party, within })
}

describe('a community that is party of a case', () => {
  test('gets nothing stricter than TLP:GREEN until a ceiling is settled with it', () => {
    expect(goes('TLP:GREEN', 'XF', setting()).leaves).toBe(true)
    expect(goes('TLP:AMBER', 'XF', setting())).toMatchObject({ code: 'marking.ceiling' })
    expect(goes('TLP:AMBER', 'XB', setting()).leaves).toBe(true)
  })
  test('gets what its ceiling allows once it is', () => {
    expect(goes('TLP:AMBER', 'XF', setting({ communities: [community] })).leaves).toBe(true)
  })
})

describe('an operator', () => {
  const [operator, authority] = (['operator', 'member'] as const).map((role) =>
    makeParty(join(lineData, role), {
      id: role === 'operator' ? 'XO' : 'XB',
      name: role,
      role,
      ...(role === 'member' ? { population: 1 } : {}),
      authorities: [{ id: 'body', name: 'Body' }],
      people: [{ id: 'one', name: 'One', authority: 'body', role: 'signatory' }],
    }),
  )
  const said = { title: 'Reports', exercise: true, tlp: 'TLP:AMBER', origin: 'b.example' } as const
  const line = parseCharter(
    lineCharter({ operator: operator!, authority: authority! }, said, crypto),
    crypto,
  )
  rmSync(lineData, { recursive: true, force: true })
  const clients = (charter: Parameters<typeof circleOfCase>[0]) =>
    circleOfCase(charter, setting()).members.flatMap(({ party, client }) => (client ? [party] : []))

  test('is a client of the authority at the other end of its reporting line', () => {
    expect(clients(line)).toEqual(['XO'])
  })
  test('is nobody’s client in any other case', () => {
    expect(clients({ ...line, quorum: 2 })).toEqual([])
    expect(clients({ ...line, parent: { case: line.id, cut: {} } })).toEqual([])
  })
})

describe('an audience', () => {
  const directory = {
    charters: () => charters.map((bytes) => parseCharter(bytes, crypto)),
    setting: () => setting({ communities: [community] }),
  }
  test('is a case by its id or by digits that fit one case only', () => {
    for (const name of [charter.id, charter.id.slice(7, 17)])
      expect(readAudience(`case:${name}`, directory)).toMatchObject({
        kind: 'circle',
        circle: {
          name: `case ${charter.title}`,
          members: charter.parties.map(({ id }) => ({ party: id })),
        },
      })
    for (const name of ['', charter.id.slice(7, 9), 'sha256:'])
      expect(() => readAudience(`case:${name}`, directory)).toThrow('expected')
  })
  test('is a community, or one member of it', () => {
    expect(readAudience('community:teams/XB', directory)).toEqual({
      kind: 'party',
      party: 'XB',
      within: {
        name: 'community Response teams',
        members: [{ party: 'XB', ceiling: 'TLP:AMBER' }],
      },
    })
  })
  test.each(['', 'Public', 'party:XB', 'case:x/xb', 'own/XB', 'community:TEAMS', 'public '])(
    'is not "%s"',
    (text) => {
      expect(() => readAudience(text, directory)).toThrow('expected own, public, case:ID')
    },
  )
})

describe('a setting is refused', () => {
  test.each([
    ['that makes the unmarked clear', { unmarked: 'TLP:CLEAR' }],
    ['with a community twice', { communities: [community, community] }],
    ['with a community for TLP:RED', { communities: [{ ...community, ceiling: 'TLP:RED' }] }],
    ['with an identity that is none', { identities: ['identity--1'] }],
    ['with a word it does not know', { unmarkd: 'TLP:RED' }],
  ])('%s', (_, given) => {
    expect(SharingSetting.safeParse(given).success).toBe(false)
  })
})
