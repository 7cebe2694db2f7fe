import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** However short their files, stories and simulations run longest: begun last, each would be waited for alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      /(\.story|simulation)\.test\.ts$/.test(moduleId)
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)))
  }
}

export default defineConfig({
  ssr: { resolve: { conditions: ['entente-source'] } },
  test: {
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Stories wait for nodes more than they compute: four at a time keep two cores busy.
    maxWorkers: 4,
    include: ['{packages,apps}/*/{src,test}/**/*.test.ts', 'tools/**/*.test.ts'],
    // Against what hangs, and no measure: other suites may run beside these.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
