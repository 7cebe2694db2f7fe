import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { CaseSummary, IncidentsView } from '../src/api.ts'
import { begin } from '../src/demo/begin.ts'
import { NODES, startExercise } from '../src/demo/exercise.ts'
import { until } from '../src/demo/person.ts'
import { play, step } from '../src/demo/play.ts'
import { lockDirectory } from '../src/platform/db/index.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const data = join(mkdtempSync(join(tmpdir(), 'entente-resume-')), 'demo')
afterAll(() => rmSync(join(data, '..'), { recursive: true, force: true }))

/** Starts the demonstration as a person does and kills it without warning at a line that it says. */
async function killedAt(part: string): Promise<string> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=entente-source',
      '--disable-warning=ExperimentalWarning',
      MAIN,
      'demo',
      '--data',
      data,
      '--ports',
      'auto',
      '--json',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  createInterface({ input: child.stdout }).on('line', (line) => {
    said += line
    if (line.includes(part)) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.once('exit', resolve))
  return said
}

/** The nodes end with their parent, a moment later: until then their directories are held. */
const released = () =>
  until('the nodes to end', async () => {
    try {
      for (const party of NODES) lockDirectory(join(data, party)).release()
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'directory.held')
        return undefined
      throw error
    }
  })

test(
  'a demonstration killed in the middle of its play, again and again, is played once',
  { timeout: 300_000 },
  async () => {
    const stops = ['files its early warning', 'puts version 2']
    for (const part of stops) {
      expect(await killedAt(part)).toContain(part)
      await released()
    }
    const exercise = await startExercise({ data, fresh: false, ports: 'auto' })
    try {
      const told: string[] = []
      const cast = await begin(exercise, (line) => told.push(line))
      await play(cast, (line) => told.push(line))
      expect(told.join('\n')).not.toContain('takes in')
      for (const { csirt } of exercise.operators) {
        const { incidents } = await csirt.ask<IncidentsView>('/api/v1/incidents')
        expect(incidents.map(({ reports }) => reports.length)).toEqual([1])
      }
      const { cases } = await cast.chair.ask<{ cases: CaseSummary[] }>('/api/v1/cases')
      expect(cases).toHaveLength(3)
      const view = await cast.chair.view(cast.case)
      const count = (kind: string, party?: string) =>
        view.acts.filter((one) => one.act?.kind === kind && (!party || one.party === party)).length
      expect([count('evidence'), count('attribute'), count('propose'), count('amend')]).toEqual([
        2, 4, 2, 1,
      ])
      expect(step(view, 'position')?.versions).toHaveLength(2)
    } finally {
      await exercise.stop()
    }
  },
)
