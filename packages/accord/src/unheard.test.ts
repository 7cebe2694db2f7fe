import { expect, it } from 'vitest'
import type { Act } from './act.ts'
import { at, charterOf, comply, judge, party, propose } from '../test/case.ts'
import { isUnnamed, unheardIn, unheardOn } from './unheard.ts'

const V = at('CO', 0)
const by = (rule: 'participants-only' | 'express-unanimity') =>
  judge(
    charterOf({ steps: { position: { rule } } }),
    { CO: [propose('position', 'position', { names: ['XA', 'XB'] })], XC: [comply(V)] },
    V,
  )
const said = (who: string) =>
  ({ party: party(who), act: { ...comply(V).act, party: who } as unknown as Act }) as const

it('is what a party says on a text that names who takes part, and not that party', () => {
  const version = by('participants-only')
  const steps = [{ versions: [version] }]
  expect(unheardOn(said('XC').act, steps)).toBe(version)
  expect(unheardOn(said('XA').act, steps)).toBeUndefined()
  expect(isUnnamed(version, party('XC'))).toBe(true)
  // Each party once, and nothing that is void or about another text.
  const acts = [said('XC'), said('XA'), said('XC')]
  expect(unheardIn(version, acts)).toEqual(['XC'])
  expect(unheardIn(version, [{ ...said('XC'), void: 'act.not-competent' }])).toEqual([])
  expect(unheardIn({ ...version, id: at('CO', 7) }, acts)).toEqual([])
})

it('is nothing under a rule by which every member is asked', () => {
  const version = by('express-unanimity')
  expect(unheardOn(said('XC').act, [{ versions: [version] }])).toBeUndefined()
  expect(unheardIn(version, [said('XC')])).toEqual([])
})
