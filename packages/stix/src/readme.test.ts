import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { examplesOf, runExample } from '../../../tools/readme-examples.ts'

const HERE = new URL('..', import.meta.url)

describe('the readme', () => {
  it.each(examplesOf(HERE))('says true in example %i', (_, code) => {
    const { checked, status, stderr } = runExample(HERE, code)
    expect(checked).toBeGreaterThan(1)
    expect([status, stderr]).toEqual([0, ''])
  })
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
