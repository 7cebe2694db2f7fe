import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['entente-source'] } },
  test: {
    isolate: false,
    // Stories wait for nodes more than they compute: four at a time keep two cores busy.
    maxWorkers: 4,
    include: ['{packages,apps}/*/{src,test}/**/*.test.ts', 'tools/**/*.test.ts'],
    // Against what hangs, and no measure: other suites may run beside these.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
