import { strict as assert } from 'node:assert'
import type { CaseView, Desk, SealedView } from '../../../node/src/api.ts'
import { payloadOf } from '../../../node/src/positions/payload.ts'
import type { Person } from '../person.ts'
import { ask, until, type Play } from '../play.ts'
import { choose, dialog, type State } from '../states.ts'
import { gate, sign, tabTo, type Cast, type Stage } from './stage.ts'

/** What nations say to one another beside their voices. */

const clause = (person: Person, id = '1') => person.page.locator(`#clause-${id}`)

export async function commenting({ count, play }: Stage, { alder, cedar }: Cast) {
  await count.story(
    'Alder comments on a clause by keyboard alone, and Cedar answers in its own page',
    async () => {
      const { gate: before } = await play.position(alder)
      await alder.go(play.casePath())
      await clause(alder)
        .getByRole('link', { name: alder.says('comment.do') })
        .focus()
      await alder.page.keyboard.press('Enter')
      await dialog(alder).locator('textarea').waitFor()
      await dialog(alder).locator('textarea').focus()
      await alder.page.keyboard.type('Exercise: is this what the report shows?')
      await tabTo(alder, alder.says('sign.file'))
      await alder.page.keyboard.press('Enter')
      await dialog(alder).waitFor({ state: 'detached', timeout: 15_000 })
      await cedar.go(play.casePath())
      await clause(cedar).getByText('is this what the report shows?').waitFor({ timeout: 15_000 })
      await clause(cedar)
        .getByRole('link', { name: cedar.says('comment.answer') })
        .first()
        .click()
      await dialog(cedar).locator('textarea').fill('Exercise: page 4 does.')
      await sign(cedar)
      await clause(alder).getByText('page 4 does').waitFor({ timeout: 15_000 })
      const { gate: after } = await play.position(alder)
      assert.deepEqual(after, before, 'expected comments to change no gate')
    },
  )
  await count.story(
    'an empty comment is not signed, and the page says what is missing',
    async () => {
      await alder.go(`${await play.dialogPath(alder, 'comment')}&clause=1`)
      await dialog(alder).locator('footer .btn.primary').click()
      await dialog(alder).locator('.error').getByText(alder.says('comment.error')).waitFor()
      assert.equal(await dialog(alder).locator('textarea').getAttribute('aria-invalid'), 'true')
      await alder.page.keyboard.press('Escape')
    },
  )
}

const rounds = (person: Person) =>
  ask<Desk>(person, '/api/v1/desk').then(({ soundings }) => soundings.length)

export async function sounding({ count, play }: Stage, { alder, birch, chair }: Cast) {
  await count.story(
    'the chair sounds the others out, and Alder and Birch lean without a voice',
    async () => {
      await chair.go(await play.dialogPath(chair, 'sound'))
      await dialog(chair).locator('input.input').first().fill('Exercise: a shorter position')
      await sign(chair)
      for (const person of [alder, birch]) await until('the round', () => rounds(person))
      await alder.go('/')
      await alder.page
        .locator('.item')
        .getByRole('link', { name: alder.says('desk.do.sounding') })
        .click()
      await dialog(alder).locator('select').first().selectOption('can-live-with')
      await dialog(alder).locator('textarea').first().fill('Exercise: with a word on the outage.')
      await sign(alder)
      await until('no round to be left', async () => (await rounds(alder)) === 0)
      await birch.go(play.casePath())
      await birch.page.getByRole('link', { name: birch.says('sound.answer') }).click()
      await dialog(birch).locator('select').first().selectOption('cannot-accept')
      await dialog(birch).locator('select').last().selectOption('welcomes')
      await sign(birch)
      await chair.go(play.casePath())
      const asked = chair.page.locator('.soundings .asked > li').first()
      await asked.getByText('with a word on the outage').waitFor({ timeout: 15_000 })
      await asked.getByText(chair.says('leans.cannot-accept')).waitFor({ timeout: 15_000 })
      // What could be supposed names everybody; what keeps it shut must not name who only leans.
      const shut = await gate(chair).evaluate((panel) => {
        const copy = panel.cloneNode(true) as Element
        for (const supposing of copy.querySelectorAll('details')) supposing.remove()
        return copy.textContent ?? ''
      })
      assert.doesNotMatch(shut, /Birch/)
    },
  )
}

const toDialog =
  (path: string) =>
  async (person: Person, play: Play): Promise<void> => {
    const [name, more = ''] = path.split('?')
    await person.go(`${await play.dialogPath(person, name as 'comment')}${more}`)
    await dialog(person).locator('.sheet').waitFor()
  }

const REASONS = 'Exercise: Birch knows it from a source of its own.'

const HANDED = 'Exercise: for Birch alone, a source at the port.'

export async function sealing({ count, play, door }: Stage, { alder, birch, cedar }: Cast) {
  await count.story(
    'Alder hands a note to Birch alone, by keyboard: Birch reads it, and Cedar reads to whom it went',
    async () => {
      await alder.go(await play.dialogPath(alder, 'note'))
      const sheet = dialog(alder)
      await sheet.locator('textarea').fill(HANDED)
      await sheet.getByLabel(alder.says('sealed.at-home')).focus()
      await alder.page.keyboard.press('Space')
      const reader = sheet.locator('.readers').getByLabel('Birch', { exact: true })
      await reader.focus()
      await alder.page.keyboard.press('Space')
      assert.equal(await reader.isChecked(), true)
      await sign(alder)
      const { path } = await sealedOf(birch, play)
      await until('the words on Birch’s node', async () =>
        (await ask<SealedView>(birch, path)).sealed.some(({ value }) => value === HANDED),
      )
      await birch.go(play.casePath())
      const part = birch.page.locator('.sealed li', { hasText: HANDED })
      await part.getByText(birch.says('sealed.is.delivered')).waitFor({ timeout: 15_000 })
      await until('the act on Cedar’s node', async () =>
        (await ask<SealedView>(cedar, path)).sealed.some(({ to }) => to?.includes('XB' as never)),
      )
      await cedar.go(play.casePath())
      await cedar.page
        .locator('.sealed')
        .getByText(cedar.says('sealed.is.not-for-us'))
        .first()
        .waitFor({ timeout: 15_000 })
      assert.doesNotMatch(await cedar.page.content(), /source at the port/)
    },
  )
  await count.story(
    'Birch keeps its reasons at home: Alder sees that they are there, and not one word',
    async () => {
      await birch.go(await play.dialogPath(birch, 'voice'))
      await choose(birch, 'union', 'complies')
      await choose(birch, 'national', 'complies')
      const more = dialog(birch).locator('details.more')
      if ((await more.getAttribute('open')) === null) await more.locator('summary').click()
      await more.getByLabel(birch.says('sealed.field'), { exact: true }).fill(REASONS)
      await sign(birch)
      await birch.go(play.casePath())
      await birch.page.locator('.sealed').getByText(REASONS).waitFor()
      await alder.go(play.casePath())
      await alder.page
        .locator('.sealed')
        .getByText(alder.says('sealed.is.not-for-us'))
        .first()
        .waitFor({ timeout: 15_000 })
      assert.doesNotMatch(await alder.page.content(), /source of its own/)
    },
  )
  await count.story(
    'one person of Birch puts the opening down, another signs, and Alder reads what was signed',
    async () => {
      const csirt = await door.enter('CSIRT')
      await birch.page
        .locator('.sealed')
        .getByRole('link', { name: birch.says('sealed.open') })
        .click()
      await dialog(birch).locator('blockquote').getByText(REASONS).waitFor()
      const released = await dialog(birch).locator('.sheet').textContent()
      assert.match(released ?? '', /release/)
      await birch.page.keyboard.press('Escape')
      const { path, sealed } = await sealedOf(birch, play)
      const own = sealed.find(({ value }) => value === REASONS)
      assert.ok(own?.disclosure)
      const draft = await putDown(csirt, await play.view(birch), own)
      await birch.go(`/drafts/${draft}`)
      await birch.page.getByRole('button', { name: birch.says('drafts.do.sign') }).click()
      await until('the opening on Alder’s node', async () =>
        (await ask<SealedView>(alder, path)).sealed.some(({ value }) => value === REASONS),
      )
      await alder.go(play.casePath())
      const part = alder.page.locator('.sealed li', { hasText: REASONS })
      await part.getByText(alder.says('sealed.is.opened')).waitFor()
      await csirt.context.close()
    },
  )
}

/** What is sealed in the case as this person's node has it, and where it is asked for. */
export const sealedOf = async (person: Person, play: Play) => {
  const path = `/api/v1/cases/${play.case}/disclosures`
  return { path, ...(await ask<SealedView>(person, path)) }
}

/** A colleague's draft, by the API that the dialog's own button uses. */
async function putDown(
  person: Person,
  view: CaseView,
  { act: of, disclosure = '' }: SealedView['sealed'][number],
): Promise<string> {
  const payload = payloadOf(
    view,
    'XB' as never,
    {
      kind: 'release',
      claimedAt: '2026-11-25T12:00:00Z',
      of,
      discloses: [disclosure],
    } as never,
  )
  const answer = await person.context.request.post(`${person.url}/api/v1/drafts`, {
    data: { case: view.id, payload },
  })
  assert.equal(answer.status(), 201, await answer.text())
  return ((await answer.json()) as { id: string }).id
}

/** Once reasons were sealed and opened. */
export const SEALED: readonly State[] = [
  {
    name: 'case-sealed',
    party: 'XB',
    arrive: async (person, play) => {
      await person.go(play.casePath())
      await person.page.locator('.sealed li').first().waitFor()
    },
  },
  { name: 'note-dialog', party: 'XA', arrive: toDialog('note') },
  {
    name: 'note-readers',
    party: 'XA',
    arrive: async (person, play) => {
      await toDialog('note')(person, play)
      await dialog(person).locator('.at-home input').check()
      await dialog(person).locator('.readers').scrollIntoViewIfNeeded()
    },
  },
  { name: 'objective-dialog', party: 'XA', arrive: toDialog('objective') },
]

/** Nations put evidence in the same second: which stands first is not said. */
/** What Alder's attributions rest on: filed before the file that it only points to. */
const evidenceOfAlder = ({ page }: Person) =>
  page.locator('.evidence-acts details', { hasText: /XA/ }).first()

export async function takingBack({ count, play }: Stage, { alder, birch }: Cast) {
  await count.story(
    'Alder takes evidence back, and what rests on it is marked on Birch’s page',
    async () => {
      await alder.go(play.casePath('attribution'))
      await evidenceOfAlder(alder).locator('summary').click()
      await evidenceOfAlder(alder)
        .getByRole('link', { name: alder.says('evidence-acts.withdraw') })
        .click()
      await dialog(alder).locator('textarea').fill('Exercise: the sample was mislabelled.')
      await sign(alder)
      await birch.go(play.casePath('attribution'))
      await birch.page.locator('.attributions .note.against').first().waitFor({ timeout: 15_000 })
      const said = evidenceOfAlder(birch)
      await said.getByText(birch.says('evidence-acts.withdrawn')).waitFor()
      await said.locator('summary').click()
      await said.getByText('the sample was mislabelled').waitFor()
    },
  )
  await count.story(
    'Birch takes away what Alder took back, says so on record, and Alder reads who has not',
    async () => {
      const here = evidenceOfAlder(birch).locator('.recall')
      await here.getByRole('button', { name: birch.says('recall.remove') }).click()
      await here.locator('.note.for').waitFor()
      await here.getByRole('link', { name: birch.says('recall.confirm') }).click()
      await dialog(birch).locator('textarea').fill('Exercise: nothing of it is left.')
      await sign(birch)
      await alder.go(play.casePath('attribution'))
      await evidenceOfAlder(alder).locator('summary').click()
      const told = evidenceOfAlder(alder).locator('.recall li')
      await told
        .and(alder.page.locator('.confirmed'))
        .getByText('nothing of it is left')
        .waitFor({ timeout: 15_000 })
      await told.filter({ hasText: 'Cedar' }).getByText(alder.says('recall.has-not')).waitFor()
    },
  )
}

/** Once the evidence of the attributions was taken back. */
export const TAKEN_BACK: readonly State[] = [
  {
    name: 'case-evidence-taken-back',
    party: 'XB',
    arrive: async (person, play) => {
      await person.go(play.casePath('attribution'))
      await person.page.locator('.attributions .note.against').first().waitFor()
      await evidenceOfAlder(person).locator('summary').click()
      await evidenceOfAlder(person).locator('.recall li').first().waitFor()
    },
  },
  {
    name: 'confirm-recall-dialog',
    party: 'XC',
    arrive: async (person, play) => {
      await person.go(play.casePath('attribution'))
      await evidenceOfAlder(person).locator('summary').click()
      await evidenceOfAlder(person)
        .getByRole('link', { name: person.says('recall.confirm') })
        .click()
      await dialog(person).locator('.sheet').waitFor()
    },
  },
]

/** Once there are comments and soundings. */
export const EXCHANGED: readonly State[] = [
  {
    name: 'case-commented',
    party: 'XC',
    arrive: async (person, play) => {
      await person.go(play.casePath())
      await person.page.locator('.thread').first().waitFor()
      await person.page.locator('.soundings .asked').first().waitFor()
    },
  },
  { name: 'comment-dialog', party: 'XB', arrive: toDialog('comment?&clause=1') },
  { name: 'sound-dialog', party: 'CO', arrive: toDialog('sound') },
  {
    name: 'leaning-dialog',
    party: 'XC',
    arrive: async (person) => {
      await person.go('/')
      await person.page
        .locator('.item')
        .getByRole('link', { name: person.says('desk.do.sounding') })
        .click()
      await dialog(person).locator('.sheet').waitFor()
    },
  },
]
