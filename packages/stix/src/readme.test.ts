import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const HERE = new URL('..', import.meta.url)

/** The examples of the readme: a line that ends in a comment gives what the comment says. */
const examples = [
  ...readFileSync(new URL('README.md', HERE), 'utf8').matchAll(/```ts\n(.*?)```/gs),
].map(([, code = '']) => code)

describe('the readme', () => {
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
          cwd: HERE,
          input: `import assert from 'node:assert/strict'\n${lines.join('\n')}`,
          encoding: 'utf8',
        },
      )
      expect([status, stderr]).toEqual([0, ''])
    },
  )
})

describe('the sources', () => {
  it('import nothing of Node and nothing beyond what the package names', () => {
    const { dependencies } = JSON.parse(readFileSync(new URL('package.json', HERE), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const files = globSync('src/**/*.ts', { cwd: HERE }).filter((file) => !file.includes('.test.'))
    const imported = files.flatMap((file) =>
      [...readFileSync(new URL(file, HERE), 'utf8').matchAll(/ from '([^.'][^']*)'/g)].map(
        ([, name = '']) => name,
      ),
    )
    const named = Object.keys(dependencies)
    expect(imported.filter((name) => !named.some((one) => name.startsWith(`${one}/`)))).toEqual([])
  })
})
