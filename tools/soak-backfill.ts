import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { longStrand } from './long-strand.ts'
import { exponentOf } from '../bench/figure.ts'

const SIZES = [1_000, 10_000, 100_000]

/**
 * A node that comes late pulls a strand of up to 100,000 acts from another over HTTP: every act is verified and durable,
 * and both compute the same state. Both nodes share this process, so that seconds and megabytes are of both.
 */
export async function backfill(): Promise<object> {
  const sizes: { n: number; seconds: number; milliseconds: number; megabytes: number }[] = []
  for (const n of SIZES) {
    const { alder, birch, owner, bytes, pull, close } = await longStrand(n)
    const startedAt = performance.now()
    strictEqual(await pull(), true)
    const milliseconds = performance.now() - startedAt
    const strand = birch.file.strand(owner)
    strictEqual(strand.entries().length, n)
    strictEqual(await strand.damage('all'), undefined)
    deepStrictEqual(birch.file.state().digest, alder.file.state().digest)
    const at = { n, seconds: milliseconds / 1000, megabytes: bytes / 1_000_000 }
    console.log(`  ${n} acts, ${at.megabytes.toFixed(1)} MB: ${at.seconds.toFixed(1)} s`)
    sizes.push({ ...at, milliseconds })
    await close()
  }
  return {
    what: 'a strand pulled whole by a node that had none of it: verified, durable, same state',
    sizes: sizes.map(({ n, seconds, megabytes }) => ({
      acts: n,
      megabytes: Number(megabytes.toFixed(1)),
      seconds: Number(seconds.toFixed(1)),
      actsPerSecond: Math.round(n / seconds),
    })),
    exponent: Number(exponentOf(sizes).toFixed(2)),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}
