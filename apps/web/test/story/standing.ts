import { strict as assert } from 'node:assert'
import { dialog } from '../states.ts'
import { gate, give, sign, tabTo, type Cast, type Stage } from './stage.ts'

export async function adopting({ count, play }: Stage, { alder, cedar }: Cast) {
  await count.story(
    'Alder declares the position adopted from the page, and it stands on Cedar’s node',
    async () => {
      await alder.go(play.casePath())
      await gate(alder)
        .getByRole('link', { name: alder.says('gate.do.declare') })
        .click()
      await dialog(alder).locator('.sheet').waitFor()
      await sign(alder)
      await play.sees(cedar, 'the adoption', ({ inForce }) => inForce)
      await cedar.go(play.casePath())
      await cedar.page.locator('.gate .standing.s-stands').waitFor()
    },
  )
}

export async function withdrawing({ count, play }: Stage, { alder, cedar }: Cast) {
  await count.story(
    'Cedar withdraws its consent by keyboard alone, and the standing is suspended on Alder’s page',
    async () => {
      await alder.go(play.casePath())
      await cedar.go(play.casePath())
      await gate(cedar)
        .getByRole('link', { name: cedar.says('gate.do.withdraw') })
        .waitFor()
      await tabTo(cedar, cedar.says('gate.do.withdraw'))
      await cedar.page.keyboard.press('Enter')
      await dialog(cedar).locator('.sheet').waitFor()
      await tabTo(cedar, cedar.says('withdraw.sign'))
      await cedar.page.keyboard.press('Enter')
      await dialog(cedar).waitFor({ state: 'detached', timeout: 15_000 })
      await alder.page.locator('.gate .standing.s-suspended').waitFor({ timeout: 15_000 })
      assert.equal((await play.position(alder)).standing, 'suspended')
    },
  )
}

export async function ending({ count, play }: Stage, { alder, chair }: Cast) {
  await count.story(
    'Alder declares it ended from the page, and the next computation says so everywhere',
    async () => {
      await alder.go(play.casePath())
      await gate(alder)
        .getByRole('link', { name: alder.says('gate.do.end') })
        .click()
      await dialog(alder).locator('.sheet').waitFor()
      await sign(alder)
      await alder.page.locator('.gate .standing.s-ended').waitFor({ timeout: 15_000 })
      await play.sees(chair, 'the end', ({ standing }) => standing === 'ended')
    },
  )
}

export async function offering({ count, play }: Stage, { alder, chair }: Cast) {
  await count.story(
    'the page offers the chair a new version, and the nations are awaited anew',
    async () => {
      const before = await play.position(chair)
      await chair.go(play.casePath())
      await gate(chair)
        .getByRole('link', { name: chair.says('gate.do.amend') })
        .click()
      await dialog(chair)
        .getByLabel(chair.says('give.clause.one').replace('{clause}', '1'))
        .fill('The members of the Coalition condemn the malicious cyber activity of 24 February.')
      await sign(chair)
      const now = await play.sees(
        alder,
        'the new version',
        ({ number }) => number === before.number + 1,
      )
      assert.deepEqual(
        now.gate.reasons.map(({ code }) => code),
        // Two demands of the rule are unmet at once: all must speak, and one must be for it.
        ['silent', 'silent', 'silent', 'nobody-for'],
      )
    },
  )
}

export async function losingBirch({ count, play, demo }: Stage, { alder, birch, chair }: Cast) {
  await count.story(
    'Birch’s node is killed: the others serve, say so, and give voices',
    async () => {
      await birch.context.close()
      await alder.go(play.casePath())
      const { voices: before } = await play.position(chair)
      assert.equal(before['XA' as never]?.['effective'], 'silent')
      process.kill(demo.nodes.XB.pid, 'SIGKILL')
      const words = alder.says('peers.unreachable').replace('{name}', 'Birch').split('.')[0]!
      await alder.page.getByText(words).first().waitFor({ timeout: 30_000 })
      await give(alder, play, ['complies', 'complies'])
      const now = await play.sees(
        chair,
        'Alder’s voice',
        ({ voices }) => voices['XA' as never]?.['effective'] === 'complies',
      )
      const others = ['XB', 'XC'] as never[]
      for (const party of others) assert.deepEqual(now.voices[party], before[party])
      assert.equal(now.gate.open, false)
    },
  )
}
