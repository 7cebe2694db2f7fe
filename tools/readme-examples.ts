import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The examples of a package's readme: a line that ends in a comment gives what the comment says. */
export const examplesOf = (root: URL): readonly (readonly [number, string])[] =>
  [...readFileSync(new URL('README.md', root), 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(
    ([, code = ''], at) => [at + 1, code],
  )

/** Runs one example as it stands, and answers how many of its lines were checked and what went wrong. */
export function runExample(root: URL, code: string) {
  let checked = 0
  const lines = code.split('\n').map((line) => {
    const [, expression, value] = /^(\S.*?) \/\/ (.+)$/.exec(line) ?? []
    if (expression === undefined) return line
    checked += 1
    return `assert.deepEqual(${expression}, ${value!})`
  })
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--conditions=entente-source',
      '--disable-warning=ExperimentalWarning',
      '--input-type=module-typescript',
    ],
    {
      cwd: root,
      input: `import assert from 'node:assert/strict'\n${lines.join('\n')}`,
      encoding: 'utf8',
    },
  )
  return { checked, status, stderr }
}
