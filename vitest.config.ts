import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What these run lies in other files: by the size of their own they would be begun last, and waited for alone. */
const LONG = /\/(measure\.story|simulation)\.test\.ts$/

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId)
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)))
  }
}

export default defineConfig({
  ssr: { resolve: { conditions: ['entente-source'] } },
  test: {
    isolate: false,
    sequence: { sequencer: LongFirst },
    // Stories wait for nodes more than they compute: four at a time keep two cores busy.
    maxWorkers: 4,
    include: ['{packages,apps}/*/{src,test}/**/*.test.ts', 'tools/**/*.test.ts'],
    // Against what hangs, and no measure: other suites may run beside these.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
