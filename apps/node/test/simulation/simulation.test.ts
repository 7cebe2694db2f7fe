import { describe, expect, it } from 'vitest'
import { endsOf, simulate, type Report, type SimulationOptions } from './run.ts'

/**
 * Coalitions in one process over weeks of simulated time: the nodes are put together as in production, but
 * for their wires, timers and clocks. The same seed gives the same world.
 */

/** What must be so at the end of every world, whatever happened in it. */
function holds({ faults, defects, unfinished, digests, sizes, fates, ...more }: Checked) {
  const { acts, texts, nodes, successor } = more
  expect(faults).toEqual([])
  expect(defects).toEqual([])
  expect(unfinished).toEqual([])
  expect(successor).toEqual({ joined: nodes, inForce: nodes })
  expect(new Set(Object.values(sizes)).size).toBe(1)
  expect(new Set(Object.values(digests)).size).toBe(1)
  expect(acts).toBeGreaterThan(texts)
  for (const { name, life, expected, got } of fates)
    expect({ name, life, ...got }).toEqual({ name, life, ...expected })
  expect(fates).toHaveLength(texts)
}
type Checked = Report & Pick<SimulationOptions, 'texts'>

/** One too small for a witness that may lie, and the smallest in which one does: each with what is to be seen in it. */
const WORLDS = [
  { nodes: 3, seed: 1, days: 17, texts: 8, least: { liars: 0, twins: 0 } },
  { nodes: 5, seed: 6, days: 17, texts: 8, least: { liars: 1, twins: 1 } },
]

describe('over simulated weeks', () => {
  const ends = { adopted: 0, inForce: 0, ended: 0, lapsed: 0, broken: 0, open: 0 }

  // Larger worlds, in which measures begin, pause and end, take minutes: `npm run soak -- simulation`.
  it.each(WORLDS)(
    '$nodes nodes reach one state, and every text what its members said of it (seed $seed)',
    async ({ least, ...options }) => {
      const report = await simulate(options)
      holds({ ...report, texts: options.texts })
      // A world in which nothing is disturbed, or nothing decided, would show nothing.
      const { disturbances, fates, filings, wires, liars } = report
      expect(liars).toHaveLength(least.liars)
      expect(disturbances['twin'] ?? 0).toBeGreaterThanOrEqual(least.twins)
      expect(disturbances['a twin spoke'] ?? 0).toBeGreaterThanOrEqual(least.twins)
      expect(disturbances['astray']).toBeGreaterThan(0)
      expect(Object.keys(disturbances).length).toBeGreaterThanOrEqual(4)
      expect(wires['lost']).toBeGreaterThan(50)
      expect(wires['twice']).toBeGreaterThan(20)
      expect(filings.filed.adopted).toBeGreaterThan(0)
      for (const [end, many] of Object.entries(endsOf(fates)))
        ends[end as keyof typeof ends] += many
    },
    400_000,
  )

  it('in these worlds texts end in every way there is', () => {
    for (const [end, many] of Object.entries(ends)) expect(many, end).toBeGreaterThan(0)
  })
})
