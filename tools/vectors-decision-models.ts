import type { ActId } from '@entente/accord'
import {
  broken,
  stands,
  type DecisionCase,
  type DecisionFile,
  type Expected,
} from './vectors-decision-expected.ts'
import { all, bothSay, says, tellSilence } from './vectors-decision-silent.ts'
import { voice, type Id, type StepName, type Story } from './vectors-decision-world.ts'

/** Whose procedure a silence follows: what breaks it under each of the three models. */

type Model = { readonly name: string; readonly kind: StepName; readonly by: Id }
const COREU: Model = { name: 'eu-coreu', kind: 'term', by: 'CO' }
const OSCE: Model = { name: 'osce', kind: 'lessons', by: 'XA' }
const NATO: Model = { name: 'nato', kind: 'advisory', by: 'CO' }

const amends =
  (word: string, more = {}) =>
  (story: Story, on: ActId) =>
    void story.say(
      'XC',
      voice(on, word, { amendment: [{ id: '2', text: 'Those responsible stop.' }], ...more }),
    )

const under = (model: Model, cases: readonly (readonly [string, string, Cedar, Expected])[]) =>
  cases.map(([name, why, cedar, expected]): DecisionCase => ({
    name: `${model.name}: ${name}`,
    why,
    tell: tellSilence({
      kind: model.kind,
      by: model.by,
      before: all(bothSay('complies'), cedar),
    }),
    versions: [expected],
  }))
type Cedar = (story: Story, on: ActId) => void

/** The three models agree on these. */
const common = (model: Model) =>
  under(model, [
    ['silence', 'Cedar had the text in time and says nothing.', says('XC', 'silent'), stands()],
    ['an objection', 'An objection breaks it.', says('XC', 'objects'), broken('objects XC')],
    [
      'an objection that was lifted',
      'A silence is broken once.',
      says('XC', 'objects', 'complies'),
      broken('broken XC'),
    ],
  ])

const notBreaking = (model: Model) =>
  under(model, [
    [
      'a consent that would have another text',
      'Nothing in the procedure says that an amendment breaks it.',
      amends('complies'),
      stands(),
    ],
  ])

const breaking = under(OSCE, [
  [
    'a consent that would have another text',
    'The rules of procedure say that an amendment breaks it.',
    amends('complies'),
    broken('broken XC'),
  ],
  [
    'an abstention that would have another text',
    'Whatever the voices beside it.',
    amends('abstains'),
    broken('broken XC'),
  ],
])

export const silenceModels: DecisionFile = {
  name: 'silence-models',
  cases: [
    ...common(COREU),
    ...notBreaking(COREU),
    ...common(OSCE),
    ...breaking,
    ...common(NATO),
    ...notBreaking(NATO),
  ],
}
