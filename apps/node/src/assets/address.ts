import { isIP } from 'node:net'

/** An IPv4 or IPv6 address, or a network of them: the first and the last. */
export type AddressRange = {
  readonly family: 4 | 6
  readonly from: bigint
  readonly to: bigint
}

/** Reads `198.51.100.7`, `2001:db8::7`, or a network such as `198.51.100.0/24`; undefined for anything else. */
export function addressRange(text: string): AddressRange | undefined {
  const [, address = '', length] = /^([0-9a-fA-F.:]{2,45})(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const family = isIP(address)
  if (family !== 4 && family !== 6) return undefined
  const bits = family === 4 ? 32 : 128
  const fixed = length === undefined ? bits : Number(length)
  if (fixed > bits) return undefined
  const free = BigInt(bits - fixed)
  const from = ((family === 4 ? v4(address) : v6(address)) >> free) << free
  return { family, from, to: from + (1n << free) - 1n }
}

export const isSingle = ({ from, to }: AddressRange): boolean => from === to

/** Whether every address of one lies in the other. */
export const isInside = (inner: AddressRange, outer: AddressRange): boolean =>
  inner.family === outer.family && inner.from >= outer.from && inner.to <= outer.to

const v4 = (text: string): bigint =>
  text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)

function v6(text: string): bigint {
  const [head = '', tail] = text.split('::')
  const first = groups(head)
  const last = tail === undefined ? [] : groups(tail)
  const missing = Array.from({ length: 8 - first.length - last.length }, () => 0n)
  return [...first, ...missing, ...last].reduce((sum, group) => (sum << 16n) + group, 0n)
}

/** The groups of a part; an IPv4 address at its end stands for two. */
function groups(part: string): readonly bigint[] {
  if (part === '') return []
  return part.split(':').flatMap((group) => {
    if (!group.includes('.')) return [BigInt(`0x${group}`)]
    const address = v4(group)
    return [address >> 16n, address & 0xffffn]
  })
}
