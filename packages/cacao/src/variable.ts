import { ADDRESSES, VARIABLE_IN_TEXT } from './address.ts'
import { checkObject, dictionary, oneOf, text, truth, type Check } from './check.ts'
import { isObject, must, should, under } from './finding.ts'
import { VARIABLE_TYPES } from './vocabulary.ts'

const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['bool', /^(?:true|false|0|1)$/i],
  ['float', /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/],
  ['hexstring', /^(?:[0-9a-fA-F]{2})*$/],
  ['integer', /^[+-]?\d+$/],
  ['long', /^[+-]?\d+$/],
  ['ipv4-addr', ADDRESSES.get('ipv4')!],
  ['ipv6-addr', ADDRESSES.get('ipv6')!],
  ['mac-addr', ADDRESSES.get('l2mac')!],
  ['md5-hash', /^[0-9a-fA-F]{32}$/],
  ['sha256-hash', /^[0-9a-fA-F]{64}$/],
  ['uri', ADDRESSES.get('url')!],
  ['uuid', /^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/],
])

const variable: Check = (value, at) => {
  const has = {
    type: oneOf('variable-type-ov', VARIABLE_TYPES),
    description: text,
    constant: truth,
    external: truth,
  }
  if (!checkObject(value, at, { has, needs: ['type'] })) return
  const { type, value: said } = value
  if (said === undefined || said === null || isObject(said)) return
  if (typeof said !== 'string') return must(under(at, 'value'), 'a text, an object or null', said)
  const form = typeof type === 'string' ? FORMS.get(type) : undefined
  if (form && said !== '' && !form.test(said) && !VARIABLE_IN_TEXT.test(said))
    should(under(at, 'value'), `a value of type ${String(type)}`, said)
}

/** The form of a variable's name (section 10.18). */
export const VARIABLE_NAME = /^__[a-zA-Z_][a-zA-Z0-9_-]{0,199}__$/

export const variables: Check = (value, from) =>
  dictionary(
    VARIABLE_NAME,
    'a name between two underscores and two, __name__',
    variable,
  )(value, {
    ...from,
    section: '10.18',
  })
