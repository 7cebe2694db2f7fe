import {
  base64,
  checkInstants,
  checkObject,
  exactly,
  identifier,
  listOf,
  millisecond,
  text,
  timestamp,
  truth,
  type Check,
  type Table,
} from './check.ts'
import { must, type At, type Json } from './finding.ts'

const SIGNATURE: Table = {
  type: exactly('jss'),
  id: identifier('jss'),
  created_by: identifier('identity'),
  created: millisecond,
  modified: millisecond,
  revoked: truth,
  signee: text,
  valid_from: timestamp,
  valid_until: timestamp,
  related_to: identifier('playbook'),
  related_version: timestamp,
  hash_algorithm: text,
  algorithm: text,
  public_key: text,
  public_cert_chain: listOf(base64),
  cert_url: text,
  thumbprint: text,
  value: text,
}
const KEYS = ['public_key', 'public_cert_chain', 'cert_url', 'thumbprint'] as const

/** A signature's form (section 10.15); whether it proves something, `verifySignature` says. */
export const signature: Check = (value, from) => {
  const at: At = { ...from, section: '10.15' }
  const needs = [
    'type',
    'id',
    'created',
    'modified',
    'signee',
    'related_to',
    'related_version',
    'hash_algorithm',
    'algorithm',
    'value',
  ]
  const isSignature = checkObject(value, at, { has: { ...SIGNATURE, signature }, needs })
  if (!isSignature) return
  checkInstants(value, at)
  const named = KEYS.filter((key) => (value as Json)[key] !== undefined)
  if (named.length !== 1) must(at, `one of ${KEYS.join(', ')}`, named.join(', ') || undefined)
}

export const processingSummary: Check = (value, from) => {
  const names = [
    'manual_playbook',
    'external_playbooks',
    'parallel_processing',
    'if_logic',
    'while_logic',
    'switch_logic',
    'temporal_logic',
    'data_markings',
    'digital_signatures',
    'countersigned_signatures',
    'extensions',
  ]
  const has = Object.fromEntries(names.map((name) => [name, truth]))
  checkObject(value, { ...from, section: '10.14' }, { has })
}
