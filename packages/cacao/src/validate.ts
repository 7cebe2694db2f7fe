import { canonical } from '@entente/stix'
import { agent, authentication } from './agent.ts'
import {
  checkInstants,
  checkObject,
  dictionary,
  exactly,
  extensions,
  externalReference,
  identifier,
  listOf,
  millisecond,
  oneOf,
  text,
  timestamp,
  truth,
  typeOf,
  whole,
  type Table,
} from './check.ts'
import { extensionDefinition, marking } from './definition.ts'
import {
  entriesOf,
  isObject,
  itemsOf,
  must,
  say,
  should,
  under,
  type At,
  type Finding,
  type Json,
} from './finding.ts'
import type { Playbook } from './read.ts'
import { processingSummary, signature } from './signature-form.ts'
import { step } from './step.ts'
import { VARIABLE_NAME, variables } from './variable.ts'
import { ACTIVITIES, PLAYBOOK_TYPES } from './vocabulary.ts'
import { checkWorkflow, stepsOf } from './workflow.ts'

/** Any key: what is not the identifier of its value's type is said by `checkKeys`. */
const ANY = /^/
const definitions = (check: (value: unknown, at: At) => void) => dictionary(ANY, 'a key', check)

const PLAYBOOK: Table = {
  type: exactly('playbook'),
  spec_version: exactly('cacao-2.0'),
  id: identifier('playbook'),
  name: text,
  description: text,
  playbook_types: listOf(oneOf('playbook-type-ov', PLAYBOOK_TYPES), 0),
  playbook_activities: listOf(oneOf('playbook-activity-type-ov', ACTIVITIES)),
  playbook_processing_summary: processingSummary,
  created_by: identifier('identity'),
  created: millisecond,
  modified: millisecond,
  revoked: truth,
  valid_from: timestamp,
  valid_until: timestamp,
  derived_from: listOf(identifier('playbook')),
  related_to: listOf(identifier()),
  priority: whole(0, 100),
  severity: whole(0, 100),
  impact: whole(0, 100),
  industry_sectors: listOf(text),
  labels: listOf(text),
  external_references: listOf(externalReference),
  markings: listOf(identifier('marking-statement', 'marking-tlp', 'marking-iep')),
  playbook_variables: variables,
  workflow_start: identifier(),
  workflow_exception: identifier(),
  workflow: definitions(step),
  playbook_extensions: extensions,
  authentication_info_definitions: definitions(authentication),
  agent_definitions: definitions(agent),
  target_definitions: definitions(agent),
  extension_definitions: definitions(extensionDefinition),
  data_marking_definitions: definitions(marking),
  signatures: listOf(signature),
}
const NEEDS = [
  'type',
  'spec_version',
  'id',
  'name',
  'created_by',
  'created',
  'modified',
  'workflow_start',
  'workflow',
]

/**
 * Everything in a playbook that is not as CACAO 2.0 demands (`must`) or advises (`should`), with its path. The order is
 * the same for the same playbook, and the list ends at 200.
 */
export function validatePlaybook({ value }: Playbook): readonly Finding[] {
  const findings: Finding[] = []
  const at: At = { path: [], findings, section: '3.1' }
  checkObject(value, at, { has: PLAYBOOK, needs: NEEDS })
  checkInstants(value, at)
  checkActivities(value, at)
  checkKeys(value, at)
  checkReferences(value, at)
  checkGathered(value, at)
  checkVariables(value, at)
  checkWorkflow(value, at)
  return findings
}

function checkActivities(playbook: Json, at: At): void {
  const types = itemsOf(playbook['playbook_types'])
  const activities = itemsOf(playbook['playbook_activities'])
  if (types.some((type) => PLAYBOOK_TYPES.has(String(type))) && activities.length === 0)
    must(under(at, 'playbook_activities'), 'an activity, for playbook_types names types', undefined)
  if (types.length === 0) should(under(at, 'playbook_types'), 'a type or more', undefined)
  const done = new Set(
    [...stepsOf(playbook).values()].flatMap((one) =>
      itemsOf(one['commands']).flatMap((each) =>
        isObject(each) ? [each['playbook_activity']] : [],
      ),
    ),
  )
  for (const [index, activity] of activities.entries())
    if (!done.has(activity))
      should(under(at, 'playbook_activities', index), 'an activity of a command', activity)
}

const DEFINED = [
  'authentication_info_definitions',
  'agent_definitions',
  'target_definitions',
  'extension_definitions',
  'data_marking_definitions',
] as const

function checkKeys(playbook: Json, at: At): void {
  for (const list of DEFINED)
    for (const [key, value] of entriesOf(playbook[list])) {
      const type = typeOf(key)
      if (isObject(value) && (type === undefined || type !== value['type']))
        must(under({ ...at, section: '10.10' }, list, key), 'type--UUID of its own type', key)
    }
}

/** Agents, targets, credentials, markings and extensions that are named are defined in the same playbook. */
function checkReferences(playbook: Json, at: At): void {
  const defined = new Map<string, ReadonlySet<string>>(
    DEFINED.map((list) => [list, new Set(entriesOf(playbook[list]).map(([key]) => key))]),
  )
  const need = (id: unknown, lists: readonly string[], place: At) => {
    if (typeof id === 'string' && !lists.some((list) => defined.get(list)?.has(id)))
      must(place, `one of ${lists.join(' or ')}`, id)
  }
  const parties = ['agent_definitions', 'target_definitions']
  for (const [id, one] of stepsOf(playbook)) {
    const place = under({ ...at, section: '4.5' }, 'workflow', id)
    need(one['agent'], ['agent_definitions'], under(place, 'agent'))
    for (const [index, target] of itemsOf(one['targets']).entries())
      need(target, parties, under(place, 'targets', index))
  }
  for (const list of parties)
    for (const [key, one] of entriesOf(playbook[list]))
      if (isObject(one))
        need(
          one['authentication_info'],
          ['authentication_info_definitions'],
          under({ ...at, section: '7' }, list, key, 'authentication_info'),
        )
  for (const [index, id] of itemsOf(playbook['markings']).entries())
    need(id, ['data_marking_definitions'], under(at, 'markings', index))
  for (const { key, place } of extensionsUsed(playbook, at))
    need(key, ['extension_definitions'], { ...place, section: '8' })
}

const EXTENSION_PROPERTY = /^[a-z_]+_extensions$/

/** Every extension that is used, at any depth, under the id of its definition. */
function extensionsUsed(value: unknown, at: At): readonly { key: string; place: At }[] {
  if (Array.isArray(value))
    return value.flatMap((one, index) => extensionsUsed(one, under(at, index)))
  return entriesOf(value).flatMap(([name, one]) => {
    const here = under(at, name)
    const used = EXTENSION_PROPERTY.test(name)
      ? entriesOf(one).map(([key]) => ({ key, place: under(here, key) }))
      : []
    return [...used, ...extensionsUsed(one, here)]
  })
}

/** What its parts refer to and name is gathered at the top as well. */
function checkGathered(playbook: Json, at: At): void {
  const gathered = new Set(itemsOf(playbook['external_references']).map((one) => canonical(one)))
  for (const [id, one] of stepsOf(playbook))
    for (const [index, reference] of itemsOf(one['external_references']).entries())
      if (!gathered.has(canonical(reference)))
        say(
          under(at, 'workflow', id, 'external_references', index),
          'must',
          'expected a reference that stands in external_references of the playbook too, got another',
        )
  const sectors = new Set(itemsOf(playbook['industry_sectors']))
  for (const list of ['agent_definitions', 'target_definitions'])
    for (const [key, one] of entriesOf(playbook[list])) {
      const sector = isObject(one) ? one['sector'] : undefined
      if (typeof sector === 'string' && !sectors.has(sector))
        must(under(at, list, key, 'sector'), 'a sector of industry_sectors', sector)
    }
}

/** `__name__:value` in a text stands for a variable of the step or the playbook. */
const USED = /(__[a-zA-Z_][a-zA-Z0-9_-]{0,199}?__):value/g

function checkVariables(playbook: Json, from: At): void {
  const at = { ...from, section: '10.18' }
  const common = entriesOf(playbook['playbook_variables']).map(([name]) => name)
  for (const [id, one] of stepsOf(playbook)) {
    const known = new Set([...common, ...entriesOf(one['step_variables']).map(([name]) => name)])
    const place = under(at, 'workflow', id)
    const ask = (name: unknown, here: At) => {
      if (typeof name === 'string' && VARIABLE_NAME.test(name) && !known.has(name))
        should(here, 'a variable of the step or the playbook', name)
    }
    for (const list of ['in_args', 'out_args'])
      for (const [index, name] of itemsOf(one[list]).entries()) ask(name, under(place, list, index))
    for (const [index, each] of itemsOf(one['commands']).entries())
      for (const [property, said] of entriesOf(each))
        for (const [, name] of typeof said === 'string' ? said.matchAll(USED) : [])
          ask(name, under(place, 'commands', index, property))
  }
}
