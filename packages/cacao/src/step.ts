import { command } from './command.ts'
import {
  checkObject,
  exactly,
  extensions,
  externalReference,
  identifier,
  listOf,
  text,
  timestamp,
  typeOf,
  whole,
  type Check,
  type Table,
} from './check.ts'
import { isObject, must, say, under, type Json } from './finding.ts'
import { STEP_TYPES, type StepType } from './vocabulary.ts'
import { variables } from './variable.ts'

const STEP = identifier(...STEP_TYPES)

const COMMON: Table = {
  type: exactly(...STEP_TYPES),
  name: text,
  description: text,
  external_references: listOf(externalReference),
  delay: whole(0),
  timeout: whole(0),
  step_variables: variables,
  owner: identifier('identity'),
  on_completion: STEP,
  on_success: STEP,
  on_failure: STEP,
  step_extensions: extensions,
}

type Own = { readonly section: string; readonly has: Table; readonly needs: readonly string[] }
const OWN: Readonly<Record<StepType, Own>> = {
  start: { section: '4.3', has: {}, needs: [] },
  end: { section: '4.4', has: {}, needs: [] },
  action: {
    section: '4.5',
    has: {
      commands: listOf(command),
      agent: identifier(),
      targets: listOf(identifier()),
      in_args: listOf(text),
      out_args: listOf(text),
    },
    needs: ['commands', 'agent'],
  },
  'playbook-action': {
    section: '4.6',
    has: {
      playbook_id: identifier('playbook'),
      playbook_version: timestamp,
      in_args: listOf(text),
      out_args: listOf(text),
    },
    needs: ['playbook_id'],
  },
  parallel: { section: '4.7', has: { next_steps: listOf(STEP, 2) }, needs: ['next_steps'] },
  'if-condition': {
    section: '4.8',
    has: { condition: text, on_true: STEP, on_false: STEP },
    needs: ['condition', 'on_true'],
  },
  'while-condition': {
    section: '4.9',
    has: { condition: text, on_true: STEP },
    needs: ['condition', 'on_true'],
  },
  'switch-condition': {
    section: '4.10',
    has: {
      switch: text,
      cases: (value, at) => {
        if (!isObject(value)) return must(at, 'an object', value)
        for (const [key, one] of Object.entries(value)) STEP(one, under(at, key))
      },
    },
    needs: ['switch', 'cases'],
  },
}

export const stepType = (step: Json): StepType | undefined =>
  STEP_TYPES.find((type) => type === step['type'])

/** One step of the workflow (section 4), by what it says itself; what it points to, `checkWorkflow` looks at. */
export const step: Check = (value, from) => {
  const at = { ...from, section: '4.1' }
  if (!checkObject(value, at, { has: COMMON, needs: ['type'] })) return
  const type = stepType(value)
  if (type === undefined) return
  const { section, has, needs } = OWN[type]
  checkObject(value, { ...from, section }, { has, needs })
  const { on_completion: completion, on_success: success, on_failure: failure } = value
  const ways = [completion, success, failure].filter((way) => way !== undefined)
  if (completion !== undefined && ways.length > 1)
    say(at, 'must', 'expected on_completion, or on_success and on_failure, got both')
  if (type === 'end' && ways.length > 0)
    say({ ...at, section }, 'must', 'expected no step after an end, got one')
  if (type === 'start' && (success !== undefined || failure !== undefined))
    say({ ...at, section }, 'must', 'expected on_completion after a start, got something else')
  if (type === 'start' && completion === undefined)
    must({ ...under(at, 'on_completion'), section }, 'the step after the start', undefined)
}

/** A key of the workflow names the type of its step, and the two are one (section 10.10). */
export const isKeyOf = (key: string, value: Json): boolean => typeOf(key) === value['type']
