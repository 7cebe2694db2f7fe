import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
const entente = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, [
    '--conditions=entente-source',
    '--disable-warning=ExperimentalWarning',
    MAIN,
    'constellation',
    ...args,
  ])

type Last = {
  readonly nodes: readonly {
    readonly member: string
    readonly standing: string
    readonly digest: string
  }[]
}

test('the last line says how the position stands at every node, with one digest', async () => {
  const { stdout } = await entente('--members', '3', '--json')
  const lines = stdout.trim().split('\n')
  const { nodes } = JSON.parse(lines.at(-1)!) as Last
  expect(nodes).toHaveLength(3)
  expect(new Set(nodes.map(({ member }) => member)).size).toBe(3)
  expect(nodes.map(({ standing }) => standing)).toEqual(['stands', 'stands', 'stands'])
  const [digest, ...others] = new Set(nodes.map((node) => node.digest))
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(others).toEqual([])
  for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow()
}, 120_000)

test.each(['2', '28', 'many'])('%s nations are refused as usage', async (members) => {
  await expect(entente('--members', members)).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('expected a whole number from 3 to 27') as string,
  })
})
