import { address } from './address.ts'
import {
  checkObject,
  dictionary,
  extensions,
  identifier,
  listOf,
  oneOf,
  text,
  truth,
  type Check,
  type Table,
} from './check.ts'
import { isObject, must, say, should, under } from './finding.ts'

const NAMED = dictionary(/^[a-zA-Z0-9_-]{1,250}$/, 'letters, digits, _ and -', text)
/** What RFC 5321 sends to: no blanks, no quotes, nothing that a shell would take for more. */
const EMAIL = /^[^\s@;`"'<>()|&$\\]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,252}[a-zA-Z0-9])?$/

const CONTACT: Table = {
  email: (value, at) => {
    NAMED(value, at)
    if (!isObject(value)) return
    for (const [key, address] of Object.entries(value))
      if (typeof address === 'string' && !EMAIL.test(address))
        must(under(at, key), 'an address of RFC 5321', address)
  },
  phone: NAMED,
  contact_details: text,
}

const REQUIRED_OF_AGENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['group', []],
  ['individual', []],
  ['location', []],
  ['organization', []],
  ['sector', ['sector']],
  ['http-api', ['address']],
  ['linux', ['address']],
  ['net-address', ['address']],
  ['security-category', ['category']],
  ['ssh', ['address']],
])

const LOCATION: Table = {
  name: text,
  description: text,
  country: (value, at) => {
    if (typeof value !== 'string' || !/^[A-Z]{2}$/.test(value))
      must(at, 'two letters of ISO 3166-1', value)
  },
}

const AGENT: Table = {
  type: text,
  name: text,
  description: text,
  location: (value, at) => {
    checkObject(value, at, { has: LOCATION })
  },
  contact: (value, at) => {
    checkObject(value, at, { has: CONTACT })
  },
  address,
  port: text,
  authentication_info: identifier(),
  category: listOf(text),
  sector: text,
  logical: listOf(text),
  agent_target_extensions: extensions,
}

/** Who carries a step out, or on whom (section 7). Other kinds may be defined by whoever carries it out. */
export const agent: Check = (value, from) => {
  const at = { ...from, section: '7' }
  if (!checkObject(value, at, { has: AGENT, needs: ['type', 'name'] })) return
  const { type } = value
  if (typeof type !== 'string') return
  const needs = REQUIRED_OF_AGENTS.get(type)
  if (needs === undefined) return should(under(at, 'type'), 'a word of agent-target-type-ov', type)
  for (const name of needs)
    if (value[name] === undefined) must(under(at, name), 'this property', undefined)
}

const AUTHENTICATION: Table = {
  type: text,
  name: text,
  description: text,
  user_id: text,
  username: text,
  password: text,
  oauth_header: text,
  token: text,
  kms: truth,
  kms_key_identifier: text,
  authentication_info_extensions: extensions,
}
const SECRETS = ['password', 'token'] as const

/** How an agent proves who it is (section 6). A secret written out is said: whoever reads the playbook has it. */
export const authentication: Check = (value, from) => {
  const at = { ...from, section: '6' }
  const needs = isObject(value) && value['type'] === 'oauth2' ? ['oauth_header', 'token'] : []
  if (!checkObject(value, at, { has: AUTHENTICATION, needs: ['type', ...needs] })) return
  const { type, kms, kms_key_identifier: key } = value
  if (kms === true && key === undefined)
    must(under(at, 'kms_key_identifier'), 'the key, for kms is true', undefined)
  if (key !== undefined && kms !== true)
    must(under(at, 'kms'), 'true, for kms_key_identifier is there', kms)
  for (const secret of SECRETS)
    if (kms !== true && typeof value[secret] === 'string')
      say(
        under(at, secret),
        'should',
        `expected a key of a key management system, got a ${secret} that whoever reads the playbook has`,
      )
  oneOf('authentication-info-type-ov', new Set(['http-basic', 'oauth2', 'user-auth']))(
    type,
    under(at, 'type'),
  )
}
