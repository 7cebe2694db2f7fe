import { strict as assert } from 'node:assert'
import { createHash } from 'node:crypto'
import type { Person } from '../person.ts'
import { until, type Play } from '../play.ts'
import { dialog, type State } from '../states.ts'
import { sign, type Cast, type Stage } from './stage.ts'

const open = async (person: Person, play: Play) => {
  await person.go(`/cases/${play.case}/pointer`)
  await dialog(person).locator('.sheet').waitFor()
}

export const POINTED: readonly State[] = [{ name: 'pointer-dialog', party: 'XA', arrive: open }]

/** What may not be held by others: its hash and level go on record, and nothing of what it says. */
export async function pointing({ count, play }: Stage, { alder, cedar }: Cast) {
  await count.story(
    'Alder points to a file that others may not hold: Cedar reads its hash and level, and no word of it',
    async () => {
      const kept = Buffer.from('Exercise: a report of Alder that nobody else may hold.')
      const digest = createHash('sha256').update(kept).digest('hex')
      await open(alder, play)
      const form = dialog(alder)
      await form.getByRole('button', { name: alder.says('sign.file') }).click()
      await form.getByText(alder.says('pointer.name.error')).waitFor()
      await form.getByText(alder.says('pointer.sha256.error')).waitFor()
      await form.getByLabel(alder.says('pointer.name')).fill('Exercise: how the modems were found')
      await form
        .locator('input[type="file"]')
        .setInputFiles({ name: 'kept.txt', mimeType: 'text/plain', buffer: kept })
      await form.locator('dl.sheet', { hasText: digest }).waitFor()
      await sign(alder)
      const pointed = await until('the pointer at Cedar’s node', async () =>
        (await play.view(cedar)).acts.find(
          ({ act }) => act?.kind === 'evidence' && act.pointers?.[0]?.sha256 === digest,
        ),
      )
      assert.ok(!Buffer.from(pointed.payload, 'base64').includes(kept))
      await cedar.go(play.casePath())
      const panel = cedar.page.locator('.evidence-acts details', { hasText: 'modems were found' })
      await panel.locator('summary').click()
      await panel.getByText(cedar.says('evidence-acts.not-to-hold')).waitFor()
      await panel.getByText('TLP:RED').waitFor()
    },
  )
}
