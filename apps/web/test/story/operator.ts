import { strict as assert } from 'node:assert'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CaseSummary, Desk, IncidentsView } from '../../../node/src/api.ts'
import type { Person } from '../person.ts'
import { ask, until } from '../play.ts'
import { choose, dialog, type State } from '../states.ts'
import { secondStage, theIncident } from './operator-states.ts'
import { sign, tabTo, type Cast, type Stage } from './stage.ts'

/** What happens on the reporting line: an operator at one end, its authority at the other. */
export async function reporting(stage: Stage) {
  const { door } = stage
  const rowan = await door.enter('XO')
  const csirt = await door.enter('CSIRT')
  const alder = await door.enter('XA')
  await surviving(stage, rowan)
  await filing(stage, rowan)
  await acknowledging(stage, { rowan, csirt })
  await telling(stage, { rowan, csirt })
  await opening(stage, alder)
  for (const { context } of [rowan, csirt, alder]) await context.close()
}

const wordsOf = ({ page }: Person) => page.locator('.questions textarea').nth(1)

async function surviving({ count }: Stage, rowan: Person) {
  await count.story('what is written while the node does not answer is not lost', async () => {
    const path = `/incidents/drafts/${await secondStage(rowan)}?question=what`
    await rowan.go(path)
    await rowan.page.context().setOffline(true)
    await wordsOf(rowan).fill('Exercise. Written without a network.')
    await rowan.page.getByText(rowan.says('report.kept')).waitFor()
    await rowan.page.context().setOffline(false)
    // A window that was closed in between: the words are taken up again, and reach the node.
    await rowan.page.goto('about:blank')
    await rowan.go(path)
    assert.equal(await wordsOf(rowan).inputValue(), 'Exercise. Written without a network.')
    await until('the node to have the words', async () => {
      const { drafts } = await theIncident(rowan)
      return drafts.some(({ said }) => said.account === 'Exercise. Written without a network.')
    })
    await rowan.page.getByText(rowan.says('report.saved')).waitFor()
    assert.equal(
      await rowan.page.evaluate(
        () => Object.keys(localStorage).filter((key) => key.startsWith('entente-report')).length,
      ),
      0,
      'expected nothing of the report to stay in the browser',
    )
    rowan.complaints.splice(0)
  })
}

async function filing({ count }: Stage, rowan: Person) {
  await count.story(
    'a report that names a thing of the inventory is not signed until that is taken out or meant',
    async () => {
      const path = `/incidents/drafts/${await secondStage(rowan)}`
      await rowan.go(`${path}?question=what`)
      await wordsOf(rowan).fill('Exercise. RW-T-001 is silent.')
      await rowan.page.getByText(rowan.says('report.saved')).waitFor()
      await rowan.go(`${path}?question=sign`)
      await rowan.page.locator('fieldset.inventory code', { hasText: 'RW-T-001' }).waitFor()
      const button = rowan.page.locator('.questions > .btn.primary')
      assert.equal(await button.getAttribute('aria-disabled'), 'true')
      await button.click({ force: true })
      assert.equal((await theIncident(rowan)).reports.length, 1)
    },
  )
  await count.story(
    'Rowan Wind Power writes its notification by keyboard alone and files it',
    async () => {
      const { page } = rowan
      await rowan.go(`/incidents/drafts/${await secondStage(rowan)}?question=what`)
      await tabTo(rowan, 'Remote control')
      await page.keyboard.press('Tab')
      while (
        !(await wordsOf(rowan).evaluate((field) => field === field.ownerDocument.activeElement))
      )
        await page.keyboard.press('Tab')
      await page.keyboard.press('Control+A')
      await page.keyboard.type('Exercise. Terminals of one model are silent.')
      for (const question of ['touched', 'asked', 'sign'] as const) {
        await tabTo(rowan, rowan.says('report.go-on'))
        await page.keyboard.press('Enter')
        const heading = page.getByRole('heading', {
          level: 1,
          name: rowan.says(`report.question.${question}`),
        })
        await heading.waitFor()
        assert.ok(
          await heading.evaluate((one) => one === one.ownerDocument.activeElement),
          'expected the keyboard at the new question',
        )
      }
      await page.getByText(rowan.says('report.inventory.nothing')).waitFor()
      await page.locator('.questions .sheet').waitFor()
      await tabTo(rowan, 'Sign and file')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: rowan.says('report.ordered.see') }).waitFor()
      const { reports } = await theIncident(rowan)
      assert.deepEqual(
        reports.map(({ stage }) => stage),
        ['early-warning', 'incident-notification'],
      )
    },
  )
}

async function acknowledging(
  { count }: Stage,
  { rowan, csirt }: { readonly rowan: Person; readonly csirt: Person },
) {
  await count.story(
    'Birch’s CSIRT signs the receipt, and the operator’s open page shows it',
    async () => {
      const { line, incident } = await theIncident(rowan)
      await rowan.go(`/incidents/${encodeURIComponent(line)}/${incident}`)
      await csirt.go('/')
      await csirt.page.locator('.item .what a').filter({ hasText: 'Acknowledge' }).click()
      await csirt.page.locator('.acknowledge textarea').fill('Exercise. Seen.')
      await csirt.page
        .locator('.acknowledge')
        .getByRole('button', { name: csirt.says('receipt.do') })
        .click()
      await rowan.page.locator('.receipt', { hasText: 'Exercise. Seen.' }).waitFor()
      await csirt.page
        .locator('.open-case .note', { hasText: csirt.says('open-case.opened') })
        .waitFor({ timeout: 15_000 })
    },
  )
}

const INDICATOR = 'indicator--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111'

async function telling(
  { count }: Stage,
  { rowan, csirt }: { readonly rowan: Person; readonly csirt: Person },
) {
  await count.story(
    'Rowan tells a sighting and assesses itself, and the CSIRT acknowledges both from its desk',
    async () => {
      const { line } = await theIncident(rowan)
      await rowan.go(`/cases/${encodeURIComponent(line)}`)
      await rowan.page.getByRole('link', { name: rowan.says('sighting.do') }).click()
      await dialog(rowan).getByLabel(rowan.says('sighting.of'), { exact: true }).fill(INDICATOR)
      await dialog(rowan).locator('input[type="number"]').fill('3')
      await dialog(rowan).getByLabel(rowan.says('sighting.firstSeen')).fill('2026-11-23T21:14')
      await sign(rowan)
      await rowan.page.getByRole('link', { name: rowan.says('self.do') }).click()
      await dialog(rowan).locator('select').first().selectOption('tested')
      await sign(rowan)
      await rowan.page.locator('.levels').waitFor()
      await csirt.go('/')
      await csirt.page
        .locator('.item')
        .getByRole('link', { name: csirt.says('desk.do.look-at-told') })
        .first()
        .click()
      await csirt.page.locator('.told code', { hasText: INDICATOR }).waitFor()
      for (const heading of ['sightings', 'self-assessment'] as const) {
        const panel = csirt.page.locator(`section[aria-labelledby="${heading}"]`)
        await panel.getByRole('button', { name: csirt.says('told.acknowledge') }).click()
        await panel.getByRole('button', { name: csirt.says('told.acknowledge') }).waitFor({
          state: 'detached',
        })
      }
      const { incidents } = await ask<Desk>(csirt, '/api/v1/desk')
      assert.ok(incidents.every(({ does }) => does !== 'look-at-told'))
    },
  )
}

/** Once an operator told more than its reports. */
export const TOLD: readonly State[] = [
  { name: 'line-told', party: 'CSIRT', arrive: onLine('', '.told code') },
  { name: 'sighting-dialog', party: 'XO', arrive: onLine('/sighting', '.sheet') },
  { name: 'self-assessment-dialog', party: 'XO', arrive: onLine('/self-assessment', '.sheet') },
]

function onLine(path: string, there: string) {
  return async (person: Person) => {
    const { line } = await theIncident(person)
    await person.go(`/cases/${encodeURIComponent(line)}${path}`)
    await person.page.locator(there).first().waitFor()
  }
}

async function opening({ count }: Stage, alder: Person) {
  await count.story(
    'Alder opens a case from the hospital’s report, and nothing of the operator goes along',
    async () => {
      const { line, incident } = await theIncident(alder)
      await alder.go(`/incidents/${encodeURIComponent(line)}/${incident}`)
      const form = alder.page.locator('.open-case')
      await form.locator('input').first().fill('Exercise: clinics cut off')
      await form.getByRole('button', { name: alder.says('open-case.do') }).click()
      await form.getByRole('link', { name: alder.says('open-case.see') }).waitFor()
      const { cases } = await ask<{ cases: CaseSummary[] }>(alder, '/api/v1/cases')
      const opened = cases.find(({ title }) => title === 'Exercise: clinics cut off')
      assert.ok(opened)
      const text = JSON.stringify(await ask(alder, `/api/v1/cases/${opened.id}`))
      assert.doesNotMatch(text, /Linden|LH-L-001|ambulance station/)
      const { incidents } = await ask<IncidentsView>(alder, '/api/v1/incidents')
      assert.equal(incidents[0]?.opened, opened.id)
    },
  )
}

/** The way of an act inside its nation, and what is said of its words. */
export async function drafting({ count, play }: Stage, { alder }: Cast) {
  await count.story(
    'a voice is put down as a draft, returned with a comment, and another is signed byte by byte',
    async () => {
      const filedBefore = (await play.view(alder)).acts.length
      const first = await putDown(alder, await play.dialogPath(alder, 'voice'))
      await alder.page.locator('.deeds textarea').fill('Exercise: say why.')
      await alder.page.getByRole('button', { name: alder.says('drafts.do.return') }).click()
      await alder.page.locator('.history blockquote', { hasText: 'say why' }).waitFor()
      assert.equal((await play.view(alder)).acts.length, filedBefore)
      const second = await putDown(alder, await play.dialogPath(alder, 'voice'))
      assert.notEqual(first, second)
      await alder.page.getByRole('button', { name: alder.says('sign.canonical') }).click()
      const shown = await alder.page.locator('pre.sheet').textContent()
      await alder.page.getByRole('button', { name: alder.says('drafts.do.sign') }).click()
      await until('the signed bytes to be those that were shown', async () =>
        (await play.view(alder)).acts.some(
          ({ payload }) => Buffer.from(payload, 'base64').toString() === shown,
        ),
      )
    },
  )
}

/** Gives both voices in the dialog, and does not sign. */
async function putDown(person: Person, path: string): Promise<string> {
  await person.go(path)
  await choose(person, 'union', 'complies')
  await choose(person, 'national', 'complies')
  await dialog(person)
    .getByRole('button', { name: person.says('drafts.put-down'), exact: true })
    .click()
  await dialog(person)
    .getByRole('link', { name: person.says('drafts.see') })
    .click()
  await person.page.locator('.deeds').waitFor()
  return person.page.url()
}

export async function linting({ count, play }: Stage, { alder }: Cast) {
  await count.story(
    'a heavy word is found while it is written, leads to its place, and no word leaves the page',
    async () => {
      await alder.go(await play.dialogPath(alder, 'voice'))
      await choose(alder, 'union', 'complies-with-statement')
      const sent: string[] = []
      alder.page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')))
      const field = dialog(alder).locator('textarea').first()
      await field.fill('Alder sees an act of aggression.')
      const finding = dialog(alder).locator('.finding-line.of-error')
      await finding.getByRole('button').click()
      const selected = await field.evaluate((one) =>
        one instanceof HTMLTextAreaElement
          ? one.value.slice(one.selectionStart, one.selectionEnd)
          : '',
      )
      assert.equal(selected, 'act of aggression')
      assert.deepEqual(
        sent.filter((one) => one.includes('aggression')),
        [],
      )
    },
  )
}

export async function exporting({ count, play }: Stage, { alder }: Cast) {
  await count.story('what is exported is what the preview showed, by its hash', async () => {
    await alder.go(`/objects/${await play.evidence(alder, 1)}`)
    // Each audience has a preview of its own, and which can be exported first is known once all are there.
    const audiences = alder.page.locator('.who-sees > ul > li')
    await audiences.first().waitFor()
    await audiences.getByText(alder.says('load.node')).first().waitFor({ state: 'detached' })
    const one = audiences.locator('.export').first()
    const shown = (await one.locator('code').textContent())?.replace('…', '')
    const [download] = await Promise.all([
      alder.page.waitForEvent('download'),
      one.getByRole('button').click(),
    ])
    const bytes = await readFile(await download.path())
    assert.ok(shown && createHash('sha256').update(bytes).digest('hex').startsWith(shown))
    await one.getByText(alder.says('sharing.export.same')).waitFor()
  })
}
