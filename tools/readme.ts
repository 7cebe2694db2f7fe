import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The examples of a package's readme are run: a line that ends in a comment gives what the comment says. */
export function itSaysTrue(folder: URL): void {
  const examples = [
    ...readFileSync(new URL('README.md', folder), 'utf8').matchAll(/```ts\n(.*?)```/gs),
  ].map(([, code = '']) => code)
  it.each(examples.map((code, at) => [at + 1, code] as const))(
    'says true in example %i',
    (_, code) => {
      let checked = 0
      const lines = code.split('\n').map((line) => {
        const [, expression, value] = /^(\S.*?) \/\/ (.+)$/.exec(line) ?? []
        if (expression === undefined) return line
        checked += 1
        return `assert.deepEqual(${expression}, ${value!})`
      })
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
          input: `import assert from 'node:assert/strict'\n${lines.join('\n')}`,
          encoding: 'utf8',
        },
      )
      expect([status, stderr]).toEqual([0, ''])
    },
  )
}
