import { describe, expect, test } from 'vitest'
import { complete } from './init.ts'

const nothing = { authority: [], person: [], verbs: {}, clearance: [] }

/** Somebody at a terminal, who answers what they are asked. */
function somebody(answers: readonly string[]) {
  const asked: string[] = []
  const left = [...answers]
  const ask = (question: string, usual?: string) => {
    asked.push(question)
    return Promise.resolve(left.shift() || usual || '')
  }
  return { ask, asked }
}

describe('founding a party', () => {
  test('asks for everything that was not said, and takes what is usual', async () => {
    const { ask, asked } = somebody(['XA', 'Alder', '', '40', '', ''])
    expect(await complete(nothing, ask)).toEqual({
      id: 'XA',
      name: 'Alder',
      role: 'member',
      population: 40,
      authorities: [{ id: 'XA-mfa', name: 'Ministry of Foreign Affairs' }],
      people: [{ id: 'desk', name: 'Desk officer', authority: 'XA-mfa', role: 'signatory' }],
      clearance: [],
    })
    expect(asked).toHaveLength(6)
  })
  test('asks nothing where everything was said, and no population of an organisation', async () => {
    const { ask, asked } = somebody([])
    const said = {
      party: 'CO',
      name: 'Coordination Office',
      role: 'organisation' as const,
      authority: [{ id: 'CO-office', name: 'Office of the Chair' }],
      person: [{ id: 'carla', name: 'Carla', authority: 'CO-office', role: 'deputy' as const }],
      verbs: { 'CO-office': ['propose'] },
      clearance: ['propose' as const],
      domain: 'office.example',
    }
    expect(await complete(said, ask)).toEqual({
      id: 'CO',
      name: 'Coordination Office',
      role: 'organisation',
      witness: 'office.example/witness',
      authorities: [{ id: 'CO-office', name: 'Office of the Chair', verbs: ['propose'] }],
      people: said.person,
      clearance: ['propose'],
    })
    expect(asked).toEqual([])
  })
  test('says what is missing where nobody can be asked', async () => {
    await expect(complete({ ...nothing, party: 'XA' }, undefined)).rejects.toThrow(
      'expected --name, got none',
    )
  })
  test('refuses a population that is no whole number', async () => {
    const { ask } = somebody(['XA', 'Alder', 'member', 'many'])
    await expect(complete(nothing, ask)).rejects.toThrow('expected a positive whole number')
  })
})
