import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { importCommand } from '../src/cli/import.ts'
import { importsCommand } from '../src/cli/imports.ts'
import { searchCommand } from '../src/cli/search.ts'
import { bundle, identity, uuid } from './bundles.ts'
import { run } from './command.ts'

const directory = mkdtempSync(join(tmpdir(), 'entente-imports-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const data = join(directory, 'data')
const where = ['--data', data]

const file = (name: string, text: string) => {
  writeFileSync(join(directory, name), text)
  return join(directory, name)
}
const imports = (...words: readonly string[]) => run(importsCommand(), ...words, ...where)
const taken = (...words: readonly string[]) => run(importCommand(), ...words, ...where)
const search = () => run(searchCommand(), ...where)

describe('entente imports', () => {
  test('previews a file, shows what would become of it, takes it in and back', async () => {
    await taken(file('before.json', bundle(identity('calm'))))
    const nobody = `identity--${uuid('nobody')}`
    const changed = identity('calm', { modified: '2026-11-03T09:00:00.000Z', lang: 'es' })
    const name = file(
      'winds.json',
      bundle(
        changed,
        identity('storm', { created_by_ref: nobody }),
        identity('bad', { labels: [] }),
      ),
    )
    const preview = await taken('--preview', name)
    expect(preview.code).toBe(1)
    expect(preview.out).toMatch(/^2 {2}pending {2}winds\.json .* 1 new, 1 changed, 1 set aside$/m)
    expect(preview.out).toContain('marked: none (2)')
    expect(preview.out).toContain(nobody)
    expect((await search()).out).not.toContain('storm')
    const shown = await imports('show', '2')
    expect(shown.out).toContain(`2  new  ${identity('storm').id}  storm`)
    expect(shown.out).toContain('line 1, $.objects[2].labels: expected a list')
    expect((await imports('show', '2', '--fate', 'new', '--json')).out.split('\n')).toHaveLength(1)
    const beside = (await imports('show', '2', '1')).out
    expect(beside).toContain('beside before.json')
    expect(beside).toContain('  lang\n    + "es"')
    expect((await imports('commit', '2', '--preview', '0'.repeat(64))).err).toContain(
      'import.moved',
    )
    expect((await imports('commit', '2')).out).toMatch(/^2 {2}committed/)
    expect((await search()).out).toContain('storm')
    expect((await imports('undo', '2', '--dry-run')).out).toContain('2 taken away')
    expect((await imports('undo', '2')).out).toMatch(/^2 {2}undone[^]*1 current again/)
    expect((await search()).out).not.toContain('storm')
    expect((await imports('list')).out).toMatch(/^2 {2}undone .*\n1 {2}committed {2}before\.json/)
  })

  test('drops what waits, and says of a number that it does not know', async () => {
    const [bad, good] = [
      file('bad.json', '{"type":"bundle"'),
      file('good.json', bundle(identity('g'))),
    ]
    const two = await taken('--preview', '--json', bad, good)
    expect(two.code).toBe(1)
    expect(two.err).toContain('nothing of it was taken in')
    const { number } = JSON.parse(two.out.split('\n').at(-1)!) as { number: number }
    expect((await imports('discard', `${number}`)).out).toContain('discarded')
    expect(await imports('commit', `${number}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('import.settled') as string,
    })
    expect((await imports('show', '99')).err).toContain('import.unknown')
  })
})
