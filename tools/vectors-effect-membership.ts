import type { ActId } from '@entente/accord'
import { speak, START, text, type Story } from './vectors-decision-world.ts'
import { ALL_COMPLY, adopt } from './vectors-decision-adopted.ts'
import { roots, type Said } from './vectors-case.ts'
import { laid, NOWHERE, SILENT, withdrawnBy, type EffectFile } from './vectors-effect-case.ts'

const TO = `sha256:${'7'.repeat(64)}`

const OTHER = `sha256:${'8'.repeat(64)}`

/** A text that all comply with, adopted. */
function agreed(story: Story, said: Said): ActId {
  const on = story.say('CO', said)
  speak(story, on, ALL_COMPLY)
  story.declare({ result: 'adopted', on, at: [START] })
  return on
}

export const membershipEffects: EffectFile = {
  name: 'membership',
  cases: [
    {
      kind: 'join',
      name: 'takes part',
      why: 'It is on record that Alder takes part.',
      tell: (_, act) => [laid('joined', act('XA', { kind: 'join' }))],
    },
    {
      kind: 'leave',
      name: 'takes part no more',
      why: 'On every version its voice is withdrawn, whether or not it spoke.',
      tell: (story, act) => {
        story.say('CO', text('attribution'))
        const left = act('XC', { kind: 'leave' }, roots('XC'))
        const version = 'steps.0.versions.0'
        return [
          laid('left', left),
          { at: `${version}.voices.XC`, was: SILENT, is: withdrawnBy(left) },
          { at: `${version}.incomplete`, was: ['XA', 'XB', 'XC'], is: ['XA', 'XB'] },
        ]
      },
    },
    {
      kind: 'charter-amend',
      name: 'the charter that was adopted',
      why: 'The version is adopted and puts that charter.',
      tell: (story, act) => {
        const on = agreed(story, text('charter', { successor: TO }))
        const by = act('XA', { kind: 'charter-amend', on, to: TO })
        return [{ at: 'amended', is: [{ by, on, to: TO }] }]
      },
    },
    {
      kind: 'charter-amend',
      name: 'on a position',
      why: 'A position puts no charter: it says nothing, though it was adopted.',
      reference: 'wrong kind',
      tell: (story, act) => {
        act('XA', { kind: 'charter-amend', on: adopt(story), to: TO })
        return []
      },
    },
    {
      kind: 'charter-amend',
      name: 'on a position that puts a charter',
      why: 'Only what is decided as a step of kind charter amends one, though another such step was adopted.',
      reference: 'wrong kind',
      tell: (story, act) => {
        agreed(story, text('charter', { successor: OTHER }))
        const on = agreed(story, text('position', { successor: TO }))
        act('XA', { kind: 'charter-amend', on, to: TO })
        return []
      },
    },
    {
      kind: 'charter-amend',
      name: 'to another charter than was adopted',
      why: 'The version puts one charter.',
      tell: (story, act) => {
        const on = agreed(story, text('charter', { successor: TO }))
        act('XA', { kind: 'charter-amend', on, to: OTHER })
        return []
      },
    },
    {
      kind: 'charter-amend',
      name: 'to a charter that was not adopted',
      why: 'Nobody agreed to it yet.',
      tell: (story, act) => {
        const on = story.say('CO', text('charter', { successor: TO }))
        act('XA', { kind: 'charter-amend', on, to: TO })
        return []
      },
    },
    {
      kind: 'charter-amend',
      name: 'on nothing',
      why: 'No such version is there.',
      reference: 'dangling',
      tell: (_, act) => {
        act('XA', { kind: 'charter-amend', on: NOWHERE, to: TO })
        return []
      },
    },
  ],
}
