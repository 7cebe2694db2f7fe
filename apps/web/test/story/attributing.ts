import { strict as assert } from 'node:assert'
import type { Locator } from 'playwright-core'
import type { Person } from '../person.ts'
import { until, type Play } from '../play.ts'
import { dialog, type State } from '../states.ts'
import { tabTo, type Cast, type Stage } from './stage.ts'

/** A nation's own word on who is responsible, in its own page: beside the others, never in their place. */

const path = (play: Play) => `/cases/${play.case}/attribute?step=attribution`

const level = (person: Person, which: string) =>
  dialog(person).locator(`input[name="level"][value="${which}"]`)

const value = (person: Person, of: 'likelihood' | 'confidence') =>
  dialog(person)
    .getByRole('group', { name: person.says(`attributions.${of}`), exact: true })
    .locator('select')
    .last()

const whom = (person: Person) =>
  dialog(person).getByLabel(person.says('attribute.whom'), { exact: true })

const attributions = async (person: Person, play: Play) =>
  (await play.view(person)).acts.filter(({ act }) => act?.kind === 'attribute')

/** Presses Tab until this very field has the focus, as somebody without a pointer does. */
async function tabInto({ page }: Person, field: Locator) {
  for (let pressed = 0; pressed < 40; pressed++) {
    if (await field.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`expected Tab to reach ${field.toString()} within 40 strokes, got no further`)
}

const open = async (person: Person, play: Play) => {
  await person.go(path(play))
  await dialog(person).locator('.sheet').waitFor()
}

const withErrors = async (person: Person, play: Play) => {
  await open(person, play)
  await dialog(person)
    .getByRole('button', { name: person.says('sign.file') })
    .click()
  await dialog(person).locator('.error').first().waitFor()
}

/** Before anything is stated here. */
export const UNATTRIBUTED: readonly State[] = [
  { name: 'attribute-dialog', party: 'XA', arrive: open },
  { name: 'attribute-dialog-with-errors', party: 'XA', arrive: withErrors },
  { name: 'attribute-dialog-of-the-drafter', party: 'DRAFTER', arrive: open },
]

/** Once the evidence was taken back. */
export const UNOFFERED: readonly State[] = [
  {
    name: 'attribute-dialog-evidence-taken-back',
    party: 'XB',
    arrive: async (person, play) => {
      await open(person, play)
      const taken = dialog(person).locator('.taken-back')
      await taken.waitFor()
      const title = (await taken.textContent()) ?? ''
      const offered = await dialog(person).locator('label:has([type="checkbox"])').allTextContents()
      assert.ok(title !== '' && offered.every((one) => !one.includes(title)), offered.join('; '))
      await taken.scrollIntoViewIfNeeded()
    },
  },
]

export async function attributing({ count, play }: Stage, { alder, birch, chair }: Cast) {
  await count.story(
    'an attribution to nobody, by a value that is on no scale, is refused at its fields and not filed',
    async () => {
      const before = (await attributions(alder, play)).length
      await open(alder, play)
      await level(alder, 'entity').check()
      await whom(alder).fill('   ')
      await value(alder, 'confidence').selectOption('moderate')
      const likelihood = value(alder, 'likelihood')
      await likelihood.evaluate((select: HTMLSelectElement) =>
        select.add(new Option('perhaps', 'perhaps')),
      )
      await likelihood.selectOption('perhaps')
      await dialog(alder).locator('.sheet', { hasText: 'perhaps' }).waitFor()
      await dialog(alder)
        .getByRole('button', { name: alder.says('sign.file') })
        .click()
      await dialog(alder).getByText(alder.says('attribute.error.whom')).waitFor()
      await dialog(alder).getByText(alder.says('attribute.error.value')).waitFor()
      assert.equal(await dialog(alder).locator('.error').count(), 2)
      assert.equal(await whom(alder).getAttribute('aria-invalid'), 'true')
      assert.equal(await likelihood.getAttribute('aria-invalid'), 'true')
      await until('the first wrong field to have the focus', () =>
        whom(alder).evaluate((one) => one === document.activeElement),
      )
      // The words of one scale are not carried to another.
      await whom(alder).fill('Mudflat Systems')
      await dialog(alder)
        .getByLabel(
          alder.says('attribute.scale').replace('{name}', alder.says('attributions.likelihood')),
        )
        .selectOption('phia 2025')
      assert.equal(await likelihood.inputValue(), '')
      await dialog(alder)
        .getByRole('button', { name: alder.says('sign.file') })
        .click()
      assert.equal(await dialog(alder).locator('.error').count(), 1)
      assert.equal((await attributions(alder, play)).length, before)
    },
  )
  await count.story(
    'Alder states an attribution by keyboard alone, byte by byte as shown, and it stands beside the others',
    async () => {
      const before = await attributions(alder, play)
      await alder.go(play.casePath('attribution'))
      await alder.page
        .locator('.attributions')
        .getByRole('link', { name: alder.says('attribute.do') })
        .focus()
      await alder.page.keyboard.press('Enter')
      await tabInto(alder, level(alder, 'actor'))
      await alder.page.keyboard.press('ArrowDown')
      await tabInto(alder, whom(alder))
      await alder.page.keyboard.type('Mudflat Systems')
      await tabInto(alder, value(alder, 'likelihood'))
      await alder.page.keyboard.type('roughly')
      await tabInto(alder, value(alder, 'confidence'))
      await alder.page.keyboard.type('low')
      await tabInto(alder, dialog(alder).locator('input[type="checkbox"]').first())
      await alder.page.keyboard.press('Space')
      await tabInto(alder, dialog(alder).locator('textarea'))
      await alder.page.keyboard.type('Exercise: a second hypothesis beside QUIET GULL.')
      await tabTo(alder, alder.says('sign.canonical'))
      await alder.page.keyboard.press('Enter')
      const shown = await dialog(alder).locator('pre.sheet').textContent()
      await tabTo(alder, alder.says('sign.file'))
      await alder.page.keyboard.press('Enter')
      await dialog(alder).waitFor({ state: 'detached', timeout: 15_000 })
      const after = await attributions(alder, play)
      assert.equal(after.length, before.length + 1)
      const filed = after.find(({ id }) => before.every((one) => one.id !== id))
      assert.equal(Buffer.from(filed!.payload, 'base64').toString('utf8'), shown)
      const { act } = filed!
      assert.ok(act?.kind === 'attribute')
      assert.deepEqual(
        [act.level, act.whom, act.likelihood, act.confidence, act.evidence.length],
        [
          'entity',
          'Mudflat Systems',
          { scale: 'icd-203', version: '2015', value: 'roughly even chance' },
          { scale: 'icd-203-confidence', version: '2015', value: 'low' },
          1,
        ],
      )
      await birch.go(play.casePath('attribution'))
      const panel = birch.page.locator('.attributions .panel', { hasText: 'Alder' }).first()
      await panel.getByText('a second hypothesis').waitFor({ timeout: 15_000 })
      await panel.getByText('QUIET GULL', { exact: true }).waitFor()
      assert.equal(await birch.page.locator('.attributions dl').count(), after.length)
    },
  )
  await count.story('the chair, which is no member, is not offered to attribute', async () => {
    await chair.go(play.casePath('attribution'))
    await chair.page.locator('.attributions dl').first().waitFor()
    assert.equal(
      await chair.page.getByRole('link', { name: chair.says('attribute.do') }).count(),
      0,
    )
    await chair.go(path(play))
    await chair.page.locator('.attributions dl').first().waitFor()
    assert.equal(await dialog(chair).count(), 0)
  })
}

/** Where an attribution is cleared first, its signatory is offered to put it down only. */
export async function attributionIsCleared(person: Person, play: Play) {
  await open(person, play)
  await dialog(person).getByText(person.says('sign.why.cleared')).waitFor()
  assert.equal(
    await dialog(person)
      .getByRole('button', { name: person.says('sign.file') })
      .count(),
    0,
  )
  await level(person, 'state').check()
  await whom(person).fill('Hawthorn')
  await value(person, 'likelihood').selectOption('unlikely')
  await value(person, 'confidence').selectOption('low')
  await dialog(person)
    .getByRole('button', { name: person.says('drafts.put-down'), exact: true })
    .click()
  await dialog(person)
    .getByRole('link', { name: person.says('drafts.see') })
    .click()
  await person.page.locator('.sheet', { hasText: 'Hawthorn' }).waitFor()
}
