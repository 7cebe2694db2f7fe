import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const isOurs = (path: string) => !/(^|\/)(node_modules|dist)\//.test(path)
const pages = globSync('**/*.md', { cwd: root, exclude: (path) => /node_modules|dist/.test(path) })
  .filter(isOurs)
  .toSorted()
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
const withoutCode = (text: string) => text.replaceAll(/^```[\s\S]*?^```/gm, '')

describe.each(pages)('%s', (page) => {
  it('links to files that exist', () => {
    const links = [...withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    const lost = links.filter((target) => {
      const [path = ''] = target.split('#')
      return !existsSync(join(root, dirname(page), decodeURIComponent(path)))
    })
    expect(lost).toEqual([])
  })

  it('names files of the repository that exist', () => {
    const named = [
      ...textOf(page).matchAll(/`((?:packages|apps|spec|tools|bench|docs|examples)\/[^`\s]*)`/g),
    ]
      .map(([, path = '']) => path.replace(/:\d+$/, ''))
      .filter((path) => !/[*<{…]/.test(path))
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
    const named = [
      ...textOf(page).matchAll(/npm (?:run (?:-s |--silent )?([\w:-]+)|(start|test)\b)/g),
    ]
      .map(([, run, short]) => run ?? short ?? '')
      .filter((script) => !Object.hasOwn(scripts, script))
    expect(named).toEqual([])
  })

  it('names no path of the machine it was written on', () => {
    expect(textOf(page)).not.toMatch(/(^|[\s("'`])\/(root|work|tmp|home|Users)\//m)
  })
})

describe('spec/errors.md', () => {
  const files = globSync('{packages,apps}/*/src/**/error.ts', { cwd: root }).filter(isOurs)
  const codes = new Set(
    files.flatMap((file) =>
      [...textOf(file).matchAll(/'([a-z0-9-]+\.[a-z0-9.-]+)'/g)].map(([, code = '']) => code),
    ),
  )
  const page = textOf('spec/errors.md')

  it('has codes to list', () => {
    expect(statSync(join(root, 'spec/errors.md')).isFile()).toBe(true)
    expect(codes.size).toBeGreaterThan(100)
  })
  it.each([...codes])('lists %s with its cause and its way out', (code) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${code}\` |`))
    expect(row?.split(' | ')).toHaveLength(3)
    expect(row).not.toMatch(/\|\s*\|/)
  })
})
