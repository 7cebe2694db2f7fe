import { strict as assert } from 'node:assert'
import { until } from '../play.ts'
import { dialog } from '../states.ts'
import { sign, type Cast, type Stage } from './stage.ts'

/** Clauses of the second measure of the exercise; the State is invented. */
const TITLE = 'Exercise: suspension of harbour pilotage with Hawthorn'
const CLAUSE = 'Each nation that is itself injured suspends article 5 by its own decision.'

/** The chair puts a measure with its terms in the page, and amends them. */
export async function proposing({ count, play }: Stage, { alder, chair }: Cast) {
  const form = dialog(chair).locator('.version-form')
  const object = form.locator('select:has(option[value="deter"])')
  const last = async () =>
    (await play.view(chair)).acts.findLast(
      ({ act, party }) =>
        party === 'CO' && (act?.kind === 'propose' || act?.kind === 'amend') && act.measure,
    )
  await count.story(
    'a measure to deter is refused in the form with its provision, and nothing of it is signed',
    async () => {
      const before = (await play.view(chair)).acts.length
      await chair.go(`/cases/${play.case}/propose?kind=measure`)
      await form.getByLabel(chair.says('amend.heading'), { exact: true }).fill(TITLE)
      await form.locator('.clause-field textarea').fill(CLAUSE)
      await form
        .getByLabel(chair.says('version.measure.kind'), { exact: true })
        .selectOption('countermeasure')
      await form.getByLabel(chair.says('version.measure.code'), { exact: true }).fill('XH')
      await form
        .locator('.terms-fields')
        .getByLabel(chair.says('version.measure.name'), { exact: true })
        .fill('Hawthorn')
      await object.selectOption('deter')
      await form.locator('.refused-object', { hasText: 'Article 49(1)' }).waitFor()
      await dialog(chair)
        .getByRole('button', { name: chair.says('sign.file') })
        .click()
      await form.locator('select[aria-invalid="true"]').first().waitFor()
      assert.equal((await play.view(chair)).acts.length, before)
    },
  )
  await count.story('for cessation and reparation it is put, byte by byte as shown', async () => {
    await object.selectOption('cease-and-repair')
    await dialog(chair)
      .getByRole('button', { name: chair.says('sign.canonical') })
      .click()
    const shown = await dialog(chair).locator('pre.sheet').textContent()
    await sign(chair)
    const filed = await last()
    assert.equal(Buffer.from(filed!.payload, 'base64').toString('utf8'), shown)
    await until('Alder’s node to have the second measure', async () =>
      (await play.view(alder)).state.measures?.some(({ version }) => version === filed!.id),
    )
  })
  await count.story(
    'its terms are amended in the same form, with what changes redlined',
    async () => {
      const { id, act } = (await last())!
      const step = act?.kind === 'propose' ? act.step.id : ''
      await chair.go(`/cases/${play.case}/amend?step=${step}`)
      await object.selectOption('cease')
      await form.locator('.terms-changes del', { hasText: 'and reparation' }).waitFor()
      await sign(chair)
      const next = (await last())!.act
      assert.ok(next?.kind === 'amend' && next.replaces === id)
      assert.equal(next.measure?.facts['object']?.value, 'cease')
      assert.deepEqual(next.text, act?.kind === 'propose' ? act.text : undefined)
    },
  )
}
