import dns from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/**
 * How near an address is to the machine that asks it, from the farthest on. A signed note may make a node ask
 * nothing nearer than what its operator had it ask: else whoever has a party's log key looks around in others' networks.
 */
const REACHES = ['public', 'private', 'loopback'] as const
export type Reach = (typeof REACHES)[number]

// https://www.iana.org/assignments/iana-ipv4-special-registry and -ipv6-: what leads to no node at all,
const NEVER = listOf([
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['fe80::', 10],
  ['ff00::', 8],
])
const LOOPBACK = listOf([
  ['127.0.0.0', 8],
  ['::1', 128],
])
/** and what leads into somebody's own network, or is another way of writing an IPv4 address. */
const PRIVATE = listOf([
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['192.0.0.0', 24],
  ['198.18.0.0', 15],
  ['fc00::', 7],
  ['fec0::', 10],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
])

function listOf(ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [net, prefix] of ranges) list.addSubnet(net, prefix, familyOf(net))
  return list
}

function familyOf(ip: string): 'ipv4' | 'ipv6' {
  return isIP(ip) === 6 ? 'ipv6' : 'ipv4'
}

const hostOf = (url: string): string => new URL(url).hostname.replaceAll(/^\[|\]$/g, '')

/** How near an IP address is; `never` where no node can be. */
export function reachOfIp(ip: string): Reach | 'never' {
  const family = familyOf(ip)
  if (NEVER.check(ip, family)) return 'never'
  if (LOOPBACK.check(ip, family)) return 'loopback'
  return PRIVATE.check(ip, family) ? 'private' : 'public'
}

/** How near the host of this address is; undefined for a name that says nothing of it. */
export function reachOfHost(url: string): Reach | 'never' | undefined {
  const host = hostOf(url)
  if (/(?:^|\.)localhost\.?$/.test(host)) return 'loopback'
  return isIP(host) === 0 ? undefined : reachOfIp(host)
}

/** How near an address is that an operator gave: by what its name resolves to, `public` where it does not. */
export async function reachOf(url: string): Promise<Reach> {
  const said = reachOfHost(url)
  if (said !== undefined) return said === 'never' ? 'public' : said
  const found = await lookup(hostOf(url), { all: true }).catch(() => [])
  const reaches = found.map(({ address }) => reachOfIp(address))
  return REACHES.findLast((reach) => reaches.includes(reach)) ?? 'public'
}

/** Whether what is as near as `to` may be asked where an operator had what is as near as `from` asked. */
export const isWithin = (to: Reach | 'never', from: Reach): boolean =>
  to !== 'never' && REACHES.indexOf(to) <= REACHES.indexOf(from)

/** Resolves names as the system does, and to nothing nearer: asked at each connection, since names change. */
export function lookupWithin(reach: Reach): LookupFunction {
  return (host, options, callback) => {
    dns.lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, [])
      const allowed = found.filter(({ address }) => isWithin(reachOfIp(address), reach))
      const [first] = allowed
      if (!first)
        return callback(new Error(`expected ${host} to be no nearer than ${reach}, got less`), [])
      if (options.all === true) callback(null, allowed)
      else callback(null, first.address, first.family)
    })
  }
}
