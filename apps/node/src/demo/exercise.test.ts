import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockDirectory } from '../platform/db/index.ts'
import { startExercise } from './exercise.ts'

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'entente-exercise-'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

describe('going on', () => {
  it('refuses what another version founded, and leaves it as it is', async () => {
    const file = join(data, 'exercise.json')
    const before = JSON.stringify({ case: 'sha256:00', root: 'sha256:00', ports: { XA: 4811 } })
    writeFileSync(file, before)
    await expect(startExercise({ data, fresh: false, ports: 'auto' })).rejects.toMatchObject({
      code: 'exercise.other-version',
      message: expect.stringContaining('--fresh') as string,
    })
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})

describe('beginning anew', () => {
  it('removes nothing where no exercise ever was', async () => {
    const letter = join(data, 'letter.txt')
    writeFileSync(letter, 'Not of the exercise.')
    await expect(startExercise({ data, fresh: true, ports: 'auto' })).rejects.toMatchObject({
      code: 'exercise.missing',
    })
    expect(existsSync(letter)).toBe(true)
  })
  it('removes nothing while a node of the exercise runs', async () => {
    writeFileSync(join(data, 'exercise.json'), '{}')
    mkdirSync(join(data, 'XB'))
    const lock = lockDirectory(join(data, 'XB'))
    try {
      await expect(startExercise({ data, fresh: true, ports: 'auto' })).rejects.toMatchObject({
        code: 'directory.held',
      })
      expect(existsSync(join(data, 'exercise.json'))).toBe(true)
    } finally {
      lock.release()
    }
  })
})
