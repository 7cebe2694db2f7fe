import { commitment, keysRevoke, rooted, rotation } from './vectors-acts-keys.ts'
import { sameSize } from './vectors-acts-alarm.ts'
import { roots, signerOf } from './vectors-case.ts'
import { laid, NOWHERE, voided, type EffectFile } from './vectors-effect-case.ts'
import { certOf } from './vectors-example.ts'
import { EVIDENCE } from './vectors-play.ts'

/** Key acts change what their party’s later acts are worth. */

const team = [signerOf('XA-cert-1')]

export const keyEffects: EffectFile = {
  name: 'keys',
  next: commitment,
  cases: [
    {
      kind: 'keys-add',
      name: 'a key that signs',
      why: 'What the team signs after it counts; without it nobody knows the key.',
      tell: (story, act) => {
        act('XA', certOf('XA'), roots('XA'))
        const evidence = story.say('XA', EVIDENCE, team)
        return [
          laid('evidence', evidence),
          {
            at: 'void',
            was: [{ party: 'XA', index: 1, act: evidence, code: 'act.unsigned' }],
            is: [],
          },
        ]
      },
    },
    {
      kind: 'keys-revoke',
      name: 'a key that signs no more',
      why: 'What the ministry signs after it counts for nothing.',
      tell: (story, act) => {
        act('XA', keysRevoke('XA-mfa-1'), roots('XA'))
        const evidence = story.say('XA', EVIDENCE)
        return [
          { at: 'evidence', was: [evidence], is: [] },
          // Without the revocation the act stands one place earlier, and counts.
          voided('XA', 2, evidence, 'key.revoked'),
        ]
      },
    },
    {
      kind: 'keys-root',
      name: 'the next root keys',
      why: 'They give a key that the present ones did not; without the rotation they give nothing.',
      tell: (story, act) => {
        act('XA', rotation, rooted(1, 2, 3, 4))
        const given = story.say('XA', certOf('XA'), rooted(4, 5))
        const evidence = story.say('XA', EVIDENCE, team)
        return [
          laid('evidence', evidence),
          {
            at: 'void',
            was: [
              { party: 'XA', index: 1, act: given, code: 'act.unsigned' },
              { party: 'XA', index: 2, act: evidence, code: 'act.unsigned' },
            ],
            is: [],
          },
        ]
      },
    },
    {
      kind: 'disavow',
      name: 'an act on record',
      why: 'Evidence that the ministry never put is void from here on.',
      tell: (story, act) => {
        const evidence = story.say('XA', EVIDENCE)
        const by = act(
          'XA',
          { kind: 'disavow', acts: [evidence], reason: 'The key was copied.' },
          roots('XA'),
        )
        return [
          { at: 'evidence', was: [evidence], is: [] },
          { at: 'disavowed', is: [{ party: 'XA', act: evidence, by }] },
          voided('XA', 1, evidence, 'act.disavowed'),
        ]
      },
    },
    {
      kind: 'disavow',
      name: 'an act that does not stand there',
      why: 'It is void, and disowns nothing.',
      reference: 'dangling',
      tell: (_, act) => {
        const by = act(
          'XA',
          { kind: 'disavow', acts: [NOWHERE], reason: 'The key was copied.' },
          roots('XA'),
        )
        return [voided('XA', 1, by, 'disavow.unknown')]
      },
    },
    {
      kind: 'accuse',
      name: 'a log that signed two histories',
      why: 'Birch’s strand is frozen from the smaller size on: what it puts on record beyond that is void.',
      tell: (story, act) => {
        const first = story.say('XB', EVIDENCE)
        const second = story.say('XB', { ...EVIDENCE, title: 'A second sample' })
        const by = act('XA', sameSize)
        return [
          { at: 'evidence', was: [first, second], is: [first] },
          { at: 'forked', is: [{ party: 'XB', size: 2, by }] },
          voided('XB', 2, second, 'strand.forked'),
        ]
      },
    },
  ],
}
