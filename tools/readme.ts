import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { examplesIn } from './readme-examples.ts'

/** The examples of a package's readme are run: a line that ends in a comment gives what the comment says. */
export function itSaysTrue(folder: URL): void {
  const examples = examplesIn(readFileSync(new URL('README.md', folder), 'utf8'))
  it.each(examples.map((example, at) => [at + 1, example] as const))(
    'says true in example %i',
    (_, { code, checked }) => {
      expect(checked).toBeGreaterThan(1)
      const { status, stderr } = spawnSync(
        process.execPath,
        [
          '--conditions=entente-source',
          '--disable-warning=ExperimentalWarning',
          '--input-type=module-typescript',
        ],
        {
          cwd: folder,
          input: `import assert from 'node:assert/strict'\n${code}`,
          encoding: 'utf8',
        },
      )
      expect([status, stderr]).toEqual([0, ''])
    },
  )
}
