import { strict as assert } from 'node:assert'
import type { Person } from '../person.ts'
import { dialog } from '../states.ts'
import type { Stage } from './stage.ts'

const TEXT =
  'The loader calls hxxps://gate[.]example[.]net/a on port 7547.\nSome addresses could result in false positives.'

/** What does not say what it is: its person says so, and looks at what it became. */
export const pasting = ({ count }: Stage, alder: Person) =>
  count.story('a pasted text is read as what it is said to be', async () => {
    await alder.go('/objects')
    await alder.page.getByRole('button', { name: alder.says('bench.import'), exact: true }).click()
    const open = dialog(alder)
    await open.getByLabel(alder.says('imports.format'), { exact: true }).selectOption('text')
    await open.getByLabel(alder.says('imports.paste')).fill(TEXT)
    await open.getByRole('button', { name: alder.says('imports.paste.do') }).click()
    const waits = open.locator('.note.import')
    await waits.waitFor()
    const said = (await waits.textContent()) ?? ''
    assert.match(said, /\d+ new/, said)
    await waits.getByRole('button', { name: alder.says('imports.do.discard') }).click()
    await waits.and(alder.page.locator('.s-discarded')).waitFor()
    // The same text without a word of what it is: nothing of it is guessed.
    await open.getByLabel(alder.says('imports.format'), { exact: true }).selectOption('stix')
    await open.getByLabel(alder.says('imports.paste')).fill(TEXT)
    await open.getByRole('button', { name: alder.says('imports.paste.do') }).click()
    await open.locator('.note.refused').waitFor()
    await alder.page.keyboard.press('Escape')
  })
