import { describe, expect, it } from 'vitest'
import {
  amend,
  at,
  charterOf,
  comply,
  cutOf,
  judge,
  propose,
  record,
  versionsOf,
  type Strands,
} from '../test/case.ts'
import { evaluate } from './evaluate.ts'
import type { PartyId } from './id.ts'

const charter = charterOf()
const V = at('CO', 0)
const said = (strands: Strands, rules = charter) =>
  versionsOf(rules, cutOf(rules, strands)).map(({ id, number, current }) => [id, number, current])

describe('versions of a step', () => {
  it('are numbered in the strand that files them, and the last is current', () => {
    expect(said({ CO: [propose(), record('evidence'), amend(V)] })).toEqual([
      [V, 1, false],
      [at('CO', 2), 2, true],
    ])
  })
  it('are told apart by step: each step has its own current version', () => {
    expect(said({ CO: [propose('a'), propose('b', 'measure'), amend(V, 'a')] })).toEqual([
      [V, 1, false],
      [at('CO', 2), 2, true],
      [at('CO', 1), 1, true],
    ])
  })
  it('carry no voices over: the same text filed again is a new version without voices', () => {
    const strands = { CO: [propose(), amend(V)], XA: [comply(V)] }
    expect(judge(charter, strands, at('CO', 1)).voices).toMatchObject({
      XA: { effective: 'silent' },
    })
    expect(judge(charter, strands, V).voices).toMatchObject({ XA: { effective: 'complies' } })
  })
  it('are filed by the chair alone: what another files counts for nothing', () => {
    const strands = { CO: [propose()], XA: [propose(), amend(V)] }
    expect(said(strands)).toEqual([[V, 1, true]])
    expect(evaluate(charter, cutOf(charter, strands)).void).toEqual([
      { party: 'XA', index: 0, act: at('XA', 0), code: 'act.not-competent' },
      { party: 'XA', index: 1, act: at('XA', 1), code: 'act.not-competent' },
    ])
  })
  it('are filed by whom the charter names for that kind of step, and then not by the chair', () => {
    const rules = charterOf({ steps: { measure: { rule: 'express-unanimity', by: 'XB' } } })
    const strands = { CO: [propose('m', 'measure')], XB: [propose('m', 'measure')] }
    expect(said(strands, rules)).toEqual([[at('XB', 0), 1, true]])
  })
  it('by silence, the rule of terms by default, need an expiry, and say so', () => {
    const strands = { CO: [propose('word', 'term')] }
    expect(evaluate(charter, cutOf(charter, strands))).toMatchObject({
      steps: [],
      void: [{ code: 'version.expiry' }],
    })
  })
  it('are decided by express unanimity where the charter names no rule', () => {
    const rules = charterOf({ steps: {} })
    expect(judge(rules, { CO: [propose()] }, V).rule).toBe('express-unanimity')
    expect(judge(rules, { CO: [propose('who', 'attribution')] }, V).rule).toBe('each-its-own')
  })
})

describe('an entry that counts for nothing', () => {
  const reason = { code: 'act.stale-prev', message: 'expected no act as the one before, got one' }
  const voided = (strands: Strands, party: string, index: number) => {
    const cut = cutOf(charter, strands)
    const strand = cut[party as PartyId]!
    const acts = strand.acts.map((one) => (one.index === index ? { ...one, void: reason } : one))
    return evaluate(charter, { ...cut, [party]: { ...strand, acts } })
  }

  it('keeps its place, says why, and says nothing else', () => {
    const strands = { CO: [propose()], XA: [comply(V), comply(V, 'objects')] }
    const state = voided(strands, 'XA', 1)
    expect(state.void).toEqual([
      { party: 'XA', index: 1, act: at('XA', 1), code: 'act.stale-prev' },
    ])
    expect(state.steps[0]?.versions[0]?.voices).toMatchObject({
      XA: { effective: 'complies', act: at('XA', 0) },
    })
    expect(state.cut).toMatchObject({ XA: { size: 2 } })
  })
  it('files no version', () => {
    expect(voided({ CO: [propose(), amend(V)] }, 'CO', 1).steps[0]?.versions).toMatchObject([
      { id: V, current: true },
    ])
  })
})

describe('what decides nothing', () => {
  it('is on record: evidence and attributions, in the order of the parties', () => {
    const strands = {
      XB: [record('evidence'), record('attribute')],
      XA: [record('attribute'), record('evidence')],
    }
    expect(evaluate(charter, cutOf(charter, strands))).toMatchObject({
      evidence: [at('XA', 1), at('XB', 0)],
      attributions: [at('XA', 0), at('XB', 1)],
      steps: [],
    })
  })
})
