import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createStrandReader, parseCharter, type Charter, type PartyId } from '@entente/accord'
import { readConfig } from '../config.ts'
import { crypto } from '../platform/crypto.ts'
import { openKeys } from '../platform/keys/index.ts'
import { assertChoices, caseCharter, rootState, type Chosen } from './case-charter.ts'
import { draftCharter } from './draft-charter.ts'
import { keyAct } from './key-act.ts'
import { makeParty } from './make-party.ts'

const place = mkdtempSync(join(tmpdir(), 'entente-case-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

const ROLES = { XA: 'member', XB: 'member', CO: 'organisation', GR: 'operator' } as const
const names = Object.keys(ROLES) as (keyof typeof ROLES)[]
const cards = names.map((id) =>
  makeParty(join(place, id), {
    id,
    name: id,
    role: ROLES[id],
    ...(ROLES[id] === 'member' ? { population: 10 } : {}),
    authorities: [{ id: `${id}-1st`, name: id }],
    people: [{ id: 'desk', name: id, authority: `${id}-1st`, role: 'signatory' }],
  }),
)
const root = parseCharter(
  draftCharter(
    {
      title: 'Coalition',
      chair: 'CO',
      exercise: true,
      tlp: 'TLP:AMBER+STRICT',
      steps: { position: { rule: 'express-unanimity', by: 'XB' as PartyId } },
      grace: 1,
      notice: 2,
      cure: 3,
      origin: 'entente.example/coast/0/root',
    },
    cards,
    crypto,
  ),
  crypto,
)
const readers = Object.fromEntries(
  names.map((id) => {
    const reader = createStrandReader(root, id as string as PartyId, crypto)
    const directory = join(place, id)
    const nowAt = new Date('2026-11-25T12:00:00Z')
    const entries = keyAct(readConfig(directory), root.id, { keys: openKeys(directory), nowAt })
    for (const entry of entries) reader.append(entry)
    return [id, { reader, entries }]
  }),
)
const strands = {
  charter: root,
  logged: (party: PartyId) => readers[party]!.reader.strand().acts,
  entries: (party: PartyId) => readers[party]!.entries,
}
const sizes = (size: number) =>
  Object.fromEntries(names.map((id) => [id, size])) as Record<PartyId, number>
const chosen = (parties: readonly string[], more: Partial<Chosen> = {}): Chosen => ({
  title: 'A case',
  parties: parties as readonly PartyId[],
  chair: parties[0] as PartyId,
  tlp: 'TLP:RED',
  steps: root.steps,
  name: 'a-case-0',
  ...more,
})
const open = (choice: Chosen): Charter =>
  parseCharter(caseCharter(root, choice, rootState(strands, sizes(1), crypto), crypto), crypto)

describe('the charter of a case', () => {
  test('is the same bytes from the same choices, in whatever order they were named', () => {
    const state = rootState(strands, sizes(1), crypto)
    const [one, other] = [
      ['XA', 'XB'],
      ['XB', 'XA'],
    ].map((parties) =>
      caseCharter(root, chosen(parties, { chair: 'XA' as PartyId }), state, crypto),
    )
    expect(one).toEqual(other)
  })

  test('keeps what the coalition settled, and cites all of its strands', () => {
    const { grace, notice, cure, exercise, rules, parent, keys } = open(chosen(['XA', 'XB']))
    expect({ grace, notice, cure, exercise, rules }).toEqual({
      grace: 1,
      notice: 2,
      cure: 3,
      exercise: true,
      rules: 'entente-rules/1',
    })
    expect(Object.keys(parent!.cut).toSorted()).toEqual(names.toSorted())
    expect(Object.keys(keys!).toSorted()).toEqual(['XA', 'XB'])
  })

  test('opens under a root that amends another, whose key acts count in it too', () => {
    const amending = {
      ...root,
      amends: { case: `sha256:${'7'.repeat(64)}` as typeof root.id, cut: {} },
    }
    const bytes = caseCharter(
      amending,
      chosen(['XA', 'XB']),
      rootState(strands, sizes(1), crypto),
      crypto,
    )
    const { parent, amends } = parseCharter(bytes, crypto)
    expect([parent?.case, parent?.older, amends]).toEqual([
      root.id,
      [amending.amends.case],
      undefined,
    ])
  })

  test('of an operator and its authority is a reporting line: one witness, quorum 1', () => {
    const steps = { position: { rule: 'express-unanimity' as const } }
    const line = open(chosen(['XA', 'GR'], { steps }))
    expect([line.witnesses.map(({ party }) => party), line.quorum]).toEqual([['XA'], 1])
    expect(line.parties.map(({ id, role }) => [id, role])).toEqual([
      ['XA', 'member'],
      ['GR', 'operator'],
    ])
  })

  test('cannot be made from more of a strand than is held', () => {
    expect(() => rootState(strands, sizes(2), crypto)).toThrow(
      expect.objectContaining({ code: 'case.unready' }),
    )
  })

  test.each([
    ['operators alone, whom nobody witnesses', chosen(['GR']), 'GR', 'case.too-small'],
    ['an opener that takes no part', chosen(['XA', 'XB']), 'CO', 'case.stranger'],
    ['a chair made by somebody else', chosen(['XA', 'XB']), 'XB', 'case.stranger'],
    [
      'another rule for a step that the coalition settled',
      chosen(['XA'], { steps: { position: { rule: 'each-its-own' } } }),
      'XA',
      'case.rule',
    ],
    [
      'another filer of a step that the coalition settled',
      chosen(['XA', 'XB'], {
        steps: { position: { rule: 'express-unanimity', by: 'XA' as PartyId } },
      }),
      'XA',
      'case.rule',
    ],
    [
      'the chair as the filer of a step that another files and takes part',
      chosen(['XA', 'XB'], { steps: { position: { rule: 'express-unanimity' } } }),
      'XA',
      'case.rule',
    ],
    [
      'anyone as reader of what is not TLP:CLEAR',
      { ...chosen(['XA', 'XB', 'CO'], { tlp: 'TLP:GREEN' }), public: true as const },
      'XA',
      'case.public',
    ],
  ])('is refused with %s', (_what, choice, opener, code) => {
    expect(() => assertChoices(root, opener, choice)).toThrow(expect.objectContaining({ code }))
  })

  test.each([
    ['the root’s chair', chosen(['XA', 'XB', 'CO'], { chair: 'CO' as PartyId }), 'XA'],
    ['its opener as the chair', chosen(['XA', 'XB', 'CO']), 'XA'],
    [
      'the chair file what an absent party would',
      chosen(['XA'], { steps: { position: { rule: 'express-unanimity' } } }),
      'XA',
    ],
    [
      'a rule for a step that the coalition left open',
      chosen(['XA'], { steps: { advisory: { rule: 'each-its-own' } } }),
      'XA',
    ],
  ])('may have %s', (_what, choice, opener) => {
    expect(() => assertChoices(root, opener, choice)).not.toThrow()
  })
})
