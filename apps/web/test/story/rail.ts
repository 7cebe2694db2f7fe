import { strict as assert } from 'node:assert'
import type { Person } from '../person.ts'
import type { State } from '../states.ts'
import type { Cast, Stage } from './stage.ts'

const PHONE = { width: 320, height: 640 }
const WIDE = { width: 1440, height: 1000 }

const openMore = async (person: Person) => {
  const { page } = person
  await page.setViewportSize(PHONE)
  await page.getByRole('button', { name: person.says('nav.more') }).click()
  await page.locator('.more-places a').first().waitFor()
}

export const RAIL: readonly State[] = [
  {
    name: 'places-behind-more',
    party: 'XA',
    arrive: async (person) => {
      await person.go('/drafts')
      await openMore(person)
    },
  },
]

/** Every place of the rail, walked by the keyboard alone, wide and on a phone. */
export async function walking({ count, door }: Stage, { alder }: Cast) {
  const operator = await door.enter('XO')
  for (const person of [alder, operator])
    await count.story(
      `the rail of ${person.party} leads to every place, and marks where one is`,
      async () => {
        const { page } = person
        await person.go('/')
        const links = await hrefs(person, '.rail a')
        assert.equal(links.includes('/assets'), person.party === 'XO')
        for (const href of links) {
          await person.go('/')
          await page.locator(`.rail a[href="${href}"]`).focus()
          await page.keyboard.press('Enter')
          await page.waitForURL((url) => url.pathname === href)
          await page.locator('main h1').first().waitFor()
          // What anyone reads has a frame of its own.
          if (href === '/public') continue
          assert.deepEqual(await hrefs(person, '.rail [aria-current="page"]'), [href])
        }
      },
    )
  await count.story('on a phone the places behind “More” are the others', async () => {
    const { page } = alder
    await alder.go('/lexicon')
    const all = await hrefs(alder, '.rail a')
    await page.setViewportSize(PHONE)
    const near = await hrefs(alder, '.phone-nav > a')
    await openMore(alder)
    assert.deepEqual([...near, ...(await hrefs(alder, '.more-places a'))], all)
    assert.equal(
      await page.locator('.phone-nav > button').getAttribute('aria-current'),
      'true',
      'the lexicon lies behind it',
    )
    await page.locator('.more-places a[href="/verify"]').click()
    await page.waitForURL(/\/verify$/)
    await page.locator('.more-places').waitFor({ state: 'hidden' })
    await page.setViewportSize(WIDE)
  })
  await operator.context.close()
}

const hrefs = ({ page }: Person, selector: string): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
