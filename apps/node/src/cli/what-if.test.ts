import { expect, test } from 'vitest'
import { evaluate, whatIf, type Act, type PartyId, type Supposed } from '@entente/accord'
import {
  at,
  charterOf,
  comply,
  cutOf,
  propose,
  receipt,
} from '../../../../packages/accord/test/case.ts'
import type { CaseView, WhatIfView } from '../api.ts'
import { whatIfLines, withoutClauses } from './what-if.ts'

test('under silence the text without a clause has the receipts that the text has', () => {
  const charter = charterOf({ steps: { position: { rule: 'silence' } } })
  const V = at('CO', 0)
  const cut = cutOf(charter, {
    CO: [propose('position', 'position', { expiry: 100 })],
    XA: [comply(V)],
    XB: [receipt(V)],
    XC: [receipt(V), comply(V, 'abstains')],
  })
  const acts = Object.values(cut).flatMap((strand) => strand.acts) as unknown as CaseView['acts']
  const supposed = withoutClauses({ acts, state: evaluate(charter, cut) }, V, ['2'])
  const whole = supposed.map(
    ({ party, act, ...id }) =>
      ({ party, act: { ...act, party } as unknown as Act, ...id }) as Supposed,
  )
  const [before, after] = whatIf(charter, cut, whole).steps[0]!.versions
  expect(before!.gate).toMatchObject({ open: true })
  expect(after).toMatchObject({ number: 2, gate: { open: true }, acknowledged: ['XB', 'XC'] })
})

test('what would be is said in words of either language, and nations by their names', () => {
  const charter = charterOf({ steps: { position: { rule: 'express-unanimity' } } })
  const V = at('CO', 0)
  const cut = cutOf(charter, {
    CO: [propose('position', 'position')],
    XA: [comply(V)],
    XB: [comply(V)],
    XC: [comply(V, 'objects')],
  })
  const state = evaluate(charter, cut)
  const { standing, gate } = state.steps[0]!.versions[0]!
  const would = { open: gate.open, standing, reasons: gate.reasons }
  const changes: WhatIfView['changes'] = [
    { of: 'version', step: 'position', version: V, would },
    {
      of: 'measure',
      step: 'measure-1',
      party: 'XB' as PartyId,
      would: { stage: 'barred', reasons: [{ code: 'no-call' }] },
    },
  ]
  const parties = charter.parties.map((one) => ({ ...one, name: `Nation ${one.id}` }))
  const told = { charter: { ...charter, parties } }
  const lines = (lang: 'en' | 'es') => whatIfLines(told, { state, changes }, { on: V, lang })
  expect(lines('en').slice(0, 2)).toEqual([
    'position: nothing → Open, gate shut (Nation XC objects)',
    'measure-1: Nation XB nothing → barred (nobody has called upon the responsible State)',
  ])
  expect(lines('es').slice(0, 2)).toEqual([
    'position: nada → Abierta, puerta cerrada (Nation XC objeta)',
    'measure-1: Nation XB nada → impedida (nadie ha requerido al Estado responsable)',
  ])
  expect(whatIfLines(told, { state, changes: [] }, { on: 'none', lang: 'es' })).toEqual([
    'Nada sería distinto de lo que es.',
  ])
})
