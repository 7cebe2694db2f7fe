import { strict as assert } from 'node:assert'
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Facets, ImportList, MatchesView } from '../../../node/src/api.ts'
import type { Person } from '../person.ts'
import { ask, type Play } from '../play.ts'
import { dialog, type State } from '../states.ts'
import { pasting } from './pasting.ts'
import { REMARKING, remarkingStory } from './remarking.ts'
import type { Cast, Stage } from './stage.ts'

const rows = ({ page }: Person) => page.locator('.objects tbody tr')

const onBench =
  (search: string, selector: string) =>
  async (person: Person): Promise<void> => {
    await person.go(`/objects${search}`)
    await person.page.locator(selector).first().waitFor()
  }

const bundleOf = (...objects: readonly object[]) =>
  JSON.stringify({ type: 'bundle', id: `bundle--${randomUUID()}`, objects })

const indicator = (name: string, more: object = {}) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--${randomUUID()}`,
  created: '2026-11-20T09:00:00.000Z',
  modified: '2026-11-20T09:00:00.000Z',
  name,
  pattern: "[domain-name:value = 'gate.example.net']",
  pattern_type: 'stix',
  valid_from: '2026-11-20T09:00:00Z',
  ...more,
})

const GOOD = 'dropped.json'
const good = bundleOf(
  indicator('Dropped from a desk'),
  indicator('Made by who is not here', { created_by_ref: `identity--${randomUUID()}` }),
  indicator('Wrong', { created: 'yesterday', labels: [] }),
)
const BAD = 'wrong.json'
const bad = bundleOf(indicator('Would come in')).replace(/\]\}$/, ',]}')

/** Lets files fall on the page, as a hand would. */
async function drop({ page }: Person, files: Readonly<Record<string, string>>) {
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const [name, text] of Object.entries(all))
      transfer.items.add(new File([text], name, { type: 'application/json' }))
    return transfer
  }, files)
  await page.locator('main h1').dispatchEvent('drop', { dataTransfer: data })
}

async function dropped(person: Person): Promise<void> {
  await onBench('', '.objects tbody tr')(person)
  await drop(person, { [GOOD]: good, [BAD]: bad })
  await dialog(person).locator('.note.refused').waitFor()
  await dialog(person).locator('.note.import .faulty li').first().waitFor()
}

const CLASH = 'clash.json'

/** The number of an import that waits, with something new, something that changes what is held, and something that contradicts it. */
async function waiting(person: Person): Promise<number> {
  const { imports } = await ask<ImportList>(person, '/api/v1/imports')
  const known = imports.find(({ name, state }) => name === CLASH && state === 'pending')
  if (known) return known.number
  const bring = async (path: string, ...objects: readonly object[]) => {
    const answer = await person.context.request.post(`${person.url}${path}?name=${CLASH}`, {
      data: bundleOf(...objects),
    })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json()) as { readonly number: number }
  }
  const [held, other] = [indicator('Held before'), indicator('Held before as well')]
  await bring('/api/v1/imports', held, other)
  const { number } = await bring(
    '/api/v1/imports/pending',
    indicator('Nobody has it yet', { labels: ['tlp:amber'] }),
    { ...held, name: 'Renamed since', modified: '2026-11-21T09:00:00.000Z' },
    { ...other, name: 'Says otherwise' },
    indicator('Wrong', { created: 'yesterday' }),
  )
  return number
}

const FRENCH = {
  type: 'course-of-action',
  spec_version: '2.1',
  id: `course-of-action--${randomUUID()}`,
  created: '2026-11-20T09:00:00.000Z',
  modified: '2026-11-20T09:00:00.000Z',
  lang: 'fr',
  name: 'Contre l’effaceur « Tempête sur le port »',
  description:
    'Sauvegarder les tables de partition des postes de dispatching, puis redémarrer la machine.\nVu à https://exemple.invalid/analyses/effaceur-tempete-sur-le-port-et-ses-variantes-connues-a-ce-jour.',
}
const translation = (lang: string, name: string, description: string) => ({
  type: 'language-content',
  spec_version: '2.1',
  id: `language-content--${randomUUID()}`,
  created: '2026-11-20T10:00:00.000Z',
  modified: '2026-11-20T10:00:00.000Z',
  object_ref: FRENCH.id,
  contents: { [lang]: { name, description } },
})

/** An object in a language that nobody here has chosen, with somebody's translation into both that can be. */
async function translated(person: Person): Promise<void> {
  const known = await person.context.request.get(`${person.url}/api/v1/objects/${FRENCH.id}`)
  if (!known.ok())
    await person.context.request.post(`${person.url}/api/v1/imports?name=translated.json`, {
      data: bundleOf(
        FRENCH,
        translation(
          'en',
          'Against the wiper “Storm over the port”',
          'Back up the partition tables of dispatching desks, then restart the machine.\nSeen at https://example.invalid/analyses/wiper-storm-over-the-port-and-its-variants-as-known-today.',
        ),
        translation(
          'es',
          'Contra el borrador «Tormenta sobre el puerto»',
          'Respaldar las tablas de particiones de los puestos de despacho y luego reiniciar la máquina.\nVisto en https://ejemplo.invalid/analisis/borrador-tormenta-sobre-el-puerto-y-sus-variantes-conocidas.',
        ),
      ),
    })
  await onBench(`/${FRENCH.id}`, '.evidence h1')(person)
  await person.page.locator('.translated summary').click()
  await person.page.locator('.translated [lang="fr"]').first().waitFor()
}

async function lookingBeside(person: Person): Promise<void> {
  const number = await waiting(person)
  await person.go(`/imports/${number}`)
  const second = person.page.locator('.import-objects tbody tr').nth(1)
  await second.focus()
  await person.page.keyboard.press(' ')
  await person.page.locator('.differs tbody tr').first().waitFor()
}

async function exporting(person: Person): Promise<void> {
  await onBench('?q=tlp:green+tlp:clear+tlp:red', '.objects tbody tr td.c-type')(person)
  for (const at of [0, 1]) await rows(person).nth(at).locator('input').check()
  await person.page.getByRole('button', { name: person.says('bench.export') }).click()
  await dialog(person).getByLabel(person.says('bench.export.format')).selectOption('suricata')
  await dialog(person).getByText(person.says('export.not-in-it')).waitFor()
}

export const BENCH: readonly State[] = [
  { name: 'bench', party: 'XA', arrive: onBench('', '.objects tbody .c-type') },
  {
    name: 'bench-peeking',
    party: 'XA',
    arrive: async (person, play) => {
      const id = await play.evidence(person)
      await onBench(`?q=seen:>7d&sort=label&peek=${id}`, '.peek .namings li, .peek .note')(person)
    },
  },
  { name: 'bench-bad-query', party: 'XA', arrive: onBench('?q=wiper+tlp:purple', '.fault') },
  { name: 'bench-nothing', party: 'XA', arrive: onBench('?q=zzzzzz', '.list .plain') },
  {
    name: 'object-related',
    party: 'XA',
    arrive: async (person, play) => {
      const [malware] = await play.objects(person, 'type:malware')
      await onBench(`/${malware!.id}`, '[aria-labelledby="relations"] li')(person)
    },
  },
  {
    name: 'hunt-done',
    party: 'XA',
    arrive: async (person, play) => {
      const [indicator] = await play.objects(person, 'type:indicator')
      await onBench(`/${indicator!.id}`, '.evidence h1')(person)
      await person.page.getByRole('link', { name: person.says('hunt.this') }).click()
      await person.page.getByRole('button', { name: person.says('hunt.begin') }).click()
      await person.page.locator('.hunt .s-done').waitFor()
    },
  },
  {
    name: 'hunt-refused',
    party: 'XA',
    arrive: async (person) => {
      await person.go(`/hunt?pattern=${encodeURIComponent("[ipv4-addr:value = '198.51.100.7'")}`)
      await person.page.getByRole('button', { name: person.says('hunt.begin') }).click()
      await person.page.locator('.hunt .note.against').waitFor()
    },
  },
  {
    name: 'object-hints',
    party: 'XA',
    arrive: async (person, play) => {
      const [malware] = await play.objects(person, 'type:malware')
      await onBench(`/${malware!.id}`, '.hints summary')(person)
      await person.page.locator('.hints summary').click()
      await person.page.locator('.hints > p').first().waitFor()
    },
  },
  { name: 'object-translated', party: 'XA', arrive: translated },
  {
    name: 'object-that-touches-assets',
    party: 'XO',
    arrive: async (person) => {
      const { matches } = await ask<MatchesView>(person, '/api/v1/matches')
      await onBench(`/${matches[0]!.indicator.id}`, '.touched li .chip')(person)
    },
  },
  { name: 'bench-export', party: 'XA', arrive: exporting },
  { name: 'bench-import', party: 'XA', arrive: dropped },
  {
    name: 'imports',
    party: 'XA',
    arrive: async (person) => {
      await waiting(person)
      await person.go('/imports')
      await person.page.locator('.imports .chip.waits').first().waitFor()
    },
  },
  { name: 'import-that-waits', party: 'XA', arrive: lookingBeside },
  ...REMARKING,
]

/** The table of an analyst: asked, narrowed, walked by keys, added to and taken from. */
export async function benching(stage: Stage, { alder, cedar }: Cast) {
  await narrowing(stage, alder)
  await walking(stage, alder)
  await dropping(stage, alder)
  await pasting(stage, alder)
  await taking(stage, alder)
  await remarkingStory(stage, { alder })
  await stage.count.story('another nation’s bench shows what that nation holds', async () => {
    await onBench('', '.objects tbody .c-type')(cedar)
    const { total } = await facets(cedar, stage.play)
    assert.equal(await cedar.page.locator('.objects').getAttribute('aria-rowcount'), `${total + 1}`)
  })
}

const facets = (person: Person, _: Play, q = '') =>
  ask<Facets>(person, `/api/v1/objects/facets?q=${encodeURIComponent(q)}`)

async function narrowing({ count, play }: Stage, alder: Person) {
  const { page } = alder
  await count.story(
    'a facet is a condition of the query, in the box and in the address',
    async () => {
      await onBench('', '.facets fieldset')(alder)
      const { type } = (await facets(alder, play)).facets
      const first = type.values[0]!
      await page.locator('.facets label', { hasText: first.value }).first().click()
      await page.waitForURL((url) => url.searchParams.get('q') === `type:${first.value}`)
      await page.locator(`.objects[aria-rowcount="${first.count + 1}"]`).waitFor()
      assert.equal(await page.locator('.search input').inputValue(), `type:${first.value}`)
      await page.locator('.chips button').click()
      await page.waitForURL((url) => !url.searchParams.has('q'))
    },
  )
  await count.story('a bad condition is answered with what was expected, and where', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('wiper tlp:purple')
    await page.keyboard.press('Enter')
    await page.locator('.fault').waitFor()
    assert.equal(await page.locator('.fault mark').textContent(), 'tlp:purple')
    assert.match((await page.locator('.fault').textContent()) ?? '', /character 7/)
  })
}

async function walking({ count }: Stage, alder: Person) {
  const { page } = alder
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-at'))
  await count.story(
    'the keyboard alone walks the table, looks beside it and opens a page',
    async () => {
      await onBench('?sort=label', '.objects tbody .c-type')(alder)
      await rows(alder).first().focus()
      for (const key of ['ArrowDown', 'j', 'k']) await page.keyboard.press(key)
      assert.equal(await focused(), '1')
      const name = await rows(alder).nth(1).locator('.c-object a').textContent()
      await page.keyboard.press(' ')
      await page
        .locator('.peek h2', { hasText: name ?? '' })
        .first()
        .waitFor()
      assert.ok(new URL(page.url()).searchParams.get('peek'))
      assert.equal(await focused(), '1', 'the row keeps the focus')
      await page.keyboard.press('End')
      await page.waitForFunction(
        () =>
          document.activeElement?.getAttribute('aria-rowindex') ===
          document.querySelector('.objects')?.getAttribute('aria-rowcount'),
      )
      await page.keyboard.press('Escape')
      await page.locator('.peek').waitFor({ state: 'detached' })
      await page.keyboard.press('Home')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/objects\/[a-z0-9-]+--/)
    },
  )
}

async function dropping({ count, play }: Stage, alder: Person) {
  const total = async (q = '') => (await facets(alder, play, q)).total
  await count.story(
    'a file that is dropped waits with its preview, comes in as it was looked at, and is taken back; of a bad one nothing stays',
    async () => {
      const before = await total()
      await dropped(alder)
      const waits = dialog(alder).locator('.note.import')
      const said = (await waits.textContent()) ?? ''
      assert.match(said, /dropped\.json: 3 objects wait/)
      assert.match(said, /2 new/)
      assert.match(said, /1 id is referred to and not held here/)
      assert.match(said, /1 object set aside/)
      assert.match(said, /line 1 \$\.objects\[2\]\.created expected an RFC 3339 timestamp/)
      assert.match(said, /\$\.objects\[2\]\.labels expected a list of one or more/)
      const refused = await dialog(alder).locator('.note.refused').textContent()
      assert.match(refused ?? '', /wrong\.json/)
      assert.match(refused ?? '', /json\.malformed.*at line 1, \$\.objects\[1\]/)
      assert.equal(await total(), before)
      const press = (id: 'imports.do.commit' | 'imports.do.undo') =>
        waits.getByRole('button', { name: alder.says(id) }).click()
      await press('imports.do.commit')
      await waits.and(alder.page.locator('.s-committed')).waitFor()
      assert.equal(await total(), before + 2)
      assert.equal(await total('"Would come in"'), 0)
      await press('imports.do.undo')
      await waits.locator('.note.hold .btn.danger:enabled').click()
      await waits.and(alder.page.locator('.s-undone')).waitFor()
      assert.equal(await total(), before)
      await alder.page.keyboard.press('Escape')
      await alder.page.locator(`.objects[aria-rowcount="${before + 1}"]`).waitFor()
    },
  )
}

async function taking({ count }: Stage, alder: Person) {
  const { page } = alder
  await count.story(
    'a selection leaves as it was previewed, and what may not stays with its reason',
    async () => {
      await exporting(alder)
      await dialog(alder).locator('select').first().selectOption({ index: 0 })
      // Whatever is selected has a place in a bundle; not everything becomes a rule.
      await dialog(alder)
        .getByLabel(alder.says('bench.export.format'), { exact: true })
        .selectOption('stix')
      const shown = dialog(alder).locator('.export code').first()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog(alder).locator('.export button').click(),
      ])
      const bytes = readFileSync(await download.path())
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      assert.equal(await shown.textContent(), `${sha256.slice(0, 12)}…`)
      await dialog(alder).locator('.export .note.for').waitFor()
      await page.keyboard.press('Escape')
    },
  )
}
