import type { Act, ActId, PartyId, VersionState } from '@entente/accord'
import { describe, expect, it } from 'vitest'
import type { ActView } from '../../../../node/src/api.ts'
import { actsInOrder } from './acts-in-order.ts'
import type { Step } from './case-file.ts'

const id = (letter: string) => `sha256:${letter.repeat(64)}` as ActId

const act = (name: string, party: string, fields: object, second = '05'): ActView => ({
  id: id(name),
  party: party as PartyId,
  index: 0,
  act: { claimedAt: `2026-11-24T14:05:${second}Z`, party, ...fields } as Act,
  keyids: [],
  final: true,
  payload: '',
})

const first = act('1', 'CO', { kind: 'propose' })
const second = act('2', 'CO', { kind: 'amend' })
const objection = act('3', 'XB', { kind: 'comply', on: first.id })
const consent = act('4', 'XA', { kind: 'comply', on: second.id })
const adopted = act('5', 'CO', { kind: 'declare', on: second.id })
const evidence = act('6', 'XC', { kind: 'evidence' })
const attribution = act('7', 'XA', { kind: 'attribute' })

const version = (of: ActView, number: number) => ({ id: of.id, number }) as VersionState
const steps: readonly Step[] = [
  { id: 'attribution', kind: 'attribution', rule: 'each-its-own', versions: [] },
  {
    id: 'position',
    kind: 'position',
    rule: 'express-unanimity',
    versions: [version(first, 1), version(second, 2)],
  },
]

const shown = (...acts: readonly ActView[]) => actsInOrder(acts, steps).map(({ id: one }) => one[7])

describe('acts of one second are shown', () => {
  it('along the path: evidence, attributions, the text, its voices, what is declared of it', () => {
    expect(shown(adopted, consent, attribution, first, second, evidence)).toEqual([
      '6',
      '7',
      '1',
      '2',
      '4',
      '5',
    ])
  })
  it('with a voice on version 1 before the version that answers it', () => {
    expect(shown(second, objection, first)).toEqual(['1', '3', '2'])
  })
})

describe('acts of different seconds', () => {
  it('are shown by their authors’ clocks, whatever they are about', () => {
    const early = act('8', 'XA', { kind: 'comply', on: second.id }, '04')
    expect(shown(first, early)).toEqual(['8', '1'])
  })
})
