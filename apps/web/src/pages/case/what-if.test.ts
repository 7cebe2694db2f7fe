import {
  Act as ActSchema,
  boundBy,
  evaluate,
  SPOKEN,
  type Act,
  type ActId,
  type Charter,
  type CharterId,
  type Cut,
  type Logged,
  type PartyId,
} from '@entente/accord'
import { describe, expect, it } from 'vitest'
import type { ActView, CaseView } from '../../../../node/src/api.ts'
import { draftAct } from '../voice/payload.ts'
import { readCase } from './case-file.ts'
import { saying, whatIf } from './what-if.ts'

const CASE = `sha256:${'c'.repeat(64)}` as CharterId
const id = (letter: string) => `sha256:${letter.repeat(64)}` as ActId
const party = (letters: string) => letters as PartyId

const charter: Charter = {
  id: CASE,
  v: 1,
  rules: 'entente-rules/1',
  title: 'Three invented nations',
  exercise: true,
  tlp: 'TLP:GREEN',
  chair: party('CO'),
  parties: ['CO', 'XA', 'XB'].map((letters) => ({
    id: party(letters),
    name: letters,
    role: letters === 'CO' ? ('organisation' as const) : ('member' as const),
    origin: `case/${letters.toLowerCase()}`,
    log: '',
    root: [{ keyid: 'root-1', alg: 'ed25519' as const, pub: 'AAAA' }],
    threshold: 1,
    ...(letters === 'CO' ? {} : { population: 50 }),
  })),
  witnesses: [{ vkey: '' }],
  quorum: 1,
  grace: 0,
  notice: 0,
  cure: 0,
  steps: { position: { rule: 'express-unanimity' } },
}

const said = (letters: string, fields: object): Act =>
  ({ v: 1, charter: CASE, party: letters, claimedAt: '2026-11-24T14:05:00Z', ...fields }) as Act
const complies = (letters: string): Act =>
  said(letters, { kind: 'comply', on: id('1'), union: 'complies', national: 'complies' })

const proposed = said('CO', {
  kind: 'propose',
  step: { id: 'position', kind: 'position' },
  text: { lang: 'en', title: 'Position', clauses: [{ id: '1', text: 'They condemn it.' }] },
})

const act = (letters: string, index: number, letter: string, one: Act) =>
  ({
    id: id(letter),
    party: party(letters),
    index,
    act: one,
    keyids: [`${letters}-1`],
    final: true,
    payload: '',
  }) satisfies ActView

/** What the quorum has witnessed. */
const cutOf = (acts: readonly ActView[]): Cut =>
  Object.fromEntries(
    charter.parties.map(({ id: of }) => [
      of,
      {
        party: of,
        root: '',
        acts: acts.filter((one) => one.party === of && one.final) as readonly Logged[],
      },
    ]),
  )

const view = (acts: readonly ActView[]): CaseView => ({
  id: CASE,
  charter,
  state: evaluate(charter, cutOf(acts)),
  digest: '',
  acts,
  peers: [],
  silences: {},
  pastEnd: {},
})

const read = (seen: CaseView) =>
  readCase(seen, { node: { party: party('XA'), name: 'XA', role: 'member' } })
const after = (seen: CaseView, extra: readonly Act[]) =>
  whatIf(read(seen), seen.state.steps[0]!.versions[0]!, extra)
const gate = (seen: CaseView, extra: readonly Act[]) => after(seen, extra).gate

describe('what if', () => {
  const before = view([act('CO', 0, '1', proposed), act('XA', 0, '2', complies('XA'))])

  it('leaves the gate shut while a member is silent', () => {
    expect(gate(before, [])).toMatchObject({
      open: false,
      reasons: [{ code: 'silent', member: 'XB' }],
    })
  })

  it('opens the gate with the voices of the last silent member', () => {
    expect(gate(before, [complies('XB')])).toMatchObject({ open: true })
  })

  it('shuts the gate again with an objection of a member that complied', () => {
    const objects = said('XA', {
      kind: 'comply',
      on: id('1'),
      union: 'complies',
      national: 'objects',
    })
    expect(gate(before, [complies('XB'), objects])).toMatchObject({
      open: false,
      reasons: [{ code: 'objects', member: 'XA' }],
    })
  })

  it('says who would be bound, whole or except what it reserves, also where the gate is open', () => {
    const both = view([
      act('CO', 0, '1', proposed),
      act('XA', 0, '2', complies('XA')),
      act('XB', 0, '3', complies('XB')),
    ])
    const file = read(both)
    const bound = (word: Parameters<typeof saying>[3]) =>
      boundBy(after(both, [saying(file, 'XB', id('1'), word)]))
    const XA = { party: 'XA', how: 'bound' }
    expect(bound({ voice: 'complies-with-reservation', clause: '1' })).toEqual([
      XA,
      { party: 'XB', how: 'except', clauses: ['1'] },
    ])
    expect(bound({ voice: 'abstains' })).toEqual([XA, { party: 'XB', how: 'bound' }])
    expect(bound({ voice: 'objects' })).toEqual([
      { party: 'XA', how: 'not-bound' },
      { party: 'XB', how: 'not-bound' },
    ])
  })

  it('are acts that could be signed as they are', () => {
    const file = read(before)
    for (const voice of SPOKEN)
      if (voice !== 'complies-with-statement')
        expect(ActSchema.safeParse(saying(file, 'XB', id('1'), { voice })).error).toBeUndefined()
  })

  it('goes by what is certified: after adoption a silence that was objected to is met again by a consent', () => {
    const objected = view([
      act('CO', 0, '1', proposed),
      act('XA', 0, '2', complies('XA')),
      act('XB', 0, '3', { ...complies('XB'), national: 'objects' } as Act),
    ])
    const [version] = objected.state.steps[0]!.versions
    const silence = { ...version!, rule: 'silence' as const, adopted: [id('4')] }
    const state = {
      ...objected.state,
      steps: [{ id: 'position', kind: 'term' as const, versions: [silence] }],
    }
    const file = read({
      ...objected,
      charter: { ...charter, steps: { term: { rule: 'silence' } } },
      state,
    })
    expect(whatIf(file, silence, []).gate).toMatchObject({ open: false })
    expect(whatIf(file, silence, [complies('XB')]).gate).toMatchObject({ open: true, reasons: [] })
    const open = { ...silence, adopted: [] }
    expect(whatIf(file, open, [complies('XB')]).gate).toMatchObject({
      reasons: [{ code: 'broken' }],
    })
  })

  it('counts only what the quorum has witnessed', () => {
    const unseen = view([
      act('CO', 0, '1', proposed),
      { ...act('XA', 0, '2', complies('XA')), final: false },
    ])
    expect(gate(unseen, [complies('XB')])).toMatchObject({
      open: false,
      reasons: [{ code: 'silent', member: 'XA' }],
    })
  })
})

describe('an act drafted in the page', () => {
  const me = { node: { party: party('XA'), name: 'XA', role: 'member' } }
  const draftOn = (acts: readonly ActView[]) =>
    draftAct(
      readCase(view(acts), me),
      { kind: 'comply', on: id('1'), union: 'complies', national: 'complies' },
      '2026-11-24T14:05:00Z',
    )

  it('follows the own latest act on the same version', () => {
    const acts = [act('CO', 0, '1', proposed), act('XA', 0, '2', complies('XA'))]
    expect(draftOn(acts).act).toMatchObject({ prev: id('2') })
  })

  it('follows nothing where the own acts on it count for nothing, or are others’', () => {
    const voided = { code: 'act.unsigned', message: 'expected a signature, got none' }
    const acts = [
      act('CO', 0, '1', proposed),
      { ...act('XA', 0, '2', complies('XA')), void: voided },
      act('XB', 0, '3', complies('XB')),
    ]
    expect(draftOn(acts).fields).not.toHaveProperty('prev')
  })

  it('shows the bytes that will be signed, with their number and hash', () => {
    const { payload, bytes, sha256 } = draftOn([])
    expect(payload).toBe(
      `{"charter":"${CASE}","claimedAt":"2026-11-24T14:05:00Z","kind":"comply","national":"complies","on":"${id('1')}","party":"XA","union":"complies","v":1}`,
    )
    expect(bytes).toBe(payload.length)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})
