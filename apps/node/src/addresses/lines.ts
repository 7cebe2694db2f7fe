import type { PartyId } from '@entente/accord'
import type { Source, Tell } from '../federation/index.ts'
import { reachOfHost } from './near.ts'

/**
 * Tells of each peer that this node asks without TLS anywhere but on its own machine, where something else may encrypt
 * what goes on from there; once per address, and that it is over once the address is another.
 */
export function watchLines(tell: Tell): (peer: Source['peer']) => Promise<void> {
  const looked = new Map<PartyId, string>()
  return async ({ party, url }) => {
    if (looked.get(party) === url) return
    looked.set(party, url)
    const isPlain = new URL(url).protocol === 'http:' && reachOfHost(url) !== 'loopback'
    await tell({
      code: 'line.plain',
      party,
      message: `expected ${party}'s node to be asked by https, got ${url}`,
      evidence: { url },
      ...(isPlain ? {} : { isOver: true }),
    })
  }
}
