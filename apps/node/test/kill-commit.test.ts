import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { importCommand } from '../src/cli/import.ts'
import { openStore } from '../src/open-store.ts'
import { createQuarantine, intelligenceStore } from '../src/intelligence/index.ts'
import { bundle, identity } from './bundles.ts'
import { run } from './command.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const OBJECTS = 3_000
const KILLS = 4
const directory = mkdtempSync(join(tmpdir(), 'entente-kill-commit-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const data = join(directory, 'data')

/** Milliseconds in which `entente` does this, and whether it came to its end before it was killed. */
async function entente(words: readonly string[], killAfter?: number) {
  const began = performance.now()
  const child = spawn(process.execPath, [
    '--conditions=entente-source',
    '--disable-warning=ExperimentalWarning',
    MAIN,
    ...words,
    '--data',
    data,
  ])
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearTimeout(timer)
  return { ended: code === 0, took: performance.now() - began }
}

/** Where each import is, and how much of it waits and is held. */
async function look() {
  await using database = await openStore(data)
  const objects = intelligenceStore(database)
  const holding = { stays: () => Promise.resolve(new Map()), remove: () => Promise.resolve() }
  const clock = { now: Date.now }
  const quarantine = createQuarantine({ database, objects, clock, holding })
  const { imports } = await quarantine.list({ limit: 50 })
  const first = imports.find(({ number }) => number === 1)!
  const waits = await quarantine.objects(1, { after: OBJECTS - 1, limit: 1 })
  const held = (await objects.held([identity('0').id, identity(`${OBJECTS - 1}`).id])).size
  return { state: first.state, waits: waits.objects.length, held, others: imports.length - 1 }
}

describe(`an import that waits, in a process that is killed ${KILLS} times`, () => {
  test(
    'is committed whole or waits whole, and what was arriving is gone',
    { timeout: 120_000 },
    async () => {
      const file = join(directory, 'many.json')
      writeFileSync(file, bundle(...Array.from({ length: OBJECTS }, (_, n) => identity(`${n}`))))
      const began = performance.now()
      await run(importCommand(), '--preview', file, '--data', data)
      expect(await look()).toEqual({ state: 'pending', waits: 1, held: 0, others: 0 })
      // Another file is cut off while it arrives.
      await entente(['import', '--preview', file], (performance.now() - began) / 2)
      // Before that long nothing is begun.
      const { took: start } = await entente(['imports', 'list'])
      const seen = new Set<string>()
      for (let kill = 1; kill <= KILLS; kill++) {
        const { ended } = await entente(['imports', 'commit', '1'], start * 0.8 + kill * 100)
        const { state, waits, held } = await look()
        seen.add(state)
        if (ended) expect(state).toBe('committed')
        expect([waits, held]).toEqual(state === 'committed' ? [0, 2] : [1, 0])
        if (state === 'committed') break
      }
      if (!seen.has('committed')) await entente(['imports', 'commit', '1'])
      const { others, ...first } = await look()
      expect(first).toEqual({ state: 'committed', waits: 0, held: 2 })
      // It is whole and waits, or it is gone: nothing of it is half here.
      expect([0, 1]).toContain(others)
    },
  )
})
