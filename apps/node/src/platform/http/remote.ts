import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'
import { z } from 'zod'

/** An address, or a network as address/bits. */
const Network = z.string().max(64).refine(isNetwork, {
  error: 'expected an address or a network such as 192.0.2.0/24 or 2001:db8::/32',
})

/** How many requests are answered, to whom, and how it is known who asks. */
export const RequestsSetting = z.strictObject({
  /** Of one address in a minute, and of one party whose node signed them. */
  perMinute: z.int().positive().default(6_000),
  /** Whoever asks from here is not counted: this machine unless told. */
  exempt: z.array(Network).max(64).default(['127.0.0.0/8', '::1']),
  /** Proxies before this node: what they say of who asked them is believed, and nobody else's word. */
  proxies: z.array(Network).max(64).default([]),
  /** Where they say it. One header alone is read: a proxy that sets one passes the other on as a stranger wrote it. */
  header: z.enum(['x-forwarded-for', 'forwarded']).default('x-forwarded-for'),
})
export type RequestsSetting = z.infer<typeof RequestsSetting>

/** Who asks: whom to count it to, and whether it is counted at all. */
export type Remote = { readonly counted: string; readonly isExempt: boolean }

/** Everybody whose address nobody can tell: they share one count. */
const UNKNOWN = 'unknown'
/** Longer chains of proxies are nobody's; what is left of so many is not read. */
const MOST_HOPS = 16
const MOST_LENGTH = 4_096

/**
 * Who asks, by the address of the connection and, where that is a proxy's, by what it says. Each proxy appends
 * whoever connected to it, so the list is read from its end, for as long as the one that said it is a
 * proxy of this node. What stands before that was written by whoever asked, and is not believed.
 */
export function createRemotes({
  exempt,
  proxies,
  header,
}: RequestsSetting): (address: string | undefined, headers: Headers) => Remote {
  const [isExempt, isProxy] = [exempt, proxies].map(within) as [Within, Within]
  return (connected, headers) => {
    let address = connected === undefined ? undefined : plain(connected)
    if (address !== undefined && isProxy(address)) {
      const hops = hopsIn(headers.get(header) ?? '', header)
      while (address !== undefined && isProxy(address) && hops.length > 0) address = hops.pop()
    }
    return address === undefined
      ? { counted: UNKNOWN, isExempt: false }
      : { counted: countedAs(address), isExempt: isExempt(address) }
  }
}

/** The addresses of a header, in order; undefined in the place of one that is none. */
function hopsIn(text: string, header: RequestsSetting['header']): (string | undefined)[] {
  if (text === '') return []
  const read = text.slice(-MOST_LENGTH)
  const hops =
    header === 'forwarded' ? forwarded(read) : read.split(',').map((one) => addressIn(one.trim()))
  return (hops ?? [undefined]).slice(-MOST_HOPS)
}

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"
const PAIR = new RegExp(`(${TOKEN})=(?:(${TOKEN})|"((?:[^"\\\\]|\\\\.)*)")`, 'y')

/** RFC 7239, section 4: the `for` of each element; undefined where the header is malformed as a whole. */
function forwarded(text: string): (string | undefined)[] | undefined {
  const hops: (string | undefined)[] = []
  let hop: string | undefined
  let at = 0
  for (;;) {
    while (/[ \t]/.test(text.charAt(at))) at += 1
    PAIR.lastIndex = at
    const pair = PAIR.exec(text)
    if (!pair) return undefined
    at = PAIR.lastIndex
    const [, name = '', token, quoted] = pair
    if (name.toLowerCase() === 'for') hop = addressIn(token ?? quoted ?? '')
    while (/[ \t]/.test(text.charAt(at))) at += 1
    const next = text.charAt(at)
    at += 1
    if (next === ';') continue
    hops.push(hop)
    hop = undefined
    if (next === '') return hops
    if (next !== ',') return undefined
  }
}

/** `192.0.2.1`, `192.0.2.1:443`, `2001:db8::1`, `[2001:db8::1]:443`; undefined for whatever else. */
function addressIn(text: string): string | undefined {
  const [, six] = /^\[([0-9A-Fa-f:.]{2,45})\](?::\d{1,5})?$/.exec(text) ?? []
  const [, four] = /^([0-9.]{7,15}):\d{1,5}$/.exec(text) ?? []
  const address = six ?? four ?? text
  return isIP(address) === 0 ? undefined : plain(address)
}

/** IPv4 that came over an IPv6 socket is IPv4. */
function plain(address: string): string {
  const [, mapped] = /^::ffff:([0-9.]+)$/i.exec(address) ?? []
  return mapped !== undefined && isIPv4(mapped) ? mapped : address
}

/** Whoever has an IPv6 address has the 64 bits behind its network: they are counted as one. */
function countedAs(address: string): string {
  if (!isIPv6(address)) return address
  const [before = '', after] = new URL(`http://[${address.split('%', 1)[0]}]`).hostname
    .slice(1, -1)
    .split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const [left, right] = [groups(before), groups(after)]
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0')
  return `${[...left, ...(after === undefined ? [] : zeros), ...right].slice(0, 4).join(':')}::/64`
}

type Within = (address: string) => boolean

function within(networks: readonly string[]): Within {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) => {
    const [bare = ''] = address.split('%', 1)
    return isIP(bare) !== 0 && list.check(bare, isIPv4(bare) ? 'ipv4' : 'ipv6')
  }
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1
  const isBits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most)
  return most > 0 && isBits && more.length === 0 && !address.includes('%')
}
