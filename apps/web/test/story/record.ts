import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import { putConflict, verifyHere } from '../states.ts'
import { withOtherClaim, withOtherVoice, withoutLastAct } from '../tamper.ts'
import type { Cast, Stage } from './stage.ts'

export async function evidence({ count, play }: Stage, { alder }: Cast) {
  await count.story(
    'a search finds an object by a word of its name, and the link opens it',
    async () => {
      const id = await play.evidence(alder)
      const { versions } = await play.object(alder, id)
      const name = (JSON.parse(versions[0]!.text) as { name: string }).name
      await alder.go('/objects')
      await alder.page.locator('.search input').fill(name)
      await alder.page.keyboard.press('Enter')
      await alder.page.waitForURL(/[?&]q=/)
      await alder.page.locator(`.objects a[href="/objects/${id}"]`).click()
      await alder.page.locator('.namings .hash.same').first().waitFor()
      assert.equal(
        await alder.page.locator('.bytes pre').first().textContent(),
        versions.at(-1)!.text,
      )
    },
  )
  await count.story(
    'two contents under one id and date stand side by side, and neither is preferred',
    async () => {
      const id = await putConflict(alder, play)
      await alder.go(`/objects/${id}`)
      const marked = alder.page.locator('.conflict .compare .other mark')
      await marked.first().waitFor()
      assert.ok(
        (await marked.allTextContents()).some((line) => line.includes('Another name, same date')),
      )
      assert.equal(await alder.page.locator('.versions > li').count(), 2)
    },
  )
}

export async function verification({ count, play, demo }: Stage, { alder }: Cast) {
  const { page } = alder
  await count.story(
    'a downloaded record is proved in the browser against the charter id',
    async () => {
      await alder.go('/verify')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: alder.says('verify.from-node.download') }).click(),
      ])
      const text = readFileSync(await download.path(), 'utf8')
      await verifyHere(alder, text, demo.case)
      await page.locator('.outcome.proved').waitFor()
      assert.ok(
        (await page.locator('.outcome').textContent())?.includes((await play.view(alder)).digest),
      )
    },
  )
  await count.story(
    'without a charter id the same record is self-consistent only, and never green',
    async () => {
      await verifyHere(alder, await play.bundle(alder), undefined)
      await page.locator('.outcome.alone').waitFor()
      assert.equal(await page.locator('.outcome.proved').count(), 0)
    },
  )
  await count.story('an id taken from the node is said to come from the node', async () => {
    await alder.go('/verify')
    await page.getByRole('button', { name: alder.says('verify.from-node.id') }).click()
    await page.locator('.verify .note', { hasText: 'Alder' }).waitFor()
    await page.getByRole('button', { name: alder.says('verify.from-node.record') }).click()
    await page.locator('.verify button[type="submit"][aria-disabled="false"]').click()
    await page.locator('.outcome.proved').waitFor()
  })
  const tampered = [
    ['an act taken out', withoutLastAct],
    ['another result claimed', withOtherClaim],
    ['a voice turned round', withOtherVoice],
  ] as const
  for (const [what, tamper] of tampered)
    await count.story(`a record with ${what} is refused with a code and a sentence`, async () => {
      await alder.go('/verify')
      await verifyHere(alder, tamper(await play.bundle(alder)), demo.case)
      await page.locator('.outcome.refused').waitFor()
      assert.match(
        (await page.locator('.outcome .facts code').first().textContent()) ?? '',
        /^[a-z]+\.[a-z-]+$/,
      )
      assert.ok(((await page.locator('.outcome .sentence').textContent()) ?? '').length > 20)
    })
}
