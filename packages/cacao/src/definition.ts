import {
  checkInstants,
  checkObject,
  exactly,
  extensions,
  externalReference,
  identifier,
  listOf,
  millisecond,
  text,
  timestamp,
  truth,
  whole,
  type Check,
  type Table,
} from './check.ts'
import { isObject } from './finding.ts'

const MARKING: Table = {
  type: exactly('marking-statement', 'marking-tlp', 'marking-iep'),
  id: identifier('marking-statement', 'marking-tlp', 'marking-iep'),
  name: text,
  created_by: identifier('identity'),
  created: millisecond,
  revoked: truth,
  valid_from: timestamp,
  valid_until: timestamp,
  labels: listOf(text),
  statement: text,
  tlpv2_level: exactly('TLP:RED', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:GREEN', 'TLP:CLEAR'),
  iep_version: whole(0),
  marking_extensions: extensions,
}
const MARKING_NEEDS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['marking-tlp', ['tlpv2_level']],
  ['marking-statement', ['statement']],
  [
    'marking-iep',
    [
      'name',
      'description',
      'tlp',
      'iep_version',
      'start_date',
      'end_date',
      'attribution',
      'encrypt_in_transit',
      'permitted_actions',
      'affected_party_notifications',
      'unmodified_resale',
      'external_references',
    ],
  ],
])

/** A data marking's definition (section 9). */
export const marking: Check = (value, from) => {
  const at = { ...from, section: '9' }
  const needs = isObject(value) ? (MARKING_NEEDS.get(value['type']) ?? []) : []
  const common = ['type', 'id', 'created_by', 'created']
  if (checkObject(value, at, { has: MARKING, needs: [...common, ...needs] }))
    checkInstants(value, at)
}

/** An extension's definition (section 8). */
export const extensionDefinition: Check = (value, from) => {
  const has = {
    type: exactly('extension-definition'),
    name: text,
    description: text,
    created_by: identifier('identity'),
    schema: text,
    version: text,
    external_references: listOf(externalReference),
  }
  const needs = ['type', 'name', 'created_by', 'schema', 'version']
  checkObject(value, { ...from, section: '8' }, { has, needs })
}
