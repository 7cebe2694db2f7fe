import { describe, expect, it } from 'vitest'
import {
  amend,
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  judge,
  propose,
  withdraw,
  type Strands,
} from './case.ts'
import { findYardstick, toPrototypeCharter, toPrototypeCut } from './yardstick.ts'

/**
 * The smallest worlds in which earlier wordings of the rules gave an absurd answer, as far as they
 * concern express unanimity; numbered as in the prototype. The answers are those that its README
 * gives for the mended rules.
 */

const yardstick = await findYardstick()
const two = charterOf({ members: { XA: 50, XB: 50 }, chair: 'XA' })
const V = at('XA', 0)
const yes = comply(V)
const no = comply(V, 'complies', 'objects')

type World = {
  readonly name: string
  readonly strands: Strands
  readonly id?: ReturnType<typeof at>
  readonly answer: {
    readonly adopted: boolean
    readonly ended: boolean
    readonly standing: string
  }
}

const V2 = at('XA', 2)
const WORLDS: readonly World[] = [
  {
    name: 'F1 a version in force can be left although a later one is filed',
    strands: {
      XA: [propose(), yes, amend(V)],
      XB: [yes, withdraw(V)],
      CO: [declare('adopted', V, { XA: 2, XB: 1 }, { XA: [5, 6], XB: [5, 6] })],
    },
    answer: { adopted: true, ended: false, standing: 'suspended' },
  },
  {
    name: 'F2 Alder complies at 1 and objects at 5, Birch objects at 2 and complies at 6: they never agreed at one time',
    strands: {
      XA: [propose(), yes, no],
      XB: [no, yes],
      CO: [declare('adopted', V, { XA: 2, XB: 2 }, { XA: [1, 4], XB: [6, 9] })],
    },
    answer: { adopted: false, ended: false, standing: 'open' },
  },
  {
    name: 'F4 a consent until 10 is none at 1000, though nobody certified that it ran out',
    strands: {
      XA: [propose(), yes],
      XB: [comply(V, 'complies', 'complies', { until: 10 })],
      CO: [declare('adopted', V, { XA: 2, XB: 1 }, { XA: [1000, 1001], XB: [1000, 1001] })],
    },
    answer: { adopted: false, ended: false, standing: 'open' },
  },
  {
    name: 'F8 a restated objection does not start the cure anew',
    strands: {
      XA: [propose(), yes],
      XB: [yes, no, no],
      CO: [
        declare('adopted', V, { XA: 2, XB: 1 }, { XA: [50, 60], XB: [50, 60] }),
        declare('ended', V, { XA: 2, XB: 3, CO: 1 }, { XB: 230 }, { XB: [2, 200] }),
      ],
    },
    answer: { adopted: true, ended: true, standing: 'ended' },
  },
  {
    name: 'F25 the first version does not come back when the second ends',
    strands: {
      XA: [propose(), yes, amend(V), comply(V2)],
      XB: [yes, comply(V2), withdraw(V2)],
      CO: [
        declare('adopted', V, { XA: 2, XB: 1 }, { XA: [5, 6], XB: [5, 6] }),
        declare('adopted', V2, { XA: 4, XB: 2, CO: 1 }, { XA: [7, 8], XB: [7, 8] }),
        declare('ended', V2, { XA: 4, XB: 3, CO: 2 }),
      ],
    },
    answer: { adopted: true, ended: false, standing: 'superseded' },
  },
  {
    name: 'F30 the same text filed again has no voices of the first',
    strands: {
      XA: [propose(), yes, amend(V)],
      XB: [yes],
      CO: [declare('adopted', V2, { XA: 3, XB: 1 }, { XA: [5, 6], XB: [5, 6] })],
    },
    id: V2,
    answer: { adopted: false, ended: false, standing: 'open' },
  },
]

describe.each(WORLDS)('$name', ({ strands, id = V, answer }) => {
  it('is judged as the mended rules say', () => {
    const { adopted, ended, standing } = judge(two, strands, id)
    expect({ adopted: adopted.length > 0, ended: ended.length > 0, standing }).toEqual(answer)
  })
  it.skipIf(!yardstick)('as the prototype judges it', () => {
    const theirs = yardstick!(toPrototypeCharter(two), toPrototypeCut(cutOf(two, strands)))
    expect(theirs[id]).toMatchObject(answer)
  })
})
