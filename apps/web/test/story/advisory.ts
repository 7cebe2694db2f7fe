import { strict as assert } from 'node:assert'
import type { PublicationList } from '../../../node/src/api.ts'
import type { Person } from '../person.ts'
import { ask, until } from '../play.ts'
import { dialog } from '../states.ts'
import { sign, type Cast, type Stage } from './stage.ts'

type Published = PublicationList['publications'][number]

const published = async (person: Person, query = '') =>
  (await ask<PublicationList>(person, `/public/index.json${query}`)).publications

/** The coalition's public case, as anyone may learn of it. */
export const publicCase = async (person: Person): Promise<string> => {
  const { cases } = await ask<PublicationList>(person, '/public/index.json')
  const [first] = cases
  if (!first) throw new Error('expected a public case, got none')
  return first.id
}

/** A publication as this person's node shows it to anyone, once it is so. */
const shows = (person: Person, title: string, is: (one: Published) => boolean) =>
  until(`${person.party}'s node to show “${title}” so`, async () =>
    (await published(person)).find((one) => one.title === title && is(one)),
  )

const TITLE = {
  en: 'Terminals that blink twice',
  es: 'Terminales que parpadean dos veces',
} as const

/** Fills one language of the form, as the labels name its fields. */
export async function write(
  person: Person,
  lang: 'en' | 'es',
  words: { readonly title: string; readonly happened: string; readonly do: string },
) {
  const label = (field: 'title' | 'happened' | 'do') => person.says(`advisory.field.${field}`)
  const fields = person.page.getByRole('group', { name: person.says(`advisory.in.${lang}`) })
  await fields.getByLabel(label('title')).fill(words.title)
  await fields.getByLabel(label('happened')).fill(words.happened)
  await fields.getByLabel(label('do')).fill(words.do)
}

export const advisoryPage = async (person: Person) => {
  await person.go(`/cases/${await publicCase(person)}/advisory`)
  await person.page.locator('.advisory .words').first().waitFor()
}

const ENGLISH = {
  title: TITLE.en,
  happened: 'This is an exercise. Some terminals blink twice and then stay dark.',
  do: 'Note the number on its back. Your CSIRT asks for it.',
}
const SPANISH = {
  title: TITLE.es,
  happened: 'Esto es un ejercicio. Algunos terminales parpadean dos veces y se apagan.',
  do: 'Anote el número de la parte de atrás. Su CSIRT se lo pedirá.',
}

/** Cedar writes for technicians in both languages, loses the window, finds its words again, publishes. */
export async function advising({ count }: Stage, { birch, cedar }: Cast) {
  const { page } = cedar
  await count.story(
    'nothing is published while it says nothing, and the page says what is missing',
    async () => {
      await cedar.go('/cases')
      await page.goto(`${cedar.url}/cases/${await publicCase(cedar)}`)
      await page.getByRole('link', { name: cedar.says('published.write') }).click()
      await page.getByRole('button', { name: cedar.says('advisory.publish') }).click()
      await page.locator('.advisory [aria-invalid="true"]:focus').waitFor()
      assert.equal(
        (await published(birch, '?audience=technicians')).some(({ title }) => title === TITLE.en),
        false,
      )
    },
  )
  await count.story(
    'what is written survives a reload, and the preview has its very words',
    async () => {
      await page.getByRole('radio', { name: cedar.says('public.for.technicians') }).check()
      await write(cedar, 'en', ENGLISH)
      await write(cedar, 'es', SPANISH)
      await page.locator('.take-up summary').click()
      await page.locator('.take-up input').first().check()
      await page.reload()
      await page.locator('.preview h3', { hasText: TITLE.es }).waitFor()
      assert.equal(await page.locator('.preview .do li').count(), 4)
      assert.ok(
        await page.getByRole('radio', { name: cedar.says('public.for.technicians') }).isChecked(),
      )
    },
  )
  await count.story(
    'one click publishes it in both languages, each naming the other, for technicians',
    async () => {
      await page.getByRole('button', { name: cedar.says('advisory.publish') }).click()
      await page.locator('.published').waitFor()
      const english = await shows(birch, TITLE.en, ({ with: others }) => others.length === 1)
      assert.deepEqual(
        english.with.map(({ title }) => title),
        [TITLE.es],
      )
      assert.equal(english.audience, 'technicians')
      const forCitizens = await published(birch, '?audience=citizens')
      assert.equal(
        forCitizens.some(({ title }) => title === TITLE.en),
        false,
      )
      await page.getByRole('link', { name: cedar.says('published.write') }).click()
      assert.equal(await page.locator('.words input').first().inputValue(), '')
    },
  )
}

/** The chair puts an advisory down as a draft, and writes on where it stopped. */
export async function drafting({ count }: Stage, { chair }: Cast) {
  const { page } = chair
  await count.story(
    'an advisory is put down as a draft and written on, in its own form',
    async () => {
      await advisoryPage(chair)
      await page.getByRole('checkbox', { name: 'Español' }).uncheck()
      await write(chair, 'en', { ...ENGLISH, title: 'A draft of the chair' })
      await page.locator('.preview summary').click()
      await page.getByRole('button', { name: chair.says('drafts.put-down') }).click()
      await page.getByRole('link', { name: chair.says('drafts.see') }).click()
      await page.getByRole('link', { name: chair.says('drafts.write-on') }).click()
      const title = page.locator('.words input')
      await title.waitFor()
      assert.equal(await title.inputValue(), 'A draft of the chair')
      await title.fill('A better draft of the chair')
      await page.locator('.preview summary').click()
      await page.getByRole('button', { name: chair.says('drafts.put-down.change') }).click()
      await page.getByRole('link', { name: chair.says('drafts.see') }).click()
      await page.locator('.sheet', { hasText: 'A better draft of the chair' }).waitFor()
      assert.equal(
        (await published(chair)).some((one) => one.title.endsWith('draft of the chair')),
        false,
      )
      await page.getByRole('button', { name: chair.says('drafts.do.drop') }).click()
      await advisoryPage(chair)
      await page.getByRole('button', { name: chair.says('advisory.anew') }).click()
    },
  )
}

/** Somebody without an account goes through the list, and leaves nothing behind. */
export async function checking({ count, door }: Stage) {
  await count.story(
    'a self-check counts what is ticked, stores nothing and sends nothing',
    async () => {
      const anyone = await door.enter('XB', { stranger: true })
      const { page } = anyone
      await anyone.go('/public')
      await page.getByRole('link', { name: anyone.says('check.title') }).click()
      await page.locator('.check input').first().waitFor()
      const stored = () =>
        page.evaluate(() =>
          [localStorage, sessionStorage].map((kept) => JSON.stringify(Object.entries(kept))).join(),
        )
      const before = await stored()
      const asked: string[] = []
      page.on(
        'request',
        (request) => void (request.method() === 'GET' || asked.push(request.url())),
      )
      const boxes = await page.locator('.check input').all()
      for (const box of boxes.slice(0, 2)) await box.check()
      assert.match(
        (await page.locator('.check output').textContent()) ?? '',
        /^2 of 10 done\. Next: /,
      )
      for (const box of boxes) await box.check()
      assert.match(
        (await page.locator('.check output').textContent()) ?? '',
        /^10 of 10 done\. Nothing/,
      )
      assert.equal(await stored(), before)
      await page.reload()
      await page.locator('.check input').first().waitFor()
      assert.equal(await page.locator('.check input:checked').count(), 0)
      assert.deepEqual([asked, anyone.complaints], [[], []])
      await anyone.context.close()
    },
  )
}

/** Cedar takes back its own advisory, and the position that two others go on standing behind. */
export async function recalling({ count, door }: Stage, { birch, cedar }: Cast) {
  const { page } = cedar
  const takeBack = async (title: string, reason: string) => {
    await page.goto(`${cedar.url}/cases/${await publicCase(cedar)}`)
    const words = cedar.says('published.recall.of').replace('{title}', title)
    await page.getByRole('link', { name: words }).click()
    const button = dialog(cedar).getByRole('button', { name: cedar.says('recall.sign') })
    await button.click()
    await dialog(cedar).locator('[aria-invalid="true"]').waitFor()
    await dialog(cedar).locator('textarea').fill(reason)
    await sign(cedar)
  }
  const position = (await published(cedar)).find(({ what }) => what === 'position')!
  await count.story(
    'Cedar takes back its advisory and the position, and has to say why',
    async () => {
      await takeBack(TITLE.en, 'They blink three times.')
      await takeBack(position.title, 'Its parliament asked for another reading.')
      const own = (one: Published) =>
        one.by.some(({ party, recalled }) => party === 'XC' && recalled)
      await shows(birch, TITLE.en, own)
      await shows(birch, position.title, own)
    },
  )
  await count.story(
    'anyone reads who took it back and why, and who still stands behind it',
    async () => {
      const anyone = await door.enter('XB', { stranger: true })
      await anyone.go(`/public/${position.id.slice('sha256:'.length)}`)
      const note = anyone.page.locator('.taken-back')
      await note.waitFor()
      const said = await note.innerText()
      for (const words of ['Cedar', 'Its parliament asked', 'Alder', 'Birch'])
        assert.ok(said.includes(words), `expected ${words} in “${said}”`)
      await anyone.go('/public?audience=technicians&lang=en')
      const line = anyone.page.locator('.publications li', { hasText: TITLE.en })
      await line.waitFor()
      assert.match(await line.innerText(), /Cedar took it back/)
      const feed = await anyone.page.locator('link[rel="alternate"]').getAttribute('href')
      assert.equal(feed, '/feed.atom?lang=en&audience=technicians')
      const atom = await (await anyone.context.request.get(`${anyone.url}${feed}`)).text()
      assert.match(atom, /Taken back by Cedar, [^<]*: They blink three times\./)
      assert.deepEqual(anyone.complaints, [])
      await anyone.context.close()
    },
  )
}
