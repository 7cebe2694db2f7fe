import { strict as assert } from 'node:assert'
import type { Response } from 'playwright-core'
import { choose, dialog } from '../states.ts'
import type { Person } from '../person.ts'
import type { Cast, Stage } from './stage.ts'

/** P12 of the numbers that have a limit: JavaScript of the first page, as it is sent. */
const LIMIT_KB = 200

/** What holds of the page as such, whatever it shows. */
export async function pageItself(stage: Stage, { cedar }: Cast) {
  await light(stage)
  await policy(stage, cedar)
  await withoutColour(stage, cedar)
}

async function light({ count, door }: Stage) {
  await count.story(
    `P12: the first page needs at most ${LIMIT_KB} KB of JavaScript, compressed`,
    async () => {
      // A window that has never seen the page: nothing comes from its cache.
      const cedar = await door.enter('XC')
      const scripts: Response[] = []
      cedar.page.on('response', (response) => {
        if (response.request().resourceType() === 'script') scripts.push(response)
      })
      await cedar.go('/')
      await cedar.page.locator('.item .btn.primary').waitFor()
      await cedar.page.waitForLoadState('networkidle')
      const bytes = await Promise.all(scripts.map(sentBytes))
      const kb = bytes.reduce((sum, one) => sum + one, 0) / 1000
      count.note(`P12  ${kb.toFixed(1)} KB in ${scripts.length} files, limit ${LIMIT_KB} KB`)
      await cedar.context.close()
      assert.ok(scripts.length > 0, 'expected scripts, got none')
      assert.ok(kb <= LIMIT_KB, `expected at most ${LIMIT_KB} KB, got ${kb.toFixed(1)}`)
    },
  )
}

async function sentBytes(response: Response): Promise<number> {
  assert.equal(
    await response.headerValue('content-encoding'),
    'gzip',
    `expected ${response.url()} to be sent compressed`,
  )
  return (await response.request().sizes()).responseBodySize
}

async function policy({ count }: Stage, cedar: Person) {
  await count.story('no script stands in the page, and its policy would not run one', async () => {
    const answer = await cedar.context.request.get(`${cedar.url}/`)
    assert.doesNotMatch(await answer.text(), /<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:/i)
    const directives = (answer.headers()['content-security-policy'] ?? '').split('; ')
    const scripts = directives.find((one) => one.startsWith('script-src')) ?? directives[0]
    assert.match(scripts ?? '', /^(default|script)-src 'self'$/)
    await cedar.go('/')
    const ran = await cedar.page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.documentElement.dataset.ran = "yes"'
      document.body.append(script)
      return document.documentElement.dataset['ran']
    })
    assert.equal(ran, undefined)
    const refused = cedar.complaints.splice(0)
    assert.ok(
      refused.some((one) => one.includes('Content Security Policy')),
      'expected the browser to say that it refused the script',
    )
  })
}

async function withoutColour({ count, play }: Stage, cedar: Person) {
  await count.story(
    'in forced colours the nine voices keep nine shapes, and a choice can be seen',
    async () => {
      await cedar.page.emulateMedia({ forcedColors: 'active' })
      try {
        await cedar.go(play.casePath())
        const marks = await cedar.page.locator('.legend-row .voice-mark').all()
        const drawn = []
        for (const mark of marks) drawn.push((await mark.screenshot()).toString('base64'))
        assert.equal(drawn.length, 9)
        assert.equal(new Set(drawn).size, 9, 'expected nine different drawings')
        await cedar.go(await play.dialogPath(cedar, 'voice'))
        const pick = dialog(cedar).locator('.pick', {
          has: cedar.page.locator('[value="objects"]'),
        })
        const before = await pick.first().screenshot()
        await choose(cedar, 'union', 'objects')
        assert.notDeepEqual(await pick.first().screenshot(), before)
      } finally {
        await cedar.page.emulateMedia({ forcedColors: 'none' })
      }
    },
  )
}
