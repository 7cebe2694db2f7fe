import type { PublicationList } from '../../../node/src/api.ts'
import type { Person } from '../person.ts'
import { ask } from '../play.ts'
import { dialog, type State } from '../states.ts'
import { advisoryPage, publicCase, write } from './advisory.ts'

const all = async (person: Person) =>
  (await ask<PublicationList>(person, '/public/index.json')).publications

const read = async (person: Person, audience: string) => {
  const one = (await all(person)).find(
    ({ what, audience: whose, lang, by }) =>
      what === 'advisory' &&
      whose === audience &&
      lang === person.locale &&
      by.some(({ recalled }) => !recalled),
  )
  await person.go(`/public/${one!.id.slice('sha256:'.length)}`)
  await person.page.locator('.certificate .stand .okay').first().waitFor()
}

/** What a nation writes, before and after words stand in it. */
export const ADVISING: readonly State[] = [
  { name: 'advisory-nothing-written', party: 'XA', arrive: advisoryPage },
  {
    name: 'advisory-nothing-said',
    party: 'XB',
    arrive: async (person) => {
      await advisoryPage(person)
      await person.page.getByRole('button', { name: person.says('advisory.publish') }).click()
      await person.page.locator('[aria-invalid="true"]').first().waitFor()
    },
  },
  {
    name: 'advisory-written-and-linted',
    party: 'CO',
    arrive: async (person) => {
      await advisoryPage(person)
      await write(person, 'en', {
        title: 'Your satellite box stays dark',
        happened: 'An attacker erased its memory. Some call it an act of war; nobody has said so.',
        do: 'Keep the box.\nCall your provider. The number is on your bill.',
      })
      await write(person, 'es', {
        title: 'Su equipo de satélite no se enciende',
        happened: 'Alguien borró su memoria. Hay quien lo llama acto de guerra; nadie lo ha dicho.',
        do: 'Conserve el equipo.\nLlame a su proveedor. El número está en su factura.',
      })
      await person.page.locator('.finding-line').first().waitFor()
      const practices = person.page.locator('.take-up')
      if ((await practices.getAttribute('open')) === null)
        await practices.locator('summary').click()
      await practices.locator('input').first().waitFor()
    },
  },
]

export const RECALLED: readonly State[] = [
  {
    name: 'public-check-yourself',
    party: 'XB',
    stranger: true,
    arrive: async (person) => {
      await person.go('/public/check')
      for (const box of (await person.page.locator('.check input').all()).slice(0, 3))
        await box.check()
    },
  },
  {
    name: 'public-case-room',
    party: 'XC',
    arrive: async (person) => {
      await person.go(`/cases/${await publicCase(person)}`)
      await person.page.locator('.published .back').first().waitFor()
    },
  },
  {
    name: 'recall-dialog',
    party: 'XB',
    arrive: async (person) => {
      const mine = (await all(person)).flatMap(({ by }) => by.filter(({ party }) => party === 'XB'))
      const path = `/cases/${await publicCase(person)}/recall?from=${encodeURIComponent(mine[0]!.act)}`
      await person.go(path)
      await dialog(person).locator('textarea').fill('The number was wrong.')
      await dialog(person).locator('.sheet').waitFor()
    },
  },
  {
    name: 'public-list-technicians',
    party: 'XB',
    stranger: true,
    ofOneLanguage: true,
    arrive: async (person) => {
      await person.go(`/public?audience=technicians&lang=${person.locale}`)
      await person.page.locator('.publications li').first().waitFor()
    },
  },
  {
    name: 'public-advisory-technicians',
    party: 'XB',
    stranger: true,
    arrive: (person) => read(person, 'technicians'),
  },
  {
    name: 'public-taken-back-others-stand',
    party: 'XB',
    stranger: true,
    arrive: async (person) => {
      const position = (await all(person)).find(({ what }) => what === 'position')
      await person.go(`/public/${position!.id.slice('sha256:'.length)}`)
      await person.page.locator('.taken-back').waitFor()
    },
  },
]
