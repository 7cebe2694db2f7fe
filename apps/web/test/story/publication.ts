import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import type { PublicationList } from '../../../node/src/api.ts'
import type { Person } from '../person.ts'
import { ask, until } from '../play.ts'
import { dialog, verifyHere } from '../states.ts'
import { gate, sign, type Cast, type Stage } from './stage.ts'

const position = async (person: Person) =>
  (await ask<PublicationList>(person, '/public/index.json')).publications.find(
    ({ what }) => what === 'position',
  )

/** Once the position is adopted: the play publishes for Alder, Birch and the chair, Cedar for itself. */
export async function publishing({ count, play }: Stage, { birch, cedar }: Cast) {
  await count.story('the nations of the play publish the position, and Cedar is not made to', () =>
    until('Alder and Birch to publish', async () => {
      const parties = (await position(birch))?.by.map(({ party }) => party as string)
      assert.ok(!parties?.includes('XC'))
      return parties?.length === 2
    }).then(() => undefined),
  )
  await count.story('Cedar publishes it from the page, in the text that was adopted', async () => {
    await cedar.go(play.casePath())
    await gate(cedar)
      .getByRole('link', { name: cedar.says('gate.do.publish') })
      .click()
    await dialog(cedar).locator('.sheet').waitFor()
    // Beside it a statement of its own, held against the adopted text before anybody signs.
    await dialog(cedar).getByLabel(cedar.says('statement.own')).check()
    await dialog(cedar).locator('textarea').fill('Cedar supports those who were injured.')
    await dialog(cedar).locator('.wording mark').first().waitFor()
    await dialog(cedar).locator('.rule-missing').waitFor()
    await dialog(cedar).getByText('Cedar supports those who were injured.').nth(1).waitFor()
    await dialog(cedar).getByLabel(cedar.says('statement.adopted')).check()
    await sign(cedar)
    await until('Birch’s node to show it', async () => (await position(birch))?.by.length === 3)
  })
}

export async function reading({ count, door }: Stage) {
  const anyone = await door.enter('XB', { stranger: true })
  const { page } = anyone
  await count.story('somebody without an account reads the advisory and its proof', async () => {
    await anyone.go('/public')
    await page.locator('.publications a[lang="en"]').first().click()
    await page.locator('.certificate.alone .stand .okay').first().waitFor()
    assert.equal(await page.locator('.certificate.genuine').count(), 0)
  })
  await count.story(
    'a charter id that was compared once makes the next text genuine at once, and another’s false',
    async () => {
      await page.getByRole('button', { name: anyone.says('public.compare.same') }).click()
      await page.locator('.certificate.genuine').waitFor()
      await page.goto('about:blank')
      await anyone.go(`/public/${(await position(anyone))!.id.slice('sha256:'.length)}`)
      await page.locator('.certificate.genuine').waitFor()
      assert.equal(await page.locator('.certificate .stand .okay').count(), 3)
      await page.evaluate(
        (id) => localStorage.setItem('entente-public-charter', id),
        `sha256:${'0'.repeat(64)}`,
      )
      await page.reload()
      await page.locator('.unproved .outcome.refused').waitFor()
      assert.equal(await page.locator('.publication .art').count(), 0)
      await page.getByRole('button', { name: anyone.says('public.compare.forget') }).click()
      await page.locator('.certificate.alone').waitFor()
    },
  )
  await count.story('a downloaded certificate is proved on the verification page', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: anyone.says('public.download') }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8')
    const { cases } = await ask<PublicationList>(anyone, '/public/index.json')
    await anyone.go('/verify')
    await verifyHere(anyone, text, cases[0]!.id)
    await page.locator('.outcome.proved').waitFor()
    await verifyHere(anyone, text, `sha256:${'0'.repeat(64)}`)
    await page.locator('.outcome.refused').waitFor()
    assert.equal(await page.locator('.outcome .facts code').first().textContent(), 'charter.other')
  })
  await count.story('nobody’s browser complained on the public pages', async () => {
    assert.deepEqual(anyone.complaints, [])
  })
  await anyone.context.close()
}
