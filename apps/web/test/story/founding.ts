import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import { startNewNode, type NewNode } from '../founding-nodes.ts'
import { inspect } from '../inspect.ts'
import { LOCALES, type Person } from '../person.ts'
import { until } from '../play.ts'
import { tabTo, type Stage } from './stage.ts'

/** What the coalition wants to have reached. */
const GOAL = 'A common position within a month'

type Jsqr = (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null

/** Who founds by the page: one person, with a window in each language on the same session. */
type Founder = { readonly person: Person; readonly windows: readonly Person[] }

/**
 * Two machines on which nothing was founded: a nation and a chair make their parties, compare what
 * they read to each other, join, and one opens a case. Nothing of it by the command line.
 */
export async function founding(stage: Stage): Promise<void> {
  const nodes = await Promise.all([startNewNode(), startNewNode()])
  try {
    await told(stage, nodes)
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
  }
}

async function told(stage: Stage, [alderNode, officeNode]: readonly NewNode[]): Promise<void> {
  const { count, door } = stage
  await count.story('founding: nobody sees anything of a new node without its link', async () => {
    const stranger = await door.visit(alderNode!.url)
    await stranger.go('/cases')
    assert.equal(
      await stranger.page.locator('h1').textContent(),
      stranger.says('found.closed.title'),
    )
    await looked(stage, { person: stranger, windows: [stranger] }, 'found-closed')
    await stranger.context.close()
  })
  const alder = await enter(stage, alderNode!)
  const office = await enter(stage, officeNode!)
  await count.story('founding: what is typed is there after a reload, and becomes a party', () =>
    makeAlder(stage, alder),
  )
  await count.story('founding: the chair makes its own party by keyboard alone', () =>
    makeOffice(office),
  )
  await count.story('founding: a card counts once it was compared to the last word', () =>
    draft(stage, office, alder),
  )
  await count.story(
    'founding: a charter is joined under the id that was read out, and no other',
    () => join(stage, alder, office),
  )
  await count.story('founding: both see that the coalition stands, at the same addresses', () =>
    stand(stage, [alder, office]),
  )
  await count.story('founding: the chair logs in and opens a case of which the nation learns', () =>
    openCase(stage, alder, office),
  )
  await count.story('founding: no browser complained', async () => {
    const complaints = [alder, office].flatMap(({ windows }) =>
      windows.flatMap((one) => one.complaints),
    )
    assert.deepEqual(complaints, [])
  })
  for (const { windows } of [alder, office])
    for (const { context } of windows) await context.close()
}

async function enter({ door }: Stage, node: NewNode): Promise<Founder> {
  const person = await door.visit(node.url)
  await person.page.goto(node.link)
  await person.page.waitForURL('**/found')
  await person.page.locator('h1').first().waitFor()
  const storageState = await person.context.storageState()
  const others = LOCALES.filter((locale) => locale !== person.locale)
  const windows = await Promise.all(
    others.map((locale) => door.visit(node.url, { locale, storageState })),
  )
  return { person, windows: [person, ...windows] }
}

/** Looks at what this founder sees now, in both languages. */
async function looked(
  { count, shots, only }: Stage,
  { person, windows }: Founder,
  name: string,
): Promise<void> {
  if (only !== undefined && only !== name) return
  const path = new URL(person.page.url())
  for (const one of windows) {
    const said = `state “${name}” is accessible in ${one.locale}, light and dark, wide and narrow`
    await count.story(said, async () => {
      if (one !== person) {
        await one.go(`${path.pathname}${path.search}`)
        await one.page.locator('h1').first().waitFor()
        await one.page.waitForLoadState('networkidle')
      }
      const found = await inspect(one, name, shots)
      assert.equal(found.length, 0, found.join('\n'))
      if (one !== person) await one.page.goto('about:blank')
    })
  }
}

const field = ({ page, says }: Person, id: Parameters<Person['says']>[0], at = 0): Locator =>
  page.getByLabel(says(id), { exact: true }).nth(at)

const button = ({ page, says }: Person, id: Parameters<Person['says']>[0]): Locator =>
  page.getByRole('button', { name: says(id), exact: true })

const kept = ({ page, says }: Person) =>
  page
    .getByRole('status')
    .filter({ hasText: says('found.kept.node') })
    .waitFor()

async function makeAlder(stage: Stage, founder: Founder): Promise<void> {
  const { person } = founder
  const { page } = person
  await field(person, 'found.name').fill('Alder')
  await field(person, 'found.code').fill('xa')
  await field(person, 'found.name', 1).fill('Ministry')
  await kept(person)
  await page.reload()
  assert.equal(await field(person, 'found.name').inputValue(), 'Alder')
  assert.equal(await field(person, 'found.code').inputValue(), 'XA')
  assert.equal(await field(person, 'found.short-name').inputValue(), 'XA-ministry')
  await field(person, 'found.population').fill('40')
  await field(person, 'found.name', 2).fill('Siv Holm')
  assert.equal(await field(person, 'found.short-name', 1).inputValue(), 'siv')
  await field(person, 'found.works-for').selectOption('XA-ministry')
  await button(person, 'found.person.add').click()
  await field(person, 'found.name', 3).fill('Ada Ek')
  await kept(person)
  await looked(stage, founder, 'found-party')
  await button(person, 'found.party.do').click()
  await page.locator('.words li').nth(31).waitFor()
  await looked(stage, founder, 'found-card')
  assert.equal(await photographed(person), await page.locator('.digits code').textContent())
}

/** Without a pointer: only what Tab reaches, and what the focus then takes. */
async function makeOffice({ person }: Founder): Promise<void> {
  const { page, says } = person
  const keys = page.keyboard
  const type = async (label: string, words: string) => {
    await tabToField(person, label)
    await keys.type(words)
  }
  await type(says('found.name'), 'Coordination Office')
  await type(says('found.code'), 'co')
  await keys.press('Tab')
  await keys.press('ArrowDown')
  await type(says('found.name'), 'Office of the Chair')
  await tabTo(person, says('found.authority.add'))
  await type(says('found.name'), 'Carla Ruiz')
  await tabToField(person, says('found.works-for'))
  await keys.press('ArrowDown')
  await tabTo(person, says('found.party.do'))
  await keys.press('Enter')
  await page.locator('.words li').nth(31).waitFor()
  const focused = await page.evaluate(() => document.activeElement?.tagName)
  assert.equal(focused, 'H1', 'expected the focus on what the page is now about')
}

/** Presses Tab until the focus is in the field of this label. */
async function tabToField({ page }: Person, label: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const focused = document.activeElement
      return focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement
        ? focused.labels?.[0]?.textContent
        : undefined
    })
    if (at === label) return
  }
  throw new Error(`expected Tab to reach the field “${label}”, got no further`)
}

/** What stands on this founder's screen, as it is read out. */
const readOut = async ({ person }: Founder): Promise<string[]> => {
  await person.page.locator('.words li').nth(31).waitFor()
  return person.page.locator('.words li').allTextContents()
}

const oneWordOff = (words: readonly string[]) =>
  [...words.slice(0, 31), words[31] === 'zombie' ? 'actor' : 'zombie'].join(' ')

/** The file that this founder saves: its name and bytes. */
async function saved(person: Person, id: 'found.card.download' | 'found.charter.download') {
  const [download] = await Promise.all([
    person.page.waitForEvent('download'),
    button(person, id).click(),
  ])
  return {
    name: download.suggestedFilename(),
    mimeType: 'application/json',
    buffer: readFileSync(await download.path()),
  }
}

async function draft(stage: Stage, office: Founder, alder: Founder): Promise<void> {
  const { person } = office
  const { page, says } = person
  const words = await readOut(alder)
  await page.getByRole('link', { name: says('found.card.on.charter') }).click()
  await page.getByRole('radio', { name: says('found.charter.way.draft') }).check()
  const card = await saved(alder.person, 'found.card.download')
  await page.locator('input[type="file"]').setInputFiles(card)
  const compare = page.locator('.compare textarea')
  await compare.fill(oneWordOff(words))
  await button(person, 'found.compare.do').click()
  await page.locator('.error', { hasText: says('refused.card.not-compared') }).waitFor()
  await looked(stage, office, 'found-card-not-compared')
  await compare.fill(words.join(' '))
  await button(person, 'found.compare.do').click()
  await page.locator('.card-list .note.for').waitFor()
  await field(person, 'found.coalition.title').fill('Coalition of Alder')
  await page.getByLabel(says('found.exercise')).check()
  // A goal, and one that is taken out again: the focus then stands where one is added.
  for (let at = 0; at < 2; at++) await button(person, 'found.goal.add').click()
  await field(person, 'found.goal.title').fill(GOAL)
  await field(person, 'found.goal.by').fill('2027-06-30')
  await field(person, 'found.goal.count').selectOption('days-witnessed')
  await page
    .getByRole('button', { name: says('found.remove').replace('{name}', '2'), exact: true })
    .press('Enter')
  assert.equal(
    await page.evaluate(() => document.activeElement?.textContent),
    says('found.goal.add'),
  )
  await kept(person)
  await looked(stage, office, 'found-rules')
  await button(person, 'found.draft.do').click()
  await page.locator('.told').filter({ hasText: GOAL }).filter({ hasText: '2027-06-30' }).waitFor()
  await looked(stage, office, 'found-charter-drafted')
}

async function join(stage: Stage, alder: Founder, office: Founder): Promise<void> {
  const { person } = alder
  const { page, says } = person
  const words = await readOut(office)
  const charter = await saved(office.person, 'found.charter.download')
  await page.getByRole('link', { name: says('found.card.on.charter') }).click()
  await page.locator('input[type="file"]').setInputFiles({ ...charter, buffer: Buffer.from('{}') })
  await page
    .getByRole('alert')
    .filter({ hasText: says('refused.charter.malformed') })
    .waitFor()
  await page.locator('input[type="file"]').setInputFiles(charter)
  await page.locator('.told').waitFor()
  assert.equal(await page.locator('.words').count(), 0, 'expected an id that is not said yet')
  await page.locator('.compare textarea').fill(oneWordOff(words))
  await button(person, 'found.compare.do').click()
  await page.locator('.error', { hasText: says('refused.charter.not-compared') }).waitFor()
  await looked(stage, alder, 'found-charter-taken')
  await page.locator('.compare textarea').fill(words.join(', ').toUpperCase())
  await button(person, 'found.compare.do').click()
  await page.getByRole('link', { name: says('found.charter.on') }).click()
  await button(person, 'found.join.do').waitFor()
  await looked(stage, alder, 'found-join')
  await button(person, 'found.join.do').click()
  await page.locator('.addresses').waitFor({ timeout: 30_000 })
  await office.person.page.getByRole('link', { name: says('found.charter.on') }).click()
  await button(office.person, 'found.join.do').click()
  await office.person.page.locator('.addresses').waitFor({ timeout: 30_000 })
  await looked(stage, alder, 'found-coalition-awaits')
}

async function stand(stage: Stage, [alder, office]: readonly Founder[]): Promise<void> {
  for (const [one, other] of [
    [alder!, office!],
    [office!, alder!],
  ] as const) {
    const { page, says } = one.person
    await page.locator('.address input').fill(other.person.url)
    await page.getByRole('button', { name: says('coalition.address.save') }).click()
  }
  for (const { person } of [alder!, office!])
    await person.page
      .getByRole('status')
      .filter({ hasText: person.says('coalition.stands') })
      .waitFor({ timeout: 30_000 })
  await looked(stage, alder!, 'found-coalition-stands')
}

async function openCase(stage: Stage, alder: Founder, office: Founder): Promise<void> {
  const { person } = office
  const { page, says } = person
  await page.getByRole('button', { name: /Carla Ruiz/ }).click()
  await page.locator('.rail').waitFor()
  await page
    .locator('.rail')
    .getByRole('link', { name: says('nav.coalition') })
    .click()
  await field(person, 'open-case.name').fill('Wiper against terminals')
  await button(person, 'open-case.do').click()
  await page.getByRole('link', { name: says('open-case.see') }).click()
  await page.locator('.path').waitFor()
  await alder.person.page.getByRole('button', { name: /Ada Ek/ }).click()
  await alder.person.page.locator('.rail').waitFor()
  const ada = await sharing(stage, alder)
  await until('the case at the nation', async () => {
    const answer = await ada.person.context.request.get(`${ada.person.url}/api/v1/cases`)
    return (await answer.text()).includes('Wiper against terminals')
  })
  await ada.person.go('/coalition')
  await ada.person.page.locator('.addresses').waitFor()
  await ada.person.page.getByRole('button', { name: 'One-time link for Siv Holm' }).click()
  await ada.person.page.locator('.people-list output').waitFor()
  await looked(stage, ada, 'coalition-administrator')
  assert.equal(
    await photographed(ada.person),
    await ada.person.page.locator('.digits code').textContent(),
  )
  for (const { context } of ada.windows.slice(1)) await context.close()
}

/** The same person who logged in just now, in a window of each language. */
async function sharing({ door }: Stage, { person }: Founder): Promise<Founder> {
  const storageState = await person.context.storageState()
  const others = LOCALES.filter((locale) => locale !== person.locale)
  const windows = await Promise.all(
    others.map((locale) => door.visit(person.url, { locale, storageState })),
  )
  return { person, windows: [person, ...windows] }
}

/** What a camera before the screen reads from the drawn code. */
async function photographed({ page }: Person): Promise<string | undefined> {
  const drawing = page.locator('img.qr')
  await drawing.waitFor()
  const { pixels, side } = await drawing.evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    const [canvas, wide] = [document.createElement('canvas'), 400]
    canvas.width = wide
    canvas.height = wide
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0, wide, wide)
    return { pixels: [...context.getImageData(0, 0, wide, wide).data], side: wide }
  })
  // Its declarations say of a CommonJS file that it were a module.
  const { default: jsQR } = (await import('jsqr')) as unknown as { default: Jsqr }
  return jsQR(Uint8ClampedArray.from(pixels), side, side)?.data
}
