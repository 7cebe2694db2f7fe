import type { ActId } from '@entente/accord'
import type { Said } from '../../../../tools/vectors-case.ts'
import { TEXT } from '../../../../tools/vectors-play.ts'
import type { Says, SimulatedText } from './texts.ts'
import type { SimulatedNode } from './world.ts'

const KINDS = {
  'express-unanimity': 'position',
  'qualified-majority': 'situation',
  silence: 'term',
  'participants-only': 'measure',
} as const

/** The act by which somebody does its deed; none while it cannot be done. */
export function saidOf(
  { name, rule, expiry }: SimulatedText,
  says: Says,
  { on, node }: { readonly on: ActId; readonly node: SimulatedNode },
): Said | undefined {
  const today = new Date(node.clock.now()).toISOString().slice(0, 10)
  switch (says.does) {
    case 'propose':
      return {
        kind: 'propose',
        step: { id: name, kind: KINDS[rule] },
        text: TEXT,
        expiry: Math.floor(expiry / 1000),
        ...(rule === 'participants-only' && measureOf(node, today)),
      }
    case 'voice': {
      const { voice, vital } = says
      return {
        kind: 'comply',
        on,
        union: 'complies',
        national: voice,
        ...(voice === 'complies-with-reservation' && {
          reservations: [{ axis: 'national', clause: '1', text: 'Not this.' }],
        }),
        ...(/statement|constructively/.test(voice) && { statement: 'It is said.' }),
        ...(vital && { vital: true }),
      }
    }
    case 'withdraw':
      return { kind: 'withdraw', on }
    case 'receipt':
      return { kind: 'receipt', of: on }
    case 'extend':
      return { kind: 'extend', on, until: Math.floor(says.until / 1000) }
    case 'reaffirm':
      return { kind: 'reaffirm', on, window: says.window }
    case 'call':
      return {
        kind: 'call',
        for: name,
        to: 'Hawthorn',
        demands: 'Cease, and repair.',
        transmittedOn: today,
        channel: 'Note verbale',
      }
    case 'assess': {
      const assessed = { asOf: today, lawBase: 'entente-law-1', facts: {}, outcome: 'unknown' }
      return { kind: 'assess', on, ...assessed, word: 'The facts do not suffice yet.' }
    }
    case 'start': {
      const versions = node.file.state().state.steps.flatMap((step) => step.versions)
      const certificate = versions.find(({ id }) => id === on)?.adopted[0]
      return certificate && { kind: 'start', on, certificate, startedOn: today }
    }
    case 'suspend':
      return { kind: 'suspend', on, suspendedOn: today, reason: 'It is paused.' }
    case 'terminate':
      return { kind: 'terminate', on, terminatedOn: today, reason: 'It is over.' }
  }
}

/** What a measure has beside its text: everybody is named, and half of them have to be in. */
const measureOf = ({ file }: SimulatedNode, asOf: string) => {
  const names = file.charter.parties.map(({ id }) => id)
  return {
    names,
    minimum: Math.ceil(names.length / 2),
    measure: {
      kind: 'countermeasure',
      against: { code: 'XH', name: 'Hawthorn' },
      asOf,
      facts: {},
    },
  }
}
