import { defineConfig, type Plugin } from 'vitest/config'
import { pathOf, withFault } from './mutate-fault.ts'
import { MUTANTS } from './mutate-faults.ts'

/** Hands out the faulty text of one file instead of the true one, while a fault is chosen. */
const seed: Plugin = {
  name: 'seeded-fault',
  enforce: 'pre',
  transform(code, id) {
    const chosen = process.env['ENTENTE_MUTANT']
    const fault = chosen ? MUTANTS[Number(chosen)] : undefined
    if (!fault || !id.endsWith(`/${pathOf(fault)}`)) return undefined
    return withFault(code, fault)
  },
}

export default defineConfig({
  plugins: [seed],
  ssr: { resolve: { conditions: ['entente-source'] } },
  test: {
    bail: 1,
    // What is kept on disk is the text without the fault.
    fsModuleCache: false,
    isolate: false,
    fileParallelism: false,
    include: [
      'packages/accord/src/{gate,certificate,standing,version,what-if,read-cut,verify-bundle,parse-charter,silence,matter,keys,ledger,ledger-notice,disavowal,fork,copies,mandate,membership,second,successor}.test.ts',
      'packages/accord/test/{absurd,attached,cells,properties,small-worlds,growing,together,vectors}.test.ts',
      'apps/node/test/simulation/{forks,recovery}.test.ts',
    ],
    setupFiles: ['tools/mutate-setup.ts'],
    env: { ENTENTE_WORLDS: '1000' },
    // A busy machine is no finding: only what never ends takes this long.
    testTimeout: 300_000,
  },
})
