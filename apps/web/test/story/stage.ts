import { dialog, choose } from '../states.ts'
import type { Count } from '../count.ts'
import type { Demo } from '../harness.ts'
import type { Door, Person } from '../person.ts'
import type { Play } from '../play.ts'

/** What every story is told with. */
export type Stage = {
  readonly demo: Demo
  readonly door: Door
  readonly play: Play
  readonly count: Count
  readonly shots: string | undefined
  /** Looks at this state alone; the stories that lead to it are told all the same. */
  readonly only: string | undefined
}

/** One person at each node, each with a window of their own. */
export type Cast = Readonly<Record<'alder' | 'birch' | 'cedar' | 'chair', Person>>

export const gate = ({ page }: Person) => page.locator('.gate')

/** Waits until the page itself shows the gate so: it follows its node without a reload. */
export const showsGate = (person: Person, how: 'open' | 'shut') =>
  person.page.locator(`.gate.${how}`).waitFor({ timeout: 15_000 })

/** Signs what a dialog shows and waits until the page has taken the dialog away. */
export async function sign(person: Person) {
  await dialog(person).locator('footer .btn.primary:visible, footer .btn.danger:visible').click()
  await dialog(person).waitFor({ state: 'detached', timeout: 15_000 })
}

export async function give(person: Person, play: Play, voices: readonly [string, string]) {
  await person.go(await play.dialogPath(person, 'voice'))
  await choose(person, 'union', voices[0])
  await choose(person, 'national', voices[1])
  await sign(person)
}

/** Presses Tab until the focus is on what bears this name, as somebody without a pointer does. */
export async function tabTo({ page }: Person, name: string) {
  for (let pressed = 0; pressed < 80; pressed++) {
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (focused.startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`expected Tab to reach “${name}” within 80 strokes, got no further`)
}
