import {
  cosign,
  emptyRoot,
  fromBase64,
  isEqual,
  jointCheckpoint,
  parseCheckpoint,
  toBase64,
  type LogHead,
} from '@entente/log'
import { seconds } from '../platform/clock.ts'
import { originHash } from './origin-hash.ts'
import type { WitnessOptions } from './witness.ts'

/** What a witness answers that is asked to cosign many logs in one. */
export type JointAnswer =
  | { readonly line: string }
  | { readonly others: readonly Pick<LogHead, 'origin' | 'size'>[] }

/** The part of a witness that cosigns many logs in one; of none of them a tree is cosigned while it is asked. */
export function createVouching({
  store,
  signer,
  clock,
  crypto,
}: Pick<WitnessOptions, 'store' | 'signer' | 'clock' | 'crypto'>) {
  const lastAt = remembered(async (name: string) => (await store.witness(name))?.time ?? 0)
  const vouch = async (name: string, heads: readonly LogHead[]): Promise<JointAnswer> => {
    const origins = heads.map(({ origin }) => origin)
    const known = new Map(
      (await store.witnessAll([name, ...origins])).map((log) => [log.origin, log] as const),
    )
    const others = heads.flatMap(({ origin, size, root }) => {
      const log = known.get(origin)
      const last = log ? fromBase64(log.root) : emptyRoot(crypto.sha256)
      const isLast = size === (log?.size ?? 0) && isEqual(root, last)
      return isLast ? [] : [{ origin, size: log?.size ?? 0 }]
    })
    if (others.length > 0) return { others }
    // Never before anything that it cosigned of these logs, and what it cosigns of one after this is not dated before.
    const time = Math.max(seconds(clock), ...[...known.values()].map((log) => log.time))
    const text = jointCheckpoint(name, heads, crypto.sha256)
    const line = cosign(text, signer, time, crypto.sha256)
    const { size, root } = parseCheckpoint(text)
    const log = { origin: name, size, root: toBase64(root), time, note: `${text}\n${line}` }
    const from = known.get(name)?.size ?? 0
    const isKept = await store.advanceWitness({ ...log, hash: originHash(name) }, from)
    if (!isKept) throw new Error(`expected ${name} at ${from} in the store`)
    lastAt.set(name, time)
    return { line }
  }
  return { vouch, lastAt: lastAt.get }
}

/** Read once, and set from then on. */
function remembered(read: (name: string) => Promise<number>) {
  const known = new Map<string, number>()
  return {
    get: async (name: string) => {
      if (!known.has(name)) {
        const value = await read(name)
        known.set(name, Math.max(value, known.get(name) ?? 0))
      }
      return known.get(name)!
    },
    set: (name: string, value: number) => void known.set(name, value),
  }
}
