import {
  base64,
  checkObject,
  dictionary,
  externalReference,
  listOf,
  oneOf,
  text,
  type Check,
  type Table,
} from './check.ts'
import { must, should, under } from './finding.ts'
import { ACTIVITIES } from './vocabulary.ts'

const COMMAND: Table = {
  type: text,
  description: text,
  version: text,
  playbook_activity: oneOf('playbook-activity-type-ov', ACTIVITIES),
  external_references: listOf(externalReference),
  command: text,
  command_b64: base64,
  content: text,
  content_b64: base64,
  headers: dictionary(/^.{1,250}$/s, 'the name of a header', listOf(text, 0)),
}

/** What each kind of command needs beyond its type (section 5). */
const COMMAND_NEEDS: ReadonlyMap<string, readonly string[] | 'either'> = new Map<
  string,
  readonly string[] | 'either'
>([
  ['manual', 'either'],
  ['bash', 'either'],
  ['caldera-cmd', 'either'],
  ['powershell', 'either'],
  ['ssh', 'either'],
  ['elastic', ['command_b64']],
  ['jupyter', ['command_b64']],
  ['kestrel', ['command_b64']],
  ['sigma', ['command_b64']],
  ['yara', ['command_b64']],
  ['http-api', ['command']],
  ['openc2-http', ['command', 'content_b64']],
])

/** A command as it stands in a step. It is looked at and never carried out: nothing here or elsewhere does. */
export const command: Check = (value, from) => {
  const at = { ...from, section: '5' }
  if (!checkObject(value, at, { has: COMMAND, needs: ['type'] })) return
  const { type } = value
  if (typeof type !== 'string') return
  const needs = COMMAND_NEEDS.get(type)
  if (needs === undefined) return should(under(at, 'type'), 'a word of command-type-ov', type)
  if (needs === 'either') {
    if (value['command'] === undefined && value['command_b64'] === undefined)
      must(at, 'command or command_b64', undefined)
    return
  }
  for (const name of needs)
    if (value[name] === undefined) must(under(at, name), 'this property', undefined)
  const line = value['command']
  if (typeof line !== 'string' || (type !== 'http-api' && type !== 'openc2-http')) return
  if (!/^\S+ \S.* HTTP\/\d(?:\.\d)?$/.test(line))
    should(under(at, 'command'), 'an HTTP start line: method, target and version', line)
  if (type === 'openc2-http' && !line.startsWith('POST '))
    must(under(at, 'command'), 'the method POST', line)
}
