import { listOf, type Check } from './check.ts'
import { isObject, must, under } from './finding.ts'

const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`
/** What an address of each kind looks like (section 7). */
export const ADDRESSES: ReadonlyMap<string, RegExp> = new Map([
  ['dname', /^(?=.{1,253}$)[a-zA-Z0-9_](?:[a-zA-Z0-9_.-]*[a-zA-Z0-9])?$/],
  ['ipv4', new RegExp(String.raw`^${OCTET}(?:\.${OCTET}){3}(?:/\d{1,2})?$`)],
  ['ipv6', /^[0-9a-fA-F:.]{2,45}(?:\/\d{1,3})?$/],
  ['l2mac', /^[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}$/],
  ['vlan', /^.{1,250}$/],
  ['url', /^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$/],
])
/** `__name__:value` stands where the value of a variable will. */
export const VARIABLE_IN_TEXT = /__[a-zA-Z_][a-zA-Z0-9_-]{0,199}__/

export const address: Check = (value, at) => {
  if (!isObject(value)) return must(at, 'an object', value)
  for (const [kind, list] of Object.entries(value)) {
    const form = ADDRESSES.get(kind)
    if (!form) must(under(at, kind), [...ADDRESSES.keys()].join(', '), kind)
    listOf((one, here) => {
      if (typeof one !== 'string') must(here, 'a text', one)
      else if (form && !form.test(one) && !VARIABLE_IN_TEXT.test(one))
        must(here, `an address of the kind ${kind}`, one)
    })(list, under(at, kind))
  }
}
