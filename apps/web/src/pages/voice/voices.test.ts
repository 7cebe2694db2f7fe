import { Act, SPOKEN } from '@entente/accord'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  complyFields,
  fieldOf,
  needsStatement,
  voicesFrom,
  withVoice,
  type Voices,
} from './voices.ts'

const VERSION = `sha256:${'a'.repeat(64)}`
const empty = voicesFrom(undefined)
const said = (union: Voices['union'], national: Voices['national']) =>
  withVoice(withVoice(empty, 'union', union ?? 'complies'), 'national', national ?? 'complies')

const read = (voices: Voices) =>
  Act.safeParse({
    v: 1,
    charter: `sha256:${'c'.repeat(64)}`,
    party: 'XC',
    claimedAt: '2026-11-24T14:05:00Z',
    ...complyFields(voices, VERSION),
  })
const wrongFields = (voices: Voices) =>
  read(voices).error?.issues.map(({ path }) => fieldOf(path, voices)) ?? []

describe('the form in which a nation gives its two voices', () => {
  it('signs two plain voices with nothing beside them', () => {
    expect(complyFields(said('complies', 'abstains'), VERSION)).toEqual({
      kind: 'comply',
      on: VERSION,
      union: 'complies',
      national: 'abstains',
    })
  })

  it('asks for both voices', () => {
    expect(wrongFields(empty)).toEqual(['union', 'national'])
  })

  it('starts one reservation with the voice that reserves, and drops it with another voice', () => {
    const reserved = said('complies', 'complies-with-reservation')
    expect(reserved.reservations).toMatchObject([{ axis: 'national' }])
    expect(withVoice(reserved, 'national', 'complies').reservations).toEqual([])
  })

  it('wants a clause chosen and the reservation said', () => {
    const reserved = said('complies', 'complies-with-reservation')
    expect(wrongFields(reserved)).toEqual(['reservation-0', 'reservation-0'])
    const filled = {
      ...reserved,
      reservations: [{ axis: 'national' as const, clause: '5', text: 'Not before parliament.' }],
    }
    expect(wrongFields(filled)).toEqual([])
  })

  it('reads a reservation without a clause as an interpretative statement', () => {
    const voices = {
      ...said('complies', 'complies-with-reservation'),
      reservations: [{ axis: 'national' as const, clause: '', text: 'As existing law.' }],
    }
    expect(complyFields(voices, VERSION)).toMatchObject({
      reservations: [{ axis: 'national', text: 'As existing law.' }],
    })
    expect(wrongFields(voices)).toEqual([])
  })

  it('asks for a statement with a constructive abstention', () => {
    const voices = said('complies', 'abstains-constructively')
    expect(needsStatement(voices)).toBe(true)
    expect(wrongFields(voices)).toEqual(['statement'])
  })

  it('takes vital reasons back with the objection', () => {
    const objecting = { ...said('complies', 'objects'), vital: true }
    expect(withVoice(objecting, 'national', 'complies').vital).toBe(false)
  })

  it('names an empty amended clause as what is wrong', () => {
    const voices = { ...said('complies', 'objects'), amendment: { '2': '' } }
    expect(wrongFields(voices)).toEqual(['amendment-2'])
  })

  it('ends voices at the minute that was chosen, in UTC', () => {
    const voices = { ...said('complies', 'complies'), until: '2027-05-24T12:00' }
    expect(complyFields(voices, VERSION)).toMatchObject({
      until: Date.parse('2027-05-24T12:00:00Z') / 1000,
    })
  })

  it('says until when instructions are expected, for as long as a voice awaits them', () => {
    const waiting = { ...said('complies', 'awaits-instructions'), expectedAt: '2027-05-24T12:00' }
    const act = read(waiting).data
    expect(act).toMatchObject({ expectedAt: Date.parse('2027-05-24T12:00:00Z') / 1000 })
    expect(act?.kind === 'comply' && voicesFrom(act)).toEqual(waiting)
    expect(withVoice(waiting, 'union', 'objects').expectedAt).toBe(waiting.expectedAt)
    const instructed = withVoice(waiting, 'national', 'complies')
    expect(complyFields(instructed, VERSION)).not.toHaveProperty('expectedAt')
    expect(wrongFields(instructed)).toEqual([])
    expect(
      wrongFields({ ...said('complies', 'complies'), expectedAt: waiting.expectedAt }),
    ).toEqual(['expectedAt'])
  })

  it('starts from the earlier voices when a nation changes them', () => {
    const voices = {
      ...said('objects', 'complies-with-reservation'),
      vital: true,
      statement: 'We said so.',
      reservations: [{ axis: 'national' as const, clause: '5', text: 'Not before parliament.' }],
      amendment: { '2': 'They recall the law.' },
      wouldTake: 'Clause 2 otherwise.',
      until: '2027-05-24T12:00',
      expectedAt: '',
    }
    const act = read(voices).data
    expect(act?.kind === 'comply' && voicesFrom(act)).toEqual(voices)
  })

  it('can be signed whatever two voices are chosen, once what they need is filled in', () => {
    const spoken = fc.constantFrom(...SPOKEN)
    fc.assert(
      fc.property(spoken, spoken, (union, national) => {
        const chosen = said(union, national)
        const filled = {
          ...chosen,
          statement: needsStatement(chosen) ? 'Our statement.' : '',
          reservations: chosen.reservations.map((one) => ({
            ...one,
            clause: '1',
            text: 'Not this.',
          })),
        }
        expect(wrongFields(filled)).toEqual([])
      }),
    )
  })
})
