import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** What `npm start` and `npm run entente` run is built; the other suites run its source. */
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'entente-built-'))
beforeAll(() => execFileSync(process.execPath, [at('tools/build.ts'), 'program']))
afterAll(() => rmSync(place, { recursive: true }))

const SOURCE = ['--conditions=entente-source', '--disable-warning=ExperimentalWarning']
/** What it said, however the answer: `law memo` ends with 1 where it is not yes for everybody. */
const run = (program: readonly string[], ...words: readonly string[]) =>
  new Promise<string>((resolve, reject) => {
    execFile(process.execPath, [...program, ...words], { cwd: place }, (error, out) =>
      error === null || error.code === 1 ? resolve(out) : reject(error),
    )
  })
const built = (...words: readonly string[]) =>
  run(['--disable-warning=ExperimentalWarning', at('apps/node/built/main.js')], ...words)
const source = (...words: readonly string[]) =>
  run([...SOURCE, at('apps/node/src/main.ts')], ...words)

describe('the built program', () => {
  it('has the commands of its source', async () => {
    expect(await built('--help')).toBe(await source('--help'))
  })

  it('finds what lies beside its source, and what it reads from folders of others', async () => {
    const measure = ['law', 'memo', at('examples/quiet-modem/measure.json')]
    for (const format of ['pdf', 'docx']) {
      await built(...measure, '--format', format, '--out', `memo.${format}`)
      const head = readFileSync(join(place, `memo.${format}`))
        .subarray(0, 4)
        .toString('latin1')
      expect(head).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004')
    }
  })

  it('says nothing of a machine', () => {
    expect(readFileSync(at('apps/node/built/main.js'), 'utf8')).not.toContain(at(''))
  })
})
