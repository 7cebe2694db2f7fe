import { strict as assert } from 'node:assert'
import { readConfig, writeConfig } from '../../../node/src/config.ts'
import type { Person } from '../person.ts'
import { until } from '../play.ts'
import { choose, dialog, type State } from '../states.ts'
import { attributionIsCleared } from './attributing.ts'
import type { Cast, Stage } from './stage.ts'

/** Kinds that Cedar's node signs only after a draft was cleared; the running node reads its file again. */
const clears = (stage: Stage, kinds: readonly string[]) => {
  const { data } = stage.demo.nodes.XC
  writeConfig(data, { ...readConfig(data), clearance: [...kinds] })
}

/** The node has read its file again once it says so. */
const asks = (person: Person, kind: string) =>
  until(`${person.party} to be asked for clearance`, async () => {
    const answer = await person.context.request.get(`${person.url}/api/v1/me`)
    const { person: me } = (await answer.json()) as { person?: { clearance: string[] } }
    return me?.clearance.includes(kind)
  })

/** Who drafts has no word of its own in the case: what it writes, others clear and sign. */
export const CLEARING: readonly State[] = [
  {
    name: 'voice-dialog-of-the-drafter',
    party: 'DRAFTER',
    arrive: async (person, play) => {
      await person.go(await play.dialogPath(person, 'voice'))
      await dialog(person).locator('footer .put-down button').waitFor()
    },
  },
]

/** Three persons at one node: one drafts, one clears, one signs, and none of them the other's part. */
export async function clearing(stage: Stage, { alder, cedar }: Cast) {
  const { count, door, play } = stage
  const drafter = await door.enter('DRAFTER')
  const adviser = await door.enter('ADVISER')
  clears(stage, ['comply', 'attribute'])
  await asks(cedar, 'attribute')
  await count.story(
    'where Cedar’s node wants a voice cleared first, not even its signatory is offered to sign it',
    async () => {
      await cedar.go(await play.dialogPath(cedar, 'voice'))
      await dialog(cedar).getByText(cedar.says('sign.why.cleared')).waitFor()
      assert.equal(
        await dialog(cedar)
          .getByRole('button', { name: cedar.says('sign.file') })
          .count(),
        0,
      )
    },
  )
  await count.story(
    'where Cedar’s node wants an attribution cleared first, it is put down as a draft',
    () => attributionIsCleared(cedar, play),
  )
  let draft = ''
  await count.story(
    'Cedar’s drafter writes a voice from the case page and puts it down',
    async () => {
      await drafter.go(play.casePath())
      await drafter.page
        .locator('.gate')
        .getByRole('link', { name: drafter.says('gate.do.give') })
        .click()
      await choose(drafter, 'union', 'awaits-instructions')
      await choose(drafter, 'national', 'awaits-instructions')
      await dialog(drafter).getByLabel(drafter.says('give.expected')).fill('2030-05-24T12:00')
      await dialog(drafter)
        .getByRole('button', { name: drafter.says('drafts.put-down'), exact: true })
        .click()
      await dialog(drafter)
        .getByRole('link', { name: drafter.says('drafts.see') })
        .click()
      await drafter.page.locator('.deeds').waitFor()
      draft = new URL(drafter.page.url()).pathname
      for (const does of ['drafts.do.clear', 'drafts.do.sign'] as const)
        assert.equal(
          await drafter.page.getByRole('button', { name: drafter.says(does) }).count(),
          0,
        )
    },
  )
  await count.story('its legal adviser reads the same bytes and clears exactly them', async () => {
    await adviser.go(draft)
    await adviser.page.getByRole('button', { name: adviser.says('drafts.do.clear') }).click()
    await adviser.page.locator('.chip', { hasText: adviser.says('drafts.state.cleared') }).waitFor()
    assert.equal(
      await adviser.page.getByRole('button', { name: adviser.says('drafts.do.sign') }).count(),
      0,
    )
  })
  await count.story(
    'its signatory signs them byte by byte, and Alder reads the voice',
    async () => {
      await cedar.go(draft)
      await cedar.page.getByRole('button', { name: cedar.says('sign.canonical') }).click()
      const shown = await cedar.page.locator('pre.sheet').textContent()
      await cedar.page.getByRole('button', { name: cedar.says('drafts.do.sign') }).click()
      await until('Alder’s node to have those bytes', async () =>
        (await play.view(alder)).acts.some(
          ({ payload }) => Buffer.from(payload, 'base64').toString() === shown,
        ),
      )
      assert.equal(
        (await play.position(alder)).voices['XC' as never]?.['effective'],
        'awaits-instructions',
      )
      await alder.go(play.casePath())
      await alder.page.locator('.board', { hasText: '24 May 2030, 12:00 UTC' }).waitFor()
      await alder.page.locator('.gate', { hasText: '24 May 2030, 12:00 UTC' }).waitFor()
    },
  )
  clears(stage, [])
  for (const { context } of [drafter, adviser]) await context.close()
}
