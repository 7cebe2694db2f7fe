import { strict as assert } from 'node:assert'
import type { VersionState } from '@entente/accord'
import { inMarks, VIEWS, wordsOf } from '@entente/law'
import { ALDER_GREEN } from '../../../../packages/cacao/test/playbook.ts'
import type { AssessmentDraft, AssessmentView, PlaybooksView } from '../../../node/src/api.ts'
import { inLanguage, type Person } from '../person.ts'
import { ask, until, type Play } from '../play.ts'
import { choose, dialog } from '../states.ts'
import { choosePlaybook, measureOf, readChosen, STEP } from './law-states.ts'
import { sign, tabTo, type Cast, type Stage } from './stage.ts'

const onTheLedger = async (person: Person, play: Play) => {
  await person.go(`/cases/${play.case}/measures`)
  await person.page.locator('.part').first().waitFor()
}

const version = async (person: Person, play: Play): Promise<VersionState | undefined> =>
  (await play.view(person)).state.steps.find(({ id }) => id === STEP)?.versions.at(-1)

/** Waits until this person's node has a nation's part at this stage. */
const stands = (person: Person, play: Play, party: string, stage: string) =>
  until(`${party}'s part to be ${stage}`, async () => {
    const nations: Readonly<Record<string, { readonly stage: string }>> =
      (await measureOf(person, play))?.nations ?? {}
    return nations[party]?.stage === stage
  })

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** What the node asks where this much is answered, in its order. */
async function asksNow(person: Person, play: Play, facts: object): Promise<readonly string[]> {
  const answer = await person.context.request.post(
    `${person.url}/api/v1/cases/${play.case}/measures/${STEP}/assessment/draft`,
    { data: { facts } },
  )
  const { questions } = (await answer.json()) as AssessmentDraft
  return questions.map(({ id }) => id)
}

/** Cedar answers the law's questions and signs its adviser's word. */
export async function assessing({ count, play }: Stage, { cedar }: Cast) {
  await count.story(
    'Cedar reaches why a rule answers so by keyboard alone, from the matrix itself',
    async () => {
      await until('the measure', () => measureOf(cedar, play))
      await cedar.go(`/cases/${play.case}/law?rows=open`)
      const cell = cedar.page.locator('.law tbody:not(.result) td a').first()
      await cell.focus()
      await cedar.page.keyboard.press('Enter')
      await cedar.page.locator('.law td.chosen').waitFor()
      const rule = new URL(cedar.page.url()).searchParams.get('rule')
      assert.equal(await cedar.page.locator('.explain code').first().textContent(), rule)
    },
  )
  await count.story(
    'a rule that is settled for Cedar still shows what is disputed about it, with sides and holders',
    async () => {
      const path = `/api/v1/cases/${play.case}/measures/${STEP}/assessment`
      const { rows } = await ask<AssessmentView>(cedar, path)
      const row = rows.find(
        ({ disputes, cells }) =>
          disputes.length > 0 &&
          cells.some(
            (cell) =>
              cell.nation === 'XC' && cell.value !== 'not-asked' && cell.disputes.length === 0,
          ),
      )
      assert.ok(row, 'expected a rule that is settled for Cedar and disputed elsewhere')
      await cedar.go(`/cases/${play.case}/law?rule=${row.norm}&nation=XC`)
      const contested = cedar.page.locator('.explain .contested')
      await contested.getByText(cedar.says('law.contested.settled')).first().waitFor()
      await contested.locator('summary').first().click()
      await contested.locator('.sides .says').nth(1).waitFor()
    },
  )
  await count.story(
    'Cedar walks the map of views by arrow keys, and reads what one nation holds and whose words those are',
    async () => {
      await cedar.go('/law/views?issue=sovereignty&nation=NO')
      await cedar.page.locator('.tile[aria-current]').focus()
      await cedar.page.keyboard.press('ArrowRight')
      await cedar.page.keyboard.press('Enter')
      await cedar.page.locator('.tile[aria-current][data-tile="SE"]').waitFor()
      await cedar.page
        .locator('.reading-detail')
        .getByText(cedar.says('views.words.ours'))
        .waitFor()
      // Our words are in the language of the page, and no part of the page calls them another.
      const said = cedar.page.locator('.reading-detail .own-words')
      const sweden = VIEWS.find(({ holder }) => holder.code === 'SE')!
      assert.equal(
        await said.textContent(),
        inMarks(wordsOf(sweden.readings.sovereignty)!, cedar.locale),
      )
      assert.equal(
        await said.evaluate((words) => words.closest('[lang]')!.getAttribute('lang')),
        cedar.locale,
      )
      assert.equal(await cedar.page.locator('.reading-detail blockquote').count(), 0)
      assert.equal(await cedar.page.locator('.on-record-list > li').count(), 15)
      // The one choice of an issue moves the map, the table and the reading.
      await cedar.page.locator('.issue-choice select').selectOption('due-diligence')
      const issue = cedar.says('issue.due-diligence')
      await cedar.page.locator('#tile-map', { hasText: issue }).waitFor()
      await cedar.page.locator('.views-table th.now', { hasText: issue }).waitFor()
    },
  )
  await count.story(
    'what Cedar wrote into a form stays when its page changes its language, in the very field',
    async () => {
      await cedar.go(`/cases/${play.case}/measures/notice?step=${STEP}`)
      const field = dialog(cedar).locator('textarea').first()
      await field.fill('Half a sentence')
      await field.evaluate((one) => one.setAttribute('data-marked', ''))
      const marked = cedar.page.locator('[data-marked]')
      for (const locale of ['es', 'en'] as const) {
        const { says } = await inLanguage(cedar, locale)
        await dialog(cedar)
          .getByRole('heading', { name: says('measure.do.notice') })
          .waitFor()
        assert.equal(await marked.inputValue(), 'Half a sentence')
      }
    },
  )
  await count.story(
    'Cedar is asked in the order that the node gives; what is settled is asked no more, and what was answered is taken up again',
    async () => {
      const path = `/cases/${play.case}/measures/assess?step=${STEP}`
      await cedar.go(path)
      await dialog(cedar).locator('.open-questions [data-fact]').first().waitFor()
      const open = () =>
        dialog(cedar)
          .locator('.open-questions [data-fact]')
          .evaluateAll((all) => all.map((each) => each.getAttribute('data-fact')))
      const settle = async (facts: object) => {
        const asked = await asksNow(cedar, play, facts)
        await until('the questions of the page to be those of the node', async () =>
          isSame(await open(), asked),
        )
        return asked
      }
      const before = await settle({})
      const answer = async (fact: string, value: string) => {
        await dialog(cedar).locator(`[data-fact="${fact}"] select`).selectOption(value)
        // Away from the question: it stays in its place only for as long as a person is at it.
        await dialog(cedar).getByLabel(cedar.says('measure.word')).focus()
      }
      // Who acted brings up in which capacity, and not at the end of the list.
      await answer('actor', 'state-organ')
      const actor = { actor: { value: 'state-organ' } }
      const then = await settle(actor)
      assert.ok(!then.includes('actor') && then.indexOf('actorCapacity') < then.length - 1)
      // Whoever is not injured and helps nobody has no title: nothing else can change that.
      await answer('injury', 'none')
      assert.deepEqual(await settle({ ...actor, injury: { value: 'none' } }), [])
      await cedar.go('/')
      await cedar.go(path)
      await dialog(cedar).locator('.said-before > summary').click()
      const kept = (fact: string) =>
        dialog(cedar).locator(`.said-before [data-fact="${fact}"] select:not(.grade select)`)
      assert.equal(await kept('actor').inputValue(), 'state-organ')
      assert.equal(await kept('injury').inputValue(), 'none')
      await kept('injury').selectOption('')
      assert.deepEqual(await settle(actor), then)
      await kept('actor').selectOption('')
      assert.deepEqual(await settle({}), before)
    },
  )
  await count.story('Cedar assesses from the page, and what it signs is what it saw', async () => {
    await onTheLedger(cedar, play)
    await cedar.page
      .locator('.deeds')
      .getByRole('link', { name: cedar.says('measure.do.assess') })
      .click()
    await dialog(cedar).locator('.answered .finding').waitFor()
    const before = await dialog(cedar).locator('.fact-input').count()
    assert.ok(before > 0, `expected questions that can change the answer, got ${before}`)
    await dialog(cedar).getByLabel(cedar.says('measure.word')).fill('Cedar waits for the facts.')
    await dialog(cedar).locator('.sheet').waitFor()
    await dialog(cedar)
      .getByRole('button', { name: cedar.says('sign.canonical') })
      .click()
    const shown = await dialog(cedar).locator('pre.sheet').textContent()
    await sign(cedar)
    const filed = (await play.view(cedar)).acts.findLast(({ act }) => act?.kind === 'assess')
    assert.equal(Buffer.from(filed!.payload, 'base64').toString('utf8'), shown)
  })
}

export async function beginning({ count, play }: Stage, { alder, cedar, chair }: Cast) {
  await count.story(
    'Cedar gives its voices on the measure, and the chair declares it',
    async () => {
      await onTheLedger(cedar, play)
      await cedar.page
        .locator('.deeds')
        .getByRole('link', { name: cedar.says('measure.do.voices') })
        .click()
      await dialog(cedar).locator('.sheet').waitFor()
      await choose(cedar, 'union', 'complies')
      await choose(cedar, 'national', 'complies')
      await sign(cedar)
      await until('the chair’s node to see the gate open', async () => {
        const { gate } = (await version(chair, play)) ?? {}
        return gate?.open
      })
      await onTheLedger(chair, play)
      await chair.page
        .locator('.deeds')
        .getByRole('link', { name: chair.says('measure.do.declare') })
        .click()
      await dialog(chair).locator('.sheet').waitFor()
      await sign(chair)
      await stands(cedar, play, 'XC', 'may-start')
    },
  )
  await count.story(
    'Cedar says by keyboard alone that it begins, and Alder’s page shows it without a reload',
    async () => {
      await onTheLedger(alder, play)
      await onTheLedger(cedar, play)
      await cedar.page.locator('.deeds .btn.primary').waitFor()
      await tabTo(cedar, cedar.says('measure.do.start'))
      await cedar.page.keyboard.press('Enter')
      await dialog(cedar).locator('.if-signed .s-stands').first().waitFor()
      await tabTo(cedar, cedar.says('sign.file'))
      await cedar.page.keyboard.press('Enter')
      await dialog(cedar).waitFor({ state: 'detached', timeout: 15_000 })
      await stands(cedar, play, 'XC', 'running')
      await alder.page
        .locator('.part', { hasText: 'Cedar' })
        .locator('.s-stands')
        .waitFor({ timeout: 15_000 })
    },
  )
}

export async function suspending({ count, play }: Stage, { alder, cedar }: Cast) {
  await count.story(
    'Cedar withdraws its consent to the measure, and its own part is suspended in the same computation',
    async () => {
      await onTheLedger(alder, play)
      const { id } = (await version(cedar, play))!
      await cedar.go(`/cases/${play.case}/withdraw?step=${STEP}&version=${encodeURIComponent(id)}`)
      await dialog(cedar).locator('.sheet').waitFor()
      await sign(cedar)
      await stands(cedar, play, 'XC', 'suspended')
      const part = alder.page.locator('.part', { hasText: 'Cedar' })
      await part.locator('.s-suspended').waitFor({ timeout: 15_000 })
      const why = alder.says('measure.reason.no-consent').replace('{name}', 'Cedar')
      await part.getByText(why).waitFor()
    },
  )
}

/** A playbook goes with a measure: signed, read by the node first, and seen by the others with whose key that is. */
export async function attaching({ count, play }: Stage, { alder, cedar }: Cast) {
  await count.story(
    'Alder signs a playbook and puts it with the measure; Cedar reads its steps and whose key signed it',
    async () => {
      await onTheLedger(alder, play)
      await alder.page.getByText(alder.says('playbooks.title'), { exact: true }).click()
      await alder.page.getByRole('link', { name: alder.says('playbooks.attach') }).click()
      await dialog(alder).locator('.sheet').waitFor()
      await dialog(alder)
        .getByRole('button', { name: alder.says('sign.file') })
        .click()
      await dialog(alder).getByText(alder.says('playbooks.attach.missing')).waitFor()
      await choosePlaybook(alder, play, ALDER_GREEN)
      await dialog(alder).getByLabel(alder.says('playbooks.attach.signs')).check()
      await readChosen(alder)
      await dialog(alder).locator('.note.for').waitFor()
      await sign(alder)
      const path = `/api/v1/cases/${play.case}/measures/${STEP}/playbooks`
      await until('the playbook’s bytes at Cedar’s node', async () =>
        (await ask<PlaybooksView>(cedar, path)).playbooks.some(({ read }) => read),
      )
      await onTheLedger(cedar, play)
      await cedar.page.getByText(cedar.says('playbooks.title'), { exact: true }).click()
      await cedar.page.getByText('Call the operator of __server__:value.').waitFor()
      await cedar.page.getByText(/Signed with the key of .*, Alder/).waitFor()
      const own = (await ask<PlaybooksView>(alder, path)).playbooks
      assert.deepEqual(
        own.flatMap(({ read }) => read?.conflictsWith ?? []),
        [],
      )
    },
  )
}
