import { strict as assert } from 'node:assert'
import type { CharterId, PartyId } from '@entente/accord'
import type { CaseView, RemindersView } from '../../../node/src/api.ts'
import type { PersonClient } from '../../../node/src/demo/person.ts'
import type { Person } from '../person.ts'
import { ask, until } from '../play.ts'
import { dialog, type State } from '../states.ts'
import { notifying } from './notifying.ts'
import { gate, sign, type Cast, type Stage } from './stage.ts'

const DAY = 86_400
const lessonsOf = ({ state }: CaseView) =>
  state.steps.find(({ kind }) => kind === 'lessons')?.versions.at(-1)
const viewOf = (person: Person, root: CharterId) => ask<CaseView>(person, `/api/v1/cases/${root}`)

/** The text under silence, in the coalition's own case. */
const inLessons = (does: 'acknowledge' | 'extend') => async (person: Person) => {
  const { cases } = await ask<{ cases: { id: string; root?: boolean }[] }>(person, '/api/v1/cases')
  await person.go(`/cases/${cases.find(({ root }) => root)!.id}/${does}?step=lessons`)
  await dialog(person).locator('.sheet').waitFor()
}

export const UNDER_SILENCE: readonly State[] = [
  { name: 'acknowledge-dialog', party: 'XB', arrive: inLessons('acknowledge') },
  { name: 'extend-dialog', party: 'CO', arrive: inLessons('extend') },
]

/** The chair puts a text under silence; a member acknowledges it, and the chair gives more time. */
export async function silencing(
  stage: Stage,
  { cedar, chair }: Cast,
  { office, root }: { readonly office: PersonClient; readonly root: CharterId },
): Promise<void> {
  const { count } = stage
  const end = Math.floor(Date.now() / 1000) + 7 * DAY
  await notifying(stage, () =>
    office.file(root, 'propose', {
      step: { id: 'lessons', kind: 'lessons' },
      text: {
        lang: 'en',
        title: 'What was learned',
        clauses: [{ id: '1', text: 'The members send their contact lists again every quarter.' }],
      },
      expiry: end,
    }),
  )
  await until('Cedar’s node to have the text', async () => lessonsOf(await viewOf(cedar, root)))
  await count.story(
    'beside every page Cedar sees how much is due, and one less once it has read of it',
    async () => {
      const { page } = cedar
      await cedar.go('/reminders')
      const number = page.locator('nav.rail a[href="/reminders"] .count')
      await number.waitFor()
      const before = Number(await number.innerText())
      const { reminders } = await ask<RemindersView>(cedar, '/api/v1/reminders')
      assert.equal(before, reminders.filter(({ isRead }) => !isRead).length)
      assert.ok(before > 0)
      await page
        .getByRole('row', { name: /What was learned/ })
        .getByRole('button', { name: /Mark as read|Marcar/ })
        .first()
        .click()
      await until('the number to fall', async () => {
        // Where nothing is left to read no number stands there: both are looked at in one moment.
        const [now = '0'] = await number.allInnerTexts()
        return Number(now) === before - 1
      })
    },
  )
  await count.story(
    'Cedar acknowledges a text under silence, so that saying nothing is consent',
    async () => {
      await cedar.go(`/cases/${root}?step=lessons`)
      await gate(cedar)
        .getByRole('link', { name: cedar.says('gate.do.acknowledge') })
        .click()
      await dialog(cedar).locator('.sheet').waitFor()
      await sign(cedar)
      await until('the chair’s node to have the receipt', async () =>
        lessonsOf(await viewOf(chair, root))?.acknowledged?.includes('XC' as PartyId),
      )
    },
  )
  await count.story(
    'the chair gives more time in the page; an earlier end is refused in the form',
    async () => {
      await chair.go(`/cases/${root}?step=lessons`)
      await gate(chair)
        .getByRole('link', { name: chair.says('gate.do.extend') })
        .click()
      const field = dialog(chair).getByLabel(chair.says('extend.until'))
      const at = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16)
      await field.fill(at(end - DAY))
      await dialog(chair)
        .getByRole('button', { name: chair.says('sign.file') })
        .click()
      await dialog(chair).getByText(chair.says('extend.later')).waitFor()
      const later = end + 2 * DAY
      await field.fill(at(later))
      await sign(chair)
      const expiry = await until('the new end at Cedar’s node', async () => {
        const version = lessonsOf(await viewOf(cedar, root))
        return version?.expiry !== end && version?.expiry
      })
      assert.equal(expiry, later - (later % 60))
    },
  )
}

/** A consent is reaffirmed in the page, for the window that is next due. */
export async function reaffirming(
  { count }: Stage,
  { birch, chair }: Cast,
  root: CharterId,
): Promise<void> {
  await count.story('Birch reaffirms its consent, and the chair’s node counts it', async () => {
    await birch.go(`/cases/${root}?step=charter`)
    await gate(birch)
      .getByRole('link', { name: birch.says('gate.do.reaffirm') })
      .click()
    await dialog(birch).locator('.sheet').waitFor()
    await sign(birch)
    const windows = await until('the reaffirmation at the chair’s node', async () => {
      const { state } = await viewOf(chair, root)
      const charter = state.steps.find(({ kind }) => kind === 'charter')
      return charter?.versions[0]?.reaffirmed?.['XB' as PartyId]
    })
    assert.deepEqual(windows, [1])
  })
}
