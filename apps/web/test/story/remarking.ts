import { strict as assert } from 'node:assert'
import type { ImportList, ImportView, ObjectSummary } from '../../../node/src/api.ts'
import type { Person } from '../person.ts'
import { ask } from '../play.ts'
import type { State } from '../states.ts'
import type { Cast, Stage } from './stage.ts'

const ALDER_CERT = 'identity--17bb8652-d521-4b01-8a78-fdcf6783b0cf'
const REASON = 'The wave is over, and others should look for it.'

/** Asks in the page for a looser label of an object that Alder's CSIRT created, and follows it to the import that waits. */
async function remarking(person: Person): Promise<void> {
  const q = encodeURIComponent(`by:${ALDER_CERT} tlp:amber`)
  const { objects } = await ask<{ objects: readonly ObjectSummary[] }>(
    person,
    `/api/v1/objects?q=${q}&limit=1`,
  )
  await person.go(`/objects/${objects[0]!.id}`)
  const { page } = person
  await page.getByText(person.says('evidence.remark'), { exact: true }).click()
  const form = page.locator('form', { hasText: person.says('evidence.remark.do') })
  await form.getByRole('button').click()
  await form.getByText(person.says('evidence.remark.missing')).waitFor()
  await form.locator('select').selectOption('TLP:CLEAR')
  await form.locator('textarea').fill(REASON)
  await form.getByRole('button').click()
  await page.locator('.decide .note.hold').waitFor()
}

export const REMARKING: readonly State[] = [
  { name: 'import-goes-further', party: 'XA', arrive: remarking },
]

/** Another label that goes further: asked for in the page, and not taken in by who asked. */
export const remarkingStory = ({ count }: Stage, { alder }: Pick<Cast, 'alder'>) =>
  count.story('a looser label waits for another person than who asked for it', async () => {
    await remarking(alder)
    const decide = alder.page.locator('.decide')
    const said = (await decide.textContent()) ?? ''
    assert.ok(said.includes(alder.says('imports.second.alone')), said)
    const takeIn = decide.getByRole('button', { name: alder.says('imports.do.commit') })
    assert.equal(await takeIn.isDisabled(), true)
    const { imports } = await ask<ImportList>(alder, '/api/v1/imports')
    const waits = imports.find(({ name }) => name.includes(REASON))!
    const { preview } = await ask<ImportView>(alder, `/api/v1/imports/${waits.number}`)
    // Whoever goes round the page is refused by the node.
    const path = `${alder.url}/api/v1/imports/${waits.number}`
    const answer = await alder.context.request.post(`${path}/commit`, { data: { preview } })
    const { code } = (await answer.json()) as { readonly code: string }
    assert.deepEqual([answer.status(), code], [403, 'import.second'])
    await decide.getByRole('button', { name: alder.says('imports.do.discard') }).click()
    await alder.page.locator('.s-discarded').waitFor()
  })
