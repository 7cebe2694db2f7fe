import { describe, expect, it } from 'vitest'
import { simulate, type Report, type SimulationOptions } from './run.ts'

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

describe('over simulated weeks', () => {
  // Larger worlds, in which measures begin, pause and end, take minutes: `npm run soak -- simulation`.
  it.each<SimulationOptions>([{ nodes: 3, seed: 1, days: 17, texts: 8 }])(
    '$nodes nodes reach one state, and every text what its members said of it (seed $seed)',
    async (options) => {
      const report = await simulate(options)
      holds({ ...report, texts: options.texts })
      // A world in which nothing is disturbed, or nothing decided, would show nothing.
      const { disturbances, fates, filings, wires } = report
      expect(disturbances['astray']).toBeGreaterThan(0)
      expect(Object.keys(disturbances).length).toBeGreaterThanOrEqual(4)
      expect(wires['lost']).toBeGreaterThan(50)
      expect(wires['twice']).toBeGreaterThan(20)
      expect(fates.filter(({ expected }) => expected.adopted).length).toBeGreaterThan(0)
      expect(filings.filed.adopted).toBeGreaterThan(0)
    },
    400_000,
  )
})
