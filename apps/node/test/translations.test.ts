import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translationOf } from '@entente/stix'
import { importCommand } from '../src/cli/import.ts'
import { showCommand } from '../src/cli/show.ts'
import { intelligenceStore } from '../src/intelligence/index.ts'
import { objectView } from '../src/intelligence/view.ts'
import { openStore } from '../src/open-store.ts'
import { bundle, DATE, identity, uuid } from './bundles.ts'
import { run } from './command.ts'
import { TLP2 } from './markings.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-translations-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

const storm = identity('storm', { description: 'It blows.' })
const content = (word: string, contents: object, more: object = {}) => ({
  type: 'language-content',
  spec_version: '2.1',
  id: `language-content--${uuid(word)}`,
  created: DATE,
  modified: DATE,
  object_ref: storm.id,
  object_modified: DATE,
  contents,
  ...more,
})
const es = content('es', { es: { name: 'tormenta', description: 'Sopla.' } })
const red = content('red', { fr: { name: 'tempête' } }, { object_marking_refs: [TLP2.red] })

beforeAll(async () => {
  const file = join(data, 'storm.json')
  writeFileSync(file, bundle(storm, es, red))
  expect((await run(importCommand(), file, '--data', data)).code).toBe(0)
})

const shown = async (...words: readonly string[]) =>
  (await run(showCommand(), storm.id, ...words, '--data', data)).out

test('an object is shown in a language with who translated it, and as it was received', async () => {
  const out = await shown('--lang', 'es')
  expect(out).toContain(`translated into es by ${es.id}\n  name  tormenta\n  description  Sopla.\n`)
  expect(out).toContain(JSON.stringify(storm))
  for (const words of [[], ['--lang', 'en']])
    expect(await shown(...words)).not.toContain('translated')
})

test('whoever does not see what is red sees no translation that is', async () => {
  await using database = await openStore(data)
  const store = intelligenceStore(database)
  const ids = async (seesRed: boolean) =>
    (await objectView(store, storm.id, seesRed))?.translations?.map(({ id }) => id).toSorted()
  expect(await ids(true)).toEqual([es.id, red.id].toSorted())
  expect(await ids(false)).toEqual([es.id])
  expect(await objectView(store, es.id)).not.toHaveProperty('translations')
})

test('a translation is shown whatever else refers to its object', async () => {
  const who = { ...storm, id: `identity--${uuid('who')}` }
  const others = Array.from({ length: 501 }, (_, at) => ({
    ...storm,
    id: `identity--${uuid(`o${at}`)}`,
    created_by_ref: who.id,
  }))
  const file = join(data, 'busy.json')
  const spoken = { ...content('busy', { es: { name: 'tormenta' } }), object_ref: who.id }
  writeFileSync(file, bundle(who, ...others, spoken))
  expect((await run(importCommand(), file, '--data', data)).code).toBe(0)
  await using database = await openStore(data)
  const view = await objectView(intelligenceStore(database), who.id)
  expect(view?.translations).toMatchObject([{ id: spoken.id }])
})

test('of many translations each language is shown, the last of each, and none that says nothing of it now', async () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
  const langs = letters.flatMap((letter) => [`q${letter}a`, `q${letter}b`])
  const many = langs.map((lang) => content(lang, { [lang]: { name: `in ${lang}` } }))
  const again = content('again', { qaa: { name: 'anew' } })
  const past = content(
    'past',
    { fi: { name: 'myrsky' } },
    { object_modified: '2020-01-01T00:00:00Z' },
  )
  const file = join(data, 'many.json')
  writeFileSync(file, bundle(...many, again, past))
  expect((await run(importCommand(), file, '--data', data)).code).toBe(0)
  await using database = await openStore(data)
  const view = (await objectView(intelligenceStore(database), storm.id))!
  const contents = view.translations!.map(({ text }) => JSON.parse(text) as Record<string, unknown>)
  const nameIn = (lang: string) => translationOf(storm, contents, lang)?.name
  expect(langs.map(nameIn)).toEqual(langs.map((lang) => (lang === 'qaa' ? 'anew' : `in ${lang}`)))
  expect([nameIn('es'), nameIn('fi'), contents.length]).toEqual(['tormenta', undefined, 54])
})
