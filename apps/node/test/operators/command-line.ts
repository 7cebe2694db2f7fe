import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assetsFile, rowan } from '../../src/demo/operators.ts'
import { run, MAIN, place, data, officerOfRowan } from './stage.ts'

describe('the command line', () => {
  test('takes an inventory in at a running node, and refuses a bad one by line and column', async () => {
    const session = join(place, 'session.json')
    const entente = (...words: readonly string[]) =>
      run(process.execPath, [
        '--conditions=entente-source',
        '--disable-warning=ExperimentalWarning',
        MAIN,
        ...words,
        '--session',
        session,
      ])
    await entente('login', await officerOfRowan().link())
    const taken = await entente('assets', 'import', assetsFile(data, rowan))
    expect(taken.stdout).toContain('assets.csv: 9 assets')
    const matches = await entente('assets', 'match')
    expect(matches.stdout).toContain('RW-T-001 Terminal Hill 1 matches')
    const bad = join(place, 'bad.csv')
    writeFileSync(bad, 'id,name,address\n1,a,198.51.100.300\n')
    await expect(entente('assets', 'import', bad)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('line 2, column address') as string,
    })
    const list = await entente('incident', 'list')
    expect(list.stdout).toContain('early-warning')
    expect(list.stdout).toContain('acknowledged')
  })
})
