import { idOf, payload, type Said } from './vectors-case.ts'
import { FIRST, without, type Case } from './vectors-example.ts'
import { complies, STEP, TEXT } from './vectors-play.ts'

const propose: Said = { kind: 'propose', step: STEP, text: TEXT }
const extend: Said = { kind: 'extend', on: FIRST, until: 1_795_780_800 }

export const extendCases: readonly Case[] = [
  {
    name: 'by the chair that put the text',
    why: 'Whoever put it gives it more time; which rule allows it is judged with the case.',
    said: extend,
    party: 'CO',
    after: [propose],
  },
  {
    name: 'without an end',
    why: 'It says until when.',
    void: 'act.malformed',
    said: without(extend, 'until'),
    party: 'CO',
    after: [propose],
  },
  {
    name: 'until a moment that is no whole second',
    why: 'Witnesses attest whole seconds.',
    void: 'act.malformed',
    said: { ...extend, until: 1_795_780_800.5 },
    party: 'CO',
    after: [propose],
  },
]

const yes = complies(FIRST)
const prev = idOf(payload('XA', yes))
const reaffirm: Said = { kind: 'reaffirm', on: FIRST, prev, window: 1 }

export const reaffirmCases: readonly Case[] = [
  {
    name: 'for the first window',
    why: 'Agreement is a constant obligation: it is said again.',
    said: reaffirm,
    after: [yes],
  },
  {
    name: 'for window 0',
    why: 'The first window is 1.',
    void: 'act.malformed',
    said: { ...reaffirm, window: 0 },
    after: [yes],
  },
  {
    name: 'that passes over the consent',
    why: 'It follows the consent on the same version.',
    void: 'act.stale-prev',
    said: without(reaffirm, 'prev'),
    after: [yes],
  },
]
