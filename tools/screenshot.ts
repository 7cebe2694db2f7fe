import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { ROOT, findChromium, launch, startDemo } from '../apps/web/test/harness.ts'
import { createDoor } from '../apps/web/test/person.ts'
import { createPlay } from '../apps/web/test/play.ts'

/** Takes `docs/case-page.png` from the running product, at the moment when Cedar is awaited. */
const chromium = findChromium()
if (chromium === undefined) throw new Error('expected Chromium, got none: name it in CHROMIUM')
const built = spawnSync(process.execPath, ['tools/build.ts'], { cwd: ROOT, stdio: 'inherit' })
if (built.status !== 0) process.exit(1)
const demo = await startDemo()
try {
  const browser = await launch(chromium)
  const cedar = await createDoor(browser, demo).enter('XC')
  await cedar.page.emulateMedia({ colorScheme: 'light' })
  await cedar.go(createPlay(demo).casePath())
  await cedar.page.locator('.gate').waitFor()
  await cedar.page.evaluate(() => document.fonts.ready)
  await cedar.page.screenshot({ path: join(ROOT, 'docs/case-page.png'), fullPage: true })
  await browser.close()
  console.log('docs/case-page.png')
} finally {
  await demo.stop()
}
