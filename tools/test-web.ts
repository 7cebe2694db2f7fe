import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { spawnSync } from 'node:child_process'
import { createCount } from '../apps/web/test/count.ts'
import { ROOT, findChromium, launch, startDemo } from '../apps/web/test/harness.ts'
import { createDoor } from '../apps/web/test/person.ts'
import { createPlay } from '../apps/web/test/play.ts'
import { tell } from '../apps/web/test/stories.ts'

/** Drives the real demo in a real browser: stories, and every named state looked at. */
const { values } = parseArgs({
  options: { shots: { type: 'string' }, only: { type: 'string' } },
})

const chromium = findChromium()
if (chromium === undefined) {
  console.log('left out: no Chromium. Install it, or name it in CHROMIUM: no story was told.')
  console.log('0 passed, 0 failed, 1 skipped')
  process.exit(process.env['CI'] === 'true' ? 1 : 0)
}
if (values.shots !== undefined) mkdirSync(values.shots, { recursive: true })

const built = spawnSync(process.execPath, ['tools/build.ts'], { cwd: ROOT, stdio: 'inherit' })
if (built.status !== 0) process.exit(1)

const startedAt = performance.now()
const count = createCount((line) => console.log(line))
await count.story('the play is told to its end', async () => {
  const demo = await startDemo()
  const browser = await launch(chromium).catch(async (error: unknown) => {
    await demo.stop()
    throw error
  })
  try {
    const { shots, only } = values
    const door = createDoor(browser, demo)
    await tell({ demo, door, play: createPlay(demo), count, shots, only })
  } finally {
    await browser.close()
    await demo.stop()
  }
})
console.log(`\n${Math.round((performance.now() - startedAt) / 1000)} s`)
const { line, failed } = count.close()
console.log(line)
process.exitCode = failed === 0 ? 0 : 1
