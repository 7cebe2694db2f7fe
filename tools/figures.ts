import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'

/** What a long run leaves: which code it was of, when and on what it ran, and what came of it. */
type Begun = {
  /** Adds the result to those in `bench/soak/NAME.json`: none is overwritten. */
  readonly keep: (name: string, result: object) => object
}

/** Where a long run begins: the code that is there now is what its result is of. */
export function begin(): Begun {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const began = performance.now()
  return {
    keep: (name, result) => {
      const figures = {
        suite: name,
        date: new Date().toISOString().slice(0, 10),
        commit,
        node: process.version,
        processors: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
        wallSeconds: Math.round((performance.now() - began) / 1000),
        processorSeconds: Math.round(process.cpuUsage().user / 1e6),
        peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
        ...result,
      }
      const file = fileURLToPath(new URL(`../bench/soak/${name}.json`, import.meta.url))
      writeFileSync(file, `${JSON.stringify([...earlier(file), figures], undefined, 2)}\n`)
      return figures
    },
  }
}

/** The results of earlier runs. */
function earlier(path: string): readonly object[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as object[]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
