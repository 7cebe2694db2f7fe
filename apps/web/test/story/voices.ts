import { strict as assert } from 'node:assert'
import { choose, dialog } from '../states.ts'
import { gate, give, showsGate, sign, type Cast, type Stage } from './stage.ts'

export async function reserving({ count, play }: Stage, { alder, cedar }: Cast) {
  await count.story('a link leads straight into the voice dialog', async () => {
    await cedar.go(await play.dialogPath(cedar, 'voice'))
    await dialog(cedar).waitFor()
    const focused = await cedar.page.evaluate(() => document.activeElement?.getAttribute('name'))
    assert.equal(focused, 'union')
    await cedar.page.keyboard.press('Escape')
    await dialog(cedar).waitFor({ state: 'detached' })
  })
  await count.story(
    'Cedar complies with a reservation on clause 5, and the gate opens on both nodes',
    async () => {
      await alder.go(play.casePath())
      await showsGate(alder, 'shut')
      await cedar.go(await play.dialogPath(cedar, 'voice'))
      await choose(cedar, 'union', 'complies')
      await choose(cedar, 'national', 'complies-with-reservation')
      const reserve = dialog(cedar).locator('.reservation')
      await reserve.locator('select').selectOption('5')
      await reserve
        .locator('textarea')
        .fill('Cedar takes no measures while its parliament is not heard.')
      await dialog(cedar)
        .getByRole('button', { name: cedar.says('sign.canonical') })
        .click()
      const shown = await dialog(cedar).locator('pre.sheet').textContent()
      await sign(cedar)
      await showsGate(cedar, 'open')
      await showsGate(alder, 'open')
      const { voices } = await play.position(alder)
      assert.deepEqual(Object.entries(voices).find(([party]) => party === 'XC')?.[1].excepts, ['5'])
      const filed = (await play.view(alder)).acts.find(
        ({ act }) => act?.kind === 'comply' && act.party === 'XC' && act.reservations,
      )
      assert.equal(
        Buffer.from(filed?.payload ?? '', 'base64').toString(),
        shown,
        'expected the bytes that the dialog showed, signed, on another node',
      )
    },
  )
}

export async function objecting({ count, play }: Stage, { alder, cedar, chair }: Cast) {
  await count.story(
    'Cedar objects in its national voice, says what it would take, and the gate shuts',
    async () => {
      await cedar.go(await play.dialogPath(cedar, 'voice'))
      await choose(cedar, 'union', 'complies')
      await choose(cedar, 'national', 'objects')
      const more = dialog(cedar).locator('details.more')
      await more.getByLabel(cedar.says('give.would-take'), { exact: true }).fill(WOULD_TAKE)
      await more.locator('.clause-pick').selectOption('5')
      await more.getByLabel(cedar.says('give.amendment').replace('{clause}', '5')).fill(AMENDED)
      await sign(cedar)
      await showsGate(cedar, 'shut')
      await alder.go(play.casePath())
      await showsGate(alder, 'shut')
      const { gate: shut } = await play.sees(chair, 'the objection', (one) => !one.gate.open)
      assert.deepEqual(
        shut.reasons.map(({ code, member, axes }) => [code, member, axes]),
        [['objects', 'XC', ['national']]],
      )
      assert.match((await gate(alder).textContent()) ?? '', /Cedar objects in its national voice/)
      await gate(alder)
        .getByRole('button', { name: alder.says('gate.amendment.see') })
        .click()
      await gate(alder).getByText(WOULD_TAKE).waitFor()
    },
  )
}

const WOULD_TAKE = 'Clause 5 without measures.'
const AMENDED = 'They stand ready to consult one another, should the activity continue.'

export async function amending({ count, play }: Stage, { alder, birch, cedar, chair }: Cast) {
  await count.story(
    'the chair takes Cedar’s clause into a new version, on which nobody has spoken',
    async () => {
      const before = await play.position(chair)
      await chair.go(play.casePath())
      await gate(chair)
        .getByRole('link', { name: chair.says('gate.do.take') })
        .first()
        .click()
      await dialog(chair).locator('textarea').last().waitFor()
      assert.equal(await dialog(chair).locator('textarea').last().inputValue(), AMENDED)
      await sign(chair)
      for (const person of [alder, birch, cedar]) {
        const now = await play.sees(
          person,
          'the new version',
          ({ number }) => number === before.number + 1,
        )
        assert.ok(Object.values(now.voices).every(({ effective }) => effective === 'silent'))
      }
    },
  )
  await count.story('Alder and Birch give their voices in their own pages at once', async () => {
    await Promise.all([
      give(alder, play, ['complies', 'complies']),
      give(birch, play, ['complies', 'complies']),
    ])
    await play.sees(cedar, 'two nations’ voices', ({ gate: { reasons } }) => reasons.length === 1)
  })
  await count.story(
    'Cedar gives its two voices by keyboard alone, in at most twelve keystrokes',
    async () => {
      await alder.go(play.casePath())
      await showsGate(alder, 'shut')
      await cedar.go('/')
      await cedar.page.locator('.item .btn.primary').waitFor()
      const keys = ['j', 'Enter', 'Space', 'Tab', 'Space', 'Control+Enter']
      assert.ok(keys.length <= 12)
      for (const key of keys) {
        await cedar.page.keyboard.press(key)
        // The dialog's code may still be on its way; a person would see that and wait.
        if (key === 'Enter') await dialog(cedar).locator('input[name="union"]:focus').waitFor()
      }
      await dialog(cedar).waitFor({ state: 'detached', timeout: 15_000 })
      await showsGate(alder, 'open')
      const { voices } = await play.position(alder)
      assert.equal(voices['XC' as keyof typeof voices]?.effective, 'complies')
    },
  )
}
