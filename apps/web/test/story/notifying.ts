import { strict as assert } from 'node:assert'
import type { RemindersView } from '../../../node/src/api.ts'
import { LOCALES, type Door, type Locale, type Person } from '../person.ts'
import { ask, until } from '../play.ts'
import type { Stage } from './stage.ts'

/** What the browser itself said that it shows. */
type Shown = { readonly title: string; readonly body: string; readonly lang: string }

/** Cedar's person gives the browser leave; what is newly due then is shown by the browser, in the person's language. */
export async function notifying(
  { count, door }: Stage,
  happening: () => Promise<unknown>,
): Promise<void> {
  const windows = await Promise.all(LOCALES.map((locale) => listening(door, locale)))
  const before = await due(windows[0]!)
  await happening()
  await count.story(
    'the browser, given leave, shows Cedar’s person what is newly due, in English and in Spanish, and nothing of the case',
    async () => {
      const fresh = await until('something newly due', async () => {
        const now = (await due(windows[0]!)).filter(
          ({ id }) => !before.some((one) => one.id === id),
        )
        return now.length > 0 && now
      })
      for (const person of windows) {
        const several = {
          en: `${fresh.length} things are due`,
          es: `Vencen ${fresh.length} asuntos`,
        }
        const [one] = fresh
        const says = fresh.length === 1 && one ? one.says[person.locale] : several[person.locale]
        const title = `${person.says('frame.exercise')} ${says}`
        const shown = await until(`a notification in ${person.locale}`, async () =>
          (await shownIn(person)).find((one) => one.title === title),
        )
        assert.equal(shown.lang, person.locale)
        assert.doesNotMatch(JSON.stringify(shown), /What was learned|contact lists/)
      }
    },
  )
  await Promise.all(windows.map(({ context }) => context.close()))
}

const due = async (person: Person) =>
  (await ask<RemindersView>(person, '/api/v1/reminders')).reminders.filter(({ isRead }) => !isRead)

/** A window that the browser lets notify, as its person asked; it keeps what the browser says that it showed. */
async function listening(door: Door, locale: Locale): Promise<Person> {
  const person = await door.enter('XC', { locale })
  await person.context.grantPermissions(['notifications'], { origin: person.url })
  await person.context.addInitScript(() => {
    const shown: Shown[] = []
    Object.assign(globalThis, { shownHere: shown })
    globalThis.Notification = class extends Notification {
      constructor(title: string, options: NotificationOptions = {}) {
        super(title, options)
        this.addEventListener('show', () => {
          shown.push({ title, body: options.body ?? '', lang: options.lang ?? '' })
        })
      }
    }
  })
  await person.go('/reminders')
  await person.page.getByRole('button', { name: person.says('reminders.notify.begin') }).click()
  await person.page.getByRole('button', { name: person.says('reminders.notify.end') }).waitFor()
  // What is due already is told at once.
  if ((await due(person)).length > 0)
    await until('the first notification', async () => (await shownIn(person)).length > 0)
  return person
}

const shownIn = ({ page }: Person): Promise<readonly Shown[]> =>
  page.evaluate(() => (globalThis as unknown as { shownHere: Shown[] }).shownHere)
